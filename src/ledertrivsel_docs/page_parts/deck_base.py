"""The lean base of our decks: a 16:9 page in Danish with our master, the twelve layouts and a page for notes.

python-pptx's own default is 4:3, English, and has eleven layouts that we don't use. What somebody adds by hand in
PowerPoint looks like ours because everything that gives a look stands here, on master and layouts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from ..engine.package import Member, write_package
from .base import empty_theme
from .deck_layouts import SLIDE_LOOKS
from .deck_looks import INK, LINE, OWN, PAGE, PAPER
from .deck_markup import Box, Ink, Level, R, a, emu, level_properties, p, serialised
from .deck_master import FIRST_ID, Words, layout_part, master, notes_master, our_stage

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PML = "application/vnd.openxmlformats-officedocument.presentationml"
_DRAWING = "application/vnd.openxmlformats-officedocument"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>da-DK</dc:language></cp:coreProperties>'
)
PICTURES: Mapping[str, str] = {
    **{suffix: f"image/{suffix}" for suffix in ("png", "gif", "bmp", "tiff", "webp")},
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "tif": "image/tiff",
    "svg": "image/svg+xml",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "wdp": "image/vnd.ms-photo",
}
_NOTES_PAGE = Box(0, 0, 190.5, 254)
_TABLE_STYLE = "{6C0F6A0E-3B1B-4B59-9E0C-5B1D6E0B1A01}"


class Drawn(NamedTuple):
    """A master or layout, and its relationships beyond those that every one has: id, type and target."""

    tree: etree._Element
    relations: Sequence[tuple[str, str, str]] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """What a base consists of that another base can have otherwise."""

    page: Box
    master: Drawn
    layouts: Sequence[Drawn]
    theme: bytes | str
    theme_relations: Sequence[tuple[str, str, str]] = ()
    media: Mapping[str, bytes] = field(default_factory=dict)


def deck_base(words: Words) -> bytes:
    """A pptx without slides; `words` are those of `content/documents/slide-layouts.yaml`."""
    layouts = [Drawn(layout_part(key, look, words)) for key, look in SLIDE_LOOKS.items()]
    return base_of(Parts(PAGE, Drawn(master(words, len(layouts), our_stage(words))), layouts, empty_theme()), words)


def base_of(made: Parts, words: Words) -> bytes:
    """A pptx without slides, of these parts."""
    masters = f"{R}/slideMaster"
    layouts = [f"slideLayout{number}" for number in range(1, len(made.layouts) + 1)]
    to_layouts = [(f"{R}/slideLayout", f"../slideLayouts/{layout}.xml") for layout in layouts]
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": _types(layouts, made.media),
        "_rels/.rels": _relations(
            (f"{R}/officeDocument", "ppt/presentation.xml"),
            (f"{_RELS}/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _CORE,
        "ppt/presentation.xml": serialised(_presentation(made.page)),
        "ppt/_rels/presentation.xml.rels": _relations(
            (masters, "slideMasters/slideMaster1.xml"),
            (f"{R}/notesMaster", "notesMasters/notesMaster1.xml"),
            (f"{R}/theme", "theme/theme1.xml"),
            (f"{R}/tableStyles", "tableStyles.xml"),
        ),
        "ppt/tableStyles.xml": serialised(_table_styles(words)),
        "ppt/theme/theme1.xml": made.theme,
        "ppt/theme/theme2.xml": empty_theme(),
        "ppt/slideMasters/slideMaster1.xml": serialised(made.master.tree),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *to_layouts, (f"{R}/theme", "../theme/theme1.xml"), more=made.master.relations
        ),
        "ppt/notesMasters/notesMaster1.xml": serialised(notes_master(words)),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations((f"{R}/theme", "../theme/theme2.xml")),
    }
    for layout, drawn in zip(layouts, made.layouts, strict=True):
        parts[f"ppt/slideLayouts/{layout}.xml"] = serialised(drawn.tree)
        to_master = (masters, "../slideMasters/slideMaster1.xml")
        parts[f"ppt/slideLayouts/_rels/{layout}.xml.rels"] = _relations(to_master, more=drawn.relations)
    if made.theme_relations:
        parts["ppt/theme/_rels/theme1.xml.rels"] = _relations(more=made.theme_relations)
    return write_package(
        Member.deflated(name, content if isinstance(content, bytes) else (_HEAD + content).encode())
        for name, content in (*parts.items(), *made.media.items())
    )


def _types(layouts: list[str], media: Mapping[str, bytes]) -> str:
    kinds = {
        "ppt/presentation": f"{_PML}.presentation.main+xml",
        "ppt/tableStyles": f"{_PML}.tableStyles+xml",
        "ppt/theme/theme1": f"{_DRAWING}.theme+xml",
        "ppt/theme/theme2": f"{_DRAWING}.theme+xml",
        "ppt/slideMasters/slideMaster1": f"{_PML}.slideMaster+xml",
        "ppt/notesMasters/notesMaster1": f"{_PML}.notesMaster+xml",
        **{f"ppt/slideLayouts/{layout}": f"{_PML}.slideLayout+xml" for layout in layouts},
        "docProps/core": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items())
    suffixes = sorted({name.rpartition(".")[2] for name in media})
    pictures = "".join(f'<Default Extension="{suffix}" ContentType="{PICTURES[suffix]}"/>' for suffix in suffixes)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures}{overrides}</Types>'
    )


def _relations(*targets: tuple[str, str], more: Sequence[tuple[str, str, str]] = ()) -> str:
    every = [*((f"rId{number}", *target) for number, target in enumerate(targets, 1)), *more]
    entries = "".join(f'<Relationship Id="{own}" Type="{kind}" Target="{target}"/>' for own, kind, target in every)
    return f'<Relationships xmlns="{_RELS}">{entries}</Relationships>'


def _presentation(page: Box) -> etree._Element:
    first, notes = p("sldMasterId", id=FIRST_ID), p("notesMasterId")
    first.set(f"{{{R}}}id", "rId1")
    notes.set(f"{{{R}}}id", "rId2")
    return p(
        "presentation",
        p("sldMasterIdLst", first),
        p("notesMasterIdLst", notes),
        p("sldSz", cx=emu(page.width), cy=emu(page.height)),
        p("notesSz", cx=emu(_NOTES_PAGE.width), cy=emu(_NOTES_PAGE.height)),
        p("defaultTextStyle", *(level_properties(f"lvl{number}pPr", Level(18)) for number in range(1, 10))),
        saveSubsetFonts=1,
    )


def _table_styles(words: Words) -> etree._Element:
    """The look of a table that somebody inserts: a filled header row, a thin line under each row."""

    def line(side: str) -> etree._Element:
        return a(side, a("ln", LINE.fill(), w=9525, cmpd="sng"))

    def part(name: str, ink: Ink, *rest: etree._Element, **more: str) -> etree._Element:
        font = a("fontRef", a("prstClr", val="black"), idx="minor")
        return a(name, a("tcTxStyle", font, a("schemeClr", val=ink.slot), **more), a("tcStyle", *rest))

    style = a(
        "tblStyle",
        part("wholeTbl", INK, a("tcBdr", line("bottom"), line("insideH")), a("fill", a("noFill"))),
        part("firstRow", PAPER, a("tcBdr"), a("fill", OWN.fill()), b="on"),
        styleId=_TABLE_STYLE,
        styleName=words["table"],
    )
    return a("tblStyleLst", style, **{"def": _TABLE_STYLE})
