"""Small drawings in a line of text, in the colours of the theme."""

from __future__ import annotations

from docx.oxml.ns import nsmap
from lxml import etree

from .markup import w

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_EMU = 36_000
nsmap.setdefault("wps", _WPS)


def dot(slot: str, size: float, *, filled: bool = True) -> etree._Element:
    """A run with a dot of `size` millimetres in a theme slot, or a ring; decorative: what it says stands in words."""
    extent = str(round(size * _EMU))
    fill = f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>' if filled else "<a:noFill/>"
    inline = etree.fromstring(
        f'<wp:inline xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:wps="{_WPS}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{extent}" cy="{extent}"/>'
        f'<wp:docPr id="1" name="Dot"><a:extLst><a:ext uri="{DECORATIVE}">'
        f'<adec:decorative xmlns:adec="{ADEC}" val="1"/></a:ext></a:extLst></wp:docPr><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_WPS}"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{extent}" cy="{extent}"/></a:xfrm>'
        f'<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>{fill}'
        f'<a:ln w="19050"><a:solidFill><a:schemeClr val="{slot}"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:inline>"
    )
    drawing = w("drawing")
    drawing.append(inline)
    return w("r", drawing)
