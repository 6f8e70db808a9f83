"""Decks of the engine in tests: a draft rendered, or its problems."""

from __future__ import annotations

import pytest

from ledertrivsel_docs.engine import Template
from ledertrivsel_docs.errors import TemplateError
from tests.support.decks import Draft

INCH = 914_400
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MM2 = 72_000


def rendered(draft: Draft, context: object = None, **more: object) -> bytes:
    return Template(draft.data()).render({} if context is None else context, **more)  # type: ignore[arg-type]


def problems(draft: Draft, context: object = None) -> str:
    with pytest.raises(TemplateError) as caught:
        rendered(draft, context)
    return str(caught.value)


def two_kinds() -> Draft:
    draft = Draft().add("{{ title }}", notes="{%slide opening%}\nSay {{ title }}").box("static")
    return draft.add("{{ title }}!", notes="{% slide øvelse %}\nDo it").box(
        "{%p for x in xs %}", "- {{ x }}", "{%p endfor %}"
    )
