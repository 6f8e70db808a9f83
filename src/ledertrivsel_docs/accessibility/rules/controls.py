"""Content controls of Word: what a screen reader calls a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...errors import message
from ..finding import ERROR, WARNING, Fault
from ..model import Document
from ..registry import WORD, rule

_PROPERTIES = message("Put the cursor in it and write a title below Developer > Properties.")


@rule("control-title", ERROR, message("A field to fill in has a title."), "4.1.2", formats=WORD)
def control_title(document: Document) -> Iterator[Fault]:
    """The title is what is read before what is written there."""
    for control in document.controls:
        if not control.title.strip():
            yield Fault(control.place, message("The field has no title."), _PROPERTIES)


@rule("control-ids", WARNING, message("No two fields have the same number inside."), "4.1.1", formats=WORD)
def control_ids(document: Document) -> Iterator[Fault]:
    """Word mends it when it saves; other programs mix the fields up."""
    counts = Counter(control.id for control in document.controls if control.id)
    for control in document.controls:
        if counts.pop(control.id, 1) > 1:
            what = message("Several fields have the same number inside: “{title}” is one of them.", title=control.title)
            yield Fault(control.place, what, message("Open the document in Word and save it."))
