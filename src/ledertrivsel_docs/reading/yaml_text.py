"""YAML read as text: every scalar is what stands there, every key and value knows its line.

Types come later, from the model. What YAML would quietly make of a slip (9.30 → 9.3, a `#` that hides the rest of
the line, a key written twice) is kept as written or refused with a message of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import yaml

from ..errors import InputError, Message, Problem, message
from .syntax_errors import Scalar, explain

Loc = tuple[str | int, ...]
"""The way to a value: keys and list positions, as in pydantic's errors."""

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_NODES = 100_000
MAX_SYNTAX_ERRORS = 20

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What a YAML reader stops at: XML's forbidden characters, the C1 controls and a byte order mark inside the text.
NOT_IN_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
BOMS = {b"\xff\xfe\x00\x00": "utf-32", b"\x00\x00\xfe\xff": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def first_unprintable(text: str) -> str | None:
    """The first character that XML 1.0 has no place for, as U+0001; None when there is none."""
    found = NOT_IN_XML.search(text)
    return code_point(found[0]) if found else None


def code_point(character: str) -> str:
    """A character by its number, as Unicode writes it: U+0001."""
    return f"U+{ord(character):04X}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that knows its place in the data, not yet in a file."""

    loc: Loc
    message: Message
    remedy: Message | None = None
    warning: bool = False

    def problem(self) -> Problem:
        """The problem for data that came from no file: the place is told as `themes.selected[2]`."""
        return Problem(self.message, self.remedy, where=_dotted(self.loc) or None, warning=self.warning)


@dataclass(slots=True)
class Node:
    """A value and the line it begins on. `size` counts it with everything in it, aliases written out."""

    line: int
    value: str | list[Node] | dict[str, Entry] | None
    size: int = 1


@dataclass(slots=True)
class Entry:
    """A value under its key: the line of the key, and the key as it was written before it was translated."""

    line: int
    written: str
    node: Node


@dataclass(frozen=True, slots=True)
class YamlText:
    """A file that was read: its data as text, lists and mappings, and the lines to tell problems by."""

    file: str
    root: Node
    aliases: Mapping[str, str]

    @property
    def data(self) -> object:
        """Plain data; an empty file is an empty mapping, an empty value None."""
        plain = _plain(self.root)
        return {} if plain is None else plain

    def line(self, loc: Loc) -> int:
        """The line of a value (of a list or mapping: of its key), or of the nearest thing around it that is there."""
        place = self._walk(loc)
        return place.line if isinstance(place.node.value, list | dict) else place.node.line

    def key_line(self, loc: Loc) -> int:
        """The line of the key a value stands under (of the value itself in a list)."""
        return self._walk(loc).line

    def written(self, loc: Loc) -> str:
        """The last key on the way, as it stands in the file."""
        return self._walk(loc).written

    def problem(self, finding: Finding) -> Problem:
        """A finding with file and line."""
        line = self.line(finding.loc)
        return Problem(finding.message, finding.remedy, file=self.file, line=line, warning=finding.warning)

    def raise_if(self, findings: Iterable[Finding]) -> None:
        """Raise `InputError` with every finding, in the order of the file, when there is one."""
        problems = [self.problem(finding) for finding in findings]
        if problems:
            raise InputError(sorted(problems, key=lambda problem: problem.line or 0))

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


def parse(file: str, content: bytes, aliases: Mapping[str, str] | None = None) -> YamlText:
    """Read a YAML file; `aliases` gives keys another name (the reader's language → the model's).

    Raises `InputError` with everything that is wrong with the file as YAML.
    """
    text = _decoded(file, content)
    problems = [_forbidden(file, _line_at(text, found.start()), found[0]) for found in NOT_IN_YAML.finditer(text)]
    builder, syntax_problems = _built(file, NOT_IN_YAML.sub("\ufffd", text), aliases or {})
    problems += [*builder.problems, *syntax_problems]
    if problems:
        raise InputError(sorted(problems, key=lambda problem: problem.line or 0))
    return YamlText(file, builder.root, aliases or {})


def _decoded(file: str, content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise InputError(
            [
                Problem(
                    message("The file is larger than {megabytes} MB.", megabytes=MAX_BYTES // 1_000_000),
                    message("Split it, or check that it is the right file."),
                    file=file,
                )
            ]
        )
    encoding = next((name for bom, name in BOMS.items() if content.startswith(bom)), "utf-8-sig")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        remedy = message("Save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8).")
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError([Problem(message("The file isn't saved as UTF-8."), remedy, file=file, line=line)]) from None


def _built(file: str, text: str, aliases: Mapping[str, str]) -> tuple[_Builder, list[Problem]]:
    """The tree, and the syntax errors: where the slip is certain it is mended and reading goes on to the next."""
    problems: dict[int, Problem] = {}
    while True:
        builder = _Builder(file, text, aliases)
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
        except _TooMuch:
            pass
        known = {problem.line for problem in builder.problems}
        return builder, [problem for line, problem in problems.items() if line not in known]


def _forbidden(file: str, line: int, character: str) -> Problem:
    return Problem(
        message("The character {code} can't stand in a Word document.", code=code_point(character)),
        message("Remove it."),
        file=file,
        line=line,
    )


def _line_at(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def _dotted(loc: Loc) -> str:
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in loc).lstrip(".")


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _plain(node: Node) -> object:
    if isinstance(node.value, dict):
        return {key: _plain(entry.node) for key, entry in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(child) for child in node.value]
    return node.value


class _TooMuch(Exception):  # noqa: N818 - not an error of its own: it only ends the reading
    """The file is too deep or too large to go on with."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read."""

    node: Node
    flow: bool
    key: tuple[str, int] | None = None


@dataclass(slots=True)
class _Builder:
    """Puts the tree together from the parser's events, without recursion, and notes what is wrong on the way."""

    file: str
    text: str
    aliases: Mapping[str, str]
    root: Node = field(default_factory=lambda: Node(1, None))
    problems: list[Problem] = field(default_factory=list)
    last_scalar: Scalar | None = None
    _open: list[_Open] = field(default_factory=list)
    _anchors: dict[str, Node] = field(default_factory=dict)
    _unused_anchors: dict[str, yaml.NodeEvent] = field(default_factory=dict)
    _documents: int = 0
    _line_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def take(self, event: yaml.Event) -> None:
        """Take the parser's next event."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._begin_document(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = self._open.pop()
            self._place(closed.node, event)
        elif isinstance(event, yaml.AliasEvent):
            self._take_alias(event)
        elif isinstance(event, yaml.DocumentEndEvent):
            self._refuse_unused_anchors()

    def _begin_document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            remedy = message("Keep one, and remove the line with ---.")
            self._wrong(event, message("The file holds more than one document."), remedy)
            raise _TooMuch

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._wrong(event, message("The lists are nested too deep."), message("Check the indentation."))
            raise _TooMuch
        self._refuse_tag(event)
        value: list[Node] | dict[str, Entry] = {} if isinstance(event, yaml.MappingStartEvent) else []
        node = Node(self._line(event), value)
        self._name(node, event)
        self._open.append(_Open(node, bool(event.flow_style)))

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_tag(event)
        self.last_scalar = Scalar(_start(event), _end(event), event.style in ("'", '"'))
        text: str | None = event.value
        if not event.style:
            self._refuse_swallowed(event)
            self._refuse_folded_list(event)
            text = event.value or None
        elif event.style in "|>":
            # The line break that ends a block of text is YAML's, not the writer's.
            text = event.value.rstrip("\n")
        for found in NOT_IN_XML.finditer(event.value):
            self.problems.append(_forbidden(self.file, self._line(event), found[0]))
        node = Node(self._line(event), text)
        self._name(node, event)
        self._place(node, event)

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor or ""
        node = self._anchors.get(name)
        self._unused_anchors.pop(name, None)
        if node is None:
            remedy = message("Text that begins with * needs quotes.")
            self._wrong(event, message("“*{name}” refers to nothing in the file.", name=name), remedy)
        elif any(opened.node is node for opened in self._open):
            remedy = message("Write the text out instead of the alias.")
            self._wrong(event, message("“*{name}” refers to itself.", name=name), remedy)
            node = None
        self._place(node or Node(self._line(event), ""), event)

    def _name(self, node: Node, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._anchors[event.anchor] = node
            self._unused_anchors[event.anchor] = event

    def _refuse_unused_anchors(self) -> None:
        """“&Co holder fri” is text to its writer; YAML would keep “holder fri”."""
        for name, event in self._unused_anchors.items():
            remedy = message("Text that begins with & needs quotes.")
            self._wrong(event, message("“&{name}” names something that nothing refers to.", name=name), remedy)

    def _place(self, node: Node, event: yaml.Event) -> None:
        """Put a finished value where it belongs: as the root, in a list, as a key, or under its key."""
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent.node.value, list):
            parent.node.value.append(node)
        elif parent.key is None:
            parent.key = self._key(node, event), node.line
            return
        else:
            self._refuse_comma(parent, node, event)
            self._add_entry(parent, node)
            parent.key = None
        parent.node.size += node.size
        if parent.node.size > MAX_NODES:
            remedy = message("Write the text out instead of the aliases (*…).")
            self._wrong(event, message("The file grows too large when its aliases are filled in."), remedy)
            raise _TooMuch

    def _key(self, node: Node, event: yaml.Event) -> str:
        if isinstance(node.value, str):
            return node.value
        self._wrong(
            event,
            message("A name is expected here, before the colon."),
            message("Put quotes around text that begins with {bracket} or a question mark.", bracket="{, ["),
        )
        return ""

    def _add_entry(self, parent: _Open, node: Node) -> None:
        if not isinstance(parent.node.value, dict) or parent.key is None:
            return
        written, line = parent.key
        name = self.aliases.get(written, written)
        earlier = parent.node.value.get(name)
        if earlier is None:
            parent.node.value[name] = Entry(line, written, node)
        elif written == earlier.written:
            self._twice(line, message("“{key}” is also on line {other}.", key=written, other=earlier.line))
        else:
            other = message(
                "“{key}” is the same as “{same}” on line {other}.",
                key=written,
                same=earlier.written,
                other=earlier.line,
            )
            self._twice(line, other)

    def _twice(self, line: int, what: Message) -> None:
        self.problems.append(Problem(what, message("Keep one of them."), file=self.file, line=line))

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            remedy = message("Remove it, or put quotes around text that begins with an exclamation mark.")
            self._wrong(event, message("YAML tags such as “{tag}” are not used here.", tag=tag), remedy)

    def _refuse_swallowed(self, event: yaml.ScalarEvent) -> None:
        """A `#` with text right after it is meant as text; YAML would hide the rest of the line."""
        end = _end(event)
        hidden = re.match(r"[ \t]+(#[^\s#][^\n]*)", self.text[end : self._line_end(end)])
        if hidden:
            self._wrong(
                event,
                message("Everything from “{hidden}” is read as a comment.", hidden=hidden[1][:40].rstrip()),
                message("Put quotes around the text, or a space after # if it is a comment."),
            )

    def _refuse_folded_list(self, event: yaml.ScalarEvent) -> None:
        """A list below a text becomes part of the text, hyphens and all."""
        if re.search(r"\n\s*- ", self.text[_start(event) : _end(event)]):
            self._wrong(
                event,
                message("The list below this text is read as part of the text."),
                message("Remove the text, or put quotes around it all."),
            )

    def _refuse_comma(self, parent: _Open, node: Node, event: yaml.Event) -> None:
        """In `{reason: a, b}` the comma makes a key of b, with nothing under it."""
        if not parent.flow or node.value is not None or not isinstance(event, yaml.ScalarEvent) or parent.key is None:
            return
        before = self.text[: _start(event)].rstrip()
        if before.removesuffix(parent.key[0]).rstrip().endswith(","):
            self._wrong(
                event,
                message("The comma before “{key}” splits the text in two.", key=parent.key[0]),
                message("Put quotes around text with a comma between {brackets}.", brackets="{ }"),
            )

    def _wrong(self, event: yaml.Event, what: Message, remedy: Message) -> None:
        self.problems.append(Problem(what, remedy, file=self.file, line=self._line(event)))

    def _line(self, event: yaml.Event) -> int:
        # Counted here: the parser also counts U+2028 and the like as line ends, editors don't.
        return bisect_right(self._line_starts, _start(event))

    def _line_end(self, index: int) -> int:
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end
