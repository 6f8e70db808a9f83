"""What a collection gave, in lines for a person: each file, what has changed in the programme, and what is unclear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from .disk import Saved
from .documents.suggestion import suggested_themes
from .models.library import Library
from .models.programme import Programme
from .models.references import themes_of
from .reading.validation import shortened

if TYPE_CHECKING:
    from .collecting import Change, Collected, ReadFile

_MOST_NAMES = 12
Translate = Callable[[str], str]


def file_lines(file: ReadFile, _: Translate) -> Iterator[str]:
    """What became of a file; its problems are told beside."""
    yield file.path
    if file.outcome == "known":
        yield _("  Read before.")
    if file.outcome in ("known", "skipped"):
        return
    if file.outcome == "empty":
        yield _("  {document}: no answers.").format(document=file.title)
        return
    if file.read and not file.empty:
        yield _("  {document}, read: all fields").format(document=file.title)
    elif file.read:
        yield _("  {document}, read: {fields}").format(document=file.title, fields=_named(file.read, _))
    else:
        yield _("  {document}: as it was printed.").format(document=file.title)
    if len(file.empty) > _MOST_NAMES:
        yield _("  Empty: {count} fields").format(count=len(file.empty))
    elif file.empty:
        yield _("  Empty: {fields}").format(fields=_named(file.empty, _))


def _named(names: Sequence[str], _: Translate) -> str:
    whole = tuple(f"{name}," for name in names)  # a field and what else is asked of the same
    brief = [name for name in names if not name.startswith(whole)]
    shown = " · ".join(brief[:_MOST_NAMES])
    more = len(brief) - _MOST_NAMES
    return _("{fields} and {count} more").format(fields=shown, count=more) if more > 0 else shown


def saved_lines(saved: Iterable[Saved], folder: Path, _: Translate) -> Iterator[str]:
    """The files that were written, by their paths in a folder."""
    for file in saved:
        path = file.path.relative_to(folder)
        if file.outcome == "unchanged":
            yield _("  {path} (unchanged)").format(path=path)
        elif file.outcome == "beside":
            yield _("  {path} (the new version; the one that you have edited is kept)").format(path=path)
        else:
            yield f"  {path}"


def outcome_lines(collected: Collected, file: Path, library: Library, _: Translate) -> Iterator[str]:
    """What the programme file has got, and where it is kept as it was."""
    if not any(found.outcome in ("read", "known") for found in collected.answers.files):
        yield _("There were no answers in the files, so {file} isn't changed.").format(file=file)
        return
    if not collected.merged.changes:
        yield _("{file} holds all of it already.").format(file=file)
        return
    if collected.backup is None:
        yield _("{file} would get:").format(file=file)
    else:
        yield _("{file} has got:").format(file=file)
    yield from _changes(collected, library, _)
    if collected.backup is not None:
        yield _("As it was before, it is kept in {backup}.").format(backup=collected.backup.name)


def _changes(collected: Collected, library: Library, _: Translate) -> Iterator[str]:
    """What is new in each part of the programme, and every answer there that is now another one."""
    merged = collected.merged
    added = Counter(_part(change, library) for change in merged.changes if _is_new_item(change))
    for part, count in added.items():
        yield (_("  {part}: 1 new") if count == 1 else _("  {part}: {count} new")).format(part=part, count=count)
    touched: dict[tuple[str, str], list[str]] = {}
    for change in merged.changes:
        if not any(isinstance(part, int) for part in change.at):
            value = ", ".join(map(str, change.value)) if isinstance(change.value, list) else str(change.value)
            yield f"  {_part(change, library)}: {shortened(value)}"
        elif not _is_new_item(change) and change.at[-1] != "source":
            name = " · ".join(filter(None, (_part(change, library), _subject(change, merged.programme, library))))
            touched.setdefault((name, Path(change.file).name), []).append(_field(change, library))
    for (name, file), fields in touched.items():
        yield _("  {place}: {fields} ({file})").format(place=name, fields=", ".join(fields), file=file)


def suggestion_lines(programme: Programme, library: Library, _: Translate) -> Iterator[str]:
    """Which themes the ratings speak for, as long as people haven't chosen any."""
    suggested = suggested_themes(programme, library=library) if not programme.themes.selected else ()
    if suggested:
        yield _("The ratings speak for these themes; the choice is yours:")
    for found in suggested:
        yield f"  {found.rank}. {found.title} {' '.join(found.reasons)}"


def _is_new_item(change: Change) -> bool:
    return change.before is None and isinstance(change.at[-1], int)


def _part(change: Change, library: Library) -> str:
    """What the list or the fact is called that a change belongs to, in the words of the programme file."""
    names = takewhile(lambda part: isinstance(part, str), change.at)
    return " · ".join(library.keys.get(str(name), str(name)) for name in names)


def _subject(change: Change, programme: Programme, library: Library) -> str:
    """The theme or factor of an item."""
    place = next((n for n, part in enumerate(change.at) if isinstance(part, int)), None)
    if place is None:
        return ""
    item: object = programme
    for part in change.at[: place + 1]:
        item = item[part] if isinstance(part, int) and isinstance(item, Sequence) else getattr(item, str(part), None)
    theme = themes_of(programme, library).get(getattr(item, "theme", ""))
    named = (getattr(item, name, None) for name in ("title", "factor", "question"))
    return theme.short if theme else str(next(filter(None, named), ""))


def _field(change: Change, library: Library) -> str:
    return library.keys.get(str(change.at[-1]), str(change.at[-1]))
