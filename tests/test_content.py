"""The content of the tool is whole and to the letter, and a slip in it is told with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from ledertrivsel_docs.models.base import Step
from ledertrivsel_docs.models.brand import Brand
from ledertrivsel_docs.models.library import Library
from ledertrivsel_docs.models.programme import Programme
from ledertrivsel_docs.resources import content_folder

LIBRARY = Library.default()
PLAN = LIBRARY.samlet_plan
SOURCES = Path(__file__).parent / "sources" / "samlet-plan"  # the instrument as the source has it

THEMES = (SOURCES / "themes.txt").read_text(encoding="utf-8")

INSTRUMENT = (SOURCES / "instrument.txt").read_text(encoding="utf-8")

SLIPS = [
    "Priorité ",
    "priorerede",
    "ledertivsel",
    "styrels,",
    "Arbejds miljø",
    "flip over",
    "Flip over",
    "post its",
    "á 3",
    "Stu diestræde",
    "ledert-rivsel",
    "lederdiallog",
    "<li",
    "næste side",
    "følgende sider",
    "side 18",
    "her på siden",
    "3-5",
    " - mellem",
    "evt ",
    "jf side",
    "pr tema",
]


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in type(value).model_fields}
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts(inner)


PARTS = (
    PLAN.tool,
    PLAN.themes,
    PLAN.priority_map,
    PLAN.run_sheets,
    PLAN.qualification,
    PLAN.action_card,
    PLAN.checklist,
)
PRINTED = [text for part in PARTS for text in texts(part)]


def sentences(written: str) -> list[str]:
    return written.strip().replace("\n    ", " ").split("\n")


def test_the_twelve_themes_stand_to_the_letter() -> None:
    found = "\n".join(
        "\n    ".join(
            (f"{theme.number} {theme.id}: {theme.title}", *theme.questions, *([theme.hint] if theme.hint else []))
        )
        for theme in PLAN.themes.themes
    )
    assert found == THEMES.strip()


def test_theme_11_has_two_questions_and_only_it() -> None:
    assert [len(theme.questions) for theme in PLAN.themes.themes] == [1] * 10 + [2, 1]


@pytest.mark.parametrize("sentence", sentences(INSTRUMENT))
def test_the_instrument_stands_to_the_letter(sentence: str) -> None:
    assert sentence in PRINTED


@pytest.mark.parametrize("slip", SLIPS)
def test_extraction_slips_and_page_references_are_mended(slip: str) -> None:
    assert [text for text in PRINTED if slip in text] == []


def test_the_support_questions_stand_to_the_letter() -> None:
    assert [f"{question.label}: {' '.join(question.questions)}" for question in PLAN.qualification.questions] == [
        "Vurdering: I hvor høj grad lykkes vi med temaet?",
        "Erfaringer: Hvor lykkes vi især godt med temaet? Beskriv erfaringerne fra de steder. "
        "Kan vi forstærke og udbrede dem?",
        "Inspiration: Kender vi andre arbejdspladser, der lykkes godt med temaet? Kan vi bruge dem som inspiration?",
        "Idéer og tiltag: Hvordan kan vi bedst løfte vores arbejde med temaet? Hvilke tiltag skal der til?",
    ]


def test_the_blank_action_card_asks_seven_questions_in_order() -> None:
    assert [field.label for field in PLAN.action_card.fields] == [
        "Hvor og hvornår anvendes action cardet?",
        "Hvad er målet?",
        "Hvem er ansvarlig?",
        "Hvor får jeg hjælp som ansvarlig?",
        "Hvad er medarbejderrepræsentanter og samarbejdsforas rolle?",
        "Hvem har hvilke opgaver?",
        "Hvordan følger jeg op som ansvarlig?",
    ]
    assert PLAN.action_card.status_words == ("Forslag", "Aftalt", "I gang", "Gennemført", "Sat på pause")


def test_the_keys_of_the_forms_are_the_programmes() -> None:
    card = {"theme", *(field.key for field in (*PLAN.action_card.fields, *PLAN.action_card.own_fields))}
    assert card | {"source"} == _fields(Programme, "action_cards")
    qualified = {question.key for question in PLAN.qualification.questions}
    qualified |= {field.key for field in PLAN.qualification.own_fields}
    assert qualified | {"theme", "group", "assessment_basis", "source"} == _fields(Programme, "qualification")


def _fields(model: type[BaseModel], name: str) -> set[str]:
    inner = model.model_fields[name].annotation
    return set(inner.__args__[0].model_fields) if inner is not None else set()


def test_the_run_sheets_take_the_stated_minutes() -> None:
    assert [(sheet.step, sheet.minutes, sheet.total_minutes) for sheet in PLAN.run_sheets.run_sheets] == [
        (Step.PREPARE, 90, 90),
        (Step.QUALIFY, 70, 80),
        (Step.CONCRETISE, 120, 120),
    ]
    assert [[item.minutes for item in sheet.items] for sheet in PLAN.run_sheets.run_sheets] == [
        [15, 10, 60, 5],
        [10, 60, 10],
        [75, 30, 15],
    ]


def test_inner_times_say_whose_they_are() -> None:
    row = PLAN.run_sheets.of(Step.PREPARE).items[2]
    assert row.point_starts == (0, 10, 30, None, 50)
    assert [point.minutes for point in row.points] == [10, 20, None, None, None]
    others = [item for step in (Step.QUALIFY, Step.CONCRETISE) for item in PLAN.run_sheets.of(step).items]
    assert all(point.minutes is None for item in others for point in item.points)
    assert [any(point.own_minutes for point in item.points) for item in others] == [
        False,
        True,
        False,
        True,
        True,
        True,
    ]


def test_a_row_begins_with_its_title() -> None:
    first = PLAN.run_sheets.of(Step.PREPARE).items[0]
    assert first.title + first.rest == first.text
    assert first.rest.startswith(", formål: udvælgelse")


def test_the_map_names_its_fields_and_marks_those_of_the_kit() -> None:
    assert [(field.number, field.own) for field in PLAN.priority_map.fields] == [
        (1, False),
        (2, False),
        (3, True),
        (4, True),
    ]
    assert PLAN.priority_map.field(importance=5, success=2).number == 1
    assert PLAN.priority_map.field(importance=3, success=3).number == 2
    assert PLAN.priority_map.field(importance=1, success=1).number == 3
    assert PLAN.priority_map.field(importance=2, success=5).number == 4


def test_the_tool_says_who_when_and_by_whom() -> None:
    tool = PLAN.tool
    assert len(tool.decisions.points) == 4
    assert [role.name for role in tool.roles] == [
        "Topledelsen",
        "HR og interne konsulenter",
        "MED eller SU & AMO",
        "Ledere af ledere",
        "Ledere af medarbejdere",
    ]
    assert [len(tool.step(step).points) for step in Step] == [3, 3, 3]
    assert tool.numbered_tool(1).name == "Styrk lederens dialog med nærmeste leder"
    assert tool.numbered_tool(2).name == "Skærp ledergruppens samarbejde"
    assert len(tool.colophon.steering_group) == 11
    assert [fact.label for fact in tool.header] == ["Mål", "Forberedelsestid", "Det skal I bruge", "Kilde"]
    assert [fact.own for fact in tool.header] == [False, True, True, False]
    assert tool.header[-1].text == LIBRARY.sources[tool.source].footer


def test_the_checklist_has_its_groups_and_call_outs() -> None:
    assert [(len(group.points), bool(group.call_out)) for group in PLAN.checklist.groups] == [
        (2, True),
        (3, False),
        (3, True),
    ]


def test_every_content_file_names_its_source_and_what_is_the_kits_own() -> None:
    for path in content_folder().rglob("*.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        if path.name not in ("starter.yaml", "brand-starter.yaml"):  # files that people copy
            assert lines[0].startswith("source: "), path
            assert lines[1].startswith("own:"), path


def test_the_keys_have_each_one_danish_name() -> None:
    danish = list(LIBRARY.keys.values())
    assert len(set(danish)) == len(danish)
    assert set(LIBRARY.keys) == {*_names(Programme), *_names(Brand)}
    for english, name in LIBRARY.keys.items():
        assert LIBRARY.keys.get(name, english) in (english, name), f"{name} is also the English name of another key"
    assert not set(danish) & {*LIBRARY.kits, "ledergruppen", "tu-droeftelse", "evne-ambition", "lederrollen"}


def _names(model: type[BaseModel]) -> Iterator[str]:
    for name, info in model.model_fields.items():
        yield name
        for inner in _models(info.annotation):
            yield from _names(inner)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models(inner)


def test_danish_days_and_times() -> None:
    language = LIBRARY.language
    assert language.date_text(date(2027, 1, 12)) == "12. januar 2027"
    assert language.long_date_text(date(2027, 1, 12)) == "tirsdag den 12. januar 2027"
    assert language.span_text(time(9), time(10, 5)) == "9.00–10.05"
    assert language.minutes_text(15) == "15 min"
    assert [language.minutes_in_words(count) for count in (1, 15)] == ["1 minut", "15 minutter"]


def test_the_kit_places_its_documents() -> None:
    kit = LIBRARY.kits["samlet-plan"]
    assert {document.title: kit.folder_of(document).title for document in kit.documents}.items() >= {
        "11 Drejebog": "1 Forbered",
        "21 Drejebog": "2 Kvalificer",
        "31 Drejebog": "3 Konkretiser",
        "33 Action card - eksempel": "3 Konkretiser",
        "34 Action card - tomt": "3 Konkretiser",
        "35 Action card - {theme}": "3 Konkretiser",
    }.items()


def test_nobody_can_change_the_library() -> None:
    with pytest.raises(TypeError):
        LIBRARY.words["action-card"]["kicker"] = "x"  # type: ignore[index]
    with pytest.raises(TypeError):
        LIBRARY.keys["x"] = "y"  # type: ignore[index]
    with pytest.raises(AttributeError):
        LIBRARY.starter = "x"  # type: ignore[misc]
