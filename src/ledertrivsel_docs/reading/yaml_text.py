"""YAML read as text: every scalar is what stands there, every key and value knows its line.

Types come later, from the model. What YAML would quietly make of a slip (9.30 → 9.3, a `#` that hides the rest of
the line, a key written twice) is kept as written or refused with a message of its own.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import yaml

from ..errors import InputError, Message, Problem, message
from .characters import NOT_IN_YAML, forbidden, unprintable
from .syntax_errors import explain
from .tree import Entry, Node, TooMuch, TreeBuilder, written_keys

Loc = tuple[str | int, ...]
"""The way to a value: keys and list positions, as in pydantic's errors."""

MAX_BYTES = 2_000_000
MAX_SYNTAX_ERRORS = 20

BOMS = {b"\xff\xfe\x00\x00": "utf-32", b"\x00\x00\xfe\xff": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that knows its place in the data, not yet in a file."""

    loc: Loc
    message: Message
    remedy: Message | None = None
    warning: bool = False

    def problem(self) -> Problem:
        """The problem for data that came from no file: the place is told as `themes.selected[2]`."""
        return Problem(self.message, self.remedy, where=_dotted(self.loc) or None, path=self.loc, warning=self.warning)


@dataclass(frozen=True, slots=True)
class YamlText:
    """A file that was read: its data as text, lists and mappings, and the lines to tell problems by.

    `file` is None for a program's own data: its problems name their place instead of a line. A text that another one
    was laid over tells each problem by the file that the value came from. `notes` are slips that are likely.
    """

    file: str | None
    root: Node
    aliases: Mapping[str, str]
    notes: tuple[Problem, ...] = ()

    @property
    def data(self) -> object:
        """Plain data; an empty file is an empty mapping, an empty value None."""
        plain = _plain(self.root)
        return {} if plain is None else plain

    def line(self, loc: Loc) -> int:
        """The line of a value (of a list or mapping: of its key), or of the nearest thing around it that is there."""
        place = self._walk(loc)
        return place.line if isinstance(place.node.value, list | dict) else place.node.line

    def file_of(self, loc: Loc) -> str | None:
        """The file that a value stands in, or the nearest thing around it that is there."""
        return self._walk(loc).node.file or self.file

    def key_line(self, loc: Loc) -> int:
        """The line of the key a value stands under (of the value itself in a list)."""
        return self._walk(loc).line

    def written(self, loc: Loc) -> str:
        """The last key on the way, as it stands in the file."""
        return self._walk(loc).written

    def name(self, key: str) -> str:
        """What the writer of this file would call a key: its other name, where the file uses such names."""
        if not any(self.aliases.get(written, written) != written for written in written_keys(self.root)):
            return key
        return next((other for other, english in self.aliases.items() if english == key), key)

    def problem(self, finding: Finding) -> Problem:
        """A finding with file and line."""
        if self.file is None:
            return finding.problem()
        return replace(finding.problem(), file=self.file_of(finding.loc), line=self.line(finding.loc), where=None)

    def raise_if(self, findings: Iterable[Finding]) -> None:
        """Raise `InputError` with every finding, in the order of the file, when there is one."""
        problems = [self.problem(finding) for finding in findings]
        if problems:
            raise InputError(in_order(problems))

    def _walk(self, loc: Loc) -> Entry:
        """The last thing on the way that is there, under the last key of the way."""
        place = Entry(self.root.line, "", self.root)
        for part in loc:
            inside = place.node.value
            if isinstance(inside, dict) and part in inside:
                place = inside[str(part)]
            elif isinstance(inside, list) and isinstance(part, int) and part < len(inside):
                place = Entry(inside[part].line, place.written, inside[part])
            else:
                return Entry(place.line, part, place.node) if isinstance(part, str) else place
        return place


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order of their lines."""
    return sorted(problems, key=lambda problem: problem.line or 0)


def parse(file: str, content: bytes, aliases: Mapping[str, str] | None = None) -> YamlText:
    """Read a YAML file; `aliases` gives keys another name (the reader's language → the model's).

    Raises `InputError` with everything that is wrong with the file as YAML.
    """
    text = decoded(file, content)
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        problems += forbidden(file, number, unprintable(line, NOT_IN_YAML))
    builder, syntax_problems = _built(file, NOT_IN_YAML.sub("\ufffd", text), aliases or {})
    problems += [*builder.problems, *syntax_problems]
    if problems:
        raise InputError(in_order(problems))
    return YamlText(file, builder.root, aliases or {}, tuple(builder.notes))


def decoded(file: str, content: bytes) -> str:
    """The text of a file, by its byte order mark; raises `InputError` when it is too large or in no known encoding."""
    if len(content) > MAX_BYTES:
        raise too_large(file)
    encoding = next((name for bom, name in BOMS.items() if content.startswith(bom)), "utf-8-sig")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        remedy = message("Save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8).")
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError([Problem(message("The file isn't saved as UTF-8."), remedy, file=file, line=line)]) from None


def encoded_as(content: bytes, text: str) -> bytes:
    """A text in a file's encoding, with its byte order mark if it has one."""
    marks = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF32_LE: "utf-32-le", codecs.BOM_UTF32_BE: "utf-32-be"}
    marks |= {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
    mark, encoding = next(((mark, name) for mark, name in marks.items() if content.startswith(mark)), (b"", "utf-8"))
    return mark + text.encode(encoding)


def too_large(file: str) -> InputError:
    """The error for a file that nobody has written by hand."""
    what = message("The file is larger than {megabytes} MB.", megabytes=MAX_BYTES // 1_000_000)
    return InputError([Problem(what, message("Split it, or check that it is the right file."), file=file)])


def _built(file: str, text: str, aliases: Mapping[str, str]) -> tuple[TreeBuilder, list[Problem]]:
    """The tree, and the syntax errors: where the slip is certain it is mended and reading goes on to the next."""
    problems: dict[int, Problem] = {}
    while True:
        builder = TreeBuilder(file, text, aliases)
        try:
            for event in yaml.parse(text, Loader=LOADER):
                builder.take(event)
        except yaml.MarkedYAMLError as error:
            slip = explain(error, text, builder.last_scalar)
            # The first on a line is the cause; what follows on the same line is most often its effect.
            problems.setdefault(slip.line, Problem(slip.message, slip.remedy, file=file, line=slip.line))
            if slip.mended is not None and len(problems) < MAX_SYNTAX_ERRORS:
                text = slip.mended
                continue
        except TooMuch:
            pass
        known = {problem.line for problem in builder.problems}
        return builder, [problem for line, problem in problems.items() if line not in known]


def _dotted(loc: Loc) -> str:
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in loc).lstrip(".")


def _plain(node: Node) -> object:
    if isinstance(node.value, dict):
        return {key: _plain(entry.node) for key, entry in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(child) for child in node.value]
    return node.value
