"""How the files of a tool are to fit together: its documents, slides and words, and what no two kits may share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any, Literal

from ..errors import message
from ..reading.yaml_text import Finding, Loc
from .kit import ALL_KITS, Kit
from .meeting_deck import ALWAYS_KNOWN, SOMETIMES_KNOWN, TIMES, SlideWords
from .meeting_tool import MeetingTool, content_keys, passage_key
from .run_sheet import AgendaItem
from .tool_words import holds, no_place, unknown, words_problems
from .words import is_pattern, names_in, not_a_pattern


@dataclass(frozen=True, slots=True)
class Needs:
    """What a document asks of its tool: questions, factors and whether it comes once for each, passages, own words."""

    questions: bool = False
    factors: bool = False
    each: Literal["factor"] | None = None
    passages: tuple[str, ...] = ()
    words: bool = False


MEETING_DOCUMENTS: Mapping[str, Needs] = {
    "agreement-sheet": Needs(),
    "capability-sheet": Needs(factors=True, each="factor"),
    "cases": Needs(passages=("quotation",), words=True),
    "coaching": Needs(passages=("coaching",)),
    "conversation-guide": Needs(questions=True),
    "deck": Needs(),
    "dialogue-sheet": Needs(questions=True),
    "invitation": Needs(words=True),
    "ladder": Needs(factors=True, each="factor"),
    "meeting-agenda": Needs(),
    "network-starter": Needs(),
    "preparation-sheet": Needs(factors=True),
    "question-cards": Needs(questions=True),
    "run-sheet": Needs(),
    "summary": Needs(factors=True),
    "three-levels": Needs(),
    "unit-preparation": Needs(questions=True),
}
"""The documents that a tool's kit can have; the others are papers of the plan."""


def kit_problems(kits: Mapping[str, Kit]) -> Iterator[tuple[str, Finding]]:
    """Kits that go by another name than their folder, or by a name that is taken."""
    titles: dict[str, str] = {}
    for folder, kit in kits.items():
        if kit.id != folder:
            what = message("The folder is called “{folder}”, and the kit “{id}”.", folder=folder, id=kit.id)
            yield folder, Finding(("id",), what, message("Give both the same name."))
        if kit.id == ALL_KITS:
            what = message("“{id}” means all kits.", id=ALL_KITS)
            yield folder, Finding(("id",), what, message("Give kit and folder another name."))
        other = titles.setdefault(kit.title.casefold(), folder)
        if other != folder:
            what = message("“{title}” is the title of “{kit}” already.", title=kit.title, kit=other)
            yield folder, Finding(("title",), what)


def tool_problems(
    kit: Kit, tool: MeetingTool, words: Mapping[str, Mapping[str, Any]], own: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, Finding]]:
    """What doesn't fit together in a kit, each with the file of the kit that it is told of.

    `words` are those of all kits, `own` what the kit says otherwise, by document.
    """
    yield from (("kit.yaml", finding) for finding in unknown_documents(kit, MEETING_DOCUMENTS))
    yield from (("kit.yaml", finding) for finding in _document_problems(kit, tool, own.keys()))
    yield from (("deck.yaml", finding) for finding in _deck_problems(kit, tool))
    for index, document in enumerate(kit.documents):
        ours, file = own.get(document.id, {}), f"documents/{document.id}.yaml"
        needs = MEETING_DOCUMENTS.get(document.id)
        if needs is None or (needs.words and not ours):
            continue
        for finding in words_problems(kit, tool, document.id, words[document.id], ours):
            if holds(ours, finding.loc):
                yield file, finding
                continue
            what = message("The words of “{document}” ask for more: {what}", document=document.id, what=finding.message)
            remedy = message("Add it, or say it otherwise in {file}.", file=file)
            yield "kit.yaml", Finding(("documents", index, "id"), what, remedy)


def unknown_documents(kit: Kit, known: Iterable[str]) -> Iterator[Finding]:
    """Documents that there are not, or not for such a kit."""
    for index, document in enumerate(kit.documents):
        if document.id not in known:
            yield unknown(("documents", index, "id"), document.id, known)


def _document_problems(kit: Kit, tool: MeetingTool, own_words: Set[str]) -> Iterator[Finding]:
    """Documents of a kit that its tool has nothing to fill with, and those that don't come as often as they are to."""
    for index, document in enumerate(kit.documents):
        at: Loc = ("documents", index, "id")
        needs = MEETING_DOCUMENTS.get(document.id)
        if needs is None:
            continue
        missing = {
            "questions.yaml": needs.questions and not tool.questions.groups,
            "factors.yaml": needs.factors and not tool.factors.factors,
            f"documents/{document.id}.yaml": needs.words and document.id not in own_words,
        }
        yield from (_needs(at, document.id, file) for file, is_missing in missing.items() if is_missing)
        yield from (no_place(at, passage_key(name), set()) for name in needs.passages if name not in tool.about.names)
        if document.each != needs.each:
            what = message("“{document}” comes once for each factor.", document=document.id)
            if needs.each is None:
                what = message("“{document}” doesn't come once for each.", document=document.id)
            yield Finding(at, what, message("Write “each: factor” where it does, and no “each” where it doesn't."))


def _deck_problems(kit: Kit, tool: MeetingTool) -> Iterator[Finding]:
    """Rows without a slide, slides that don't fill their row's minutes, and what slides show or name in vain."""
    rows = {str(item.id): item for item in tool.sheet.items}
    for row, item in rows.items():
        if row not in tool.deck.slides:
            yield Finding(("slides",), message("The row “{row}” of the run sheet has no slide.", row=row))
        else:
            yield from _shares(item, tool.deck.slides[row])
    for row in tool.deck.slides:
        if row not in rows:
            yield unknown(("slides", row), row, rows)
    for loc, slide in tool.deck.all():
        yield from _shown(loc, slide, tool)
        yield from _named(loc, slide, kit, tool)


def _shares(item: AgendaItem, slides: tuple[SlideWords, ...]) -> Iterator[Finding]:
    """The slides of a row fill its minutes; those of a manager's are as many times as long as there are managers."""
    shared = sum(slide.minutes or 0 for slide in slides)
    is_open = any(slide.minutes is None and slide.kind != "title" for slide in slides)
    if shared >= item.minutes if is_open else shared != item.minutes or item.each == "manager":
        what = message(
            "The slides of “{row}” take {slides} minutes, the row {minutes}.",
            row=item.id,
            slides=shared,
            minutes=item.minutes,
        )
        remedy = message("Let one slide have no minutes, so that it has what the others leave.")
        yield Finding(("slides", str(item.id)), what, remedy)


def _shown(loc: Loc, slide: SlideWords, tool: MeetingTool) -> Iterator[Finding]:
    """Questions, factors and passages that a slide shows, and the tool doesn't have."""
    groups = [group.id for group in tool.questions.groups]
    if slide.questions_of and slide.questions_of not in groups:
        yield unknown((*loc, "questions_of"), slide.questions_of, groups)
    if slide.items_of and slide.items_of not in tool.about.names:
        yield unknown((*loc, "items_of"), slide.items_of, tool.about.names)
    elif slide.items_of and not tool.about.passage(slide.items_of).points:
        what = message("The passage “{name}” in tool.yaml has no points.", name=slide.items_of)
        yield Finding((*loc, "items_of"), what)
    if (slide.each == "group" or slide.panel_of == "groups") and not groups:
        yield _needs(loc, slide.kind, "questions.yaml")
    if (slide.kind == "ladder" or slide.panel_of == "factors") and not tool.factors.factors:
        yield _needs(loc, slide.kind, "factors.yaml")


def _named(loc: Loc, slide: SlideWords, kit: Kit, tool: MeetingTool) -> Iterator[Finding]:
    """Places in a slide's texts that nothing fills, or that may leave it without a text where it needs one."""
    sure = ALWAYS_KNOWN | (TIMES - {"from"}) | content_keys(kit, tool)
    factor_is_sure = slide.kind == "ladder" or tool.sheet.unchosen_factor
    sure |= {"group"} if slide.each else {"factor"} if factor_is_sure else set()
    known = sure | SOMETIMES_KNOWN | TIMES | (set() if slide.each else {"factor"})
    texts = dict(slide.texts())
    for place, text in texts.items():
        yield from _unfilled((*loc, *place), text, known)
    if not all(map(is_pattern, texts.values())):
        return
    # A title that ends with a factor does without it until one is chosen.
    title = (slide.title or "").removesuffix("{factor}").rstrip() or slide.title
    needed = {"title": title, "said_by": slide.said_by, "panel_title": slide.panel_title}
    for key, alone in needed.items():
        yield from (_may_be_empty((*loc, key), name) for name in names_in(alone or "") & (known - sure))
    for key in ("steps", "questions", "items", "lines"):
        lines = [names_in(line) & (known - sure) for line in getattr(slide, key)]
        if lines and all(lines):
            yield _may_be_empty((*loc, key), min(lines[0]))


def doubles(tools: Mapping[str, MeetingTool]) -> Iterator[tuple[str, Finding]]:
    """Groups of questions, or factors, that two tools name alike, so that an answer could belong to either."""
    groups: dict[str, str] = {}
    factors: dict[str, str] = {}
    for kit, tool in tools.items():
        for index, group in enumerate(tool.questions.groups):
            if groups.setdefault(group.id, kit) != kit:
                what = message("“{id}” is the name of a group of “{kit}” already.", id=group.id, kit=groups[group.id])
                yield f"{kit}/questions.yaml", Finding(("groups", index, "id"), what)
        for index, factor in enumerate(tool.factors.factors):
            if factors.setdefault(factor.id, kit) != kit:
                what = message(
                    "“{id}” is the name of a factor of “{kit}” already.", id=factor.id, kit=factors[factor.id]
                )
                yield f"{kit}/factors.yaml", Finding(("factors", index, "id"), what)


def _unfilled(loc: Loc, text: str, known: Set[str]) -> Iterator[Finding]:
    """Braces that don't belong together, and names in them that nothing fills."""
    if is_pattern(text):
        yield from (no_place(loc, name, known) for name in sorted(names_in(text) - known))
    else:
        yield not_a_pattern(loc, text)


def _may_be_empty(loc: Loc, name: str) -> Finding:
    what = message("“{name}” may have nothing to say, and this is to have a text.", name=f"{{{name}}}")
    return Finding(loc, what, message("Write it in another line; there the line is left out."))


def _needs(loc: Loc, document: str, file: str) -> Finding:
    return Finding(loc, message("“{document}” needs {file}, which the kit doesn't have.", document=document, file=file))
