"""The list of what to print and what to pack for each workshop, counted from participants, groups and themes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..models.amounts import (
    Per,
    amount,
    answers_are_shown,
    groups_of,
    groups_on_each_theme,
    groups_on_themes,
    sharing,
)
from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from ..models.references import themes_of
from ..models.timetable import agenda, sessions
from .copy import Copy
from .frame import Context, frame, or_place
from .papers import paper
from .ratings import is_rated
from .theme_cards import sheet_count

_CARDS = "theme-cards"  # the one paper of which several sheets are printed on one side
_PAGES: Mapping[str, tuple[tuple[int, int], ...]] = {
    "knowledge-sheet": ((6, 2),),
    "next-steps": ((0, 2), (7, 3), (14, 4)),
}
"""From how many chosen themes on a paper takes so many pages, which are printed on both sides."""
_FEW = 15  # lines that leave room on a page; the first one has the title of the document too


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: a page for each of the `workshops`, with `facts` and lines to `print` and to `pack`."""
    words = library.words["packing-list"]
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "workshops": [_workshop(library, programme, copy, step) for step in Step],
        "ticked": False,
    }


def _workshop(library: Library, programme: Programme, copy: Copy, step: Step) -> dict[str, Any]:
    words = library.words["packing-list"]
    stage = library.samlet_plan.tool.step(step)
    papers, things = list(_papers(library, programme, copy, step)), list(_things(library, programme, copy, step))
    counted = all(line["sheets"] is not None for line in papers)
    return {
        "key": step.value,
        "title": words["workshop"].format(number=stage.number, name=stage.name),
        "facts": _facts(library, programme, step),
        "names": {key: name.format(number=stage.number) for key, name in words["fact_names"].items()},
        "facts_description": words["facts_description"].format(number=stage.number),
        "print_description": words["print"]["description"].format(number=stage.number),
        "pack_description": words["pack"]["description"].format(number=stage.number),
        "print": papers,
        "pack": things,
        "few": step is not Step.PREPARE and len(papers) + len(things) <= _FEW,
        "count_note": " ".join(
            (words["count_note" if counted else "count_note_blank"], sheets_in_all(words, papers) if counted else "")
        ).strip(),
    }


def _facts(library: Library, programme: Programme, step: Step) -> dict[str, str]:
    words, day = library.words["packing-list"], programme.workshops.of(step).date
    themes = len(themes_of(programme, library)) if step is Step.PREPARE else len(programme.themes.selected)
    known = {
        "date": library.language.long_date_text(day) if day else None,
        "participants": str(programme.participants) if programme.participants else None,
        "groups": _groups(words["groups"], programme, step),
        "themes": str(themes) if themes else None,
    }
    return {key: or_place(text, words["by_hand"][key]) for key, text in known.items()}


def _groups(words: Mapping[str, str], programme: Programme, step: Step) -> str | None:
    """How many groups there are; from the second workshop on they are made around the chosen themes."""
    people, themes = programme.participants, _chosen(programme, step)
    if not people:
        return None
    if themes:
        count, each = groups_on_themes(people, themes), groups_on_each_theme(people, themes)
        spread = "uneven" if count % themes else "on_themes"
        return words[spread if each > 1 and themes > 1 else "some"].format(most=count, each=each)
    groups = groups_of(people)
    pattern = words["between" if groups.fewest < groups.most else "some"]
    return pattern.format(fewest=groups.fewest, most=groups.most)


def _chosen(programme: Programme, step: Step) -> int:
    """How many chosen themes the groups are made around; in the first workshop there are none yet."""
    return 0 if step is Step.PREPARE else len(programme.themes.selected)


def printed_lines(library: Library, programme: Programme, step: Step) -> list[Mapping[str, Any]]:
    """What the content says is printed for a workshop; a line counts `until` or `from` when themes are chosen, an
    `anonymous` one for five or more.
    """
    return [
        line
        for line in library.words["packing-list"]["workshops"][step.value]["print"]
        if not line.get("until" if programme.themes.selected else "from")
        and (not line.get("anonymous") or answers_are_shown(programme.participants))
    ]


def _papers(library: Library, programme: Programme, copy: Copy, step: Step) -> Iterator[dict[str, Any]]:
    """What to print."""
    words, number = library.words["packing-list"], library.samlet_plan.tool.step(step).number
    for line in printed_lines(library, programme, step):
        title = paper(copy.kit, line["document"], step, line.get("variant"))
        copies = how_many(programme, line, step)
        sides, sheets = _sides_and_sheets(library, programme, line, step)
        in_set = words["in_set"].format(sheets=sheets) if sheets > 1 else ""
        note = " ".join(filter(None, (line.get("note"), in_set)))
        yield {
            "key": title.partition(" ")[0],
            "title": title,
            "paper": line["paper"],
            "sides": sides,
            "copies": or_place(str(copies) if copies else None, words["by_hand"]["copies"]),
            "who": for_whom(words, programme, line, step, note),
            "done_name": words["print"]["done"].format(number=number, document=title),
            "copies_name": words["print"]["copies"].format(number=number, document=title),
            "sheets": copies * sheets if copies else None,
        }


def _sides_and_sheets(library: Library, programme: Programme, line: Mapping[str, str], step: Step) -> tuple[str, int]:
    """How many pages a paper has, and how many sheets a copy takes, both sides printed."""
    document = line["document"]
    if document == _CARDS:
        return line["sides"], sheet_count(len(themes_of(programme, library)))
    if only_first_page(line, programme):
        return library.words["packing-list"]["first_page"], 1
    themes = len(programme.themes.selected)
    pages = max((pages for least, pages in _PAGES.get(document, ()) if themes >= least), default=1)
    told = library.words["packing-list"]["pages"].format(count=pages) if pages > 1 else line["sides"]
    return told, -(-pages // 2)


def only_first_page(line: Mapping[str, Any], programme: Programme) -> bool:
    """Whether only the first page of a paper is printed."""
    when = line.get("first_page")
    return when == "always" or (when == "rated" and is_rated(programme))


def _things(library: Library, programme: Programme, copy: Copy, step: Step) -> Iterator[dict[str, str]]:
    words = library.words["packing-list"]
    deck = paper(copy.kit, "deck", step)
    for line in words["workshops"][step.value]["pack"]:
        if line.get("several") and how_many(programme, line, step) == 1:
            continue
        if line.get("anonymous") and not answers_are_shown(programme.participants):
            continue
        yield _thing(library, programme, line, step, line.get("note", "").format(deck=deck))
    if pause := _pause(library, programme, step):
        kind, span = pause
        line = {"key": kind, "what": words["pauses"][kind]["what"], "per": Per.PARTICIPANT}
        yield _thing(library, programme, line, step, words["pauses"][kind]["why"].format(span=span).replace(" .", "."))


def _thing(library: Library, programme: Programme, line: Mapping[str, str], step: Step, note: str) -> dict[str, str]:
    words, number = library.words["packing-list"], library.samlet_plan.tool.step(step).number
    count = how_many(programme, line, step)
    return {
        "key": line["key"],
        "what": line["what"],
        "copies": or_place(str(count) if count else None, words["by_hand"]["copies"]),
        "why": for_whom(words, programme, line, step, note),
        "done_name": words["pack"]["done"].format(number=number, what=line["what"]),
        "copies_name": words["pack"]["copies"].format(number=number, what=line["what"]),
    }


def _pause(library: Library, programme: Programme, step: Step) -> tuple[str, str] | None:
    """The break or lunch after a workshop that another one follows the same day, and when, where that is known."""
    session = sessions(programme, library)[step]
    own = sum(item.minutes for item in agenda(programme, library, step) if item.is_break)
    if not session.pause and not (own and programme.workshops.of(step).date):
        return None
    begin, end = session.at(session.minutes - own), session.pause_end or session.at(session.minutes)
    clock, pattern = library.language.clock_text, str(library.words["packing-list"]["span"])
    return session.pause or "break", pattern.format(start=clock(begin), end=clock(end)) if begin and end else ""


def how_many(programme: Programme, line: Mapping[str, str], step: Step) -> int | None:
    """How many of a line it takes; None as long as it isn't known."""
    return amount(Per(line["per"]), programme.participants, _chosen(programme, step) or None)


def for_whom(words: Mapping[str, Any], programme: Programme, line: Mapping[str, str], step: Step, note: str) -> str:
    """For whom a line is, and what else there is to know of it."""
    per, people, themes = Per(line["per"]), programme.participants, _chosen(programme, step)
    rule = words["per"].get(per.value, "")
    if per is Per.THEME_GROUP:
        each = groups_on_each_theme(people, themes) if people and themes else None
        rule = rule[sharing(people, themes)].format(each=each)
    return " ".join(filter(None, (rule, note)))


def sheets_in_all(words: Mapping[str, Any], papers: Sequence[Mapping[str, Any]]) -> str:
    """How many sheets of each paper it takes."""
    told = []
    for size, forms in words["total"].items():
        count = sum(line["sheets"] for line in papers if line["paper"] == size)
        if count:
            told.append(forms["one" if count == 1 else "many"].format(count=count))
    return str(words["total_line"].format(sheets=words["total_and"].join(told)))
