"""The structure of a part's tags, checked before Jinja sees them: everything that is wrong at once, with its place.

A block's ends must stand in the same element: only then does leaving it out or repeating it give well-formed markup.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from ..errors import message
from .sandbox import environment
from .tags import MARK, Tag, TagList

_OPENING = {"for": "endfor", "if": "endif", "with": "endwith"}
_MIDDLE = {"elif": ("if",), "else": ("if", "for")}
_SINGLE = ("set",)
# Filters that the engine writes itself; a template that could would write past the escaping and the ceilings.
_OWN = {"printed", "counted", "made", "along", "extent", "stacked", "pictured", "scaled", "framed"}
_TRIAL = {
    "for": "{{% {body} %}}{{% endfor %}}",
    "if": "{{% {body} %}}{{% endif %}}",
    "with": "{{% {body} %}}{{% endwith %}}",
    "elif": "{{% if 1 %}}{{% {body} %}}{{% endif %}}",
    "set": "{{% {body} %}}",
    "print": "{{{{ {body} }}}}",
}


@dataclass(slots=True)
class _Open:
    tag: Tag
    home: object
    has_else: bool = False


def check(root: etree._Element, tags: TagList) -> None:
    """Notes in `tags` every tag that Jinja or the markup could not live with."""
    waiting: list[_Open] = []
    for tag, home in _in_order(root, tags):
        if not tag.derived:
            _check_words(tag, tags)
        if tag.kind == "statement":
            _check_block(tag, home, waiting, tags)
    for opened in waiting:
        tags.refuse(
            message("The block {tag} is never closed.", tag=opened.tag.raw),
            message("Add {{% {end} %}} where it ends.", end=_OPENING[opened.tag.keyword]),
            opened.tag.place,
        )


def _in_order(root: etree._Element, tags: TagList) -> Iterator[tuple[Tag, object]]:
    """Every tag in the order of the markup, with the element (or the attribute) that it stands in."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            for name, value in element.attrib.items():
                yield from ((tags.at(mark), (element, name)) for mark in MARK.finditer(str(value)))
            yield from ((tags.at(mark), element) for mark in MARK.finditer(element.text or ""))
        else:
            yield from ((tags.at(mark), element.getparent()) for mark in MARK.finditer(element.tail or ""))


def _check_block(tag: Tag, home: object, waiting: list[_Open], tags: TagList) -> None:
    word = tag.keyword
    if word in _OPENING:
        waiting.append(_Open(tag, home))
    elif word in _MIDDLE or word in _OPENING.values():
        opener = waiting[-1] if waiting else None
        fits = opener is not None and (
            opener.tag.keyword in _MIDDLE[word] if word in _MIDDLE else _OPENING[opener.tag.keyword] == word
        )
        if opener is None or not fits:
            tags.refuse(
                message("The tag {tag} closes or divides a block that isn't open here.", tag=tag.raw),
                message("Look for the tag that should open it."),
                tag.place,
            )
            return
        if word not in ("elif", tag.body):
            tags.refuse(
                message("The tag {tag} says more than {{% {word} %}}.", tag=tag.raw, word=word),
                message("Write {{% {word} %}}.", word=word),
                tag.place,
            )
        if word in _MIDDLE:
            _check_order(tag, opener, tags)
        _check_home(tag, home, opener, tags)
        if word not in _MIDDLE:
            waiting.pop()
    elif word not in _SINGLE or "=" not in tag.body:
        tags.refuse(
            message("The tag {tag} is not one that a template can use.", tag=tag.raw),
            message("There are for, if, with and set name = value."),
            tag.place,
        )


def _check_order(tag: Tag, opener: _Open, tags: TagList) -> None:
    """Nothing divides a block after its `else`."""
    if opener.has_else:
        tags.refuse(
            message("The tag {tag} comes after the {{% else %}} of its block.", tag=tag.raw),
            message("A block has one {{% else %}}, and it comes last."),
            tag.place,
        )
    opener.has_else = tag.keyword == "else"


def _check_home(tag: Tag, home: object, opener: _Open, tags: TagList) -> None:
    if home == opener.home:
        return
    tags.refuse(
        message(
            "{opening} ({place}) and {tag} stand in different parts of the document.",
            opening=opener.tag.raw,
            place=opener.tag.place,
            tag=tag.raw,
        ),
        message("Put both in paragraphs of their own with {{%p … %}}, or in rows of their own with {{%tr … %}}."),
        tag.place,
    )


def trial(tag: Tag) -> str | None:
    """A tag as a template by itself, its block closed; None where it says nothing by itself."""
    pattern = _TRIAL.get("print" if tag.kind == "print" else tag.keyword if tag.kind == "statement" else "")
    return pattern.format(body=tag.body) if pattern and tag.body else None


def _check_words(tag: Tag, tags: TagList) -> None:
    """Tries each tag by itself, so that all misspelt ones are found and each is told with its own place."""
    text = trial(tag)
    if text is None:
        return
    env = environment()
    try:
        tree = env.parse(text)
        loops = list(tree.find_all(nodes.For))
        named = list(tree.find_all((nodes.Filter, nodes.Test)))
    except (TemplateSyntaxError, ValueError, RecursionError) as error:
        tags.refuse(
            message("The tag {tag} can't be read: {reason}.", tag=tag.raw, reason=str(error).rstrip(".")),
            message("See the template guide for how tags are written."),
            tag.place,
        )
        return
    if any(loop.recursive for loop in loops):
        tags.refuse(
            message("The tag {tag} is a loop inside itself, which this engine doesn't do.", tag=tag.raw),
            message("Leave out “recursive”."),
            tag.place,
        )
    for node in named:
        known = env.filters.keys() - _OWN if isinstance(node, nodes.Filter) else env.tests.keys()
        if node.name not in known:
            near = ", ".join(difflib.get_close_matches(node.name, known)) or ", ".join(sorted(known)[:8])
            tags.refuse(
                message("The tag {tag} uses “{name}”, which doesn't exist.", tag=tag.raw, name=node.name),
                message("There is {near}.", near=near),
                tag.place,
            )
