"""One page that shows a brand: every colour with its contrast, the fonts, and how a form and a box look in it."""

from __future__ import annotations

from typing import Any

from ..colours import MIN_CONTRAST, WHITE, contrast
from ..engine.values import Placeholder
from ..models.brand import Brand
from ..models.library import Library
from ..models.palette import TINTED
from .copy import Mark
from .frame import Context, logos_of


def context(library: Library, brand: Brand) -> Context:
    """What the template prints: `colours` by name, and what stands around them."""
    words = library.words["brand-sample"]
    mark = Mark(brand.name or "", brand.logo) if brand.logo else None
    steps = [{"label": label, "current": number == 0} for number, label in enumerate(words["steps"])]
    return {
        "header": {
            **logos_of(mark),
            "organisation": "" if mark else brand.name or "",
            "kit": words["kit"],
            "steps": steps,
        },
        "footer": {"source": words["footer"], **library.words["common"]["page"]},
        "kicker": words["kicker"],
        "title": brand.name or words["title_unnamed"],
        "lead": words["lead"],
        "words": words,
        "colours": {name: _colour(library, brand, name) for name in words["colours"]},
        "least": words["least"].format(least=_ratio(library, MIN_CONTRAST)),
        "type": words["type"].format(heading=brand.fonts.heading, body=brand.fonts.body),
        "place": Placeholder(words["place"]),
    }


def _colour(library: Library, brand: Brand, name: str) -> dict[str, Any]:
    words, colour = library.words["brand-sample"], getattr(brand.colours, name)
    tint = brand.tint(name) if name in TINTED else ""
    on_tint = words["tint"].format(ratio=_ratio(library, contrast(colour, tint)), tint=f"#{tint}") if tint else "–"
    return {
        **words["colours"][name],
        "code": f"#{colour}",
        "white": _ratio(library, contrast(colour, WHITE)),
        "tint": on_tint,
    }


def _ratio(library: Library, ratio: float) -> str:
    """With one digit, cut and not rounded up to what is asked for."""
    whole, tenth = divmod(int(ratio * 10), 10)
    return f"{whole}{library.words['common']['decimal_sign']}{tenth}"
