"""The questions of `ledertrivsel new`: an answer that can't be used is explained and asked for again, at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import click

from ..errors import InputError, Problem
from ..i18n import translator
from ..models.base import Step
from ..models.library import SAMLET_PLAN, Library
from ..models.programme import Programme
from ..programme_file import Answers, programme_data
from .telling import show, table, tell

_ = translator()

_NOTHING = "-"
_BETWEEN = timedelta(days=14)


def asked(library: Library) -> Answers:
    """What a person answers about a programme; what they skip isn't among it.

    Raises `click.Abort` when they stop.
    """
    told = _Dialogue(library)
    click.echo(_("Answer what you know. Enter takes what stands in [ ], or skips the question; - always skips it."))
    click.echo(_("Nothing is written before the last answer, and Ctrl-C stops."))
    click.echo()
    told.ask(("organisation",), _("The organisation's name"), default=_unnamed(library))
    told.ask(("participants",), _("How many take part"), written=_number)
    _ask_for_workshops(told, library)
    _ask_for_themes(told, library)
    click.echo()
    return told.answers


def _unnamed(library: Library) -> str:
    """The name that stands in the file as we give it to a beginner."""
    return Programme.load((_("programme file"), library.starter.encode()), library=library).organisation


def _ask_for_workshops(told: _Dialogue, library: Library) -> None:
    """When and where; the next workshop is likely two weeks later, at the same time and place."""
    folders = {folder.step: folder.title for folder in library.kits[SAMLET_PLAN].folders if folder.step}
    day: date | None = None
    start: str | None = None
    place: str | None = None
    for step in Step:
        click.echo()
        click.secho(_("Workshop: {title}").format(title=folders[step]), bold=True)
        here = ("workshops", step.value)
        if not told.ask((*here, "date"), _("Date, such as 12.1.2027"), default=_danish(day and day + _BETWEEN)):
            continue
        day = getattr(told.programme.workshops, step.value).date
        start = told.ask((*here, "start"), _("It begins at, such as 9.00"), default=start or "9.00")
        place = told.ask((*here, "place"), _("Place"), default=place)


def _danish(day: date | None) -> str | None:
    return f"{day.day}.{day.month}.{day.year}" if day else None


def _ask_for_themes(told: _Dialogue, library: Library) -> None:
    themes = library.samlet_plan.themes.themes
    click.echo()
    click.secho(_("Themes"), bold=True)
    show(table((f"  {number}", theme.title, theme.id) for number, theme in enumerate(themes, 1)))
    told.ask(("themes", "selected"), _("Themes by number or name, such as 3, 7"), written=_listed)
    if told.programme.themes.selected:
        told.answers["themes", "selected"] = list(
            told.programme.themes.selected
        )  # by their ids, however they were named


def _number(answer: str) -> int | str:
    """A number as such; anything else as it is, for the programme to refuse."""
    return int(answer) if answer.isdecimal() else answer


def _listed(answer: str) -> list[str]:
    return [part.strip() for part in answer.replace(";", ",").split(",") if part.strip()]


@dataclass(slots=True)
class _Dialogue:
    """The answers so far, and what they make: they are checked as the file's are, by the programme itself."""

    library: Library
    answers: dict[tuple[str, ...], str | int | list[str]] = field(default_factory=dict)
    programme: Programme = field(default_factory=Programme.blank)

    def ask(
        self,
        loc: tuple[str, ...],
        question: str,
        *,
        default: str | None = None,
        written: Callable[[str], str | int | list[str]] = str,
    ) -> str | None:
        """The answer to a question, which `written` makes into the value for the file; None where it is left open."""

        def accepted(answer: str) -> str | None:
            answer = answer.strip()
            if answer in ("", _NOTHING):
                return None
            self._take(loc, written(answer))
            return answer

        answer: str | None = click.prompt(
            question, default=default or "", show_default=bool(default), value_proc=accepted
        )
        return answer

    def _take(self, loc: tuple[str, ...], value: str | int | list[str]) -> None:
        """Keeps an answer; raises `click.UsageError`, which asks again, where the programme can't hold it."""
        answers = {**self.answers, loc: value}
        try:
            self.programme, warnings = Programme.check(programme_data(answers), library=self.library)
        except InputError as error:
            raise click.UsageError("\n".join(_sentence(problem) for problem in error.problems)) from None
        self.answers = answers
        for warning in warnings:
            if warning.path[: len(loc)] == loc:
                tell([Problem(warning.message, warning.remedy, warning=True)])


def _sentence(problem: Problem) -> str:
    """What is wrong, without the place: it is the one that was asked about."""
    return Problem(problem.message, problem.remedy).told(_)
