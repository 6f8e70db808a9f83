"""The slides with the priority map read back: where people have dragged the themes.

A theme counts where it lies elsewhere than we printed it; where the groups' ratings have put it already, only another
place is an answer, since within a field we have placed it as the others left room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import fmean

from ..errors import Message, Problem, message
from ..models.library import Library
from .map_sheet import Chip, MapSheet, MapWords, Spot, Where, printed_labels, shows
from .opened_deck import OpenedDeck
from .sheet import plain
from .slide_shapes import visible_shapes

MAX_SHAPES = 2_000
"""So many on a slide with the map are nobody's answer."""

_MOST_PLACES = 8  # that are told of one theme
_BY_HAND = message("Write it in the programme by hand.")
_NOWHERE = ("off", "between")


@dataclass(frozen=True, slots=True)
class DraggedTheme:
    """A theme on the map, with its marks on both axes (1–5, one decimal).

    `label` is what stands on it: number and name of a known one, on an empty one what was written, or nothing.
    """

    id: str
    label: str
    importance: float
    success: float


@dataclass(frozen=True, slots=True)
class MapRead:
    """Where the themes of a deck were dragged to; `parked` are ids and labels, `left` ids still beside the map."""

    placed: tuple[DraggedTheme, ...] = ()
    parked: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_map(deck: OpenedDeck, library: Library) -> MapRead:
    """Every slide with the map, however many there are, read together."""
    words = MapWords(library)
    slides = [list(visible_shapes(slide)) for slide in deck.slides]
    labels = printed_labels([shape for shapes in slides for shape in shapes], words)
    reading = _Reading(words)
    for number, shapes in enumerate(slides, 1):
        sheet = MapSheet(number, shapes, deck.size, words, labels)
        if sheet.is_one:
            reading.add(sheet)
    return reading.result()


@dataclass(frozen=True, slots=True)
class _Move:
    """A theme that was moved: on which slide, to where, and what stands on it."""

    slide: int
    chip: Chip
    spot: Spot
    label: str


@dataclass
class _Reading:
    """What has been read so far."""

    words: MapWords
    problems: list[Problem] = field(default_factory=list)
    _moves: dict[str, list[_Move]] = field(default_factory=dict)
    _untouched: list[_Move] = field(default_factory=list)
    _beside: dict[str, None] = field(default_factory=dict)

    def add(self, sheet: MapSheet) -> None:
        """Reads a slide."""
        if len(sheet.shapes) > MAX_SHAPES:
            what = message("The slide holds far more shapes than it was made with, so it isn't read.")
            self._report(sheet.number, what, _BY_HAND)
            return
        if sheet.map is None:
            what = message("Themes lie on this slide, but the map is gone, so they aren't read.")
            self._report(sheet.number, what, _BY_HAND)
            return
        for chip in sheet.chips:
            self._add(sheet, chip)
        for text in sheet.strays():
            what = message("“{text}” isn't one of the themes to drag, so it isn't read.", text=text)
            self._report(sheet.number, what, _BY_HAND)

    def result(self) -> MapRead:
        """What all slides say together."""
        placed, parked = [], []
        for lying in self._untouched:  # a copy was dragged away from it
            moves = self._moves.get(lying.chip.id, [])
            if any(move.slide == lying.slide for move in moves):
                moves.append(lying)
        for theme, moves in self._moves.items():
            move = self._one(moves)
            if move is None:
                continue
            self._check_label(move)
            if move.spot.where == "parked":
                parked.append((theme, move.label))
            else:
                placed.append(DraggedTheme(theme, move.label, move.spot.importance, move.spot.success))
        left = [theme for theme in self._beside if theme not in self._moves]
        return MapRead(tuple(placed), tuple(parked), tuple(left), tuple(self.problems))

    def _add(self, sheet: MapSheet, chip: Chip) -> None:
        spot, (origin, is_certain) = sheet.spot(chip), sheet.origin(chip)
        name = chip.text or chip.printed or chip.id
        if spot is None or spot.where in _NOWHERE:
            self._report(sheet.number, _unread(spot, name), _BY_HAND)
        if spot is None:
            return
        if spot.where == "beside" and origin not in ("beside", None) and is_certain:
            what = message("“{theme}” was taken off the map, which isn't read.", theme=name)
            self._report(sheet.number, what, message("If its ratings no longer hold, take them out of the programme."))
        if spot.where == "beside" or spot.where in _NOWHERE:
            self._beside.setdefault(chip.id)
        elif origin == spot.where:
            self._untouched.append(_Move(sheet.number, chip, spot, self._label(chip)))
        elif is_certain:
            self._moves.setdefault(chip.id, []).append(_Move(sheet.number, chip, spot, self._label(chip)))
        else:
            what = message(
                "It can't be told whether somebody has put “{theme}” {place}.", theme=name, place=_told(spot.where)
            )
            self._report(sheet.number, what, message("If it was, write it in the programme by hand."))

    def _label(self, chip: Chip) -> str:
        if plain(chip.text) == plain(self.words.own_chip):
            return ""
        is_cut = chip.text != chip.printed and shows(chip.text, chip.printed)
        return chip.printed if is_cut or (not chip.text and chip.printed != self.words.own_chip) else chip.text

    def _check_label(self, move: _Move) -> None:
        """Tells of a chip that has no theme written on it, or another one than it was printed with."""
        printed = move.chip.printed
        if not move.label:
            what = message("No theme is written on a chip that lies {place}.", place=_told(move.spot.where))
            self._report(move.slide, what, message("Say which theme it is."))
        elif printed not in ("", self.words.own_chip) and not shows(move.label, printed):
            what = message(
                "“{theme}” now says “{text}”; it still counts for “{theme}”.", theme=printed, text=move.label
            )
            self._report(move.slide, what, warning=True)

    def _one(self, moves: Sequence[_Move]) -> _Move | None:
        """The one place of a theme that was moved, maybe on several slides; none where they say different things."""
        first = next((move for move in moves if move.label), moves[0])
        name, is_own = first.label or first.chip.id, first.chip.printed in ("", self.words.own_chip)
        labels = {plain(move.label): move.label for move in moves if move.label}
        if is_own and len(labels) > 1:
            texts = " · ".join(labels.values())
            what = message("The same chip stands for different themes, so it isn't read: {texts}.", texts=texts)
            self._report(first.slide, what, _BY_HAND)
            return None
        if len({move.spot.where for move in moves}) > 1:
            what = message(
                "“{theme}” lies in different places, so it isn't read: {places}.", theme=name, places=_all(moves)
            )
            self._report(first.slide, what, _BY_HAND)
            return None
        spots = list(dict.fromkeys(move.spot for move in moves))
        if len(spots) == 1:
            return first
        what = message(
            "“{theme}” lies several times {place}; the middle counts.", theme=name, place=_told(first.spot.where)
        )
        self._report(first.slide, what, warning=True)
        importance, success = (round(fmean(marks), 1) for marks in zip(*map(_marks, spots), strict=True))
        return _Move(first.slide, first.chip, Spot(first.spot.where, importance, success), first.label)

    def _report(self, slide: int, what: Message, remedy: Message | None = None, *, warning: bool = False) -> None:
        where = message("slide {number}", number=slide)
        self.problems.append(Problem(what, remedy, where=where, warning=warning))


def _unread(spot: Spot | None, theme: str) -> Message:
    """Why a theme isn't read that lies nowhere, or without a `spot` in a field that its place contradicts."""
    if spot is None:
        return message("“{theme}” lies in another field than its place stands for, so it isn't read.", theme=theme)
    if spot.where == "off":
        return message("“{theme}” lies mostly off the slide, so it isn't read.", theme=theme)
    return message("“{theme}” lies neither on the map nor beside it, so it isn't read.", theme=theme)


def _marks(spot: Spot) -> tuple[float, float]:
    return spot.importance, spot.success


def _all(moves: Sequence[_Move]) -> Message:
    """The places of a theme, each with its slide; the first ones, where there are very many."""
    told = dict.fromkeys((move.slide, move.spot.where) for move in moves)
    first, *others = [message("{place} on slide {slide}", place=_told(where), slide=slide) for slide, where in told]
    for other in others[: _MOST_PLACES - 1]:
        first = message("{one}, {other}", one=first, other=other)
    return first


def _told(where: Where) -> Message:
    """Where a theme lies."""
    return message("in field {number}", number=where) if isinstance(where, int) else message("in the parking lot")
