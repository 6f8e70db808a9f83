"""`Template`: an Office file with tags, compiled once, rendered to bytes as often as you like."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..devices import is_device
from ..errors import Problem, TemplateError, message, system_reason
from . import cache as disk
from .compiled import TYPES, Compiled, Part
from .deck import Chosen, Slides, add_slides, chosen, types_of_slides, unused_media
from .filling import FAILURES, Filling, Programs, measured_text
from .fit import Fit, fits_of
from .missing import Finding
from .package import Member, write_package
from .properties import CORE, CUSTOM, Properties
from .tags import Tag
from .theme import Theme
from .values import ValueProblem


class Template:
    """A Word or PowerPoint template with docxtpl's tags: `{{ value }}`, `{% if %}`, `{%p for %}`, `{%tr for %}`.

    In PowerPoint there is also `{%sp for %}`, which repeats a shape, and the first line of a slide's notes can name its
    kind: `{%slide kind %}`. A template holds no state of a render: one object serves any number of threads.

    Args:
        source: a path, or the bytes of the file.
        theme: a look to give it; without one it keeps its own.
        cache: a private folder to keep the compiled template in, for the next process.
        name: what errors call the template; by default the file's name.

    Raises:
        TemplateError: the file can't be read, or tags are wrong; every problem with its place and tag.
    """

    def __init__(
        self,
        source: str | os.PathLike[str] | bytes | bytearray | memoryview,
        *,
        theme: Theme | None = None,
        cache: str | os.PathLike[str] | None = None,
        name: str | None = None,
    ) -> None:
        if isinstance(source, bytes | bytearray | memoryview):
            self._data, self.name = bytes(source), name or "template"
        elif not isinstance(source, str | os.PathLike):
            raise TypeError(f"a path or the bytes of a template, not {type(source).__name__}")
        else:
            self._data, self.name = _read(Path(source)), name or Path(source).name
        self._theme = theme
        self._compiled = self._compile(Path(cache) if cache is not None else None)
        self._programs = Programs()

    def __reduce__(self) -> tuple[Any, ...]:
        return _compiled_again, (self._data, self.name, self._theme)

    def _compile(self, cache: Path | None) -> Compiled:
        key = disk.key_of(self._data, self._theme.key() if self._theme else "")
        compiled = disk.load(cache, key) if cache else None
        if compiled is None:
            from .compile import compile_template  # noqa: PLC0415 - lxml is not needed where the cache has it

            compiled = compile_template(self._data, self.name, self._theme)
            if cache:
                disk.store(cache, key, compiled)
        return compiled

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of slides that a deck template has, in its order; none in a Word template."""
        return tuple(kind.name for kind in self._compiled.deck.kinds) if self._compiled.deck else ()

    def render(
        self,
        context: Mapping[str, Any] | Slides,
        *,
        common: Mapping[str, Any] | None = None,
        properties: Properties | None = None,
        scales: Sequence[Mapping[int, int]] = (),
    ) -> bytes:
        """The document: an Office file as bytes, the same for the same input.

        Args:
            context: plain data: texts (a newline is a line break), numbers, lists, mappings, `Link`, `Picture`,
                `Placeholder`, `DateText`. For a deck, each slide of the template is filled once with it; or pairs of
                a kind and the context of one slide, in the order of the deck.
            common: what all slides, the master and the layouts can print beside that.
            properties: the document's properties; without them it has the template's own.
            scales: for each slide the percentages at which its frames are printed, as `fit` finds them.

        Raises:
            TemplateError: a tag names something that the context lacks, a value can't be printed, or the template has
                no slide of a kind; all of them.
        """
        if not isinstance(context, Mapping | Sequence) or isinstance(context, str):
            raise TypeError(f"a mapping, or a list of kinds with their contexts, not {type(context).__name__}")
        filling = Filling(self._programs, self._compiled.members)
        shared = {**(common or {}), **(context if isinstance(context, Mapping) else {})}
        for part in self._compiled.parts:
            filling.add(part, shared)
        deck = self._compiled.deck
        slides, problems = self._slides(context, shared)
        if deck:
            add_slides(filling, deck, slides, scales)
        problems += self._problems(filling.failures)
        filling.changed |= self._properties(properties, problems)
        if problems:
            raise TemplateError(problems) from filling.cause
        return write_package(self._members(filling, slides))

    def _slides(self, context: Mapping[str, Any] | Slides, shared: Mapping[str, Any]) -> tuple[Chosen, list[Problem]]:
        deck = self._compiled.deck
        if isinstance(context, Mapping):
            return [(kind, shared) for kind in deck.kinds] if deck else [], []
        return chosen(deck, context, shared, self.name)

    def fits(self, kind: str, context: Mapping[str, Any]) -> list[Fit]:
        """How the texts of a slide fit their boxes, measured as it would be printed.

        Args:
            kind: a kind of the template.
            context: what the slide prints, with what is common to all.

        Raises:
            TemplateError: as `render` does.
        """
        deck = self._compiled.deck
        part = next((known.slide for known in deck.kinds if known.name == kind), None) if deck else None
        if deck is None or part is None:
            self.render([(kind, context)], common=context)  # tells what is wrong
            return []
        try:
            return fits_of(measured_text(self._programs.of(part), part, context), deck.frames)
        except FAILURES:
            self.render([(kind, context)], common=context)
            raise

    def _members(self, filling: Filling, slides: Chosen) -> list[Member]:
        known, changed = self._compiled.members, filling.changed
        types = self._compiled.types
        unused: set[str] = set()
        if self._compiled.deck:
            types, unused = types_of_slides(types, changed), unused_media(self._compiled.deck, slides)
        if filling.media.files:
            types = _with_pictures(types, filling.media.files)
            changed |= filling.media.files
        if types != self._compiled.types:
            changed[TYPES] = types.encode()
        names = (*self._compiled.order, *(name for name in changed if name not in known))
        return [
            Member.deflated(name, changed[name]) if name in changed else known[name]
            for name in names
            if name not in unused
        ]

    def _properties(self, properties: Properties | None, problems: list[Problem]) -> dict[str, bytes]:
        if properties is None:
            return {}
        try:
            return {CORE: properties.core_xml(), CUSTOM: properties.custom_xml()}
        except ValueProblem as error:
            problems.append(Problem(error.message, error.remedy, file=self.name, where=message("properties")))
            return {}

    def _problems(self, failures: Sequence[tuple[Part, int | None, list[Finding]]]) -> Iterator[Problem]:
        """Findings, each once, with the tag that stands on its line and the place where that is."""
        if not failures:
            return
        from .compile import prepare  # noqa: PLC0415 - only where something went wrong

        tags_of = {part.name: part.tag_by_line for part in prepare(self._data, self.name)[1]}
        told: set[tuple[object, ...]] = set()
        for part, number, findings in failures:
            tags = tags_of[part.name]
            for line, what, remedy in findings:
                tag = _tag_on(tags, line)
                place = tag.place if tag else part.name
                if (key := (str(place), tag.raw if tag else line, str(what))) in told:
                    continue  # slides of one kind lack the same
                told.add(key)
                where = message("{place} (slide {number} of the deck)", place=place, number=number)
                said = message("{tag}: {what}", tag=tag.raw, what=what) if tag else what
                yield Problem(said, remedy, file=self.name, where=where if number else place)


def _compiled_again(data: bytes, name: str, theme: Theme | None) -> Template:
    """A template in another process, where it is compiled anew: code can't be sent."""
    return Template(data, name=name, theme=theme)


def _tag_on(tags: Sequence[Tag | None], line: int) -> Tag | None:
    """The tag on a line; of one that the engine has put there itself, the last one of the template before it."""
    tag = tags[line - 1] if 0 < line <= len(tags) else None
    if tag is None or tag.raw:
        return tag
    return next((known for known in reversed(tags[:line]) if known is not None and known.raw), None)


def _read(path: Path) -> bytes:
    try:
        if is_device(path):
            raise TemplateError([Problem(message("This isn't an ordinary file."), file=str(path))])
        return path.read_bytes()
    except OSError as error:
        reason = message("The template can't be read: {reason}.", reason=system_reason(error))
        raise TemplateError([Problem(reason, file=str(path))]) from error


def _with_pictures(types: str, files: Iterable[str]) -> str:
    """The content types with those of pictures; extensions go before parts, whatever their case."""
    new = "".join(
        f'<Default Extension="{kind}" ContentType="image/{"svg+xml" if kind == "svg" else kind}"/>'
        for kind in sorted({file.rpartition(".")[2] for file in files})
        if f'extension="{kind}"' not in types.lower()
    )
    return re.sub("(?=<(Default|Override) )", new, types, count=1)
