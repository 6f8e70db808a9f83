"""The deck of a workshop: which kinds of slides it has, and the slide with the map."""

from __future__ import annotations

from lxml import etree

from ..page_parts.deck_looks import CHIP_HEIGHT, GREY, LIST, MAP, OWN, PAPER, PARKING
from ..page_parts.deck_markup import Box, Frame, Ink, Level, shape, text_like
from ..page_parts.deck_sheet import DeckSheet
from . import deck_kinds as kinds

_CHIP = Frame(room=(2.2, 0, 2.2, 0), anchor="ctr", wraps=False)


def build(sheet: DeckSheet) -> None:
    """Adds one slide of each kind."""
    kinds.title(sheet)
    kinds.section(sheet)
    kinds.agenda(sheet)
    kinds.exercise(sheet)
    kinds.question(sheet)
    kinds.theme(sheet)
    kinds.steps(sheet)
    _map(sheet)
    kinds.quote(sheet)
    kinds.result(sheet)
    kinds.closing(sheet)


def _map(sheet: DeckSheet) -> None:
    """The map with its fields, and every theme as a shape to drag: beside it, on it, or in the parking lot."""
    areas = sheet.words["areas"]
    parking = sheet.fill("map", "parking", "{{ parking_title }}", name=areas["parking"])
    sheet.slide(
        "map",
        "map",
        sheet.fill("map", "title", "{{ title }}"),
        *_axis(sheet, "importance"),
        *(_field(sheet, number) for number in range(1, 5)),
        *_axis(sheet, "success"),
        sheet.fill("map", "beside", "{{ beside_title }}"),
        parking,
        shape(areas["map"], MAP),
        shape(areas["list"], LIST),
        shape(areas["parking_chips"], PARKING),
        _chip("beside", Box(LIST.left, LIST.top, LIST.width, CHIP_HEIGHT), f"0, theme.top in {areas['list']}", GREY),
        _chip(
            "placed",
            Box(MAP.left, MAP.top, 60, CHIP_HEIGHT),
            f"theme.left, theme.top, theme.width in {areas['map']}",
            OWN,
        ),
        _chip(
            "parked",
            Box(PARKING.left, PARKING.top, 80, CHIP_HEIGHT),
            f"0.17 + loop.index0 * 0.275, 0.1 in {areas['parking_chips']}",
            GREY,
        ),
    )


def _axis(sheet: DeckSheet, axis: str) -> list[etree._Element]:
    return [
        sheet.fill("map", axis, f"{{{{ {axis}.question }}}}"),
        sheet.fill("map", f"{axis}_low", f"{{{{ {axis}.low }}}}"),
        sheet.fill("map", f"{axis}_high", f"{{{{ {axis}.high }}}}"),
    ]


def _field(sheet: DeckSheet, number: int) -> etree._Element:
    field = f"fields[{number - 1}]"
    return sheet.fill("map", f"field{number}", f"{{{{ {field}.number }}}} {{{{ {field}.name }}}}")


def _chip(themes: str, box: Box, place: str, fill: Ink) -> etree._Element:
    """A theme that can be dragged; `collect` knows it again by its name."""
    level = Level(14, PAPER, spacing=1.0)
    tags = f"{{%sp for theme in {themes} %}}{{%sp at {place} %}}{{{{ theme.label }}}}{{%sp endfor %}}"
    return shape("theme:{{ theme.id }}", box, text_like(level, tags), fill=fill, frame=_CHIP, descr="{{ theme.title }}")
