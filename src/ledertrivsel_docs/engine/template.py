"""`Template`: an Office file with tags, compiled once, rendered to bytes as often as you like."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError as JinjaError

from ..errors import Problem, TemplateError, message
from . import cache as disk
from .allot import Media, PartAllotment
from .compiled import TYPES, Compiled, Part, relations_of
from .marks import first_id, resolved
from .missing import Finding, diagnose, filled
from .package import Member, write_package
from .properties import CORE, CUSTOM, Properties
from .sandbox import environment
from .theme import Theme
from .values import ValueProblem

MAX_PART = 50_000_000
_FAILURES = (
    *(JinjaError, ValueProblem, TypeError, ValueError, AttributeError),
    *(ArithmeticError, LookupError, RecursionError),
)


class Template:
    """A Word template with docxtpl's tags: `{{ value }}`, `{% if %}`, `{%p for %}`, `{%tr for %}`.

    A template holds no state of a render: one object serves any number of threads.

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
        source: str | os.PathLike[str] | bytes,
        *,
        theme: Theme | None = None,
        cache: Path | None = None,
        name: str | None = None,
    ) -> None:
        if isinstance(source, bytes):
            self._data, self.name = source, name or "template"
        else:
            self._data, self.name = _read(Path(source)), name or Path(source).name
        self._theme = theme
        self._compiled = self._compile(cache)
        env = environment()
        self._programs = [
            (part, JinjaTemplate.from_code(env, part.code, env.make_globals(None))) for part in self._compiled.parts
        ]

    def _compile(self, cache: Path | None) -> Compiled:
        key = disk.key_of(self._data, self._theme.key() if self._theme else "")
        compiled = disk.load(cache, key) if cache else None
        if compiled is None:
            from .compile import compile_template  # noqa: PLC0415 - lxml is not needed where the cache has it

            compiled = compile_template(self._data, self.name, self._theme)
            if cache:
                disk.store(cache, key, compiled)
        return compiled

    def render(self, context: Mapping[str, Any], *, properties: Properties | None = None) -> bytes:
        """The document: an Office file as bytes, the same for the same input.

        Args:
            context: plain data: texts (a newline is a line break), numbers, lists, mappings, `Link`, `Picture`,
                `Placeholder`, `DateText`.
            properties: the document's properties; without them it has the template's own.

        Raises:
            TemplateError: a tag names something that the context lacks, or a value can't be printed; all of them.
        """
        media = Media(self._compiled.members)
        changed: dict[str, bytes] = {}
        problems: list[Problem] = []
        cause: Exception | None = None
        for number, (part, program) in enumerate(self._programs):
            run = PartAllotment(part, media)
            try:
                changed[part.name] = resolved(_text(filled(program, context, run)), first_id(number)).encode()
            except _FAILURES as error:
                cause = cause or error
                problems += self._problems(part, diagnose(part, context, error))
                continue
            if relations := run.relationships():
                changed[relations_of(part.name)] = relations.encode()
        changed |= self._properties(properties, problems)
        if problems:
            raise TemplateError(problems) from cause
        if media.files:
            changed |= {TYPES: _with_pictures(self._compiled.types).encode(), **media.files}
        return write_package(self._members(changed))

    def _members(self, changed: dict[str, bytes]) -> list[Member]:
        known = self._compiled.members
        names = (*self._compiled.order, *(name for name in changed if name not in known))
        return [Member.deflated(name, changed[name]) if name in changed else known[name] for name in names]

    def _properties(self, properties: Properties | None, problems: list[Problem]) -> dict[str, bytes]:
        if properties is None:
            return {}
        try:
            return {CORE: properties.core_xml(), CUSTOM: properties.custom_xml()}
        except ValueProblem as error:
            problems.append(Problem(error.message, error.remedy, file=self.name, where=message("properties")))
            return {}

    def _problems(self, part: Part, findings: list[Finding]) -> list[Problem]:
        """Findings, each with the tag that stands on its line and the place where that is."""
        from .compile import open_template, prepare_parts  # noqa: PLC0415 - only where something went wrong

        _, trees = open_template(self._data, self.name)
        tags = next(known.tag_by_line for known in prepare_parts(trees, self.name) if known.name == part.name)
        problems = []
        for line, what, remedy in findings:
            tag = tags[line - 1] if 0 < line <= len(tags) else None
            told = message("{tag}: {what}", tag=tag.raw, what=what) if tag else what
            problems.append(Problem(told, remedy, file=self.name, where=tag.place if tag else part.name))
        return problems


def _text(pieces: Iterator[str]) -> str:
    kept: list[str] = []
    size = 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece)
        if size > MAX_PART:
            raise ValueProblem(message("The document grows beyond {limit} characters.", limit=MAX_PART))
    return "".join(kept)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = message("The template can't be read: {reason}.", reason=error.strerror or str(error))
        raise TemplateError([Problem(reason, file=str(path))]) from error


def _with_pictures(types: str) -> str:
    """The content types with those of pictures; extensions go before parts, whatever their case."""
    new = "".join(
        f'<Default Extension="{kind}" ContentType="image/{kind}"/>'
        for kind in ("png", "jpeg")
        if f'extension="{kind}"' not in types.lower()
    )
    return re.sub("(?=<(Default|Override) )", new, types, count=1)
