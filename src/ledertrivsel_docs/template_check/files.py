"""What the files of a templates folder are called."""

from __future__ import annotations

from ..errors import Problem, message, nearest
from ..models.template_fields import slide_kinds, stems_with_fields

SUFFIXES = ("docx", "pptx")


def suffix_of(stem: str) -> str:
    """Which kind of file the template of a document is."""
    return "pptx" if slide_kinds(stem) else "docx"


def unknown_stem(stem: str, file: str) -> Problem:
    """What to say of a template that belongs to no document."""
    what = message("No document uses a template called “{name}”.", name=stem)
    return Problem(what, nearest(stem, stems_with_fields()), file=file)
