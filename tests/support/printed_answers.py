"""What has been collected as it is printed, for tests: every paragraph with its place."""

from __future__ import annotations

from collections.abc import Iterator

import ledertrivsel_docs as ld
from tests.support.collected import THEMES
from tests.support.papers import outline_of
from tests.support.word import W, paragraph_text, tree

LIBRARY = ld.Library.default()
PLAN = LIBRARY.words["plan"]
TITLES = {theme: LIBRARY.samlet_plan.themes.by_id()[theme].title for theme in THEMES}
HEADS = {
    "nye-ledere": f"Kort 1: {TITLES['nye-ledere']}",
    "sparring": f"Kort 2a og 2b: {TITLES['sparring']}",
    "restitution": f"Kort 3: {TITLES['restitution']}",
}
Said = tuple[tuple[str, ...], str]
"""The headings above a paragraph, and its text with line breaks."""


def paragraphs(data: bytes) -> Iterator[Said]:
    """The paragraphs of a document, each with the headings above it."""
    heads: dict[int, str] = {}
    for paragraph in tree(data).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val", "")
        text = paragraph_text(paragraph)
        if name.startswith("Heading"):
            level = int(name.removeprefix("Heading")[:1])
            heads = {at: head for at, head in heads.items() if at < level} | {level: text}
        else:
            yield tuple(heads[level] for level in sorted(heads) if level > 1), text


def plan(programme: ld.Programme) -> set[Said]:
    """Every paragraph of the plan with its place."""
    return set(paragraphs(ld.build_document("plan", programme).bytes))


def made(document: str, programme: ld.Programme, theme: str | None = None) -> str:
    """The outline of a document or deck."""
    return outline_of(ld.build_document(document, programme, theme=theme))
