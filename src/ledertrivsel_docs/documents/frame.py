"""What every document has around its content: header with wayfinding, kicker, title and lead, footer with source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ..engine.values import DateText, Placeholder
from ..measuring import face
from ..measuring import shortened as shortened_to
from ..models.kit import Folder, Kit, Stage
from ..models.library import Library
from ..models.programme import Programme
from ..models.tool import HeaderFact
from .copy import Copy, Mark

Context = dict[str, Any]

_SENTENCE = 50  # a text is cut at the end of a sentence only where so much of it remains
_HEADER, _HEADER_SIZE = 174, 9  # millimetres: the width of the narrowest text; points: the letters of its header
_IN_HEADER, _ON_COVER, _ON_TITLE_SLIDE = (34, 7), (60, 18), (62, 22)  # millimetres: the room of the logo
_BESIDE_LOGO = 3
_PILL = "0{label}0"  # its blanks are as wide as figures


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
    """What all slides of a deck share: `header` with the stages of the kit, and the line at the foot."""
    source = library.words["common"]["source_prefix"] + library.sources[copy.kit.source].footer
    return {
        "header": {"steps": [_step(stage, copy.folder) for stage in copy.kit.stages]},
        "logo": copy.mark.picture(*_ON_TITLE_SLIDE) if copy.mark else "",
        "footer": " · ".join(filter(None, (source, programme.organisation))),
        "source": source,
    }


def _header(programme: Programme, copy: Copy) -> dict[str, Any]:
    """The organisation's logo or name, and the kit's name where the bar leaves room for both on one line, in the widest
    font.

    A long name is cut; invitations and covers print it whole.
    """
    logos = logos_of(copy.mark)
    taken = logos["logo"].width + _BESIDE_LOGO if copy.mark else 0
    steps = [_step(place, copy.folder) for place in _places(copy.kit, copy.folder)]
    bar = " ".join(_PILL.format(label=step["label"]) for step in steps)

    def fits(name: str, kit: str = "") -> bool:
        rest = face("", bold=False).width(f"{kit}  {bar}", _HEADER_SIZE)
        return face("", bold=True).width(name, _HEADER_SIZE) + rest <= (_HEADER - taken) / 25.4 * 72

    name, kit = name_beside_logo(programme, copy), copy.kit.title
    both = not name or fits(name, f" · {kit}")
    return {
        **logos,
        "organisation": name and shortened_to(name, fits),
        "kit": kit if both else "",
        "steps": steps,
    }


def logos_of(mark: Mark | None) -> Context:
    """The logo in the sizes of a header and of a cover, nothing where there is none."""
    return {"logo": mark.picture(*_IN_HEADER) if mark else "", "cover_logo": mark.picture(*_ON_COVER) if mark else ""}


def name_beside_logo(programme: Programme, copy: Copy) -> str:
    """The organisation's name, nothing where it is the one whose logo stands there."""
    return "" if copy.mark and copy.mark.name == programme.organisation else programme.organisation


def _places(kit: Kit, folder: Folder) -> list[Stage | Folder]:
    """The stages of a kit in order, and among them the folder where it is none of them."""
    numbers = {stage.number for stage in kit.stages}
    return sorted([*kit.stages, *([] if folder.number in numbers else [folder])], key=lambda place: place.number)


def _step(place: Stage | Folder, here: Folder) -> dict[str, Any]:
    """A place on the bar. Its blanks are ordinary ones: LibreOffice draws a seam at each that holds words together."""
    return {"label": f"{place.number} {place.name}", "current": place.number == here.number}


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
