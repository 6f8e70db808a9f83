"""Presentations of organisations, as different as can be, made in code: what our decks are put on.

`kommune` is a 16:9 .potx with a dark master before the light one, twenty layouts, a logo, a band, a photo on its title
layout, its footer at the top. `region` is a 4:3 .pptx with a gradient, its title below the text, no footer, and slides
with notes and a chart in it. Both hold names and paths that nobody wants in a deck.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pptx import Presentation
from pptx.chart import data as chart_module
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Mm

from tests.support.deck_base_parts import (
    PML,
    SPACES,
    dark_master_first,
    doubled_layouts,
    fill,
    logo_png,
    photo_png,
    picture,
    place,
    relate,
    saved,
    text_box,
    with_fonts,
    xml,
)
from tests.support.decks import A, P
from tests.support.packages import unzipped, zipped

HIDDEN = r"C:\Users\ibenhansen\Skrivebord\hemmeligt"
NAME = "Iben Hansen"
LOGO = (288.0, 9.0, 33.0, 15.0)  # millimetres
MM = 36_000  # a millimetre, as PresentationML counts
BAND = (0.0, 179.0, 338.667, 11.5)


def kommune() -> bytes:
    """A 16:9 template with much in it."""
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = 12_192_000, 6_858_000
    deck.core_properties.author = deck.core_properties.last_modified_by = NAME
    master = deck.slide_master
    for kind, box in {
        "title": (20.0, 16.0, 258.0, 26.0),
        "body": (20.0, 46.0, 301.0, 126.0),
        "dt": (20.0, 4.0, 30.0, 6.0),
        "ftr": (52.0, 4.0, 180.0, 6.0),
        "sldNum": (240.0, 4.0, 30.0, 6.0),
    }.items():
        place(master, kind, box)
    band = master.shapes._spTree.add_autoshape(90, "Bånd", "rect", *map(Mm, BAND))
    fill(band, '<a:schemeClr val="accent2"><a:lumMod val="75000"/></a:schemeClr>')
    picture(master, logo_png(), LOGO, f"{HIDDEN}\\logo.png")
    text_box(master, (20.0, 181.0, 120.0, 7.0), "kommune.dk", "bg1")
    title = deck.slide_layouts[0]
    picture(title, photo_png(), (0.0, 0.0, 338.667, 190.5), "")
    place(title, "ctrTitle", (24.0, 60.0, 150.0, 44.0), "lt1")
    place(title, "subTitle", (24.0, 110.0, 150.0, 30.0), "lt1")
    files = with_fonts(unzipped(saved(deck)), "Georgia", "Verdana")
    files = doubled_layouts(files)
    files = dark_master_first(files)
    files["customXml/item1.xml"] = f"<note xmlns='urn:kommune'>{HIDDEN}</note>".encode()
    relate(files, "ppt/_rels/presentation.xml.rels", "customXml", "../customXml/item1.xml")
    types = files["[Content_Types].xml"].decode()
    files["[Content_Types].xml"] = types.replace(f"{PML}.presentation.main", f"{PML}.template.main").encode()
    return zipped(files)


def region() -> bytes:
    """A 4:3 presentation that has been held."""
    deck: Any = Presentation()
    deck.core_properties.author = NAME
    master = deck.slide_master
    place(master, "title", (16.0, 132.0, 222.0, 36.0))
    place(master, "body", (16.0, 16.0, 222.0, 110.0))
    for kind in ("dt", "ftr", "sldNum"):
        for holder in (master, *deck.slide_layouts):
            for shape in [s for s in holder.placeholders if s._element.xpath(f".//p:ph[@type='{kind}']")]:
                shape._element.getparent().remove(shape._element)
    stops = (("0", "bg1", ""), ("100000", "accent1", '<a:lumMod val="10000"/><a:lumOff val="90000"/>'))
    gradient = "".join(
        f'<a:gs pos="{pos}"><a:schemeClr val="{slot}">{tone}</a:schemeClr></a:gs>' for pos, slot, tone in stops
    )
    background = xml(
        f"<p:bg {SPACES}><p:bgPr><a:gradFill><a:gsLst>{gradient}</a:gsLst>"
        '<a:lin ang="5400000" scaled="0"/></a:gradFill>'
        "<a:effectLst/></p:bgPr></p:bg>"
    )
    for old in master._element.findall(f"{P}cSld/{P}bg"):
        old.getparent().remove(old)
    master._element.find(f"{P}cSld").insert(0, background)
    line = master.shapes._spTree.add_autoshape(91, "Linje", "rect", *map(Mm, (16.0, 8.0, 222.0, 1.0)))
    fill(line, '<a:schemeClr val="accent3"/>')
    for number in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Fortroligt {number}"
        slide.notes_slide.notes_text_frame.text = f"{NAME} siger: fortroligt"
        chart: Any = CHART_DATA()
        chart.categories = ["A", "B"]
        chart.add_series("Fortroligt", (1, 2))
        slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *map(Mm, (20, 20, 100, 80)), chart)
    files = with_fonts(unzipped(saved(deck)), "Arial", "Arial")
    return zipped({name: content.replace(b'name="Office Theme"', b'name="Tema"') for name, content in files.items()})


BASES: dict[str, Callable[[], bytes]] = {"kommune": kommune, "region": region}
CHART_DATA: Any = chart_module.CategoryChartData


def with_photo() -> bytes:
    """A 4:3 presentation with a dark photo over all of its master."""
    deck: Any = Presentation()
    picture(deck.slide_master, photo_png(), (0.0, 0.0, 254.0, 190.5), "")
    return saved(deck)


def with_title_bar() -> bytes:
    """A 16:9 presentation of the old size, 25.4 by 14.29 cm, whose titles stand white in a blue bar."""
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = Mm(254), Mm(142.875)
    master = deck.slide_master
    for holder in (master, *deck.slide_layouts):
        for shape in holder.placeholders:
            if shape._element.xpath("./p:spPr/a:xfrm"):
                shape.top, shape.height = round(shape.top * 0.75), round(shape.height * 0.75)
    bar = master.shapes._spTree.add_autoshape(90, "Bjælke", "rect", *map(Mm, (0, 0, 254, 29)))
    fill(bar, '<a:schemeClr val="tx2"/>')
    master.shapes._spTree.insert(2, bar)
    for colour in master._element.iterfind(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill/{A}schemeClr"):
        colour.set("val", "bg1")
    return saved(deck)


def dark() -> bytes:
    """A presentation whose only master is dark."""
    deck: Any = Presentation()
    mapping = deck.slide_master._element.find(f"{P}clrMap")
    for name, slot in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        mapping.set(name, slot)
    return saved(deck)


def with_macros() -> bytes:
    """A presentation that says it holds macros."""
    files = unzipped(saved(Presentation()))
    types = files["[Content_Types].xml"].decode()
    main = "application/vnd.ms-powerpoint.template.macroEnabled.main"
    files["[Content_Types].xml"] = types.replace(f"{PML}.presentation.main", main).encode()
    return zipped(files)
