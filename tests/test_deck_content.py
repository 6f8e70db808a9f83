"""The decks of the three workshops: they follow the run sheet, and say the source's words to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import deck as deck_document
from ledertrivsel_docs.documents import group_leader_card, map_places, run_sheet
from ledertrivsel_docs.documents.copy import Copy
from ledertrivsel_docs.documents.deck_parts import Room, the_room
from ledertrivsel_docs.documents.map_places import Chip, label_width, on_map
from ledertrivsel_docs.documents.ratings import PlacedTheme
from ledertrivsel_docs.documents.slides import INTRODUCTION, Deck, Slide
from ledertrivsel_docs.models.base import Step
from ledertrivsel_docs.models.kit import KitDocument
from ledertrivsel_docs.models.timetable import agenda
from ledertrivsel_docs.page_parts import deck_looks
from tests.support.programmes import HOSTILE, LONG_TITLE, PROGRAMMES, filled

LIBRARY = ld.Library.default()
PLAN = LIBRARY.samlet_plan
KIT = LIBRARY.kits["samlet-plan"]
NUMBERS = {Step.PREPARE: 12, Step.QUALIFY: 22, Step.CONCRETISE: 32}
CLOCK = re.compile(r"\b(\d{1,2}\.\d{2})\b")
MINUTES = re.compile(r"\b(\d+)\sminut")

pytestmark = pytest.mark.filterwarnings("error")


def programme(**fields: Any) -> ld.Programme:
    return ld.Programme.model_validate({"organisation": "Eksempel Kommune", **fields}).resolved()


def one_day(*, intro: bool = False) -> ld.Programme:
    """Three workshops on one day, with lunch after the second one, or with the introduction after the first."""
    day, start = date(2027, 1, 12), time(9) if intro else time(8, 30)
    first = {"date": day, "start": start, "intro": intro}
    times = {"prepare": first, "qualify": {"date": day}, "concretise": {"date": day}}
    return programme(workshops=times, themes={"selected": ["1"]})


def made(name: str) -> ld.Programme:
    if name.startswith("one day"):
        return one_day(intro=name.endswith("intro"))
    found = PROGRAMMES[name]()
    return found.resolved() if found else ld.Programme.blank()


def copy(step: Step, document: str = "deck") -> Copy:
    return Copy(KIT, KitDocument(number=NUMBERS[step], id=document, name="x"))


def deck(found: ld.Programme, step: Step) -> Deck:
    return deck_document.deck(LIBRARY, found, copy(step))


def slide(found: Deck, title: str) -> Slide:
    return next(one for one in found.slides if one.context["title"] == title)


def texts(value: Any) -> Iterator[str]:
    """Every text in a context."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)
    elif not isinstance(value, bool | float | int):
        yield str(value)


def shown(found: Slide) -> list[str]:
    """What stands on the slide, without its notes."""
    return list(texts({key: value for key, value in found.context.items() if key != "notes"}))


CASES = [(name, step) for name in (*PROGRAMMES, "one day", "one day with intro") for step in Step]


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


def test_groups_know_how_long_each_of_them_has() -> None:
    def each(participants: int, step: Step, title: str) -> list[str]:
        found = programme(participants=participants, themes={"selected": ["1", "2", "3", "4"]})
        return [note["text"] for note in slide(deck(found, step), title).context["notes"] if "gruppe:" in note["label"]]

    assert each(18, Step.QUALIFY, "Fortæl, og lyt til de andre")[0].startswith("ca.\u00a04 minutter")
    assert each(40, Step.QUALIFY, "Fortæl, og lyt til de andre")[0].startswith("ca.\u00a02 minutter")
    assert each(18, Step.PREPARE, "Sæt jeres temaer på kortet") == ["ca.\u00a02 minutter."]
    assert each(120, Step.PREPARE, "Sæt jeres temaer på kortet") == []


@pytest.mark.parametrize(
    ("participants", "themes", "said"),
    [
        (18, 4, "18 deltagere på 4 temaer er 4–5 i hver gruppe."),
        (20, 4, "20 deltagere på 4 temaer er 5 i hver gruppe."),
        (40, 4, "40 deltagere på 4 temaer er 8 grupper med 5 i hver. Flere grupper får samme tema."),
        (4, 4, "4 deltagere på 4 temaer er 1 gruppe med 4 i hver. En gruppe tager flere temaer."),
        (4, 1, "4 deltagere på 1 tema er 4 i hver gruppe."),
    ],
)
def test_groups_are_of_the_themes_once_these_are_chosen(participants: int, themes: int, said: str) -> None:
    selected = [str(number) for number in range(1, themes + 1)]
    found = programme(participants=participants, themes={"selected": selected})
    notes = deck(found, Step.QUALIFY).slides[0].context["notes"]
    assert {"label": "Grupper: ", "text": said} in notes
    beside = run_sheet.context(LIBRARY, found, copy(Step.QUALIFY, "run-sheet"))["beside"]
    assert beside[1]["text"].endswith(said)
    assert beside[2]["title"] == "Til sidst"


def test_what_to_lay_out_has_the_names_of_its_files() -> None:
    titles = {found.plain_title for found in KIT.documents}
    for step in Step:
        notes = deck(ld.Programme.blank(), step).slides[0].context["notes"]
        named = re.findall(r"”(\d\d [^”]+)”", next(note["text"] for note in notes if note["label"] == "Hav klar: "))
        assert len(named) >= 2
        assert set(named) <= titles


def test_without_dates_the_break_comes_last_and_says_when_to_skip() -> None:
    *_, thanks, pause = deck(ld.Programme.blank(), Step.QUALIFY).slides
    assert [(one.context["title"], one.row) for one in (thanks, pause)] == [("Tak for i dag!", 1), ("Pause", 2)]
    assert {"label": "Hvis I fortsætter i dag: ", "text": "Spring sliden over."} in thanks.context["notes"]
    assert pause.context["notes"][-1]["label"] == "Hvis I slutter her i dag: "


def test_a_blank_deck_has_places_to_write() -> None:
    for step in Step:
        first, *_, last = (one for one in deck(ld.Programme.blank(), step).slides if one.context["title"] != "Pause")
        assert first.context["kicker"] == "Skriv jeres organisation her"
        assert last.context["contact"] == "Skriv her, hvem der svarer på spørgsmål"


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


def test_what_is_cut_out_of_the_source_stands_there() -> None:
    words = LIBRARY.words["deck"]
    assert PLAN.run_sheets.asked.plan.evaluation.endswith(words["reference"])
    assert len(PLAN.action_card.fields) == 7  # as the slide about them says


def test_a_quotation_stands_in_its_marks_with_its_source() -> None:
    for step in (Step.PREPARE, Step.QUALIFY):
        (quoted,) = [one.context for one in deck(filled(), step).slides if one.kind == "quote"]
        assert (quoted["lines"][0][0], quoted["lines"][-1][-1]) == ("”", "”")
        assert quoted["said_by"].startswith("Sagt af: ")
        assert quoted["said_by"].endswith(", i BFA’s Skab en samlet plan for ledertrivsel (2025)")


def test_no_slide_in_content_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    used: dict[Step, set[str]] = {step: set() for step in Step}
    make = Room.slide

    def noted(room: Room, kind: str, name: str, *arguments: Any, **fields: Any) -> Slide:
        used[room.step].add(name)
        return make(room, kind, name, *arguments, **fields)

    monkeypatch.setattr(Room, "slide", noted)
    for name, step in CASES:
        deck(made(name), step)
    assert used == {step: set(LIBRARY.words["deck"]["slides"][step.value]) for step in Step}


def test_each_quotation_stands_in_one_deck() -> None:
    quoted = [one for step in Step for one in deck(filled(), step).slides if one.kind == "quote"]
    assert sorted(one.context["title"] for one in quoted) == sorted(found.title for found in PLAN.tool.quotations)


class TestMeetingAgain:
    def test_the_next_workshop_is_told_once_where_it_is_known(self) -> None:
        told = deck(filled().resolved(), Step.PREPARE)
        line = "Næste workshop: tirsdag den 26. januar 2027 kl.\u00a09.00, Byrådssalen"
        assert slide(told, "Det sker der nu").context["items"][0]["text"] == line
        assert [text for one in told.slides for text in shown(one)].count(line) == 1

    def test_else_there_is_a_place_to_write_it(self) -> None:
        items = slide(deck(ld.Programme.blank(), Step.PREPARE), "Det sker der nu").context["items"]
        assert items[0]["text"] == "Næste workshop: Skriv dato og sted her"

    def test_on_one_day_people_are_told_when_it_goes_on(self) -> None:
        end = [deck(one_day(), step).slides[-1].context for step in Step]
        assert [(found["title"], found["lead"]) for found in end] == [
            ("Tak for nu!", "Vi fortsætter kl.\u00a010.15"),
            ("Tak for nu!", "Vi fortsætter kl.\u00a012.10"),
            ("Tak for i dag!", "Udfyld skemaet, og læg det ved døren"),
        ]
        rows = slide(deck(one_day(), Step.QUALIFY), "Dagens program").context["rows"]
        assert [(row["clock"], row["title"]) for row in rows[-2:]] == [
            ("10.25", "Kvalificér de valgte temaer"),
            ("11.25", "Frokost til kl. 12.10"),
        ]

    def test_the_break_ends_a_workshop_where_it_is_all_there_is_before_the_next(self) -> None:
        found = deck(one_day(intro=True), Step.QUALIFY)
        last = found.slides[-1].context
        assert (last["title"], last["lead"]) == ("Pause", "Til kl.\u00a013.20")
        rows = slide(found, "Dagens program").context["rows"]
        assert [(row["clock"], row["title"]) for row in rows[-2:]] == [("13.10", "Pause"), ("13.20", "Næste workshop")]
        said = [note["text"] for note in slide(found, "Dagens program").context["notes"]]
        assert "”Vi holder pause kl.\u00a013.10.”" in said

    def test_a_break_is_shown_only_where_there_may_be_one(self) -> None:
        assert "Pause" not in [one.context["title"] for one in deck(filled().resolved(), Step.QUALIFY).slides]
        assert "Pause" in [one.context["title"] for one in deck(ld.Programme.blank(), Step.QUALIFY).slides]


class TestPlanSlides:
    def test_forums_are_told_with_their_dates(self) -> None:
        items = [
            item["text"]
            for item in slide(deck(filled().resolved(), Step.CONCRETISE), "Det sker der nu").context["items"]
        ]
        assert "Område-MED: høring den 24. februar 2027, svar senest den 3. marts 2027" in items
        assert "Hoved-MED: drøftelse den 10. marts 2027" in items

    def test_a_hearing_without_a_deadline_of_its_own_has_the_plans(self) -> None:
        plan = {"hearing_deadline": date(2027, 3, 3), "forums": [{"name": "MED", "role": "høring"}, {"name": "AMO"}]}
        told = shown(slide(deck(programme(plan=plan), Step.CONCRETISE), "Det sker der nu"))
        assert "MED: høring, svar senest den 3. marts 2027" in told
        assert "AMO" in told

    @pytest.mark.parametrize("anchoring", [{}, {"sender": "Direktionen"}])
    def test_decisions_are_answered_or_have_a_place_to_write(self, anchoring: dict[str, str]) -> None:
        found = slide(deck(programme(anchoring=anchoring), Step.PREPARE), "Hvad sker der med planen?")
        assert [item["text"] for item in found.context["items"]] == [
            f"Afsender: {'Direktionen' if anchoring else 'Skriv svaret her'}",
            "Inddrages undervejs: Skriv svaret her",
            "Beslutter: Skriv svaret her",
            "Forankres hos: Skriv svaret her",
        ]

    def test_open_questions_hold_what_was_parked(self) -> None:
        found = slide(deck(filled().resolved(), Step.CONCRETISE), "Hvem gør hvad herfra?").context
        assert found["panel_title"] == "Åbne spørgsmål"
        assert found["panel"][-1] == {"label": "Parkeret: Samarbejde på tværs"}


def maps(found: ld.Programme) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The slides with the map as groups meet it, and those with what they rated."""
    made_maps = [one for one in deck(found, Step.PREPARE).slides if one.kind == "map"]
    return tuple([one.context for one in made_maps if one.name == name] for name in ("map", "rated"))  # type: ignore[return-value]


class TestMap:
    def test_every_theme_lies_beside_it_before_the_groups_have_placed_theirs(self) -> None:
        for found in (made(name) for name in PROGRAMMES):
            empty, _ = maps(found)
            known = {theme.id for _, theme in the_room(LIBRARY, found, KIT, Step.PREPARE).themes}
            listed = {chip["id"] for one in empty for chip in one["beside"]}
            assert known <= listed <= known | {"eget-1", "eget-2"}
            assert not any(one["placed"] or one["parked"] for one in empty)

    def test_what_groups_rated_has_a_slide_of_its_own_behind_their_reasons(self) -> None:
        names = [one.name for one in deck(filled(), Step.PREPARE).slides]
        assert names[names.index("reasons") :][:3] == ["reasons", "rated", "choose"]
        assert "rated" not in [one.name for one in deck(programme(), Step.PREPARE).slides]
        for found in (made(name) for name in PROGRAMMES):
            _, rated = maps(found)
            ids = [chip["id"] for one in rated for area in ("beside", "placed", "parked") for chip in one[area]]
            known = {theme.id for _, theme in the_room(LIBRARY, found, KIT, Step.PREPARE).themes}
            assert sorted(ids) == (sorted(known) if found.themes.ratings else [])

    def test_it_is_told_in_words_and_read_field_by_field(self) -> None:
        _, (found,) = maps(filled().resolved())
        (told,) = [note["text"] for note in found["notes"] if note["label"] == "Kortet i ord: "]
        assert told.startswith("Felt 1: 3 Sparring, 1 Nye ledere, 4 Restitution. Felt 2: 13 Ledelse på afstand, ")
        assert told.endswith(" Parkeret: 10 Samarbejde på tværs.")
        places = [told.index(chip["label"]) for area in ("placed", "beside", "parked") for chip in found[area]]
        assert places == sorted(places)

    def test_a_theme_says_where_it_lies(self) -> None:
        _, (found,) = maps(filled().resolved())
        assert found["placed"][0]["told"] == "3 Sparring: felt 1, Vigtigt, men lykkes ikke godt"
        assert found["parked"][0]["told"] == "10 Samarbejde på tværs: på parkeringspladsen"

    def test_there_are_empty_chips_as_far_as_there_is_room(self) -> None:
        def empty(own: int) -> list[str]:
            found = programme(themes={"own": [{"id": f"o-{number}", "title": "Eget"} for number in range(own)]})
            shown_there = [one.context for one in deck(found, Step.PREPARE).slides if one.kind == "map"]
            return [chip["id"] for one in shown_there for chip in one["beside"] if chip["id"].startswith("eget-")]

        assert [empty(count) for count in (0, 4, 5, 6, 7)] == [
            ["eget-1", "eget-2"],
            ["eget-1", "eget-2"],
            ["eget-1"],
            [],
            ["eget-1", "eget-2"],
        ]

    def test_more_themes_than_fit_go_on_on_a_next_slide(self) -> None:
        own = [{"id": f"eget-{number}", "title": "Et tema, som to har skrevet"} for number in range(20)]
        parked = [{"theme": str(number)} for number in range(1, 6)]
        rated = [{"theme": "6", "importance": 5, "success": 1, "group": 1}]
        empty, after = maps(programme(themes={"own": own, "parked": parked, "ratings": rated}))
        assert [len(one["beside"]) for one in empty] == [18, 14]
        assert [len(one["beside"]) for one in after] == [18, 8]
        assert [len(one["parked"]) for one in after] == [3, 2]
        assert empty[1]["notes"][0]["text"] == "Fortsat fra forrige slide."

    def test_a_long_title_is_cut_on_the_chip_and_whole_in_what_is_said_of_it(self) -> None:
        (chip,) = map_places.beside([Chip("langt", 13, LONG_TITLE)])
        assert chip["label"].endswith("…")
        assert label_width(chip["label"]) <= map_places.LIST_WIDTH
        (found, *_), _ = maps(PROGRAMMES["extreme"]().resolved())  # type: ignore[union-attr]
        assert any(f"13 {LONG_TITLE}" in one["told"] for one in found["beside"])

    def test_its_areas_are_as_large_as_the_templates(self) -> None:
        assert (deck_looks.MAP.width, deck_looks.MAP.height) == (map_places.MAP_WIDTH, map_places.MAP_HEIGHT)
        assert deck_looks.GAP == map_places.MAP_GAP
        assert deck_looks.LIST.width == map_places.LIST_WIDTH
        assert deck_looks.LIST.height >= map_places.BESIDE * map_places.CHIP_HEIGHT
        assert deck_looks.CHIP_HEIGHT == map_places.CHIP_HEIGHT


MARKS = st.sampled_from([mark / 2 for mark in range(2, 11)])
NAMES = st.sampled_from([*(theme.short for theme in PLAN.themes.themes), LONG_TITLE, "Medarbejderudviklingssamtaler"])


def placed(marks: list[tuple[float, float]], names: list[str]) -> list[dict[str, Any]]:
    rated = []
    for number, ((importance, success), name) in enumerate(zip(marks, names, strict=True)):
        theme = PLAN.themes.themes[0].model_copy(update={"id": f"tema-{number}"})
        field = PLAN.priority_map.field(importance=importance, success=success)
        rated.append((Chip(theme.id, number, name), PlacedTheme(theme, importance, success, 1, field)))
    found = on_map(rated)
    by_id = {chip["id"]: chip for chip in found}
    for number, (importance, success) in enumerate(marks):
        chip = by_id[f"tema-{number}"]
        assert inside(chip, right=success >= 3, below=importance < 3), chip
        assert len(chip["label"].split(" ", 1)[1]) > 3, chip
        assert label_width(chip["label"]) <= chip["width"] * map_places.MAP_WIDTH + 0.001
    return found


def inside(chip: dict[str, Any], *, right: bool, below: bool) -> bool:
    """Whether a chip is within its field, below the heading."""
    width, height, gap = map_places.MAP_WIDTH, map_places.MAP_HEIGHT, map_places.MAP_GAP
    across, down = (width + gap) / 2, (height + gap) / 2
    left, top = chip["left"] * width - right * across, chip["top"] * height - below * down
    fits_across = left >= 0 and left + chip["width"] * width <= across - gap + 0.001
    return (
        bool(fits_across) and map_places.HEADING * height - 0.001 <= top <= down - gap - map_places.CHIP_HEIGHT + 0.001
    )


def overlaps(one: dict[str, Any], other: dict[str, Any]) -> bool:
    apart = max(other["left"] - one["left"] - one["width"], one["left"] - other["left"] - other["width"])
    return bool(apart < 0) and abs(one["top"] - other["top"]) * map_places.MAP_HEIGHT < map_places.CHIP_HEIGHT


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(st.tuples(MARKS, MARKS), NAMES), min_size=1, max_size=12))
def test_up_to_twelve_rated_themes_never_cover_each_other(rated: list[tuple[tuple[float, float], str]]) -> None:
    found = placed([marks for marks, _ in rated], [name for _, name in rated])
    pairs = [(one, other) for place, one in enumerate(found) for other in found[:place]]
    assert not [pair for pair in pairs if overlaps(*pair)]


@pytest.mark.parametrize("count", [12, 18, 30])
def test_all_in_one_field_stay_inside_it(count: int) -> None:
    found = placed([(5, 1)] * count, ["Passe på sig selv og hinanden"] * count)
    pairs = [(one, other) for place, one in enumerate(found) for other in found[:place]]
    assert any(overlaps(*pair) for pair in pairs) == (count > 18)


def test_one_theme_lies_where_its_rating_says() -> None:
    (chip,) = placed([(3.5, 2)], ["Sparring"])
    middle = chip["left"] + chip["width"] / 2
    assert middle == pytest.approx(0.25)
    assert chip["top"] * map_places.MAP_HEIGHT + map_places.CHIP_HEIGHT / 2 == pytest.approx(
        0.375 * map_places.MAP_HEIGHT
    )
