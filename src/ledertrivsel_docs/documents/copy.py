"""Which copy of a document: a kit asks for a drejebog once per workshop, for a card once per theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..models.base import Step
from ..models.chosen_themes import themes_of
from ..models.factors import Factor
from ..models.kit import Folder, Kit, KitDocument
from ..models.library import Library
from ..models.meetings import working_factors
from ..models.programme import Programme
from ..models.themes import Theme


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a kit's document, for a `theme` or a `factor` where it comes once for each.

    `slides` are the numbers of the slides that belong to each row of the run sheet, in the deck that goes with it, and
    `named` those of the slides with each name.
    """

    kit: Kit
    document: KitDocument
    theme: Theme | None = None
    factor: Factor | None = None
    slides: Mapping[int, Sequence[int]] = field(default_factory=dict)
    named: Mapping[str, Sequence[int]] = field(default_factory=dict)

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


def copies(kit: Kit, library: Library, programme: Programme) -> list[Copy]:
    """All copies of a kit for a programme, in the kit's order.

    Without chosen themes a document that comes once per theme comes once blank, unless the kit has a blank one anyway;
    without chosen factors one that comes once per factor comes for all of them.
    """
    themes = themes_of(programme, library)
    selected = [themes[reference] for reference in programme.themes.selected]
    blanks = {document.id for document in kit.documents if document.variant == "blank"}
    found: list[Copy] = []
    for document in kit.documents:
        if document.each == "factor":
            found += [Copy(kit, document, factor=factor) for factor in working_factors(programme, library, kit)]
        elif document.each is None:
            found.append(Copy(kit, document))
        elif selected:
            found += [Copy(kit, document, theme) for theme in selected]
        elif document.id not in blanks:
            found.append(Copy(kit, document))
    return found
