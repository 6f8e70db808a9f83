"""Checking accessibility: what is told, of which files, and that no file of any kind makes it fall over."""

from __future__ import annotations

import json
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ledertrivsel_docs as ld
from ledertrivsel_docs.accessibility import RULES
from ledertrivsel_docs.resources import templates_folder
from tests.support.checked_words import GOOD, cell, drawing, h, link, p, table, word
from tests.support.good_decks import alt_text_gone, data
from tests.support.office import needs_tool
from tests.support.packages import unzipped, zipped
from tests.support.pdfua import findings, needs_validator
from tests.support.programmes import LOOKS, pack_of
from tests.support.word import MAIN, replaced
from tools import accessibility_rules

KITS = tuple(ld.Library.default().kits)
TEMPLATES = sorted(templates_folder().rglob("*.???x"))
# What we let stand in our own documents, each once looked at: nothing of it keeps anybody from reading.
ACCEPTED = {
    "list-typed-numbers",  # the numbers of the sources' own text, and of a mail that is pasted as text
    "slide-order",  # the map's themes are read in the order of the list, not by where they lie
    "text-small",  # the source of the questions below the dialogue sheet
}


@pytest.mark.parametrize("brand", LOOKS)
@pytest.mark.parametrize("programme", ["blank", "filled"])
@pytest.mark.parametrize("kit", KITS)
def test_all_our_documents_pass(kit: str, programme: str, brand: str) -> None:
    found = [f for d in pack_of(kit, programme, brand) for f in ld.check_accessibility((d.path, d.bytes))]
    assert [str(f) for f in found if f.level != "tip" or f.rule not in ACCEPTED] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_all_our_templates_pass(template: Path) -> None:
    found = ld.check_accessibility(template, template=True)
    assert [str(f) for f in found if f.level != "tip" or f.rule not in ACCEPTED] == []


def test_a_kit_is_checked_in_a_few_seconds() -> None:
    documents = list(pack_of("samlet-plan", "filled", "default"))
    start = time.process_time()
    for document in documents:
        ld.check_accessibility((document.name, document.bytes))
    assert time.process_time() - start < 0.2 * len(documents)


def test_a_finding_tells_where_what_and_what_to_do() -> None:
    body = h(1, "Plan") + h(2, "Opgaver") + table(("Opgave", "Hvem"), (cell(p("A") + drawing()), "B"))
    (found,) = ld.check_accessibility(("plan.docx", word(body)))
    assert (found.rule, found.level, found.criterion, found.clause) == (
        "alt-text-missing",
        "error",
        "1.1.1",
        "10.1.1.1",
    )
    assert str(found.place.words()) == (
        "text, below the heading “Opgaver”, the shape “Billede 1”, table 1, row 2, cell 1"
    )
    assert str(found).startswith("plan.docx: text, below the heading “Opgaver”")
    assert not found.problem().warning
    assert found.problem().remedy == found.remedy


def test_a_finding_is_plain_data() -> None:
    found = [f.as_data() for f in ld.check_accessibility(("kort.pptx", data(alt_text_gone)))]
    (told,) = json.loads(json.dumps(found))
    assert told["file"] == "kort.pptx"
    assert told["slide"] == 2
    assert told["place"] == "slide 2 “Drøft temaerne”, the shape “Picture 3”"
    assert told["en301549"] == "10.1.1.1"
    assert set(told) == {"file", "rule", "level", "wcag", "en301549", "place", "message", "remedy", "slide"}


def test_the_gravest_comes_first() -> None:
    found = ld.check_accessibility(("a.docx", word(p("A") + p() + p("B") + link("her") + drawing())))
    assert [f.level for f in found] == ["error", "warning", "tip"]


@pytest.mark.parametrize("name", ["nowhere.docx", "", "a\0b.docx"])
def test_a_file_that_is_not_there_is_a_finding(name: str, tmp_path: Path) -> None:
    (found,) = ld.check_accessibility(tmp_path / name)
    assert found.rule == "unreadable"
    assert found.level == "error"


def test_a_damaged_part_is_named() -> None:
    (found,) = ld.check_accessibility(("a.docx", zipped(unzipped(word(GOOD)) | {MAIN: b"<w:document"})))
    assert "word/document.xml" in str(found)


def test_a_document_type_is_not_read() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "b">]><a>&a;</a>'
    (found,) = ld.check_accessibility(("a.docx", zipped(unzipped(word(GOOD)) | {MAIN: bomb.encode()})))
    assert found.rule == "unreadable"


def test_another_kind_of_office_file_is_refused() -> None:
    sheet = replaced(word(GOOD), MAIN, lambda _: "<workbook/>")
    (found,) = ld.check_accessibility(("a.xlsx", sheet))
    assert str(found.message) == "This is not a Word or PowerPoint file."


class TestTemplates:
    def test_tags_count_as_text(self) -> None:
        body = h(1, "{{ title }}") + p("{{ lead }}") + table(("{{ a }}", "{{ b }}"), ("{{ c }}", "{{ d }}"))
        made = word(body + drawing("{{ organisation }}"))
        assert list(map(str, ld.check_accessibility(("t.docx", made), template=True))) == []

    def test_lines_and_rows_that_only_repeat_are_not_there(self) -> None:
        rows = ("{%tr for row in rows %}", ""), ("{{ row.a }}", "{{ row.b }}"), ("{%tr endfor %}", "")
        body = h(1) + p("{%p if lead %}") + p("{{ lead }}") + p("{%p endif %}") + table(("A", "B"), *rows)
        assert list(map(str, ld.check_accessibility(("t.docx", word(body)), template=True))) == []

    def test_what_only_a_finished_document_has_is_not_asked_for(self) -> None:
        made = word(h(2) + p("A"), core=("<dc:title>Plan for ledertrivsel</dc:title>", ""))
        assert ld.check_accessibility(("t.docx", made), template=True) == []
        assert {f.rule for f in ld.check_accessibility(("t.docx", made))} == {"title-missing", "heading-first"}

    def test_a_picture_needs_alternative_text_all_the_same(self) -> None:
        found = ld.check_accessibility(("t.docx", word(drawing())), template=True)
        assert [f.rule for f in found] == ["alt-text-missing"]


def test_the_page_lists_the_rules_as_they_are() -> None:
    page = accessibility_rules.PAGE.read_text(encoding="utf-8")
    assert accessibility_rules.current(page, ld.translator("da")) == page


MEMBERS = {"docx": word(GOOD), "pptx": data()}
XML = {kind: [n for n in unzipped(made) if n.endswith((".xml", ".rels"))] for kind, made in MEMBERS.items()}


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_it_fall_over(noise: bytes) -> None:
    assert [f.rule for f in ld.check_accessibility(("a.docx", noise))] == ["unreadable"]
    ld.check_accessibility(("a.docx", MEMBERS["docx"] + noise))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_change_of_a_file_makes_it_fall_over(draw: st.DataObject) -> None:
    """Attributes with other values, elements that are gone or twice, parts that are gone or swapped."""
    kind = draw.draw(st.sampled_from(sorted(MEMBERS)))
    members = dict(unzipped(MEMBERS[kind]))
    name = draw.draw(st.sampled_from(XML[kind]))
    how = draw.draw(st.sampled_from(["gone", "swapped", "value", "element", "text"]))
    content = members[name].decode()
    if how == "gone":
        del members[name]
    elif how == "swapped":
        members[name] = members[draw.draw(st.sampled_from(XML[kind]))]
    elif how == "text":
        members[name] = zlib.compress(members[name])
    else:
        members[name] = changed(content, how, draw).encode()
    for finding in ld.check_accessibility((f"a.{kind}", zipped(members))):
        assert finding.as_data()
        assert finding.rule in RULES


def changed(content: str, how: str, draw: st.DataObject) -> str:
    if how == "value":
        at = draw.draw(st.integers(0, content.count('="') - 1))
        start = find(content, '="', at) + 2
        value = draw.draw(st.sampled_from(["", "-1", "x", "9" * 40, "nan", "inf", "FFFFFF", "0", "true", "rId1", "%"]))
        return content[:start] + value + content[content.index('"', start) :]
    at = draw.draw(st.integers(0, content.count("/>") - 1)) if "/>" in content else -1
    if at < 0:
        return content
    end = find(content, "/>", at) + 2
    start = content.rindex("<", 0, end)
    again = draw.draw(st.integers(0, 2))
    return content[:start] + content[start:end] * again + content[end:]


def find(content: str, sign: str, number: int) -> int:
    at = -1
    for _ in range(number + 1):
        at = content.index(sign, at + 1)
    return at


def test_word_documents_become_pdfs_that_everybody_can_read() -> None:
    needs_tool("soffice")
    needs_validator()
    documents = [document for kit in KITS for document in pack_of(kit, "blank", "logo")]
    documents += list(pack_of("samlet-plan", "filled", "default"))
    words = [document for document in documents if document.name.endswith(".docx")]
    assert findings(words) == []
