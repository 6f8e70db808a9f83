"""What every document has around its content: header with wayfinding, kicker, title and lead, footer with source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ..engine.values import DateText, Placeholder
from ..models.library import Library
from ..models.programme import Programme
from ..models.tool import HeaderFact
from .copy import Copy

Context = dict[str, Any]

_SENTENCE = 50  # a text is cut at the end of a sentence only where so much of it remains
_HEADER = 60  # letters that have room beside the steps, also in a wide font
_NAME = 24  # letters of an organisation's name that its header has at least


def frame(library: Library, programme: Programme, copy: Copy, *, kicker: str, title: str, lead: str = "") -> Context:
    """The part of a context that all templates share."""
    common = library.words["common"]
    return {
        "header": _header(programme, copy),
        "footer": {
            "source": common["source_prefix"] + library.sources[copy.kit.source].footer,
            **common["page"],
        },
        "kicker": kicker,
        "title": title,
        "lead": lead,
        "words": library.words_of(copy.kit.id, copy.document.id),
    }


def tool_facts(words: Mapping[str, Any], header: Sequence[HeaderFact]) -> list[list[dict[str, str]]]:
    """The header that Danish tools share, in two halves that stand side by side."""
    told = [{"label": words["fact_label"].format(label=fact.label), "text": fact.text} for fact in header]
    half = -(-len(told) // 2)
    return [told[:half], told[half:]]


def deck_common(library: Library, programme: Programme, copy: Copy) -> Context:
    """What all slides of a deck share: `header` with wayfinding, and the line at the foot."""
    source = library.words["common"]["source_prefix"] + library.sources[copy.kit.source].footer
    return {
        "header": _header(programme, copy),
        "footer": " · ".join(filter(None, (source, programme.organisation))),
        "source": source,
    }


def _header(programme: Programme, copy: Copy) -> dict[str, Any]:
    return {
        "organisation": _in_header(programme.organisation, copy.kit.title),
        "kit": copy.kit.title,
        "steps": [
            {"label": f"{stage.number} {stage.name}", "current": stage.number == copy.folder.number}
            for stage in copy.kit.stages
        ],
    }


def _in_header(name: str | None, kit: str) -> str:
    """As much of an organisation's name as leaves the header on one line; invitations and covers print it whole."""
    return shortened(name, max(_HEADER - len(kit), _NAME)) or ""


def or_place(text: str | None, place: str) -> str:
    """A text, or where there is none a place to write it."""
    return text or Placeholder(place)


def day_or_place(library: Library, day: date | None, place: str) -> str:
    """A day that a date control's calendar opens on, or where there is none a place to write it."""
    return DateText(library.language.date_text(day), day) if day else Placeholder(place)


def shortened(text: str | None, limit: int) -> str | None:
    """A text on one line, cut where a sentence ends or between words if it is too long for a table."""
    whole = " ".join((text or "").split())
    if len(whole) <= limit:
        return whole or None
    start = whole[:limit]
    sentence = start.rfind(". ") + 1
    return (start[:sentence] if sentence >= _SENTENCE else start.rpartition(" ")[0] or start) + " …"
