"""The twelve layouts of our decks: what stands where.

Their names and prompts are in `content/documents/slide-layouts.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .deck_looks import (
    ABOVE_UNTIL,
    BODY,
    BULLETS,
    FAINT,
    GAP,
    GREY,
    INK,
    KICKER,
    KICKER_TEXT,
    LEAD,
    LEAD_TEXT,
    LEFT,
    LINE,
    LIST_HEAD,
    LOGO_PLATE,
    MAP,
    OWN,
    PAGE,
    PANEL,
    PAPER,
    PARKED,
    PARKING,
    PRIMARY,
    QUIET,
    RIGHT,
    STEPS,
    TINT,
    TITLE,
    TITLE_TEXT,
    UNTIL,
    WIDTH,
    Decoration,
    SlideLook,
    Slot,
)
from .deck_markup import Box, Frame, Ink, Level

_HELD_LOW = Frame(anchor="b")
_MIDDLE = Frame(anchor="ctr")
_TITLE = Slot("title", TITLE, TITLE_TEXT, _HELD_LOW)
_ARROW, _POINT = "homePlate", (("adj", 40_000),)
_STEP = Frame(room=(6, 2, 12, 2), anchor="ctr")
_TITLE_ON_DARK = (Level(54, PAPER, bold=True, heading_font=True, spacing=0.9),)
_UNTIL = Slot("until", UNTIL, (Level(32, OWN, bold=True, heading_font=True, spacing=1.0),), _HELD_LOW)
_BESIDE_QUOTE = 106.0
_BAND = 6.0  # the height of the three colours at the foot of the first and the last slide


def _band() -> tuple[Decoration, ...]:
    third = PAGE.width / 3
    return tuple(
        Decoration(f"band{number}", Box((number - 1) * third, PAGE.height - _BAND, third, _BAND), ink)
        for number, ink in enumerate(STEPS, 1)
    )


def _stairs(width: float, rise: float, foot: float, *inks: Ink) -> tuple[Decoration, ...]:
    """Three steps that rise to the right edge: the way that the three workshops make."""
    shown = inks * (3 // len(inks))
    return tuple(
        Decoration(
            f"stair{number}",
            Box(PAGE.width - (4 - number) * width, foot - number * rise, width * (4 - number), rise * number),
            ink,
        )
        for number, ink in enumerate(shown, 1)
    )


def _dark(*slots: Slot) -> SlideLook:
    stairs = _stairs(34, 43, PAGE.height - _BAND, Ink("tx2", 95), Ink("tx2", 91), Ink("tx2", 87))
    return SlideLook(slots, (*stairs, *_band()), background=PRIMARY, dark=True)


def _title() -> SlideLook:
    return _dark(
        Slot("title", Box(LEFT, 40, 244, 66), _TITLE_ON_DARK, _HELD_LOW),
        Slot("kicker", Box(LEFT, 20, LOGO_PLATE.left - LEFT - 6, 12), (Level(22, PAPER),)),
        Slot("lead", Box(LEFT, 112, 206, 44), (Level(24, PAPER, spacing=1.2),)),
    )


def _closing() -> SlideLook:
    return _dark(
        Slot("title", Box(LEFT, 24, 244, 46), _TITLE_ON_DARK, _HELD_LOW),
        Slot("lead", Box(LEFT, 76, 206, 56), (Level(24, PAPER, spacing=1.2, before=6),)),
        Slot("contact", Box(LEFT, 138, 206, 26), (Level(20, PAPER, spacing=1.15),), _HELD_LOW),
    )


def _section() -> SlideLook:
    big = Level(40, OWN, bold=True, heading_font=True, spacing=0.95)
    return SlideLook(
        slots=(
            Slot("title", Box(LEFT, 50, 206, 46), (big,), _HELD_LOW),
            Slot("kicker", Box(LEFT, 24, 176, 12), (Level(20, GREY, bold=True),)),
            Slot("lead", Box(LEFT, 103, 182, 60), (Level(24, before=8, spacing=1.15),)),
        ),
        decorations=_stairs(34, 45, PAGE.height, PAPER),
        background=TINT,
    )


def _agenda() -> SlideLook:
    return SlideLook(slots=(_TITLE, Slot("body", BODY, BULLETS)))


def _exercise() -> SlideLook:
    head = Level(18, OWN, bold=True, spacing=1.0)
    many = Level(16, before=3.5, spacing=1.0, left=5, hanging=5)
    some, few = (Level(size, before=before, spacing=1.0, left=7, hanging=7) for size, before in ((20, 12), (24, 14)))
    number = Level(28, before=16, left=13, hanging=13, bullet="1")
    line = Level(22, before=4, left=13)
    return SlideLook(
        slots=(
            _TITLE,
            Slot("lead", replace(LEAD, width=172), LEAD_TEXT, _MIDDLE),
            Slot("body", replace(ABOVE_UNTIL, width=172), (number, line)),
            _UNTIL,
            Slot("panel", PANEL, (head, many, some, few), Frame(room=(8, 7, 6, 5)), fill=TINT),
        )
    )


def _question() -> SlideLook:
    numbered = Level(24, before=9, spacing=1.05, left=13, hanging=13)
    room = Frame(room=(14, 6, 14, 6), anchor="ctr")
    few = Level(28, before=18, spacing=1.15)
    lead = Slot("lead", LEAD, LEAD_TEXT, _MIDDLE)
    return SlideLook((_TITLE, lead, Slot("body", ABOVE_UNTIL, (few, numbered), room, fill=TINT), _UNTIL))


def _theme() -> SlideLook:
    head = Level(24, OWN, bold=True, heading_font=True, before=16, spacing=1.0, left=17, hanging=17)
    return SlideLook(slots=(_TITLE, Slot("body", BODY, (head, Level(20, before=3, left=17)))))


def _steps() -> SlideLook:
    gap, arrow, foot = 6.0, 22.0, 168.0
    top = 60.0
    width = (WIDTH - 2 * gap) / 3
    slots: list[Slot] = []
    behind: list[Decoration] = []
    for number, ink in enumerate(STEPS, 1):
        left = LEFT + (number - 1) * (width + gap)
        card = Box(left, top + arrow + 2, width, foot - top - arrow - 2)
        name = Level(24, ink, bold=True, heading_font=True, spacing=1.0)
        text, time = Level(22, spacing=1.15), Level(18, ink, bold=True, spacing=1.1)
        words, below = Box(left, card.top, width, card.height - 22), Box(left, foot - 22, width, 22)
        slots += [
            Slot(f"step_name{number}", Box(left, top, width, arrow), (name,), _STEP, form=_ARROW, adjust=_POINT),
            Slot(f"step{number}", words, (text,), Frame(room=(6, 7, 6, 2))),
            Slot(f"step_time{number}", below, (time,), Frame(room=(6, 1, 6, 6), anchor="b")),
        ]
        behind += [
            Decoration(f"arrow{number}", slots[-3].box, FAINT, _ARROW, adjust=_POINT),
            Decoration(f"card{number}", card, Ink(ink.slot, veil=10)),
        ]
    lead = Slot("lead", LEAD, LEAD_TEXT, _MIDDLE)
    return SlideLook((_TITLE, lead, *slots), tuple(behind))


def _upwards(column: int, top: float, length: float) -> Box:
    """Where a text stands before it is turned around its middle to read upwards, left of the map."""
    height = 7.2
    middle = LEFT + (column + 0.5) * height
    return Box(middle - length / 2, top + length / 2 - height / 2, length, height)


def _map() -> SlideLook:
    across, down = (MAP.width - GAP) / 2, (MAP.height - GAP) / 2
    room = Frame(room=(3.5, 2.4, 3, 2))
    fields = [
        Slot(
            f"field{number}",
            Box(MAP.left + column * (across + GAP), MAP.top + row * (down + GAP), across, down),
            (Level(16, OWN if number == 1 else INK, bold=True, spacing=0.95),),
            room,
            fill=TINT if number == 1 else QUIET,
            line=OWN if number == 1 else LINE,
        )
        for number, (row, column) in enumerate(((0, 0), (0, 1), (1, 0), (1, 1)), 1)
    ]
    below = Box(MAP.left, MAP.bottom + 1, MAP.width, 7.6)
    end, right_end = Level(16, GREY, spacing=1.0), Level(16, GREY, spacing=1.0, align="r")
    middle, head = Level(16, INK, bold=True, spacing=1.0, align="ctr"), Level(16, bold=True, spacing=1.0)
    return SlideLook(
        slots=(
            Slot("title", Box(LEFT, 9, 200, 17), TITLE_TEXT, _HELD_LOW),
            Slot("importance", _upwards(0, MAP.top, MAP.height), (middle,), _MIDDLE, turned=270),
            Slot("importance_low", _upwards(1, MAP.bottom - 50, 50), (end,), _MIDDLE, turned=270),
            Slot("importance_high", _upwards(1, MAP.top, 50), (right_end,), _MIDDLE, turned=270),
            *fields,
            Slot("success", Box(MAP.left + 40, below.top, MAP.width - 80, below.height), (middle,), _MIDDLE),
            Slot("success_low", Box(MAP.left, below.top, 40, below.height), (end,), _MIDDLE),
            Slot("success_high", Box(MAP.right - 40, below.top, 40, below.height), (right_end,), _MIDDLE),
            Slot("beside", LIST_HEAD, (replace(head, ink=OWN),), Frame()),
            Slot(
                "parking",
                PARKING,
                (head,),
                Frame((3, 1, PARKING.right - PARKED.left, 1), "ctr"),
                PAPER,
                GREY,
                dashed=True,
            ),
        )
    )


def _card() -> SlideLook:
    label = Level(16, OWN, bold=True, before=12, spacing=1.0)
    fact = Level(16, OWN, bold=True, before=20, spacing=1.0)
    return SlideLook(
        slots=(
            _TITLE,
            Slot("kicker", KICKER, KICKER_TEXT, _MIDDLE),
            Slot("body", Box(LEFT, 52, 194, 118), (label, Level(20, before=2, spacing=1.1))),
            Slot(
                "panel",
                Box(226, 52, RIGHT - 226, 118),
                (fact, Level(22, before=3, spacing=1.05)),
                Frame(room=(8, 9, 8, 6)),
                fill=TINT,
            ),
        )
    )


def _quote() -> SlideLook:
    left, top, dot = 28.0, 36.0, 19.0
    said, said_by = Level(28, before=10, spacing=1.15), Level(18, GREY, before=22)
    marks = (
        Decoration(f"mark{number}", Box(left + (number - 1) * 23, top, dot, dot), OWN, "teardrop", 180)
        for number in (1, 2)
    )
    return SlideLook(
        slots=(
            Slot("title", Box(_BESIDE_QUOTE, 26, RIGHT - _BESIDE_QUOTE, 29), TITLE_TEXT, _HELD_LOW),
            Slot("body", Box(_BESIDE_QUOTE, 62, RIGHT - _BESIDE_QUOTE - 8, 108), (said, said_by)),
        ),
        decorations=(Decoration("slab", Box(5, 0, 83, PAGE.height), TINT), *marks),
        foot_left=_BESIDE_QUOTE,
    )


def _result() -> SlideLook:
    many, some = (replace(BULLETS[0], before=before) for before in (10, 16))
    few = replace(BULLETS[0], size=28, before=20)
    room = Frame(room=(14, 3, 14, 3), anchor="ctr")
    lead = Slot("lead", LEAD, LEAD_TEXT, _MIDDLE)
    body = Slot("body", ABOVE_UNTIL, (many, *BULLETS[1:], some, few), room, fill=TINT)
    return SlideLook((_TITLE, lead, body, _UNTIL))


SLIDE_LOOKS: Mapping[str, SlideLook] = {
    "title": _title(),
    "section": _section(),
    "agenda": _agenda(),
    "exercise": _exercise(),
    "question": _question(),
    "theme": _theme(),
    "steps": _steps(),
    "map": _map(),
    "card": _card(),
    "quote": _quote(),
    "result": _result(),
    "closing": _closing(),
}
