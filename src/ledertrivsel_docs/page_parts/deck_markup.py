"""Writing DrawingML in Python: one function an element, colours and fonts by theme slot, lengths in millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PREFIXES = {"a": A, "p": P, "r": R}
LANGUAGE = "da-DK"
SQUARE = "■"
_LOCKS = {"noGrp": 1, "noSelect": 1, "noRot": 1, "noMove": 1, "noResize": 1, "noEditPoints": 1}
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_ID = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands: its upper left corner and its size, in millimetres."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def grown(self, gap: float) -> Box:
        """With so much around it."""
        return Box(self.left - gap, self.top - gap, self.width + 2 * gap, self.height + 2 * gap)

    def overlaps(self, other: Box) -> bool:
        """Whether two boxes have some of the page in common."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > 0 and min(self.bottom, other.bottom) > max(self.top, other.top)


@dataclass(frozen=True, slots=True)
class Ink:
    """A theme slot (`accent1`, `tx1`, `bg2` …), of which `keep` percent are left and the rest is white.

    `veil` instead lets what is behind shine through: so many percent of the colour are left, and it stays muted.
    """

    slot: str
    keep: int = 100
    veil: int = 100

    def fill(self) -> etree._Element:
        """`<a:solidFill>` in this colour."""
        shades = [] if self.keep == 100 else [("lumMod", self.keep), ("lumOff", 100 - self.keep)]
        shades += [] if self.veil == 100 else [("alpha", self.veil)]
        tones = (a(name, val=share * 1000) for name, share in shades)
        return a("solidFill", a("schemeClr", *tones, val=self.slot))


@dataclass(frozen=True, slots=True)
class Paint(Ink):
    """A colour that no theme changes: its `slot` is the colour itself, RRGGBB."""

    def fill(self) -> etree._Element:
        """`<a:solidFill>` in this colour."""
        return a("solidFill", a("srgbClr", val=self.slot))


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a text looks: sizes and space above in points, indents in millimetres, line spacing as a factor.

    `bullet` is a character, or "1" for numbers that count by themselves.
    """

    size: float
    ink: Ink = Ink("tx1")
    bold: bool = False
    heading_font: bool = False
    before: float = 0
    spacing: float = 1.1
    left: float = 0
    hanging: float = 0
    bullet: str | None = None
    align: str = "l"


def a(name: str, /, *children: etree._Element | None, **attributes: str | float) -> etree._Element:
    """`<a:name attribute="…">` with its children; a child that is None is left out."""
    return _element(A, name, children, attributes)


def p(name: str, /, *children: etree._Element | None, **attributes: str | float) -> etree._Element:
    """`<p:name attribute="…">` with its children; a child that is None is left out."""
    return _element(P, name, children, attributes)


def _element(
    space: str, name: str, children: Sequence[etree._Element | None], attributes: dict[str, str | float]
) -> etree._Element:
    texts = {key: str(value) for key, value in attributes.items()}
    element = etree.Element(f"{{{space}}}{name}", texts, nsmap=PREFIXES)
    element.extend([child for child in children if child is not None])
    return element


def emu(length: float) -> int:
    """Millimetres in the unit of Office drawings."""
    return round(length * 36_000)


def place(box: Box, turned: float = 0, parent: str = "a") -> etree._Element:
    """`<a:xfrm>`; `turned` in degrees clockwise around the middle."""
    make = a if parent == "a" else p
    turn = {"rot": round(turned * 60_000)} if turned else {}
    offset = a("off", x=emu(box.left), y=emu(box.top))
    return make("xfrm", offset, a("ext", cx=emu(box.width), cy=emu(box.height)), **turn)


def run(
    text: str, *, bold: bool | None = None, ink: Ink | None = None, size: float | None = None, heading: bool = False
) -> etree._Element:
    """A run of text; what isn't said is inherited from the placeholder."""
    return a("r", _run_properties("rPr", bold, ink, size, heading), _text(text))


def number_field() -> etree._Element:
    """The number of the slide."""
    guid = "{7A1C7B52-0A55-4C0B-9D6B-1F0E5D1B2C01}"
    return a("fld", a("rPr", lang=LANGUAGE), _text("‹#›"), id=guid, type="slidenum")


def _text(text: str) -> etree._Element:
    (element := a("t")).text = text
    return element


def _run_properties(
    name: str, bold: bool | None, ink: Ink | None, size: float | None, heading: bool = False
) -> etree._Element:
    properties = a(name, ink.fill() if ink else None, lang=LANGUAGE)
    if size is not None:
        properties.set("sz", str(round(size * 100)))
    if bold is not None:
        properties.set("b", str(int(bold)))
    if heading:
        properties.append(a("latin", typeface="+mj-lt"))
    return properties


def paragraph(
    *content: etree._Element | str, level: int = 1, properties: etree._Element | None = None
) -> etree._Element:
    """A paragraph on a level from 1; a string becomes a run."""
    settings = properties if properties is not None else a("pPr") if level > 1 else None
    if settings is not None and level > 1:
        settings.set("lvl", str(level - 1))
    return a("p", settings, *(run(part) if isinstance(part, str) else part for part in content))


def level_properties(name: str, level: Level) -> etree._Element:
    """`<a:lvl1pPr>` and its like, or an `<a:pPr>` for text that no placeholder gives a look."""
    font = "+mj-lt" if level.heading_font else "+mn-lt"
    defaults = _run_properties("defRPr", level.bold, level.ink, level.size)
    defaults.append(a("latin", typeface=font))
    return a(
        name,
        a("lnSpc", a("spcPct", val=round(level.spacing * 100_000))),
        a("spcBef", a("spcPts", val=round(level.before * 100))),
        a("spcAft", a("spcPts", val=0)),
        *_bullet(level.bullet),
        defaults if name != "pPr" else None,
        marL=emu(level.left),
        indent=-emu(level.hanging),
        algn=level.align,
    )


def _bullet(bullet: str | None) -> list[etree._Element]:
    if bullet is None:
        return [a("buNone")]
    sign = a("buAutoNum", type="arabicPlain") if bullet == "1" else a("buChar", char=bullet)
    size = a("buSzPct", val=70_000 if bullet == SQUARE else 100_000)
    return [a("buClr", a("schemeClr", val="accent1")), size, a("buFont", typeface="+mn-lt"), sign]


def list_style(levels: Sequence[Level]) -> etree._Element:
    """How the levels of a placeholder look, for whoever types into it."""
    return a("lstStyle", *(level_properties(f"lvl{number}pPr", level) for number, level in enumerate(levels, 1)))


def text_like(level: Level, *content: str) -> etree._Element:
    """A paragraph of a text box that is no placeholder: its look stands in the paragraph itself."""
    runs = [run(text, bold=level.bold, ink=level.ink, size=level.size, heading=level.heading_font) for text in content]
    return a("p", level_properties("pPr", level), *runs)


@dataclass(frozen=True, slots=True)
class Frame:
    """How text stands in its shape: the room inside (left, top, right, bottom in millimetres) and where it is held."""

    room: tuple[float, float, float, float] = (0, 0, 0, 0)
    anchor: str = "t"
    fits: bool = True
    wraps: bool = True


def body_properties(frame: Frame) -> etree._Element:
    """`<a:bodyPr>`; one that `fits` lets PowerPoint and our engine step the type down."""
    left, top, right, bottom = map(emu, frame.room)
    return a(
        "bodyPr",
        a("normAutofit") if frame.fits else a("noAutofit"),
        wrap="square" if frame.wraps else "none",
        lIns=left,
        tIns=top,
        rIns=right,
        bIns=bottom,
        anchor=frame.anchor,
    )


def named(name: str, *, descr: str | None = None, decorative: bool = False) -> etree._Element:
    """`<p:cNvPr>`: the name in PowerPoint's selection pane, and what a screen reader says."""
    extension = None
    if decorative:
        mark = etree.Element(f"{{{_DECORATIVE}}}decorative", {"val": "1"}, nsmap={"adec": _DECORATIVE})
        extension = a("extLst", a("ext", mark, uri=_DECORATIVE_ID))
    return p("cNvPr", extension, id=0, name=name, **({"descr": descr} if descr else {}))


def shape(
    name: str,
    box: Box,
    *paragraphs: etree._Element,
    fill: Ink | None = None,
    line: Ink | None = None,
    points: float = 1,
    form: str = "rect",
    adjust: Sequence[tuple[str, int]] = (),
    frame: Frame | None = None,
    descr: str | None = None,
    turned: float = 0,
    locked: bool = False,
) -> etree._Element:
    """A shape that is no placeholder, decorative without text or with an empty `descr`; nobody drags a `locked` one."""
    settings = body_properties(replace(frame or Frame(), fits=False))
    text = p("txBody", settings, a("lstStyle"), *paragraphs) if paragraphs else None
    return p(
        "sp",
        p(
            "nvSpPr",
            named(name, descr=descr, decorative=descr == "" or (not paragraphs and not descr)),
            p(
                "cNvSpPr",
                a("spLocks", **_LOCKS) if locked else None,
                **({"txBox": 1} if paragraphs and not fill and not line else {}),
            ),
            p("nvPr"),
        ),
        p("spPr", place(box, turned), *looks(fill, line, points, form, adjust)),
        text,
    )


def looks(
    fill: Ink | None,
    line: Ink | None = None,
    points: float = 1,
    form: str = "rect",
    adjust: Sequence[tuple[str, int]] = (),
    *,
    dashed: bool = False,
) -> list[etree._Element]:
    """Form, fill and outline of a shape."""
    values = a("avLst", *(a("gd", name=name, fmla=f"val {value}") for name, value in adjust))
    dash = a("prstDash", val="dash") if dashed else None
    outline = a("ln", line.fill(), dash, w=round(points * 12_700)) if line else a("ln", a("noFill"))
    return [a("prstGeom", values, prst=form), fill.fill() if fill else a("noFill"), outline]


def serialised(root: etree._Element) -> bytes:
    """A part of the package."""
    etree.cleanup_namespaces(root, top_nsmap=PREFIXES, keep_ns_prefixes=["a", "r", "p"])
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def number_shapes(root: etree._Element) -> None:
    """Gives every shape of a part an id of its own, in order."""
    for number, properties in enumerate(root.iter(f"{{{P}}}cNvPr"), 1):
        properties.set("id", str(number))
