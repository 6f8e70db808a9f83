"""The twelve layouts of our decks: what stands where.

Their names and prompts are in `content/documents/slide-layouts.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping

from .deck_looks import (
    BELOW_KICKER,
    BELOW_LEAD,
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
    LIST,
    MAP,
    OWN,
    PAGE,
    PAPER,
    PARKING,
    PRIMARY,
    QUIET,
    RIGHT,
    STEPS,
    SUB,
    TINT,
    TITLE,
    TITLE_TEXT,
    WIDTH,
    Decoration,
    SlideLook,
    Slot,
)
from .deck_markup import Box, Frame, Ink, Level

_HELD_LOW = Frame(anchor="b")
_MIDDLE = Frame(anchor="ctr")
_TITLE = Slot("title", TITLE, TITLE_TEXT, _HELD_LOW)
ARROW = ("homePlate", 0, (("adj", 40_000),))
STEP_FRAME = Frame(room=(6, 2, 12, 2), anchor="ctr")
_TITLE_ON_DARK = (Level(40, PAPER, bold=True, heading_font=True, spacing=0.95),)
_INDENT = LEFT + 8  # where text begins on the slides that stand apart
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
    return SlideLook(slots, (*stairs, *_band()), background=PRIMARY, dark=True, foot_left=_INDENT)


def _title() -> SlideLook:
    return _dark(
        Slot("kicker", Box(_INDENT, 24, 196, 12), (Level(20, PAPER),)),
        Slot("title", Box(_INDENT, 50, 196, 62), _TITLE_ON_DARK, _HELD_LOW),
        Slot("lead", Box(_INDENT, 118, 176, 36), (Level(22, PAPER, spacing=1.2),)),
    )


def _closing() -> SlideLook:
    return _dark(
        Slot("title", Box(_INDENT, 30, 186, 46), _TITLE_ON_DARK, _HELD_LOW),
        Slot("lead", Box(_INDENT, 82, 186, 50), (Level(24, PAPER, spacing=1.2, before=6),)),
        Slot("contact", Box(_INDENT, 138, 196, 26), (Level(18, PAPER, spacing=1.15),), _HELD_LOW),
    )


def _section() -> SlideLook:
    big = Level(40, OWN, bold=True, heading_font=True, spacing=0.95)
    return SlideLook(
        slots=(
            Slot("kicker", Box(_INDENT, 24, 176, 12), (Level(20, GREY, bold=True),)),
            Slot("title", Box(_INDENT, 50, 196, 46), (big,), _HELD_LOW),
            Slot("lead", Box(_INDENT, 103, 176, 60), (Level(24, before=8, spacing=1.15),)),
        ),
        decorations=_stairs(34, 45, PAGE.height, PAPER),
        background=TINT,
        foot_left=_INDENT,
    )


def _agenda() -> SlideLook:
    return SlideLook(slots=(_TITLE, Slot("body", BODY, BULLETS)))


def _exercise() -> SlideLook:
    head, until = Level(18, OWN, bold=True, spacing=1.0), Level(32, OWN, bold=True, heading_font=True, spacing=1.0)
    number = Level(24, before=16, left=12, hanging=12, bullet="1")
    line = Level(20, before=4, left=12)
    return SlideLook(
        slots=(
            _TITLE,
            Slot("lead", LEAD, LEAD_TEXT, _MIDDLE),
            Slot("body", Box(LEFT, 60, 168, 90), (number, line)),
            Slot("until", Box(LEFT, 153, 168, 16), (until,), _HELD_LOW),
            Slot(
                "panel",
                Box(204, 47, RIGHT - 204, 122),
                (head, Level(18, before=3, spacing=1.0, left=4.5, hanging=4.5)),
                Frame(room=(8, 6, 6, 5)),
                fill=TINT,
            ),
        )
    )


def _question() -> SlideLook:
    text, speech = Level(24, before=16, spacing=1.15), Box(LEFT, 52, WIDTH, 102)
    return SlideLook(
        slots=(
            Slot("kicker", KICKER, KICKER_TEXT, _MIDDLE),
            Slot("title", BELOW_KICKER, TITLE_TEXT, _HELD_LOW),
            Slot("body", speech, (text, SUB), Frame(room=(12, 9, 12, 9), anchor="ctr")),
        ),
        decorations=(
            Decoration("speech", speech, TINT, "wedgeRectCallout", adjust=(("adj1", -38_000), ("adj2", 63_000))),
        ),
    )


def _theme() -> SlideLook:
    head = Level(24, OWN, bold=True, heading_font=True, before=16, spacing=1.0, left=15, hanging=15)
    return SlideLook(slots=(_TITLE, Slot("body", BODY, (head, Level(20, before=3, left=15)))))


def _steps() -> SlideLook:
    gap = 6.0
    width = (WIDTH - 2 * gap) / 3
    lefts = [LEFT + number * (width + gap) for number in range(3)]
    names = (
        Slot(
            f"step_name{number}",
            Box(left, 62, width, 22),
            (Level(24, ink, bold=True, heading_font=True, spacing=1.0),),
            STEP_FRAME,
        )
        for number, (left, ink) in enumerate(zip(lefts, STEPS, strict=True), 1)
    )
    texts = (
        Slot(
            f"step{number}",
            Box(left, 89, width, 79),
            (Level(22, spacing=1.15), Level(18, GREY, bold=True, before=12)),
            Frame(room=(6, 3, 8, 3)),
        )
        for number, left in enumerate(lefts, 1)
    )
    arrows = (
        Decoration(f"arrow{number}", Box(left, 62, width, 22), FAINT, *ARROW) for number, left in enumerate(lefts, 1)
    )
    pairs = tuple(slot for pair in zip(names, texts, strict=True) for slot in pair)
    lead = Slot("lead", Box(LEFT, 45, WIDTH, 10), LEAD_TEXT, _MIDDLE)
    return SlideLook((_TITLE, lead, *pairs), tuple(arrows))


def _upwards(middle: float, top: float, length: float) -> Box:
    """Where a text stands before it is turned around its middle to read upwards."""
    height = 6.6
    return Box(middle - length / 2, top + length / 2 - height / 2, length, height)


def _map() -> SlideLook:
    across, down = (MAP.width - GAP) / 2, (MAP.height - GAP) / 2
    room = Frame(room=(4, 3, 4, 3))
    fields = [
        Slot(
            f"field{number}",
            Box(MAP.left + column * (across + GAP), MAP.top + row * (down + GAP), across, down),
            (Level(16, OWN if number == 1 else INK, bold=True, spacing=1.0),),
            room,
            fill=TINT if number == 1 else QUIET,
            line=OWN if number == 1 else None,
        )
        for number, (row, column) in enumerate(((0, 0), (0, 1), (1, 0), (1, 1)), 1)
    ]
    below = MAP.bottom + 1
    end = Level(14, GREY, spacing=1.0)
    right_end, middle = Level(14, GREY, spacing=1.0, align="r"), Level(14, INK, bold=True, spacing=1.0, align="ctr")
    return SlideLook(
        slots=(
            Slot("title", Box(LEFT, 9, 200, 17), TITLE_TEXT, _HELD_LOW),
            Slot("importance", _upwards(LEFT + 3.3, MAP.top, MAP.height), (middle,), _MIDDLE, turned=270),
            Slot("importance_high", _upwards(LEFT + 9.8, MAP.top, 50), (right_end,), _MIDDLE, turned=270),
            Slot("importance_low", _upwards(LEFT + 9.8, MAP.bottom - 50, 50), (end,), _MIDDLE, turned=270),
            *fields,
            Slot("success", Box(MAP.left + 38, below, MAP.width - 76, 8), (middle,), _MIDDLE),
            Slot("success_low", Box(MAP.left, below, 38, 8), (end,), _MIDDLE),
            Slot("success_high", Box(MAP.right - 38, below, 38, 8), (right_end,), _MIDDLE),
            Slot("beside", Box(LIST.left, 27, LIST.width, 8), (Level(16, OWN, bold=True, spacing=1.0),), _MIDDLE),
            Slot("parking", PARKING, (Level(16, INK, bold=True, spacing=1.0),), Frame(room=(4, 1.6, 4, 1)), fill=QUIET),
        )
    )


def _card() -> SlideLook:
    label = Level(16, OWN, bold=True, before=12, spacing=1.0)
    fact = Level(14, OWN, bold=True, before=14, spacing=1.0)
    return SlideLook(
        slots=(
            Slot("kicker", KICKER, KICKER_TEXT, _MIDDLE),
            Slot("title", BELOW_KICKER, TITLE_TEXT, _HELD_LOW),
            Slot("body", Box(LEFT, 52, 194, 118), (label, Level(20, before=2, spacing=1.1))),
            Slot(
                "panel",
                Box(226, 52, RIGHT - 226, 116),
                (fact, Level(20, before=2, spacing=1.05)),
                Frame(room=(8, 8, 8, 6)),
                fill=TINT,
            ),
        )
    )


def _quote() -> SlideLook:
    left, top, dot = 28.0, 30.0, 19.0
    said, said_by = Level(24, before=9, spacing=1.2), Level(18, GREY, before=20)
    marks = (
        Decoration(f"mark{number}", Box(left + (number - 1) * 23, top, dot, dot), OWN, "teardrop", 180)
        for number in (1, 2)
    )
    return SlideLook(
        slots=(
            Slot("title", Box(_BESIDE_QUOTE, 22, RIGHT - _BESIDE_QUOTE, 28), TITLE_TEXT, _HELD_LOW),
            Slot("body", Box(_BESIDE_QUOTE, 57, RIGHT - _BESIDE_QUOTE - 8, 112), (said, said_by)),
        ),
        decorations=(Decoration("slab", Box(5, 0, 83, PAGE.height), TINT), *marks),
        foot_left=_BESIDE_QUOTE,
    )


def _result() -> SlideLook:
    text = Level(24, before=16, left=9, hanging=9, bullet="•")
    lead = Slot("lead", Box(LEFT, 45, WIDTH, 10), LEAD_TEXT, _MIDDLE)
    return SlideLook(slots=(_TITLE, lead, Slot("body", BELOW_LEAD, (text, *BULLETS[1:]))))


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
