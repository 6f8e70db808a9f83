"""Word and PowerPoint kits in Danish for work on managers' well-being, made from content and branded templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .disk import Saved
from .documents.suggestion import Suggestion, suggested_themes
from .engine import DateText, Link, Picture, Placeholder, Properties, Template, Theme
from .errors import InputError, LedertrivselError, OutputError, Problem, TemplateError
from .i18n import translator
from .models.base import Step
from .models.brand import Brand
from .models.factors import Characteristic, Factor
from .models.library import Library
from .models.logo import Logo
from .models.programme import Programme
from .models.programme_fields import (
    ActionCard,
    Agreement,
    Anchoring,
    Contact,
    DialogueAnswer,
    FollowUp,
    Forum,
    Level,
    Meeting,
    Note,
    OwnTheme,
    ParkedTheme,
    Placement,
    Plan,
    PrepareWorkshop,
    QualifiedTheme,
    ThemeChoice,
    Workshop,
    Workshops,
)
from .own_look import build_brand_sample, copy_templates
from .pack import Document, Pack, build_document, build_pack
from .pdf import PdfError, to_pdf
from .printing import pack_pdfs, print_sets

__all__ = [
    "ActionCard",
    "Agreement",
    "Anchoring",
    "Answers",
    "Brand",
    "Change",
    "Characteristic",
    "Collected",
    "Contact",
    "DateText",
    "DialogueAnswer",
    "Document",
    "Factor",
    "FollowUp",
    "Forum",
    "InputError",
    "LedertrivselError",
    "Level",
    "Library",
    "Link",
    "Logo",
    "Meeting",
    "Merged",
    "Note",
    "OutputError",
    "OwnTheme",
    "Pack",
    "ParkedTheme",
    "PdfError",
    "Picture",
    "Placeholder",
    "Placement",
    "Plan",
    "PrepareWorkshop",
    "Problem",
    "Programme",
    "Properties",
    "QualifiedTheme",
    "ReadFile",
    "Saved",
    "Step",
    "Suggestion",
    "Template",
    "TemplateError",
    "Theme",
    "ThemeChoice",
    "Workshop",
    "Workshops",
    "build_brand_sample",
    "build_document",
    "build_pack",
    "collect",
    "collect_into",
    "copy_templates",
    "pack_pdfs",
    "print_sets",
    "suggested_themes",
    "to_pdf",
    "translator",
]

_COLLECTING = ("Answers", "Change", "Collected", "Merged", "ReadFile", "collect", "collect_into")

if TYPE_CHECKING:
    from .collecting import Answers, Change, Collected, Merged, ReadFile, collect, collect_into
else:  # not seen by type checkers, for whom every name would be there

    def __getattr__(name: str) -> object:
        """What reads documents back comes when it is asked for: making a kit needs no XML library."""
        if name in _COLLECTING:
            from . import collecting  # noqa: PLC0415 - see above

            return getattr(collecting, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
