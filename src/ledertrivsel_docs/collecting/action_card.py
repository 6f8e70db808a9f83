"""The action card read back: the first form, and the pattern for the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from ..errors import Problem, message
from ..models.base import Id
from ..models.chosen_themes import themes_of
from ..models.forms import FormField
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import MOST_THEMES
from ..models.themes import Theme
from .form import Field, Filled, Form, plain, read_form
from .opened import Opened, RefusedError
from .results import CollectedCard, ReadFile
from .values import value_of

_BAND: Mapping[str, Literal["date", "choice"]] = {"valid_from": "date", "follow_up_date": "date", "status": "choice"}
_THEME_ID: TypeAdapter[str] = TypeAdapter(Id)


def read_action_card(path: str, document: Opened, library: Library, programme: Programme) -> ReadFile:
    """One card: its answers, its theme, and everything about it that someone should know.

    Raises:
        RefusedError: it is the kit's worked example.
    """
    themes = themes_of(programme, library)
    theme = themes.get(document.stamp.theme)
    form = _form(library, theme)
    knows_lead = theme is not None or not document.stamp.theme
    filled = read_form(document, form, report_above=knows_lead)
    _refuse_example(document, form, filled, library)
    values = {key: value_of(answer, form.by_key[key], library) for key, answer in filled.answers.items() if answer.text}
    answers = {key: value for key, value in values.items() if not isinstance(value, Problem)}
    unread = [value for value in values.values() if isinstance(value, Problem)]
    own_id, about_theme = _theme(document.stamp.theme, filled.title, themes, is_answered=bool(values))
    return ReadFile(
        path,
        "read" if values else "empty",
        kit=document.stamp.kit,
        document=document.stamp.document,
        read=tuple(answers),
        empty=tuple(key for key in form.by_key if key not in values),
        problems=tuple(_in_file(path, (*about_theme, *filled.problems, *unread))),
        card=CollectedCard(path, own_id, filled.title, MappingProxyType(answers)) if answers else None,
    )


def _form(library: Library, theme: Theme | None) -> Form:
    """What an action card asks, in the content's words."""
    card, words = library.samlet_plan.action_card, library.words["action-card"]
    fields = [_field(field, card.status_words) for field in (*card.fields, *card.own_fields)]
    kickers = (words["kicker_numbered"].format(number=number) for number in range(1, MOST_THEMES + 1))
    return Form(
        title=Field("title", words["title_label"], words["title_blank"]),
        rows=tuple(field for field in fields if field.key not in _BAND),
        band=tuple(field for field in fields if field.key in _BAND),
        printed=(*_leaves(words), *kickers, *(theme.questions if theme else ())),
    )


def _field(field: FormField, status_words: tuple[str, ...]) -> Field:
    kind: Literal["text", "date", "choice"] = _BAND.get(field.key, "text")
    return Field(field.key, field.label, field.placeholder, kind, status_words if kind == "choice" else ())


def _leaves(words: Any) -> Iterator[str]:
    """All texts in a document's words."""
    if isinstance(words, str):
        yield words
    elif isinstance(words, Mapping):
        for inner in words.values():
            yield from _leaves(inner)
    elif isinstance(words, tuple):
        for inner in words:
            yield from _leaves(inner)


def _refuse_example(document: Opened, form: Form, filled: Filled, library: Library) -> None:
    """The worked example is nobody's card; one that has been written on is told, since that may be meant as one."""
    if document.stamp.variant != "example":
        return
    example = library.samlet_plan.action_card.example.all_answers
    texts = {field.label: (filled.answers[field.key].text, example.get(field.key)) for field in form.fields}
    if changed := [label for label, (text, printed) in texts.items() if text and text != printed]:
        labels = " · ".join(changed)
        what = message("This is the kit's example, and it has been written on: {labels}.", labels=labels)
        raise RefusedError(what, message("Write the answers on a blank card."))
    raise RefusedError(message("This is the kit's example, not an answer."), foreign=True)


def _theme(
    stamped: str, title: str, themes: Mapping[str, Theme], *, is_answered: bool
) -> tuple[str | None, list[Problem]]:
    """The theme of a card: by its stamp, on a blank card by the title that was written."""
    if stamped:
        return _stamped_theme(stamped, title, themes)
    found = [theme.id for theme in themes.values() if plain(title) in map(plain, (theme.title, theme.short, theme.id))]
    if title and len(found) == 1:
        return found[0], []
    if not is_answered and not title:
        return None, []
    what = message("No theme is written.")
    if title:
        what = message("“{title}” isn't one of the known themes.", title=title)
    return None, [Problem(what, message("Say which theme the card is for."))]


def _stamped_theme(stamped: str, title: str, themes: Mapping[str, Theme]) -> tuple[str | None, list[Problem]]:
    try:
        _THEME_ID.validate_python(stamped)
    except ValidationError:
        what = message("The document's theme “{theme}” can't be understood.", theme=stamped)
        return None, [Problem(what, message("Say which theme the card is for."))]
    theme = themes.get(stamped)
    if theme is None or plain(title) == plain(theme.title):
        return stamped, []
    what = message(
        "The title has been changed to “{title}”; the card still counts for “{theme}”.", title=title, theme=theme.title
    )
    return stamped, [Problem(what, warning=True)]


def _in_file(path: str, problems: tuple[Problem, ...]) -> Iterator[Problem]:
    for problem in problems:
        yield Problem(problem.message, problem.remedy, path, problem.line, problem.where, problem.warning)
