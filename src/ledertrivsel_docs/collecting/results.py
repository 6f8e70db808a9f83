"""What comes back from a folder of filled forms: parts of a programme, and for every file what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar

from ..errors import Problem
from ..models.library import Library
from ..models.programme import Programme, library_of
from ..models.programme_answers import (
    ActionCard,
    Agreement,
    DialogueAnswer,
    FollowUp,
    Level,
    Note,
    OwnTheme,
    ParkedTheme,
    Placement,
    QualifiedTheme,
)
from .entries import ChosenThemes, Entry
from .merging import Merged, merged

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What became of one file."""

    path: str
    """As it was given, or from `base`."""
    outcome: Literal["read", "empty", "known", "skipped"]
    """`empty` is one of our forms without an answer in it; of `known` the programme holds the answers already."""
    kit: str = ""
    """The id of the kit that it is from; empty for what isn't ours."""
    document: str = ""
    """The form's id, such as `action-card`."""
    title: str = ""
    """What the form is called, in Danish."""
    read: tuple[str, ...] = ()
    """The names of the fields that people have written in."""
    empty: tuple[str, ...] = ()
    """The names of those that they haven't."""
    problems: tuple[Problem, ...] = ()
    """Why it was skipped, and what could not be understood."""
    entries: tuple[Entry, ...] = ()
    """The parts of a programme that it gives, such as `ActionCard`."""
    digest: str = ""
    """The same for the same content; `Programme.collected` holds it."""


@dataclass(frozen=True, slots=True)
class Answers:
    """All that was found, in the order of the files; nothing is guessed and nothing is written."""

    files: tuple[ReadFile, ...]
    """What became of each file."""

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """The parts of one kind that all files give.

        Args:
            kind: a part's class, such as `ActionCard`.
        """
        return tuple(entry for file in self.files for entry in file.entries if isinstance(entry, kind))

    @property
    def own_themes(self) -> tuple[OwnTheme, ...]:
        """The themes that people have made up, each once."""
        return tuple(dict.fromkeys(self.of(OwnTheme)))

    @property
    def ratings(self) -> tuple[Placement, ...]:
        """The ratings of themes, by groups and by persons."""
        return self.of(Placement)

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the themes that were chosen, in order of priority."""
        return tuple(dict.fromkeys(theme for choice in self.of(ChosenThemes) for theme in choice.themes))

    @property
    def parked(self) -> tuple[ParkedTheme, ...]:
        """The themes on the parking lot."""
        return self.of(ParkedTheme)

    @property
    def qualification(self) -> tuple[QualifiedTheme, ...]:
        """The groups' answers to the support questions."""
        return self.of(QualifiedTheme)

    @property
    def action_cards(self) -> tuple[ActionCard, ...]:
        """The action cards that somebody has written on."""
        return self.of(ActionCard)

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """What the status sheets say of the cards."""
        return self.of(FollowUp)

    @property
    def levels(self) -> tuple[Level, ...]:
        """Capability and ambition."""
        return self.of(Level)

    @property
    def dialogue(self) -> tuple[DialogueAnswer, ...]:
        """What people would like to talk about, and their marks."""
        return self.of(DialogueAnswer)

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """What was agreed on."""
        return self.of(Agreement)

    @property
    def notes(self) -> tuple[Note, ...]:
        """Answers that no other part of a programme holds."""
        return self.of(Note)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was told about any file."""
        return tuple(problem for file in self.files for problem in file.problems)

    def merged(self, programme: Programme, *, library: Library | None = None, again: bool = False) -> Merged:
        """The programme with the answers in it, and what has changed.

        A file whose answers are in it already is left out, so that what people have decided since stays as it is.

        Args:
            programme: what to lay the answers into; it stays as it is.
            library: the content; by default what the programme names, else what comes with the package.
            again: whether to take files whose answers are in it already.

        Raises:
            InputError: it isn't a programme that can be used any more, such as one with more than 30 themes.
            TypeError: no `Programme`.
        """
        if not isinstance(programme, Programme):
            raise TypeError(f"a Programme, not {type(programme).__name__}; Programme.load takes data")
        known = () if again else programme.collected
        new = [file for file in self.files if file.entries and file.digest not in known]
        digests = [file.digest for file in new if file.digest]
        return merged(programme, [(file.path, file.entries) for file in new], library or library_of(programme), digests)
