"""From the words of a person to a kit, and to one copy of a document; what can't be found is told with what can."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from .documents import Copy
from .errors import InputError, Message, Problem, message
from .models.base import Step
from .models.chosen_themes import theme_id, themes_of
from .models.kit import Kit, KitDocument
from .models.library import Library
from .models.programme import Programme
from .models.themes import Theme


def kit_named(kit: str, library: Library) -> Kit:
    """The kit of that id.

    Raises:
        InputError: there is none; the nearest is named.
    """
    if kit in library.kits:
        return library.kits[kit]
    raise InputError([Problem(message("There is no kit “{kit}”.", kit=kit), _nearest(kit, library.kits))])


def find_copy(
    kit: Kit, name: str | int, theme: str | int | None, step: Step | str | None, library: Library, programme: Programme
) -> Copy:
    """The one copy that is meant by a name, and by a theme or a step where the document comes once for each.

    Raises:
        InputError: there is none, or more than one; the nearest or all of them are named.
    """
    name = str(name)
    wanted = name.strip().casefold()
    rows = [document for document in kit.documents if wanted in _names(document)]
    if not rows:
        known = [text for document in kit.documents for text in (document.id, document.name)]
        raise InputError([Problem(message("There is no document “{name}”.", name=name), _nearest(name, known))])
    if theme is not None:
        rows = [document for document in rows if document.each == "theme"]
        return Copy(kit, _only(rows, name, kit), _theme(str(theme), library, programme))
    if step is not None:
        rows = [document for document in rows if kit.folder_of(document).step == _step(step, kit)]
    if len(rows) > 1:
        rows = [document for document in rows if document.variant == "blank"] or rows
    return Copy(kit, _only(rows, name, kit))


def _names(document: KitDocument) -> tuple[str, ...]:
    """Everything that a document can be called by, in small letters."""
    plain, number = document.id.replace("-", " "), str(document.number)
    return (document.id, plain, number, number.zfill(2), document.name.casefold(), document.title.casefold())


def _step(name: str, kit: Kit) -> Step:
    """A step by its id or by the name that the kit gives it."""
    names = {known: stage.step for stage in kit.stages for known in (stage.step.value, stage.name.casefold())}
    if name.casefold() not in names:
        raise InputError([Problem(message("There is no step “{step}”.", step=name), _nearest(name, names))])
    return names[name.casefold()]


def _theme(name: str, library: Library, programme: Programme) -> Theme:
    themes = themes_of(programme, library)
    found = themes.get(theme_id(name, library))
    if found is None:
        raise InputError([Problem(message("There is no theme “{theme}”.", theme=name), _nearest(name, themes))])
    return found


def _only(rows: Sequence[KitDocument], name: str, kit: Kit) -> KitDocument:
    if len(rows) == 1:
        return rows[0]
    if not rows:
        raise InputError([Problem(message("“{name}” doesn't come in the version asked for.", name=name))])
    found = ", ".join(f"{document.number} ({kit.folder_of(document).title})" for document in rows)
    what = message("“{name}” can mean {count} documents.", name=name, count=len(rows))
    raise InputError([Problem(what, message("Say which by its number: {found}.", found=found))])


def _nearest(name: str, names: Iterable[str]) -> Message:
    known = list(names)
    near = difflib.get_close_matches(name, known, n=1)
    return (
        message("Did you mean “{near}”?", near=near[0])
        if near
        else message("Write one of these: {choices}.", choices=", ".join(known))
    )
