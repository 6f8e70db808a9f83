"""A programme that is built in Python or comes as data; times and themes that follow from it."""

from __future__ import annotations

import copy
import pickle
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ledertrivsel_docs.errors import InputError, Problem
from ledertrivsel_docs.models.base import Step
from ledertrivsel_docs.models.chosen_themes import themes_of
from ledertrivsel_docs.models.frozen import FrozenMapping
from ledertrivsel_docs.models.programme import Programme
from ledertrivsel_docs.models.programme_answers import ActionCard, OwnTheme, ThemeChoice
from ledertrivsel_docs.models.programme_checks import programme_problems
from ledertrivsel_docs.models.programme_fields import PrepareWorkshop, Workshop, Workshops
from ledertrivsel_docs.models.timetable import agenda, sessions
from tests.support.loading import LIBRARY, load
from tests.support.programmes import EXAMPLE


def test_a_programme_is_built_in_python_with_real_types() -> None:
    programme = Programme(
        organisation="X",
        participants=18,
        workshops=Workshops(prepare=PrepareWorkshop(date=date(2027, 1, 12), start=time(9))),
        themes=ThemeChoice(own=(OwnTheme(id="a", title="A?"),), selected=("3", "a")),
        action_cards=(ActionCard(theme="3", status="aftalt"),),
    ).resolved()
    assert programme.themes.selected == ("sparring", "a")
    assert programme.action_cards[0] == ActionCard(theme="sparring", status="Aftalt")
    assert programme.resolved() == programme


def test_a_programme_built_in_python_is_held_against_the_library() -> None:
    programme = Programme(organisation="X", themes=ThemeChoice(selected=("13", "sparring", "3")))
    assert [finding.loc for finding in programme_problems(programme, LIBRARY)] == [
        ("themes", "selected", 0),
        ("themes", "selected", 2),
    ]
    with pytest.raises(InputError) as caught:
        programme.resolved()
    assert str(caught.value.problems[0]).startswith("themes.selected[1]: There is no theme “13”.")


@pytest.mark.parametrize("text", ["\x01", "\ud800", "x\ufffe", "\x00"])
def test_text_that_word_cannot_hold_is_refused_in_python_too(text: str) -> None:
    with pytest.raises(ValidationError):
        Programme(organisation="X", action_cards=(ActionCard(theme="1", goal=text),))


def test_nobody_can_change_a_programme() -> None:
    programme = Programme.load(EXAMPLE)
    with pytest.raises(ValidationError):
        programme.organisation = "Y"
    with pytest.raises(TypeError):
        programme.meetings["x"] = programme.meetings["tu-droeftelse"]  # type: ignore[index]


def test_a_programme_survives_json() -> None:
    programme = Programme.load(EXAMPLE)
    assert Programme.model_validate_json(programme.model_dump_json()) == programme
    assert "organisation" in Programme.model_json_schema()["required"]


@pytest.mark.parametrize("programme", [Programme.load(EXAMPLE), Programme(organisation="X"), Programme.blank()])
def test_a_programme_can_be_copied_hashed_and_sent_to_another_process(programme: Programme) -> None:
    sent = pickle.loads(pickle.dumps(programme))  # noqa: S301 - our own bytes
    copies = [copy.deepcopy(programme), programme.model_copy(deep=True), sent]
    assert copies == [programme] * 3
    assert {hash(made) for made in copies} == {hash(programme)}
    with pytest.raises(TypeError):
        copies[0].meetings["ledergruppen"] = None


def test_a_frozen_mapping_is_a_mapping_and_stays_as_it_was() -> None:
    items = {"a": 1, "b": 2}
    frozen = FrozenMapping(items)
    items["a"] = 3
    assert frozen == {"b": 2, "a": 1} == dict(frozen)
    assert frozen != {"a": 1}
    assert hash(frozen) == hash(FrozenMapping([("b", 2), ("a", 1)]))
    assert repr(frozen) == "FrozenMapping({'a': 1, 'b': 2})"


def test_own_themes_stand_after_the_tools() -> None:
    themes = themes_of(Programme.load(EXAMPLE), LIBRARY)
    assert list(themes)[-2:] == ["krydspres", "hybridledelse"]
    assert themes["hybridledelse"].number is None
    assert themes["hybridledelse"].questions[0].startswith("I hvor høj grad lykkes vi med at lede")


def test_an_own_theme_is_called_by_its_short_name_where_it_has_one() -> None:
    own = "egne: [{id: aa, titel: Hvordan A?, kort: A i brev}, {id: bb, titel: Hvordan B?}]"
    programme = load(f"organisation: E\ntemaer:\n  {own}")
    themes = themes_of(programme, LIBRARY)
    assert [themes[name].short for name in ("aa", "bb")] == ["A i brev", "Hvordan B?"]


def test_the_introduction_takes_45_minutes() -> None:
    with_intro = Programme(organisation="X", workshops=Workshops(prepare=PrepareWorkshop(intro=True)))
    assert sessions(with_intro, LIBRARY)[Step.PREPARE].minutes == 135
    assert sessions(Programme(organisation="X"), LIBRARY)[Step.PREPARE].minutes == 90


@pytest.mark.parametrize(
    ("qualify", "concretise", "minutes"),
    [
        (None, None, 70),
        (date(2027, 1, 12), date(2027, 1, 12), 80),
        (date(2027, 1, 12), date(2027, 1, 13), 70),
        (date(2027, 1, 12), None, 70),
    ],
)
def test_the_break_after_a_workshop_is_held_when_the_next_follows_the_same_day(
    qualify: date | None, concretise: date | None, minutes: int
) -> None:
    workshops = Workshops(qualify=Workshop(date=qualify), concretise=Workshop(date=concretise))
    programme = Programme(organisation="X", workshops=workshops)
    assert sessions(programme, LIBRARY)[Step.QUALIFY].minutes == minutes
    assert [item.minutes for item in agenda(programme, LIBRARY, Step.QUALIFY)] == [10, 60, 10][: 2 + (minutes > 70)]


def test_there_is_one_lunch_a_day() -> None:
    day = date(2027, 1, 12)
    for intro, pauses in ((False, ["break", "lunch", None]), (True, ["lunch", None, None])):
        workshops = Workshops(
            prepare=PrepareWorkshop(date=day, start=time(9), intro=intro),
            qualify=Workshop(date=day),
            concretise=Workshop(date=day),
        )
        held = sessions(Programme(organisation="X", workshops=workshops), LIBRARY)
        assert [held[step].pause for step in Step] == pauses
        ends = [held[step].pause_end for step in Step]
        assert ends == [held[Step.QUALIFY].start, held[Step.CONCRETISE].start, None]


@given(st.dictionaries(st.sampled_from([*LIBRARY.keys, "x"]), st.text(max_size=20), max_size=6), st.text(max_size=20))
def test_any_programme_is_loaded_or_refused_clearly(fields: dict[str, str], organisation: str) -> None:
    def quoted(text: str) -> str:
        return "".join(char if char.isalnum() else f"\\U{ord(char):08X}" for char in text)

    problems: tuple[Problem, ...] = ()
    lines = [f'{key}: "{quoted(value)}"' for key, value in ({"organisation": organisation} | fields).items()]
    try:
        load("\n".join(lines))
    except InputError as error:
        problems = error.problems
    assert all(problem.line and problem.file == "f.yaml" for problem in problems)


def test_data_of_a_program_is_told_of_as_a_file_is_with_places_for_lines() -> None:
    with pytest.raises(InputError) as caught:
        Programme.load({"organisation": "E", "participants": "mange", "temaer": {"valgte": [1, 13]}, "x": 1})
    places = [problem.where for problem in caught.value.problems]
    assert places == ["participants", "x", "themes.selected[2]"]
    assert all(problem.file is None for problem in caught.value.problems)


def test_a_workshop_whose_start_follows_from_another_can_overlap_too() -> None:
    programme = Programme.load(
        {
            "organisation": "E",
            "workshops": {
                "prepare": {"date": "2027-01-12", "start": "9.00"},
                "qualify": {"date": "2027-01-12"},
                "concretise": {"date": "2027-01-12", "start": "11.00"},
            },
        }
    )
    assert [problem.where for problem in programme.warnings()] == ["workshops.concretise.start"]


def test_data_of_a_program_may_hold_types_and_danish_dates() -> None:
    programme = Programme.load(
        {
            "organisation": "E",
            "participants": 18,
            "workshopper": {"forbered": {"dato": "12. januar 2027", "start": time(9)}},
        }
    )
    assert programme.workshops.prepare.date == date(2027, 1, 12)
    assert programme.workshops.prepare.start == time(9)


def test_a_file_that_was_sent_opens_no_other_file() -> None:
    with pytest.raises(InputError, match=r"sent\.yaml:2: .*brand"):
        Programme.load(("sent.yaml", b"organisation: E\nbrand: /etc/passwd\n"))
