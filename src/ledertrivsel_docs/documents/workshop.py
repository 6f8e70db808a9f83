"""What the papers of one workshop say alike: its clock times, its groups, and what comes after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import time
from typing import Any

from ..models.amounts import (
    SMALLEST_GROUP,
    answers_are_shown,
    groups_of,
    groups_on_each_theme,
    groups_on_themes,
    sharing,
)
from ..models.base import Step
from ..models.kit import Kit
from ..models.library import SAMLET_PLAN, Library
from ..models.programme import Programme
from ..models.timetable import Session, agenda, introduction_minutes, item_begins
from .papers import paper_names


def run_sheet_words(library: Library) -> Mapping[str, Any]:
    """The words of the workshops' run sheets."""
    return library.words_of(SAMLET_PLAN, "run-sheet")


def clock_or_place(library: Library, words: Mapping[str, Any], moment: time | None) -> str:
    """A time of day, or where it isn't known a place to write it, in the `words` of a run sheet."""
    return library.language.clock_text(moment) if moment else words["by_hand"]["clock"]


def groups_text(library: Library, programme: Programme) -> str:
    """How many groups the participants make, where that is known."""
    count = programme.participants or 0
    if count < SMALLEST_GROUP:
        return ""
    groups = groups_of(count)
    kind = "between" if groups.fewest < groups.most else "some" if groups.fewest > 1 else "one"
    text: str = run_sheet_words(library)["groups"][kind]
    return text.format(participants=count, fewest=groups.fewest, most=groups.most)


def groups_on_themes_text(library: Library, programme: Programme) -> str:
    """How many there are in the groups that work on the chosen themes, where both are known."""
    count, themes = programme.participants or 0, len(programme.themes.selected)
    if count < SMALLEST_GROUP or not themes:
        return ""
    words = run_sheet_words(library)["theme_groups"]
    groups = groups_on_themes(count, themes)
    fewest, most = count // groups, -(-count // groups)
    alone = "alone" if themes == 1 else "alone_on_themes"
    kind = alone if groups == 1 else "more" if groups > themes else "each" if groups == themes else "fewer"
    return str(words[kind]).format(
        participants=count,
        themes=words["themes" if themes > 1 else "theme"].format(count=themes),
        groups=words["groups" if groups > 1 else "group"].format(count=groups),
        size=words["size" if fewest < most else "one_size"].format(fewest=fewest, most=most),
    )


def groups_in(library: Library, programme: Programme, step: Step) -> str:
    """The groups of a workshop: of three to five in the first one, then on the chosen themes."""
    return (groups_text if step is Step.PREPARE else groups_on_themes_text)(library, programme)


def work_papers(library: Library, programme: Programme, kit: Kit) -> dict[str, str]:
    """What to lay out for the groups on the themes and how many, and how the evaluation is done: as the packing list.

    Once themes are chosen there is a card for each of them; until then they are blank.
    """
    words, names = run_sheet_words(library), paper_names(library, kit)
    people, themes = programme.participants, len(programme.themes.selected)
    kind = sharing(people, themes)
    each = groups_on_each_theme(people, themes) if people and themes else 0
    evaluate = words["evaluate"]["forms" if answers_are_shown(people) else "talk"]
    return {
        "card_to_write": names["action_card" if themes else "action_card_blank"],
        "for_themes": words["for_themes"][kind].format(each=each),
        "shared": words["shared"] if each > 1 else "",
        "evaluate": evaluate.format(evaluation=names["evaluation"]),
    }


def agenda_rows(library: Library, programme: Programme, step: Step) -> Iterator[tuple[int, str, int]]:
    """What happens in a workshop, a row a time: minutes from its start, title and length, with the introduction."""
    items, introduction = agenda(programme, library, step), introduction_minutes(programme, library, step)
    for number, (item, begin) in enumerate(zip(items, item_begins(items, introduction=introduction), strict=True)):
        yield begin, item.title, item.minutes
        if introduction and number == 0:
            yield begin + item.minutes, run_sheet_words(library)["intro_title"], introduction


def what_follows(library: Library, session: Session) -> str:
    """The end of a workshop: that it is over, or until when there is a break or lunch before the next one that day."""
    words = run_sheet_words(library)
    if session.pause_end and not session.pause:
        return str(words["follows"])
    if session.pause and session.pause_end:
        return str(words[session.pause].format(end=library.language.clock_text(session.pause_end)))
    return str(words["end"])
