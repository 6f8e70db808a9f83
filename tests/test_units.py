"""Tables of units as HR writes them: columns of many names, cells as Excel has them, slips told by row and column."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

import ledertrivsel_docs as ld
from ledertrivsel_docs.many.heads import known_columns
from ledertrivsel_docs.many.tables import cell_text, parts
from ledertrivsel_docs.models.columns import Columns, field_places
from ledertrivsel_docs.naming import distinct_names, safe_name
from tests.support.office import REQUIRE_TOOLS
from tests.support.programmes import ROOT

EXAMPLE = ROOT / "examples" / "forloeb.yaml"


def units(folder: Path, text: str | bytes, name: str = "enheder.csv", base: Path | None = None) -> tuple[ld.Unit, ...]:
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return ld.read_units(folder / name, base)


def programme(folder: Path, text: str | bytes, **options: Any) -> ld.Programme:
    (unit,) = units(folder, text, **options)
    assert unit.programme is not None, unit.problems
    return unit.programme


def refused(folder: Path, text: str | bytes, **options: Any) -> list[str]:
    with pytest.raises(ld.InputError) as caught:
        units(folder, text, **options)
    return [str(problem).removeprefix(f"{folder}{os.sep}") for problem in caught.value.problems]


def test_the_example_gives_three_units() -> None:
    found = ld.read_units(ROOT / "examples" / "enheder.csv", EXAMPLE)
    assert [unit.name for unit in found] == ["Plejecenter Syd", "Plejecenter Nord", "Hjemmeplejen Øst"]
    north = found[1].programme
    assert north is not None
    assert north.participants == 24
    assert north.themes.selected == ("sparring", "restitution", "krydspres")
    assert north.workshops.prepare == ld.PrepareWorkshop(
        date=date(2027, 1, 13), start=time(12, 30), place="Kantinen", facilitator="HR"
    )
    assert north.workshops.concretise.start == time(12, 30)
    assert north.anchoring.sender == "Direktionen"  # the programme file's


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_is_read_as_programs_write_it(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = (("Enhed", "Mødeleder"), ("Plejecenter Østerbæk", "Åse"))
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    found = programme(tmp_path, text.encode(encoding))
    assert (found.organisation, found.workshops.qualify.facilitator) == ("Plejecenter Østerbæk", "Åse")


def test_a_csv_file_may_tell_its_separator(tmp_path: Path) -> None:
    assert programme(tmp_path, "sep=;\nEnhed;Temaer\nSyd;1,2,3").themes.selected[2] == "sparring"


def test_a_column_of_one_workshop_goes_before_one_of_all(tmp_path: Path) -> None:
    found = programme(tmp_path, "Workshop 2 start;Enhed;Start\n12.30;Syd;9").workshops
    assert [found.prepare.start, found.qualify.start, found.concretise.start] == [time(9), time(12, 30), time(9)]


@pytest.mark.parametrize(
    "head", ["workshopper.forbered.dato", "workshops.prepare.date", "Workshopper.prepare.DATO", "  WORKSHOP 1:  "]
)
def test_a_field_can_be_named_by_its_way(tmp_path: Path, head: str) -> None:
    found = programme(tmp_path, f"Enhed;{head}\nSyd;12. januar 2027")
    assert found.workshops.prepare.date == date(2027, 1, 12)


def test_lists_meetings_and_items_can_be_columns(tmp_path: Path) -> None:
    heads = "Enhed;Inddrages;møder.tu-droeftelse.ledere;plan.fora.1.navn;plan.fora.1.dato"
    text = f"{heads}\nSyd;MED, AMO;8;Lokal-MED;4.3.2027"
    found = programme(tmp_path, text, base=EXAMPLE)
    assert found.anchoring.involved == ("MED", "AMO")
    assert (found.meetings["tu-droeftelse"].managers, found.meetings["tu-droeftelse"].place) == (8, "Mødelokale 2")
    assert [forum.name for forum in found.plan.forums] == ["Lokal-MED", "Hoved-MED", "AMO", "Direktionen"]
    assert found.plan.forums[0].date == date(2027, 3, 4)


@pytest.mark.parametrize(
    "cell",
    [
        "sparring, 4",
        '"SPARRING; Restitution"',
        '"Hvordan sikrer vi sparring?\nHvordan sikrer vi lederes restitution?"',
        "3,4",
    ],
)
def test_themes_are_named_as_people_name_them(tmp_path: Path, cell: str) -> None:
    assert programme(tmp_path, f"Enhed;Temaer\nSyd;{cell}").themes.selected == ("sparring", "restitution")


def test_the_programmes_own_themes_have_titles_too(tmp_path: Path) -> None:
    chosen = programme(tmp_path, "Enhed;Temaer\nSyd;Ledelse på afstand", base=EXAMPLE).themes.selected
    assert chosen == ("hybridledelse",)
    base = tmp_path / "forloeb.yaml"
    base.write_text('temaer:\n  egne: [{id: eget, titel: "Tillid, ro og tid"}]\n', "utf-8")
    assert programme(tmp_path, "Enhed\tTemaer\nSyd\tTillid, ro og tid", base=base).themes.selected == ("eget",)


def test_themes_of_content_that_the_programme_file_names_are_known(tmp_path: Path) -> None:
    themes = tmp_path / "indhold" / "samlet-plan" / "themes.yaml"
    themes.parent.mkdir(parents=True)
    themes.write_text((ROOT / "examples/eget-indhold/samlet-plan/themes.yaml").read_text("utf-8"), "utf-8")
    (tmp_path / "forloeb.yaml").write_text('organisation: "Alle"\nindhold: indhold\n', "utf-8")
    own = ld.Library.load(over=tmp_path / "indhold").samlet_plan.themes.themes[-1]
    assert own.id not in {theme.id for theme in ld.Library.default().samlet_plan.themes.themes}
    (unit,) = units(tmp_path, f"Enhed;Temaer\nSyd;{own.title}\n", base=tmp_path / "forloeb.yaml")
    assert unit.programme is not None
    assert unit.programme.themes.selected == (own.id,)


def test_a_bad_row_tells_its_row_and_column_and_the_others_go_on(tmp_path: Path) -> None:
    text = "Enhed;Deltagere;Workshop 1;Temaer\nSyd;18;;\n\nNord;atten;30.2.2027;nye-leder\n;3;;\nVest;;17.1.2027;\n"
    south, north, nameless, west = units(tmp_path, text, base=EXAMPLE)
    assert (south.number, north.number, nameless.number, west.number) == (2, 4, 5, 6)
    told = [str(problem).removeprefix(f"{tmp_path}{os.sep}enheder.csv: ") for problem in north.problems]
    assert [line.partition(": ")[0] for line in told] == [
        "row 4, column “Deltagere”",
        "row 4, column “Workshop 1”",
        "row 4, column “Temaer”",
    ]
    assert told[2].endswith("Did you mean “nye-ledere”?")
    assert nameless.programme is None
    assert "row 5: The unit has no name. Fill in the column “Enhed”." in str(nameless.problems[0])
    assert west.programme is not None
    assert any("row 6, column “Workshop 1”: 2027-01-17 is in a weekend" in str(slip) for slip in west.problems)


def test_what_the_programme_file_says_is_told_with_its_line(tmp_path: Path) -> None:
    base = tmp_path / "forloeb.yaml"
    base.write_text("organisation: Region\nplan:\n  version: 0.9\n  status: måske\n", "utf-8")
    (unit,) = units(tmp_path, "Enhed\nSyd", base=base)
    assert [str(problem).startswith(f"{base}:4: ") for problem in unit.problems] == [True]
    (mended,) = units(tmp_path, "Enhed;Status\nSyd;i høring", base=base)
    assert mended.programme is not None
    assert mended.programme.plan.status == "I høring"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Enhed;Deltagre\nSyd;1", "“Deltagre” is not a name that a column can have. Did you mean “deltagere”?"),
        ("Enhed;Bemærkninger\nSyd;1", "begin with # for notes of your own"),
        ("Enhed;plan\nSyd;1", "“plan” is not a name"),
        ("Enhed;Unit\nSyd;1", "“Unit” and “Enhed” are the same column. Keep one of them."),
        ("Enhed;Enhed\nSyd;1", "The column “Enhed” is there twice. Keep one of them."),
        ("Enhed;;Sted\nSyd;1;", "Column 2 has no name. Write it in the first row."),
        ("Enhed;Sted\n", "The table holds no units."),
        ("", "The table holds no units."),
        ('Enhed;Sted\nSyd;"a"b', "The table can't be read"),
    ],
)
def test_a_table_that_is_unclear_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (problem,) = refused(tmp_path, text)
    assert problem.startswith("enheder.csv:")
    assert said in problem


def test_a_row_with_too_many_values_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    bad, good = units(tmp_path, "Enhed;Temaer\nSyd;1;3\nNord;1\n")
    assert "row 2: There are more values than columns." in str(bad.problems[0])
    assert good.programme is not None


def test_notes_are_left_alone(tmp_path: Path) -> None:
    assert programme(tmp_path, "# ringet;Enhed;#\nja;Syd;x").organisation == "Syd"


@pytest.mark.parametrize("name", ["enheder.pdf", "enheder", "../nowhere.csv", "."])
def test_what_is_no_table_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "enheder.pdf").write_bytes(b"%PDF")
    with pytest.raises(ld.InputError):
        ld.read_units(tmp_path / name)


def test_a_yaml_list_has_lines(tmp_path: Path) -> None:
    text = (
        "- enhed: Syd\n  workshopper: {forbered: {dato: 12.1.2027}}\n  temaer: [sparring, 4]\n"
        "- enhed: Nord\n  deltagere: 18\n  sted: 9\n"
        "- deltagere: mange\n  enhed: Vest\n"
    )
    south, north, west = units(tmp_path, text, name="enheder.yaml")
    assert south.programme is not None
    assert south.programme.workshops.prepare.date == date(2027, 1, 12)
    assert south.programme.themes.selected == ("sparring", "restitution")
    assert north.programme is not None
    assert north.programme.workshops.qualify.place == "9"
    assert str(west.problems[0]).startswith(f"{tmp_path / 'enheder.yaml'}:7: ")
    assert "enheder.yaml:2: " in refused(tmp_path, "- enhed: Syd\n  stedd: x\n", name="enheder.yaml")[0]
    assert "is to be a list of units" in refused(tmp_path, "enhed: Syd\n", name="enheder.yaml")[0]


def test_a_brand_is_found_beside_the_table(tmp_path: Path) -> None:
    (tmp_path / "syd.yaml").write_text('name: "Syd"\n', "utf-8")
    text = "Enhed;Profil\nSyd;syd.yaml\nNord;nord.yaml\n"
    south, north = units(tmp_path, text, base=EXAMPLE)
    assert south.programme is not None
    assert south.programme.brand == str(tmp_path / "syd.yaml")
    assert "row 3, column “Profil”: The file isn't there." in str(north.problems[0])


def sheet(path: Path, rows: list[list[Any]]) -> Path:
    """A spreadsheet as Excel saves it, with days and times as Excel keeps them; the first sheet is empty."""
    if not os.environ.get(REQUIRE_TOOLS):
        pytest.importorskip("python_calamine")
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Tom")
        page = book.add_worksheet("Enheder")
        looks = {date: "dd-mm-yyyy", datetime: "dd-mm-yyyy", time: "hh:mm"}
        for number, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if type(cell) in looks:
                    page.write_datetime(number, column, cell, book.add_format({"num_format": looks[type(cell)]}))
                elif cell is not None:
                    page.write(number, column, cell)
    return path


def test_a_spreadsheet_has_numbers_days_and_times(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        [None, None, None],
        [None, "Enhed", "Deltagere", "Workshop 1", "Start", "Temaer", "Sagsnummer", "Introduktion", "Version"],
        [None, "Syd", 18, date(2027, 1, 12), time(9, 30), 1.3, 2027123, True, 0.9],
        [],
        [None, "Nord", 7.5, time(9), date(2027, 1, 12), "1, 3"],
    ]
    south, north = ld.read_units(sheet(tmp_path / "enheder.xlsx", rows))
    assert (south.number, north.number) == (3, 5)
    found = south.programme
    assert found is not None
    assert (found.participants, found.case_number, found.plan.version) == (18, "2027123", "0,9")
    assert (found.workshops.prepare.date, found.workshops.prepare.start) == (date(2027, 1, 12), time(9, 30))
    assert (found.workshops.prepare.intro, found.themes.selected) == (True, ("nye-ledere", "sparring"))
    told = [str(problem) for problem in north.problems]
    assert any("row 5, column “Deltagere”: “7,5” is not a whole number" in line for line in told)
    assert any("row 5, column “Workshop 1”: “09:00” is not a date" in line for line in told)
    assert any("row 5, column “Start”: “2027-01-12” is not a time of day" in line for line in told)


def test_a_spreadsheet_that_is_none_is_told(tmp_path: Path) -> None:
    sheet(tmp_path / "enheder.xlsx", [["Enhed"]])
    assert "holds no units" in refused(tmp_path, (tmp_path / "enheder.xlsx").read_bytes(), name="enheder.xlsx")[0]
    assert "can't be read" in refused(tmp_path, b"PK\x03\x04 no zip", name="enheder.xlsx")[0]


def test_a_missing_library_is_told_with_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    assert 'pip install "ledertrivsel-docs[xlsx]"' in refused(tmp_path, b"PK", name="enheder.xlsx")[0]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (18.0, "18"),
        (3.5, "3,5"),
        (datetime(2027, 1, 12), "2027-01-12"),
        (datetime(2027, 1, 12, 9, 30), "2027-01-12 09:30"),
        (time(9), "09:00"),
        (True, "true"),
        (" Syd ", "Syd"),
    ],
)
def test_a_cell_is_text_as_people_write_it(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_names_of_columns_are_content_and_lead_to_fields() -> None:
    columns = known_columns()
    assert isinstance(columns, Columns)
    for way, names in columns.columns.items():
        assert field_places(way.split(".")), way
        assert names
    assert len(columns.ways) > 100


@given(st.text(max_size=80))
def test_a_folder_is_safe_on_every_system(text: str) -> None:
    name = safe_name(text)
    assert len(name) <= 61
    assert not set(name) & set('<>:"/\\|?*\n\t')
    assert name == name.strip().rstrip(".")
    assert name.partition(".")[0].strip().lower() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


@given(st.lists(st.sampled_from(["Syd", "SYD", "Syd (2)", "Nord", "", "É", "E\u0301"]), max_size=12))
def test_no_two_folders_share_a_name(names: list[str]) -> None:
    found = [name.casefold() for name in distinct_names(names) if name]
    assert len(set(found)) == len(found)
    assert len(found) == len([name for name in names if name])


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters=";\r\n\x00"), max_size=12), max_size=8))
def test_any_list_is_read_without_losing_a_word(words: list[str]) -> None:
    kept = [word.strip() for word in words if word.strip()]
    assert parts(";".join(words) + ";") == kept


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_told(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(content)
    with suppress(ld.InputError):
        ld.read_units(file)
