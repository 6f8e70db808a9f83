"""The plan as a document, for tests: made for a programme, and what its body says."""

from __future__ import annotations

from typing import Any

from lxml import etree

import ledertrivsel_docs as ld
from tests.support.programmes import programme_of
from tests.support.word import W, tree

LIBRARY = ld.Library.default()
THEMES = tuple(LIBRARY.samlet_plan.themes.by_id())


def plan(programme: ld.Programme | None = None, **fields: Any) -> bytes:
    """The plan of a programme, or of one of which only these fields are known."""
    return ld.build_document("plan", programme_of(**fields) if fields else programme).bytes


def body(data: bytes, part: str = "document") -> etree._Element:
    return tree(data, f"word/{part}.xml")


def words(data: bytes) -> str:
    """What the plan says, a line a paragraph."""
    paragraphs = ("".join(text.text or "" for text in p.iter(f"{W}t")) for p in body(data).iter(f"{W}p"))
    return "\n".join(paragraphs)


def tags(data: bytes) -> set[str]:
    """The tags of its controls."""
    return {tag.get(f"{W}val", "") for tag in body(data).iter(f"{W}tag")}
