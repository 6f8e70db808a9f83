"""From the bytes of a letterhead to the bases that our templates are built on."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from ...engine.compiled import TYPES
from ...engine.dialect import R, a, w
from ...engine.opening import Opened, kinds_of, open_template, parsed, target_of
from ...engine.package import PackageError, read_package
from ...errors import Message, Problem, TemplateError, message
from ..base import DOCUMENT, NUMBERING, SETTINGS, STYLES, empty_theme
from .content import drop
from .freeze import freeze, palette
from .package import Frame, frame_of, written
from .section import framing_section, settled
from .styles import keep_copies, shift_numbers, style_id, unnumber_headings, use_our_ids

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KEPT = ("styles", "numbering", "fontTable", "theme")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A letterhead, prepared.

    `framed` is the base with its headers, footers and margins, for upright A4; `plain` has its styles and theme only,
    for the papers that a letterhead isn't drawn for.
    """

    framed: bytes
    plain: bytes


def letterhead(data: bytes, name: str) -> Letterhead:
    """A municipality's .dotx or .docx as a base; `name` is what messages call the file.

    Raises:
        TemplateError: not a Word file, one with macros or a password, or one whose page has no room for ours.
    """
    opened = opened_letterhead(data, name)
    main = next(path for path, kind in kinds_of(opened.types).items() if kind == _MAIN)
    parts = {kind: opened.trees[path] for kind in _KEPT if (path := _related(opened, main, kind)) is not None}
    their_settings = _related(opened, main, "settings")
    settings = None if their_settings is None else opened.trees[their_settings]
    theirs = framing_section(opened.trees[main])
    section = settled(theirs, name)
    frames = _frames(opened, main, theirs)
    parts = _prepared(parts, frames, settings)
    switch = None if settings is None else settings.find(w("evenAndOddHeaders"))
    if switch is not None and _is_on(switch):
        parts["settings"] = _with_even_pages(parts["settings"])
    framed = written(parts, frames, section, opened)
    parts["settings"] = etree.fromstring(SETTINGS)
    bare = framing_section(etree.fromstring(DOCUMENT))
    return Letterhead(framed, written(parts, [], bare, opened))


def opened_letterhead(data: bytes, name: str) -> Opened:
    """A Word file of a letterhead, opened. Raises `TemplateError` where it isn't one."""
    try:
        members = {member.name: member for member in read_package(data)}
    except PackageError as error:
        raise _refused(error.message, error.remedy, name) from error
    types = members.get(TYPES)
    kinds = [] if types is None else list(kinds_of(parsed(types, name)).values())
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds):
        what = message("The file holds macros.")
        raise _refused(what, message("Open it in Word and save it as .dotx or .docx, which have none."), name)
    opened = open_template(data, name)
    if opened.is_deck:
        what = message("This is a PowerPoint file.")
        raise _refused(what, message("A letterhead is a Word file: a .dotx or a .docx."), name)
    main = next(path for path, kind in kinds_of(opened.types).items() if kind == _MAIN)
    if main not in opened.trees or opened.trees[main].tag != w("document"):
        what = message("The file is saved as “Strict Open XML”.")
        raise _refused(what, message("Open it in Word and save it as an ordinary .dotx or .docx."), name)
    return opened


def _refused(what: Message, remedy: Message | None, name: str) -> TemplateError:
    return TemplateError([Problem(what, remedy, file=name)])


def _with_even_pages(settings: etree._Element) -> etree._Element:
    """Settings by which even pages have a header and footer of their own."""
    for later in settings.iterfind(w("characterSpacingControl")):
        later.addprevious(etree.Element(w("evenAndOddHeaders")))
    return settings


def _is_on(switch: etree._Element) -> bool:
    return switch.get(w("val"), "1") not in ("0", "false", "off")


def _related(opened: Opened, main: str, kind: str) -> str | None:
    """The part that the text has a relationship of a kind to, read."""
    for path in opened.related(main, kind):
        if path not in opened.trees and path in opened.members:
            opened.trees[path] = parsed(opened.members[path], opened.name)
        return path if path in opened.trees else None
    return None


def _frames(opened: Opened, main: str, section: etree._Element) -> list[Frame]:
    """The headers and footers of a section, tidied."""
    targets = {relation.get("Id"): target_of(main, relation) for relation in opened.relations(main)}
    frames: list[Frame] = []
    for kind in ("header", "footer"):
        for reference in section.findall(w(f"{kind}Reference")):
            path = targets.get(reference.get(f"{{{R}}}id"), "")
            if path in opened.trees:
                frames.append(frame_of(opened, path, kind, reference.get(w("type"), "default")))
    return frames


def _prepared(
    parts: dict[str, etree._Element], frames: list[Frame], settings: etree._Element | None
) -> dict[str, etree._Element]:
    """The parts that come along: plain colours and fonts, our ids of built-in styles, settings of our own."""
    colours = palette(parts.get("theme"), settings)
    parts.setdefault("styles", etree.fromstring(STYLES))
    parts.setdefault("numbering", etree.fromstring(NUMBERING))
    parts.setdefault("theme", etree.fromstring(empty_theme()))
    roots = [frame.root for frame in frames]
    for root in (parts["styles"], parts["numbering"], *roots):
        freeze(root, colours)
        for found in list(root.iter(w("lang"), w("rPrChange"), w("pPrChange"), w("numPicBullet"), w("lvlPicBulletId"))):
            drop(found)
    use_our_ids(parts["styles"], [parts["numbering"], *roots])
    shift_numbers([parts["styles"], parts["numbering"], *roots])
    unnumber_headings(parts["styles"], parts["numbering"])
    keep_copies(parts["styles"], roots)
    _settle_defaults(parts["styles"])
    _settle_fonts(parts.get("fontTable"))
    _settle_theme(parts["theme"])
    parts["settings"] = etree.fromstring(SETTINGS)
    return parts


def _settle_defaults(styles: etree._Element) -> None:
    """The styles that all others build on are there; text is Danish unless it says otherwise, which none does."""
    known = {style_id(style) for style in styles.iter(w("style"))}
    styles.extend(style for style in etree.fromstring(STYLES).iter(w("style")) if style_id(style) not in known)
    defaults = styles.find(w("docDefaults"))
    if defaults is None:
        defaults = etree.Element(w("docDefaults"))
        styles.insert(0, defaults)
    for outer, inner in (("rPrDefault", "rPr"), ("pPrDefault", "")):
        holder = defaults.find(w(outer))
        if holder is None:
            holder = etree.SubElement(defaults, w(outer))
        if inner and holder.find(w(inner)) is None:
            etree.SubElement(holder, w(inner))
    properties = defaults.find(f"{w('rPrDefault')}/{w('rPr')}")
    if properties is not None:
        etree.SubElement(properties, w("lang"), {w("val"): "da-DK", w("eastAsia"): "en-US", w("bidi"): "ar-SA"})
        _behind_lang(properties)


def _behind_lang(properties: etree._Element) -> None:
    for name in ("eastAsianLayout", "specVanish"):
        for found in properties.findall(w(name)):
            properties.append(found)


def _settle_fonts(fonts: etree._Element | None) -> None:
    """Fonts by name: those that lie in the file can't be passed on."""
    if fonts is not None:
        for embedded in list(
            fonts.iter(*(w(f"embed{style}") for style in ("Regular", "Bold", "Italic", "BoldItalic")))
        ):
            drop(embedded)


def _settle_theme(theme: etree._Element) -> None:
    """Without pictures in its fills, which would be parts of their own, and without extensions."""
    for element in list(theme.iter("{*}blipFill")):
        fill = etree.Element(a("solidFill"))
        etree.SubElement(fill, a("schemeClr"), val="phClr")
        element.addprevious(fill)
        drop(element)
    for element in list(theme.iterfind("{*}extLst")):
        drop(element)
