"""Presentations of organisations, as different as can be, made in code: what our decks are put on.

`kommune` is a 16:9 .potx with a dark master before the light one, twenty layouts, a logo, a band, a photo on its title
layout, its footer at the top. `region` is a 4:3 .pptx with a gradient, its title below the text, no footer, and slides
with notes and a chart in it. Both hold names and paths that nobody wants in a deck.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from lxml import etree
from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.chart import data as chart_module
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Mm

from tests.support.decks import A, P, R
from tests.support.word import unzipped, zipped

HIDDEN = r"C:\Users\ibenhansen\Skrivebord\hemmeligt"
NAME = "Iben Hansen"
LOGO = (288.0, 9.0, 33.0, 15.0)  # millimetres
BAND = (0.0, 179.0, 338.667, 11.5)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PML = "application/vnd.openxmlformats-officedocument.presentationml"
_MASTER = "ppt/slideMasters/slideMaster1.xml"

Boxed = tuple[float, float, float, float]


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
        _place(master, kind, box)
    band = master.shapes._spTree.add_autoshape(90, "Bånd", "rect", *map(Mm, BAND))
    _fill(band, '<a:schemeClr val="accent2"><a:lumMod val="75000"/></a:schemeClr>')
    _picture(master, _logo(), LOGO, f"{HIDDEN}\\logo.png")
    _text_box(master, (20.0, 181.0, 120.0, 7.0), "kommune.dk", "bg1")
    title = deck.slide_layouts[0]
    _picture(title, _photo(), (0.0, 0.0, 338.667, 190.5), "")
    _place(title, "ctrTitle", (24.0, 60.0, 150.0, 44.0), "lt1")
    _place(title, "subTitle", (24.0, 110.0, 150.0, 30.0), "lt1")
    files = _with_fonts(unzipped(_saved(deck)), "Georgia", "Verdana")
    files = _doubled_layouts(files)
    files = _dark_master_first(files)
    files["customXml/item1.xml"] = f"<note xmlns='urn:kommune'>{HIDDEN}</note>".encode()
    _relate(files, "ppt/_rels/presentation.xml.rels", "customXml", "../customXml/item1.xml")
    types = files["[Content_Types].xml"].decode()
    files["[Content_Types].xml"] = types.replace(f"{_PML}.presentation.main", f"{_PML}.template.main").encode()
    return zipped(files)


def region() -> bytes:
    """A 4:3 presentation that has been held."""
    deck: Any = Presentation()
    deck.core_properties.author = NAME
    master = deck.slide_master
    _place(master, "title", (16.0, 132.0, 222.0, 36.0))
    _place(master, "body", (16.0, 16.0, 222.0, 110.0))
    for kind in ("dt", "ftr", "sldNum"):
        for holder in (master, *deck.slide_layouts):
            for shape in [s for s in holder.placeholders if s._element.xpath(f".//p:ph[@type='{kind}']")]:
                shape._element.getparent().remove(shape._element)
    stops = (("0", "bg1", ""), ("100000", "accent1", '<a:lumMod val="10000"/><a:lumOff val="90000"/>'))
    gradient = "".join(
        f'<a:gs pos="{pos}"><a:schemeClr val="{slot}">{tone}</a:schemeClr></a:gs>' for pos, slot, tone in stops
    )
    background = _xml(
        f"<p:bg {_SPACES}><p:bgPr><a:gradFill><a:gsLst>{gradient}</a:gsLst>"
        '<a:lin ang="5400000" scaled="0"/></a:gradFill>'
        "<a:effectLst/></p:bgPr></p:bg>"
    )
    for old in master._element.findall(f"{P}cSld/{P}bg"):
        old.getparent().remove(old)
    master._element.find(f"{P}cSld").insert(0, background)
    line = master.shapes._spTree.add_autoshape(91, "Linje", "rect", *map(Mm, (16.0, 8.0, 222.0, 1.0)))
    _fill(line, '<a:schemeClr val="accent3"/>')
    for number in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Fortroligt {number}"
        slide.notes_slide.notes_text_frame.text = f"{NAME} siger: fortroligt"
        chart: Any = _CHART_DATA()
        chart.categories = ["A", "B"]
        chart.add_series("Fortroligt", (1, 2))
        slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *map(Mm, (20, 20, 100, 80)), chart)
    files = _with_fonts(unzipped(_saved(deck)), "Arial", "Arial")
    return zipped({name: content.replace(b'name="Office Theme"', b'name="Tema"') for name, content in files.items()})


BASES: dict[str, Callable[[], bytes]] = {"kommune": kommune, "region": region}

_CHART_DATA: Any = chart_module.CategoryChartData
_SPACES = " ".join(f'xmlns:{key}="{space[1:-1]}"' for key, space in (("a", A), ("p", P), ("r", R)))


def with_photo() -> bytes:
    """A 4:3 presentation with a dark photo over all of its master."""
    deck: Any = Presentation()
    _picture(deck.slide_master, _photo(), (0.0, 0.0, 254.0, 190.5), "")
    return _saved(deck)


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
    _fill(bar, '<a:schemeClr val="tx2"/>')
    master.shapes._spTree.insert(2, bar)
    for colour in master._element.iterfind(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill/{A}schemeClr"):
        colour.set("val", "bg1")
    return _saved(deck)


def dark() -> bytes:
    """A presentation whose only master is dark."""
    deck: Any = Presentation()
    mapping = deck.slide_master._element.find(f"{P}clrMap")
    for name, slot in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        mapping.set(name, slot)
    return _saved(deck)


def with_macros() -> bytes:
    """A presentation that says it holds macros."""
    files = unzipped(_saved(Presentation()))
    types = files["[Content_Types].xml"].decode()
    main = "application/vnd.ms-powerpoint.template.macroEnabled.main"
    files["[Content_Types].xml"] = types.replace(f"{_PML}.presentation.main", main).encode()
    return zipped(files)


def _saved(deck: Any) -> bytes:
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def _xml(text: str) -> etree._Element:
    return etree.fromstring(text)


def _place(holder: Any, kind: str, box: Boxed, slot: str | None = None) -> None:
    """Puts a placeholder somewhere, with its text in a theme colour."""
    (shape,) = holder._element.xpath(f".//p:sp[.//p:ph[@type='{kind}']]")
    shape = next(s for s in holder.placeholders if s._element is shape)
    shape.left, shape.top, shape.width, shape.height = map(Mm, box)
    if slot:
        style = shape._element.find(f"{P}txBody/{A}lstStyle")
        for old in list(style):
            style.remove(old)
        colour = f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>'
        style.append(_xml(f'<a:lvl1pPr {_SPACES} algn="l"><a:defRPr sz="4000">{colour}</a:defRPr></a:lvl1pPr>'))


def _fill(shape: Any, colour: str) -> None:
    """A plain fill, and no outline."""
    properties = shape.find(f"{P}spPr")
    properties.append(_xml(f"<a:solidFill {_SPACES}>{colour}</a:solidFill>"))
    properties.append(_xml(f"<a:ln {_SPACES}><a:noFill/></a:ln>"))
    for style in shape.findall(f"{P}style"):
        shape.remove(style)


def _picture(holder: Any, image: bytes, box: Boxed, descr: str) -> None:
    part, rel = holder.part.get_or_add_image_part(io.BytesIO(image))
    assert part
    x, y, cx, cy = map(Mm, box)
    holder.shapes._spTree.insert(
        2,
        _xml(
            f'<p:pic {_SPACES}><p:nvPicPr><p:cNvPr id="{80 + len(holder.shapes._spTree)}" name="Billede"/>'
            '<p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{rel}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        ),
    )
    if descr:
        holder.shapes._spTree[2].find(f".//{P}cNvPr").set("descr", descr)


def _text_box(holder: Any, box: Boxed, text: str, slot: str) -> None:
    x, y, cx, cy = map(Mm, box)
    holder.shapes._spTree.append(
        _xml(
            f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="95" name="Adresse"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/>'
            f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square"/>'
            '<a:lstStyle/><a:p><a:r><a:rPr lang="da-DK" sz="1200">'
            f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>'
            f"</a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    )


def _logo() -> bytes:
    image = Image.new("RGB", (330, 150), (0, 90, 60))
    draw = ImageDraw.Draw(image)
    draw.ellipse((20, 25, 120, 125), fill=(250, 200, 40))
    draw.rectangle((150, 55, 310, 95), fill=(255, 255, 255))
    return _png(image)


def _photo() -> bytes:
    image = Image.new("RGB", (640, 360))
    image.putdata([(20 + x // 12, 50 + y // 6, 60 + x // 10) for y in range(360) for x in range(640)])
    return _png(image)


def _png(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def _with_fonts(files: dict[str, bytes], heading: str, body: str) -> dict[str, bytes]:
    for name in [name for name in files if name.startswith("ppt/theme/theme")]:
        tree = etree.fromstring(files[name])
        for kind, font in (("majorFont", heading), ("minorFont", body)):
            for latin in tree.iterfind(f".//{A}{kind}/{A}latin"):
                latin.set("typeface", font)
        files[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return files


def _relate(files: dict[str, bytes], part: str, kind: str, target: str, number: int = 900) -> str:
    entry = f'<Relationship Id="rId{number}" Type="{_REL}/{kind}" Target="{target}"/></Relationships>'
    files[part] = files[part].replace(b"</Relationships>", entry.encode())
    return f"rId{number}"


def _declare(files: dict[str, bytes], part: str, kind: str) -> None:
    entry = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"</Types>", entry.encode())


def _doubled_layouts(files: dict[str, bytes]) -> dict[str, bytes]:
    """Nine more layouts, as templates gather them over the years."""
    rels, listed = "ppt/slideMasters/_rels/slideMaster1.xml.rels", ""
    for number in range(12, 21):
        name, old = f"ppt/slideLayouts/slideLayout{number}.xml", f"slideLayout{number - 10}.xml"
        files[name] = files[f"ppt/slideLayouts/{old}"]
        files[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = files[f"ppt/slideLayouts/_rels/{old}.rels"]
        _declare(files, name, f"{_PML}.slideLayout+xml")
        own = _relate(files, rels, "slideLayout", f"../slideLayouts/slideLayout{number}.xml", 900 + number)
        listed += f'<p:sldLayoutId id="{2147490000 + number}" r:id="{own}"/>'
    files[_MASTER] = files[_MASTER].replace(b"</p:sldLayoutIdLst>", f"{listed}</p:sldLayoutIdLst>".encode())
    return files


def _dark_master_first(files: dict[str, bytes]) -> dict[str, bytes]:
    """A master of its own for dark slides, which stands before the other one."""
    master, layout = "ppt/slideMasters/slideMaster2.xml", "ppt/slideLayouts/slideLayout21.xml"
    tree = etree.fromstring(files[_MASTER])
    for shape in tree.findall(f"{P}cSld/{P}spTree/{P}pic"):
        shape.getparent().remove(shape)  # type: ignore[union-attr]
    mapping, ids = tree.find(f"{P}clrMap"), tree.find(f"{P}sldLayoutIdLst")
    assert mapping is not None
    assert ids is not None
    for name, slot in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        mapping.set(name, slot)
    for old in list(ids):
        ids.remove(old)
    ids.append(_xml(f'<p:sldLayoutId {_SPACES} id="2147495001" r:id="rId1"/>'))
    files[master] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    files["ppt/theme/theme7.xml"] = next(files[name] for name in files if re.match(r"ppt/theme/theme\d", name))
    files[layout] = files["ppt/slideLayouts/slideLayout2.xml"]
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    files["ppt/slideMasters/_rels/slideMaster2.xml.rels"] = f"{head}</Relationships>".encode()
    files["ppt/slideLayouts/_rels/slideLayout21.xml.rels"] = f"{head}</Relationships>".encode()
    _relate(
        files, "ppt/slideMasters/_rels/slideMaster2.xml.rels", "slideLayout", "../slideLayouts/slideLayout21.xml", 1
    )
    _relate(files, "ppt/slideMasters/_rels/slideMaster2.xml.rels", "theme", "../theme/theme7.xml", 2)
    _relate(
        files, "ppt/slideLayouts/_rels/slideLayout21.xml.rels", "slideMaster", "../slideMasters/slideMaster2.xml", 1
    )
    for part, kind in (
        (master, f"{_PML}.slideMaster+xml"),
        (layout, f"{_PML}.slideLayout+xml"),
        ("ppt/theme/theme7.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    ):
        _declare(files, part, kind)
    own = _relate(files, "ppt/_rels/presentation.xml.rels", "slideMaster", "slideMasters/slideMaster2.xml", 901)
    listed = f'<p:sldMasterIdLst><p:sldMasterId id="2147495000" r:id="{own}"/>'
    presentation = files["ppt/presentation.xml"].replace(b"<p:sldMasterIdLst>", listed.encode())
    return files | {"ppt/presentation.xml": presentation}
