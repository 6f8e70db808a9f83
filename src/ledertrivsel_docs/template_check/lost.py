"""Tags where nothing fills them: in comments, charts, drawings of their own, and the properties of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..engine.opening import Opened
from ..errors import Message, Problem, message

_TAG = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_LARGEST = 2_000_000
_MARKUP = re.compile(r"<[^<>]*>")
_PLACES: tuple[tuple[str, Message], ...] = (
    ("comments", message("a comment")),
    ("charts", message("a chart")),
    ("diagrams", message("a SmartArt drawing")),
    ("drawings", message("a drawing")),
    ("docProps", message("the properties of the file")),
    ("glossary", message("a building block")),
    ("handoutMasters", message("the handout master")),
    ("tags", message("what an add-in keeps")),
    ("customXml", message("what an add-in keeps")),
)


def lost_tags(opened: Opened) -> Iterator[Problem]:
    """A warning for each part that holds tags which stay as they are."""
    filled = opened.templated()
    for path, member in opened.members.items():
        if path in filled or not path.endswith(".xml") or member.size > _LARGEST:
            continue
        content = member.content()
        if b"{" not in content:
            continue
        found = _TAG.search(_MARKUP.sub("", content.decode("utf-8", "replace")))
        if found:
            what = message("The tag {tag} stands where nothing fills it: {part}.", tag=found[0][:60], part=_part(path))
            remedy = message("Move it into the text, a table, a text box, the header or the footer.")
            yield Problem(what, remedy, file=opened.name, warning=True)


def _part(path: str) -> Message:
    return next((name for word, name in _PLACES if word in path), message("{part}", part=path))
