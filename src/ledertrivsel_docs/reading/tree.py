"""The tree of a YAML file, put together from the parser's events: text with lines, and what is wrong on the way."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..errors import InputError, Message, Problem, message
from .characters import forbidden, in_curly_quotes, unprintable
from .syntax_errors import Scalar

MAX_DEPTH = 40
MAX_NODES = 100_000
NEARBY = 100
SWALLOWED = re.compile(r"[ \t]+(#[^\s#][^\n]*)")


@dataclass(slots=True)
class Node:
    """A value, the line it begins on, and the file it stands in (None for a program's own data).

    `size` counts it with everything in it, aliases written out.
    """

    line: int
    value: str | list[Node] | dict[str, Entry] | None
    size: int = 1
    file: str | None = None

    @classmethod
    def of(cls, data: Any, aliases: Mapping[str, str]) -> Node:
        """A program's own data, as if it had been read: it has no lines, and its values have types already.

        Raises `InputError` when it is nested as deep as no programme is, or in itself.
        """
        return cls._of(data, aliases, 0)

    @classmethod
    def _of(cls, data: Any, aliases: Mapping[str, str], depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise InputError([Problem(message("The data is nested too deep."))])
        if isinstance(data, Mapping):
            entries: dict[str, Entry] = {}
            for key, value in data.items():
                entry = Entry(0, str(key), cls._of(value, aliases, depth + 1))
                known = entries.setdefault(aliases.get(entry.written, entry.written), entry)
                if known is not entry:
                    what = message("“{key}” is the same as “{same}”.", key=entry.written, same=known.written)
                    raise InputError([Problem(what, message("Keep one of them."), path=(entry.written,))])
            return cls(0, entries)
        if isinstance(data, list | tuple):
            return cls(0, [cls._of(item, aliases, depth + 1) for item in data])
        is_blank = isinstance(data, str) and not data.strip()  # a form's field that nobody has filled in
        return cls(0, None if is_blank else data)


@dataclass(slots=True)
class Entry:
    """A value under its key: the line of the key, and the key as it was written before it was translated."""

    line: int
    written: str
    node: Node


def written_keys(node: Node) -> Iterator[str]:
    """Every key in a node, as it was written."""
    if isinstance(node.value, dict):
        for entry in node.value.values():
            yield entry.written
            yield from written_keys(entry.node)
    elif isinstance(node.value, list):
        for item in node.value:
            yield from written_keys(item)


def start_of(event: yaml.Event) -> int:
    """Where in the text an event begins."""
    return event.start_mark.index if event.start_mark else 0


def end_of(event: yaml.Event) -> int:
    """Where in the text an event ends."""
    return event.end_mark.index if event.end_mark else 0


class TooMuch(Exception):  # noqa: N818 - not an error of its own: it only ends the reading
    """The file is too deep or too large to go on with."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read."""

    node: Node
    flow: bool
    key: tuple[str, int] | None = None


@dataclass(slots=True)
class TreeBuilder:
    """Puts the tree together from the parser's events, without recursion, and notes what is wrong on the way."""

    file: str
    text: str
    aliases: Mapping[str, str]
    root: Node = field(default_factory=lambda: Node(1, None))
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
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
            raise TooMuch

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._wrong(event, message("The lists are nested too deep."), message("Check the indentation."))
            raise TooMuch
        self._refuse_tag(event)
        value: list[Node] | dict[str, Entry] = {} if isinstance(event, yaml.MappingStartEvent) else []
        node = Node(self._line(event), value, file=self.file)
        self._name(node, event)
        self._open.append(_Open(node, bool(event.flow_style)))

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_tag(event)
        self.last_scalar = Scalar(start_of(event), end_of(event), event.style in ("'", '"'))
        text: str | None = event.value
        if not event.style:
            self._refuse_swallowed(event)
            self._refuse_folded_list(event)
            self.notes += in_curly_quotes(self.file, self._line(event), event.value)
            text = event.value or None
        elif event.style in "|>":
            # The line break that ends a block of text is YAML's, not the writer's.
            text = event.value.rstrip("\n")
        self.problems += forbidden(self.file, self._line(event), unprintable(event.value))
        node = Node(self._line(event), text, file=self.file)
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
        self._place(node or Node(self._line(event), "", file=self.file), event)

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
            raise TooMuch

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
        hidden = SWALLOWED.match(self.text, end_of(event))
        if hidden:
            self._wrong(
                event,
                message("Everything from “{hidden}” is read as a comment.", hidden=hidden[1][:40].rstrip()),
                message("Put quotes around the text, or a space after # if it is a comment."),
            )

    def _refuse_folded_list(self, event: yaml.ScalarEvent) -> None:
        """A list below a text becomes part of the text, hyphens and all."""
        if re.search(r"\n\s*- ", self.text[start_of(event) : end_of(event)]):
            self._wrong(
                event,
                message("The list below this text is read as part of the text."),
                message("Remove the text, or put quotes around it all."),
            )

    def _refuse_comma(self, parent: _Open, node: Node, event: yaml.Event) -> None:
        """In `{reason: a, b}` the comma makes a key of b, with nothing under it."""
        if not parent.flow or node.value is not None or not isinstance(event, yaml.ScalarEvent) or parent.key is None:
            return
        key, start = parent.key[0], start_of(event)
        before = self.text[max(start - len(key) - NEARBY, 0) : start].rstrip()
        if before.removesuffix(key).rstrip().endswith(","):
            self._wrong(
                event,
                message("The comma before “{key}” splits the text in two.", key=key),
                message("Put quotes around text with a comma between {brackets}.", brackets="{ }"),
            )

    def _wrong(self, event: yaml.Event, what: Message, remedy: Message) -> None:
        self.problems.append(Problem(what, remedy, file=self.file, line=self._line(event)))

    def _line(self, event: yaml.Event) -> int:
        # Counted here: the parser also counts U+2028 and the like as line ends, editors don't.
        return bisect_right(self._line_starts, start_of(event))
