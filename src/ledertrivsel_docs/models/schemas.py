"""JSON Schemas of the files that people write, so that editors complete and check them while they write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from ..errors import InputError, Problem, message, nearest
from .brand import Brand
from .columns import Columns
from .content_files import Sources
from .factors import Factors
from .forms import ActionCardForm, Checklist, Qualification
from .guide import Guide
from .kit import Kit
from .language import Keys, Language
from .library import Library
from .meeting_deck import MeetingDeck
from .meeting_run_sheet import MeetingRunSheet
from .meeting_tool import About
from .palette import HEX
from .programme import Programme
from .questions import QuestionSet
from .run_sheet import RunSheets
from .schema_parts import Schema, SchemaMaker
from .themes import PriorityMap, Themes
from .tool import Tool
from .word_models import MEETING_WORDS
from .word_schemas import words_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_CONTENT: Mapping[str, type[BaseModel]] = {
    "action-card": ActionCardForm,
    "checklist": Checklist,
    "columns": Columns,
    "deck": MeetingDeck,
    "factors": Factors,
    "guide": Guide,
    "keys": Keys,
    "kit": Kit,
    "language": Language,
    "plan-tool": Tool,
    "priority-map": PriorityMap,
    "qualification": Qualification,
    "questions": QuestionSet,
    "run-sheet": MeetingRunSheet,
    "run-sheets": RunSheets,
    "sources": Sources,
    "themes": Themes,
    "tool": About,
}
"""The content files by their stems; `plan-tool` is `samlet-plan/tool.yaml`, `tool` that of the other kits."""

_WORDS = "words-"


def schema_names(library: Library | None = None) -> list[str]:
    """What there is a schema of: `programme`, `brand`, each kind of content file, and `words-<document>`.

    Args:
        library: the content; by default what comes with the package.
    """
    library = library or Library.default()
    return ["programme", "brand", *_CONTENT, *(f"{_WORDS}{document}" for document in library.words)]


def json_schema(name: str, *, library: Library | None = None) -> Schema:
    """The JSON Schema (draft 2020-12) of one kind of file, such as `programme` or `themes`.

    It has the Danish names of keys before the English ones, and takes what an editor makes of unquoted text, such as
    the number 9.00. A content file's asks for nothing that may as well be ours, since such a file is laid over ours.

    Args:
        name: one of `schema_names`.
        library: the content that themes, kits and choices are named by; by default what comes with the package.

    Returns:
        The schema as plain data, for `json.dumps`.

    Raises:
        InputError: an unknown name.
    """
    library = library or Library.default()
    names = schema_names(library)
    if name not in names:
        raise InputError([Problem(message("There is no schema “{name}”.", name=name), nearest(name, names))])
    if name == "programme":
        language = library.language
        words = (*language.yes, *language.no)
        made = SchemaMaker(library.keys, _choices(library), yes_and_no=words).schema(Programme, partial=False)
    elif name == "brand":
        made = SchemaMaker(library.keys, {}, {("Colours", ""): HEX.pattern, ("Tints", ""): HEX.pattern}).schema(Brand)
    elif name in _CONTENT:
        made = SchemaMaker().schema(_CONTENT[name])
    else:
        document = name.removeprefix(_WORDS)
        own = [words for (_, stem), words in library.kit_words.items() if stem == document]
        made = words_schema([library.words[document], *own], MEETING_WORDS.get(document))
    return {"$schema": DIALECT, "title": name, **made}


def json_schemas(*, library: Library | None = None) -> dict[str, Schema]:
    """All schemas by the names of their files, such as `themes.schema.json`.

    Args:
        library: as for `json_schema`.
    """
    return {f"{name}.schema.json": json_schema(name, library=library) for name in schema_names(library)}


def _choices(library: Library) -> dict[tuple[str, str], tuple[list[str], bool]]:
    """What can stand in a field of a programme, by model and field, and whether nothing else can."""
    plan = library.samlet_plan
    themes, kits = list(plan.themes.by_id()), list(library.kits)
    words = plan.tool.plan_words
    cards = _spellings(plan.action_card.status_words)
    chosen: dict[tuple[str, str], tuple[list[str], bool]] = {
        ("Plan", "status"): (_spellings(words.statuses.values()), True),
        ("Forum", "role"): (_spellings(words.roles.values()), True),
        ("ActionCard", "status"): (cards, True),
        ("FollowUp", "status"): (cards, True),
        ("ThemeChoice", "selected"): (themes, False),
        ("Agreement", "kit"): (kits, True),
        ("Note", "kit"): (kits, True),
        ("Programme", "meetings"): (list(library.tools), True),
    }
    for model in ("ParkedTheme", "Placement", "QualifiedTheme", "ActionCard", "FollowUp"):
        chosen[model, "theme"] = (themes, False)
    return chosen


def _spellings(words: Any) -> list[str]:
    """Each word as the content has it, and in small letters."""
    return list(dict.fromkeys(spelled for word in words for spelled in (word, word.lower())))
