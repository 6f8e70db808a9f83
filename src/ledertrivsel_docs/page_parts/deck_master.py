"""Master, layouts and the page for notes as XML: everything that a slide inherits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from .deck_looks import (
    BODY,
    BULLETS,
    FOOT,
    GREY,
    INDEX,
    KINDS,
    LAYOUT_TYPES,
    LEFT,
    LINE,
    OPEN,
    OWN,
    PAGE,
    PAPER,
    RIGHT,
    SMALL,
    TITLE,
    TITLE_TEXT,
    WAY,
    WAY_WIDTH,
    SlideLook,
    Slot,
)
from .deck_markup import (
    Box,
    Frame,
    Ink,
    Level,
    R,
    a,
    body_properties,
    level_properties,
    list_style,
    looks,
    named,
    number_field,
    number_shapes,
    p,
    paragraph,
    place,
    shape,
    text_like,
)

Words = Mapping[str, Any]
SmallPrint = tuple[Slot, Slot]
"""Footer and number of the slide."""

FIRST_ID = 2_147_483_648  # ids of masters and layouts begin here
_COLOUR_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"} | {
    slot: slot for slot in (*(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
}


def colour_override(look: SlideLook) -> etree._Element:
    """What the theme's colours stand for on a slide: on a dark one a link is as light as its text."""
    on_dark = _COLOUR_MAP | {"hlink": "lt1", "folHlink": "lt1"}
    return p("clrMapOvr", a("overrideClrMapping", **on_dark) if look.dark else a("masterClrMapping"))


def _tree(*shapes: etree._Element) -> etree._Element:
    nothing = Box(0, 0, 0, 0)
    group = place(nothing)
    group.extend([a("chOff", x=0, y=0), a("chExt", cx=0, cy=0)])
    own = p("nvGrpSpPr", named(""), p("cNvGrpSpPr"), p("nvPr"))
    return p("spTree", own, p("grpSpPr", group), *shapes)


def _background(ink: Ink) -> etree._Element:
    return p("bg", p("bgPr", ink.fill(), a("effectLst")))


def _placeholder(
    slot: Slot, name: str, *paragraphs: etree._Element, kind: str | None = "body", index: int = 0
) -> etree._Element:
    """A placeholder of a master or layout: everything that a slide inherits stands in it."""
    attributes: dict[str, str | float] = {"type": kind} if kind else {}
    if index:
        attributes["idx"] = index
    if kind in ("ftr", "sldNum"):
        attributes["sz"] = "quarter"
    return p(
        "sp",
        p("nvSpPr", named(name), p("cNvSpPr", a("spLocks", noGrp=1)), p("nvPr", p("ph", **attributes))),
        p("spPr", place(slot.box, slot.turned), *slot_looks(slot)),
        p("txBody", body_properties(slot.frame), list_style(slot.levels), *paragraphs),
    )


def slot_looks(slot: Slot, fill: Ink | None = None) -> list[etree._Element]:
    """Form, fill and outline of a placeholder; `fill` where it is another one than that of its layout."""
    return looks(fill or slot.fill, slot.line, 1.5, slot.form, slot.adjust, dashed=slot.dashed)


def small_print(box: Box, ink: Ink, align: str) -> Slot:
    """Footer or number: what stands at the foot of a slide in the least type."""
    return Slot("", box, (Level(12, ink, spacing=1.0, align=align),), Frame(anchor="ctr", fits=False))


def _our_small_print(look: SlideLook | None = None) -> SmallPrint:
    left = look.foot_left if look else LEFT
    footer, number = Box(left, FOOT, RIGHT - 34 - left, 7), Box(RIGHT - 30, FOOT, 30, 7)
    ink = GREY
    if look and look.dark:  # clear of the band at the foot
        ink, footer, number = PAPER, replace(footer, top=FOOT - 3), replace(number, top=FOOT - 3)
    return small_print(footer, ink, "l"), small_print(number, ink, "r")


def _small_print(words: Words, slots: SmallPrint) -> list[etree._Element]:
    """Footer and number, which a slide inherits from its layout and a layout from its master."""
    made = []
    contents: tuple[str | etree._Element, ...] = ("{{ footer }}", number_field())
    for key, slot, content in zip(("footer", "number"), slots, contents, strict=True):
        name = words["placeholders"][key]
        made.append(_placeholder(slot, name, paragraph(content), kind=KINDS[key], index=INDEX[key]))
    return made


def _wayfinding(words: Words, way: Box, width: float) -> list[etree._Element]:
    """A label for each step at the top right, the current one filled; they stand at the right of their area."""
    area = words["areas"]["steps"]
    at = f"{{%sp at 1 - loop.revindex / 3, 0 in {area} %}}"
    box = Box(way.left, way.top, width, way.height)
    frame = Frame(anchor="ctr", wraps=False, room=(1, 0, 1, 0))
    current, other = Level(12, PAPER, bold=True, spacing=1.0, align="ctr"), Level(12, GREY, spacing=1.0, align="ctr")
    opening = "{%sp for step in header.steps %}{%sp if step.current %}"
    return [
        shape(area, way),
        shape(
            words["shapes"]["step_current"] + " {{ step.label }}",
            box,
            text_like(current, f"{opening}{at}{{{{ step.label }}}}{{%sp endif %}}"),
            fill=OWN,
            frame=frame,
        ),
        shape(
            words["shapes"]["step_other"] + " {{ step.label }}",
            box,
            text_like(other, f"{{%sp if not step.current %}}{at}{{{{ step.label }}}}{{%sp endif %}}{{%sp endfor %}}"),
            fill=PAPER,
            line=LINE,
            points=0.75,
            frame=frame,
        ),
    ]


@dataclass(frozen=True, slots=True)
class Stage:
    """What a master shows and where: a background, shapes behind everything, the boxes for text and wayfinding."""

    background: etree._Element
    behind: Sequence[etree._Element]
    title: Box
    body: Box
    way: Box
    way_width: float
    foot: SmallPrint


def our_stage(words: Words) -> Stage:
    """A white page with a strip in the deck's own colour."""
    strip = shape(words["shapes"]["strip"], Box(0, 0, 5, PAGE.height), fill=OWN)
    return Stage(_background(PAPER), (strip,), TITLE, BODY, WAY, WAY_WIDTH, _our_small_print())


def master(words: Words, layouts: int, stage: Stage) -> etree._Element:
    """The slide master, on whose looks that many layouts build."""
    prompts, names = words["prompts"]["all"], words["placeholders"]
    title = Slot("title", stage.title, (), Frame(anchor="b"))
    shapes = (
        *stage.behind,
        _placeholder(title, names["title"], paragraph(prompts["title"]), kind="title"),
        _placeholder(Slot("body", stage.body, ()), names["body"], paragraph(prompts["body"]), index=1),
        *_wayfinding(words, stage.way, stage.way_width),
        *_small_print(words, stage.foot),
    )
    number_shapes(tree := _tree(*shapes))
    listed = []
    for number in range(1, layouts + 1):
        listed.append(p("sldLayoutId", id=FIRST_ID + number))
        listed[-1].set(f"{{{R}}}id", f"rId{number}")
    body = [*BULLETS, *(BULLETS[-1],) * 6]
    return p(
        "sldMaster",
        p("cSld", stage.background, tree, name=words["master"]),
        p("clrMap", **_COLOUR_MAP),
        p("sldLayoutIdLst", *listed),
        p(
            "txStyles",
            p("titleStyle", level_properties("lvl1pPr", TITLE_TEXT[0])),
            p("bodyStyle", *(level_properties(f"lvl{number}pPr", level) for number, level in enumerate(body, 1))),
            p("otherStyle", *(level_properties(f"lvl{number}pPr", SMALL) for number in range(1, 10))),
        ),
    )


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What stands behind a layout's text: a background, shapes, and the master's shapes unless it hides them."""

    foot: SmallPrint
    background: etree._Element | None = None
    shapes: Sequence[etree._Element] = ()
    hides_master: bool = False


def _our_backdrop(look: SlideLook) -> Backdrop:
    background = _background(look.background) if look.background else None
    return Backdrop(_our_small_print(look), background, (), hides_master=look.dark)


def layout_part(key: str, look: SlideLook, words: Words, backdrop: Backdrop | None = None) -> etree._Element:
    """A layout: what stands behind the text, and placeholders that ask for their text in Danish."""
    behind = backdrop or _our_backdrop(look)
    prompts = {**words["prompts"]["all"], **words["prompts"][key]}
    shapes = [
        *behind.shapes,
        *(
            shape(words["shapes"][it.key], it.box, fill=it.fill, form=it.form, adjust=it.adjust, turned=it.turned)
            for it in look.decorations
        ),
    ]
    for slot in look.slots:
        kind = None if slot.key in OPEN.get(key, ()) else KINDS.get(slot.key, "body")
        name, prompt = words["placeholders"][slot.key], paragraph(prompts[slot.key])
        shapes.append(_placeholder(slot, name, prompt, kind=kind, index=INDEX[slot.key]))
    number_shapes(tree := _tree(*shapes, *_small_print(words, behind.foot)))
    return p(
        "sldLayout",
        p("cSld", behind.background, tree, name=words["layouts"][key]),
        colour_override(look),
        preserve=1,
        userDrawn=1,
        **({"type": LAYOUT_TYPES[key]} if key in LAYOUT_TYPES else {}),
        **({"showMasterSp": 0} if behind.hides_master else {}),
    )


def notes_master(words: Words) -> etree._Element:
    """The page for speaker notes: the slide, and room for text below it."""
    names = words["placeholders"]
    levels = (Level(14, before=6, spacing=1.15), Level(14, before=4, left=6, hanging=6, bullet="•"))
    image = p(
        "sp",
        p(
            "nvSpPr",
            named(names["image"]),
            p("cNvSpPr", a("spLocks", noGrp=1, noRot=1, noChangeAspect=1)),
            p("nvPr", p("ph", type="sldImg", idx=2)),
        ),
        p("spPr", place(Box(18, 16, 154.5, 86.9)), *looks(None, LINE, 0.75)),
    )
    text = Slot("notes", Box(18, 112, 154.5, 126), levels, Frame(fits=False))
    body = _placeholder(text, names["notes"], paragraph(names["notes"]), kind="body", index=3)
    number_shapes(tree := _tree(image, body))
    return p(
        "notesMaster",
        p("cSld", _background(PAPER), tree),
        p("clrMap", **_COLOUR_MAP),
        p("notesStyle", *(level_properties(f"lvl{number}pPr", levels[0]) for number in range(1, 10))),
    )
