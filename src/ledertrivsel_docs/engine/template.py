"""`Template`: an Office file with tags, compiled once, rendered to bytes as often as you like."""

from __future__ import annotations

import difflib
import os
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError as JinjaError
from jinja2 import UndefinedError

from ..errors import Message, Problem, TemplateError, message
from . import cache as disk
from .allot import Media, PartAllotment
from .compiled import Compiled, Part, relations_of
from .missing import recorder
from .package import Member, write_package
from .properties import CORE, CUSTOM, Properties
from .sandbox import environment
from .theme import Theme
from .values import RUN, ValueProblem

MAX_PART = 50_000_000
_FIRST_ID, _IDS_PER_PART = 1, 1_000_000


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
        media = Media()
        changed: dict[str, bytes] = {}
        for number, (part, program) in enumerate(self._programs):
            allotment = PartAllotment(part, media, _FIRST_ID + number * _IDS_PER_PART)
            xml = self._fill(part, program, context, allotment)
            changed[part.name] = allotment.resolved(xml).encode()
            if relations := allotment.relationships():
                changed[relations_of(part.name)] = relations.encode()
        if media.files:
            changed["[Content_Types].xml"] = _with_pictures(self._compiled.types).encode()
            changed |= media.files
        if properties is not None:
            changed |= {CORE: properties.core_xml(), CUSTOM: properties.custom_xml()}
        return write_package(self._members(changed))

    def _members(self, changed: dict[str, bytes]) -> list[Member]:
        known = self._compiled.members
        names = (*self._compiled.order, *(name for name in changed if name not in known))
        return [Member.deflated(name, changed[name]) if name in changed else known[name] for name in names]

    def _fill(self, part: Part, program: JinjaTemplate, context: Mapping[str, Any], run: PartAllotment) -> str:
        try:
            size, pieces = 0, []
            for piece in program.root_render_func(program.new_context({**context, RUN: run})):
                pieces.append(piece)
                size += len(piece)
                if size > MAX_PART:
                    raise ValueProblem(message("The document grows beyond {limit} characters.", limit=MAX_PART))
            return "".join(pieces)
        except UndefinedError as error:
            raise TemplateError(self._missing(part, context, run)) from error
        except ValueProblem as error:
            raise TemplateError([self._problem(part, _line(program, error), error.message)]) from error
        except (JinjaError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
            reason = message("{reason}", reason=str(error) or type(error).__name__)
            raise TemplateError([self._problem(part, _line(program, error), reason)]) from error

    def _missing(self, part: Part, context: Mapping[str, Any], run: PartAllotment) -> list[Problem]:
        """Every name that the context lacks, found by a second render that goes on after each."""
        found: list[tuple[int, str, Any]] = []
        env = environment().overlay(undefined=recorder(found, part.name))
        program = JinjaTemplate.from_code(env, part.code, env.make_globals(None))
        try:
            for _ in program.root_render_func(program.new_context({**context, RUN: run})):
                pass
        except Exception as error:  # noqa: BLE001 - what was found so far is what is told
            found.append((_line(program, error), "", None))
        problems = []
        for line, name, holder in dict.fromkeys((line, name, _names(holder, context)) for line, name, holder in found):
            if name:
                near = difflib.get_close_matches(name, holder, n=1)
                remedy = message("Did you mean “{near}”?", near=near[0]) if near else None
                line_number = program.get_corresponding_lineno(line)
                problems.append(
                    self._problem(part, line_number, message("There is no value “{name}”.", name=name), remedy)
                )
        return problems

    def _problem(self, part: Part, line: int, what: Message, remedy: Message | None = None) -> Problem:
        from .compile import open_template, prepare_parts  # noqa: PLC0415 - only where something went wrong

        _, trees = open_template(self._data, self.name)
        tags = next(p.tag_by_line for p in prepare_parts(trees, self.name) if p.name == part.name)
        tag = tags[line - 1] if 0 < line <= len(tags) else None
        if tag is None:
            return Problem(what, remedy, file=self.name, where=part.name)
        return Problem(message("{tag}: {what}", tag=tag.raw, what=what), remedy, file=self.name, where=tag.place)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = message("The template can't be read: {reason}.", reason=error.strerror or str(error))
        raise TemplateError([Problem(reason, file=str(path))]) from error


def _line(program: JinjaTemplate, error: BaseException) -> int:
    """The line of the Jinja source where an error arose: that of the last frame of the compiled template."""
    lines = [
        number
        for frame, number in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename == cast(str, program.filename)
    ]
    return program.get_corresponding_lineno(lines[-1]) if lines else 0


def _names(holder: Any, context: Mapping[str, Any]) -> tuple[str, ...]:
    names = holder if isinstance(holder, Mapping) else context
    return tuple(str(name) for name in names)


def _with_pictures(types: str) -> str:
    new = "".join(
        f'<Default Extension="{kind}" ContentType="image/{kind}"/>'
        for kind in ("png", "jpeg")
        if f'Extension="{kind}"' not in types
    )
    head, end, rest = types.partition("<Default ") if "<Default " in types else types.partition("<Override ")
    return head + new + end + rest
