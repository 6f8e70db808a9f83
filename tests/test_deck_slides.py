"""What each kind of slide makes of its fields."""

from __future__ import annotations

import io
import itertools
from typing import Any

import pytest
from pptx import Presentation

import ledertrivsel_docs as ld
from ledertrivsel_docs.page_parts.deck_layouts import SLIDE_LOOKS
from ledertrivsel_docs.page_parts.deck_looks import CHIP_HEIGHT, INDEX, LIST, MAP
from ledertrivsel_docs.resources import templates_folder

PPTX = templates_folder() / "pptx"
WORDS = ld.Library.default().words["slide-layouts"]


def rendered(kind: str, **fields: Any) -> Any:
    """A slide of a kind, as python-pptx opens it."""
    slide = {"title": "T", "kicker": "", "lead": "", "until": "", "notes": [], **fields}
    common = {"header": {"organisation": "", "kit": "Kit", "steps": []}, "footer": "Kit", "source": "Kilde", "logo": ""}
    return Presentation(io.BytesIO(ld.Template(PPTX / "deck.pptx").render([(kind, slide)], common=common))).slides[0]


def levels(slide: Any, name: str) -> list[int]:
    return [
        paragraph.level for shape in slide.shapes if shape.name == name for paragraph in shape.text_frame.paragraphs
    ]


def test_title_slide_has_the_source_at_its_foot_and_no_number() -> None:
    shapes = {shape.name: shape for shape in rendered("title", kicker="Kommune", subtitle="").shapes}
    assert shapes[WORDS["placeholders"]["footer"]].text_frame.text == "Kilde"
    assert WORDS["placeholders"]["number"] not in shapes


def test_rows_of_an_agenda_are_the_higher_the_fewer_there_are() -> None:
    columns = {"time": "Tid", "what": "Indhold", "minutes": "Minutter"}
    heights = []
    for count in (3, 5, 8):
        rows = [{"clock": "9.00", "title": str(number), "minutes": "10"} for number in range(count)]
        slide = rendered(
            "agenda", columns=columns, rows=[*rows, {"clock": "10.00", "title": "Slut", "minutes": "I alt"}]
        )
        table = next(shape.table for shape in slide.shapes if shape.has_table)
        assert len(table.rows) == count + 2
        heights.append(table.rows[1].height)
        first, last = (table.cell(row, 1) for row in (1, count + 1))
        assert first._tc.tcPr.find("{*}solidFill") is None
        assert last._tc.tcPr.find("{*}solidFill") is not None  # the closing row is set apart
    assert heights == sorted(set(heights), reverse=True)


def test_a_short_list_gets_more_room_than_a_long_one() -> None:
    body = WORDS["placeholders"]["body_alone"]
    few, many = (
        rendered("result", items=[{"text": str(number)} for number in range(count)]).shapes for count in (3, 7)
    )
    assert len(few) == len(many)
    spaces = []
    for shapes in (few, many):
        shape = next(shape for shape in shapes if shape.name == body)
        level = shape.text_frame.paragraphs[0].level
        spaces.append(SLIDE_LOOKS["result"].slot("body").levels[level].before)
    assert spaces[0] > spaces[1]
    fields: dict[str, Any] = {"steps": [], "until": "", "panel_title": "P"}
    short = rendered("exercise", panel=[{"label": "1 Tema"}] * 3, **fields)
    long = rendered("exercise", panel=[{"label": "1 Tema"}] * 12, **fields)
    panel = SLIDE_LOOKS["exercise"].slot("panel").levels
    low, high = WORDS["placeholders"]["panel_short"], WORDS["placeholders"]["panel"]
    assert panel[levels(short, low)[1]].size > panel[levels(long, high)[1]].size


@pytest.mark.parametrize("kind", ["result", "question"])
@pytest.mark.parametrize("until", ["", "Til kl. 9.55"])
def test_content_takes_the_room_of_a_time_that_nobody_has_to_keep(kind: str, until: str) -> None:
    slide = rendered(kind, until=until, items=[{"text": "Et"}], questions=[{"text": "Hvad?"}])
    names = {shape.name for shape in slide.shapes}
    here, other = ("body", "body_alone") if until else ("body_alone", "body")
    assert WORDS["placeholders"][here] in names
    assert WORDS["placeholders"][other] not in names
    assert (WORDS["placeholders"]["until"] in names) == bool(until)


def test_numbers_of_questions_hang_before_their_lines() -> None:
    slide = rendered("question", questions=[{"number": "7", "text": "Hvad?"}, {"number": "8", "text": "Hvem?"}])
    body = next(shape for shape in slide.shapes if shape.name == WORDS["placeholders"]["body_alone"])
    assert [paragraph.text for paragraph in body.text_frame.paragraphs] == ["7\tHvad?", "8\tHvem?"]
    level = SLIDE_LOOKS["question"].slot("body").levels[body.text_frame.paragraphs[0].level]
    assert level.left == level.hanging > 0


@pytest.mark.parametrize(("first", "typed"), [(1, 0), (4, 2)])
def test_steps_count_by_themselves_until_they_go_on_on_a_next_slide(first: int, typed: int) -> None:
    steps = [{"number": str(number), "text": "Tal", "lines": []} for number in (first, first + 1)]
    slide = rendered("exercise", steps=steps, until="", panel_title="P", panel=[])
    body = next(shape for shape in slide.shapes if shape.name == WORDS["placeholders"]["body"])
    assert [paragraph.text for paragraph in body.text_frame.paragraphs] == [
        f"{step['number']}\tTal" if typed else "Tal" for step in steps
    ]
    assert len(body._element.xpath(".//a:buNone")) == typed


@pytest.mark.parametrize("current", [0, 2])
def test_the_names_of_the_steps_stand_in_their_places(current: int) -> None:
    steps = [
        {"number": str(number), "name": "Navn", "text": "T", "time": "", "current": number == current}
        for number in (1, 2, 3)
    ]
    shapes = list(rendered("steps", steps=steps).placeholders)
    names = [shape for shape in shapes if shape.placeholder_format.idx in {INDEX[f"step_name{n}"] for n in (1, 2, 3)}]
    assert [shape.text_frame.text for shape in names] == ["1 Navn", "2 Navn", "3 Navn"]
    filled = [bool(shape._element.xpath("./p:spPr/a:solidFill")) for shape in names]
    assert filled == [current in (0, number) for number in (1, 2, 3)]


def test_nobody_drags_the_areas_of_the_map_along() -> None:
    deck = Presentation(str(PPTX / "deck.pptx"))
    slide = next(slide for slide in deck.slides if slide.slide_layout.name == WORDS["layouts"]["map"])
    locked = {shape.name for shape in slide.shapes if shape._element.xpath(".//a:spLocks[@noMove and @noSelect]")}
    assert locked == {WORDS["areas"][key] for key in ("map", "list", "parking_chips")}


@pytest.mark.parametrize("count", [1, 12, 14, 18])
def test_themes_beside_the_map_stand_in_their_list_and_clear_of_each_other(count: int) -> None:
    themes = [{"id": f"t{number}", "label": f"{number} T", "told": "T", "width": 0.5} for number in range(count)]
    axis = {"question": "?", "low": "lav", "high": "høj"}
    fields = [{"number": number, "name": "F"} for number in range(1, 5)]
    slide = rendered(
        "map", importance=axis, success=axis, fields=fields, beside_title="Træk", beside=themes, placed=[],
        parking_title="P", parked=[],
    )  # fmt: skip
    chips = [shape for shape in slide.shapes if shape.name.startswith("theme:")]
    tops = [chip.top / 36_000 for chip in chips]
    assert tops[0] == pytest.approx(LIST.top, abs=0.01)
    assert all(below - above > CHIP_HEIGHT for above, below in itertools.pairwise(tops))
    assert tops[-1] + CHIP_HEIGHT <= LIST.bottom + 0.01
    if count in (12, 14):
        assert tops[-1] + CHIP_HEIGHT == pytest.approx(MAP.bottom, abs=0.05)
