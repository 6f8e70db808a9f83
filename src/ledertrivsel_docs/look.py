"""From an organisation's brand to the theme of a document: which colour goes into which slot.

`accent1` is the document's own colour, that of its step or its kit, and `lt2` its tint; `accent2`–`accent4` are the
three steps, in a kit without them its own colour again, `dk1` ink, `dk2` the primary colour, `accent5` green, `accent6`
grey. So one template serves every step and every kit.
"""

from __future__ import annotations

from .engine.theme import Theme
from .models.base import Step
from .models.brand import Brand
from .models.kit import Accent

_STEPS = tuple(step.value for step in Step)


def look(brand: Brand, step: Step | None = None, accent: Accent = "primary", *, steps: bool = True) -> Theme:
    """The theme of a brand's documents in a step; without a step in the kit's `accent`.

    `steps` is whether the kit has the three steps of the plan with a colour each.
    """
    own = step.value if step else accent
    colours = brand.colours
    prepare, qualify, concretise = (getattr(colours, name) for name in (_STEPS if steps else (own, own, own)))
    return Theme(
        colours={
            "dk1": colours.ink,
            "lt1": "FFFFFF",
            "dk2": colours.primary,
            "lt2": brand.tint(own),
            "accent1": getattr(colours, own),
            "accent2": prepare,
            "accent3": qualify,
            "accent4": concretise,
            "accent5": colours.green,
            "accent6": colours.grey,
            "hlink": colours.link,
            "folHlink": colours.link,
        },
        heading_font=brand.fonts.heading,
        body_font=brand.fonts.body,
    )
