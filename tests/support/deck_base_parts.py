"""What presentations of organisations are made of: placeholders, pictures, fonts, and what templates gather."""

from __future__ import annotations

import io
import re
from typing import Any

from lxml import etree
from PIL import Image, ImageDraw
from pptx.util import Mm

from tests.support.decks import A, P, R

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PML = "application/vnd.openxmlformats-officedocument.presentationml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
Boxed = tuple[float, float, float, float]
SPACES = " ".join(f'xmlns:{key}="{space[1:-1]}"' for key, space in (("a", A), ("p", P), ("r", R)))


def saved(deck: Any) -> bytes:
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def xml(text: str) -> etree._Element:
    return etree.fromstring(text)


def place(holder: Any, kind: str, box: Boxed, slot: str | None = None) -> None:
    """Puts a placeholder somewhere, with its text in a theme colour."""
    (shape,) = holder._element.xpath(f".//p:sp[.//p:ph[@type='{kind}']]")
    shape = next(s for s in holder.placeholders if s._element is shape)
    shape.left, shape.top, shape.width, shape.height = map(Mm, box)
    if slot:
        style = shape._element.find(f"{P}txBody/{A}lstStyle")
        for old in list(style):
            style.remove(old)
        colour = f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>'
        style.append(xml(f'<a:lvl1pPr {SPACES} algn="l"><a:defRPr sz="4000">{colour}</a:defRPr></a:lvl1pPr>'))


def fill(shape: Any, colour: str) -> None:
    """A plain fill, and no outline."""
    properties = shape.find(f"{P}spPr")
    properties.append(xml(f"<a:solidFill {SPACES}>{colour}</a:solidFill>"))
    properties.append(xml(f"<a:ln {SPACES}><a:noFill/></a:ln>"))
    for style in shape.findall(f"{P}style"):
        shape.remove(style)


def picture(holder: Any, image: bytes, box: Boxed, descr: str) -> None:
    part, rel = holder.part.get_or_add_image_part(io.BytesIO(image))
    assert part
    x, y, cx, cy = map(Mm, box)
    holder.shapes._spTree.insert(
        2,
        xml(
            f'<p:pic {SPACES}><p:nvPicPr><p:cNvPr id="{80 + len(holder.shapes._spTree)}" name="Billede"/>'
            '<p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{rel}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        ),
    )
    if descr:
        holder.shapes._spTree[2].find(f".//{P}cNvPr").set("descr", descr)


def text_box(holder: Any, box: Boxed, text: str, slot: str) -> None:
    x, y, cx, cy = map(Mm, box)
    holder.shapes._spTree.append(
        xml(
            f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="95" name="Adresse"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/>'
            f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square"/>'
            '<a:lstStyle/><a:p><a:r><a:rPr lang="da-DK" sz="1200">'
            f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>'
            f"</a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    )


def logo_png() -> bytes:
    image = Image.new("RGB", (330, 150), (0, 90, 60))
    draw = ImageDraw.Draw(image)
    draw.ellipse((20, 25, 120, 125), fill=(250, 200, 40))
    draw.rectangle((150, 55, 310, 95), fill=(255, 255, 255))
    return _png(image)


def photo_png() -> bytes:
    image = Image.new("RGB", (640, 360))
    image.putdata([(20 + x // 12, 50 + y // 6, 60 + x // 10) for y in range(360) for x in range(640)])
    return _png(image)


def _png(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def with_fonts(files: dict[str, bytes], heading: str, body: str) -> dict[str, bytes]:
    for name in [name for name in files if name.startswith("ppt/theme/theme")]:
        tree = etree.fromstring(files[name])
        for kind, font in (("majorFont", heading), ("minorFont", body)):
            for latin in tree.iterfind(f".//{A}{kind}/{A}latin"):
                latin.set("typeface", font)
        files[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return files


def relate(files: dict[str, bytes], part: str, kind: str, target: str, number: int = 900) -> str:
    entry = f'<Relationship Id="rId{number}" Type="{_REL}/{kind}" Target="{target}"/></Relationships>'
    files[part] = files[part].replace(b"</Relationships>", entry.encode())
    return f"rId{number}"


def declare(files: dict[str, bytes], part: str, kind: str) -> None:
    entry = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"</Types>", entry.encode())


def doubled_layouts(files: dict[str, bytes]) -> dict[str, bytes]:
    """Nine more layouts, as templates gather them over the years."""
    rels, listed = "ppt/slideMasters/_rels/slideMaster1.xml.rels", ""
    for number in range(12, 21):
        name, old = f"ppt/slideLayouts/slideLayout{number}.xml", f"slideLayout{number - 10}.xml"
        files[name] = files[f"ppt/slideLayouts/{old}"]
        files[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = files[f"ppt/slideLayouts/_rels/{old}.rels"]
        declare(files, name, f"{PML}.slideLayout+xml")
        own = relate(files, rels, "slideLayout", f"../slideLayouts/slideLayout{number}.xml", 900 + number)
        listed += f'<p:sldLayoutId id="{2147490000 + number}" r:id="{own}"/>'
    files[MASTER] = files[MASTER].replace(b"</p:sldLayoutIdLst>", f"{listed}</p:sldLayoutIdLst>".encode())
    return files


def dark_master_first(files: dict[str, bytes]) -> dict[str, bytes]:
    """A master of its own for dark slides, which stands before the other one."""
    master, layout = "ppt/slideMasters/slideMaster2.xml", "ppt/slideLayouts/slideLayout21.xml"
    tree = etree.fromstring(files[MASTER])
    for shape in tree.findall(f"{P}cSld/{P}spTree/{P}pic"):
        shape.getparent().remove(shape)  # type: ignore[union-attr]
    mapping, ids = tree.find(f"{P}clrMap"), tree.find(f"{P}sldLayoutIdLst")
    assert mapping is not None
    assert ids is not None
    for name, slot in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        mapping.set(name, slot)
    for old in list(ids):
        ids.remove(old)
    ids.append(xml(f'<p:sldLayoutId {SPACES} id="2147495001" r:id="rId1"/>'))
    files[master] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    files["ppt/theme/theme7.xml"] = next(files[name] for name in files if re.match(r"ppt/theme/theme\d", name))
    files[layout] = files["ppt/slideLayouts/slideLayout2.xml"]
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    files["ppt/slideMasters/_rels/slideMaster2.xml.rels"] = f"{head}</Relationships>".encode()
    files["ppt/slideLayouts/_rels/slideLayout21.xml.rels"] = f"{head}</Relationships>".encode()
    relate(files, "ppt/slideMasters/_rels/slideMaster2.xml.rels", "slideLayout", "../slideLayouts/slideLayout21.xml", 1)
    relate(files, "ppt/slideMasters/_rels/slideMaster2.xml.rels", "theme", "../theme/theme7.xml", 2)
    relate(files, "ppt/slideLayouts/_rels/slideLayout21.xml.rels", "slideMaster", "../slideMasters/slideMaster2.xml", 1)
    for part, kind in (
        (master, f"{PML}.slideMaster+xml"),
        (layout, f"{PML}.slideLayout+xml"),
        ("ppt/theme/theme7.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    ):
        declare(files, part, kind)
    own = relate(files, "ppt/_rels/presentation.xml.rels", "slideMaster", "slideMasters/slideMaster2.xml", 901)
    listed = f'<p:sldMasterIdLst><p:sldMasterId id="2147495000" r:id="{own}"/>'
    presentation = files["ppt/presentation.xml"].replace(b"<p:sldMasterIdLst>", listed.encode())
    return files | {"ppt/presentation.xml": presentation}
