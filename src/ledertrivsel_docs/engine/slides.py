"""Taking a deck apart when it is compiled: its slides become kinds, everything else stays as it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from ..errors import Message, Problem, message
from .announce import CT, last_word
from .compiled import HOLE, PRESENTATION, ROOT_RELATIONS, DeckParts, Part, SlideKind, relations_of
from .dialect import R, a, p
from .frames import find_frames
from .opening import NOTES, SLIDE, Opened, SlideOfTemplate, kinds_of, target_of
from .trees import replace

_KIND = re.compile(r"\s*\{%\s*slide\s+(?P<kind>.*?)\s*%\}\s*")
_LONGEST_LINE = 200
_MEDIA = {"image", "media", "audio", "video", "hdphoto"}
_SHARED = {"slideLayout", "notesSlide", "hyperlink", *_MEDIA}
_COMMENTS = {"comments"}
_ADD_INS = {"tags", "customXml"}
# What tells of the template's own slides and of who made them; Office makes what it needs of it anew.
_STALE = {"extended-properties", "thumbnail", "commentAuthors", "authors", "changesInfo", "revisionInfo", "viewProps"}
_ABOUT_SLIDES = ("custShowLst", "sectionLst")
_SAVE_AGAIN = message("Open it in PowerPoint and save it again.")


def find_slides(opened: Opened) -> list[Problem]:
    """Finds the slides of a deck, their kinds and their frames; what is wrong with them."""
    by_id = {relation.get("Id"): target_of(PRESENTATION, relation) for relation in opened.relations(PRESENTATION)}
    listed = opened.trees[PRESENTATION].iterfind(f"{p('sldIdLst')}/{p('sldId')}")
    paths = [by_id.get(slide.get(f"{{{R}}}id"), "") for slide in listed]
    slides = [_slide(opened, path) for path in paths if path in opened.trees]
    parts = [part for slide in slides for part in (slide.path, slide.notes) if part]
    if len(slides) != len(paths) or len(set(parts)) != len(parts):
        return [Problem(message("The list of slides is damaged."), _SAVE_AGAIN, file=opened.name)]
    opened.slides = tuple(slides)
    unlisted = [path for path, kind in kinds_of(opened.types).items() if kind in (SLIDE, NOTES) and path not in parts]
    for path in unlisted:
        _remove(opened, path)
    find_frames(opened)
    return list(_problems(opened))


def _slide(opened: Opened, path: str) -> SlideOfTemplate:
    notes = next((found for found in opened.related(path, "notesSlide") if found in opened.trees), None)
    return SlideOfTemplate(path, notes, _kind_in(opened.trees[notes]) if notes else None)


def _kind_in(notes: etree._Element) -> str | None:
    """The kind that the first line of the notes names."""
    bodies = [shape for shape in notes.iter(p("sp")) for own in shape.iter(p("ph")) if own.get("type") == "body"]
    for paragraph in (found for body in bodies for found in body.iter(a("p"))):
        line = "".join(text.text or "" for text in _first_line(paragraph) if text.tag == a("t"))
        if line.strip() and len(line) > _LONGEST_LINE:
            return None
        if line.strip():
            found = _KIND.fullmatch(line)
            return found["kind"] if found else None
    return None


def _first_line(paragraph: etree._Element) -> Iterator[etree._Element]:
    for child in paragraph:
        if child.tag == a("br"):
            return
        yield from child.iter()


def _problems(opened: Opened) -> Iterator[Problem]:
    give = message("Give each slide a kind of its own in the first line of its notes: {tag}.", tag="{%slide … %}")
    if not opened.slides:
        yield Problem(message("The template has no slides."), message("Add one for each kind."), file=opened.name)
    for kind, count in Counter(slide.kind for slide in opened.slides if slide.kind is not None).items():
        if not kind:
            yield Problem(message("A slide's notes name no kind."), give, file=opened.name)
        elif count > 1:
            what = message("{count} slides are of the kind “{kind}”.", count=count, kind=kind)
            yield Problem(what, give, file=opened.name)
    slides, notes = {slide.path for slide in opened.slides}, {slide.notes for slide in opened.slides}
    for path in (path for path in opened.templated() if path not in notes):
        for kind in dict.fromkeys(map(last_word, opened.relations(path))):
            if (remedy := _remedy(kind, path in slides)) is not None:
                what = message("There is something that can't be copied with a slide: {kind}.", kind=kind)
                yield Problem(what, remedy, file=opened.name, where=opened.part_name(path))


def _remedy(kind: str, on_slide: bool) -> Message | None:
    """What to do about a relationship that slides can't be made with; None where they can."""
    if kind == "slide":
        return message("Remove the link that jumps to another slide.")
    is_fine = not on_slide or kind in _SHARED | _COMMENTS | _ADD_INS
    return None if is_fine else message("Use text, tables, shapes and pictures.")


def deck_parts(opened: Opened, parts: dict[str, Part]) -> DeckParts:
    """The kinds of a deck; their parts go out of `parts` and the package, which is left without a slide."""
    shown = _media_of_slides(opened)
    kinds = tuple(_kind(opened, slide, parts, shown) for slide in opened.slides)
    relationships = _without_slides(opened)
    gone = [part for slide in opened.slides for part in (slide.path, slide.notes) if part]
    gone += [part for slide in opened.slides for kind in _COMMENTS for part in opened.related(slide.path, kind)]
    for part in [*gone, *_stale(opened)]:
        _remove(opened, part)
    return DeckParts(kinds, _emptied(opened.trees.pop(PRESENTATION)), relationships, tuple(opened.frames))


def _remove(opened: Opened, part: str) -> None:
    for name in (part, relations_of(part)):
        opened.members.pop(name, None)
        opened.trees.pop(name, None)
    for override in opened.types.findall(f"{{{CT}}}Override"):
        if override.get("PartName") == f"/{part}":
            opened.types.remove(override)


def _kind(opened: Opened, slide: SlideOfTemplate, parts: dict[str, Part], shown: set[str]) -> SlideKind:
    media = [found for kind in sorted(_MEDIA) for found in opened.related(slide.path, kind) if found in shown]
    notes = _with_holes(parts.pop(slide.notes)) if slide.notes else None
    return SlideKind(slide.kind or "", _with_holes(parts.pop(slide.path)), notes, tuple(dict.fromkeys(media)))


def _with_holes(part: Part) -> Part:
    """A part whose relationships leave the number of its slide and of its notes open."""
    head, _, body = part.relationships.partition("<Relationships")
    if not body:
        return part
    root = etree.fromstring(f"<Relationships{body}")
    for relation in list(root):
        kind = last_word(relation)
        if kind in ("notesSlide", "slide"):
            relation.set("Target", f"../{kind}s/{kind}{HOLE}.xml")
        elif kind in _COMMENTS | _ADD_INS:
            replace(relation, "")
    return Part(part.name, part.code, part.sites, head + etree.tostring(root, encoding="unicode"))


def _media_of_slides(opened: Opened) -> set[str]:
    """The pictures and films that nothing but slides shows, and which therefore come with the slides."""

    def shown_by(paths: set[str]) -> set[str]:
        return {found for path in paths for kind in _MEDIA for found in opened.related(path, kind)}

    slides = {slide.path for slide in opened.slides}
    return shown_by(slides) - shown_by(set(opened.members) - slides)


def _without_slides(opened: Opened) -> str:
    """The presentation's relationships with a hole for its slides."""
    gone = {"slide", *_STALE, *(["presProps"] if _shows_some(opened) else [])}
    return opened.relationships_xml(PRESENTATION, without=gone, text=HOLE)


def _stale(opened: Opened) -> list[str]:
    """The parts that go with the slides of the template."""
    root = opened.trees[ROOT_RELATIONS]
    old = [relation for relation in root if last_word(relation) in _STALE]
    found = [target_of("", relation) for relation in old]
    for relation in old:
        root.remove(relation)
    found += [part for kind in sorted(_STALE) for part in opened.related(PRESENTATION, kind)]
    if _shows_some(opened):
        found += opened.related(PRESENTATION, "presProps")
    opened.members.pop(relations_of(PRESENTATION), None)
    return found


def _shows_some(opened: Opened) -> bool:
    """Whether the settings of the show name some of the template's slides."""
    settings = [opened.members[part].content() for part in opened.related(PRESENTATION, "presProps")]
    return any(name in content for content in settings for name in (b"custShow", b"sldRg"))


def _emptied(presentation: etree._Element) -> str:
    """The presentation with a hole for its slides, and without what refers to the template's own."""
    for name in _ABOUT_SLIDES:
        for found in list(presentation.iter(f"{{*}}{name}")):
            holder = found.getparent()
            replace(holder if holder is not None and holder.tag == p("ext") else found, "")
    for extensions in presentation.findall(p("extLst")):
        if len(extensions) == 0:
            presentation.remove(extensions)
    for slides in presentation.iterfind(p("sldIdLst")):
        slides.clear()
        slides.text = HOLE
    return etree.tostring(presentation, encoding="unicode")
