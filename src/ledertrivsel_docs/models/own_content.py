"""What an organisation's own content says that ours has no place for: the code takes some of it by its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sized
from typing import Any

from pydantic import BaseModel

from ..errors import message, nearest
from ..reading.yaml_text import Finding, Loc
from .forms import ActionCardForm, Checklist, Qualification
from .kit import Kit
from .programme_answers import ActionCard, QualifiedTheme
from .run_sheet import RunSheet, RunSheets
from .themes import Themes
from .tool import Tool
from .tool_words import names_at, no_place
from .words import is_pattern, leaves, misfits, names_in

OF_TEMPLATES = frozenset({"slide-layouts", "styles"})
"""Words that are the names of things in the templates: to change them is to change a template."""


def word_problems(words: Mapping[str, Any], ours: Mapping[str, Any], document: str = "") -> Iterator[Finding]:
    """Words that nothing prints, and names in braces that nothing fills: those of ours at the same place are.

    Some names may not be left out: slides, files and themes are told apart by them.
    """
    yield from misfits(words, ours)
    yield from _too_few_lines(words, ours)
    yield from _no_numbers(words, ours)
    for loc, text in leaves(words):
        if text and is_pattern(text):
            known = names_at(ours, loc)
            yield from (no_place(loc, name, known) for name in sorted(names_in(text) - known))
            if (document, loc[0]) in _TELL_APART:
                yield from (_left_out(loc, name) for name in sorted(known - names_in(text)))


_TELL_APART = {("common", "slides"), ("common", "new_version"), ("common", "before_answers"), ("deck", "chip_told")}


_FREE = {"lines", "steps", "items", "questions", "notes", "panel"}
"""The lists of a slide, as long as one likes where they stand in the words of a deck."""


def _too_few_lines(words: Any, ours: Any, loc: Loc = ()) -> Iterator[Finding]:
    """Lists with fewer lines than ours, or without what some line of ours says: templates take them by their place."""
    if isinstance(words, Mapping) and isinstance(ours, Mapping):
        for key in ours.keys() & words.keys():
            if not (loc and loc[0] == "slides" and key in _FREE):
                yield from _too_few_lines(words[key], ours[key], (*loc, key))
    elif isinstance(words, tuple) and isinstance(ours, tuple):
        yield from _too_few(loc, words, ours)
        said, known = ({key for line in lines if isinstance(line, Mapping) for key in line} for lines in (words, ours))
        for key in sorted(known - said):
            yield Finding(loc, message("No line of the list has “{key}”.", key=key), message("Add it to one of them."))


def _no_numbers(words: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[Finding]:
    """Texts that are counted with."""
    for loc, text in leaves(words):
        known = _lines_at(ours, loc)
        counted = known and all(isinstance(like, str) and like.isdecimal() for like in known)
        if counted and text and not text.isdecimal():
            what = message("“{given}” is not a whole number.", given=text)
            yield Finding(loc, what, message("Write digits only, such as 18."))


def _lines_at(words: Any, loc: Loc) -> list[Any]:
    """What stands at a place, in a list at that of any line."""
    found = [words]
    for part in loc:
        inside = [one[part] for one in found if isinstance(one, Mapping) and part in one]
        found = inside + [line for one in found if isinstance(one, tuple) for line in one]
    return found


def _left_out(loc: Loc, name: str) -> Finding:
    what = message("“{name}” is missing in the text.", name=f"{{{name}}}")
    return Finding(loc, what, message("Write it where it is to be filled in."))


def theme_problems(themes: Themes, ours: Themes, tool: Tool) -> Iterator[Finding]:
    """Numbers that themes of their own have, and tools that none is known by the number of."""
    standard = ours.by_id()
    numbers = [related.number for related in tool.tools]
    for index, theme in enumerate(themes.themes):
        if theme.number is not None and (theme.id not in standard or standard[theme.id].number != theme.number):
            what = message("The number of the theme “{id}” can't be chosen.", id=theme.id)
            remedy = message("Remove it: your own themes come after the others, in their order.")
            yield Finding(("themes", index, "number"), what, remedy)
        if theme.hint_tool is not None and theme.hint_tool not in numbers:
            what = message("There is no tool with the number {number} in tool.yaml.", number=theme.hint_tool)
            yield Finding(("themes", index, "hint_tool"), what)


def kit_problems_of_plan(kit: Kit, ours: Kit) -> Iterator[Finding]:
    """Documents that the plan of three workshops doesn't have, or that don't come as often as they do there."""
    kinds = {(document.id, document.each) for document in ours.documents}
    papers = {document.number: document.id for document in ours.documents}
    yield from _so_many(("stages",), kit.stages, ours.stages)
    for index, document in enumerate(kit.documents):
        at: Loc = ("documents", index, "id")
        each = [each or "-" for name, each in kinds if name == document.id]
        if papers.get(document.number, document.id) != document.id:
            what = message("Number {number} is “{name}”.", number=document.number, name=papers[document.number])
            yield Finding(at, what, message("Give a document of your own another number."))
        elif not each:
            what = message("There is no “{name}” here.", name=document.id)
            yield Finding(at, what, nearest(document.id, dict.fromkeys(name for name, _ in sorted(kinds, key=str))))
        elif (document.each or "-") not in each:
            what = message("“{document}” is to have “each: {each}”.", document=document.id, each=" / ".join(each))
            yield Finding(at, what)


def plan_problems(found: BaseModel, ours: BaseModel) -> Iterator[Finding]:
    """Where a file of the plan has fewer lines or other rows than ours, which its papers and slides are built on."""
    if isinstance(found, RunSheets) and isinstance(ours, RunSheets):
        for index, (sheet, standard) in enumerate(zip(found.run_sheets, ours.run_sheets, strict=True)):
            yield from _other_rows(sheet, standard, ("run_sheets", index))
    elif isinstance(found, Qualification) and isinstance(ours, Qualification):
        yield from _unknown_keys(found, QualifiedTheme)
    elif isinstance(found, ActionCardForm) and isinstance(ours, ActionCardForm):
        yield from _unknown_keys(found, ActionCard)
    if isinstance(found, Tool) and isinstance(ours, Tool):
        yield from _so_many(("decisions", "points"), found.decisions.points, ours.decisions.points)
    if not isinstance(found, RunSheets | Themes | Checklist):
        yield from _fewer(found, ours)


def _other_rows(sheet: RunSheet, ours: RunSheet, loc: Loc) -> Iterator[Finding]:
    rows = [str(item.id) for item in ours.items]
    remedy = message("Keep these, in this order: {rows}. Their texts and minutes can be changed.", rows=", ".join(rows))
    if [str(item.id) for item in sheet.items] != rows:
        yield Finding((*loc, "items"), message("The slides of this workshop belong to other rows."), remedy)
        return
    for place, (item, standard) in enumerate(zip(sheet.items, ours.items, strict=True)):
        at = (*loc, "items", place)
        points, known = [point.id for point in item.points], [point.id for point in standard.points]
        if points != known:
            told = ", ".join(str(number) + (f" ({name})" if name else "") for number, name in enumerate(known, 1))
            what = message("The slides of “{row}” belong to other points.", row=item.id)
            yield Finding(
                (*at, "points"), what, message("Keep as many, with the same ids: {points}.", points=told or "0")
            )
        if item.is_break != standard.is_break:
            yield Finding((*at, "is_break"), message("The breaks of a workshop can't be moved."))


def _unknown_keys(form: Qualification | ActionCardForm, answers: type[BaseModel]) -> Iterator[Finding]:
    """Fields of a form whose answer a programme has no place for."""
    lists = {"questions": form.questions} if isinstance(form, Qualification) else {"fields": form.fields}
    fields: Mapping[str, Iterable[Any]] = {**lists, "own_fields": form.own_fields}
    for name, items in fields.items():
        for index, item in enumerate(items):
            if item.key not in answers.model_fields:
                what = message("The programme file has no field “{key}” for the answer.", key=item.key)
                yield Finding((name, index, "key"), what, nearest(item.key, answers.model_fields))


def _so_many(loc: Loc, found: Sized, ours: Sized) -> Iterator[Finding]:
    """A list that is read line by line with another one."""
    if len(found) > len(ours):
        what = message("The list has {count} lines, and {most} are used.", count=len(found), most=len(ours))
        yield Finding(loc, what, message("Keep {most}.", most=len(ours)))


def _too_few(loc: Loc, found: Sized, ours: Sized) -> Iterator[Finding]:
    if len(found) < len(ours):
        what = message("The list has {count} lines, and {least} are used.", count=len(found), least=len(ours))
        yield Finding(loc, what, message("Write at least {least}.", least=len(ours)))


def _fewer(found: Any, ours: Any, loc: Loc = ()) -> Iterator[Finding]:
    """Lists with fewer lines than ours, some of which are taken by their place."""
    if isinstance(found, BaseModel) and isinstance(ours, BaseModel):
        for name in type(found).model_fields:
            if name != "own":
                yield from _fewer(getattr(found, name), getattr(ours, name), (*loc, name))
    elif isinstance(found, tuple) and isinstance(ours, tuple):
        yield from _too_few(loc, found, ours)
        for index, (inner, standard) in enumerate(zip(found, ours, strict=False)):
            yield from _fewer(inner, standard, (*loc, index))
