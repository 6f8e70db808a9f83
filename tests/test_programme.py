"""A programme file: what it may say, what is refused with its line, what is likely a slip."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ledertrivsel_docs.errors import InputError
from ledertrivsel_docs.models.base import Step
from ledertrivsel_docs.models.programme import Programme
from ledertrivsel_docs.models.programme_fields import PrepareWorkshop
from ledertrivsel_docs.resources import content_folder
from tests.support.loading import LIBRARY, load, refused, warned
from tests.support.programmes import EXAMPLE


def test_the_example_says_what_it_says() -> None:
    programme, warnings = Programme.check(EXAMPLE)
    assert warnings == ()
    assert programme.participants == 18
    assert programme.workshops.prepare == PrepareWorkshop(
        date=date(2027, 1, 12), start=time(9), place="Byrådssalen", facilitator="HR"
    )
    assert programme.workshops.of(Step.CONCRETISE).start == time(12, 30)
    assert programme.themes.selected == ("nye-ledere", "sparring", "restitution", "hybridledelse")
    assert [card.status for card in programme.action_cards] == ["Forslag"] * 4
    assert programme.plan.version == "0.9"
    assert [forum.role for forum in programme.plan.forums] == ["Høring", "Drøftelse", "Drøftelse", "Godkendelse"]
    assert programme.meetings["tu-droeftelse"].managers == 8


def test_only_the_organisation_is_required() -> None:
    programme = load("organisation: X\n")
    assert programme == Programme(organisation="X")
    assert programme.themes.selected == ()
    assert programme.workshops.prepare.date is None
    assert refused("participants: 3\n") == [
        "f.yaml:1: “organisation” is missing. Add a line with organisation and a colon."
    ]


def test_what_is_empty_is_absent() -> None:
    assert load(
        'organisation: X\nparticipants:\nworkshops:\n  prepare:\nplan: {period: "", status: " "}\n'
    ) == Programme(organisation="X")


def test_the_starter_loads_as_it_is_and_with_every_line_in_use(tmp_path: Path) -> None:
    starter = content_folder() / "starter.yaml"
    assert Programme.check(starter) == (Programme(organisation="Vores organisation"), ())
    assert LIBRARY.starter == starter.read_text(encoding="utf-8")
    used = re.sub(r"(?m)^# ( *(?:- )?[\wæøåé -]+:(?: .*)?)$", r"\1", LIBRARY.starter)
    (tmp_path / "starter.yaml").write_text(used, encoding="utf-8")
    (tmp_path / "eget-indhold").mkdir()
    programme, warnings = Programme.check(tmp_path / "starter.yaml")
    assert warnings == ()
    empty = Programme(organisation="X")
    left_out = [name for name in Programme.model_fields if getattr(programme, name) == getattr(empty, name)]
    assert left_out == ["qualification", "follow_ups", "notes", "collected"]  # which people fill in on the forms


def test_danish_names_serve_as_well() -> None:
    danish = "organisation: X\ndeltagere: 18\ntemaer:\n  valgte: [4]\naction cards:\n  - {tema: 4, mål: y}\n"
    english = "organisation: X\nparticipants: 18\nthemes:\n  selected: [4]\naction_cards:\n  - {theme: 4, goal: y}\n"
    assert load(danish) == load(english)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2027-01-12", date(2027, 1, 12)),
        ("12.1.2027", date(2027, 1, 12)),
        ("12. 1. 2027", date(2027, 1, 12)),
        ("01.02.2027", date(2027, 2, 1)),
        ("12. januar 2027", date(2027, 1, 12)),
        ("1 Marts 2027", date(2027, 3, 1)),
        ("29.2.2028", date(2028, 2, 29)),
    ],
)
def test_a_date_is_written_as_danes_do(written: str, meant: date) -> None:
    assert load(f"organisation: X\nplan:\n  next_follow_up: {written}\n").plan.next_follow_up == meant


SPELLINGS = [
    "{d.year}-{d.month:02}-{d.day:02}",
    "{d.day}.{d.month}.{d.year}",
    "{d.day}. {d.month}. {d.year}",
    "{d.day}/{d.month}-{d.year}",
    "{d.day}/{d.month} {d.year}",
    "{d.day}-{d.month}-{d.year}",
    "{d.day}. {month} {d.year}",
    "{d.day} {month} {d.year}",
    "{d.day}. {short} {d.year}",
    "{d.day}. {short}. {d.year}",
]


@given(st.dates(date(2000, 1, 1), date(2199, 12, 31)), st.sampled_from(SPELLINGS))
def test_every_spelling_of_a_day_gives_that_day(day: date, spelling: str) -> None:
    month = LIBRARY.language.months[day.month - 1]
    written = spelling.format(d=day, month=month, short=month[:3])
    made = Programme.load({"organisation": "X", "plan": {"next_follow_up": written}})
    assert made.plan.next_follow_up == day


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("29.2.2027", "There is no such day as 29.2.2027."),
        ("2027-13-01", "There is no such day as 2027-13-01."),
        ("1/3-27", "“1/3-27” is not a date. Write 2027-01-12 or 12.1.2027."),
        ("12.1.27", "“12.1.27” is not a date. Write 2027-01-12 or 12.1.2027."),
        ("12. ju 2027", "“12. ju 2027” is not a date."),
        ("12. januray 2027", "“12. januray 2027” is not a date."),
        ("0202-01-12", "The year in 0202-01-12 can't be right."),
        ("[2027]", "“['2027']” is not a date"),
    ],
)
def test_an_impossible_date_is_refused(written: str, said: str) -> None:
    assert refused(f"organisation: X\nplan:\n  next_follow_up: {written}\n")[0].startswith(f"f.yaml:3: {said}")


@pytest.mark.parametrize("day", [date.min, date.max, date(1999, 12, 31), datetime.max, "1.1.2200"])
def test_an_unlikely_year_is_refused_in_data_too(day: object) -> None:
    data = {"organisation": "X", "meetings": {"lederrollen": {"date": day}}}
    with pytest.raises(InputError, match=r"meetings\.lederrollen\.date: The year in .* can't be right"):
        Programme.load(data)
    with pytest.raises(ValidationError, match="can't be right"):
        Programme.model_validate(data)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("9.00", time(9)), ("09:00", time(9)), ("9", time(9)), ("12.30", time(12, 30)), ("0.05", time(0, 5))],
)
def test_a_time_is_written_as_danes_do(written: str, meant: time) -> None:
    assert load(f"organisation: X\nworkshops: {{prepare: {{start: {written}}}}}\n").workshops.prepare.start == meant


@pytest.mark.parametrize("written", ["24.00", "9.5", "9.60", "kl. 9", "9.00.00", "-1"])
def test_an_impossible_time_is_refused(written: str) -> None:
    told = refused(f"organisation: X\nworkshops:\n  prepare:\n    start: {written}\n")
    assert told == [f"f.yaml:4: “{written}” is not a time of day. Write 9.00 or 09:00, from 0.00 to 23.59."]


@pytest.mark.parametrize(("written", "meant"), [("ja", True), ("Nej", False), ("true", True), ("no", False)])
def test_yes_and_no_in_either_language(written: str, meant: bool) -> None:
    assert load(f"organisation: X\nworkshops: {{prepare: {{intro: {written}}}}}\n").workshops.prepare.intro is meant


REFUSED = {
    "unknown key": ("deltager: 3", 2, "“deltager” is not a name that is used here. Did you mean “deltagere”?"),
    "unknown key below": ("contact:\n  navne: x", 3, "“navne” is not a name that is used here. Did you mean “navn”?"),
    "intro elsewhere": ("workshops:\n  qualify: {intro: ja}", 3, "“intro” is not a name that is used here."),
    "nobody": ("participants: 0", 2, "“participants” can't be 0. Write 1 or more."),
    "too many people": ("participants: 10001", 2, "“participants” can't be 10001. Write 10000 or less."),
    "a Danish thousand": ("participants: 1.000", 2, "“1.000” is not a whole number. Write digits only, such as 18."),
    "a word": ("participants: mange", 2, "“mange” is not a whole number."),
    "unknown number": ("themes:\n  selected: [13]", 3, "There is no theme “13”. Write a number from 1 to 12"),
    "unknown id": ("themes:\n  selected:\n    - sparing", 4, "There is no theme “sparing”. Did you mean “sparring”?"),
    "theme twice": ("themes:\n  selected: [4, 3, restitution]", 3, "The theme “restitution” is there twice."),
    "parked twice": ("themes:\n  parked: [{theme: 1}, {theme: 1}]", 3, "The theme “1” is there twice."),
    "card twice": ("action_cards:\n  - theme: 1\n  - theme: nye-ledere", 4, "The theme “nye-ledere” is there twice."),
    "rated twice": (
        "themes:\n  ratings:\n    - {theme: 1, importance: 1, success: 1, group: 2}\n"
        "    - {theme: 1, importance: 2, success: 2, group: 2}",
        5,
        "The theme “1” is there twice.",
    ),
    "rating": ("themes:\n  ratings: [{theme: 1, importance: 6, success: 1}]", 3, "“importance” can't be 6."),
    "31 themes": (f"themes:\n  selected: [{', '.join(['1'] * 31)}]", 3, "“selected” holds 31 items. Keep at most 30."),
    "own id": ("themes:\n  own:\n    - {id: På afstand, title: x}", 4, "such as paa-afstand."),
    "own id is a number": ("themes:\n  own:\n    - {id: 13, title: x}", 4, "“13” can't be an id."),
    "taken id": ("themes:\n  own: [{id: sparring, title: x}]", 3, "“sparring” is taken: it is theme 3."),
    "own twice": ("themes:\n  own: [{id: a, title: x}, {id: a, title: y}]", 3, "“a” is there twice."),
    "long title": (f"themes:\n  own: [{{id: a, title: {'x' * 201}}}]", 3, "“title” is too long."),
    "card status": ("action_cards:\n  - {theme: 1, status: færdig}", 3, "Write one of these: Forslag, Aftalt, I gang"),
    "plan status": ("plan:\n  status: ny", 3, "Write one of these: Udkast, I høring, Godkendt, Historisk."),
    "forum role": ("plan:\n  forums: [{name: AMO, role: hygge}]", 3, "Write one of these: Orientering, Drøftelse"),
    "character": ('contact: {name: "x\\u0001"}', 2, "The character U+0001 can't stand in a Word document."),
    "two lines": ('contact:\n  name: "x\\ny"', 3, "This is to be one line of text."),
    "kit id": ("meetings:\n  TU drøftelse: {managers: 8}", 3, "such as tu-droeftelse."),
}


@pytest.mark.parametrize(("text", "line", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_used_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    told = refused(f"organisation: X\n{text}\n")
    assert len(told) == 1, told
    assert told[0].startswith(f"f.yaml:{line}: ")
    assert said in told[0]


def test_all_problems_come_at_once() -> None:
    told = refused(
        "participants: 0\nthemes:\n  own: [{id: Æ, title: x}]\n"
        "plan:\n  hearing_deadline: i morgen\n  forums:\n    - role: x\n"
    )
    assert [one.split(": ")[0] for one in told] == ["f.yaml:1", "f.yaml:1", "f.yaml:3", "f.yaml:5", "f.yaml:7"]
    told = refused("organisation: X\nthemes: {selected: [13, 1, 1]}\naction_cards: [{theme: x, status: y}]\n")
    assert [one.split(": ")[0] for one in told] == ["f.yaml:2", "f.yaml:2", "f.yaml:3", "f.yaml:3"]


WARNED = {
    "a Saturday": ("plan: {next_follow_up: 2027-01-16}", ["2: 2027-01-16 is in a weekend."]),
    "a card valid from a Saturday": ("action_cards: [{theme: 1, valid_from: 2027-05-01}]", []),
    "a meeting on a Sunday": (
        "meetings:\n  tu-droeftelse: {date: 2027-01-17}",
        ["3: 2027-01-17 is in a weekend."],
    ),
    "workshops backwards": (
        "workshops:\n  prepare: {date: 2027-01-12}\n  concretise: {date: 2027-01-11}",
        ["4: 2027-01-11 comes before 2027-01-12, which is to happen first."],
    ),
    "a forum before the workshop": (
        "workshops:\n  qualify: {date: 2027-01-12}\nplan:\n  forums:\n    - {name: AMO, date: 2027-01-11}",
        ["6: 2027-01-11 comes before 2027-01-12, which is to happen first."],
    ),
    "a deadline after the follow-up": (
        "plan:\n  hearing_deadline: 2027-03-03\n  next_follow_up: 2027-03-02",
        ["4: 2027-03-02 comes before 2027-03-03, which is to happen first."],
    ),
    "follow-up before the card": (
        "action_cards:\n  - theme: 1\n    valid_from: 2027-03-02\n    follow_up_date: 2027-03-01",
        ["5: 2027-03-01 comes before 2027-03-02, which is to happen first."],
    ),
    "a card valid before the last forum": (
        "action_cards:\n  - {theme: 1, valid_from: 2027-03-01}\nplan: {forums: [{name: AMO, date: 2027-03-17}]}",
        ["3: The card is valid from 2027-03-01, before the plan is decided on 2027-03-17."],
    ),
    "a card valid after the decision, before others are told": (
        "anchoring: {decides: direktionen}\naction_cards:\n  - {theme: 1, valid_from: 2027-04-01}\n"
        "plan: {forums: [{name: Direktionen, date: 2027-03-24}, {name: AMO, date: 2027-04-05}]}",
        [],
    ),
    "nobody decides": (
        "anchoring:\n  decides: Direktionen\nplan: {forums: [{name: AMO}]}",
        ["3: “Direktionen” decides, but isn't among the plan's forums."],
    ),
    "approved, while a forum has no outcome": (
        "plan:\n  status: godkendt\n  forums:\n    - {name: AMO}\n    - {name: Direktionen, outcome: Godkendt}",
        ["5: The plan is “Godkendt”, but “AMO” has no outcome."],
    ),
    "approved, while a card is a proposal": (
        "plan: {status: Godkendt}\naction_cards:\n  - {theme: 1, status: aftalt}\n  - {theme: 2, status: forslag}",
        ["5: The plan is “Godkendt”, but the card is still “Forslag”."],
    ),
    "a hearing with proposals": (
        "plan: {status: i høring, forums: [{name: AMO}]}\naction_cards: [{theme: 1, status: forslag}]",
        [],
    ),
    "who decides, before there are forums": ("anchoring: {decides: Direktionen}", []),
    "a plan followed up before its cards": (
        "action_cards: [{theme: 1, follow_up_date: 2027-06-15}, {theme: 2, follow_up_date: 2027-06-01}]\n"
        "plan:\n  next_follow_up: 2027-05-31",
        ["4: 2027-05-31 comes before 2027-06-01, when the first card is followed up."],
    ),
    "a plan followed up with its first card": (
        "action_cards: [{theme: 1, follow_up_date: 2027-06-15}]\nplan: {next_follow_up: 2027-06-15}",
        [],
    ),
    "overlap": (
        "workshops:\n  prepare: {date: 2027-01-12, start: 9.00}\n  qualify: {date: 2027-01-12, start: 10.00}",
        ["4: The workshop overlaps “prepare”, which ends at 10.30."],
    ),
    "overlap by the introduction": (
        "workshops:\n  prepare: {date: 12.1.2027, start: 9, intro: ja}\n  qualify: {date: 12.1.2027, start: 11.00}",
        ["4: The workshop overlaps “prepare”, which ends at 11.15."],
    ),
    "no overlap": (
        "workshops:\n  prepare: {date: 2027-01-12, start: 9.00}\n  qualify: {date: 2027-01-12, start: 10.30}",
        [],
    ),
    "card for a theme not chosen": (
        "themes: {selected: [1]}\naction_cards:\n  - theme: 2",
        ["4: The theme “2” isn't among the chosen ones."],
    ),
    "answers for a theme not chosen": (
        "themes: {selected: [1]}\nqualification:\n  - theme: sparring",
        ["4: The theme “sparring” isn't among the chosen ones."],
    ),
    "cards before the choice": ("action_cards:\n  - theme: 2", []),
    "chosen and parked": (
        "themes:\n  selected: [1]\n  parked: [{theme: nye-ledere}]",
        ["4: The theme “nye-ledere” is both chosen and parked."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WARNED.values(), ids=WARNED)
def test_a_likely_slip_is_pointed_out(text: str, expected: list[str]) -> None:
    assert warned(text) == expected


@pytest.mark.parametrize("written", ["“Eksempel Kommune”", "„Eksempel Kommune“", "”Eksempel Kommune”"])
def test_curly_quotes_around_a_value_are_told_with_their_line(written: str) -> None:
    programme, [told] = Programme.check(("f.yaml", f"organisation: {written}\n".encode()))
    assert str(told) == (
        f"f.yaml:1: The quotes {written[0]} {written[-1]} become part of the text. "
        'Use " from the keyboard, or leave them out.'
    )
    assert told.warning
    assert programme.organisation == written


@pytest.mark.parametrize("written", ['"“Vi mangler ro”"', "“Ro” og “tid”", "Temaet “Ro”"])
def test_curly_quotes_that_are_meant_are_no_slip(written: str) -> None:
    assert Programme.check(("f.yaml", f"organisation: {written}\n".encode()))[1] == ()
