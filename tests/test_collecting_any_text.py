"""Any text that Word can hold comes back as it was, from forms of several kinds, also without tags and titles."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

import ledertrivsel_docs as ld
from tests.support.cards import Card

FORMS = {
    "theme-qualification": ("samlet-plan", "sparring", ("shows_as", "experiences", "missing")),
    "agreement-sheet": ("ledergruppen", None, ("agreement.1.what", "agreement.2.who", "agreement.3.what")),
    "known-facts": ("samlet-plan", None, ("lacking", "other.tells", "themes")),
    "hearing-response": ("samlet-plan", None, ("plan.1", "plan.3", "behalf.employees")),
}
CARDS = {
    name: ld.build_document(name, kit=kit, theme=theme, brand=ld.Brand.default()).bytes
    for name, (kit, theme, _) in FORMS.items()
}
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zs", "Zl", "Zp", "Cf"))
LINES = st.lists(st.text(LETTERS | st.sampled_from(" &<]x☒☐"), min_size=1), min_size=1, max_size=3).map(
    lambda lines: "\n".join(line.strip() or "–" for line in lines)
)


@pytest.mark.parametrize("change", [Card.as_it_is, Card.without_names])
@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=40, deadline=None)
@given(texts=st.tuples(LINES, LINES, LINES))
def test_any_text_comes_back(name: str, change: Any, texts: tuple[str, str, str]) -> None:
    card = Card(CARDS[name])
    marked = [f"Å{text}Ø" for text in texts]  # never what we have printed ourselves
    for key, text in zip(FORMS[name][2], marked, strict=True):
        card.fill(key, text=text)
    [file] = ld.collect([("svar.docx", change(card).bytes())]).files
    assert file.problems == ()
    said = [str(value) for entry in file.entries if isinstance(entry, BaseModel) for _, value in entry]
    assert [text for text in marked if text not in said] == []
