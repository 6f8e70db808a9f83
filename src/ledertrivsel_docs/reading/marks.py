"""Where everything in a YAML file stands, to the letter: what is needed to change one value and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

import yaml

from .tree import end_of, start_of
from .yaml_text import LOADER

BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class Spot:
    """A value and its place in the text, without the comments and blank lines behind it.

    Keys are the model's, as in `yaml_text`; `written` holds them as they stand there. A `shared` value is named by an
    anchor or is an alias: it stands in several places of the data, so changing it would change them all.
    """

    start: int
    end: int
    value: str | list[Spot] | dict[str, Spot] | None
    kind: Literal["plain", "quoted", "lines", "block", "flow"]
    shared: bool = False
    written: list[str] = field(default_factory=list)

    def children(self) -> list[Spot]:
        """The values in a list or mapping."""
        if isinstance(self.value, dict):
            return list(self.value.values())
        return self.value if isinstance(self.value, list) else []

    def all_keys(self) -> Iterator[str]:
        """Every key in the value, as it was written."""
        yield from self.written
        for child in self.children():
            yield from child.all_keys()


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the places of its values; `end` is where its document ends, a line of dots left out."""

    text: str
    root: Spot
    end: int

    def line_end(self, index: int) -> int:
        """Where the line ends that holds a place."""
        found = BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def column(self, index: int) -> int:
        """How many characters stand before a place on its line."""
        return index - max(self.text.rfind(sign, 0, index) + 1 for sign in "\r\n")

    def after(self, index: int, column: int) -> int:
        """The end of the line of a place and of the comments right below it that are indented more than `column`."""
        end = self.line_end(index)
        while end < self.end:
            comment = re.compile(rf"(?:\r\n|\r|\n) {{{column + 1},}}#").match(self.text, end)
            if comment is None:
                break
            end = self.line_end(comment.end())
        return end


def marked(text: str, aliases: Mapping[str, str]) -> Marked:
    """The places in a text that `yaml_text.parse` has read without a problem."""
    root, end = Spot(0, 0, None, "plain"), len(text)
    events = yaml.parse(text, Loader=LOADER)
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            root = _spot(event, events, text, aliases)
        elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
            end = start_of(event)
    return Marked(text, root, end)


def _spot(event: yaml.NodeEvent, events: Iterator[yaml.Event], text: str, aliases: Mapping[str, str]) -> Spot:
    start, end, shared = start_of(event), end_of(event), event.anchor is not None
    if isinstance(event, yaml.CollectionStartEvent):
        spot = Spot(start, end, None, "flow" if event.flow_style else "block", shared)
        closing = _fill(spot, isinstance(event, yaml.MappingStartEvent), events, text, aliases)
        # The parser ends a block where the next thing begins, behind comments and blank lines.
        spot.end = end_of(closing) if event.flow_style else max((child.end for child in spot.children()), default=start)
        return spot
    if not isinstance(event, yaml.ScalarEvent):
        return Spot(start, end, "", "plain", shared=True)
    if event.style in ("|", ">"):
        return Spot(start, _last_line(event, text), event.value, "lines", shared)
    value = event.value if event.style or event.value else None
    return Spot(start, end, value, "quoted" if event.style else "plain", shared)


def _fill(
    spot: Spot, is_mapping: bool, events: Iterator[yaml.Event], text: str, aliases: Mapping[str, str]
) -> yaml.Event:
    """Reads the values of a list or mapping into its spot; gives the event that ends it."""
    items: list[Spot] = []
    named: dict[str, Spot] = {}
    spot.value = named if is_mapping else items
    for event in events:
        if not isinstance(event, yaml.NodeEvent):
            return event
        child = _spot(event, events, text, aliases)
        if not is_mapping:
            items.append(child)
            continue
        written, below = str(child.value), next(events)
        spot.written.append(written)
        if isinstance(below, yaml.NodeEvent):
            named[aliases.get(written, written)] = _spot(below, events, text, aliases)
    raise AssertionError("the parser ends what it begins")


def _last_line(event: yaml.ScalarEvent, text: str) -> int:
    """Where the last line of a block of text ends; the parser counts the empty lines behind it too."""
    start, end = start_of(event), end_of(event)
    if event.style == ">":
        return start + len(text[start:end].rstrip(" \t\r\n"))
    lines = event.value.rstrip("\n")
    breaks = list(re.finditer("\r\n|[\r\n\x85]", text[start:end]))
    count = lines.count("\n") + 1 if lines else 0  # one line of the file for each line of the text, after the first
    return start + breaks[count].start() if count < len(breaks) else end
