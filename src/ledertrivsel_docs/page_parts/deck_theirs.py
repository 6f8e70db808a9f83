"""Somebody else's presentation as a source: its slide masters and layouts, and shapes that are borrowed from them.

Nothing is taken over that isn't asked for, so that slides, notes, names and paths stay behind.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from ..engine.announce import last_word
from ..engine.compiled import ROOT_RELATIONS, TYPES, relations_of
from ..engine.dialect import A, P, R
from ..engine.opening import kinds_of, parsed, target_of
from ..engine.package import PackageError, read_package
from ..engine.recolour import slots_of
from ..engine.trees import number_of
from ..errors import Message, Problem, TemplateError, message
from .deck_looks import PAGE
from .deck_markup import Box, a
from .deck_paint import Palette, drawn
from .deck_scale import scale

_PICTURES = {"image", "hdphoto"}
_MACROS = "macroEnabled"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PATH = re.compile(r"[\\/]|\.(png|jpe?g|gif|svg|emf|wmf|bmp|tiff?)$", re.IGNORECASE)
_EMU = 36_000
_SAME = 0.02  # so little another height that it is ours
_SHAPES = (1.25, 2.4)  # width by height
_CHOOSE = message("Choose a .potx or .pptx file that PowerPoint has saved, and not as Strict Open XML.")


@dataclass(frozen=True, slots=True)
class Related:
    """What a relationship leads to: its kind and its part, or nothing where it leads out of the file."""

    kind: str
    part: str | None


class Theirs:
    """A presentation that is read.

    Args:
        data: the file.
        name: what messages call it.

    Raises:
        TemplateError: not a presentation, a damaged one, or one with macros.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._members = {member.name: member for member in read_package(data)}
        except PackageError as error:
            raise TemplateError([Problem(error.message, error.remedy, file=name)]) from error
        self.main = self._main()
        size = self.tree(self.main).find(f"{{{P}}}sldSz")
        if size is None:
            raise self.refusal(message("This is not a presentation that PowerPoint has saved."), _CHOOSE)
        width, height = max(number_of(size, "cx"), 1), max(number_of(size, "cy"), 1)
        if not _SHAPES[0] <= width / height <= _SHAPES[1]:
            raise self.refusal(
                message("The slides are too narrow or too wide for ours."),
                message("Choose a presentation in widescreen (16:9) or standard (4:3)."),
            )
        factor = PAGE.height * _EMU / height
        self._factor = factor if abs(factor - 1) > _SAME else 1
        self.page = Box(0, 0, width * self._factor / _EMU, height * self._factor / _EMU)

    def _main(self) -> str:
        if not {TYPES, ROOT_RELATIONS} <= self._members.keys():
            raise self.refusal(message("This is not a presentation that PowerPoint has saved."), _CHOOSE)
        found = [one.part for one in self.related("").values() if one.kind == "officeDocument"]
        main = next((part for part in found if part in self._members), None)
        if main is not None and _MACROS in kinds_of(self.tree(TYPES)).get(main, ""):
            raise self.refusal(
                message("The presentation holds macros."),
                message("Save it in PowerPoint as a template without macros (.potx), and use that."),
            )
        if main is None or self.tree(main).tag != f"{{{P}}}presentation":
            raise self.refusal(message("This is not a presentation that PowerPoint has saved."), _CHOOSE)
        return main

    def refusal(self, what: Message, remedy: Message) -> TemplateError:
        """The error that says why the presentation can't be used."""
        return TemplateError([Problem(what, remedy, file=self.name)])

    def tree(self, part: str) -> etree._Element:
        """The tree of a part, each time anew."""
        return parsed(self._members[part], self.name)

    def drawing(self, part: str) -> etree._Element:
        """The tree of a master or layout, on slides as high as ours."""
        tree = self.tree(part)
        if self._factor != 1:
            scale(tree, self._factor)
        return tree

    def content(self, part: str) -> bytes:
        """The bytes of a part."""
        return self._members[part].content()

    def related(self, part: str) -> dict[str, Related]:
        """What a part has relationships to, by their ids; of the package for an empty name."""
        member = self._members.get(relations_of(part) if part else ROOT_RELATIONS)
        found = {}
        for relation in () if member is None else parsed(member, self.name):
            target = None if relation.get("TargetMode") == "External" else target_of(part, relation)
            known = target if target in self._members else None
            found[relation.get("Id", "")] = Related(last_word(relation), known)
        return found

    def one(self, part: str, kind: str) -> str | None:
        """The first part of a kind that a part has a relationship to."""
        return next((one.part for one in self.related(part).values() if one.kind == kind and one.part), None)

    def masters(self) -> Iterator[Master]:
        """The slide masters, in their order."""
        related = self.related(self.main)
        for listed in self.tree(self.main).iterfind(f"{{{P}}}sldMasterIdLst/{{{P}}}sldMasterId"):
            found = related.get(listed.get(f"{{{R}}}id", ""))
            if found and found.part and (theme := self.one(found.part, "theme")):
                yield Master(self, found.part, self.drawing(found.part), theme)


@dataclass(frozen=True)
class Master:
    """A slide master of theirs, with its theme."""

    source: Theirs
    part: str
    tree: etree._Element
    theme_part: str
    slots: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "slots", slots_of(self.source.tree(self.theme_part)))

    @property
    def palette(self) -> Palette:
        """What theme colours stand for on it."""
        return Palette.of(self.slots, self.tree)

    def layout(self, kind: str) -> LayoutOfTheirs | None:
        """Its first layout of a type, such as `title`."""
        return next((layout for layout in self.layouts() if layout.tree.get("type") == kind), None)

    def layouts(self) -> Iterator[LayoutOfTheirs]:
        """Its layouts, in their order."""
        related = self.source.related(self.part)
        for listed in self.tree.iterfind(f"{{{P}}}sldLayoutIdLst/{{{P}}}sldLayoutId"):
            found = related.get(listed.get(f"{{{R}}}id", ""))
            if found and found.part:
                tree = self.source.drawing(found.part)
                yield LayoutOfTheirs(found.part, tree, Palette.of(self.slots, self.tree, tree))


@dataclass(frozen=True)
class LayoutOfTheirs:
    """A layout of theirs, and what theme colours stand for on it."""

    part: str
    tree: etree._Element
    palette: Palette

    @property
    def shows_master(self) -> bool:
        """Whether the shapes of its master are seen on it."""
        return self.tree.get("showMasterSp", "1") not in ("0", "false")

    @property
    def is_decorated(self) -> bool:
        """Whether it shows anything that its master doesn't."""
        return self.tree.find(f"{{{P}}}cSld/{{{P}}}bg") is not None or bool(drawn(self.tree))


@dataclass
class Media:
    """The pictures that have been borrowed: the names they get here, with their bytes."""

    source: Theirs
    files: dict[str, bytes] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def name(self, part: str) -> str:
        """The name of a picture in our package."""
        if part not in self._names:
            suffix = posixpath.splitext(part)[1].lower()
            self._names[part] = f"ppt/media/picture{len(self._names) + 1}{suffix}"
            self.files[self._names[part]] = self.source.content(part)
        return self._names[part]


class Borrowed:
    """What one part of ours borrows: shapes with their pictures, in colours that stay."""

    def __init__(self, media: Media, first: int) -> None:
        self.relations: list[tuple[str, str, str]] = []
        self._media, self._next = media, first

    def shapes(self, part: str, tree: etree._Element, palette: Palette) -> list[etree._Element]:
        """The shapes of a master or layout that are no placeholders."""
        taken = (self.taken(part, shape, palette) for shape in drawn(_plain(tree)))
        return [shape for shape in taken if shape is not None]

    def background(self, part: str, tree: etree._Element, palette: Palette) -> etree._Element | None:
        """The background that a master or layout says that it has."""
        own = tree.find(f"{{{P}}}cSld/{{{P}}}bg")
        return None if own is None else self.taken(part, own, palette)

    def taken(self, part: str, element: etree._Element, palette: Palette) -> etree._Element | None:
        """A copy of an element; None where it can't be shown without what stays behind."""
        copy = deepcopy(element)
        copy.tail = None
        _settle_text(copy, palette)
        palette.freeze(copy)
        _forget(copy)
        related, changed = self._media.source.related(part), {}
        for holder in list(copy.iter(etree.Element)):
            for name in [name for name in map(str, holder.attrib) if name.startswith(f"{{{R}}}")]:
                found = related.get(holder.get(name, ""))
                if found is None or found.part is None or found.kind not in _PICTURES:
                    if name.endswith("}link"):
                        del holder.attrib[name]
                        continue
                    return None
                if found.part not in changed:
                    changed[found.part] = self._relation(found.kind, found.part)
                holder.set(name, changed[found.part])
        lost = [blip for blip in copy.iter(f"{{{A}}}blip") if blip.get(f"{{{R}}}embed") is None]
        return None if lost else copy

    def _relation(self, kind: str, part: str) -> str:
        own = f"rId{self._next + len(self.relations)}"
        space = "http://schemas.microsoft.com/office/2007/relationships" if kind == "hdphoto" else R
        self.relations.append((own, f"{space}/{kind}", "../" + self._media.name(part).removeprefix("ppt/")))
        return own


def _plain(tree: etree._Element) -> etree._Element:
    """A part in which each choice between a newer and an older form of a shape is made: the older one."""
    for choice in list(tree.iter(f"{{{_MC}}}AlternateContent")):
        holder, forms = choice.getparent(), [*choice.iterfind(f"{{{_MC}}}Fallback"), *choice]
        for shape in list(forms[0]) if forms else []:
            choice.addprevious(shape)
        if holder is not None:
            holder.remove(choice)
    return tree


def _forget(tree: etree._Element) -> None:
    """Drops links, what add-ins and other programs have noted, and texts that name a file."""
    for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver"):
        for link in list(tree.iter(f"{{{A}}}{name}")):
            if (holder := link.getparent()) is not None:
                holder.remove(link)
    for name in ("stCxn", "endCxn"):  # which count the shapes as they were numbered there
        for end in list(tree.iter(f"{{{A}}}{name}")):
            if (holder := end.getparent()) is not None:
                holder.remove(end)
    for name in ("custDataLst", "extLst"):
        for noted in list(tree.iter(f"{{{P}}}{name}")):
            if (holder := noted.getparent()) is not None:
                holder.remove(noted)
    for known in tree.iter(f"{{{P}}}cNvPr"):
        for name in ("name", "descr", "title"):
            if _PATH.search(known.get(name, "")):
                known.set(name, "") if name == "name" else known.attrib.pop(name)


def _settle_text(tree: etree._Element, palette: Palette) -> None:
    """Says in each text box which colour its text has where it says none: that of their presentation, not of ours."""
    for body in tree.iter(f"{{{P}}}txBody"):
        shape, style = body.getparent(), body.find(f"{{{A}}}lstStyle")
        if shape is None or style is None or len(style) or shape.find(f"{{{P}}}style/{{{A}}}fontRef") is not None:
            continue
        style.append(a("lvl1pPr", a("defRPr", a("solidFill", a("srgbClr", val=palette.named("tx1"))))))
