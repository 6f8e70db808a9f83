"""Holds the tags of a template against the contract: which fields they use, and which of these don't exist."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError, nodes

from ..engine.blocks import trial
from ..engine.compile import Prepared
from ..engine.opening import Opened
from ..engine.sandbox import environment
from ..engine.tags import MAX_PROBLEMS, Tag, TagList
from ..errors import Message, Problem, message
from ..models.library import Library
from ..models.template_fields import Contract, slide_kinds, template_fields
from .expressions import Scope
from .reader import Reader
from .values import ANYTHING

Spot = tuple[str, Message | str]
"""A tag as it is written, and its place."""


@dataclass(slots=True)
class Usage:
    """What a template does with the fields of a document: `used` paths, and `unasked` ones that may be missing.

    The paths of a slide's fields begin with its kind.
    """

    used: set[str] = field(default_factory=set)
    unasked: dict[str, Spot] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class FieldReading:
    """Reads the parts of one template."""

    def __init__(self, opened: Opened, stem: str, library: Library) -> None:
        self._opened, self._stem, self._library = opened, stem, library
        self.usage = Usage()

    def whole(self, part: Prepared) -> None:
        """A part whose tags fit together."""
        contract = self._contract(part.name)
        if contract is None:
            return
        try:
            tree = environment().parse(part.source)
        except (TemplateSyntaxError, ValueError, RecursionError):
            return  # told by the engine
        self._read(contract, part.name, part.tag_by_line, tree)

    def in_pieces(self, path: str, tags: TagList) -> None:
        """A part whose tags don't fit together: each tag by itself, with the names that any of them makes."""
        contract = self._contract(path)
        if contract is None:
            return
        trees = [(tag, tree) for tag in tags.tags if not tag.derived and (tree := _tree_of(tag)) is not None]
        stored = (name for _, tree in trees for name in tree.find_all(nodes.Name) if name.ctx == "store")
        known: Scope = {name.name: ANYTHING for name in stored} | {"loop": ANYTHING}
        for tag, tree in trees:
            self._read(contract, path, [tag] * 3, tree, known)

    def _read(
        self,
        contract: Contract,
        path: str,
        tag_by_line: list[Tag | None] | list[Tag],
        tree: nodes.Template,
        known: Scope | None = None,
    ) -> None:
        def spot(line: int) -> Spot:
            tag = tag_by_line[min(line, len(tag_by_line)) - 1]
            return (tag.raw, tag.place) if tag else ("", self._opened.part_name(path))

        def note(line: int, what: Message, remedy: Message | None = None, *, warning: bool = False) -> None:
            if len(self.usage.problems) >= MAX_PROBLEMS:
                return
            raw, place = spot(line)
            told = message("{tag}: {what}", tag=raw, what=what)
            problem = Problem(told, remedy, file=self._opened.name, where=place, warning=warning)
            if problem not in self.usage.problems:
                self.usage.problems.append(problem)

        reader = Reader(contract, note)
        with contextlib.suppress(RecursionError):  # told by the engine
            reader.read(tree, known)
        start = self._start(path)
        self.usage.used |= {start + used for used in reader.used}
        for used, line in reader.unasked.items():
            self.usage.unasked.setdefault(start + used, spot(line))

    def _kind(self, path: str) -> str | None:
        return next((slide.kind for slide in self._opened.slides if path in (slide.path, slide.notes)), None)

    def _start(self, path: str) -> str:
        kind = self._kind(path)
        return f"{kind}: " if kind else ""

    def _contract(self, path: str) -> Contract | None:
        """The fields that a part may use; None for a slide of a kind that doesn't exist."""
        if not self._opened.is_deck:
            return contract_of(self._stem, None, self._library)
        is_slide = any(path in (slide.path, slide.notes) for slide in self._opened.slides)
        kind = self._kind(path)
        if not is_slide:
            return contract_of(self._stem, None, self._library)
        return contract_of(self._stem, kind, self._library) if kind in slide_kinds(self._stem) else None


def contract_of(stem: str, kind: str | None, library: Library) -> Contract:
    """The fields of a document, or of a kind of slide."""
    return Contract(template_fields(stem, kind, library=library))


def unasked(own: Usage, ours: Usage, name: str) -> Iterator[Problem]:
    """Fields that a document may lack and that a template uses without asking, where ours asks."""
    for path, (raw, place) in own.unasked.items():
        if path not in ours.unasked:
            field_path = path.rpartition(": ")[2]
            what = message("{tag}: The field “{name}” isn't always there.", tag=raw, name=field_path)
            remedy = message("Put it between {{% if {name} is defined %}} and {{% endif %}}.", name=_in_tag(raw))
            yield Problem(what, remedy, file=name, where=place, warning=True)


def _in_tag(raw: str) -> str:
    return raw.strip("{}% ").partition("|")[0].strip()


def unused(own: Usage, ours: Usage, meanings: Mapping[str, str], name: str) -> Iterator[Problem]:
    """One line about the fields that our template prints and this one doesn't."""
    everywhere = own.used | {path.rpartition(": ")[2] for path in own.used}
    gone = sorted(path for path in ours.used - everywhere if path in meanings)
    gone = [path for path in gone if not any(path.startswith((f"{other}.", f"{other}[")) for other in gone)]
    if gone:
        told = "; ".join(f"{path} ({meanings[path]})" for path in gone)
        what = message("The template doesn't use these fields: {fields}.", fields=told)
        remedy = message("That is fine if you have left them out on purpose.")
        yield Problem(what, remedy, file=name, warning=True)


def _tree_of(tag: Tag) -> nodes.Template | None:
    text = trial(tag)
    if text is None:
        return None
    try:
        return environment().parse(text)
    except (TemplateSyntaxError, ValueError, RecursionError):
        return None
