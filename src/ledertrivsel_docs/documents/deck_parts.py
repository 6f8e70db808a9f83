"""What the decks of the three workshops are put together from: the room, its words and times, and slides of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..measuring import face, shortened
from ..models.base import Step
from ..models.kit import Kit
from ..models.language import Language
from ..models.library import SAMLET_PLAN, Library
from ..models.programme import Programme
from ..models.references import themes_of
from ..models.run_sheet import RunSheet
from ..models.themes import Theme
from ..models.timetable import agenda, introduction_minutes, item_begins, sessions
from . import deck_times
from .deck_times import Hours, Span
from .papers import paper_names
from .slides import Slide, left_out
from .theme_rows import BLANK_ROWS
from .wording import filled
from .workshop import groups_in, work_papers

_SIZE, _WIDTH = 16, 270.0  # of a line in the panel beside an exercise, in points


@dataclass(frozen=True, slots=True)
class Room:
    """A workshop as it is held: its run sheet and times, its themes, and the words of its slides."""

    library: Library
    programme: Programme
    step: Step
    sheet: RunSheet
    hours: Hours
    places: Mapping[str, str]

    @property
    def words(self) -> Mapping[str, Any]:
        """The words that all three decks share."""
        return self.library.words_of(SAMLET_PLAN, "deck")

    def until(self, span: Span) -> str:
        """How long people have."""
        return deck_times.until(self.words, self.library.language, span)

    def begins(self, span: Span) -> str:
        """When something begins, where that is known."""
        return deck_times.begins(self.words["at"], self.library.language, span)

    def shares(self, span: Span, *names: str) -> dict[str, Span]:
        """How long each of the slides is up that a row or a point has; the last of them takes what is left."""
        words, shares, after = self.words["slides"][self.step.value], {}, 0
        for name in names:
            left = span.minutes - after
            minutes = left if name == names[-1] else min(int(words[name]["minutes"]), left)
            shares[name] = self.hours.part(span, after=after, minutes=minutes)
            after += minutes
        return shares

    def slide(
        self,
        kind: str,
        name: str,
        row: int,
        span: Span,
        *,
        places: Mapping[str, str] | None = None,
        **fields: Any,
    ) -> Slide:
        """A slide of the run sheet's `row`, from its words in content, the `places` in them, and other fields."""
        words = self.words["slides"][self.step.value][name]
        known = {**self.places, **span_places(self.library, self.words, span), **(places or {})}
        return filled_slide(kind, words, known, row=row, name=name, **fields)

    @property
    def themes(self) -> list[tuple[int, Theme]]:
        """Every theme there is to choose from, with its number on worksheet and cards."""
        return list(enumerate(themes_of(self.programme, self.library).values(), 1))

    @property
    def chosen(self) -> list[tuple[int, Theme]]:
        """The chosen themes in the order of their priority, with the numbers they had when they were chosen from."""
        numbered = {theme.id: (number, theme) for number, theme in self.themes}
        return [numbered[name] for name in self.programme.themes.selected]

    def chosen_labels(self) -> list[str]:
        """The chosen themes in brief, or places to write them."""
        blank = self.words["blank_theme"]
        numbers = range(1, BLANK_ROWS + 1)
        return [label(*found) for found in self.chosen] or [blank.format(number=number) for number in numbers]


def the_room(library: Library, programme: Programme, kit: Kit, step: Step) -> Room:
    """The workshop of a step, with everything that the words of its slides may name."""
    introduction = introduction_minutes(programme, library, step)
    items = agenda(programme, library, step)
    begins = item_begins(items, introduction=introduction)
    hours = Hours(sessions(programme, library)[step], items, begins, introduction)
    words = library.words_of(kit.id, "deck")
    source, groups = library.sources[library.samlet_plan.run_sheets.source], groups_in(library, programme, step)
    papers = paper_names(library, kit) | work_papers(library, programme, kit)
    places = papers | {
        "end": _end(words, library.language, hours),
        "groups": f"{words['set_groups']} {groups}".rstrip() if step is Step.PREPARE else groups,
        "source": source.footer,
        "cited": words["cited"].format(title=source.title, year=source.year),
        "unwritten": "" if programme.themes.selected else words["unwritten"],
        "to_fill": "" if hours.session.start else words["to_fill"],
    }
    return Room(library, programme, step, library.samlet_plan.run_sheets.of(step), hours, places)


def _end(words: Mapping[str, Any], language: Language, hours: Hours) -> str:
    """When the work of the workshop is over, and whether it goes on after a break; empty where that isn't known."""
    session, pause = hours.session, hours.items[-1].minutes if hours.items[-1].is_break else 0
    over = session.at(session.minutes - pause)
    if over is None:
        return ""
    kind = "lunch" if session.pause == "lunch" else "break" if session.pause_end else "over"
    return str(words["ends"][kind].format(clock=words["at"]["exact"].format(clock=language.clock_text(over))))


def span_places(library: Library, words: Mapping[str, Any], span: Span) -> dict[str, str]:
    """What the words of a slide can name of the time that it is up, told in the `words` of the deck."""
    language = library.language
    return {
        "time": deck_times.spelled(words, language, span),
        "until": deck_times.until(words, language, span),
        "from": deck_times.begins(words["from"], language, span),
    }


def filled_slide(
    kind: str, words: Mapping[str, Any], known: Mapping[str, str], *, row: int | None, name: str = "", **fields: Any
) -> Slide:
    """A slide from its words with what is `known` in their places, and other fields."""
    texts: dict[str, Any] = left_out(kind)
    for key, value in words.items():
        if key in _LISTS:
            texts[key] = _LISTS[key](value, known)
        elif key != "minutes":
            texts[key] = filled(value, known) or ""
    return Slide(kind, {**texts, **fields}, row=row, name=name)


def panel(title: str, labels: Iterable[str]) -> dict[str, Any]:
    """The themes in sight beside the steps of an exercise."""
    return {"panel_title": title, "panel": [{"label": text} for text in labels]}


def label(number: int, theme: Theme) -> str:
    """A theme on one line beside an exercise: number and as much of its short name as there is room for."""
    return f"{number} {label_of(theme.short, f'{number} ')}"


def label_of(name: str, before: str = "") -> str:
    """As much of a name as has room on one line beside an exercise, behind what stands `before` it."""
    widest = face("", bold=False)
    return shortened(name, lambda cut: widest.width(before + cut, _SIZE) <= _WIDTH)


def _texts(patterns: Iterable[str], places: Mapping[str, str]) -> list[str]:
    return [text for pattern in patterns if (text := filled(pattern, places)) is not None]


def _items(patterns: Iterable[str], places: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"text": text} for text in _texts(patterns, places)]


def _steps(steps: Iterable[Any], places: Mapping[str, str]) -> list[dict[str, Any]]:
    """The numbered steps of an exercise; one may have lines below it."""
    found: list[Any] = [{"text": step, "lines": ()} if isinstance(step, str) else step for step in steps]
    kept = [(text, step) for step in found if (text := filled(step["text"], places)) is not None]
    return [
        {"number": str(number), "text": text, "lines": _texts(step["lines"], places)}
        for number, (text, step) in enumerate(kept, 1)
    ]


def _notes(patterns: Iterable[str], places: Mapping[str, str]) -> list[dict[str, str]]:
    """Speaker notes: what stands before the first colon is the label; one without a colon has none."""
    notes = []
    for pattern in patterns:
        before, colon, after = pattern.partition(": ") if ": " in pattern else ("", "", pattern)
        label, text = filled(before + colon, places), filled(after, places)
        if label is not None and text is not None:
            notes.append({"label": label, "text": text})
    return notes


_LISTS = {"lines": _texts, "items": _items, "questions": _items, "steps": _steps, "notes": _notes}
