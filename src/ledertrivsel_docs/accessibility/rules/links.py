"""Links: that one knows from the text alone where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import message
from ..finding import ERROR, TIP, WARNING, Fault
from ..model import Document
from ..registry import rule
from ..words import known

_ADDRESS = re.compile(r"(https?://|www\.)\S+$", re.IGNORECASE)
_NAME_IT = message("Right-click the link, choose Edit link, and write what it leads to as the text.")


@rule("link-empty", ERROR, message("A link has a text."), "2.4.4")
def link_empty(document: Document) -> Iterator[Fault]:
    """A link that nobody sees is reached with the keyboard all the same."""
    for link in document.links:
        if not link.text and not link.pictured:
            what = message("A link to {target} has no text.", target=link.target)
            yield Fault(link.place, what, message("Write a text for it, or remove it."))


@rule("link-address", WARNING, message("The text of a link is no address."), "2.4.4")
def link_address(document: Document) -> Iterator[Fault]:
    """Addresses of mail are short and mean something."""
    for link in document.links:
        if _ADDRESS.match(link.text):
            yield Fault(link.place, message("The text of the link is its address."), _NAME_IT)


@rule("link-vague", WARNING, message("The text of a link says where it leads."), "2.4.4")
def link_vague(document: Document) -> Iterator[Fault]:
    """Links are read as a list, too: there, “klik her” says nothing."""
    for link in document.links:
        if link.text.casefold().strip(" .!»›>:…") in known("vague_links"):
            what = message("The text of the link, “{text}”, doesn't say where it leads.", text=link.text)
            yield Fault(link.place, what, _NAME_IT)


@rule("link-same-text", TIP, message("Links with the same text lead to the same place."), "2.4.4", templates=False)
def link_same_text(document: Document) -> Iterator[Fault]:
    """Told at the second one."""
    first: dict[str, str] = {}
    for link in document.links:
        key = link.text.casefold()
        if key and first.setdefault(key, link.target) != link.target:
            what = message("Another link with the text “{text}” leads somewhere else.", text=link.text)
            yield Fault(link.place, what, message("Give each a text of its own."))
