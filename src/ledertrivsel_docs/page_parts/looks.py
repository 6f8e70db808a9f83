"""How our paragraph styles look. A designer changes a look here, or in Word's styles, never in a single paragraph.

Colours are theme slots: `accent1` is the document's own colour (that of its step), `background2` its tint,
`text1` ink, `text2` the primary colour, `accent6` grey; lines and quiet fills are tints of grey.
Their Danish names, which Word shows, are in `content/documents/styles.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from ..models.palette import PASSIVE, QUIET

__all__ = ["DENSE", "LINE", "PARAGRAPHS", "PASSIVE", "QUIET", "Look"]

LINE = "4D"  # the tint of grey for lines; `PASSIVE` is for what is not current, `QUIET` for quiet fills


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: size, space, indent and a `bar` on the left in points; line spacing as a factor.

    `line_room` is the room for a pen above the line below it, at most 31 points. `numbered` is the level in the
    document's one numbering: a number begins anew below a number, or a heading, of a level above it. A `fixed` look is
    for what is typed or shown on a screen: letters of one width, and no speller. `fill` is a box in the tint of the
    document's colour, or with `quiet` a grey one; an `inline` look is for words within a paragraph.
    """

    size: float
    colour: str = "text1"
    tint: str | None = None
    bold: bool = False
    caps: bool = False
    heading_font: bool = False
    before: float = 0
    after: float = 0
    spacing: float = 1.2
    keep_next: bool = False
    based_on: str = "Normal"
    outline: int | None = None
    line_above: bool = False
    line_below: bool = False
    line_room: float = 0
    rule_above: bool = False
    bullet: bool = False
    bar: float = 0
    indent: float = 0
    new_page: bool = False
    numbered: int | None = None
    fixed: bool = False
    fill: Literal["", "tint", "quiet"] = ""
    inline: bool = False


PARAGRAPHS: Mapping[str, Look] = {
    "Normal": Look(11, after=6),
    "Heading1": Look(24, "accent1", bold=True, heading_font=True, after=4, spacing=1.05, keep_next=True, outline=0),
    "Heading2": Look(14, "accent1", bold=True, heading_font=True, before=14, after=4, keep_next=True, outline=1),
    "Heading3": Look(12, "accent1", bold=True, heading_font=True, before=10, after=2, keep_next=True, outline=2),
    "HeadingToWrite": Look(
        24, "accent1", bold=True, heading_font=True, after=9, spacing=1.05, outline=0, line_below=True, line_room=29
    ),
    "LineToWrite": Look(11, after=8, line_below=True, line_room=20),
    "Kicker": Look(10, "accent1", bold=True, caps=True, after=2, keep_next=True),
    "Lead": Look(13, after=12, spacing=1.25),
    "FormLabel": Look(10.5, "accent1", bold=True, spacing=1.15),
    "FormHelp": Look(9.5, "accent6", spacing=1.15),
    "FormAnswer": Look(11, spacing=1.25),
    "FactLabel": Look(9, "accent1", bold=True, keep_next=True),
    "FactValue": Look(11),
    "TableHead": Look(10.5, "background1", bold=True, keep_next=True),
    "TableText": Look(10.5, after=2, spacing=1.12),
    "TableNote": Look(9.5, after=2, spacing=1.15),
    "TableBullet": Look(10.5, after=2, spacing=1.12, bullet=True),
    "TableNumber": Look(15, "accent1", bold=True, heading_font=True, spacing=1.0),
    "Clock": Look(15, "accent1", bold=True, heading_font=True, spacing=1.0),
    "Minutes": Look(9.5, "accent6"),
    "CallOutText": Look(11, after=2),
    "RatingNumber": Look(12.5, "accent1", bold=True, spacing=1.0),
    "RatingTheme": Look(9.5, bold=True, spacing=1.0),
    "RatingText": Look(9, spacing=1.0),
    "RatingMarks": Look(11, spacing=1.0),
    "Between": Look(9.5, "accent6", before=9, after=4, keep_next=True),
    "Note": Look(9, "accent6", before=6, after=2),
    "Header": Look(9, "accent6", spacing=1.0),
    "Footer": Look(8.5, "accent6", spacing=1.0, line_above=True),
}

DENSE: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=12, before=8, after=3),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, after=6, spacing=1.15),
}
"""Smaller headings and lead, for papers that hold much."""
