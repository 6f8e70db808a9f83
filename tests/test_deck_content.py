"""Every deck of every workshop: times, notes, titles, fields, and the source to the letter."""

from __future__ import annotations

import re

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import group_leader_card, run_sheet
from ledertrivsel_docs.documents.deck_parts import the_room
from ledertrivsel_docs.documents.slides import INTRODUCTION, Deck
from ledertrivsel_docs.models.base import Step
from ledertrivsel_docs.models.timetable import agenda
from tests.support.programmes import HOSTILE, filled
from tests.support.workshop_decks import (
    CASES,
    CLOCK,
    KIT,
    LIBRARY,
    MINUTES,
    PLAN,
    copy,
    deck,
    made,
    programme,
    shown,
    slide,
    texts,
)


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def case(request: pytest.FixtureRequest) -> tuple[ld.Programme, Step, Deck]:
    name, step = request.param
    found = made(name)
    return found, step, deck(found, step)


Case = tuple[ld.Programme, Step, Deck]


def test_every_row_of_the_run_sheet_has_slides_in_order(case: Case) -> None:
    found, step, made_deck = case
    all_rows = [one.row for one in made_deck.slides]
    rows = [row for row in all_rows if row is not None and row != INTRODUCTION]
    assert rows == sorted(rows)
    assert set(rows) == set(range(len(agenda(found, LIBRARY, step))))


def test_the_introduction_comes_after_the_first_row() -> None:
    for intro in (True, False):
        found = programme(workshops={"prepare": {"intro": intro}})
        rows = [one.row for one in deck(found, Step.PREPARE).slides]
        assert (INTRODUCTION in rows) == intro
        if intro:
            place = rows.index(INTRODUCTION)
            assert (rows[place - 1], rows[place + 1]) == (0, 1)


def test_titles_are_unique_and_ours_are_short(case: Case) -> None:
    titles = [one.context["title"] for one in case[2].slides]
    assert all(titles)
    assert len({title.casefold() for title in titles}) == len(titles)
    assert all(len(title) <= 45 for title in titles), titles


def test_notes_say_what_to_do(case: Case) -> None:
    for one in case[2].slides:
        notes = one.context["notes"]
        labels = [note["label"] for note in notes]
        if notes[0] == {"label": "", "text": LIBRARY.words["common"]["slides"]["go_on"]}:
            notes, labels = notes[1:], labels[1:]
        assert 2 <= len(notes) <= 9, one.context["title"]
        assert labels[0] == "Tid: "
        assert {"Sig: ", "Gør: ", "Hav klar: "} & set(labels), one.context["title"]
        assert all(re.fullmatch(r"[A-ZÆØÅ][^:]*: ", label) for label in labels), labels
        assert all(note["text"].strip() for note in notes)


def test_nothing_is_unfilled(case: Case) -> None:
    _, step, made_deck = case
    cut = (HOSTILE, "{% if…", "{% if …", "{{ 7*7 }}")  # what a user wrote, whole or shortened
    own = [re.sub("|".join(map(re.escape, cut)), "", text) for text in texts(made_deck.common)]
    for one in made_deck.slides:
        own += [text.replace(HOSTILE, "").replace("{{ 7*7 }}", "").replace("{%", "") for text in texts(one.context)]
    assert not [text for text in own if re.search(r"\bNone\b|[{}]", text)], step


def test_a_slide_has_the_fields_of_its_kind(case: Case) -> None:
    fields = {
        "title": {"kicker", "subtitle"},
        "section": {"kicker", "lead"},
        "agenda": {"columns", "rows"},
        "exercise": {"lead", "steps", "until", "panel_title", "panel"},
        "question": {"lead", "questions", "until"},
        "theme": {"themes"},
        "steps": {"lead", "steps"},
        "map": {
            *("importance", "success", "fields", "beside_title", "beside"),
            *("placed", "parking_title", "parked"),
        },
        "quote": {"lines", "said_by"},
        "result": {"lead", "items", "until"},
        "closing": {"lead", "contact"},
    }
    for one in case[2].slides:
        link = {"mail", "after"} if "mail" in one.context else set()
        assert set(one.context) == fields[one.kind] | link | {"title", "notes"}


class Times:
    """What the run sheet says of the time."""

    def __init__(self, found: ld.Programme, step: Step) -> None:
        sheets = {other: run_sheet.context(LIBRARY, found, copy(other, "run-sheet")) for other in Step}
        self.sheet = sheets[step]
        here = [self.sheet["end"]["clock"], self.sheet["end"]["title"]]
        points = [point["clock"] for item in self.sheet["items"] for point in item["points"]]
        here += [item["clock"] for item in self.sheet["items"]]
        here += [clock for clock in points if "ca." not in clock]
        following = [sheets[other]["items"][0]["clock"] for other in list(Step)[list(Step).index(step) + 1 :][:1]]
        self.exact = set(CLOCK.findall(" ".join([*here, *following])))
        self.own = set(CLOCK.findall(" ".join(clock for clock in points if "ca." in clock)))


def test_the_agenda_is_the_run_sheet(case: Case) -> None:
    found, step, made_deck = case
    sheet = Times(found, step).sheet
    rows = next(one for one in made_deck.slides if one.kind == "agenda").context["rows"]
    expected = [(item["clock"], item["title"], item["minutes"].split()[0]) for item in sheet["items"]]
    if "_" in sheet["end"]["clock"]:  # a screen reader would read a line to write on as so many underscores
        assert {row["clock"] for row in rows} == {"Skriv tid"}
        expected = [("Skriv tid", title, minutes) for _, title, minutes in expected]
    else:
        assert rows[-1]["clock"] == sheet["end"]["clock"]
    assert [tuple(row.values()) for row in rows[:-1]] == expected
    assert rows[-1]["title"] == sheet["end"]["title"]


def test_clock_times_are_those_of_the_run_sheet(case: Case) -> None:
    found, step, made_deck = case
    times = Times(found, step)
    shares = {clock for one in made_deck.slides for clock in CLOCK.findall(one.context["notes"][0]["text"])}
    leaders = group_leader_card.context(LIBRARY, found, copy(Step.PREPARE, "group-leader-card"))["steps"]
    choosing = {clock for told in leaders for clock in CLOCK.findall(told["clock"])}
    ours = times.own | shares
    known = times.exact | ours | choosing | {moved(clock, -10) for clock in times.own}
    for one in made_deck.slides:
        assert {clock for note in one.context["notes"] for clock in CLOCK.findall(note["text"])} <= known
        for until in (text for text in shown(one) if text.startswith("Til ")):
            (clock,) = CLOCK.findall(until)
            near = [told for told in ours if abs(minute(told) - minute(clock)) < 3]
            assert near and minute(clock) % 5 == 0 if "ca." in until else clock in times.exact, until


def minute(clock: str) -> int:
    """The minute of the day."""
    hours, minutes = clock.split(".")
    return int(hours) * 60 + int(minutes)


def moved(clock: str, minutes: int) -> str:
    """A clock time so many minutes later."""
    return "{}.{:02}".format(*divmod(minute(clock) + minutes, 60))


def test_slides_share_the_minutes_of_their_row(case: Case) -> None:
    found, step, made_deck = case
    rows = agenda(found, LIBRARY, step)
    spent = dict.fromkeys(range(len(rows)), 0)
    for one in made_deck.slides:
        if one.row in spent and (told := MINUTES.search(one.context["notes"][0]["text"])):
            spent[one.row] += int(told.group(1))
    assert list(spent.values()) == [row.minutes for row in rows]


def test_slides_follow_each_other_without_a_gap() -> None:
    for step in Step:
        times = [one.context["notes"][0]["text"] for one in deck(filled().resolved(), step).slides]
        spans = [re.findall(r"\d+\.\d\d", text) for text in times if CLOCK.search(text)]
        assert [span[0] for span in spans[1:]] == [span[1] for span in spans[:-1]], step


def test_lengths_on_slides_are_those_of_their_notes(case: Case) -> None:
    for one in case[2].slides:
        tool = [PLAN.run_sheets.of(other).minutes for other in Step] if one.kind == "steps" else []
        known = {str(minutes) for minutes in (*tool, *([135] if tool else []))}
        known |= {minutes for note in one.context["notes"] for minutes in MINUTES.findall(note["text"])}
        assert {minutes for text in shown(one) for minutes in MINUTES.findall(text)} <= known


def test_without_a_start_exercises_say_how_long(case: Case) -> None:
    found, step, made_deck = case
    untils = [one.context["until"] for one in made_deck.slides if one.context.get("until")]
    assert len(untils) >= 2
    known = bool(CLOCK.search(Times(found, step).sheet["end"]["clock"]))
    assert all(until.startswith("Til " if known else ("Ca.", "20 ")) for until in untils), untils


def test_themes_are_in_sight(case: Case) -> None:
    found, step, made_deck = case
    themes = {theme.id: (number, theme) for number, theme in the_room(LIBRARY, found, KIT, step).themes}
    wanted = list(themes) if step is Step.PREPARE else list(found.themes.selected)
    other = ("Felterne på kortet", "Åbne spørgsmål")
    exercises = [one for one in made_deck.slides if one.kind == "exercise" and one.context["panel_title"] not in other]
    assert len(exercises) == (1 if step is Step.QUALIFY else 2)
    if step is Step.QUALIFY and wanted:
        lead = slide(made_deck, "Kvalificér jeres tema").context["lead"]
        assert all(f"{themes[name][0]} {themes[name][1].short[:5]}" in lead for name in wanted)
    for one in exercises:
        labels = [item["label"] for item in one.context["panel"]]
        if wanted:
            assert [label.split()[0] for label in labels] == [str(themes[name][0]) for name in wanted]
            assert all(
                themes[name][1].short.startswith(label.split(" ", 1)[1].rstrip("…"))
                for name, label in zip(wanted, labels, strict=True)
            )
        else:
            assert labels == [f"Tema {number}" for number in range(1, 6)]
    told = next((one for one in made_deck.slides if one.kind == "theme"), None)
    assert (told is None) == (step is Step.CONCRETISE)
    if told and wanted:
        assert [line["title"] for line in told.context["themes"]] == [themes[name][1].title for name in wanted]
        questions = [line["question"] for line in told.context["themes"]]
        assert questions == [" ".join(themes[name][1].questions) for name in wanted]


def test_the_source_is_told_to_the_letter(case: Case) -> None:
    _, step, made_deck = case
    on_slides = [text.strip("”") for one in made_deck.slides for text in shown(one)]
    in_notes = " ".join(text for one in made_deck.slides for text in texts(one.context["notes"]))
    tool, asked, prioritising = PLAN.tool, PLAN.run_sheets.asked, PLAN.priority_map
    here: dict[Step, list[str]] = {
        Step.PREPARE: [
            *(found.title for found in tool.steps),
            *tool.quotations[1].lines,
            *prioritising.discussion.questions[:2],
            prioritising.parking_lot.text,
            *(field.name for field in prioritising.fields),
            *texts(prioritising.importance.model_dump()),
            *texts(prioritising.success.model_dump()),
            *asked.knowledge.then,
            *(text for theme in PLAN.themes.themes for text in (theme.title, " ".join(theme.questions))),
        ],
        Step.QUALIFY: [
            PLAN.qualification.intro[-1],
            *tool.quotations[0].lines,
            *asked.knowledge.now,
            *(f"{found.label}: {' '.join(found.questions)}" for found in PLAN.qualification.questions),
        ],
        Step.CONCRETISE: [
            *(field.label for field in PLAN.action_card.fields),
            f"{asked.cards.condition}:",
            asked.cards.again,
            asked.plan.communication.removesuffix(" – jf. ”konkretisering”"),
            asked.plan.information,
            asked.plan.evaluation.removesuffix(" – jf. ”konkretisering”"),
            asked.plan.from_here,
            "Tak for i dag!",
        ],
    }
    for text in here[step]:
        assert text in on_slides, text
    in_part = {
        Step.PREPARE: [tool.purpose.text or "", tool.quotations[1].said_by],
        Step.QUALIFY: [tool.quotations[0].said_by],
        Step.CONCRETISE: [
            PLAN.action_card.advice.follow_up,
            PLAN.run_sheets.run_sheets[2].items[1].points[0].text,
        ],
    }
    assert all(any(text in whole for whole in on_slides) for text in in_part[step])
    told = {
        Step.PREPARE: [prioritising.discussion.questions[-1], *tool.decisions.points],
        Step.QUALIFY: [tool.step(Step.QUALIFY).points[-1]],
        Step.CONCRETISE: [PLAN.action_card.advice.cards],
    }
    assert all(text in in_notes for text in told[step])
