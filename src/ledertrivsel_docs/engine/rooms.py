"""Rows with room to write by hand: once their fields are filled they take half of it, so that long answers fit."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from .dialect import W14, w
from .tags import MARK, Tag, TagList
from .trees import insert_before

_FILLED = 0.5  # of the height, where nothing is left to be written


def prepare_row(row: etree._Element, tags: TagList) -> None:
    """A row of at least some height is half as high when none of its fields shows a placeholder.

    Rows whose cells hold statements keep their height: what is printed in a loop isn't known at the row.
    """
    height = row.find(f"{w('trPr')}/{w('trHeight')}")
    if height is None or height.get(w("hRule"), "atLeast") != "atLeast":
        return
    marked = [tags.at(mark) for text in row.iter(w("t")) for mark in MARK.finditer(text.text or "")]
    if any(tag.kind == "statement" for tag in marked):
        return
    fields = [tag for control in row.iter(w("sdt")) if (tag := _text_field(control, tags)) is not None]
    if not fields:
        return
    lower = deepcopy(height)
    lower.set(w("val"), str(round(int(height.get(w("val"), "0")) * _FILLED)))
    height.addnext(lower)
    empty = " or ".join(f"({tag.body}) is placeholder" for tag in fields)
    insert_before(height, tags.derived(fields[0], "statement", f"if {empty}"))
    height.tail = tags.derived(fields[0], "statement", "else")
    lower.tail = tags.derived(fields[0], "statement", "endif") + (lower.tail or "")


def _text_field(control: etree._Element, tags: TagList) -> Tag | None:
    """The tag of a control that a person types into; none for a check box, or where more than one is printed."""
    properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
    if properties is None or content is None or properties.find(f"{{{W14}}}checkbox") is not None:
        return None
    marks = [mark for text in content.iter(w("t")) for mark in MARK.finditer(text.text or "")]
    return tags.at(marks[0]) if len(marks) == 1 and tags.at(marks[0]).kind == "print" else None
