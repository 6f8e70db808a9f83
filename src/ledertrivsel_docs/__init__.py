"""Word and PowerPoint kits in Danish for work on managers' well-being, made from content and branded templates."""

from .collect import Answers, CollectedCard, ReadFile, collect
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
