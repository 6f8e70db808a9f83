"""Writes docs/vejledning.md anew: the guide of content/guide.yaml, as Markdown.

python tools/guide.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ledertrivsel_docs.models.guide import Chapter, Command, Guide, Part, Table
from ledertrivsel_docs.models.library import Library

FILE = Path(__file__).parents[1] / "docs" / "vejledning.md"
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
        "\n".join(f"{number}. [{one.title}](#{one.id})" for number, one in enumerate(guide.chapters, 1)),
    ]
    for number, chapter in enumerate(guide.chapters, 1):
        lines.append(f'<a id="{chapter.id}"></a>\n\n## {number}. {chapter.title}')
        lines += _chapter(chapter, words)
    text = "\n\n".join([*lines, words["closing"]])
    return _with_numbers(text, guide, words["chapter"]) + "\n"


def _with_numbers(text: str, guide: Guide, pattern: str) -> str:
    """Links to chapters say their numbers, but for those in the contents."""

    def linked(found: re.Match[str]) -> str:
        shown = pattern.format(text=found[1], number=guide.number_of(found[2]))
        return f"[{shown}](#{found[2]})"

    return re.sub(r"(?<!\. )\[([^\]]+)\]\(#([^)]+)\)", linked, text)


def _chapter(chapter: Chapter, words: dict[str, str]) -> Iterator[str]:
    for part in chapter.parts:
        yield "\n\n".join(_part(part, words))


def _part(part: Part, words: dict[str, str]) -> Iterator[str]:
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


def _command(command: Command | None, words: dict[str, str]) -> Iterator[str]:
    if command is None:
        return
    yield f"```powershell\n{command.run}\n```"
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
    FILE.write_text(markdown(Library.default()), encoding="utf-8")
