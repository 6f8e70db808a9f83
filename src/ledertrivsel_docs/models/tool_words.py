"""How the words of a tool's documents are to fit their tool."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any

from ..errors import message
from ..reading.yaml_text import Finding, Loc
from .kit import Kit
from .meeting_deck import ALWAYS_KNOWN, MEETING_PLACES
from .meeting_tool import MeetingTool, content_keys, passage_key
from .words import leaves, merged, names_in

_PASSAGE = passage_key("")

# Where in the words of a document texts name what is known of the meeting. All others name what the same text of all
# kits names.
_OPEN: Mapping[str, tuple[str, ...]] = {
    "cases": ("lead", "own_note"),
    "dialogue-sheet": ("note",),
    "invitation": tuple(f"meeting.{key}" for key in ("opening", "why", "happens", "prepare", "people", "signature")),
    "run-sheet": (
        "about",
        "beside",
        "length.counted",
        "length.assumed",
        "length.factor",
        "length.factors",
        "length.chosen",
        "length.warning",
        "origin",
    ),
    "three-levels": ("title",),
}
_MORE: Mapping[str, set[str]] = {"meeting.send_by": {"send_by"}}


def words_problems(
    kit: Kit, tool: MeetingTool, document: str, base: Mapping[str, Any], own: Mapping[str, Any]
) -> Iterator[Finding]:
    """What the words of a document name that there isn't: in the kit's `own`, and in the `base` of all kits where that
    names what not every tool has.
    """
    words = merged(base, own)
    for loc, text in leaves(words):
        place = ".".join(part for part in loc if isinstance(part, str))
        if place.startswith(_OPEN.get(document, ())):
            known = _known(document, words, kit, tool)
        elif holds(own, loc):
            known = names_at(base, loc) | _MORE.get(place, set())
        else:
            continue
        yield from (no_place(loc, name, known) for name in sorted(names_in(text) - known))
    if document in _REFERENCES:
        yield from _REFERENCES[document](words, kit, tool)


def _mail(words: Mapping[str, Any], kit: Kit, tool: MeetingTool) -> Iterator[Finding]:
    """The passage and the documents that an invitation names."""
    mail = words["meeting"]
    if "why_of" in mail and mail["why_of"] not in tool.about.names:
        yield unknown(("meeting", "why_of"), mail["why_of"], tool.about.names)
    for index, attached in enumerate(mail["attach"]):
        name, variant = attached["document"], attached.get("variant")
        kinds = [kind for found in kit.documents if found.id == name for kind in (None, found.variant, found.each)]
        if variant not in kinds:
            yield unknown(("meeting", "attach", index), name, dict.fromkeys(found.id for found in kit.documents))


def _beside(words: Mapping[str, Any], kit: Kit, tool: MeetingTool) -> Iterator[Finding]:
    """The rows that a run sheet adds something to."""
    rows = [str(item.id) for item in tool.sheet.items]
    for index, line in enumerate(words["beside"]):
        if "row" in line and line["row"] not in rows:
            yield unknown(("beside", index, "row"), line["row"], rows)


def _group(words: Mapping[str, Any], kit: Kit, tool: MeetingTool) -> Iterator[Finding]:
    """The group of questions that a preparation asks."""
    groups = [group.id for group in tool.questions.groups]
    if "group" in words and words["group"] not in groups:
        yield unknown(("group",), words["group"], groups)


_REFERENCES: Mapping[str, Callable[[Mapping[str, Any], Kit, MeetingTool], Iterator[Finding]]] = {
    "invitation": _mail,
    "run-sheet": _beside,
    "unit-preparation": _group,
}


def _known(document: str, words: Mapping[str, Any], kit: Kit, tool: MeetingTool) -> set[str]:
    """What a text can name of the meeting; that of a mail only what is always known, or has a place to write it."""
    papers = content_keys(kit, tool)
    if document == "invitation":
        return papers | ALWAYS_KNOWN | {"minutes"} | (set(words["by_hand"]) & set(words["place_names"]))
    return papers | MEETING_PLACES


def holds(words: Mapping[str, Any], loc: Loc) -> bool:
    """Whether words have a text of their own at a place; a list takes the place of the whole list."""
    found: Any = words
    for part in loc:
        if not isinstance(found, Mapping):
            return True
        if part not in found:
            return False
        found = found[str(part)]
    return True


def names_at(words: Any, loc: Loc) -> set[str]:
    """What the texts of words name in braces at a place; of a list, in all of it."""
    for part in loc:
        if isinstance(words, Mapping):
            words = words.get(str(part), {})
    return {name for _, text in leaves(words) for name in names_in(text)}


def no_place(loc: Loc, name: str, known: Set[str]) -> Finding:
    """What to say of a name in braces that nothing fills."""
    if name.startswith(_PASSAGE):
        return _no_passage(loc, name.removeprefix(_PASSAGE).replace("_", "-"))
    return unknown(loc, f"{{{name}}}", sorted(f"{{{place}}}" for place in known))


def _no_passage(loc: Loc, name: str) -> Finding:
    what = message("There is no passage “{name}” in tool.yaml.", name=name)
    return Finding(loc, what, message("Write it there: its id, and its text."))


def unknown(loc: Loc, name: str, known: Iterable[str]) -> Finding:
    """What to say of a name that nothing has."""
    what = message("There is no “{name}” here.", name=name)
    names = ", ".join(known)
    return Finding(loc, what, message("Write one of these: {choices}.", choices=names) if names else None)
