"""A document as we make it today: what a filled one is laid beside, so that no form has to be described twice."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from ..building import build_document
from ..errors import InputError, message
from ..models.brand import Brand
from ..models.kit import KitDocument
from ..models.library import Library
from ..models.meetings import factors_of
from ..models.programme import Programme
from ..models.references import themes_of
from ..reading.validation import shortened
from ..stamp import Stamp
from ..template_folder import TemplateFolder
from .form import Form, sentences
from .opened import Opened, RefusedError, opened
from .sheet import lines_of, plain, shown_texts

_PLACE = re.compile(r"\{\w*\}")
_LETTERS = 6


class Replicas:
    """The forms of a programme, each made once: filled as the programme fills it, and blank."""

    def __init__(
        self,
        library: Library,
        programme: Programme,
        brand: Brand | None,
        templates: str | os.PathLike[str] | None,
        cache: str | os.PathLike[str] | None,
    ) -> None:
        self._library, self._programme, self._cache = library, programme, cache
        self._brand = brand or (Brand.load(programme.brand, library=library) if programme.brand else None)
        own = templates if templates is not None else self._brand.templates if self._brand else None
        TemplateFolder.at(Path(own) if own is not None else None)  # told once, and not with every form
        self._templates = own
        self._known: dict[Stamp, tuple[Form, ...]] = {}

    def forms(self, stamp: Stamp) -> tuple[Form, ...]:
        """What a document with this stamp may have looked like; at least one.

        Raises `RefusedError` where there is none: it is about a factor of somebody else's.
        """
        if stamp not in self._known:
            self._known[stamp] = tuple(self._made(stamp))
        if not self._known[stamp]:
            what = message("It is about the factor “{factor}”, which isn't known here.", factor=shortened(stamp.factor))
            raise RefusedError(what, message("Collect it with the programme file that it was made from."))
        return self._known[stamp]

    @cached_property
    def _blank(self) -> Programme:
        return Programme.blank()

    def _made(self, stamp: Stamp) -> Iterator[Form]:
        document = self._document(stamp)
        tries = ((self._programme, stamp.theme), (self._blank, stamp.theme), (self._blank, ""))
        for programme, theme in dict.fromkeys(tries):
            try:
                made = build_document(
                    document.number,
                    programme,
                    theme=theme or None,
                    factor=stamp.factor or None,
                    kit=stamp.kit,
                    brand=self._brand,
                    templates=self._templates,
                    library=self._library,
                    cache=self._cache,
                )
            except InputError:  # a theme or a factor that this programme doesn't know
                continue
            ours = opened(made.bytes, self._library)
            if isinstance(ours, Opened):
                yield self._form(stamp, ours)

    def title(self, stamp: Stamp) -> str:
        """What the document is called on paper."""
        document, kit = self._document(stamp), self._library.kits[stamp.kit]
        themes = themes_of(self._programme, self._library)
        subject = themes.get(stamp.theme) or factors_of(self._programme, self._library, kit).get(stamp.factor)
        return document.name_for(subject.short) if subject else document.plain_name

    def _document(self, stamp: Stamp) -> KitDocument:
        """The document of the kit; of several copies with the same id the one of that step and kind."""
        kit = self._library.kits[stamp.kit]
        alike = [document for document in kit.documents if document.id == stamp.document]
        same = (
            document
            for document in alike
            if (kit.folder_of(document).step or "") == stamp.step
            and (document.variant or "") == stamp.variant
            and (document.each == "theme") == bool(stamp.theme)
        )
        return next(same, alike[0])

    def _form(self, stamp: Stamp, ours: Opened) -> Form:
        lines = tuple(lines_of(ours.body))
        held = [pair for line in lines for cell in line.cells for pair in cell.held]
        empty = [text for control, text in held if control.is_placeholder]
        placeholders = frozenset(map(plain, (*empty, *self._library.language.empty_fields)))
        texts = list(_texts(self._library.words_of(stamp.kit, stamp.document)))
        words = dict.fromkeys((*texts, *(part for text in texts for part in sentences(text))))
        parts = (part for line in lines for cell in line.cells for part in sentences(cell.shown))
        printed = shown_texts(lines) | set(map(plain, (*words, *parts)))
        return Form(lines, placeholders, printed, [_pattern(text) for text in words if _says_something(text)])


def _texts(words: Any) -> Iterator[str]:
    """All texts in a document's words."""
    if isinstance(words, str):
        yield words
    elif isinstance(words, Mapping | tuple):
        for inner in words.values() if isinstance(words, Mapping) else words:
            yield from _texts(inner)


def _says_something(text: str) -> bool:
    """Whether a text with places to fill has words of its own to be known by."""
    return bool(_PLACE.search(text)) and sum(map(str.isalpha, _PLACE.sub("", text))) >= _LETTERS


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, _PLACE.split(plain(text)))))
