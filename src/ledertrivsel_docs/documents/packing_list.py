"""The list of what to print and what to pack for each workshop, counted from participants, groups and themes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..models.amounts import Per, amount, groups_of, groups_on_each_theme, groups_on_themes
from ..models.base import Step
from ..models.chosen_themes import themes_of
from ..models.library import Library
from ..models.programme import Programme
from ..models.timetable import Session, sessions
from .copy import Copy
from .frame import Context, frame, or_place
from .papers import paper
from .theme_cards import sheet_count

_CARDS = "theme-cards"  # the one paper of which a copy is several sheets
_FEW = 14  # lines that leave room on a page


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
        "few": len(papers) + len(things) <= _FEW,
        "count_note": " ".join(
            (words["count_note" if counted else "count_note_blank"], _total(words, papers) if counted else "")
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
        return words["on_themes" if each > 1 and themes > 1 else "some"].format(most=count, each=each)
    groups = groups_of(people)
    pattern = words["between" if groups.fewest < groups.most else "some"]
    return pattern.format(fewest=groups.fewest, most=groups.most)


def _chosen(programme: Programme, step: Step) -> int:
    """How many chosen themes the groups are made around; in the first workshop there are none yet."""
    return 0 if step is Step.PREPARE else len(programme.themes.selected)


def _papers(library: Library, programme: Programme, copy: Copy, step: Step) -> Iterator[dict[str, Any]]:
    """What to print; a line counts `until` or `from` when the themes are chosen."""
    words, number = library.words["packing-list"], library.samlet_plan.tool.step(step).number
    for line in words["workshops"][step.value]["print"]:
        if line.get("until" if programme.themes.selected else "from"):
            continue
        document = line["document"]
        title = paper(copy.kit, document, step, line.get("variant"))
        copies = _count(programme, line, step)
        sheets = sheet_count(len(themes_of(programme, library))) if document == _CARDS else 1
        note = line.get("note", "")
        if document == _CARDS:
            note = words["cards"].format(note=note, sheets=sheets)
        yield {
            "key": title.partition(" ")[0],
            "title": title,
            "paper": line["paper"],
            "sides": line["sides"],
            "cut": line["cut"],
            "copies": or_place(str(copies) if copies else None, words["by_hand"]["copies"]),
            "who": _who(words, programme, line, step, note),
            "done_name": words["print"]["done"].format(number=number, document=title),
            "copies_name": words["print"]["copies"].format(number=number, document=title),
            "sheets": copies * sheets if copies else None,
        }


def _things(library: Library, programme: Programme, copy: Copy, step: Step) -> Iterator[dict[str, str]]:
    words = library.words["packing-list"]
    deck = paper(copy.kit, "deck", step)
    for line in words["workshops"][step.value]["pack"]:
        yield _thing(library, programme, line, step, line.get("note", "").format(deck=deck))
    session = sessions(programme, library)[step]
    if session.pause and session.pause_end:
        line = {"key": session.pause, "what": words["pauses"][session.pause]["what"], "per": Per.PARTICIPANT}
        span = _pause_span(library, session)
        yield _thing(library, programme, line, step, words["pauses"][session.pause]["why"].format(span=span))


def _thing(library: Library, programme: Programme, line: Mapping[str, str], step: Step, note: str) -> dict[str, str]:
    words, number = library.words["packing-list"], library.samlet_plan.tool.step(step).number
    count = _count(programme, line, step)
    return {
        "key": line["key"],
        "what": line["what"],
        "copies": or_place(str(count) if count else None, words["by_hand"]["copies"]),
        "why": _who(words, programme, line, step, note),
        "done_name": words["pack"]["done"].format(number=number, what=line["what"]),
        "copies_name": words["pack"]["copies"].format(number=number, what=line["what"]),
    }


def _pause_span(library: Library, session: Session) -> str:
    begin, end = session.at(session.minutes), session.pause_end
    clock = library.language.clock_text
    pattern: str = library.words["packing-list"]["span"]
    return pattern.format(start=clock(begin) if begin else "", end=clock(end) if end else "")


def _count(programme: Programme, line: Mapping[str, str], step: Step) -> int | None:
    return amount(Per(line["per"]), programme.participants, _chosen(programme, step) or None)


def _who(words: Mapping[str, Any], programme: Programme, line: Mapping[str, str], step: Step, note: str) -> str:
    """For whom a line is, and what else there is to know of it."""
    per, people, themes = Per(line["per"]), programme.participants, _chosen(programme, step)
    rule = words["per"].get(per.value, "")
    if per is Per.THEME_GROUP:
        each = groups_on_each_theme(people, themes) if people and themes else None
        kind = "open" if each is None else "one" if each == 1 else "many"
        rule = rule[kind].format(each=each)
    return " ".join(filter(None, (rule, note)))


def _total(words: Mapping[str, Any], papers: list[dict[str, Any]]) -> str:
    """How many sheets of each paper it takes."""
    told = []
    for size, forms in words["total"].items():
        count = sum(line["sheets"] for line in papers if line["paper"] == size)
        if count:
            told.append(forms["one" if count == 1 else "many"].format(count=count))
    return str(words["total_line"].format(sheets=words["total_and"].join(told)))
