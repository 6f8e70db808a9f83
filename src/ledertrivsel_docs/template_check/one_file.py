"""Checks one template: what the engine finds, what the contract of fields says, and what ours has that it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..engine.compile import PreparedParts, codes_of, prepared_parts
from ..engine.dialect import p, w
from ..engine.opening import Opened, open_template
from ..errors import Problem, TemplateError
from ..models.field_files import FieldKind
from ..models.library import Library
from ..models.template_fields import slide_kinds, stems_with_fields, template_fields
from ..resources import templates_folder
from .accessible import hard_to_use
from .fields import FieldReading, Usage, unasked, unused
from .files import suffix_of, unknown_stem
from .lost import lost_tags
from .structure import Facts, compared, facts_of, sound

_TOLD = (FieldKind.TEXT, FieldKind.PLACE, FieldKind.DATE, FieldKind.LINK, FieldKind.PICTURE, FieldKind.LIST)


@dataclass(frozen=True, slots=True)
class _Read:
    opened: Opened
    parts: PreparedParts
    usage: Usage
    facts: Facts


def check_template(data: bytes, stem: str, *, name: str | None = None, library: Library | None = None) -> list[Problem]:
    """Everything that is wrong with a template of a document, or likely to be: errors first, then warnings.

    Args:
        data: the file.
        stem: the document's id, such as `action-card`.
        name: what problems call the file; by default the name it has in a templates folder.
        library: the content; by default what comes with the package.
    """
    library = library or Library.default()
    if stem not in stems_with_fields():
        return [unknown_stem(stem, name or stem)]
    name = name or f"{stem}.{suffix_of(stem)}"
    try:
        read = _read(data, stem, name, library)
    except TemplateError as error:
        return list(error.problems)
    found = [*read.parts.problems, *codes_of(read.parts.whole, name)[1]]
    # Where tags don't fit together, what is likely to be wrong with others is most often their fault.
    found += [problem for problem in read.usage.problems if not (problem.warning and read.parts.broken)]
    found += lost_tags(read.opened)
    found += sound(read.facts, name)
    ours = _ours(stem, library)
    if data != _our_bytes(stem):
        found += compared(read.facts, ours.facts, name)
        found += unasked(read.usage, ours.usage, name)
        found += (
            unused(read.usage, _printed_by_ours(stem, library), _meanings(stem, library), name)
            if not read.parts.broken
            else []
        )
    found += hard_to_use(data, name)
    once = [problem for number, problem in enumerate(found) if problem not in found[:number]]
    return sorted(once, key=lambda problem: problem.warning)


def _read(data: bytes, stem: str, name: str, library: Library) -> _Read:
    facts = facts_of(open_template(data, name))
    opened = open_template(data, name)
    parts, usage = _fields_in(opened, stem, library)
    return _Read(opened, parts, usage, facts)


def _fields_in(opened: Opened, stem: str, library: Library) -> tuple[PreparedParts, Usage]:
    """The parts of a template as the engine takes them, and what their tags do with the fields."""
    parts = prepared_parts(opened)
    reading = FieldReading(opened, stem, library)
    for part in parts.whole:
        reading.whole(part)
    for path, tags in parts.broken.items():
        reading.in_pieces(path, tags)
    return parts, reading.usage


@lru_cache(maxsize=64)
def _ours(stem: str, library: Library) -> _Read:
    return _read(_our_bytes(stem), stem, stem, library)


@lru_cache(maxsize=64)
def _printed_by_ours(stem: str, library: Library) -> Usage:
    """The fields that our template prints, without those that only name its form fields, tables and pictures."""
    opened = open_template(_our_bytes(stem), stem)
    for path in opened.templated():
        for element in opened.trees[path].iter(w("alias"), w("tag"), w("tblCaption"), w("tblDescription"), p("cNvPr")):
            for attribute in (w("val"), "descr", "title"):
                element.attrib.pop(attribute, "")
    return _fields_in(opened, stem, library)[1]


def _our_bytes(stem: str) -> bytes:
    suffix = suffix_of(stem)
    return (templates_folder() / suffix / f"{stem}.{suffix}").read_bytes()


def _meanings(stem: str, library: Library) -> dict[str, str]:
    """What the fields mean that a reader would miss; the fixed texts are left out, which one may write oneself."""
    parts = [("", template_fields(stem, library=library))]
    parts += [(f"{kind}: ", template_fields(stem, kind, library=library)) for kind in slide_kinds(stem)]
    return {
        start + field.path: field.meaning
        for start, fields in parts
        for field in fields
        if field.kind in _TOLD and not field.path.startswith("words.")
    }
