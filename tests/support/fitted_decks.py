"""Decks of one kind of slide in tests: made, fitted to their template, and read."""

from __future__ import annotations

import re
from typing import Any

from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

from ledertrivsel_docs.documents.slides import Deck, Slide
from ledertrivsel_docs.engine import Template
from ledertrivsel_docs.fitting import FittedDeck, fitted
from tests.support.decks import Draft

WORDS = {
    "continued": "{title} ({number} of {count})",
    "again": "{title} #{number}",
    "whole": "Whole: ",
    "go_on": "See before",
}
SENTENCE = "Vi taler om det, vi ser, og ikke om det, vi tror. "
LOOP = ("{%p for item in items %}", "{{ item }}", "{%p endfor %}")
AT = (1.0, 2.0, 6.0, 2.0)  # inches


def shrinking(draft: Draft, size: float) -> Draft:
    """The text of the last shape is set to fit its box."""
    frame = draft.slide.shapes[-1].text_frame
    frame.auto_size, frame.word_wrap = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE, True
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)
    return draft


def template(*paragraphs: str, size: float = 20, at: tuple[float, float, float, float] = AT) -> Template:
    """A template with one kind of slides: a title, and a text that fits its box."""
    draft = Draft().add("{{ title }}", notes="{%slide one%}").box(*paragraphs, name="Box", at=at)
    return Template(shrinking(draft, size).data())


def deck(*contexts: dict[str, Any], **common: Any) -> Deck:
    """A deck of slides of this kind."""
    return Deck(common, tuple(Slide("one", {"title": "T", "notes": [], **context}, row=7) for context in contexts))


def fit(made: Template, *contexts: dict[str, Any], **common: Any) -> FittedDeck:
    """A deck as its template has room for it."""
    return fitted(made, deck(*contexts, **common), WORDS)


def titles(found: FittedDeck) -> list[str]:
    """The titles of its slides."""
    return [slide.context["title"] for slide in found.slides]


def items(found: FittedDeck, name: str = "items") -> list[Any]:
    """The items of a list, over all slides."""
    return [item for slide in found.slides for item in slide.context[name]]


def letters(texts: Any) -> str:
    """What is said, without the blanks that a line break may take the place of."""
    return re.sub(r"\s", "", "".join(texts))


def fits_everywhere(made: Template, found: FittedDeck) -> bool:
    return all(one.fits for slide in found.slides for one in made.fits(slide.kind, {**found.common, **slide.context}))


def scale(found: FittedDeck) -> int:
    """Of the box on the first slide."""
    return found.scales[0].get(1, 100)
