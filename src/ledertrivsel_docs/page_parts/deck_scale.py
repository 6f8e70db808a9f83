"""Slides of any size made as high as ours: lengths and type alike, so that they look on a screen as they did."""

from __future__ import annotations

from lxml import etree

from ..engine.dialect import A
from ..engine.trees import number_of

_TEXT = ("rPr", "defRPr", "endParaRPr")
_LENGTHS = {
    **dict.fromkeys(("off", "chOff"), ("x", "y")),
    **dict.fromkeys(("ext", "chExt"), ("cx", "cy")),
    **dict.fromkeys(_TEXT, ("sz", "spc")),
    **dict.fromkeys((f"lvl{number}pPr" for number in range(1, 10)), ("marL", "indent")),
    **dict.fromkeys(("outerShdw", "innerShdw"), ("blurRad", "dist")),
    "pPr": ("marL", "indent"),
    "bodyPr": ("lIns", "tIns", "rIns", "bIns"),
    "ln": ("w",),
    "spcPts": ("val",),
    "gridCol": ("w",),
    "tr": ("h",),
}


def scale(root: etree._Element, factor: float) -> None:
    """Makes everything in a master or layout so much larger, in place."""
    for name, attributes in _LENGTHS.items():
        for element in root.iter(f"{{{A}}}{name}"):
            for attribute in attributes:
                if element.get(attribute) is not None:
                    element.set(attribute, str(round(number_of(element, attribute) * factor)))
