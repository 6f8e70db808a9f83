"""What the engine builds around values: content controls, ids, and tables that Word can open."""

from __future__ import annotations

import datetime
import io

import docx
import pytest

from ledertrivsel_docs.engine import DateText, Link, Placeholder, Template
from tests.support.word import MAIN, W14, WP, W, control, paragraph_text, replaced, saved, texts, tree, word, word_xml

AT = "https://at.dk/?a=1&b=2"


def rendered(template: bytes, **context: object) -> bytes:
    return Template(template).render(context)


class TestContentControls:
    def test_a_placeholder_shows_as_one(self) -> None:
        made = tree(rendered(word_xml(control("<w:text/>", "{{ a }}")), name="n", a=Placeholder("Skriv her")))
        assert made.find(f".//{W}sdtPr/{W}showingPlcHdr") is not None
        style = made.find(f".//{W}sdtContent//{W}rPr/{W}rStyle")
        assert style is not None
        assert style.get(f"{W}val") == "PlaceholderText"

    def test_an_answer_does_not(self) -> None:
        made = tree(rendered(word_xml(control("<w:text/>", "{{ a }}")), name="n", a="Svar"))
        assert made.find(f".//{W}showingPlcHdr") is None
        assert made.find(f".//{W}rStyle") is None
        assert [child.tag for child in made.find(f".//{W}sdtContent//{W}rPr")] == [f"{W}b"]  # type: ignore[union-attr]

    def test_a_placeholder_elsewhere_is_text(self) -> None:
        assert texts(rendered(word("{{ a }}"), a=Placeholder("Skriv her"))) == ["Skriv her"]

    def test_a_date_control_knows_its_day(self) -> None:
        kind = '<w:date w:fullDate="2000-01-01T00:00:00Z"><w:dateFormat w:val="d. MMMM yyyy"/></w:date>'
        template = Template(word_xml(control(kind, "{{ a }}")))
        dated = tree(template.render({"name": "n", "a": DateText("1. marts 2027", datetime.date(2027, 3, 1))}))
        plain = tree(template.render({"name": "n", "a": "senere"}))
        assert [date.get(f"{W}fullDate") for date in dated.iter(f"{W}date")] == ["2027-03-01T00:00:00Z"]
        assert [date.get(f"{W}fullDate") for date in plain.iter(f"{W}date")] == [None]

    @pytest.mark.parametrize(("value", "state", "sign"), [(True, "1", "☒"), (0, "0", "☐"), ("x", "1", "☒")])
    def test_a_tick_is_in_the_control_and_on_paper(self, value: object, state: str, sign: str) -> None:
        made = rendered(
            word_xml(control('<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>', "{{ a }}")), name="n", a=value
        )
        checked = tree(made).find(f".//{W14}checked")
        assert checked is not None
        assert checked.get(f"{W14}val") == state
        assert texts(made) == [sign]

    def test_what_libreoffice_puts_around_check_boxes_is_no_wall_for_statements(self) -> None:
        """It saves paragraphs from the first check box on within one control, which has the box's name."""
        tick = "<w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>{{ a }}</w:t></w:r></w:sdtContent>"
        box = f"<w:sdt>{tick}</w:sdt>"
        wrapped = (
            "<w:p><w:r><w:t>{%p if b %}</w:t></w:r></w:p>"
            '<w:sdt><w:sdtPr><w:id w:val="1"/><w:alias w:val="Navn {{ n }}"/></w:sdtPr><w:sdtContent>'
            f"<w:p>{box}<w:r><w:t>Ja</w:t></w:r></w:p><w:p><w:r><w:t>{{%p endif %}}</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>Slut</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        made = rendered(word_xml(wrapped), a=True, b=True, n=1)
        assert texts(made) == ["☒Ja", "Slut"]
        assert [name.get(f"{W}val") for name in tree(made).iter(f"{W}alias")] == ["Navn 1"]
        assert texts(rendered(word_xml(wrapped), a=True, b=False, n=1)) == ["Slut"]

    def test_text_behind_a_link_in_a_control_keeps_its_look(self) -> None:
        made = tree(rendered(word_xml(control("<w:text/>", "{{ a }} efter")), name="n", a=Link("se", AT)))
        last = made.findall(f".//{W}sdtContent/{W}r")[-1]
        assert [child.tag for child in last.find(f"{W}rPr")] == [f"{W}b"]  # type: ignore[union-attr]


class TestIds:
    BOOKMARK = '<w:bookmarkStart w:id="4" w:name="b{{ i }}"/><w:r><w:t>{{ i }}</w:t></w:r><w:bookmarkEnd w:id="4"/>'
    DRAWING = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/></wp:inline></w:drawing></w:r>'

    def template(self) -> bytes:
        loop = (
            "<w:p><w:r><w:t>{%p for i in items %}</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>",
        )
        repeated = f"<w:p>{self.BOOKMARK}{self.DRAWING}</w:p>{control('<w:text/>', '{{ i }}')}"
        document = docx.Document(io.BytesIO(word_xml(f"{loop[0]}{repeated}{loop[1]}<w:sectPr/>")))
        document.sections[0].header.paragraphs[0].text = "tag: {{ name }}"
        document.sections[0].footer.paragraphs[0].text = "no tag"
        made = saved(document)
        for part in ("word/header1.xml", "word/footer1.xml"):
            static = f'<w:p><w:bookmarkStart w:id="4" w:name="s"/>{self.DRAWING}<w:bookmarkEnd w:id="4"/></w:p>'
            made = replaced(made, part, lambda xml, static=static: xml.replace("<w:p>", static + "<w:p>", 1))  # type: ignore[misc]
        return made

    def test_are_unique_over_loops_and_parts_and_the_same_in_every_run(self) -> None:
        made = rendered(self.template(), items=[1, 2, 3], name="n")
        parts = [tree(made, part) for part in (MAIN, "word/header1.xml", "word/footer1.xml")]
        ids = {
            "controls": [e.get(f"{W}val") for part in parts for e in part.iterfind(f".//{W}sdtPr/{W}id")],
            "drawings": [e.get("id") for part in parts for e in part.iter(f"{WP}docPr")],
            "bookmarks": [e.get(f"{W}id") for part in parts for e in part.iter(f"{W}bookmarkStart")],
        }
        for kind, found in ids.items():
            assert len(found) >= 3, kind
            assert len(set(found)) == len(found), kind
            assert all(str(number).isdecimal() for number in found), kind
        ends = [e.get(f"{W}id") for part in parts for e in part.iter(f"{W}bookmarkEnd")]
        assert ends == ids["bookmarks"]
        assert rendered(self.template(), items=[1, 2, 3], name="n") == made

    def test_a_file_without_tags_has_ids_too(self) -> None:
        made = tree(rendered(word_xml(f"<w:p>{self.BOOKMARK}{self.DRAWING}</w:p>".replace("{{ i }}", "x"))))
        drawing = made.find(f".//{WP}docPr")
        assert drawing is not None
        assert str(drawing.get("id")).isdecimal()


class TestTables:
    def test_a_cell_ends_with_a_paragraph(self) -> None:
        document = docx.Document()
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "{%p for i in items %}"
        cell.add_paragraph("{{ i }}")
        cell.add_paragraph("{%p endfor %}")
        template = saved(document)
        for items in ([], ["a", "b"]):
            found = tree(rendered(template, items=items)).find(f".//{W}tc")
            assert found is not None
            assert found[-1].tag == f"{W}p"
            assert [paragraph_text(p) for p in found.iter(f"{W}p")] == (items or [""])

    def test_a_cell_that_ends_with_a_control_gets_no_further_line(self) -> None:
        inner = "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        body = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl><w:p/>"
        assert texts(rendered(word_xml(body), a="x")) == ["x", ""]

    def test_a_table_without_rows_disappears_also_in_another(self) -> None:
        rows = (
            "<w:tr><w:tc><w:p><w:r><w:t>{{%tr for {0} %}}</w:t></w:r></w:p></w:tc></w:tr>"
            "<w:tr><w:tc>{1}</w:tc></w:tr>"
            "<w:tr><w:tc><w:p><w:r><w:t>{{%tr endfor %}}</w:t></w:r></w:p></w:tc></w:tr>"
        )
        inner = "<w:tbl>" + rows.format("j in i", "<w:p><w:r><w:t>{{ j }}</w:t></w:r></w:p>") + "</w:tbl>"
        template = word_xml("<w:tbl>" + rows.format("i in items", inner) + "</w:tbl><w:p/>")
        for items, tables in (([], 0), ([[]], 1), ([[1], []], 2)):
            made = tree(rendered(template, items=list[object](items)))
            assert len(list(made.iter(f"{W}tbl"))) == tables
        assert texts(rendered(template, items=[[1], []])) == ["1", "", "", ""]


def test_names_of_controls_are_as_short_as_word_asks_and_keep_their_ends() -> None:
    template = word_xml(control('<w:tag w:val="{{ name }}.{{ mark }}"/>', "{{ mark }}"))
    made = tree(rendered(template, name="A & B " + "x" * 200, mark=3))
    alias, tag = (next(made.iter(f"{W}{name}")).get(f"{W}val", "") for name in ("alias", "tag"))
    assert (len(alias), len(tag)) == (64, 64)
    assert alias.startswith("A & B x")
    assert tag.endswith("…" + "x" * 12 + ".3")


def test_a_page_that_libreoffice_begins_behind_a_tag_begins_with_what_follows_it() -> None:
    tagged = "<w:p><w:r><w:t>{{%p {} %}}</w:t></w:r>{}</w:p>"
    pause = '<w:r><w:br w:type="page"/></w:r>'
    body = f"<w:p/>{tagged.format('if a', pause)}<w:p><w:r><w:t>Ny side</w:t></w:r></w:p>{tagged.format('endif', '')}"
    made = tree(rendered(word_xml(body), a=True))
    assert [paragraph_text(next(found.iterancestors(f"{W}p"))) for found in made.iter(f"{W}pageBreakBefore")] == [
        "Ny side"
    ]
    assert made.find(f".//{W}br") is None
