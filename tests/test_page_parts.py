"""Page parts by themselves, on the lean base and on a base of somebody else's."""

from __future__ import annotations

import io

import docx
import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.look import look
from ledertrivsel_docs.page_parts.base import lean_base
from ledertrivsel_docs.page_parts.blocks import call_out, title_block
from ledertrivsel_docs.page_parts.markup import paragraph
from ledertrivsel_docs.page_parts.page import A4
from ledertrivsel_docs.page_parts.sheet import Sheet
from tests.support.outline import outline
from tests.support.rules import broken

CONTEXT = {
    "header": {"logo": "", "organisation": "E", "kit": "Kit", "steps": [{"label": "1 Først", "current": True}]},
    "footer": {"source": "Kilde", "label": "Side", "of": "af"},
    "kicker": "Ark",
    "title": "Overskrift",
    "box": {"title": "Husk", "text": "Kaffe & <kage>", "about": "En boks"},
}


def somebody_elses_base() -> bytes:
    """python-docx's own template stands for a letterhead: other styles, other paper, another language."""
    file = io.BytesIO()
    docx.Document().save(file)
    return file.getvalue()


def sheet(base: bytes) -> bytes:
    made = Sheet(base, ld.Library.default().words["styles"], A4)
    made.add(
        *title_block("{{ title }}"),
        call_out("{{ box.title }}", "{{ box.text }}", "{{ box.about }}", A4.text_width),
        paragraph("Note", "{{ footer.source }}"),
    )
    return made.finished(look(ld.Brand.default()))


def test_a_call_out_and_a_title_block_keep_the_rules() -> None:
    rendered = ld.Template(sheet(lean_base())).render(CONTEXT, properties=ld.Properties("Ark", language="da-DK"))
    assert broken(rendered) == []
    text = outline(rendered)
    assert "[Heading1] Overskrift" in text
    assert "[CallOutText] Kaffe & <kage>" in text


@pytest.mark.parametrize("base", [lean_base, somebody_elses_base])
def test_our_parts_stand_on_any_base(base: object) -> None:
    assert callable(base)
    document = docx.Document(io.BytesIO(ld.Template(sheet(base())).render(CONTEXT)))
    assert [p.text for p in document.paragraphs] == ["Ark", "Overskrift", "Kilde"]
    width = document.sections[0].page_width
    assert width is not None
    assert round(width.mm) == 210
    assert "1 Først" in document.sections[0].header.paragraphs[0].text


def test_equal_input_gives_equal_parts() -> None:
    assert sheet(lean_base()) == sheet(lean_base())


def test_a_misspelt_style_is_told_when_the_template_is_made() -> None:
    made = Sheet(lean_base(), ld.Library.default().words["styles"], A4)
    made.add(paragraph("TableBulet", "Tekst"))
    with pytest.raises(KeyError, match="TableBulet"):
        made.finished(look(ld.Brand.default()))
