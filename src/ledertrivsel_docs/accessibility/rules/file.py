"""The file as a whole: it can be opened, has a title, and isn't locked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import message
from ..finding import ERROR, WARNING, Fault, Place
from ..model import Document
from ..registry import rule
from ..words import known

_FILE_NAME = re.compile(r"\.(docx?|dotx?|pptx?|potx?|odt|odp|pdf|rtf)\b", re.IGNORECASE)
_SET_TITLE = message("Write the title below File > Info > Properties > Title.")


@rule("unreadable", ERROR, message("The file is a sound Word or PowerPoint file without a password."))
def unreadable(document: Document) -> Iterator[Fault]:
    """Found when the file is opened: what could be read breaks it no more."""
    yield from ()


@rule("title-missing", ERROR, message("The file's properties hold a title."), "2.4.2", templates=False)
def title_missing(document: Document) -> Iterator[Fault]:
    """Without one, a screen reader and the tab of a browser tell the name of the file."""
    if not document.title:
        yield Fault(Place(), message("The file has no title in its properties."), _SET_TITLE)


@rule("title-file-name", WARNING, message("The title says what the file is about."), "2.4.2")
def title_file_name(document: Document) -> Iterator[Fault]:
    """The name of a file, or what a program writes there by itself."""
    plain = re.sub(r"[\s\d]+$", "", document.title.casefold())
    if document.title and (_FILE_NAME.search(document.title) or plain in known("default_titles")):
        what = message("The title in the properties is “{title}”, which doesn't say what it is.", title=document.title)
        yield Fault(Place(), what, _SET_TITLE)


@rule("restricted", ERROR, message("The file isn't locked, so that screen readers can get at all of it."), "4.1.2")
def restricted(document: Document) -> Iterator[Fault]:
    """A locked document keeps people from their tools, and often from the text."""
    if document.restricted:
        remedy = message("Take the protection away: Review > Restrict editing, or File > Info > Protect.")
        yield Fault(Place(), document.restricted, remedy)
