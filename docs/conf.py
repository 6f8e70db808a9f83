"""The documentation site: the pages beside this file, and a reference made from the library's docstrings."""

from __future__ import annotations

import inspect
import re
from enum import Enum
from importlib import metadata
from typing import Any

from docutils import nodes
from pydantic import BaseModel
from pygments.lexers.templates import DjangoLexer
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import ledertrivsel_docs as ld

project = "ledertrivsel-docs"
author = "The ledertrivsel-docs authors"
project_copyright = f"2026, {author}"
release = metadata.version("ledertrivsel-docs")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = f"{project} {release}"
html_copy_source = False
exclude_patterns = ["_build", "pypi.md"]

myst_heading_anchors = 3
myst_ref_domains = ["std"]
nitpicky = True  # a type that leads nowhere is a warning, and a warning fails the build
nitpick_ignore_regex = [
    (
        "py:.*",
        r"(collections|concurrent|datetime|os|pathlib|pydantic_core|typing)\..*",
    ),  # links to nowhere else
    ("py:.*", r"ledertrivsel_docs\.models\.(kit|language|meeting_tool|samlet_plan|source)\..*"),  # follow the files
    ("py:.*", r"ledertrivsel_docs\.reading\.rewriting\.Put|(ledertrivsel_docs\.engine\.compiled\.)?Frame"),
    ("py:.*", r".*\bE|Field|(MOST|FEWEST)_\w+"),  # a type variable; how many a field may hold
    ("myst", r"\.\./(content|examples)(/.*)?"),  # folders of the repository
]
autodoc_member_order = "bysource"
add_module_names = False
autodoc_default_options = {"exclude-members": "model_config"}  # pydantic's own
autodoc_class_signature = "mixed"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 100
maximum_signature_line_length = 100

FIELD_TYPES = {
    *("Date", "GroupNumber", "Headcount", "Id", "Line", "Mark", "OptionalLine", "OptionalText", "Rating"),
    *("StepNumber", "Text", "ThemeRef", "Time", "WholeNumber", "YesNo", "Colour", "TextColour", "FontName", "LogoFile"),
}
autodoc_type_aliases = {name: name for name in FIELD_TYPES}
"""How fields are written in the code; the page on programmes says what each takes."""

PUBLIC = {f"{value.__module__}.{value.__qualname__}": name for name in ld.__all__ if (value := getattr(ld, name))}
PUBLIC["ledertrivsel_docs.models.programme_fields.ProgrammeFields"] = "Programme"
"""From where a public name is defined to what people import."""

_CODE = re.compile(r"(?<![`:])`([^`\n]+)`(?!`)")
_NAME = re.compile(r"[A-Za-z_][\w.]*")


def as_rst(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Docstrings mark names with single backticks: a link where there is such a name, else plain code."""
    for number, line in enumerate(lines):
        lines[number] = _CODE.sub(lambda found: _marked(found[1]), line)


def _marked(text: str) -> str:
    return f":py:obj:`{text}`" if _NAME.fullmatch(text) else f"``{text}``"


def as_sentence(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Napoleon takes what stands before a colon for the type of an attribute; ours are sentences."""
    if what in ("attribute", "property"):
        lines[:0] = ["..", ""]


def without_signature(
    app: Sphinx, what: str, name: str, obj: Any, options: object, signature: str | None, returned: str | None
) -> tuple[str, str | None] | None:
    """The fields of a model stand below it, each with what it takes; a list of their validators helps nobody."""
    if inspect.isclass(obj) and issubclass(obj, BaseModel | Enum):
        return "", None
    return None


def with_targets(app: Sphinx, page: str, source: list[str]) -> None:
    """The guide for HR, which GitHub shows as well, marks its chapters with anchors of HTML."""
    source[0] = re.sub(r'^<a id="([\w-]+)"></a>$', r"(\1)=", source[0], flags=re.MULTILINE)


def to_public(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.reference | None:
    """A link to what is public by another path than the one it is defined at."""
    target = str(node.get("reftarget"))
    name = PUBLIC.get(target, target if target in ld.__all__ or target in FIELD_TYPES else None)
    if name is None:
        return None
    python = env.domains.python_domain
    return python.resolve_xref(env, node["refdoc"], app.builder, "obj", f"ledertrivsel_docs.{name}", node, content)


def no_name(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement) -> nodes.Node | None:
    """What a docstring marks as code without it being a name of ours."""
    return content if node.get("reftype") == "obj" else None


def setup(app: Sphinx) -> None:
    """What differs from Sphinx's own ways."""
    for name in ("docx", "docx-table", "pptx"):  # how the guides mark text of a template
        app.add_lexer(name, DjangoLexer)
    app.connect("source-read", with_targets)
    app.connect("autodoc-process-docstring", as_sentence, priority=400)  # before napoleon
    app.connect("autodoc-process-docstring", as_rst)
    app.connect("autodoc-process-signature", without_signature)
    app.connect("missing-reference", to_public)
    app.connect("missing-reference", no_name, priority=900)
