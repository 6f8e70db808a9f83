"""The contract between documents and templates: every field that a template may use, with its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..errors import InputError, Problem, message, nearest
from ..reading.validation import read
from ..resources import content_folder
from .field_files import CommonFields, DocumentFields, FieldKind, Shape
from .library import Library

WORDS = "words"
"""The field with the fixed texts of a document, which every Word template has."""

_ITEM = "[]"
_COMMON = "common"
_LOOP_NAME = re.compile(r"(\w+?)(?:s|ies)?(?:\[\])+$")


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field that a template may use."""

    path: str
    """Where it is in the context; `rows[].title` is `title` of each of `rows`."""
    meaning: str
    """What it means, in Danish."""
    kind: FieldKind
    """What it holds."""
    may_be_empty: bool = False
    """Whether it has nothing to say now and then."""
    may_be_missing: bool = False
    """Whether a template has to ask for it with `is defined` first."""

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(".")[2].replace(_ITEM, "")

    @property
    def example(self) -> str:
        """The tag by which a template uses it; empty for a group, of which one uses the fields."""
        written = written_path(self.path)
        if self.kind is FieldKind.LIST:
            return f"{{%p for {loop_name(self.path + _ITEM)} in {written} %}}"
        if self.kind is FieldKind.YES_NO:
            return f"{{% if {written} %}} … {{% endif %}}"
        return "" if self.kind in (FieldKind.GROUP, FieldKind.TEXTS) else f"{{{{ {written} }}}}"


def written_path(path: str) -> str:
    """A path as a tag has it, inside the loops that go over its lists."""
    before, ends_list, field = path.rpartition(_ITEM)
    return f"{loop_name(before + _ITEM)}{field}" if ends_list else path


def loop_name(path: str) -> str:
    """What one calls the one of a list that a loop has come to."""
    found = _LOOP_NAME.search(path)
    name = found[1] if found else path
    return f"one_of_{name}" if path.rstrip(_ITEM).endswith(f".{name}") or path.rstrip(_ITEM) == name else name


class Contract:
    """The fields of one template, or of one kind of slide, by their paths."""

    def __init__(self, fields: Sequence[TemplateField]) -> None:
        self.fields = {field.path: field for field in fields}

    def of(self, path: str) -> TemplateField | None:
        """The field with a path; that of an item of a list is the list's, unless the item has one of its own."""
        return self.fields.get(path)

    def below(self, path: str) -> list[str]:
        """The names of the fields that a field holds; of the empty path the names there are at all."""
        start = f"{path}." if path else ""
        names = (known[len(start) :] for known in self.fields if known.startswith(start))
        return list(dict.fromkeys(re.split(r"[.\[]", name)[0] for name in names))


def template_fields(stem: str, kind: str | None = None, *, library: Library | None = None) -> tuple[TemplateField, ...]:
    """Every field that a template of a document may use, by their paths.

    Args:
        stem: the document's id, such as `action-card`.
        kind: of a deck, the kind of slide; without one the fields that all its slides have.
        library: the content; by default what comes with the package.

    Raises:
        InputError: there is no such document, or its deck has no such kind of slide.
    """
    own, common = document_fields(stem), _common()
    if kind is not None:
        shapes = _slides(own, common)
        if kind not in shapes:
            what = message("“{document}” has no slide of the kind “{kind}”.", document=stem, kind=kind)
            raise InputError([Problem(what, nearest(kind, shapes))])
        return tuple(_merged([common.deck, own, common.slide, shapes[kind]], library, stem))
    base = common.deck if own.slides else common.page
    return tuple(_merged([base, own], library, stem, with_words=not own.slides))


def slide_kinds(stem: str) -> tuple[str, ...]:
    """The kinds of slides that a deck may use, none for a Word document.

    Args:
        stem: the document's id, such as `deck`.

    Raises:
        InputError: there is no such document.
    """
    return tuple(_slides(document_fields(stem), _common()))


def stems_with_fields() -> tuple[str, ...]:
    """The ids of all documents that have a template."""
    return tuple(sorted(path.stem for path in (content_folder() / "fields").glob("*.yaml") if path.stem != _COMMON))


def document_fields(stem: str) -> DocumentFields:
    """The file of a document.

    Raises:
        InputError: there is no such document.
    """
    known = stems_with_fields()
    if stem not in known:
        what = message("There is no document called “{name}”.", name=stem)
        raise InputError([Problem(what, nearest(stem, known))])
    return _document(stem)


@cache
def _document(stem: str) -> DocumentFields:
    return read(content_folder() / "fields" / f"{stem}.yaml", DocumentFields)


@cache
def _common() -> CommonFields:
    return read(content_folder() / "fields" / f"{_COMMON}.yaml", CommonFields)


def _slides(own: DocumentFields, common: CommonFields) -> dict[str, Shape]:
    return {**{kind: common.slides[kind] for kind in own.shared}, **own.slides}


def _merged(
    shapes: Sequence[Shape], library: Library | None, stem: str, *, with_words: bool = False
) -> Iterator[TemplateField]:
    """The fields of several shapes; a later one has the last word on a path that both have."""
    library = library or Library.default()
    found: dict[str, TemplateField] = {}
    for shape in shapes:
        found |= {field.path: field for field in _of_shape(shape, library)}
    if with_words:
        usual = TemplateField(WORDS, _common().usual[WORDS], FieldKind.GROUP)
        found |= {field.path: field for field in (usual, *_words(WORDS, stem, library))}
    yield from sorted(found.values(), key=lambda field: field.path)


def _of_shape(shape: Shape, library: Library) -> Iterator[TemplateField]:
    usual = _common().usual
    empty, missing = set(shape.empty), set(shape.missing)
    told = {path: (kind, text) for path, known in shape.fields.items() for kind, text in known.items()}
    kinds = {path: kind for kind, paths in shape.usual.items() for path in paths}
    kinds |= dict.fromkeys((*shape.texts, *shape.words_of), FieldKind.TEXTS)
    found: list[TemplateField] = []
    for path in dict.fromkeys((*told, *kinds)):
        kind, meaning = told.get(path) or (kinds[path], usual[_name_of(path)])
        found.append(TemplateField(path, meaning, kind, path in empty, path in missing))
    for path, names in shape.texts.items():
        meaning = next(field.meaning for field in found if field.path == path)
        found += [TemplateField(f"{path}.{name}", meaning, FieldKind.FIXED) for name in names]
    for path, stem in shape.words_of.items():
        found += _words(path, stem, library)
    for path, other in shape.like.items():
        same = [known for known in found if known.path.startswith((f"{other}.", f"{other}{_ITEM}"))]
        found += [replace(known, path=path + known.path[len(other) :]) for known in same]
    yield from found


def _name_of(path: str) -> str:
    return path.rpartition(".")[2].replace(_ITEM, "")


def _words(path: str, stem: str, library: Library) -> Iterator[TemplateField]:
    """The fixed texts of a document in all kits that have it: their meaning is the text itself."""
    kits = [kit for kit, document in library.kit_words if document == stem]
    found: dict[str, TemplateField] = {}
    for words in (library.words.get(stem, {}), *(library.kit_words[kit, stem] for kit in kits)):
        for field in _said(path, words):
            found.setdefault(field.path, field)
    yield from found.values()


def _said(path: str, value: object) -> Iterator[TemplateField]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _kind_of_words(f"{path}.{name}", inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from _said(path + _ITEM, inner)


def _kind_of_words(path: str, value: object) -> Iterator[TemplateField]:
    if isinstance(value, str):
        yield TemplateField(path, value, FieldKind.FIXED)
        return
    is_group = isinstance(value, Mapping)
    texts = [] if is_group else [inner for inner in value if isinstance(inner, str)]  # type: ignore[attr-defined]
    yield TemplateField(path, " · ".join(texts), FieldKind.GROUP if is_group else FieldKind.LIST)
    yield from _said(path, value)
