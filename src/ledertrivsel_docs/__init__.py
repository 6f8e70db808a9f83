"""Word and PowerPoint kits in Danish for work on managers' well-being, made from content and branded templates."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .building import build_document, build_pack
from .disk import ChangedFile, Saved, changed_files
from .documents.suggestion import Suggestion, suggested_themes
from .engine import DateText, Link, Picture, Placeholder, Properties, Template, Theme
from .errors import InputError, LedertrivselError, OutputError, Problem, TemplateError
from .i18n import translator
from .models.base import Step
from .models.brand import Brand
from .models.factors import Characteristic, Factor
from .models.library import Library
from .models.logo import Logo
from .models.programme import Programme, library_of
from .models.programme_answers import (
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
    ThemeChoice,
)
from .models.programme_fields import Anchoring, Contact, Forum, Meeting, Plan, PrepareWorkshop, Workshop, Workshops
from .pack import Document, Pack

__all__ = [
    "ActionCard",
    "Agreement",
    "Anchoring",
    "Answers",
    "Brand",
    "BuiltPack",
    "Change",
    "ChangedFile",
    "Characteristic",
    "Collected",
    "Contact",
    "DateText",
    "DialogueAnswer",
    "Document",
    "Factor",
    "FieldKind",
    "Finding",
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
    "SavedPack",
    "Step",
    "Suggestion",
    "Template",
    "TemplateError",
    "TemplateField",
    "Theme",
    "ThemeChoice",
    "Unit",
    "Workshop",
    "Workshops",
    "build_brand_sample",
    "build_document",
    "build_pack",
    "build_packs",
    "changed_files",
    "check_accessibility",
    "check_template",
    "check_templates",
    "collect",
    "collect_into",
    "copy_templates",
    "json_schema",
    "json_schemas",
    "library_of",
    "pack_pdfs",
    "print_sets",
    "read_units",
    "save_packs",
    "schema_names",
    "slide_kinds",
    "suggested_themes",
    "template_fields",
    "to_pdf",
    "translator",
]

# What making a kit doesn't need comes when it is asked for: reading documents, for one, takes an XML library.
_LATER = {
    "accessibility": ("Finding", "check_accessibility"),
    "collecting": ("Answers", "Change", "Collected", "Merged", "ReadFile", "collect", "collect_into"),
    "many": ("BuiltPack", "SavedPack", "Unit", "build_packs", "read_units", "save_packs"),
    "models.field_files": ("FieldKind",),
    "models.schemas": ("json_schema", "json_schemas", "schema_names"),
    "models.template_fields": ("TemplateField", "slide_kinds", "template_fields"),
    "own_look": ("build_brand_sample", "copy_templates"),
    "pdf": ("PdfError", "to_pdf"),
    "printing": ("pack_pdfs", "print_sets"),
    "template_check": ("check_template", "check_templates"),
}

if TYPE_CHECKING:
    from .accessibility import Finding, check_accessibility
    from .collecting import Answers, Change, Collected, Merged, ReadFile, collect, collect_into
    from .many import BuiltPack, SavedPack, Unit, build_packs, read_units, save_packs
    from .models.field_files import FieldKind
    from .models.schemas import json_schema, json_schemas, schema_names
    from .models.template_fields import TemplateField, slide_kinds, template_fields
    from .own_look import build_brand_sample, copy_templates
    from .pdf import PdfError, to_pdf
    from .printing import pack_pdfs, print_sets
    from .template_check import check_template, check_templates
else:  # not seen by type checkers, for whom every name would be there

    def __getattr__(name: str) -> object:
        """A public name of a package that is imported when it is first asked for."""
        for package, names in _LATER.items():
            if name in names:
                return getattr(import_module(f".{package}", __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
