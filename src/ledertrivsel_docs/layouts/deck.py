"""The deck of a workshop: which kinds of slides it has, and the slide with the map."""

from __future__ import annotations

from lxml import etree

from ..page_parts.deck_looks import CHIP_HEIGHT, GREY, LIST, MAP, OWN, PAPER, PARKED, PARKED_WIDTH
from ..page_parts.deck_markup import Box, Frame, Ink, Level, shape, text_like
from ..page_parts.deck_sheet import DeckSheet
from . import deck_kinds as kinds

_CUT, _INSETS = "…", 5  # millimetres: left and right of a label, together
_CHIP = Frame(room=(2.4, 0, 2.4, 0), anchor="ctr", wraps=False)
_ROUND = (("adj", 28_000),)


def build(sheet: DeckSheet) -> None:
    """Adds one slide of each kind."""
    kinds.title(sheet)
    kinds.section(sheet)
    kinds.agenda(sheet)
    kinds.ladder(sheet)
    kinds.exercise(sheet)
    kinds.question(sheet)
    kinds.theme(sheet)
    kinds.steps(sheet)
    _map(sheet)
    kinds.quote(sheet)
    kinds.result(sheet)
    kinds.closing(sheet)


def _map(sheet: DeckSheet) -> None:
    """The map with its fields, and every theme as a shape to drag: on it, beside it, or in the parking lot.

    They are read field by field, each behind the name of the place that it lies in.
    """
    areas = sheet.words["areas"]
    places = (("map", MAP), ("list", LIST), ("parking_chips", PARKED))
    sheet.slide(
        "map",
        "map",
        sheet.fill("map", "title", "{{ title }}"),
        *(shape(areas[key], box, locked=True) for key, box in places),
        *_axis(sheet, "importance"),
        *(made for number in range(1, 5) for made in _field(sheet, number)),
        *_axis(sheet, "success"),
        sheet.fill("map", "beside", "{{ beside_title }}"),
        _chip(
            "beside",
            Box(LIST.left, LIST.top, LIST.width, CHIP_HEIGHT),
            f"0, {_down_the_list()}, {_width(sheet, LIST)} in {areas['list']}",
            GREY,
            _label(sheet, LIST, LIST.width),
        ),
        sheet.fill("map", "parking", "{{ parking_title }}", name=areas["parking"]),
        _parked_chip(sheet),
    )


def _width(sheet: DeckSheet, area: Box) -> str:
    """How wide a chip of a list is: on a narrow slide as much more of the list, up to all of it."""
    share = sheet.narrowed(area)
    return "theme.width" if share == 1 else f"[theme.width / {share:.4f}, 1]|min"


def _label(sheet: DeckSheet, area: Box, most: float) -> str:
    """What a chip says: on a narrow slide as many letters as have room; its alt text says all.

    Args:
        sheet: whose slides may be narrow.
        area: where the chip lies.
        most: how wide the widest chip there is, which others can become; 0 where each keeps its share.
    """
    share = sheet.narrowed(area)
    if share == 1:
        return "{{ theme.label }}"
    wide = f"theme.width * {most or area.width:.1f}"
    room = f"({f'{most * share:.1f}' if most else f'{wide} * {share:.4f}'} - {_INSETS}) / ({wide} - {_INSETS})"
    cut = f"theme.label[:(theme.label|length * {room})|int - 1]"
    return f"{{{{ theme.label if {room} >= 1 else {cut} ~ '{_CUT}' }}}}"


def _parked_chip(sheet: DeckSheet) -> etree._Element:
    area = sheet.words["areas"]["parking_chips"]
    beside = (PARKED.width - PARKED_WIDTH) / 2 / PARKED.width
    middle = (PARKED.height - CHIP_HEIGHT) / 2 / PARKED.height
    width = f"{_width(sheet, PARKED)} * {PARKED_WIDTH / PARKED.width:.4f}"
    place = f"loop.index0 * {beside:.4f}, {middle:.4f}, {width} in {area}"
    return _chip(
        "parked",
        Box(PARKED.left, PARKED.top, PARKED_WIDTH, CHIP_HEIGHT),
        place,
        GREY,
        _label(sheet, PARKED, PARKED_WIDTH),
    )


def _down_the_list() -> str:
    """How far down a theme stands: twelve end with the map, more of them are closer, and the last go beyond it."""
    span = MAP.bottom - CHIP_HEIGHT - LIST.top
    most = span * 17 / (LIST.height - CHIP_HEIGHT)
    return f"loop.index0 * {span / LIST.height:.4f} / [[beside|length - 1, 11]|max, {most:.2f}]|min"


def _axis(sheet: DeckSheet, axis: str) -> list[etree._Element]:
    return [
        sheet.fill("map", axis, f"{{{{ {axis}.question }}}}"),
        sheet.fill("map", f"{axis}_low", f"{{{{ {axis}.low }}}}"),
        sheet.fill("map", f"{axis}_high", f"{{{{ {axis}.high }}}}"),
    ]


def _field(sheet: DeckSheet, number: int) -> list[etree._Element]:
    """A field, and the themes that lie in it."""
    field, place = f"fields[{number - 1}]", f"theme.left, theme.top, theme.width in {sheet.words['areas']['map']}"
    return [
        sheet.fill("map", f"field{number}", f"{{{{ {field}.number }}}} {{{{ {field}.name }}}}"),
        _chip(
            f"placed|selectattr('field', 'equalto', {field}.number)",
            Box(MAP.left, MAP.top, 60, CHIP_HEIGHT),
            place,
            OWN,
            _label(sheet, MAP, 0),
        ),
    ]


def _chip(themes: str, box: Box, place: str, fill: Ink, label: str) -> etree._Element:
    """A theme that can be dragged; `collect` knows it again by its name."""
    level = Level(14, PAPER, spacing=1.0)
    tags = f"{{%sp for theme in {themes} %}}{{%sp at {place} %}}{label}{{%sp endfor %}}"
    return shape(
        "theme:{{ theme.id }}",
        box,
        text_like(level, tags),
        fill=fill,
        frame=_CHIP,
        form="roundRect",
        adjust=_ROUND,
        descr="{{ theme.told }}",
    )
