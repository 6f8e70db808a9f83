"""The worksheet on which each participant rates all themes alone, before the first workshop."""

from __future__ import annotations

from typing import Any

from ..engine.values import Link
from ..models.library import Library
from ..models.programme import Programme
from ..models.references import own_themes, themes_of
from ..models.themes import Theme
from .copy import Copy
from .frame import Context, frame, or_place
from .scales import mark_names

_BLANK_ROWS, _BLANK_BESIDE_OWN = 2, 1


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: a row for each of the `themes`, then `blanks`, and the two `questions` of the axes.

    The sheet is the participant's own: it holds no rating that anyone has given.
    """
    plan = library.samlet_plan
    words = library.words["theme-worksheet"]
    steps = [words["instruction"].format(number=n, text=text) for n, text in enumerate(plan.themes.instructions, 1)]
    own = own_themes(programme, library)
    lead = " ".join((*steps, words["marks"].format(scale=plan.qualification.scale.text)))
    return frame(library, programme, copy, kicker=plan.themes.title, title=words["title"], lead=lead) | {
        "questions": {
            "importance": plan.priority_map.importance.question,
            "success": plan.priority_map.success.question,
        },
        "rows": [_row(library, *found) for found in enumerate(themes_of(programme, library).values(), 1)],
        "blanks": [_blank(library, n) for n in range(1, (_BLANK_BESIDE_OWN if own else _BLANK_ROWS) + 1)],
        "roomy": not own,
        "ticked": False,
        "group": or_place(None, words["group"]["place"]),
        "tools": _tools(library),
        "own_note": " ".join(filter(None, (words["own_note"], _whose(library, programme)))),
    }


def _whose(library: Library, programme: Programme) -> str:
    """Which themes are the organisation's own."""
    words, last = library.words["theme-worksheet"]["own_themes"], len(themes_of(programme, library))
    own = len(own_themes(programme, library))
    return str(words["one" if own == 1 else "many"]).format(first=last - own + 1, last=last) if own else ""


def _row(library: Library, number: int, theme: Theme) -> dict[str, Any]:
    return {
        "key": theme.id,
        "number": number,
        "title": theme.title,
        "questions": " ".join(theme.questions),
        "hint": theme.hint or "",
        "marks": _marks(library, theme.short),
    }


def _blank(library: Library, number: int) -> dict[str, Any]:
    """A row for a theme that is written by hand; its key holds a sign that no theme's id can have."""
    words = library.words["theme-worksheet"]
    name = words["own_theme"].format(number=number)
    return {
        "key": f"own_{number}",
        "name": name,
        "title": or_place(None, words["own_place"]),
        "number_name": words["number_name"].format(number=number),
        "number": or_place(None, words["number_place"]),
        "marks": _marks(library, name),
    }


def _marks(library: Library, theme: str) -> dict[str, list[str]]:
    """What a screen reader says of each check box."""
    words = library.words["theme-worksheet"]
    return {key: mark_names(library, words["mark"], theme=theme, axis=axis) for key, axis in words["axes"].items()}


def _tools(library: Library) -> list[dict[str, Any]]:
    """The tools that the hints point to, with their addresses."""
    plan, words = library.samlet_plan, library.words["theme-worksheet"]
    numbers = [theme.hint_tool for theme in plan.themes.themes if theme.hint_tool]
    tools = [(number, plan.tool.numbered_tool(number)) for number in numbers]
    return [
        {
            "text": words["tool"].format(number=number, name=tool.name),
            "link": Link(tool.address, words["web"].format(address=tool.address)),
        }
        for number, tool in tools
    ]
