"""What LibreOffice leaves out of a tagged PDF, put right: what PDF/UA asks for, and the same bytes in every run."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, Dictionary, Name, Object, Operator, Pdf, String

from ..engine.package import read_package
from ..errors import Message, message

_OPENS, _CLOSES = {"BMC", "BDC"}, {"EMC"}
_BEGINS = {"m", "re"}
_PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
_PAINTS_NOTHING = {"n"}
_DRAWS = {"Do", "sh"}
_LANGUAGE = re.compile(rb"<dc:language>([A-Za-z-]{2,20})</dc:language>")
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
        if language := _language(source):
            pdf.Root.Lang = String(language)
        _use_standard_roles(pdf)
        for page in pdf.pages:
            page.Contents = pdf.make_stream(_all_marked(page))
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


def _language(source: bytes) -> str | None:
    """The language that an Office document says it is in; LibreOffice tells that of the machine for slides."""
    core = next((member.content() for member in read_package(source) if member.name == "docProps/core.xml"), b"")
    found = _LANGUAGE.search(core)
    return found[1].decode() if found else None


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


def _all_marked(page: pikepdf.Page) -> bytes:
    """The page's content, where lines and fills that belong to nothing with a tag are marked as decoration."""
    depth, path = 0, None  # the place where an unmarked path begins
    marked: list[pikepdf.ContentStreamInstruction | ContentStreamInlineImage] = []
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        depth += (name in _OPENS) - (name in _CLOSES)
        if depth == 0 and path is None and name in _BEGINS:
            path = len(marked)
        marked.append(instruction)
        if path is not None and name in _PAINTS:
            marked.insert(path, _instruction("BMC", Name.Artifact))
            marked.append(_instruction("EMC"))
        elif depth == 0 and (name in _DRAWS or isinstance(instruction, ContentStreamInlineImage)):
            marked.insert(-1, _instruction("BMC", Name.Artifact))
            marked.append(_instruction("EMC"))
        if name in _PAINTS | _PAINTS_NOTHING:
            path = None
    return pikepdf.unparse_content_stream(marked)


def _instruction(operator: str, *operands: Object) -> pikepdf.ContentStreamInstruction:
    return pikepdf.ContentStreamInstruction(list(operands), Operator(operator))
