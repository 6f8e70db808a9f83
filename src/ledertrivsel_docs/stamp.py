"""What a document carries inside to be known again: custom properties, which Word and LibreOffice both keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

SCHEMA = 1
"""Of what a document holds to be read back; it grows when an older reader could misread a newer file."""

PREFIX = "ledertrivsel."
"""How the names of our own properties begin."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which document it is: of which kit, and for which theme, factor and step. `variant` is `blank` or `example`."""

    kit: str
    document: str
    theme: str = ""
    factor: str = ""
    step: str = ""
    variant: str = ""

    def properties(self) -> dict[str, str]:
        """As custom properties."""
        return {f"{PREFIX}{name}": value for name, value in {**asdict(self), "schema": str(SCHEMA)}.items()}


def own_properties(custom: Mapping[str, str]) -> dict[str, str]:
    """Of a document's custom properties our own, by their names without the prefix."""
    return {name.removeprefix(PREFIX): value for name, value in custom.items() if name.startswith(PREFIX)}
