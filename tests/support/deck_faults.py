"""What can be wrong with a deck, or nearly so: changes to the good one, for the rules of accessibility."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Mm, Pt

from tests.support.decks import A
from tests.support.good_decks import (
    BOX,
    Change,
    Made,
    data,
    decorative,
    described,
    drawn,
    painted,
    remove,
    shape,
    written,
)
from tests.support.word import replaced

SLIDE, PRESENTATION = "ppt/slides/slide2.xml", "ppt/presentation.xml"
WHITE = MSO_THEME_COLOR.BACKGROUND_1
PALE = MSO_THEME_COLOR.BACKGROUND_2
colour: Any = RGBColor.from_string  # python-pptx doesn't type it


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(made: Made) -> None:
        for one in changes:
            one(made)

    return change


def text_of(made: Made, *lines: str) -> Any:
    box = made.slides[0].shapes.add_textbox(Mm(20), Mm(140), Mm(120), Mm(30))
    box.text_frame.text = "\n".join(lines)
    return box


def linked(made: Made, text: str, address: str = "https://eksempel.dk/a") -> None:
    box = text_of(made, text)
    box.text_frame.paragraphs[0].runs[0].hyperlink.address = address


def table(made: Made) -> Any:
    return shape(made, 2, "Table").table


def emptied(made: Made, *cells: tuple[int, int]) -> None:
    for row, column in cells:
        table(made).cell(row, column).text = ""


def rows(made: Made, *texts: tuple[str, str]) -> None:
    """Adds rows to the table."""
    last = table(made)._tbl.tr_lst[-1]
    for row in texts:
        made_row = deepcopy(last)
        last.getparent().append(made_row)
        for cell, text in zip(made_row.iter(f"{A}t"), row, strict=True):
            cell.text = text


def hidden(made: Made) -> None:
    made.slides[1]._element.set("show", "0")


def second_title(made: Made) -> None:
    title = made.slides[1].shapes.title._element
    title.addnext(deepcopy(title))


def title_last(made: Made) -> None:
    title = made.slides[1].shapes.title._element
    title.getparent().append(title)


def in_order(made: Made, *tops: int) -> None:
    for number, top in enumerate(tops):
        box = made.slides[0].shapes.add_textbox(Mm(20), Mm(top), Mm(60), Mm(10))
        box.text_frame.text = f"Boks {number}"


def in_xml(part: str, old: str, new: str) -> bytes:
    return replaced(data(), part, lambda xml: re.sub(old, new, xml, count=1))


def sections(*names: str) -> bytes:
    listed = "".join(f'<p14:section name="{name}" id="{{{number}}}"/>' for number, name in enumerate(names))
    space = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
    list_ = f'<p:extLst><p:ext uri="a"><p14:sectionLst {space}>{listed}</p14:sectionLst></p:ext></p:extLst>'
    return in_xml(PRESENTATION, "</p:presentation>", f"{list_}</p:presentation>")


def media(kind: str, more: str = "") -> bytes:
    return in_xml(SLIDE, "<p:nvPr/></p:nvPicPr>", f'<p:nvPr><a:{kind} r:link="rId9"/>{more}</p:nvPr></p:nvPicPr>')


def timed(transition: str) -> bytes:
    return in_xml(SLIDE, "</p:clrMapOvr>", f"</p:clrMapOvr>{transition}")


def on_photo(made: Made) -> None:
    """White text over a picture: nobody can know how it looks."""
    picture = shape(made, 1, "Picture")
    picture.left, picture.top, picture.width, picture.height = BOX
    box = made.slides[1].shapes.add_textbox(*BOX)
    box.text_frame.text = "Hvidt"
    painted_text(box, WHITE)


def painted_text(box: Any, colour: int) -> None:
    box.text_frame.paragraphs[0].runs[0].font.color.theme_color = colour


def pale_behind(made: Made) -> None:
    panel = made.slides[0].shapes.add_shape(MSO_SHAPE.RECTANGLE, *BOX)
    painted(panel, PALE, WHITE)
    decorative(panel)
    painted_text(drawn(made, "Hvidt på lyst"), WHITE)


def by_style(made: Made) -> None:
    """The colours that the theme gives a shape: white on the accent, which is made pale here."""
    made.slides[0].shapes.add_shape(MSO_SHAPE.RECTANGLE, *BOX).text_frame.text = "Hvidt på temaets farve"
    for reference in made.slides[0].shapes[-1]._element.iter(f"{A}fillRef"):
        reference.set("idx", "1")
        reference[0].set("val", "bg2")


def grouped(made: Made, alt: str) -> None:
    group = made.slides[0].shapes.add_group_shape()
    group.shapes.add_shape(MSO_SHAPE.OVAL, *BOX)
    group._element.xpath("./p:nvGrpSpPr/p:cNvPr")[0].set("descr", alt)


def same_title(made: Made) -> None:
    made.slides[2].shapes.title.text = "DRØFT temaerne"


def gone(made: Made) -> None:
    remove(made.slides[1].shapes.title)


def outside(made: Made) -> None:
    title = made.slides[1].shapes.title
    title.left, title.top, title.width, title.height = Mm(20), Mm(-60), Mm(200), Mm(30)


def locked() -> bytes:
    return in_xml(PRESENTATION, "</p:presentation>", '<p:modifyVerifier cryptProviderType="a"/></p:presentation>')


def looping() -> bytes:
    show = '<p:presentationPr xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:showPr loop="1"/>'
    return replaced(data(), "ppt/presProps.xml", lambda _: f"{show}</p:presentationPr>")


def english() -> bytes:
    text = "Vi vil gerne tale om det, der er svært for os, og det skal vi have tid til."
    marked = '<a:rPr lang="en-GB"/><a:t>'
    return in_xml(SLIDE, r"<a:rPr[^>]*/><a:t>Skriv de vigtigste", marked + text)


def small(points: float) -> Change:
    return lambda made: written(drawn(made), "Småt", points)


def alt(text: str) -> Change:
    return lambda made: described(shape(made, 1, "Picture"), text)


def underline(made: Made) -> None:
    text_of(made, "Vigtigt").text_frame.paragraphs[0].runs[0].font.underline = True


def merged(made: Made) -> None:
    emptied(made, (0, 1))
    table(made).cell(0, 0).merge(table(made).cell(0, 1))


def grey(made: Made, shade: int, points: int = 18, *, bold: bool = False) -> None:
    font = text_of(made, "Gråt").text_frame.paragraphs[0].runs[0].font
    font.color.rgb, font.size, font.bold = colour(f"{shade:02X}" * 3), Pt(points), bold


def no_language() -> bytes:
    bare = replaced(data(), SLIDE, lambda xml: re.sub(' lang="[^"]*"', "", xml))
    for part in (PRESENTATION, "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout2.xml"):
        bare = replaced(bare, part, lambda xml: re.sub(' lang="[^"]*"', "", xml))
    return bare


def has_header(made: Made, said: bool) -> None:
    table(made).first_row = said
