"""Writes docs/vejledning.md and docs/vejledning.docx anew: the guide of content/guide.yaml.

python tools/guide.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ledertrivsel_docs.building import build_document
from ledertrivsel_docs.models.guide import Chapter, Command, Guide, Part, Table
from ledertrivsel_docs.models.library import Library

PAGE = Path(__file__).parents[1] / "docs" / "vejledning.md"
DOCUMENT = PAGE.with_suffix(".docx")
_IN_STEP = "   "


def markdown(library: Library) -> str:
    """The guide; its texts are marked as in Markdown already."""
    guide, words = Guide.load(), library.words["guide"]
    lines = [
        "<!-- Skrevet af tools/guide.py. Ret i content/guide.yaml og content/documents/guide.yaml. -->",
        f"# {words['title']}",
        words["lead"],
        f"## {words['short_title']}",
        "\n".join(f"- {line}" for line in words["short"]),
        f"## {words['contents']}",
        "\n".join(f"{number}. [{one.title}](#{_anchor(number, one)})" for number, one in _numbered(guide)),
    ]
    for number, chapter in _numbered(guide):
        lines.append(f"## {_heading(number, chapter)}")
        lines += (_linked(text, guide, words["chapter"]) for text in _chapter(chapter, words))
    return "\n\n".join([*lines, words["closing"]]) + "\n"


def _numbered(guide: Guide) -> Iterator[tuple[int, Chapter]]:
    return enumerate(guide.chapters, 1)


def _heading(number: int, chapter: Chapter) -> str:
    return f"{number}. {chapter.title}"


def _anchor(number: int, chapter: Chapter) -> str:
    """What GitHub and the site make of a heading."""
    return re.sub(r"[^\w\- ]", "", _heading(number, chapter).lower()).replace(" ", "-")


def _linked(text: str, guide: Guide, pattern: str) -> str:
    """Links to chapters say their numbers."""
    for number, chapter in _numbered(guide):
        shown = pattern.format(text=r"\1", number=number)
        text = re.sub(rf"\[([^\]]+)\]\(#{chapter.id}\)", rf"[{shown}](#{_anchor(number, chapter)})", text)
    return text


def _chapter(chapter: Chapter, words: Mapping[str, str]) -> Iterator[str]:
    for part in chapter.parts:
        yield "\n\n".join(_part(part, words))


def _part(part: Part, words: Mapping[str, str]) -> Iterator[str]:
    if part.heading:
        yield f"### {part.heading}"
    if part.text:
        yield part.text
    if part.points:
        yield "\n".join(f"- {point}" for point in part.points)
    for number, todo in enumerate(part.steps or (), 1):
        yield f"{number}. {todo.text}"
        more = [*_command(todo.command, words), *([todo.then] if todo.then else [])]
        yield from (_indented(line) for line in more)
    yield from _command(part.command, words)
    if part.table:
        yield _table(part.table)
    if part.note:
        yield f"> **{part.note.title}** {part.note.text}"


def _command(command: Command | None, words: Mapping[str, str]) -> Iterator[str]:
    if command is None:
        return
    yield f"```text\n{command.run}\n```"
    if command.mac:
        yield f"{words['on_mac']} `{command.mac}`"
    if command.shows:
        yield words["shown"]
        yield f"```text\n{command.shows.rstrip()}\n```"


def _indented(text: str) -> str:
    return "\n".join(_IN_STEP + line if line else line for line in text.split("\n"))


def _table(table: Table) -> str:
    rows = [table.columns, ("---",) * len(table.columns), *table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    PAGE.write_text(markdown(Library.default()), encoding="utf-8")
    DOCUMENT.write_bytes(build_document("guide").bytes)
