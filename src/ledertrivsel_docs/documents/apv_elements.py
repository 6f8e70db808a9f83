"""What a card and its groups' worksheets say on each of the eight elements of an action plan for the work environment.

Everything is told in the words of those who wrote it, with where it stands; what nobody has written is missing. Which
group it was isn't told, nor how it rated the theme: a group has three to five people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_answers import QualifiedTheme
from .frame import shortened
from .plan_cards import PlanCard

_QUOTED = 420  # letters of a quotation; the rest stands on the card
_DATES = ("valid_from", "follow_up_date")


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody wrote, as it is printed, and where it stands; only what `covers` counts."""

    text: str
    source: str
    covers: bool = True


@dataclass(frozen=True, slots=True)
class Element:
    """One of the eight elements of a card: what is `said` on it, and a `hint` where something may stand elsewhere."""

    key: str
    said: Sequence[Said]
    hint: str = ""

    @property
    def is_covered(self) -> bool:
        """Whether something is written that is thought to answer it."""
        return any(said.covers for said in self.said)


def card_elements(library: Library, programme: Programme, card: PlanCard) -> list[Element]:
    """The eight elements in their order."""
    words = library.words["apv-view"]
    sheets = _sheets(programme, card)
    said = {
        "nature": _from_sheets(words, sheets, "shows_as", "quotation") or _at_first(words, programme, card),
        "when": list(_dates(library, card)),
        "how": _how(words, card, sheets),
        "owner": _from_card(words, card, "owner", "plain"),
        "follow_up": _from_card(words, card, "follow_up"),
    }
    move = words["move"] if said["nature"] else ""
    hints = dict.fromkeys(("severity", "extent", "causes"), move)
    return [Element(key, said.get(key, ()), hints.get(key, "")) for key in words["elements"]]


def lacking(library: Library, programme: Programme, card: PlanCard) -> list[str]:
    """What the groups wrote that they lack: of one group a sentence, of several a line each and before them whose."""
    words = library.words["apv-view"]
    said = _from_sheets(words, _sheets(programme, card), "missing", "quotation")
    told = [words["missing_quoted"].format(text=one.text, source=one.source) for one in said]
    if len(told) == 1:
        return [words["missing_said"]["one"].format(text=told[0])]
    return [words["missing_said"]["many"], *told] if told else []


def _sheets(programme: Programme, card: PlanCard) -> list[QualifiedTheme]:
    """The worksheets of a card's theme; of several cards for it the first one has them."""
    return [] if _first(card) else _of_theme(programme, card)


def _of_theme(programme: Programme, card: PlanCard) -> list[QualifiedTheme]:
    return [sheet for sheet in programme.qualification if card.theme and sheet.theme == card.theme.id]


def _first(card: PlanCard) -> str:
    """The number of the first of several cards for a theme; empty for that card, and for an only one."""
    return "" if card.number in card.rivals[:1] else next(iter(card.rivals), "")


def _at_first(words: Mapping[str, Any], programme: Programme, card: PlanCard) -> list[Said]:
    """That what the groups wrote stands with the first of the theme's cards, where it does."""
    first = _first(card)
    if not first or not any(sheet.shows_as for sheet in _of_theme(programme, card)):
        return []
    return [Said(words["at_first"].format(number=first), words["from_sheet"])]


def _from_sheets(
    words: Mapping[str, Any], sheets: Sequence[QualifiedTheme], field: str, pattern: str, *, covers: bool = True
) -> list[Said]:
    return [
        Said(words[pattern].format(text=_quoted(text)), words["from_sheet"], covers)
        for sheet in sheets
        if (text := getattr(sheet, field))
    ]


def _from_card(words: Mapping[str, Any], card: PlanCard, field: str, pattern: str = "quotation") -> list[Said]:
    text = card.answers.get(field)
    return [Said(words[pattern].format(text=_quoted(text)), _card(words, card))] if text else []


def _how(words: Mapping[str, Any], card: PlanCard, sheets: Sequence[QualifiedTheme]) -> list[Said]:
    """The tasks; where there are none, what the groups proposed; and what there is already. Only tasks are agreed."""
    tasks = _from_card(words, card, "tasks")
    ideas = [] if tasks else _from_sheets(words, sheets, "ideas", "idea", covers=False)
    return [*tasks, *ideas, *_from_sheets(words, sheets, "existing", "existing", covers=False)]


def _dates(library: Library, card: PlanCard) -> Iterator[Said]:
    """The card's days: when it applies and is followed up, neither of which is when the problem is solved."""
    words = library.words["apv-view"]
    labels = {field.key: field.label for field in library.samlet_plan.action_card.own_fields}
    for key in _DATES:
        if day := card.answers.get(key):
            text = words["labelled"].format(label=labels[key], text=library.language.date_text(day))
            yield Said(text, _card(words, card), covers=False)


def _quoted(text: str | None) -> str:
    """A text within quotation marks: as it was written, or its beginning."""
    whole = (text or "").strip()
    return whole if len(whole) <= _QUOTED else shortened(whole, _QUOTED) or ""


def _card(words: Mapping[str, Any], card: PlanCard) -> str:
    return str(words["from_card"].format(number=card.number))
