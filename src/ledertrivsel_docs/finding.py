"""From the words of a person to a kit, and to one copy of a document; what can't be found is told with what can."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from typing import NoReturn

from .documents import Copy
from .errors import InputError, Message, Problem, message
from .models.base import Step
from .models.chosen_themes import theme_id, themes_of
from .models.factors import Factor
from .models.kit import Kit, KitDocument
from .models.library import Library
from .models.meetings import factors_of, working_factors
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


def kit_holding(name: str | int, library: Library) -> Kit:
    """The first kit that has a document of that name.

    Raises:
        InputError: there is none; the nearest is named.
    """
    kits = library.kits.values()
    return next((kit for kit in kits if _named(name, kit)), None) or _no_document(str(name), *kits)


def find_copy(
    kit: Kit,
    name: str | int,
    library: Library,
    programme: Programme,
    *,
    theme: str | int | None = None,
    factor: str | None = None,
    step: Step | str | None = None,
) -> Copy:
    """The one copy that is meant by a name, and by a theme, factor or step where the document comes once for each.

    Raises:
        InputError: there is none, or more than one; the nearest or all of them are named.
    """
    name = str(name)
    rows = _named(name, kit) or _no_document(name, kit)
    if theme is not None:
        rows = [document for document in rows if document.each == "theme"]
        return Copy(kit, _only(rows, name, kit), theme=_theme(str(theme), library, programme))
    if step is not None:
        rows = [document for document in rows if kit.folder_of(document).step == _step(step, kit)]
    if len(rows) > 1:
        rows = [document for document in rows if document.variant == "blank"] or rows
    if factor is not None:
        rows = [document for document in rows if document.each == "factor"]
    found = _only(rows, name, kit)
    return Copy(kit, found, factor=_factor(factor, name, kit, library, programme) if found.each == "factor" else None)


def _named(name: str | int, kit: Kit) -> list[KitDocument]:
    wanted = str(name).strip().casefold()
    return [document for document in kit.documents if wanted in _names(document)]


def _no_document(name: str, *kits: Kit) -> NoReturn:
    known = [text for kit in kits for document in kit.documents for text in (document.id, document.name)]
    raise InputError(
        [Problem(message("There is no document “{name}”.", name=name), _nearest(name, dict.fromkeys(known)))]
    )


def _factor(name: str | None, document: str, kit: Kit, library: Library, programme: Programme) -> Factor:
    """The factor of that id; without one the only factor that there are papers for."""
    working = working_factors(programme, library, kit)
    if name is None and len(working) == 1:
        return working[0]
    known = factors_of(programme, library.tools[kit.id])
    if name is None:
        what = message("“{name}” can mean {count} documents.", name=document, count=len(working))
        names = ", ".join(factor.id for factor in working)
        raise InputError([Problem(what, message("Say which factor: {found}.", found=names))])
    if name not in known:
        raise InputError([Problem(message("There is no factor “{name}”.", name=name), _nearest(name, known))])
    return known[name]


def _names(document: KitDocument) -> tuple[str, ...]:
    """Everything that a document can be called by, in small letters."""
    plain, number = document.id.replace("-", " "), str(document.number)
    return (document.id, plain, number, number.zfill(2), document.name.casefold(), document.title.casefold())


def _step(name: str, kit: Kit) -> Step:
    """A step by its id or by the name that the kit gives it."""
    steps = [(folder.step, folder.name.casefold()) for folder in kit.folders if folder.step]
    names = {known: found for found, name in steps for known in (found.value, name)}
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
