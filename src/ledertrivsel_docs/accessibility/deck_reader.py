"""A PowerPoint deck as the rules see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from ..engine.dialect import R, a, p
from ..errors import Message, message
from .colours import Palette, palette
from .deck_shapes import (
    TITLES,
    Drawn,
    Scene,
    box,
    described,
    is_decorative,
    is_hidden,
    known_as,
    placeholder,
    shapes,
)
from .deck_texts import Texts
from .finding import Place
from .model import Document, Flow, Link, Media, Picture, Shape, Slide
from .opening import Parts, Relation, descendants, is_on, number

_EMPTY = etree.Element("nothing")
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_NOTES = message("notes")
ThemeOf = Callable[[str, tuple[tuple[str, str], ...]], Palette]


@dataclass(slots=True)
class _Deck:
    """What is gathered slide by slide."""

    template: bool
    flows: list[Flow] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    slides: list[Slide] = field(default_factory=list)


def read_deck(parts: Parts, main: str, title: str, *, template: bool) -> Document:
    """The deck whose presentation is the part `main`."""
    presentation = parts.tree(main)
    root = presentation if presentation is not None else _EMPTY
    made = _Deck(template)
    paths = _shown(root, parts.relations(main))
    extent = root.find(p("sldSz"))
    size = (number(extent.get("cx")), number(extent.get("cy"))) if extent is not None else (0.0, 0.0)
    styles = parts.first(main, "tableStyles")[1]

    @cache
    def theme_of(path: str, mapping: tuple[tuple[str, str], ...]) -> Palette:
        return palette(parts.first(path, "theme")[1], dict(mapping))

    fixed: set[str] = set()
    for at, path in enumerate(paths, 1):
        scene, layout, master = _scene(parts, path, root, styles, theme_of)
        _read_slide(made, scene, parts, path, at, size)
        for above, tree in ((layout, scene.layout), (master, scene.master)):
            if above and above not in fixed:
                fixed.add(above)
                _read_fixed(made, scene, tree, parts.relations(above))
    show = parts.first(main, "presProps")[1]
    return Document(
        is_deck=True,
        title=title,
        flows=tuple(made.flows),
        pictures=tuple(made.pictures),
        links=tuple(made.links),
        media=tuple(made.media),
        slides=tuple(made.slides),
        sections=tuple(found.get("name", "") for found in root.iter(f"{_P14}section")),
        restricted=_restricted(root),
        loops=show is not None and any(_is_yes(found.get("loop")) for found in show.iter(p("showPr"))),
    )


def _shown(presentation: etree._Element, relations: dict[str, Relation]) -> list[str]:
    """The parts of the slides in the order in which they are shown."""
    ids = (slide.get(f"{{{R}}}id", "") for slide in presentation.iter(p("sldId")))
    return [relations[known].target for known in ids if known in relations]


def _scene(
    parts: Parts, path: str, presentation: etree._Element, styles: etree._Element | None, theme_of: ThemeOf
) -> tuple[Scene, str, str]:
    slide = parts.tree(path)
    layout, layout_tree = parts.first(path, "slideLayout")
    master, master_tree = parts.first(layout, "slideMaster") if layout else ("", None)
    trees = [tree if tree is not None else _EMPTY for tree in (slide, layout_tree, master_tree)]
    found = trees[2].find(p("clrMap"))
    for tree in (trees[1], trees[0]):
        other = tree.find(f"{p('clrMapOvr')}/{a('overrideClrMapping')}")
        found = other if other is not None else found
    mapping = tuple((str(name), str(value)) for name, value in found.items()) if found is not None else ()
    table_styles = styles if styles is not None else _EMPTY
    return Scene(trees[0], trees[1], trees[2], presentation, theme_of(master, mapping), table_styles), layout, master


def _read_slide(made: _Deck, scene: Scene, parts: Parts, path: str, at: int, size: tuple[float, float]) -> None:
    relations = parts.relations(path)
    every = [shape for shape in shapes(scene.slide) if not is_hidden(shape.element)]
    texts = Texts(scene, relations, template=made.template)
    titles = [texts.plain(s.element) for s in every if (placeholder(s.element) or ("",))[0] in TITLES]
    title = next((said for said in titles if said.strip()), "")
    read, empty = [], []
    for shape in every:
        place = Place(slide=at, slide_title=title, shape=known_as(shape.element).get("name", ""))
        kind = placeholder(shape.element)
        flow = texts.flow(shape, place)
        says = texts.plain(shape.element).strip()
        if flow.blocks and says:
            made.flows.append(flow)
        elif kind is not None and shape.element.tag == p("sp") and kind[0] not in ("pic", *TITLES):
            empty.append(place)
        _read_picture(made, shape, place, has_text=bool(says) or kind is not None)
        _read_media(made, shape, place, relations)
        where = box(scene, shape)
        read.append(Shape(place, where, is_title=kind is not None and kind[0] in TITLES))
    made.links += texts.links
    notes = parts.first(path, "notesSlide")[1]
    if notes is not None:
        _read_notes(made, scene, notes, Place(_NOTES, slide=at, slide_title=title))
    made.slides.append(
        Slide(
            Place(slide=at, slide_title=title),
            tuple(titles),
            tuple(read),
            size,
            tuple(empty),
            hidden=scene.slide.get("show") in ("0", "false"),
            advances=any(found.get("advTm") is not None for found in descendants(scene.slide, p("transition"))),
            moves=any(f.get("repeatCount") == "indefinite" for f in descendants(scene.slide, p("cTn"))),
        )
    )


def _read_notes(made: _Deck, scene: Scene, notes: etree._Element, place: Place) -> None:
    """The notes are read by whoever presents; their look is the program's."""
    texts = Texts(scene, {}, template=made.template, looks=False)
    for shape in shapes(notes):
        if (placeholder(shape.element) or ("",))[0] == "body" and texts.plain(shape.element).strip():
            made.flows.append(texts.flow(shape, place))


def _read_fixed(made: _Deck, scene: Scene, tree: etree._Element, relations: dict[str, Relation]) -> None:
    """What a layout or master prints by itself on every slide; it is no part of what is read aloud."""
    texts = Texts(scene, relations, template=made.template)
    named = tree.find(p("cSld"))
    name = named.get("name", "") if named is not None else ""
    part = message("layout “{name}”", name=name) if tree is scene.layout else message("slide master")
    for shape in shapes(tree):
        if placeholder(shape.element) is None and texts.plain(shape.element).strip() and not is_hidden(shape.element):
            made.flows.append(texts.flow(shape, Place(part, shape=known_as(shape.element).get("name", ""))))


def _read_picture(made: _Deck, shape: Drawn, place: Place, *, has_text: bool) -> None:
    """Pictures, charts, drawings and lines, and shapes without a text; of a group that is described only the group."""
    element = shape.element
    if next(element.iter(a("tbl")), None) is not None:
        return
    is_picture = element.tag in (p("pic"), p("graphicFrame"))
    if not is_picture and has_text:
        return
    if any(_own_words(group) for group in shape.groups):
        return
    made.pictures.append(Picture(place, described(element), is_decorative(element)))


def _own_words(group: etree._Element) -> bool:
    known = group.find(f"{p('nvGrpSpPr')}/{p('cNvPr')}")
    return known is not None and (bool(known.get("descr", "").strip()) or is_decorative(group))


def _read_media(made: _Deck, shape: Drawn, place: Place, relations: dict[str, Relation]) -> None:
    film = next(shape.element.iter(a("videoFile")), None)
    sound = next(shape.element.iter(a("audioFile"), a("wavAudioFile")), None)
    if film is None and sound is None:
        return
    tracks = any(etree.QName(found).localname in ("track", "trackLst") for found in shape.element.iter("{*}*"))
    captions = tracks or any("caption" in relation.kind.lower() for relation in relations.values())
    made.media.append(Media(place, film is not None, captions))


def _restricted(presentation: etree._Element) -> Message | None:
    found = presentation.find(p("modifyVerifier"))
    return message("The presentation can't be changed without a password.") if found is not None else None


def _is_yes(value: str | None) -> bool:
    return value is not None and is_on(value)
