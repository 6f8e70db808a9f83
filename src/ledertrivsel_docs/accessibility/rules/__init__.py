"""All rules, a module a subject; their order here is the order in which they are told."""

from __future__ import annotations

from . import file, language, headings, paragraphs, tables, pictures, looks, links, controls, slides, motion  # isort: skip

__all__ = [
    "controls",
    "file",
    "headings",
    "language",
    "links",
    "looks",
    "motion",
    "paragraphs",
    "pictures",
    "slides",
    "tables",
]
