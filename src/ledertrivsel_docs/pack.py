"""A kit of documents, in memory: which documents, under which names, and their bytes."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from .disk import Saved, save_all
from .documents import DOCUMENTS, Copy
from .documents.copy import copies
from .engine import Properties, Template
from .engine import Theme as Look
from .engine.package import Member, write_package
from .errors import InputError, Message, Problem, message
from .look import look
from .models.base import Step
from .models.brand import Brand
from .models.kit import Kit, KitDocument
from .models.library import Library
from .models.programme import Programme
from .models.programme_checks import theme_id, themes_of
from .models.themes import Theme
from .resources import templates_folder
from .stamp import Stamp

_MEDIA_TYPES = {".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
_LONGEST_NAME = 100
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document: file `name`, `folder` within its kit, media type, and the file's `bytes`."""

    id: str
    name: str
    folder: str
    media_type: str
    bytes: bytes

    @property
    def path(self) -> str:
        """Folder and name, with a forward slash."""
        return f"{self.folder}/{self.name}"


@dataclass(frozen=True, slots=True)
class Pack:
    """A kit for one programme; `title` names its folder."""

    kit: str
    title: str
    documents: tuple[Document, ...]
    beside: str = "{name} (2)"
    """How a new version is named beside a file that has been edited."""

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)

    def __len__(self) -> int:
        return len(self.documents)

    def save(self, folder: str | os.PathLike[str]) -> list[Saved]:
        """Writes the kit to a folder; a document that somebody has edited there is kept, the new one stands beside it.

        Raises:
            OutputError: a file could not be written; those before it are whole, it and those after are as they were.
        """
        return save_all(Path(folder), {document.path: document.bytes for document in self.documents}, self.beside)

    def zip_bytes(self) -> bytes:
        """The kit as one zip file."""
        return write_package(
            Member.stored(f"{self.title}/{document.path}", document.bytes) for document in self.documents
        )


def build_pack(
    kit: str,
    programme: Programme | None = None,
    *,
    brand: Brand | None = None,
    library: Library | None = None,
    cache: Path | None = None,
) -> Pack:
    """A whole kit.

    Args:
        kit: a kit's id, such as `samlet-plan`.
        programme: what to fill it with; without one it is blank.
        brand: whose look; by default the one the programme names, else ours.
        library: the content; by default what comes with the package.
        cache: a private folder to keep compiled templates in.

    Raises:
        InputError: an unknown kit, or a programme that doesn't fit the content; every problem.
        TemplateError: a template can't be used.
    """
    library = library or Library.default()
    programme = programme.resolved(library) if programme else Programme.blank()
    chosen = kit_named(kit, library)
    maker = _Maker(library, programme, brand, cache)
    documents = [maker.document(copy) for copy in copies(chosen, library, programme)]
    return Pack(chosen.id, chosen.title, _with_names_of_their_own(documents), library.words["common"]["new_version"])


def build_document(
    name: str,
    programme: Programme | None = None,
    *,
    theme: str | None = None,
    step: Step | str | None = None,
    kit: str = "samlet-plan",
    brand: Brand | None = None,
    library: Library | None = None,
    cache: Path | None = None,
) -> Document:
    """One document of a kit.

    Args:
        name: its id (`action-card`), its number in the kit (`34`) or its Danish name (`Action card - tomt`).
        programme: what to fill it with; without one it is blank.
        theme: the theme's id or number, for a document that comes once per theme.
        step: for a document that comes once per workshop: `prepare`, `qualify`, `concretise`, or the kit's name of it.
        kit: the kit's id.
        brand: whose look; by default the one the programme names, else ours.
        library: the content; by default what comes with the package.
        cache: a private folder to keep compiled templates in.

    Raises:
        InputError: an unknown or ambiguous name, theme or kit; a programme that doesn't fit the content.
        TemplateError: a template can't be used.
    """
    library = library or Library.default()
    programme = programme.resolved(library) if programme else Programme.blank()
    copy = _find(kit_named(kit, library), name, theme, step, library, programme)
    return _Maker(library, programme, brand, cache).document(copy)


def kit_named(kit: str, library: Library) -> Kit:
    """The kit of that id.

    Raises:
        InputError: there is none; the nearest is named.
    """
    if kit in library.kits:
        return library.kits[kit]
    raise InputError([Problem(message("There is no kit “{kit}”.", kit=kit), _nearest(kit, library.kits))])


def _find(
    kit: Kit, name: str, theme: str | None, step: Step | str | None, library: Library, programme: Programme
) -> Copy:
    """The one copy that is meant."""
    wanted = name.strip().casefold()
    names = {
        d: (d.id, d.id.replace("-", " "), str(d.number), d.name.casefold(), d.title.casefold()) for d in kit.documents
    }
    rows = [document for document in kit.documents if wanted in names[document]]
    if not rows:
        known = [text for document in kit.documents for text in (document.id, document.name)]
        raise InputError([Problem(message("There is no document “{name}”.", name=name), _nearest(name, known))])
    if theme is not None:
        rows = [document for document in rows if document.each == "theme"]
        return Copy(kit, _only(rows, name, kit), _theme(theme, library, programme))
    if step is not None:
        rows = [document for document in rows if kit.folder_of(document).step == _step(step, kit)]
    if len(rows) > 1:
        rows = [document for document in rows if document.variant == "blank"] or rows
    return Copy(kit, _only(rows, name, kit))


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


class _Maker:
    """Makes the documents of one programme in one look."""

    def __init__(self, library: Library, programme: Programme, brand: Brand | None, cache: Path | None) -> None:
        self._library, self._programme, self._cache = library, programme, cache
        self._brand = brand or (Brand.load(programme.brand, library) if programme.brand else Brand.default())

    def document(self, copy: Copy) -> Document:
        """One copy, filled."""
        stem = copy.document.id
        context = DOCUMENTS[stem](self._library, self._programme, copy)
        template = _template(templates_folder() / "docx" / f"{stem}.docx", look(self._brand, copy.step), self._cache)
        name = _file_name(copy)
        return Document(
            id=stem,
            name=f"{name}.docx",
            folder=copy.folder.title,
            media_type=_MEDIA_TYPES[".docx"],
            bytes=template.render(context, properties=self._properties(copy)),
        )

    def _properties(self, copy: Copy) -> Properties:
        stamp = Stamp(
            kit=copy.kit.id,
            document=copy.document.id,
            theme=copy.theme.id if copy.theme else "",
            step=copy.step or "",
            variant=copy.variant or "",
        )
        return Properties(
            title=_title(copy),
            subject=copy.kit.title,
            author=self._programme.organisation,
            custom=stamp.properties(),
        )


def _with_names_of_their_own(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Long titles are cut for their file names, and then two can be equal: the later ones get a number."""
    made: dict[str, Document] = {}
    for document in documents:
        stem, suffix = document.name.rsplit(".", 1)
        named = (replace(document, name=f"{stem} ({number}).{suffix}") for number in count(2))
        distinct = next(one for one in chain([document], named) if one.path.casefold() not in made)
        made[distinct.path.casefold()] = distinct
    return tuple(made.values())


def _template(path: Path, theme: Look, cache: Path | None) -> Template:
    state = path.stat()
    key = (path, state.st_mtime_ns, state.st_size, theme.key(), cache)
    if key not in _templates:
        _templates[key] = Template(path, theme=theme, cache=cache)
    return _templates[key]


_templates: dict[tuple[object, ...], Template] = {}  # compiled once a process; nothing in it changes


def _title(copy: Copy) -> str:
    """What a screen reader says of the document: its name, with the theme, or the step where each step has one."""
    document, stages = copy.document, copy.kit.stages
    if copy.theme:
        return document.name.replace("{theme}", copy.theme.title)
    name = _without_theme(document.name)
    steps = [f"{name} · {stage.number} {stage.name}" for stage in stages if stage.step is copy.step]
    return steps[0] if steps and [other.name for other in copy.kit.documents].count(document.name) > 1 else name


def _without_theme(name: str) -> str:
    return name.replace("{theme}", "").rstrip(" -–")


def _file_name(copy: Copy) -> str:
    """Number and Danish name, safe on every system and not too long for Windows."""
    title = copy.document.title
    named = title.replace("{theme}", copy.theme.short) if copy.theme else _without_theme(title)
    name = "".join(filter(str.isprintable, _FORBIDDEN.sub("", named)))
    return " ".join(name.split())[:_LONGEST_NAME].rstrip(". -")
