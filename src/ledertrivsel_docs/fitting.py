"""Fits a deck to its template: type steps down, lists go on on a next slide, and a line that is too long is cut.

What a frame's loops print is a list that can go on; what it prints by itself is a text that can be cut, and then the
notes hold it whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from typing import Any, TypeVar

from .documents.slides import Deck, Slide
from .engine import Template
from .engine.fit import Fit
from .measuring import CUT, shortened

_K = TypeVar("_K", bound=Hashable)

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_BLANK = re.compile(r"\s+")
_BETWEEN = re.compile(r"(?<=.)(?=.)", re.DOTALL)
_LINE = 40  # letters that an item takes room for beside its own


@dataclass(frozen=True, slots=True)
class FittedDeck:
    """The slides as they are rendered, and for each of them the scales of its texts in percent."""

    common: Mapping[str, Any]
    slides: tuple[Slide, ...]
    scales: tuple[Mapping[int, int], ...]

    def by_row(self) -> dict[int, list[int]]:
        """The numbers of the slides that belong to each row of the run sheet."""
        return _grouped((slide.row, number) for number, slide in enumerate(self.slides, 1) if slide.row is not None)

    def by_name(self) -> dict[str, list[int]]:
        """The numbers of the slides with each name."""
        return _grouped((slide.name, number) for number, slide in enumerate(self.slides, 1) if slide.name)


def fitted(template: Template, deck: Deck, words: Mapping[str, str]) -> FittedDeck:
    """The slides of a deck, as many as it takes.

    Args:
        template: of the deck.
        deck: its slides.
        words: how the title of a slide is written that goes on (`continued`) or that another one has too (`again`),
            what stands before a text in the notes that the slide has only the beginning of (`whole`), and what the
            notes of a slide say that goes on from the one before it (`go_on`).

    Raises:
        TemplateError: the template can't print what the deck holds.
    """
    fitter = _Fitter(template, deck.common, words)
    slides = [page for slide in deck.slides for page in fitter.pages(slide)]
    slides = list(fitter.with_own_titles(slides))
    return FittedDeck(deck.common, tuple(slides), tuple(fitter.scales(slide) for slide in slides))


class _Fitter:
    def __init__(self, template: Template, common: Mapping[str, Any], words: Mapping[str, str]) -> None:
        self._template, self._common, self._words = template, common, words
        self._measured: dict[int, tuple[Mapping[str, Any], list[Fit]]] = {}

    def scales(self, slide: Slide) -> dict[int, int]:
        """The scales of its texts, those at full size left out; copies of a shape share the smallest."""
        fits = sorted(self._fits(slide), key=lambda fit: -fit.scale)
        return {fit.number: fit.scale for fit in fits if fit.scale != 100}

    def pages(self, slide: Slide) -> list[Slide]:
        """A slide, or as many as its lists need, with single texts cut where they have no room."""
        if all(fit.fits for fit in self._fits(slide)):
            return [slide]
        slide = self._cut(slide)
        too_long = self._too_long(slide)
        parts = {name: self._parts(slide, name) for name in too_long}
        count = max((len(found) for found in parts.values()), default=1)
        if count == 1:
            return [slide]
        pages = []
        for number in range(count):
            lists = {name: found[min(number, len(found) - 1)] for name, found in parts.items()}
            page = self._titled(_with(slide, **lists), "continued", number=number + 1, count=count)
            pages.append(page.with_notes_before(self._words["go_on"]) if number else page)
        return pages

    def with_own_titles(self, slides: Sequence[Slide]) -> Iterator[Slide]:
        """The slides; a title that is taken already gets a number."""
        taken: Counter[str] = Counter()
        for slide in slides:
            title, own = slide.context["title"].casefold(), slide
            while own.context["title"].casefold() in taken:
                taken[title] += 1
                own = self._titled(slide, "again", number=taken[title])
            taken[own.context["title"].casefold()] += 1
            yield own

    def _cut(self, slide: Slide) -> Slide:
        """A slide whose single texts fit: one that is too long even in the smallest type is cut."""
        bare = self._without_lists(slide)  # which can go on, so that a text beside one isn't too long for it
        for name in self._too_long(bare, texts=True):
            whole = {**self._common, **slide.context}[name]
            value = shortened(whole, partial(self._has_room, bare, name))
            bare, cut = _with(bare, **{name: value}), _with(slide, **{name: value})
            slide = self._with_whole(cut, whole) if name in slide.context and value != whole else cut
        return slide

    def _without_lists(self, slide: Slide) -> Slide:
        names = {name for fit in self._fits(slide) for name in fit.frame.lists}
        return _with(slide, **{name: [] for name in names if name in slide.context})

    def _titled(self, slide: Slide, pattern: str, **numbers: int) -> Slide:
        """A slide with a number behind its title, which is cut where both have no room."""
        whole = slide.context["title"]

        def numbered(title: str) -> str:
            return self._words[pattern].format(title=title, **numbers)

        title = shortened(whole, lambda cut: self._has_room(slide, "title", numbered(cut)))
        titled = _with(slide, title=numbered(title))
        return titled if title == whole or CUT in whole else self._with_whole(titled, whole)

    def _with_whole(self, slide: Slide, text: str) -> Slide:
        """A slide whose notes hold a text that it shows the beginning of."""
        notes = slide.context["notes"]
        if any(note["text"] == text for note in notes):
            return slide
        return _with(slide, notes=[{"label": self._words["whole"], "text": text}, *notes])

    def _has_room(self, slide: Slide, name: str, value: Any) -> bool:
        return name not in self._too_long(_with(slide, **{name: value}), texts=isinstance(value, str))

    def _too_long(self, slide: Slide, *, texts: bool = False) -> list[str]:
        """The names of the lists (or texts) that don't fit their frames."""
        frames = [fit.frame for fit in self._fits(slide) if not fit.fits]
        names = [name for frame in frames for name in (frame.texts if texts else frame.lists)]
        return [name for name in dict.fromkeys(names) if {**self._common, **slide.context}.get(name)]

    def _fits(self, slide: Slide) -> list[Fit]:
        """How the texts of a slide fit; measured once for as long as the slide stays as it is."""
        key = id(slide.context)
        if key not in self._measured:  # the context is kept, so that no other one gets its id
            fits = self._template.fits(slide.kind, {**self._common, **slide.context})
            self._measured[key] = slide.context, fits
        return self._measured[key][1]

    def _parts(self, slide: Slide, name: str) -> list[list[Any]]:
        """A list in as few parts as have room, about equally long."""
        items = self._short_enough(slide, name, list(slide.context[name]))
        filled: list[list[Any]] = [[]]
        for item in items:
            if filled[-1] and not self._has_room(slide, name, [*filled[-1], item]):
                filled.append([])
            filled[-1].append(item)
        even = list(_evenly(items, len(filled))) if len(filled) > 1 else filled
        return even if all(self._has_room(slide, name, part) for part in even) else filled

    def _short_enough(self, slide: Slide, name: str, items: list[Any]) -> list[Any]:
        """The items; one that is too long for a slide by itself becomes several."""
        found = []
        while items:
            item, *items = items
            if not self._has_room(slide, name, [item]) and (halves := self._halves(slide, name, item)):
                item, rest = halves
                items = [rest, *items]
            found.append(item)
        return found

    def _halves(self, slide: Slide, name: str, item: Any) -> tuple[Any, Any] | None:
        """An item with as much of its lines or its longest text as has room, and the same item with the rest of it."""
        parts = item.items() if isinstance(item, Mapping) else ()
        lines = {own: list(value) for own, value in parts if isinstance(value, list | tuple)}
        for own, some in ((own, some) for own, some in lines.items() if len(some) > 1):
            room = [self._has_room(slide, name, [{**item, own: some[:count]}]) for count in range(1, len(some))]
            count = max(sum(room), 1)
            return {**item, own: some[:count]}, {**item, own: some[count:]}
        texts = {own: value for own, value in parts if isinstance(value, str)}
        texts |= {own: some[0] for own, some in lines.items() if some and isinstance(some[0], str)}
        key = max(texts, key=lambda known: len(texts[known]), default=None)
        text = texts[key] if key is not None else item if isinstance(item, str) else ""

        begin, last = len(text) - len(text.lstrip()), len(text.rstrip())

        def with_text(new: str) -> Any:
            return new if key is None else {**item, key: [new] if key in lines else new}

        for between in (_SENTENCE, _BLANK, _BETWEEN):
            found = ((place.start(), place.end()) for place in between.finditer(text))
            places = [(end, start) for end, start in found if begin < end and start < last]
            without = bisect_left(
                places, 1, key=lambda place: not self._has_room(slide, name, [with_text(text[: place[0]])])
            )
            if without:
                end, start = places[without - 1]
                return with_text(text[:end]), with_text(text[start:])
        return None


def _grouped(pairs: Iterable[tuple[_K, int]]) -> dict[_K, list[int]]:
    groups: dict[_K, list[int]] = {}
    for key, number in pairs:
        groups.setdefault(key, []).append(number)
    return groups


def _with(slide: Slide, **values: Any) -> Slide:
    return replace(slide, context={**slide.context, **values})


def _evenly(items: list[Any], count: int) -> Iterator[list[Any]]:
    """The items in so many parts with about the same number of letters, none of them empty."""
    weights = [_LINE + len(_text_of(item)) for item in items]
    ends = list(accumulate(weights))
    start = 0
    for number in range(1, count):
        target = ends[-1] * number / count
        last = len(items) - (count - number)
        end = min(range(start + 1, last + 1), key=lambda place: abs(ends[place - 1] - target))
        yield items[start:end]
        start = end
    yield items[start:]


def _text_of(item: Any) -> str:
    if isinstance(item, Mapping):
        return "".join(map(_text_of, item.values()))
    return "".join(map(_text_of, item)) if isinstance(item, list | tuple) else str(item)
