"""Rows with room to write by hand: what a filled row, an empty one and a fixed one take."""

from __future__ import annotations

import pytest

from ledertrivsel_docs.engine import Placeholder, Template
from tests.support.word import W, control, texts, tree, word_xml

HEIGHT = '<w:trHeight w:val="1000" w:hRule="atLeast"/>'
TEXT, BOX = "<w:text/>", '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'


def table(*cells: str, height: str = HEIGHT) -> bytes:
    """A file with a table of one row."""
    row = f"<w:tr><w:trPr>{height}</w:trPr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"
    grid = "<w:gridCol/>" * len(cells)
    return word_xml(f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{row}</w:tbl><w:p/>")


def heights(template: bytes, **context: object) -> list[str | None]:
    made = tree(Template(template).render({"name": "n"} | context))
    return [height.get(f"{W}val") for height in made.iter(f"{W}trHeight")]


def test_a_filled_row_takes_half_the_room() -> None:
    assert heights(table(control(TEXT, "{{ a }}")), a="Svar") == ["500"]


def test_an_empty_row_keeps_its_room() -> None:
    assert heights(table(control(TEXT, "{{ a }}")), a=Placeholder("Skriv her")) == ["1000"]


def test_a_row_with_one_empty_field_keeps_its_room() -> None:
    cells = control(TEXT, "{{ a }}"), control(TEXT, "{{ b }}")
    assert heights(table(*cells), a="Svar", b=Placeholder("Skriv her")) == ["1000"]
    assert heights(table(*cells), a="Svar", b="Svar") == ["500"]


def test_a_tick_says_nothing_of_what_is_left_to_write() -> None:
    assert heights(table(control(BOX, "{{ a }}")), a=True) == ["1000"]
    assert heights(table(control(BOX, "{{ a }}"), control(TEXT, "{{ b }}")), a=False, b="Svar") == ["500"]


@pytest.mark.parametrize(
    "height", ['<w:trHeight w:val="1000" w:hRule="exact"/>', '<w:trHeight w:val="1000" w:hRule="auto"/>']
)
def test_other_heights_stay_as_they_are(height: str) -> None:
    assert heights(table(control(TEXT, "{{ a }}"), height=height), a="Svar") == ["1000"]


def test_a_field_that_a_loop_repeats_keeps_the_height() -> None:
    cell = (
        "<w:p><w:r><w:t>{%p for b in a %}</w:t></w:r></w:p>"
        f"{control(TEXT, '{{ b }}')}<w:p><w:r><w:t>{{%p endfor %}}</w:t></w:r></w:p>"
    )
    made = Template(table(cell)).render({"name": "n", "a": ["Et", "To"]})
    assert texts(made)[:2] == ["Et", "To"]
    assert heights(table(cell), a=["Et"]) == ["1000"]
