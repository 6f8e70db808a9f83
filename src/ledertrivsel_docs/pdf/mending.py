"""What LibreOffice leaves out of a tagged PDF, put right: what PDF/UA asks for, and the same bytes in every run."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Set

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, Dictionary, Name, NumberTree, Object, Operator, Page, Pdf, String

from ..engine.package import read_package
from ..errors import Message, message

_OPENS, _CLOSES = {"BMC", "BDC"}, {"EMC"}
_BEGINS = {"m", "re"}
_PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
_PAINTS_NOTHING = {"n"}
_DRAWS = {"Do", "sh"}
_LANGUAGE = re.compile(rb"<dc:language>([A-Za-z-]{2,20})</dc:language>")
_DECORATIVE = re.compile(rb'decorative"?[^<>]* val="(?:1|true)"')
_NO_DATES = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")


class UnusablePdfError(Exception):
    """Not a PDF that can be given to people; `message` says why."""

    def __init__(self, reason: Message) -> None:
        self.message = reason
        super().__init__(str(reason))


def mended(data: bytes, source: bytes) -> bytes:
    """A PDF as it is to be: everything on its pages tagged or marked as decoration, and no clock in it.

    Raises:
        UnusablePdfError: it is no PDF, has no pages or no tags.
    """
    try:
        pdf = Pdf.open(io.BytesIO(data))
    except pikepdf.PdfError as error:
        raise UnusablePdfError(message("LibreOffice made no PDF of it.")) from error
    with pdf:
        if not len(pdf.pages):
            raise UnusablePdfError(message("LibreOffice made a PDF without pages."))
        if Name.StructTreeRoot not in pdf.Root:
            raise UnusablePdfError(message("LibreOffice made a PDF without tags; version 7 or newer is needed."))
        parts = {member.name: member.content() for member in read_package(source) if member.name.endswith(".xml")}
        if language := _LANGUAGE.search(parts.get("docProps/core.xml", b"")):
            pdf.Root.Lang = String(language[1].decode())  # LibreOffice tells that of the machine for slides
        _use_standard_roles(pdf)
        bodies = [part for name, part in parts.items() if name.startswith(("ppt/slides/", "word/document."))]
        hidden = _decorations(pdf, bodies)
        for page in pdf.pages:
            _tag_links(pdf, page)
            page.Contents = pdf.make_stream(_all_marked(page, hidden.get(page.obj.objgen, set())))
            page.Tabs = Name.S  # the tab key follows the tags
        return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    """The bytes of a PDF, equal for equal content."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key in _NO_DATES:
            if key in metadata:
                del metadata[key]
    for key in ("/CreationDate", "/ModDate"):
        if key in pdf.docinfo:
            del pdf.docinfo[key]
    for key in ("/ID", "/DocChecksum"):
        if key in pdf.trailer:
            del pdf.trailer[key]
    written = io.BytesIO()
    pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def elements(parent: Object) -> Iterator[Dictionary]:
    """The structure elements below one, each before what is in it."""
    waiting = [*reversed(kids(parent))]
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield kid
            waiting += reversed(kids(kid))


def kids(element: Object) -> list[Object | int]:
    """What a structure element holds: elements, and places on pages."""
    held = element.get(Name.K)
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def _use_standard_roles(pdf: Pdf) -> None:
    """Elements are called what they are, not by the names of our styles; one of these, Note, is a role itself."""
    root = pdf.Root.StructTreeRoot
    roles = {key: str(role) for key, role in root.get(Name.RoleMap, Dictionary()).items()}
    for element in elements(root):
        role = str(element.S)
        if role in roles:
            element.S = Name(roles[role])
    if Name.RoleMap in root:
        del root.RoleMap


def _decorations(pdf: Pdf, bodies: list[bytes]) -> dict[tuple[int, int], set[int]]:
    """Takes the tags of shapes that the document marks as decorative; the marks on each page that they had.

    LibreOffice 7.4 makes figures of them. They are told by their number: where other figures have no text either, a
    picture that somebody is to describe may be one of them, and all are kept.
    """
    root = pdf.Root.StructTreeRoot
    figures = [one for one in elements(root) if str(one.S) == "/Figure" and not str(one.get(Name.Alt, ""))]
    if len(figures) != sum(len(_DECORATIVE.findall(body)) for body in bodies):
        return {}
    found: dict[tuple[int, int], set[int]] = {}
    places = NumberTree(root.ParentTree)
    for figure in figures:
        marks = {int(kid) for kid in kids(figure) if not isinstance(kid, Dictionary)}
        found.setdefault(figure.Pg.objgen, set()).update(marks)
        for mark in marks:
            places[int(figure.Pg.StructParents)][mark] = None
        figure.P.K = Array([kid for kid in kids(figure.P) if kid != figure])
    return found


def _tag_links(pdf: Pdf, page: Page) -> None:
    """Links on slides, which LibreOffice leaves without a tag: they come after what else is on the slide."""
    root = pdf.Root.StructTreeRoot
    places = NumberTree(root.ParentTree)
    for link in page.obj.get(Name.Annots, Array()):
        if link.Subtype != Name.Link or Name.StructParent in link:
            continue
        held = Dictionary(Type=Name.OBJR, Obj=link, Pg=page.obj)
        tag = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Link, P=root, Pg=page.obj, K=held))
        link.StructParent = max(places, default=-1) + 1
        places[int(link.StructParent)] = tag
        if Name.Contents not in link and Name.URI in link.get(Name.A, Dictionary()):
            link.Contents = link.A.URI
        every = kids(root)
        last = max(
            (
                place
                for place, kid in enumerate(every, 1)
                if isinstance(kid, Dictionary) and kid.get(Name.Pg) == page.obj
            ),
            default=len(every),
        )
        root.K = Array([*every[:last], tag, *every[last:]])


def _all_marked(page: Page, hidden: Set[int]) -> bytes:
    """The page's content, where lines and fills that belong to nothing with a tag are marked as decoration, and so is
    what has one of the `hidden` marks.
    """
    depth, path = 0, None  # the place where an unmarked path begins
    marked: list[pikepdf.ContentStreamInstruction | ContentStreamInlineImage] = []
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        depth += (name in _OPENS) - (name in _CLOSES)
        if depth == 0 and path is None and name in _BEGINS:
            path = len(marked)
        marked.append(
            _instruction("BMC", Name.Artifact) if name == "BDC" and _mark(instruction) in hidden else instruction
        )
        if path is not None and name in _PAINTS:
            marked.insert(path, _instruction("BMC", Name.Artifact))
            marked.append(_instruction("EMC"))
        elif depth == 0 and (name in _DRAWS or isinstance(instruction, ContentStreamInlineImage)):
            marked.insert(-1, _instruction("BMC", Name.Artifact))
            marked.append(_instruction("EMC"))
        if name in _PAINTS | _PAINTS_NOTHING:
            path = None
    return pikepdf.unparse_content_stream(marked)


def _mark(instruction: pikepdf.ContentStreamInstruction | ContentStreamInlineImage) -> int | None:
    """The number that a tag knows the content by, which begins here."""
    properties = instruction.operands[1]
    return int(properties.MCID) if isinstance(properties, Dictionary) and Name.MCID in properties else None


def _instruction(operator: str, *operands: Object) -> pikepdf.ContentStreamInstruction:
    return pikepdf.ContentStreamInstruction(list(operands), Operator(operator))
