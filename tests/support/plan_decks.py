"""The deck that presents the plan, for tests: made for a programme, and what its slides say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import plan_presentation
from ledertrivsel_docs.documents.copy import Copy
from ledertrivsel_docs.documents.slides import Deck, Slide
from ledertrivsel_docs.models.kit import KitDocument
from tests.support.programmes import programme_of

LIBRARY = ld.Library.default()
KIT = LIBRARY.kits["samlet-plan"]
COPY = Copy(KIT, KitDocument(number=41, id="plan-presentation", name="Præsentation af planen"))
WORDS = LIBRARY.words["plan-presentation"]


def deck(programme: ld.Programme | None = None, **fields: Any) -> Deck:
    """The deck for a programme, or for one of which only these fields are known."""
    if fields:
        programme = programme_of(**fields)
    return plan_presentation.deck(LIBRARY, (programme or ld.Programme.blank()).resolved(), COPY)


def strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a context with the key it stands under."""
    if isinstance(value, str | ld.Link):
        yield key, str(value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner, key)


def text(slide: Slide) -> str:
    """What a slide shows, without its notes."""
    return "\n".join(found for _, found in strings({k: v for k, v in slide.context.items() if k != "notes"}))


def notes(slide: Slide) -> str:
    """What the speaker has before her."""
    return "\n".join(line["label"] + line["text"] for line in slide.context["notes"])


def titled(made: Deck, title: str) -> Slide:
    """The one slide with a title."""
    (found,) = (slide for slide in made.slides if slide.context["title"] == title)
    return found


def lines(slide: Slide) -> list[str]:
    """The points of a slide, or its questions."""
    return [line_of(item) for item in slide.context["questions" if slide.kind == "question" else "items"]]


def line_of(item: dict[str, Any]) -> str:
    """A point with its label."""
    return "".join(map(str, item.values()))


def asked(made: Deck) -> list[Slide]:
    """The slides that ask a forum something."""
    return [slide for slide in made.slides if slide.kind == "question"]


def title_of(role: str, forums: str = "") -> str:
    """The title of the questions for a treatment."""
    title: str = WORDS["asks"][role]["title"]
    return f"{forums}: {title}" if forums else title


def unbroken(text: str) -> str:
    """A text with plain spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


NEXT = WORDS["next"]["proposal"]
