"""What an answer means: placeholders, dates, status, the theme of a card, two cards for one."""

from __future__ import annotations

from datetime import date

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting import collect
from tests.support.cards import GOAL, LABELS, PLACEHOLDERS, SPARRING, Card, card_answers, card_of, card_theme, told
from tests.support.programmes import filled
from tests.support.word import W


def test_what_is_typed_over_a_placeholder_in_libreoffice_is_an_answer() -> None:
    """LibreOffice 7.4 leaves the mark and the style on it (measured)."""
    card = Card.of("sparring").without_names().saved_by("LibreOffice/7.4.7.2$Linux_X86_64")
    for text in card.root.iter(W + "t"):
        if text.text == PLACEHOLDERS["goal"]:
            text.text = "Skrevet i LibreOffice"
    assert card.answers() == {"goal": "Skrevet i LibreOffice"}


# Dates and words


@pytest.mark.parametrize(
    ("text", "full_date", "expected_day"),
    [
        ("1. juni 2027", "2027-06-01", date(2027, 6, 1)),
        ("1. juni 2027", None, date(2027, 6, 1)),
        ("1.6.2027", None, date(2027, 6, 1)),
        ("2027-06-01", None, date(2027, 6, 1)),
        ("1. Juni 2027", "2026-01-01", date(2027, 6, 1)),  # typed over: what stands there counts
        ("tirsdag den 1. juni 2027", "2027-06-01", date(2027, 6, 1)),
        ("1. jun. 2027", "2027-06-01", date(2027, 6, 1)),
        ("01/06-27", "2027-06-01", date(2027, 6, 1)),
        ("6/1/2027", "2027-06-01", None),
        ("tirsdag den 1. juli 2027", "2027-06-01", None),
        ("1. juni", "2027-06-01", None),
        ("inden sommer", "2027-06-01", None),
        ("31. april 2027", None, None),
        ("1. juni 3027", None, None),
    ],
)
def test_dates(text: str, full_date: str | None, expected_day: date | None) -> None:
    for key in ("valid_from", "follow_up_date"):
        file = Card.of("sparring").choose_day(key, text, full_date).read()
        if expected_day is None:
            assert (file.outcome, card_of(file)) == ("read", None)
            assert text in told(file)
            assert LABELS[key] in told(file)
        else:
            assert card_answers(file) == {key: expected_day}


@pytest.mark.parametrize(
    ("text", "word"), [("i gang", "I gang"), ("AFTALT.", "Aftalt"), ("Sat  på pause", "Sat på pause")]
)
def test_status_is_spelled_as_in_the_content(text: str, word: str) -> None:
    assert Card.of("sparring").fill("status", text=text).answers() == {"status": word}


def test_an_unknown_status_is_told() -> None:
    file = Card.of("sparring").fill("status", text="Næsten færdig").read()
    assert card_of(file) is None
    assert "Status: “Næsten færdig” is not a word that is used here. Write one of these: Forslag" in told(file)


# Themes


@pytest.mark.parametrize("title", [SPARRING.title, SPARRING.title.upper().rstrip("?"), SPARRING.short, "sparring"])
def test_a_blank_card_is_for_the_theme_of_its_title(title: str) -> None:
    for change in (lambda card: card, Card.without_names, lambda card: card.without_control("title")):
        card = Card.blank().fill("title", text=title).fill("goal", text="Mål")
        change(card)
        file = card.read()
        assert file.problems == ()
        assert card_theme(file) == "sparring"


def test_a_title_may_name_an_own_theme_of_the_programme() -> None:
    card = Card.blank().fill("title", text="Hvordan leder vi på afstand?").fill("goal", text="Mål")
    file = card.read(filled())
    assert card_theme(file) == "hybridledelse"
    alone = collect([("kort.docx", card.bytes())])
    assert alone.own_themes == (ld.OwnTheme(id="hvordan-leder-vi-paa-afstand", title="Hvordan leder vi på afstand?"),)
    assert [found.theme for found in alone.action_cards] == ["hvordan-leder-vi-paa-afstand"]


@pytest.mark.parametrize(
    ("title", "remedy"), [("Hvordan sikre vi sparring", "Did you mean"), ("", "Say which theme it is.")]
)
def test_a_card_without_a_known_theme_is_kept_and_told(title: str, remedy: str) -> None:
    card = Card.blank().fill("goal", text="Mål")
    if title:
        card.fill("title", text=title)
    answers = collect([("kort.docx", card.bytes())])
    assert (answers.action_cards, answers.own_themes) == ((), ())
    assert {note.field: note.text for note in answers.notes} == {GOAL: "Mål"} | ({"Tema": title} if title else {})
    assert remedy in told(answers.files[0])


def test_an_edited_title_is_told_and_the_stamp_counts() -> None:
    file = Card.of("sparring").fill("title", text="Sparring hos os").fill("goal", text="Mål").read()
    assert card_theme(file) == "sparring"
    assert [problem.warning for problem in file.problems] == [True]


def test_two_cards_for_one_theme() -> None:
    first, other = (Card.of("sparring").fill("goal", text=text).bytes() for text in ("Mål", "Andet"))
    answers = collect([("a.docx", first), ("b.docx", other), ("c.docx", first)])
    assert [(card.goal, card.source) for card in answers.action_cards] == [("Mål", "a.docx"), ("Andet", "b.docx")]
    assert "a.docx" in told(answers.files[2])
    merged = answers.merged(ld.Programme(organisation="Kommune"))
    assert merged.programme.action_cards == answers.action_cards
    [conflict] = merged.conflicts
    assert ("a.docx" in str(conflict), "Sparring" in str(conflict)) == (True, True)
    again = answers.merged(merged.programme)
    assert (again.changes, again.conflicts) == ((), ())


def test_the_example_is_not_an_answer() -> None:
    card = Card(ld.build_document("Action card - eksempel").bytes)
    file = card.read()
    assert (file.outcome, card_of(file), [problem.warning for problem in file.problems]) == ("skipped", None, [True])
    changed = card.fill("goal", text="Vores eget mål").read()
    assert (changed.outcome, card_of(changed)) == ("skipped", None)
    assert [problem.warning for problem in changed.problems] == [False]
    assert GOAL in told(changed)
