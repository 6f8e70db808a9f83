"""A PDF without the clock and the dice of its making, so that the same document gives the same bytes."""

from __future__ import annotations

import io
from typing import Any

from .mended import mend


def library() -> Any:
    """The library that takes PDFs apart, where it is installed (`pip install "ledertrivsel-docs[pdf]"`)."""
    try:
        import pikepdf  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    return pikepdf


def settled(pdf: bytes) -> bytes | None:
    """The PDF, mended, without dates and random numbers; None where it is none, as it is without the library."""
    pikepdf = library()
    if pikepdf is None:
        return pdf
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            mend(pikepdf, document)
            return saved(document) if document.pages else None
    except pikepdf.PdfError:
        return None


def saved(document: Any) -> bytes:
    """An open PDF as bytes, the same for the same content."""
    for key in ("/CreationDate", "/ModDate", "/Producer", "/Creator"):
        if key in document.docinfo:
            del document.docinfo[key]
    for key in ("/DocChecksum", "/ID"):
        if key in document.trailer:
            del document.trailer[key]
    with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
        for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmp:CreatorTool", "pdf:Producer"):
            if key in metadata:
                del metadata[key]
    file = io.BytesIO()
    document.save(file, deterministic_id=True)
    return file.getvalue()
