"""Where questions and answers are to go."""

from __future__ import annotations

import re

from ..engine.values import Link
from ..models.programme import Programme
from .frame import or_place

_SHORT = 120  # letters of a text that fits on any slide
_EMAIL = re.compile(r"[^\s<>\"\\@]+@[^\s<>\"\\@]+\.[^\s<>\"\\@]+")


def contact_link(programme: Programme) -> Link | str | None:
    """Where an answer is to go: a mail address as a link, else what is known."""
    contact = programme.contact
    if contact.email and _EMAIL.fullmatch(contact.email):
        return Link(contact.email, f"mailto:{contact.email}")
    return contact.email or contact.name


def sent_to(programme: Programme, place: str) -> dict[str, str | bool | Link | None]:
    """Who an answer is sent to: `send_to` a name or a place to write it, and `email` where it is known."""
    contact = programme.contact
    return {
        "send_to": or_place(contact.name, place),
        "has_name": contact.name is not None or contact.email is None,
        "email": contact_link(programme) if contact.email else None,
    }


def with_mail(programme: Programme, text: str, key: str = "text") -> dict[str, str | Link]:
    """A text of a slide under `key`; a mail address in it as the link `mail`, with what is `after` it.

    A long text stays in one piece, so that it can be cut.
    """
    link = contact_link(programme)
    if not isinstance(link, Link) or link.text not in text or len(text) > _SHORT:
        return {key: text}
    before, _, after = text.partition(link.text)
    return {key: before, "mail": link, "after": after}
