"""From an organisation's brand to the theme of a document: which colour goes into which slot.

`accent1` is the document's own colour, that of its step, and `lt2` its tint; `accent2`–`accent4` are the three steps,
`dk1` ink, `dk2` the primary colour, `accent5` green, `accent6` grey. So one template serves every step.
"""

from __future__ import annotations

from .engine.theme import Theme
from .models.base import Step
from .models.brand import Brand


def look(brand: Brand, step: Step | None = None) -> Theme:
    """The theme of a brand's documents in a step; without a step in the primary colour."""
    own = step.value if step else "primary"
    colours = brand.colours
    return Theme(
        colours={
            "dk1": colours.ink,
            "lt1": "FFFFFF",
            "dk2": colours.primary,
            "lt2": brand.tint(own),
            "accent1": getattr(colours, own),
            "accent2": colours.prepare,
            "accent3": colours.qualify,
            "accent4": colours.concretise,
            "accent5": colours.green,
            "accent6": colours.grey,
            "hlink": colours.link,
            "folHlink": colours.link,
        },
        heading_font=brand.fonts.heading,
        body_font=brand.fonts.body,
    )
