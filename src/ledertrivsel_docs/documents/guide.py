"""The guide for those who make a kit: its chapters, with the marks in its texts taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ..engine.values import Link
from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame

if TYPE_CHECKING:
    from ..models.guide import Command, Guide, Part, Table, Todo

_MARKED = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|\[(?P<text>[^\]]+)\]\((?P<target>[^)]+)\)")
_LED_TO = {"command", "points", "steps", "table"}
_MUCH = 60  # letters: a table with so much in a cell of its first column has it wide
_WEB = ("https://", "mailto:")

Pieces = list[dict[str, Any]]


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `chapters` with their parts, each of one kind; a text is a list of pieces."""
    from ..models.guide import Guide  # noqa: PLC0415 - no kit is made with it

    guide, words = Guide.load(), library.words["guide"]
    made = frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"])
    telling = _Telling(guide, words["chapter"], words["file"])
    return made | {
        "header": made["header"] | {"kit": words["running"], "steps": []},
        "footer": made["footer"] | {"source": words["footer"]},
        "short": [{"text": telling.pieces(text)} for text in words["short"]],
        "chapters": [
            {
                "id": chapter.id,
                "title": chapter.title,
                "number": number,
                "entry": Link(chapter.title, f"#{chapter.id}"),
                "parts": telling.parts(chapter.parts),
            }
            for number, chapter in enumerate(guide.chapters, 1)
        ],
    }


class _Telling:
    """Parts of the guide as its template takes them; a link to a chapter says its number, one to a file its name."""

    def __init__(self, guide: Guide, chapter: str, file: str) -> None:
        self._guide, self._chapter, self._file = guide, chapter, file

    def pieces(self, text: str) -> Pieces:
        """A text in pieces: plain, `code` or `strong`; a link is a piece of its own."""
        return [{"code": False, "strong": False} | piece for piece in self._pieces(text)]

    def _pieces(self, text: str) -> Iterator[dict[str, Any]]:
        end = 0
        for found in _MARKED.finditer(text):
            if before := text[end : found.start()]:
                yield {"text": before}
            end = found.end()
            if code := found["code"]:
                yield {"text": code, "code": True}
            elif strong := found["strong"]:
                yield {"text": strong, "strong": True}
            else:
                yield {"text": self._linked(found["text"], found["target"])}
        if rest := text[end:]:
            yield {"text": rest}

    def _linked(self, text: str, target: str) -> Link | str:
        if target.startswith("#"):
            number = self._guide.number_of(target[1:])
            return Link(self._chapter.format(text=text, number=number), target)
        return Link(text, target) if target.startswith(_WEB) else self._file.format(text=text, file=target)

    def parts(self, parts: Sequence[Part]) -> list[dict[str, Any]]:
        """The parts of a chapter; a text that leads to something stays on its page."""
        told = [self._part(part) for part in parts]
        kinds = [part["kind"] for part in told]
        leads = [kind == "text" and after in _LED_TO for kind, after in zip(kinds, [*kinds[1:], ""], strict=True)]
        return [part | {"kept": kept} for part, kept in zip(told, leads, strict=True)]

    def _part(self, part: Part) -> dict[str, Any]:
        kind = next(iter(part.model_fields_set))
        told = {
            "heading": part.heading or "",
            "text": self.pieces(part.text or ""),
            "steps": [self._todo(todo) for todo in part.steps or ()],
            "points": [{"text": self.pieces(point)} for point in part.points or ()],
            "command": _command(part.command),
            "table": self._table(part.table) if part.table else {},
            "note": {"title": part.note.title, "text": self.pieces(part.note.text)} if part.note else {},
        }
        return {"kind": kind, **told}

    def _todo(self, todo: Todo) -> dict[str, Any]:
        then = self.pieces(todo.then or "")
        return {"text": self.pieces(todo.text), "command": _command(todo.command), "then": then}

    def _table(self, table: Table) -> dict[str, Any]:
        before_last = len(table.rows) - 2
        rows = [
            {"cells": [{"text": self.pieces(cell)} for cell in row], "kept": number in (0, before_last)}
            for number, row in enumerate(table.rows)
        ]
        kind = (
            f"{len(table.columns)}_wide" if max(len(row[0]) for row in table.rows) > _MUCH else str(len(table.columns))
        )
        return {"about": table.about, "columns": table.columns, "rows": rows, "kind": kind}


def _command(command: Command | None) -> dict[str, str]:
    if command is None:
        return {}
    shows = (command.shows or "").rstrip()
    return {"run": command.run, "mac": command.mac or "", "shows": f"\n{shows}" if "\n" in shows else shows}
