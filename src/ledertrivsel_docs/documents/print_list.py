"""The first page of a print set: its papers in the order they are needed, with pages, paper, sides and copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..models.amounts import Per, amount, groups_on_each_theme
from ..models.base import Step
from ..models.kit import Folder, Kit, KitDocument
from ..models.library import SAMLET_PLAN, Library
from ..models.programme import Programme
from .copy import Copy, copies
from .frame import Context, frame, or_place
from .packing_list import for_whom, how_many, only_first_page, printed_lines, sheets_in_all
from .papers import kit_document

PRINT_LIST = "print-list"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to print: how many copies, where that is known, and for whom.

    Of some only the first page is printed; `one_sided` ones have each page on a sheet of its own.
    """

    copy: Copy
    copies: int | None
    who: str
    first_page: bool = False
    one_sided: bool = False


@dataclass(frozen=True, slots=True)
class PrintSet:
    """What is printed for one workshop or meeting, in order; `cover` is the copy that its first page is."""

    name: str
    cover: Copy
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a paper lies in the file, and what it is printed on, such as `A3`."""

    first: int
    last: int
    paper: str


def print_sets_of(library: Library, programme: Programme, kit: Kit) -> list[PrintSet]:
    """The print sets of a kit: one for each workshop, else one for its meeting."""
    if kit.id != SAMLET_PLAN:
        return [_set(library, kit, kit.folders[0], kit.title, _meeting_papers(library, programme, kit))]
    folders = {folder.step: folder for folder in kit.folders}
    return [
        _set(library, kit, folders[step], folders[step].title, _workshop_papers(library, programme, kit, step))
        for step in Step
    ]


def _set(library: Library, kit: Kit, folder: Folder, name: str, papers: Iterator[Paper]) -> PrintSet:
    named = library.words[PRINT_LIST]["file"].format(name=name)
    cover = KitDocument(number=folder.number * 10, id=PRINT_LIST, name=named)
    return PrintSet(named, Copy(kit, cover), tuple(papers))


def _workshop_papers(library: Library, programme: Programme, kit: Kit, step: Step) -> Iterator[Paper]:
    """What the packing list has, each paper for itself."""
    words, every = library.words["packing-list"], copies(kit, library, programme)
    for line in printed_lines(library, programme, step):
        document = kit_document(kit, line["document"], step, line.get("variant"))
        found = [copy for copy in every if copy.document == document]
        count = how_many(programme, line, step)
        if count and line["per"] == Per.THEME_GROUP:
            count = groups_on_each_theme(programme.participants or 0, len(programme.themes.selected))
        who = for_whom(words, programme, line, step, line.get("note", ""))
        for copy in found:
            yield Paper(copy, count, who, only_first_page(line, programme), bool(line.get("one_sided")))


def _meeting_papers(library: Library, programme: Programme, kit: Kit) -> Iterator[Paper]:
    rules, lines = library.words["packing-list"]["per"], library.words[PRINT_LIST]["meetings"]
    meeting = programme.meetings.get(kit.id)
    for copy in copies(kit, library, programme):
        line = lines.get(copy.document.id)
        if line is not None:
            per = Per(line["per"])
            who = " ".join(filter(None, (rules.get(per.value), line.get("note"))))
            count = amount(per, meeting.managers if meeting else None, None)
            yield Paper(copy, count, who, one_sided=bool(line.get("one_sided")))


def context(
    library: Library,
    programme: Programme,
    printed: PrintSet,
    copy: Copy,
    names: Sequence[str],
    pages: Sequence[Pages],
) -> Context:
    """What the template prints: a line for each of the papers, whose documents have these names."""
    words = library.words[PRINT_LIST]
    title = words["title"].format(name=_named(library, printed))
    lines = [_line(words, *paper) for paper in zip(printed.papers, names, pages, strict=True)]
    return frame(library, programme, copy, kicker=words["kicker"], title=title, lead=words["lead"]) | {
        "description": words["description"].format(title=title),
        "lines": lines,
        "total": _total(library, lines),
    }


def _named(library: Library, printed: PrintSet) -> str:
    """The workshop or the meeting."""
    step = printed.cover.step
    if step is None:
        return printed.cover.kit.title
    stage = library.samlet_plan.tool.step(step)
    return str(library.words["packing-list"]["workshop"].format(number=stage.number, name=stage.name))


def _line(words: Mapping[str, Any], paper: Paper, name: str, pages: Pages) -> dict[str, Any]:
    count = pages.last - pages.first + 1
    sides = "one" if count == 1 else "single" if paper.one_sided else "both"
    span = words["pages"]["one" if count == 1 else "many"]
    sheets = count if paper.one_sided else -(-count // 2)
    return {
        "title": name,
        "pages": span.format(first=pages.first, last=pages.last),
        "paper": pages.paper,
        "sides": words["sides"][sides],
        "copies": or_place(str(paper.copies) if paper.copies else None, words["by_hand"]),
        "copies_name": words["copies_name"].format(document=name),
        "who": paper.who,
        "sheets": paper.copies * sheets if paper.copies else None,
    }


def _total(library: Library, lines: Sequence[Mapping[str, Any]]) -> str:
    """How many sheets it takes, as the packing list says it."""
    counted = all(line["sheets"] is not None for line in lines)
    return sheets_in_all(library.words["packing-list"], lines) if counted else ""
