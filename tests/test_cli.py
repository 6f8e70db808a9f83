"""The command line as a person meets it: what it makes, what it says, and what it leaves alone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import click
import docx
import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.cli.telling import report
from ledertrivsel_docs.disk import Saved
from tests.support.command import run
from tests.support.outline import outline
from tests.support.programmes import ROOT

EXAMPLE = ROOT / "examples" / "forloeb.yaml"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def files(folder: str = ".") -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def visible(folder: str = ".") -> list[str]:
    return [path for path in files(folder) if not path.rpartition("/")[2].startswith(".")]


def test_pack_without_a_file_makes_a_blank_kit() -> None:
    done = run("pack", "samlet-plan")
    assert done.exit_code == 0
    expected = sorted(document.path for document in ld.build_pack("samlet-plan"))
    assert visible("samlet-plan") == expected
    assert "3 Konkretiser/34 Action card - tomt.docx" in expected
    assert str(len(expected)) in done.output.splitlines()[-1]


def test_the_files_of_many_are_counted_in_folders_that_have_names(capsys: pytest.CaptureFixture[str]) -> None:
    ways = ("a.pdf", *(f"1 Forbered/{number}.docx" for number in range(20)))
    with click.Context(click.Command("pack")) as context:
        context.meta["ledertrivsel.verbose"] = False
        report([Saved(Path("kit", way), "written") for way in ways], Path("kit"))
    assert capsys.readouterr().out.splitlines() == ["  kit: 1 fil", "  1 Forbered: 20 filer", "Med -v vises det hele."]


def test_pack_finds_and_names_the_programme_file_here() -> None:
    Path("forloeb.yaml").write_bytes(EXAMPLE.read_bytes())
    done = run("pack", "samlet-plan", "-o", "ud")
    assert done.exit_code == 0
    assert "forloeb.yaml" in done.output
    assert "3 Konkretiser/35 Action card - Sparring.docx" in visible("ud")


def test_a_programme_of_hostile_texts_prints_just_that() -> None:
    title = "Hvordan " + "x" * 191 + "?"
    Path("forloeb.yaml").write_text(
        'organisation: "A & B <x>"\n'
        f'themes:\n  own:\n    - {{id: langt, title: "{title}"}}\n  selected: [langt]\n'
        'action_cards:\n  - {theme: langt, goal: "{{ 7*7 }}"}\n',
        encoding="utf-8",
    )
    assert run("pack", "samlet-plan").exit_code == 0
    card = next(Path("samlet-plan").rglob("35*.docx"))
    text = outline(card.read_bytes())
    assert "A & B <x>" in text
    assert title in text
    assert "‹goal: {{ 7*7 }}›" in text


def test_every_slip_is_told_with_its_line_and_nothing_is_written() -> None:
    Path("forloeb.yaml").write_text(
        'organisation: "Eksempel"\n'
        "particpants: 18\n"
        "workshops:\n"
        "  prepare:\n"
        "    date: 2027-02-30\n"
        "themes:\n"
        "  selected:\n"
        "    - 13\n",
        encoding="utf-8",
    )
    done = run("pack", "samlet-plan")
    assert done.exit_code == 1
    for place in ("forloeb.yaml:2:", "forloeb.yaml:5:", "forloeb.yaml:8:"):
        assert done.output.count(place) == 1, done.output
    assert "participants" in done.output
    assert "2027-02-30" in done.output
    assert "Traceback" not in done.output
    assert files() == ["forloeb.yaml"]


def test_zip_holds_the_kit() -> None:
    assert run("pack", "samlet-plan", "--zip").exit_code == 0
    assert visible() == ["samlet-plan.zip"]
    with zipfile.ZipFile("samlet-plan.zip") as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(ld.build_pack("samlet-plan"))
        assert all(name.startswith("Samlet plan for ledertrivsel/") for name in archive.namelist())


def test_brand_gives_its_colours() -> None:
    assert run("pack", "samlet-plan", "--brand", str(ROOT / "examples" / "brand.yaml")).exit_code == 0
    brand = ld.Brand.load(ROOT / "examples" / "brand.yaml")
    with zipfile.ZipFile("samlet-plan/3 Konkretiser/34 Action card - tomt.docx") as package:
        assert brand.colours.concretise in package.read("word/theme/theme1.xml").decode()


def test_a_brand_named_in_the_programme_lies_beside_it() -> None:
    Path("mappe").mkdir()
    Path("mappe/forloeb.yaml").write_text('organisation: "E"\nbrand: brand.yaml\n', encoding="utf-8")
    Path("mappe/brand.yaml").write_text('fonts: {heading: "Verdana", body: "Verdana"}\n', encoding="utf-8")
    assert run("pack", "samlet-plan", "-c", "mappe/forloeb.yaml").exit_code == 0
    with zipfile.ZipFile("samlet-plan/3 Konkretiser/34 Action card - tomt.docx") as package:
        assert 'typeface="Verdana"' in package.read("word/theme/theme1.xml").decode()


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["action-card"], "34 Action card - tomt.docx"),
        (["Action card - eksempel"], "33 Action card - eksempel.docx"),
        (["33"], "33 Action card - eksempel.docx"),
        (["action-card", "--theme", "sparring"], "35 Action card - Sparring.docx"),
        (["action-card", "--theme", "3"], "35 Action card - Sparring.docx"),
        (["drejebog", "--step", "qualify"], "21 Drejebog.docx"),
        (["Drejebog", "--step", "Konkretiser"], "31 Drejebog.docx"),
        (["Action card", "--theme", "sparring"], "35 Action card - Sparring.docx"),
        (["35 Action card - Sparring"], "35 Action card - Sparring.docx"),
        (["ladder", "--factor", "stoette"], "22 Trappe A3 - Støtte.docx"),
        (["Trappe A3 - Balance"], "22 Trappe A3 - Balance.docx"),
        (["aftaleark", "--kit", "tu-droeftelse"], "30 Aftaleark.docx"),
    ],
)
def test_document_makes_the_one_that_is_meant(arguments: list[str], name: str) -> None:
    assert run("document", *arguments).exit_code == 0
    assert visible() == [name]


def test_document_goes_where_it_is_told() -> None:
    assert run("document", "34", "-o", "kort.docx").exit_code == 0
    assert run("document", "34", "-o", "mappe").exit_code == 0
    assert visible() == ["kort.docx", "mappe/34 Action card - tomt.docx"]


def test_an_edited_file_is_kept_and_the_new_one_stands_beside_it() -> None:
    run("pack", "samlet-plan")
    edited = Path("samlet-plan/3 Konkretiser/34 Action card - tomt.docx")
    edited.write_bytes(b"my notes")
    Path("forloeb.yaml").write_text('organisation: "Ny"\n', encoding="utf-8")
    done = run("pack", "samlet-plan")
    assert edited.read_bytes() == b"my notes"
    beside = edited.with_name("34 Action card - tomt (ny).docx")
    assert "Ny" in outline(beside.read_bytes())
    assert beside.name in done.output
    assert "Ny" in outline(Path("samlet-plan/1 Forbered/11 Drejebog.docx").read_bytes())
    run("pack", "samlet-plan")
    assert [path for path in visible("samlet-plan") if "34" in path] == [
        "3 Konkretiser/34 Action card - tomt (ny).docx",
        "3 Konkretiser/34 Action card - tomt.docx",
    ]


def test_new_writes_a_file_that_can_be_used_and_never_over_another() -> None:
    assert run("new").exit_code == 0
    assert run("check").exit_code == 0
    assert run("pack", "samlet-plan").exit_code == 0
    before = Path("forloeb.yaml").read_bytes()
    assert run("new").exit_code == 1
    assert Path("forloeb.yaml").read_bytes() == before
    assert ld.Programme.load("forloeb.yaml").organisation


def test_check_warns_of_a_weekend_and_stops_nothing() -> None:
    Path("forloeb.yaml").write_text(
        'organisation: "E"\nworkshops:\n  prepare:\n    date: 2027-01-16\n', encoding="utf-8"
    )
    done = run("check")
    assert done.exit_code == 0
    assert "forloeb.yaml:4:" in done.output
    assert run("pack", "samlet-plan").exit_code == 0


@pytest.mark.parametrize(
    ("written", "counted"),
    [
        ("", []),
        ("themes: {selected: [3, 4]}\n", ["2"]),
        ("meetings: {ledergruppen: {}}\n", ["1"]),
        ("themes: {selected: [3, 4, 5]}\nmeetings: {ledergruppen: {}, lederrollen: {}}\n", ["3", "2"]),
    ],
)
def test_check_counts_what_there_is(written: str, counted: list[str]) -> None:
    Path("forloeb.yaml").write_text(f"organisation: E\n{written}", encoding="utf-8")
    done = run("check")
    assert done.exit_code == 0
    assert re.findall(r"\d+", done.output) == counted


def test_plan_writes_the_plan_of_the_programme() -> None:
    done = run("plan", "-c", str(EXAMPLE), "-o", "plan.docx")
    assert done.exit_code == 0
    assert visible() == ["plan.docx"]
    text = outline(Path("plan.docx").read_bytes())
    for words in ("Eksempel Kommune", "Planen på én side", "Hvordan sikrer vi sparring?", "3. marts 2027"):
        assert words in text


def test_plan_without_a_file_is_one_to_write_by_hand() -> None:
    assert run("plan").exit_code == 0
    assert visible() == ["40 Plan for ledertrivsel.docx"]


def test_list_shows_what_there_is() -> None:
    assert "samlet-plan" in run("list").output
    brief, whole = run("list", "samlet-plan").output, run("list", "samlet-plan", "-v").output
    for text in ("11", "Drejebog", "krydspres", "12"):
        assert text in brief
        assert text in whole
    assert "-v" in brief
    for text in ("run-sheet", "action-card", "Hvordan sikrer vi sparring?"):
        assert text in whole


@pytest.mark.parametrize(
    ("kit", "shown"),
    [
        ("evne-ambition", ["Trappe A3 - …", "stoette  Organisatorisk og social støtte", "balance  Balance mellem"]),
        ("ledergruppen", ["Dialogark", "opgave-1", "sparring-1"]),
        ("tu-droeftelse", ["Samtaleguide - tre runder", "trivsel-1", "organisation-1"]),
    ],
)
def test_list_shows_what_a_programme_file_can_name(kit: str, shown: list[str]) -> None:
    output = run("list", kit).output
    assert [text for text in shown if text not in output] == []


@pytest.mark.parametrize("command", ["list", "new", "pack", "document", "plan", "check"])
def test_every_command_helps_with_an_example(command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert f"ledertrivsel {command}" in done.output
    assert len(done.output.splitlines()) < 40


def test_it_runs_as_a_module_in_both_languages() -> None:
    for language, word in (("da", "dokumenter"), ("en", "documents")):
        environment = os.environ | {"LEDERTRIVSEL_LANG": language, "PYTHONUTF8": "1"}
        command = [sys.executable, "-m", "ledertrivsel_docs", "pack", "samlet-plan", "-o", language]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=True)
        assert word in done.stdout


def test_documents_are_checked_for_everybody_to_read() -> None:
    run("pack", "ledergruppen", "-o", "kit")
    done = run("check", "kit")
    assert done.exit_code == 0
    assert "Fejl: 0. Advarsler: 0." in done.output
    docx.Document().save("uden titel.docx")
    done = run("check", "uden titel.docx", "--json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)["problems"]
    assert all({"file", "rule", "level", "place", "message", "remedy"} <= one.keys() for one in found)
    assert "title-missing" in {one["rule"] for one in found}


def test_own_content_is_listed_printed_and_named_by_the_programme() -> None:
    own = str(ROOT / "examples" / "eget-indhold")
    assert "trivselstjek" not in run("list").output
    assert "trivselstjek" in run("list", "--content", own).output
    assert run("pack", "trivselstjek", "--content", own, "-o", "ud").exit_code == 0
    assert any(name.endswith(".pptx") for name in visible("ud"))
    Path("forloeb.yaml").write_text(f'organisation: "X"\nindhold: "{own}"\n', encoding="utf-8")
    assert run("pack", "trivselstjek", "-o", "ud2").exit_code == 0
    assert visible("ud2") == visible("ud")


def test_schemas_are_listed_printed_and_written() -> None:
    assert {"programme", "brand", "themes"} <= set(run("schema").output.split())
    assert json.loads(run("schema", "programme").output)["type"] == "object"
    run("schema", "-o", "skemaer")
    assert {"programme.schema.json", "words-invitation.schema.json"} <= set(visible("skemaer"))
    done = run("schema", "program")
    assert done.exit_code == 1
    assert "programme" in done.output
