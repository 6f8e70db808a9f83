"""What a table's style on a slide says of a cell."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from ..engine.dialect import a
from .colours import fill_colour
from .deck_shapes import Scene
from .opening import elements


class CellLook(NamedTuple):
    """The colours of a cell by its table's style; not known where the style isn't in the file."""

    fill: str | None = None
    ink: str | None = None
    fill_known: bool = True
    ink_known: bool = True


def cell_look(scene: Scene, paragraph: etree._Element) -> CellLook:
    """The look of the cell that a paragraph stands in."""
    cell = next(paragraph.iterancestors(a("tc")), None)
    table = next(paragraph.iterancestors(a("tbl")), None)
    if cell is None or table is None:
        return CellLook(fill_known=False, ink_known=False)
    settings = table.find(a("tblPr"))
    identity = settings.findtext(a("tableStyleId"), "").strip() if settings is not None else ""
    if not identity:
        return CellLook(ink=scene.theme.slot("tx1"))
    style = next((one for one in elements(scene.table_styles) if one.get("styleId") == identity), None)
    if style is None or settings is None:
        return CellLook(fill_known=False, ink_known=False)
    return _look(scene, style, _parts(settings, table, cell))


def _look(scene: Scene, style: etree._Element, parts: list[str]) -> CellLook:
    made = CellLook(ink=scene.theme.slot("tx1"))
    if style.find(a("tblBg")) is not None:
        made = made._replace(fill_known=False)
    for part in parts:
        for found in style.iterfind(a(part)):
            for holder in found.iterfind(f"{a('tcStyle')}/{a('fill')}"):
                solid = holder.find(a("solidFill"))
                fill = fill_colour(solid, scene.theme) if solid is not None else None
                hollow = holder.find(a("noFill")) is not None
                made = made._replace(fill=fill, fill_known=fill is not None or hollow)
            if found.find(f"{a('tcStyle')}/{a('fillRef')}") is not None:
                made = made._replace(fill_known=False)
            for text in found.iterfind(a("tcTxStyle")):
                colours = [one for one in elements(text) if one.tag in (a("schemeClr"), a("srgbClr"), a("prstClr"))]
                if colours:
                    ink = fill_colour(_holding(colours[0]), scene.theme)
                    made = made._replace(ink=ink, ink_known=ink is not None)
    return made


def _holding(colour: etree._Element) -> etree._Element:
    """A colour as fills hold it."""
    fill = etree.Element(a("solidFill"))
    fill.append(etree.fromstring(etree.tostring(colour, with_tail=False)))
    return fill


def _parts(settings: etree._Element, table: etree._Element, cell: etree._Element) -> list[str]:
    """The parts of the style that a cell is in, the weakest first."""
    rows = table.findall(a("tr"))
    row = cell.getparent()
    at = rows.index(row) if row is not None and row in rows else 0
    cells = rows[at].findall(a("tc")) if rows else []
    column = cells.index(cell) if cell in cells else 0
    shows = {name: settings.get(name) in ("1", "true") for name in ("firstRow", "firstCol", "lastRow", "lastCol")}
    shows |= {name: settings.get(name) in ("1", "true") for name in ("bandRow", "bandCol")}
    first_row, last_row = shows["firstRow"] and at == 0, shows["lastRow"] and at == len(rows) - 1
    first, last = shows["firstCol"] and column == 0, shows["lastCol"] and column == len(cells) - 1
    found = {
        "wholeTbl": True,
        f"band{1 + (at - shows['firstRow']) % 2}H": shows["bandRow"] and not first_row and not last_row,
        f"band{1 + (column - shows['firstCol']) % 2}V": shows["bandCol"] and not first and not last,
        "lastCol": last,
        "firstCol": first,
        "lastRow": last_row,
        "firstRow": first_row,
    }
    return [part for part, is_in in found.items() if is_in]
