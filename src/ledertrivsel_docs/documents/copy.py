"""Which copy of a document: a kit asks for a drejebog once per workshop, for a card once per theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..engine.values import Picture
from ..models.base import Step
from ..models.factors import Factor
from ..models.kit import Folder, Kit, KitDocument
from ..models.library import Library
from ..models.logo import Logo
from ..models.meetings import working_factors
from ..models.programme import Programme
from ..models.references import themes_of
from ..models.themes import Theme
from ..models.written_cards import letter, written_cards


@dataclass(frozen=True, slots=True)
class Mark:
    """The logo that a copy bears, and the name of whose it is."""

    name: str
    logo: Logo

    def picture(self, width: float, height: float) -> Picture:
        """The logo, as large as so much room allows (millimetres)."""
        wide, high = self.logo.within(width, height)
        return Picture(self.logo.data, self.name, wide, high, self.logo.svg)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a kit's document, for a `theme` or a `factor` where it comes once for each.

    Where groups have written several action cards for a theme, there is a copy of each: `card` is its place among them,
    and `card_number` what the plan calls it.

    `slides` are the numbers of the slides that belong to each row of the run sheet, in the deck that goes with it, and
    `named` those of the slides with each name. `mark` is whose logo it bears.
    """

    kit: Kit
    document: KitDocument
    theme: Theme | None = None
    factor: Factor | None = None
    card: int = 0
    card_number: str = ""
    slides: Mapping[int, Sequence[int]] = field(default_factory=dict)
    named: Mapping[str, Sequence[int]] = field(default_factory=dict)
    mark: Mark | None = None

    @property
    def folder(self) -> Folder:
        """The folder of the kit that it lies in."""
        return self.kit.folder_of(self.document)

    @property
    def step(self) -> Step | None:
        """The step of the process that it belongs to."""
        return self.folder.step

    @property
    def subject(self) -> Theme | Factor | None:
        """The theme or factor that it is about, where it comes once for each."""
        return self.theme or self.factor

    @property
    def deck(self) -> Copy | None:
        """The deck of the same step, where there is one; the kit's only one where it has no steps."""
        decks = (found for found in self.kit.documents if found.id == "deck")
        return next((Copy(self.kit, found) for found in decks if self.kit.folder_of(found).step == self.step), None)

    @property
    def variant(self) -> Literal["blank", "example"] | None:
        """Blank or the worked example, where the document is one of these."""
        return self.document.variant


_CARD = "action-card"


def copies_for_theme(kit: Kit, document: KitDocument, theme: Theme, programme: Programme) -> list[Copy]:
    """The copies of a document for a theme: one, or of the action card one for each that has been written."""
    count = len(written_cards(programme).get(theme.id, ())) if document.id == _CARD else 1
    if count <= 1:
        return [Copy(kit, document, theme)]
    number = card_number(programme, theme.id) or ""
    return [
        Copy(kit, document, theme, card=place, card_number=f"{number}{letter(place, count)}") for place in range(count)
    ]


def card_number(programme: Programme, theme: str) -> int | None:
    """The number of a theme's action card, as the plan has it; None for a theme that isn't chosen."""
    chosen = programme.themes.selected
    return chosen.index(theme) + 1 if theme in chosen else None


def copies(kit: Kit, library: Library, programme: Programme) -> list[Copy]:
    """All copies that a kit is made of for a programme, in the kit's order; those on request aren't among them.

    Without chosen themes a document that comes once per theme comes once blank, unless the kit has a blank one anyway;
    without chosen factors one that comes once per factor comes for all of them.
    """
    themes = themes_of(programme, library)
    selected = [themes[reference] for reference in programme.themes.selected]
    blanks = {document.id for document in kit.documents if document.variant == "blank"}
    found: list[Copy] = []
    for document in kit.documents:
        if document.on_request:
            continue
        if document.each == "factor":
            found += [Copy(kit, document, factor=factor) for factor in working_factors(programme, library, kit)]
        elif document.each is None:
            found.append(Copy(kit, document))
        elif selected:
            found += [copy for theme in selected for copy in copies_for_theme(kit, document, theme, programme)]
        elif document.id not in blanks:
            found.append(Copy(kit, document))
    return found
