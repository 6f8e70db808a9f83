"""From the words of a person to a kit, and to one copy of a document; what can't be found is told with what can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import chain
from typing import NoReturn

from .documents import Copy
from .documents.copy import copies_for_theme
from .errors import InputError, Message, Problem, message, nearest, one_of
from .models.base import Step
from .models.factors import Factor
from .models.kit import ALL_KITS, Kit, KitDocument
from .models.library import SAMLET_PLAN, Library
from .models.meetings import factors_of, working_factors
from .models.programme import Programme
from .models.references import theme_id, themes_of
from .models.themes import Theme
from .naming import file_name


def kit_named(kit: str, library: Library) -> Kit:
    """The kit of that id.

    Raises:
        InputError: there is none; the nearest is named.
    """
    if not isinstance(kit, str):
        raise TypeError(f"the id of a kit, not {type(kit).__name__}")
    if kit in library.kits:
        return library.kits[kit]
    if kit == ALL_KITS:
        raise _refused(message("“{kit}” is all kits together.", kit=kit), one_of(library.kits), about="kit")
    raise _refused(message("There is no kit “{kit}”.", kit=kit), nearest(kit, library.kits), about="kit")


def kits_named(name: str, library: Library) -> tuple[Kit, ...]:
    """The kit of that id, or all of them where it is the name of all."""
    return tuple(library.kits.values()) if name == ALL_KITS else (kit_named(name, library),)


def kit_holding(name: str | int, library: Library, programme: Programme) -> Kit:
    """The kit that has a document of that name: `samlet-plan`, else one that the programme has a meeting for.

    Raises:
        InputError: there is none, and the nearest is named; or there are several, and all of them are.
    """
    holding = {kit.id: kit for kit in library.kits.values() if _named(str(name), kit, library, programme)}
    if not holding:
        _no_document(str(name), library.kits.values())
    if SAMLET_PLAN in holding:
        return holding[SAMLET_PLAN]
    likely = [kit for kit in holding if kit in programme.meetings] or list(holding)
    if len(likely) > 1:
        raise _ambiguous(str(name), likely, message("Say which kit: {found}.", found=", ".join(likely)))
    return holding[likely[0]]


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
    found = _named(name, kit, library, programme) or _no_document(name, [kit])
    if theme is not None:
        subject = _theme(str(theme), library, programme)
        about = [replace(copy, theme=subject) for copy in _about(found, "theme", subject, name)]
        found = [one for copy in about for one in _every_card(copy, subject, programme)]
    if factor is not None:
        chosen = _factor(str(factor), kit, library, programme)
        found = [replace(copy, factor=chosen) for copy in _about(found, "factor", chosen, name)]
    if step is not None:
        wanted = _step(str(step), kit)
        found = [copy for copy in found if copy.step == wanted] or _not_in_that_version(name)
    copy = _only(found, name)
    if copy.document.each == "factor" and copy.factor is None:
        return replace(copy, factor=_only_factor(name, working_factors(programme, library, kit)))
    return copy


def _named(name: str, kit: Kit, library: Library, programme: Programme) -> list[Copy]:
    """The copies that can be meant by a name: of a document for each theme or factor the one without and all with."""
    wanted = name.strip().casefold()
    found: list[Copy] = []
    for document in kit.documents:
        found += [Copy(kit, document)] if wanted in _names(document) else []
        found += (copy for copy in _with_subject(kit, document, library, programme) if wanted in _names_of_copy(copy))
    return found or _begun(wanted, kit)


def _begun(wanted: str, kit: Kit) -> list[Copy]:
    """The only document whose name begins like this; a letter or a digit alone is nobody's short name."""
    begun = [found for found in kit.documents if any(name.startswith(wanted) for name in _names(found))]
    return [Copy(kit, begun[0])] if len(begun) == 1 and len(wanted) >= 4 else []


def _with_subject(kit: Kit, document: KitDocument, library: Library, programme: Programme) -> Iterator[Copy]:
    if document.each == "theme":
        for theme in themes_of(programme, library).values():
            yield from copies_for_theme(kit, document, theme, programme)
    elif document.each == "factor":
        yield from (Copy(kit, document, factor=factor) for factor in factors_of(programme, library, kit).values())


def _names(document: KitDocument) -> set[str]:
    """Everything that a document can be called by, in small letters."""
    named = {document.name, document.title, document.plain_name, document.plain_title}
    return {document.id, document.id.replace("-", " "), str(document.number), f"{document.number:02}"} | {
        name.casefold() for name in named
    }


def _names_of_copy(copy: Copy) -> set[str]:
    """What a copy for a theme or factor can be called by, in small letters."""
    named = {copy.document.name_for(copy.subject.short)} if copy.subject else set()
    return {name.casefold() for name in (*named, file_name(copy))}


def _about(found: Iterable[Copy], each: str, subject: Theme | Factor, name: str) -> list[Copy]:
    """Those that come once for each theme or factor, and are not about another one by their name."""
    for_each = [copy for copy in found if copy.document.each == each]
    if not for_each:
        what, remedy = (
            (message("“{name}” isn't about one theme.", name=name), message("Leave the theme out."))
            if each == "theme"
            else (message("“{name}” isn't about one factor.", name=name), message("Leave the factor out."))
        )
        raise _refused(what, remedy, about=each)
    return [copy for copy in for_each if copy.subject in (None, subject)] or _not_in_that_version(name)


def _every_card(copy: Copy, theme: Theme, programme: Programme) -> list[Copy]:
    """The copies that a copy for a theme stands for: where groups have written several cards, one of each."""
    return [copy] if copy.card_number else copies_for_theme(copy.kit, copy.document, theme, programme)


def _theme(name: str, library: Library, programme: Programme) -> Theme:
    themes = themes_of(programme, library)
    found = themes.get(theme_id(name, library))
    if found is None:
        raise _refused(message("There is no theme “{theme}”.", theme=name), nearest(name, themes), about="theme")
    return found


def _factor(name: str, kit: Kit, library: Library, programme: Programme) -> Factor:
    """The factor of that id, also one that no meeting is about."""
    known = factors_of(programme, library, kit)
    if name not in known:
        remedy = nearest(name, known) if known else message("This kit has no factors.")
        raise _refused(message("There is no factor “{name}”.", name=name), remedy, about="factor")
    return known[name]


def _step(name: str, kit: Kit) -> Step:
    """A step by its id or by the name that the kit gives it."""
    steps = [(folder.step, folder.name.casefold()) for folder in kit.folders if folder.step]
    names = {known: found for found, name in steps for known in (found.value, name)}
    if name.casefold() not in names:
        remedy = nearest(name, names) if names else message("This kit has no steps.")
        raise _refused(message("There is no step “{step}”.", step=name), remedy, about="step")
    return names[name.casefold()]


def _only_factor(name: str, working: Sequence[Factor]) -> Factor:
    """The only factor that there are papers for."""
    if len(working) != 1:
        raise _ambiguous(name, working, _which_factor(factor.id for factor in working))
    return working[0]


def _only(found: Sequence[Copy], name: str) -> Copy:
    """The only copy, the blank one where there are several."""
    if len(found) > 1:
        found = [copy for copy in found if copy.variant == "blank"] or found
    if len(found) > 1:
        raise _ambiguous(name, found, _which(found))
    return found[0]


def _which(found: Sequence[Copy]) -> Message:
    """How to say which of several copies is meant; two themes can have the same short name."""
    if any(copy.card_number for copy in found):
        return message("Say which by its name: {found}.", found=", ".join(map(file_name, found)))
    if themes := [copy.theme.id for copy in found if copy.theme]:
        return message("Say which theme: {found}.", found=", ".join(themes))
    if factors := [copy.factor.id for copy in found if copy.factor]:
        return _which_factor(factors)
    numbers = ", ".join(f"{copy.document.number} ({copy.folder.title})" for copy in found)
    if len({copy.step for copy in found} - {None}) == len(found):
        return message("Say which by its step or its number: {found}.", found=numbers)
    return message("Say which by its number: {found}.", found=numbers)


def _which_factor(names: Iterable[str]) -> Message:
    return message("Say which factor: {found}.", found=", ".join(names))


def _no_document(name: str, kits: Iterable[Kit]) -> NoReturn:
    names = {kit.id: [text for found in kit.documents for text in (found.id, found.plain_name)] for kit in kits}
    near = get_close_matches(name, dict.fromkeys(chain(*names.values())), n=1)
    listed = message("“{command}” shows those there are.", command=f"ledertrivsel list {next(iter(names))}")
    raise _refused(
        message("There is no document “{name}”.", name=name),
        message("Did you mean “{near}”?", near=near[0]) if near else listed,
    )


def _not_in_that_version(name: str) -> NoReturn:
    raise _refused(message("“{name}” doesn't come in the version asked for.", name=name))


def _ambiguous(name: str, found: Sequence[object], remedy: Message) -> InputError:
    return _refused(message("“{name}” can mean {count} documents.", name=name, count=len(found)), remedy)


def _refused(what: Message, remedy: Message | None = None, *, about: str = "name") -> InputError:
    """`about` is the argument that is to be another one."""
    return InputError([Problem(what, remedy, path=(about,))])
