"""The last page of the plan: what has changed, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..engine.values import Link
from ..models.library import Library
from ..models.programme import Programme
from ..models.treatment import is_settled, status_of
from .copy import Copy
from .frame import Context, or_place
from .papers import has_paper, paper

_CHANGES_TO_WRITE = 4
_TEXTS = "intranet-text"


def closing(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the page prints: the `changes`, what is to be done after the approval, and the source."""
    words = library.words["plan"]
    return {
        "changes": list(_changes(library, programme)),
        "change_note": words["change_note"],
        "after_approval": "" if is_settled(programme, library) else _after_approval(words, copy),
        **_source(library, copy),
    }


def _after_approval(words: Mapping[str, Any], copy: Copy) -> str:
    """What is to be changed in the plan, and which of the kit's papers tells of it."""
    told = [words["after_approval"]]
    if has_paper(copy.kit, _TEXTS):
        told.append(words["after_approval_texts"].format(paper=paper(copy.kit, _TEXTS)))
    return " ".join(told)


def _changes(library: Library, programme: Programme) -> Iterator[dict[str, Any]]:
    """The first row holds the version that is printed; the others are to be written: one, or on a blank plan more."""
    words, plan = library.words["plan"], programme.plan
    is_known = plan.version or plan.status
    for number in range(1, 3 if is_known else _CHANGES_TO_WRITE + 1):
        version = plan.version if number == 1 else None
        what = words["change_by_status"].get(status_of(programme, library)) if number == 1 else None
        yield {
            "tag": f"change-{number}",
            "fields": {
                key: words["change_field"].format(number=number, label=label)
                for key, label in words["change_columns"].items()
            },
            "version": or_place(version, words["change_by_hand"]["version"]),
            "date": or_place(None, words["change_by_hand"]["date"]),
            "what": or_place(what, words["change_by_hand"]["what"]),
        }


def _source(library: Library, copy: Copy) -> dict[str, Any]:
    """The source as the content gives it."""
    words, tool = library.words["plan"], library.samlet_plan.tool
    source, colophon = library.sources[copy.kit.source], tool.colophon
    address = next((known.address for known in tool.tools if known.name == source.title), None)
    facts = {
        "title": _source_link(words, source.title, address),
        "publisher": source.publisher,
        "cooperation": colophon.cooperation,
        "edition": f"{colophon.revised}. {colophon.isbn}",
        "address": address,
    }
    return {
        "source_facts": [
            {"label": words["source_rows"][key], "text": text} for key, text in facts.items() if text is not None
        ],
        "quotation_source": words["quotation_source"].format(
            publisher=source.publisher, title=source.title, year=source.year
        ),
    }


def _source_link(words: Mapping[str, Any], title: str, address: str | None) -> Link | str:
    """The tool by its name and the site it is on: a link that says where it leads."""
    if address is None:
        return title
    shown = words["source_link"].format(title=title, site=address.partition("/")[0])
    return Link(shown, words["web"].format(address=address))
