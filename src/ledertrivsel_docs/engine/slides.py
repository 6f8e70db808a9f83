"""Taking a deck apart when it is compiled: its slides become kinds, everything else stays as it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from ..errors import Problem, message
from .announce import CT, RELS
from .compiled import HOLE, ROOT_RELATIONS, DeckParts, Part, SlideKind, relations_of
from .dialect import R, a, p
from .frames import add_frames
from .opening import DECK_MAIN, Opened, SlideOfTemplate, kinds_of, target_of
from .trees import replace

_KIND = re.compile(r"\s*\{%\s*slide\s+(?P<kind>[^%]*?)\s*%\}\s*")
_NOTES, _SLIDE = "notesSlide", "slide"
_SHARED = {"slideLayout", _NOTES, "image", "hyperlink", "media", "audio", "video"}
_DROPPED = {"comments"}
_STALE = {"extended-properties", "thumbnail"}  # what tells of the template's own slides; Office makes it anew
_ABOUT_SLIDES = ("custShowLst", "sectionLst")


def find_slides(opened: Opened) -> list[Problem]:
    """Finds the slides of a deck and their kinds, and takes the kinds out of the notes; what is wrong with them."""
    path = _presentation(opened)
    by_id = {relation.get("Id"): target_of(path, relation) for relation in opened.relations(path)}
    listed = opened.trees[path].iterfind(f"{p('sldIdLst')}/{p('sldId')}")
    slides = [by_id.get(slide.get(f"{{{R}}}id"), "") for slide in listed]
    opened.slides = tuple(_slide(opened, slide) for slide in slides if slide in opened.trees)
    add_frames(opened)
    return list(_problems(opened))


def _presentation(opened: Opened) -> str:
    return next(path for path, kind in kinds_of(opened.types).items() if kind == DECK_MAIN)


def _slide(opened: Opened, path: str) -> SlideOfTemplate:
    notes = next((found for found in opened.related(path, _NOTES) if found in opened.trees), None)
    return SlideOfTemplate(path, notes, _taken_kind(opened.trees[notes]) if notes else "")


def _taken_kind(notes: etree._Element) -> str:
    """The kind that the first line of the notes names, and that line out of them."""
    for paragraph in notes.iter(a("p")):
        line = "".join(text.text or "" for text in _first_line(paragraph) if text.tag == a("t"))
        if not line.strip():
            continue
        found = _KIND.fullmatch(line)
        if found is None:
            return ""
        _remove_first_line(paragraph)
        return found["kind"]
    return ""


def _first_line(paragraph: etree._Element) -> Iterator[etree._Element]:
    for child in paragraph:
        if child.tag == a("br"):
            return
        yield from child.iter()


def _remove_first_line(paragraph: etree._Element) -> None:
    for child in list(paragraph):
        if child.tag != a("pPr"):
            paragraph.remove(child)
        if child.tag == a("br"):
            return
    body = paragraph.getparent()
    if body is not None and len(body.findall(a("p"))) > 1:
        body.remove(paragraph)


def _problems(opened: Opened) -> Iterator[Problem]:
    if not opened.slides:
        yield Problem(message("The template has no slides."), message("Add one for each kind."), file=opened.name)
    for kind, count in Counter(slide.kind for slide in opened.slides if slide.kind).items():
        if count > 1:
            yield Problem(
                message("{count} slides are of the kind “{kind}”.", count=count, kind=kind),
                message("Give each slide a kind of its own in the first line of its notes: {tag}.", tag="{%slide … %}"),
                file=opened.name,
            )
    for slide in opened.slides:
        for relation in opened.relations(slide.path):
            if (kind := _last_word(relation)) not in _SHARED | _DROPPED:
                yield Problem(
                    message("The slide holds something that can't be copied with it: {kind}.", kind=kind),
                    message("Use text, tables, shapes and pictures."),
                    file=opened.name,
                    where=opened.part_name(slide.path),
                )


def _last_word(relation: etree._Element) -> str:
    return relation.get("Type", "").rpartition("/")[2]


def deck_parts(opened: Opened, parts: dict[str, Part]) -> DeckParts:
    """The kinds of a deck; their parts go out of `parts` and the package, which is left without a slide."""
    path = _presentation(opened)
    shown = _pictures_of_slides(opened)
    kinds = tuple(_kind(opened, slide, parts, shown) for slide in opened.slides)
    gone = [part for slide in opened.slides for part in (slide.path, slide.notes) if part]
    gone += [note for slide in opened.slides for kind in _DROPPED for note in opened.related(slide.path, kind)]
    relationships = _without_slides(opened, path)
    for part in [*gone, *_stale(opened)]:
        opened.members.pop(part, None)
        opened.members.pop(relations_of(part), None)
        opened.trees.pop(part, None)
        for override in opened.types.findall(f"{{{CT}}}Override"):
            if override.get("PartName") == f"/{part}":
                opened.types.remove(override)
    presentation = _emptied(opened.trees.pop(path))
    return DeckParts(kinds, presentation, relationships, tuple(opened.frames))


def _kind(opened: Opened, slide: SlideOfTemplate, parts: dict[str, Part], shown: set[str]) -> SlideKind:
    media = [picture for picture in opened.related(slide.path, "image") if picture in shown]
    notes = _with_holes(parts.pop(slide.notes)) if slide.notes else None
    return SlideKind(slide.kind, _with_holes(parts.pop(slide.path)), notes, tuple(dict.fromkeys(media)))


def _with_holes(part: Part) -> Part:
    """A part whose relationships leave the number of its slide and of its notes open."""
    root = etree.fromstring(part.relationships.encode()) if part.relationships else None
    for relation in [] if root is None else list(root):
        kind = _last_word(relation)
        if kind in (_NOTES, _SLIDE):
            relation.set("Target", f"../{kind}s/{kind}{HOLE}.xml")
        elif kind in _DROPPED:
            replace(relation, "")
    head = part.relationships.partition("<Relationships")[0]
    written = "" if root is None else head + etree.tostring(root, encoding="unicode")
    return Part(part.name, part.code, part.sites, written)


def _pictures_of_slides(opened: Opened) -> set[str]:
    """The pictures that nothing but slides shows, and which therefore come with the slides."""
    slides = {slide.path for slide in opened.slides}
    by_slides = {picture for path in slides for picture in opened.related(path, "image")}
    others = {target for path in opened.members if path not in slides for target in opened.related(path, "image")}
    return by_slides - others


def _without_slides(opened: Opened, path: str) -> str:
    root = etree.fromstring(f'<Relationships xmlns="{RELS}"></Relationships>')
    for relation in opened.relations(path):
        if _last_word(relation) != _SLIDE:
            etree.SubElement(root, f"{{{RELS}}}Relationship", {str(k): str(v) for k, v in relation.items()})
    root.text = (root.text or "") + HOLE
    opened.members.pop(relations_of(path))
    return etree.tostring(root, encoding="unicode")


def _stale(opened: Opened) -> Iterator[str]:
    relations = opened.trees[ROOT_RELATIONS]
    for relation in list(relations):
        if _last_word(relation) in _STALE:
            relations.remove(relation)
            yield target_of("", relation)


def _emptied(presentation: etree._Element) -> str:
    """The presentation with a hole for its slides, and without what refers to the template's own."""
    for name in _ABOUT_SLIDES:
        for found in list(presentation.iter(f"{{*}}{name}")):
            holder = found.getparent()
            holder = holder if holder is not None and holder.tag == p("ext") else found
            above = holder.getparent()
            if above is not None:
                above.remove(holder)
    for extensions in presentation.findall(p("extLst")):
        if len(extensions) == 0:
            presentation.remove(extensions)
    for slides in presentation.iterfind(p("sldIdLst")):
        slides.clear()
        slides.text = HOLE
    return etree.tostring(presentation, encoding="unicode")
