"""The theme cards: every theme on a card of its own, four to a sheet, the last sheet filled up with blank ones."""

from __future__ import annotations

from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from ..models.references import themes_of
from ..models.themes import Theme
from .cards import CARDS_A_SHEET, sheets_of
from .copy import Copy
from .frame import Context, frame, or_place

# From how many letters on a title or a question takes a smaller style, so that it fits its card.
_LONG_TITLE, _LONGEST_TITLE = 75, 130
_LONG_TEXT = 170


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `sheets` of two rows with two cards each."""
    words = library.words["theme-cards"]
    cards = [_card(library, copy, *found) for found in enumerate(themes_of(programme, library).values(), 1)]
    blanks = sheet_count(len(cards)) * CARDS_A_SHEET - len(cards)
    cards += [_blank(library, copy, number) for number in range(1, blanks + 1)]
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"]) | {
        "sheets": sheets_of(cards),
    }


def sheet_count(themes: int) -> int:
    """How many sheets of paper a set of cards takes; there is at least one blank card."""
    return themes // CARDS_A_SHEET + 1


def _card(library: Library, copy: Copy, number: int, theme: Theme) -> dict[str, Any]:
    words = library.words["theme-cards"]
    asked = sum(map(len, (theme.title, *theme.questions)))
    title_size = 2 if len(theme.title) > _LONGEST_TITLE else 1 if len(theme.title) > _LONG_TITLE else 0
    count = len(library.samlet_plan.themes.of_the_source)
    of = words["of" if theme.number else "own_of"].format(number=number, count=count, step=copy.folder.name)
    return {
        "number": number,
        "title": theme.title,
        "title_size": title_size,
        "questions": theme.questions,
        "is_long": asked - len(theme.title) > _LONG_TEXT,
        "hint": _hint(library, theme),
        "of": of,
        "source": _source(library, copy) if theme.number else "",
        "blank": False,
    }


def _hint(library: Library, theme: Theme) -> str:
    """What the source points to, with the name and the address of the tool that it knows by its number."""
    if not theme.hint or not theme.hint_tool:
        return theme.hint or ""
    tool = library.samlet_plan.tool.numbered_tool(theme.hint_tool)
    return str(library.words["theme-cards"]["hint"]).format(
        hint=theme.hint.removesuffix("."), name=tool.name, address=tool.address
    )


def _blank(library: Library, copy: Copy, number: int) -> dict[str, Any]:
    """A card to write on; its key holds a sign that no theme's id can have."""
    words = library.words["theme-cards"]
    return {
        "blank": True,
        "key": f"own_{number}",
        "number": or_place(None, words["blank_number"]),
        "number_name": words["number_field"].format(number=number),
        "title": or_place(None, words["blank_title"]),
        "title_name": words["title_field"].format(number=number),
        "question": or_place(None, words["blank_question"]),
        "question_name": words["question_field"].format(number=number),
        "of": words["blank_of"].format(step=copy.folder.name),
        "source": "",
    }


def _source(library: Library, copy: Copy) -> str:
    prefix: str = library.words["common"]["source_prefix"]
    return prefix + library.sources[copy.kit.source].footer
