"""Word and PowerPoint kits in Danish for work on managers' well-being, made from content and branded templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .engine import Link, Picture, Template
from .errors import InputError, LedertrivselError, OutputError, Problem, TemplateError
from .models.base import Step
from .models.brand import Brand
from .models.library import Library
from .models.programme import Programme
from .pack import Document, Pack, build_document, build_pack

__all__ = [
    "Answers",
    "Brand",
    "CollectedCard",
    "Document",
    "InputError",
    "LedertrivselError",
    "Library",
    "Link",
    "OutputError",
    "Pack",
    "Picture",
    "Problem",
    "Programme",
    "ReadFile",
    "Step",
    "Template",
    "TemplateError",
    "build_document",
    "build_pack",
    "collect",
]

_COLLECTING = ("Answers", "CollectedCard", "ReadFile", "collect")

if TYPE_CHECKING:
    from .collecting import Answers, CollectedCard, ReadFile, collect


def __getattr__(name: str) -> Any:
    """What reads documents back comes when it is asked for: making a kit needs no XML library."""
    if name in _COLLECTING:
        from . import collecting  # noqa: PLC0415 - see above

        return getattr(collecting, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
