"""Writes our styles into a base document: paragraphs, characters and tables."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from .looks import LINE, PARAGRAPHS, PASSIVE, QUIET, Look
from .markup import colour, cut_line, line, mm, no_line, pt, shading, w
from .numbering import BULLETS, NUMBERS, add_bullets, add_numbers

_BUILT_IN = {"Normal": "Normal", "Heading1": "heading 1", "Heading2": "heading 2", "Heading3": "heading 3",
             "Heading4": "heading 4", "Header": "header", "Footer": "footer", "Hyperlink": "Hyperlink",
             "PlaceholderText": "Placeholder Text", "Strong": "Strong"}  # fmt: skip
_BAR_GAP = 16  # points between a bar and its text
_FIXED = "Consolas"  # in every Windows and every Office; others take what they have of one width
_BOX = {"top": 2, "left": 5, "bottom": 2}  # points between the edge of a fill and its text


def add_styles(document: Document, names: Mapping[str, str], looks: Mapping[str, Look] = PARAGRAPHS) -> None:
    """Adds our styles to a base, or brings the base's own of the same id in line; `names` are what Word shows."""
    styles = document.styles.element
    for style_id, look in looks.items():
        is_inline = look.inline or is_heading(style_id, look)
        made = _character(style_id, names, *_run_look(look)) if is_inline else None
        _put(styles, _paragraph_style(style_id, _name(style_id, names), look) if made is None else made)
    for made in (*_character_styles(names), *_table_styles(names), *_layout_table_styles(names)):
        _put(styles, made)
    numbering = document.part.numbering_part.element
    add_bullets(numbering)
    numbered = {look.numbered: style_id for style_id, look in looks.items() if look.numbered is not None}
    if numbered:
        add_numbers(numbering, numbered)


def _name(style_id: str, names: Mapping[str, str]) -> str:
    return _BUILT_IN.get(style_id) or names[style_id]


def _put(styles: etree._Element, style: etree._Element) -> None:
    for old in styles.findall(qn("w:style")):
        if old.get(qn("w:styleId")) == style.get(qn("w:styleId")):
            styles.remove(old)
    styles.append(style)


def is_heading(style_id: str, look: Look) -> bool:
    """Whether a look of ours is a heading that Word has no style for.

    Screen readers find Word's own headings only. Such a heading is one of them, with its look beside it: see `Sheet`.
    """
    return look.outline is not None and style_id not in _BUILT_IN


def _paragraph_style(style_id: str, name: str, look: Look) -> etree._Element:
    is_normal = style_id == "Normal"
    style = w("style", type="paragraph", styleId=style_id, **({"default": "1"} if is_normal else {}))
    if style_id not in _BUILT_IN:
        style.set(qn("w:customStyle"), "1")
    level = w("outlineLvl", val=look.outline) if look.outline is not None else None
    parts = (
        w("name", val=name),
        None if is_normal else w("basedOn", val=look.based_on),
        w("next", val="Normal") if look.outline is not None else None,
        w("qFormat"),
        w("pPr", *paragraph_look(look), level),
        w("rPr", *_run_look(look)),
    )
    style.extend(part for part in parts if part is not None)
    return style


def paragraph_look(look: Look) -> list[etree._Element]:
    """How a paragraph stands: what it is kept with, lines and a bar beside it, room, indent; in Word's order."""
    spacing = {"before": round(look.before * 20), "after": round(look.after * 20), "line": round(look.spacing * 240)}
    parts = (
        w("keepNext") if look.keep_next else None,
        w("keepLines") if look.keep_next or look.fixed else None,
        w("pageBreakBefore") if look.new_page else None,
        w("numPr", w("numId", val=BULLETS)) if look.bullet else None,
        w("numPr", w("ilvl", val=look.numbered), w("numId", val=NUMBERS)) if look.numbered is not None else None,
        w("pBdr", line("top", "accent6", 0.75, LINE)) if look.line_above else None,
        w("pBdr", line("top", "accent1", 2.25)) if look.rule_above else None,
        _lines_below(look.line_room) if look.line_below else None,
        w("pBdr", line("left", "accent1", look.bar, space=_BAR_GAP)) if look.bar else None,
        *(_box(look.fill) if look.fill else ()),
        w("spacing", **spacing, lineRule="auto"),
        w("ind", left=round(look.indent * 20)) if look.indent else None,
    )
    return [part for part in parts if part is not None]


def _run_look(look: Look) -> list[etree._Element]:
    """How the letters look, in Word's order."""
    kind = "major" if look.heading_font else "minor"
    parts = (
        w("rFonts", **dict.fromkeys(("ascii", "hAnsi", "cs"), _FIXED))
        if look.fixed
        else w("rFonts", asciiTheme=f"{kind}HAnsi", hAnsiTheme=f"{kind}HAnsi", eastAsiaTheme=f"{kind}HAnsi"),
        w("b") if look.bold else None,
        w("bCs") if look.bold else None,
        w("caps") if look.caps else None,
        w("noProof") if look.fixed else None,
        colour(look.colour, look.tint),
        w("spacing", val=12) if look.caps else None,
        w("sz", val=pt(look.size)),
        w("szCs", val=pt(look.size)),
    )
    return [part for part in parts if part is not None]


def _box(fill: str) -> list[etree._Element]:
    """A fill behind a paragraph; lines of the same colour give it room."""
    slot, tint = ("background2", None) if fill == "tint" else ("accent6", QUIET)
    return [w("pBdr", *(line(side, slot, 3, tint, space=room) for side, room in _BOX.items())), shading(slot, tint)]


def _lines_below(room: float) -> etree._Element:
    """A line under each paragraph, also between several of one style."""
    return w("pBdr", *(line(side, "accent6", 0.75, LINE, round(room)) for side in ("bottom", "between")))


def _character_styles(names: Mapping[str, str]) -> list[etree._Element]:
    return [
        _character("Hyperlink", names, colour("hyperlink"), w("u", val="single")),
        _character(
            "PlaceholderText",
            names,
            w("b", val=0),
            w("bCs", val=0),
            colour("accent6"),
            w("sz", val=pt(9.5)),
            w("szCs", val=pt(9.5)),
        ),
        _character("Strong", names, w("b"), w("bCs")),
        _character("StepCurrent", names, w("b"), w("bCs"), colour("background1"), shading("accent1")),
        _character("StepOther", names, colour("accent6"), shading("accent6", PASSIVE)),
        _character("KickerWords", names, w("b"), w("bCs"), w("caps"), w("spacing", val=12)),
        *(
            _character(f"Bar{number}", names, w("b"), w("bCs"), colour("background1"), shading(f"accent{number + 1}"))
            for number in (1, 2, 3)
        ),
        _character("MapInstruction", names, w("b", val=0), w("bCs", val=0), w("sz", val=pt(15)), w("szCs", val=pt(15))),
        _character("MapNumber", names, colour("accent1"), w("sz", val=pt(24)), w("szCs", val=pt(24))),
        _character("Tick", names, w("sz", val=pt(14)), w("szCs", val=pt(14))),
        _character("TickSmall", names, w("sz", val=pt(10.5)), w("szCs", val=pt(10.5))),
        _character("LabelNumber", names, w("sz", val=pt(15)), w("szCs", val=pt(15))),
    ]


def _character(style_id: str, names: Mapping[str, str], *look: etree._Element) -> etree._Element:
    style = w("style", w("name", val=_name(style_id, names)), type="character", styleId=style_id)
    if style_id not in _BUILT_IN:
        style.set(qn("w:customStyle"), "1")
    style.extend([w("basedOn", val="DefaultParagraphFont"), w("qFormat"), w("rPr", *look)])
    return style


def _table_styles(names: Mapping[str, str]) -> list[etree._Element]:
    grey = ("accent6", 0.75, LINE)
    answer_lines = w("tblBorders", line("bottom", *grey), line("insideH", *grey))
    label = w(
        "tcPr",
        w("tcBorders", line("top", "background1", 2.25), line("bottom", "background1", 2.25)),
        shading("background2"),
    )
    gaps = w("tblBorders", line("insideV", "background1", 2.25))
    return [
        _table("FormTable", names, answer_lines, None, _part("firstCol", label)),
        _table("FactBand", names, gaps, shading("background2")),
        _table("CallOut", names, w("tblBorders", line("left", "accent1", 4.5)), shading("accent6", QUIET)),
        _table(
            "DataTable",
            names,
            w("tblBorders", line("bottom", *grey), line("insideH", *grey)),
            None,
            _part("firstRow", w("tcPr", w("tcBorders", no_line("insideH")), shading("accent1"))),
            _part("lastCol", w("tcPr", shading("accent6", QUIET))),
        ),
        _table(
            "WritingTable",
            names,
            w("tblBorders", line("bottom", *grey), line("insideH", *grey), line("insideV", *grey)),
            None,
            _part("firstRow", w("tcPr", w("tcBorders", no_line("insideV")), shading("accent1"))),
            _part("firstCol", w("tcPr", shading("background2"))),
            _part("nwCell", w("tcPr", shading("accent1"))),
            padding=(1.6, 2.4),
        ),
        _table(
            "RatingTable",
            names,
            w("tblBorders", line("bottom", *grey), line("insideH", *grey)),
            None,
            _part("firstRow", w("tcPr", w("tcBorders", no_line("insideH")), shading("accent1"))),
            padding=(1.0, 2.0),
        ),
        _table("CardSheet", names, w("tblBorders", cut_line("insideV")), None, padding=(0, 0)),
    ]


def _layout_table_styles(names: Mapping[str, str]) -> list[etree._Element]:
    """Tables that put things side by side."""
    grey = ("accent6", 0.75, LINE)
    return [
        _table(
            "MapTable",
            names,
            w("tblBorders", *(line(side, "background1", 4.5) for side in ("insideH", "insideV"))),
            None,
            padding=(4.0, 5.0),
        ),
        _table(
            "WritingBoxes",
            names,
            w("tblBorders", line("bottom", *grey), line("insideV", *grey)),
            None,
            _part("firstRow", w("tcPr", w("tcBorders", line("insideV", "background1", 2.25)), shading("background2"))),
            padding=(1.6, 3.2),
        ),
        _table(
            "PartGrid",
            names,
            w("tblBorders", *(line(side, *grey) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))),
            None,
            padding=(1.8, 3.2),
        ),
        _table("Plain", names, None, None, padding=(0, 0)),
    ]


def _part(kind: str, cell: etree._Element) -> etree._Element:
    return w("tblStylePr", w("tblPr"), cell, type=kind)


def _table(
    style_id: str,
    names: Mapping[str, str],
    borders: etree._Element | None,
    fill: etree._Element | None,
    *parts: etree._Element,
    padding: tuple[float, float] = (2.0, 3.2),
) -> etree._Element:
    above, beside = padding
    style = w("style", type="table", styleId=style_id, customStyle=1)
    margins = (("top", above), ("left", beside), ("bottom", above), ("right", beside))
    style.extend(
        [
            w("name", val=names[style_id]),
            w("basedOn", val="TableNormal"),
            w("qFormat"),
            w("tblPr", borders, w("tblCellMar", *(w(side, w=mm(width), type="dxa") for side, width in margins))),
        ]
    )
    if fill is not None:
        style.append(w("tcPr", fill))
    style.extend(parts)
    return style
