"""A deck that keeps every rule, and what can be done to it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pptx
from lxml import etree
from PIL import Image
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Mm, Pt

from tests.support.decks import DECORATIVE, A
from tests.support.packages import unzipped, zipped

Made = Any  # python-pptx types a shape as what all shapes have in common
Shape = Any
Change = Callable[[Made], object]
BOX = (Mm(20), Mm(60), Mm(120), Mm(30))
EXT = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
LANGUAGE = re.compile(rb'(?<= lang=")[a-z]{2}-[A-Z]{2}(?=")')


def good() -> Made:
    """Three slides as they should be: a title, a list with a picture and a chip, a table."""
    made = pptx.Presentation()
    made.slide_width, made.slide_height = Mm(338.66666667), Mm(190.5)
    made.core_properties.title, made.core_properties.language = "Plan", "da-DK"
    for name in ("author", "last_modified_by", "comments"):  # python-pptx names itself and its author there
        setattr(made.core_properties, name, "")
    for size in made.slide_master.element.iter(f"{A}defRPr"):
        if size.get("sz") == "4400":
            size.set("sz", "3600")
    for number, (layout, title) in enumerate(((0, "Plan for ledertrivsel"), (1, "Drøft temaerne"), (5, "Oversigt")), 1):
        slide = made.slides.add_slide(made.slide_layouts[layout])
        slide.shapes.title.text = title
        slide.notes_slide.notes_text_frame.text = f"Sig: Nu er vi ved slide {number}."
    first, second, third = made.slides
    first.placeholders[1].text = "Eksempel Kommune"
    second.placeholders[1].text = "Læs temaerne hver for sig\nSkriv de vigtigste"
    picture = io.BytesIO()
    Image.new("RGB", (4, 4), "white").save(picture, "PNG")
    described(second.shapes.add_picture(picture, Mm(300), Mm(150)), "Fire felter")
    chip = second.shapes.add_shape(MSO_SHAPE.RECTANGLE, *BOX)
    chip.name, chip.text_frame.text = "theme:sparring", "3 Sparring"
    painted(chip, MSO_THEME_COLOR.TEXT_2, MSO_THEME_COLOR.BACKGROUND_1)
    table = third.shapes.add_table(2, 2, *BOX)
    described(table, "Kort og ansvarlig")
    for row in range(2):
        for column in range(2):
            table.table.cell(row, column).text = f"Celle {row} {column}"
    return made


def described(shape: Shape, alt: str) -> None:
    shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)


def decorative(shape: Shape, alt: str = "") -> None:
    described(shape, alt)
    properties = shape._element.xpath(".//p:cNvPr")[0]
    extension = etree.SubElement(etree.SubElement(properties, f"{A}extLst"), f"{A}ext", uri=EXT)
    etree.SubElement(extension, DECORATIVE, val="1")


def painted(shape: Shape, fill: int, text: int) -> None:
    shape.fill.solid()
    shape.fill.fore_color.theme_color = fill
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.color.theme_color = text


def data(change: Change | None = None) -> bytes:
    """The good deck, changed, with Danish on every text, which python-pptx doesn't write."""
    made = good()
    if change:
        change(made)
    target = io.BytesIO()
    made.save(target)
    members = {name: LANGUAGE.sub(b"da-DK", content) for name, content in unzipped(target.getvalue()).items()}
    for name, content in members.items():
        if re.fullmatch(r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)/[^/]+\.xml", name):
            members[name] = spoken(content)
    return zipped(members)


def spoken(content: bytes) -> bytes:
    tree = etree.fromstring(content)
    for run in tree.iter(f"{A}r", f"{A}fld"):
        properties = run.find(f"{A}rPr")
        if properties is None:
            properties = etree.Element(f"{A}rPr")
            run.insert(0, properties)
        properties.set("lang", properties.get("lang", "da-DK"))
    return etree.tostring(tree)


def shape(made: Made, slide: int, name: str) -> Shape:
    return next(found for found in made.slides[slide].shapes if name in found.name)


def remove(found: Shape) -> None:
    found._element.getparent().remove(found._element)


def written(found: Shape, text: str, points: float) -> None:
    found.text_frame.text = text
    found.text_frame.paragraphs[0].runs[0].font.size = Pt(points)


def drawn(made: Made, text: str = "") -> Shape:
    box = made.slides[0].shapes.add_textbox(*BOX)
    box.text_frame.text = text
    return box


def alt_text_gone(made: Made) -> None:
    described(shape(made, 1, "Picture"), "")
