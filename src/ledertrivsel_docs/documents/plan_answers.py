"""What people have written on the forms, whole: the last parts of the plan, where every word of them can be found.

A part has subjects, a subject fields, a field the answers of those who wrote something there. Which file an answer was
read in isn't told: its name may hold that of a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..models.kit import Kit
from ..models.library import SAMLET_PLAN, Library
from ..models.programme import Programme
from ..models.programme_answers import FollowUp, Note, QualifiedTheme
from ..models.references import themes_of
from ..models.written_cards import latest_first
from .frame import Context
from .plan_cards import PlanCard
from .ratings import reasons_given
from .wording import listed

_HEARING = "hearing-response"
_NOT_HERE = (_HEARING, "leader-group-feedback")  # told in the case; put together with others’ before it is shown
_ASSESSMENT = "assessment"
_QUALIFIED = ("shows_as", _ASSESSMENT, "experiences", "inspiration", "ideas", "existing", "missing")
_FOLLOWED = ("status", "done", "effect", "next", "follow_up_date")

Field = tuple[str, Sequence[tuple[str, str]]]
"""What is asked, and the answers: who gives each, where that is told, and the text."""


def told_parts(library: Library, programme: Programme, kit: Kit, cards: Sequence[PlanCard]) -> list[Context]:
    """The parts that there is something in, in their order."""
    found = {
        "said": _said(library, programme, cards),
        "written": _written(library, programme, cards),
        "notes": _notes(programme, kit),
    }
    return [_part(library, key, subjects) for key, made in found.items() if (subjects := list(made))]


def hearing_notes(programme: Programme) -> list[Note]:
    """What was answered in the hearing."""
    return [note for note in _own_notes(programme) if note.document == _HEARING]


def _part(library: Library, key: str, subjects: Sequence[tuple[str, Sequence[Field]]]) -> Context:
    words = library.words["plan"]
    return {
        "mark": key,
        **words["told"][key],
        "subjects": [
            {"title": title, "fields": [_field(words, label, answers) for label, answers in fields]}
            for title, fields in subjects
        ],
    }


def _field(words: Mapping[str, Any], label: str, answers: Sequence[tuple[str, str]]) -> Context:
    return {
        "label": label,
        "answers": [{"who": lead_in(words, who) if who else "", "text": text} for who, text in answers],
    }


def lead_in(words: Mapping[str, Any], name: str) -> str:
    """What stands before an answer: who gives it, or what it answers."""
    return str(words["lead_in"]["question" if name.endswith("?") else "name"].format(name=name))


def _in_order(
    library: Library, programme: Programme, cards: Sequence[PlanCard], named: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """The themes that are `named`, each with its title: in the order of the cards with their numbers, then others."""
    words, themes = library.words["plan"], themes_of(programme, library)
    numbers: dict[str, list[str]] = {}
    for card in cards:
        if card.theme:
            numbers.setdefault(card.theme.id, []).append(card.number)
    wanted = list(dict.fromkeys(named))
    for theme in (
        *(theme for theme in numbers if theme in wanted),
        *(theme for theme in wanted if theme not in numbers),
    ):
        title = themes[theme].title
        if theme in numbers:
            title = words["card_entry"].format(number=listed(words, numbers[theme]), title=title)
        yield theme, title


def _said(library: Library, programme: Programme, cards: Sequence[PlanCard]) -> Iterator[tuple[str, list[Field]]]:
    """What was said at the follow-ups: of each theme the latest first."""
    named = (found.theme for found in programme.follow_ups)
    for theme, title in _in_order(library, programme, cards, named):
        numbers = {card.letter: card.number for card in cards if card.theme and card.theme.id == theme}
        fields = [_followed(library, found, numbers) for found in latest_first(programme, theme)]
        if told := [field for field in fields if field[1]]:
            yield title, told


def _followed(library: Library, found: FollowUp, numbers: Mapping[str, str]) -> Field:
    """A follow-up: its day, which card where the theme has several, and the answers to what the status sheet asks."""
    words, date_text = library.words["plan"], library.language.date_text
    labels = library.words["status-sheet"]["columns"] | {"follow_up_date": words["columns"]["follow_up_date"]}
    texts = {key: getattr(found, key) for key in _FOLLOWED}
    texts["follow_up_date"] = date_text(found.follow_up_date) if found.follow_up_date else None
    day = date_text(found.date) if found.date else words["undated"]
    if found.card and found.card in numbers:
        day = words["day_and_card"].format(day=day, number=numbers[found.card])
    return day, [(labels[key], text) for key, text in texts.items() if text]


def _written(library: Library, programme: Programme, cards: Sequence[PlanCard]) -> Iterator[tuple[str, list[Field]]]:
    """Why the themes were chosen; then for each what the groups have said of it, from its rating to what is missing."""
    words = library.words["plan"]
    if programme.themes.reasons:
        yield words["chosen"], [(words["why_chosen"], [("", programme.themes.reasons)])]
    named = [sheet.theme for sheet in programme.qualification]
    reasons = reasons_given(programme)
    named += reasons
    for theme, title in _in_order(library, programme, cards, named):
        sheets = [sheet for sheet in programme.qualification if sheet.theme == theme]
        why = [(group_name(words, reason.group), reason.text) for reason in reasons.get(theme, ())]
        fields = [(words["rating_reason"], why), *_qualified(library, sheets)]
        if told := [field for field in fields if field[1]]:
            yield title, told


def group_name(words: Mapping[str, Any], group: int | None) -> str:
    """A group by its number, where it has one."""
    return str(words["group_unnamed"] if group is None else words["group"].format(group=group))


def _qualified(library: Library, sheets: Sequence[QualifiedTheme]) -> Iterator[Field]:
    """What the worksheets of a theme say, by what they ask."""
    words, form = library.words["plan"], library.samlet_plan.qualification
    labels = {field.key: field.label for field in form.own_fields}
    labels |= {question.key: question.label for question in form.questions}
    for key in _QUALIFIED:
        told = ((sheet, _assessed(library, sheet) if key == _ASSESSMENT else getattr(sheet, key)) for sheet in sheets)
        yield labels[key], [(group_name(words, sheet.group), text) for sheet, text in told if text]


def _assessed(library: Library, sheet: QualifiedTheme) -> str:
    """The mark that a group gives, and what it is based on."""
    scale = library.samlet_plan.qualification.scale
    pattern = library.words["plan"]["mark_of"] if sheet.assessment else ""
    mark = pattern.format(mark=sheet.assessment, high=scale.high)
    return "\n".join(filter(None, (mark, sheet.assessment_basis)))


def _notes(programme: Programme, kit: Kit) -> Iterator[tuple[str, list[Field]]]:
    """What stands nowhere else, by the paper that it was written on."""
    titles = {document.id: document.plain_title for document in kit.documents}
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for note in _own_notes(programme):
        if note.document not in _NOT_HERE:
            found.setdefault(note.document, {}).setdefault(note.field, []).append(("", note.text))
    for document, fields in found.items():
        yield titles.get(document, document), list(fields.items())


def _own_notes(programme: Programme) -> list[Note]:
    return [note for note in programme.notes if note.kit == SAMLET_PLAN]
