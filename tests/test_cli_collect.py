"""The command that reads filled forms: what it says, what it writes, and what it leaves alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import ledertrivsel_docs as ld
from ledertrivsel_docs.cli import main
from tests.support.cards import Card

PROGRAMME = '# Forløbet\norganisation: "Eksempel Kommune"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with a programme file, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "forloeb.yaml").write_text(PROGRAMME, encoding="utf-8")
    (tmp_path / "svar").mkdir()
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["collect", *arguments], catch_exceptions=False)


def rated(group: int) -> bytes:
    sheet = Card(ld.build_document("theme-worksheet").bytes).fill("group", text=str(group))
    for theme in ("sparring", "restitution", "krydspres"):
        sheet.tick(f"{theme}.importance.5").tick(f"{theme}.success.{group}")
    return sheet.bytes()


def test_answers_are_written_and_the_report_says_where_they_are(folder: Path) -> None:
    (folder / "svar" / "kort.docx").write_bytes(Card.of("sparring").fill("goal", text="Mål").bytes())
    result = run("svar")
    assert result.exit_code == 0
    assert ld.Programme.load("forloeb.yaml").action_cards == (
        ld.ActionCard(theme="sparring", goal="Mål", source="svar/kort.docx"),
    )
    assert (folder / "forloeb (før svar 1).yaml").read_text(encoding="utf-8") == PROGRAMME
    for word in ("kort.docx", "Action card - Sparring", "Hvad er målet?", "Materialer og links", "(før svar 1)"):
        assert word in result.output


def test_without_chosen_themes_the_ratings_suggest_some(folder: Path) -> None:
    for group in (1, 2):
        (folder / "svar" / f"gruppe {group}.docx").write_bytes(rated(group))
    output = run("svar").output
    assert "Hvordan sikrer vi sparring?" in output
    assert "To grupper" in output


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    (folder / "svar" / "kort.docx").write_bytes(Card.of("sparring").fill("goal", text="Mål").bytes())
    result = run("svar", "--dry-run")
    assert result.exit_code == 0
    assert "action cards: 1" in result.output
    assert [path.name for path in folder.glob("*.yaml")] == ["forloeb.yaml"]
    assert (folder / "forloeb.yaml").read_text(encoding="utf-8") == PROGRAMME


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"tom.docx": b"", "~$kort.docx": b"lock", "notat.pdf": b"%PDF-1.7", "andet.docx": b"PK\x03\x04"},
        {"blank.docx": Card.blank().bytes()},
    ],
)
def test_the_programme_is_untouched_when_nothing_valid_was_found(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / "svar" / name).write_bytes(content)
    before = (folder / "forloeb.yaml").stat().st_mtime_ns
    result = run("svar")
    assert result.exit_code == 1
    assert all(name in result.output for name in files)
    assert (folder / "forloeb.yaml").stat().st_mtime_ns == before
    assert [path.name for path in folder.iterdir() if path.is_file()] == ["forloeb.yaml"]


def test_what_is_wrong_with_the_call_is_told(folder: Path) -> None:
    assert "findes-ikke" in run("findes-ikke").output
    (folder / "forloeb.yaml").unlink()
    result = run("svar")
    assert (result.exit_code, "forloeb.yaml" in result.output) == (1, True)
    (folder / "forloeb.yaml").write_text("organisation: X\nukendt: 1\n", encoding="utf-8")
    (folder / "svar" / "kort.docx").write_bytes(Card.of("sparring").fill("goal", text="Mål").bytes())
    result = run("svar")
    assert (result.exit_code, "forloeb.yaml:2" in result.output) == (1, True)
    assert "kort.docx" not in result.output


def test_a_programme_that_would_hold_too_much_is_left_as_it_is(folder: Path) -> None:
    own = "".join(f'    - {{id: t-{n}, title: "Tema {n}"}}\n' for n in range(30))
    chosen = ", ".join(f"t-{n}" for n in range(30))
    text = (
        f'organisation: "X"\nthemes:\n  own:\n{own}  selected: [{chosen}]\nmeetings:\n  ledergruppen: {{scale: ja}}\n'
    )
    (folder / "forloeb.yaml").write_text(text, encoding="utf-8")
    sheet = Card(ld.build_document("question-cards", kit="ledergruppen").bytes)
    (folder / "svar" / "kort.docx").write_bytes(sheet.fill("own_1.question", text="Hvad " + "nu " * 80 + "?").bytes())
    result = run("svar")
    assert result.exit_code == 1
    assert (folder / "forloeb.yaml").read_text(encoding="utf-8") == text


def test_only_collecting_opens_the_xml_library() -> None:
    code = "import sys; import ledertrivsel_docs.cli; print('lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_files_have_one_name_however_they_are_pointed_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Card(ld.build_document("theme-worksheet").bytes).tick("sparring.importance.5").tick("sparring.success.1")
    (folder / "svar" / "ark.docx").write_bytes(person.bytes())
    (folder / "svar" / "kort.docx").write_bytes(Card.of("sparring").fill("goal", text="Mål").bytes())
    run("svar")
    before = Path("forloeb.yaml").read_bytes()
    assert 'source: "svar/kort.docx"' in before.decode()
    monkeypatch.chdir(folder / "svar")
    for sources in (["."], ["ark.docx", "kort.docx"], [str(folder)]):
        assert run(*sources, "-c", "../forloeb.yaml").exit_code == 0
        assert Path("../forloeb.yaml").read_bytes() == before


def test_what_people_decide_afterwards_stays_at_the_next_collection(folder: Path) -> None:
    for name in ("A", "B"):
        (folder / "svar" / f"kort {name}.docx").write_bytes(
            Card.of("sparring").fill("goal", text=f"Mål {name}").bytes()
        )
    run("svar")
    file = folder / "forloeb.yaml"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines(keepends=True) if "Mål B" not in line]
    file.write_text("".join(lines).replace("Mål A", "Vores fælles mål"), encoding="utf-8")
    (folder / "svar" / "kort C.docx").write_bytes(Card.of("krydspres").fill("goal", text="Mål C").bytes())
    result = run("svar")
    assert result.exit_code == 0
    assert [card.goal for card in ld.Programme.load(file).action_cards] == ["Vores fælles mål", "Mål C"]
    (folder / "svar" / "kort A.docx").write_bytes(Card.of("sparring").fill("goal", text="Nyt mål").bytes())
    run("svar")
    assert [card.goal for card in ld.Programme.load(file).action_cards] == ["Nyt mål", "Mål C"]
    run("svar", "--again")
    assert {card.goal for card in ld.Programme.load(file).action_cards} == {"Nyt mål", "Mål B", "Mål C"}
