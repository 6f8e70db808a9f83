"""How the slides look: the page, the grid, the placeholders and their levels of text.

Colours are theme slots: `accent1` is the deck's own colour (that of its step), `bg2` its tint, `tx2` the primary
colour, `accent2`–`accent4` the three steps, `accent6` grey. Their Danish names are in
`content/documents/slide-layouts.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .deck_markup import SQUARE, Box, Frame, Ink, Level

PAGE = Box(0, 0, 12_192_000 / 36_000, 190.5)  # what PowerPoint calls widescreen
LEFT, RIGHT, WIDTH = 18.0, 320.667, 302.667
INK, OWN, TINT, PRIMARY = Ink("tx1"), Ink("accent1"), Ink("bg2"), Ink("tx2")
GREY, QUIET, LINE, PAPER, FAINT = Ink("accent6"), Ink("accent6", 8), Ink("accent6", 30), Ink("bg1"), Ink("accent6", 12)
STEPS = (Ink("accent2"), Ink("accent3"), Ink("accent4"))
CHIP_HEIGHT = 6.4

LOGO_PLATE = Box(RIGHT - 74, 0, 74, 36)  # on the first slide: it hangs from the upper edge
LOGO = Box(LOGO_PLATE.left + 6, 7, 62, 22)

KICKER = Box(LEFT, 9, 200, 8.5)  # beside the wayfinding
TITLE = Box(LEFT, 20, WIDTH, 26)  # below the wayfinding: two lines, held below
LEAD = Box(LEFT, 47, WIDTH, 9.5)
BODY = Box(LEFT, 52, WIDTH, 118)  # where nothing leads in
BELOW_LEAD = Box(LEFT, 59, WIDTH, 111)
UNTIL = Box(LEFT, 154, 172, 16)  # the same on every slide that is up while people work
ABOVE_UNTIL = Box(LEFT, BELOW_LEAD.top, WIDTH, UNTIL.top - 4 - BELOW_LEAD.top)
PANEL = Box(204, 48, RIGHT - 204, 122)
LOW_PANEL = Box(PANEL.left, ABOVE_UNTIL.top, PANEL.width, ABOVE_UNTIL.height)
FOOT = 176.5  # where footer and number stand
WAY = Box(RIGHT - 95, 9.4, 96, 7.6)  # a third for each label, and the gap after the last one beyond the margin
WAY_WIDTH = 31.0

MAP = Box(34, 28, 186, 118)
GAP = 2.0  # between the fields of the map
LIST_HEAD = Box(RIGHT - 90, MAP.top, 90, 8)
LIST = Box(RIGHT - 90, LIST_HEAD.bottom + 1, 90, 117.8)  # beyond the map where there are many themes
PARKING = Box(LEFT, 156.5, WIDTH, 16.5)
PARKED = Box(RIGHT - 251.4, PARKING.top, 248.4, PARKING.height)  # beside its label: three chips
PARKED_WIDTH = 82.0


PLAIN = Frame()
SUB = Level(20, before=4)
SMALL = Level(18, before=4)
BULLETS = (
    Level(24, before=12, left=9, hanging=9, bullet=SQUARE),
    Level(20, before=5, left=15, hanging=6, bullet="–"),
    Level(18, before=4, left=21, hanging=6, bullet="–"),
)
KICKER_TEXT = (Level(18, GREY, bold=True, spacing=1.0),)
LEAD_TEXT = (Level(20, GREY, spacing=1.0),)
TITLE_TEXT = (Level(36, OWN, bold=True, heading_font=True, spacing=0.86),)


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout: which one, where, and how what is typed into it looks."""

    key: str
    box: Box
    levels: tuple[Level, ...]
    frame: Frame = PLAIN
    fill: Ink | None = None
    line: Ink | None = None
    dashed: bool = False
    turned: float = 0
    form: str = "rect"
    adjust: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RowLook:
    """How the rows of a table look that has up to so many: `height` in millimetres, `size` in points."""

    up_to: int
    height: float
    size: float


# The fewer rows, the more room each of them has.
AGENDA_ROWS = (RowLook(4, 20, 24), RowLook(6, 16.5, 22), RowLook(99, 13, 20))
LADDER_ROWS = (RowLook(5, 20, 20), RowLook(7, 14, 18), RowLook(99, 11.5, 16))
OVERVIEW_ROWS = (RowLook(4, 21, 18), RowLook(6, 15, 18), RowLook(99, 13, 18))


# The number by which PowerPoint knows a placeholder again when a slide changes its layout.
INDEX: Mapping[str, int] = {
    "title": 0, "footer": 11, "number": 12, "kicker": 20, "lead": 21, "body": 22, "panel": 23, "until": 24,
    "contact": 25, "importance": 27, "importance_low": 28, "importance_high": 29, "success": 30,
    "success_low": 31, "success_high": 32, "beside": 33, "parking": 34, "step1": 41, "step2": 42, "step3": 43,
    "step_name1": 44, "step_name2": 45, "step_name3": 46, "step_time1": 47, "step_time2": 48, "step_time3": 49,
    "field1": 51, "field2": 52, "field3": 53, "field4": 54,
}  # fmt: skip
KINDS: Mapping[str, str] = {"title": "title", "footer": "ftr", "number": "sldNum"}  # all others are "body"
# By these PowerPoint finds the like of a layout when a slide is pasted into somebody else's template.
LAYOUT_TYPES: Mapping[str, str] = {"title": "title", "section": "secHead", "result": "obj"}
OPEN = {"agenda": {"body"}, "result": {"body"}}  # placeholders that a table, picture or chart may also stand in


@dataclass(frozen=True, slots=True)
class Decoration:
    """A shape of a layout that nobody types into."""

    key: str
    box: Box
    fill: Ink
    form: str = "rect"
    turned: float = 0
    adjust: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SlideLook:
    """A layout: its background, what stands behind the text, its placeholders in reading order."""

    slots: tuple[Slot, ...]
    decorations: tuple[Decoration, ...] = ()
    background: Ink | None = None
    dark: bool = False
    foot_left: float = LEFT  # where the footer begins

    def slot(self, key: str) -> Slot:
        """The placeholder of that key."""
        return next(slot for slot in self.slots if slot.key == key)
