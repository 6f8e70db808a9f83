"""The papers of the plan in tests: made for a programme, and what stands on them as `outline` shows it."""

from __future__ import annotations

import re
from typing import Any

import ledertrivsel_docs as ld
from tests.support.deck_outline import outline as deck_outline
from tests.support.outline import outline
from tests.support.programmes import programme_of


def outline_of(document: ld.Document) -> str:
    """A document or a deck as text."""
    return (deck_outline if document.name.endswith(".pptx") else outline)(document.bytes)


def text_of(document: str, made: ld.Programme | None = None, **fields: Any) -> str:
    """The outline of a paper, for a programme or for one of which only these fields are known."""
    return outline_of(ld.build_document(document, programme_of(**fields) if fields else made))


def plain(text: str) -> str:
    """What a person reads: paragraphs without styles, marks of controls and bold."""
    lines = (re.sub(r"^\s*\[\w+\] ?", "", line) for line in text.splitlines())
    return "\n".join(re.sub(r"‹[^:›]*: ([^›]*)›", r"\1", line).replace("*", "").replace("\xa0", " ") for line in lines)


def control(text: str, tag: str) -> str:
    """What stands in a control, be it filled in or not."""
    [found] = re.findall(rf"‹{re.escape(tag)}\??: ([^›]*)›", text)
    return str(found)


def is_place(text: str, tag: str) -> bool:
    """Whether there is an empty control to write in."""
    return f"‹{tag}?: " in text


def forums(*known: dict[str, Any], **plan: Any) -> ld.Programme:
    """A programme whose plan goes to these forums."""
    return programme_of(plan={"forums": list(known), **plan})
