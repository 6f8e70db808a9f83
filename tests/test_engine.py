"""The engine's values and structure: what a reader of the document would notice."""

from __future__ import annotations

import datetime
import io
import struct

import docx
import pytest

from ledertrivsel_docs.engine import DateText, Link, Picture, Placeholder, Properties, Template
from ledertrivsel_docs.errors import TemplateError
from tests.support.word import (
    MAIN,
    W14,
    WP,
    R,
    W,
    paragraph_text,
    relationships,
    replaced,
    saved,
    texts,
    tree,
    unzipped,
    word,
    word_xml,
    zipped,
)

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">IIBBBBB", 20, 10, 8, 2, 0, 0, 0) + b"\0\0\0\0"
JPEG = b"\xff\xd8\xff\xe0\x00\x04\0\0\xff\xff\xc0\x00\x11\x08\x00\x0a\x00\x14\x03" + b"\0" * 12
AT = "https://at.dk/?a=1&b=2"


def rendered(template: bytes, **context: object) -> bytes:
    return Template(template).render(context)


def control(kind: str, content: str, identity: str = '<w:id w:val="7"/>') -> str:
    text = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{content}</w:t></w:r>'
    properties = f'<w:sdtPr><w:alias w:val="{{{{ name }}}}"/>{identity}<w:showingPlcHdr/>{kind}</w:sdtPr>'
    return f"<w:p><w:sdt>{properties}<w:sdtContent>{text}</w:sdtContent></w:sdt></w:p>"


class TestText:
    @pytest.mark.parametrize(
        "value",
        [
            *(
                "& < > \" ' ]]>",
                "</w:t>",
                "{{ 7*7 }}",
                "{% if x %}",
                "&amp;",
                " blanks around ",
                "😀 👩‍👩‍👧",
                "שלום",
                "\u200b",
            ),
            *("\ue000", "\ue001", "\ue001x;", "\ue002\ue003\ue004", "\ue00e0\ue00f", "x" * 5000),
        ],
    )
    def test_is_what_the_value_says(self, value: str) -> None:
        header = docx.Document()
        header.add_paragraph("[{{ value }}]")
        header.sections[0].header.add_paragraph("[{{ value }}]")
        made = rendered(saved(header), value=value)
        assert f"[{value}]" in texts(made)
        assert f"[{value}]" in texts(made, "word/header1.xml")

    @pytest.mark.parametrize(("value", "text"), [(None, ""), (0, "0"), (2.5, "2.5"), (True, "True")])
    def test_of_a_value_that_is_no_text(self, value: object, text: str) -> None:
        assert texts(rendered(word("{{ value }}"), value=value)) == [text]

    def test_newlines_and_tabs_are_elements(self) -> None:
        body = tree(rendered(word("{{ value }}"), value="1\n2\r\n3\t4"))
        assert len(body.findall(f".//{W}br")) == 2
        assert len(body.findall(f".//{W}tab")) == 1

    def test_newlines_in_an_attribute_are_blanks(self) -> None:
        made = rendered(word_xml(control("<w:text/>", "x")), name='1\n2"<')
        alias = tree(made).find(f".//{W}alias")
        assert alias is not None
        assert alias.get(f"{W}val") == '1 2"<'

    def test_marks_in_the_template_are_text(self) -> None:
        text = "\ue000 \ue001x; \ue002 \ue003\ue004 \ue00e0\ue00f"
        assert texts(rendered(word(text + " {{ value }}", text), value="v")) == [text + " v", text]

    def test_braces_in_the_template_are_text(self) -> None:
        text = "{a} {_{ x }_} {_% y %_} {}_} }{ "
        assert texts(rendered(word(text + "{{ v }}"), v="")) == ["{a} {{ x }} {% y %} {}} }{ "]

    def test_escaping_twice_is_escaping_once(self) -> None:
        assert texts(rendered(word("{{ value|e }} {{ (value|e)|upper }}"), value="a<b")) == ["a<b A<B"]

    def test_curly_quotes_in_a_tag_are_straight(self) -> None:
        assert texts(rendered(word("{% if a == “x” %}{{ ‘yes’ }}{% endif %}"), a="x")) == ["yes"]


class TestLinks:
    def test_one_relationship_for_each_target_in_order_of_use(self) -> None:
        document = docx.Document()
        document.add_paragraph("{{ b }} {{ a }} {{ b }}")
        document.sections[0].header.paragraphs[0].text = "{{ a }}"
        made = rendered(saved(document), a=Link("At & co", AT), b=Link("Mail", "mailto:hr@eksempel.dk"))
        links = [(i, t) for i, (kind, t) in relationships(made).items() if kind == "hyperlink"]
        assert [target for _, target in links] == ["mailto:hr@eksempel.dk", AT]
        used = [link.get(f"{R}id") for link in tree(made).iter(f"{W}hyperlink")]
        assert used == [links[0][0], links[1][0], links[0][0]]
        assert [target for kind, target in relationships(made, "word/header1.xml").values()] == [AT]
        assert "Mail At & co Mail" in texts(made)

    def test_a_bookmark_needs_no_relationship(self) -> None:
        made = rendered(word("{{ a }}"), a=Link("se", "#afsnit"))
        assert [link.get(f"{W}anchor") for link in tree(made).iter(f"{W}hyperlink")] == ["afsnit"]

    def test_is_text_inside_another_link_or_text(self) -> None:
        body = '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>{{ a }}</w:t></w:r></w:hyperlink></w:p>'
        assert texts(rendered(word_xml(body), a=Link("se", AT))) == ["se"]
        assert texts(rendered(word("{{ a ~ '.' }}"), a=Link("se", AT))) == ["se."]

    @pytest.mark.parametrize(
        "target",
        [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "at.dk",
            "https://a b",
            "https://\x01",
            "",
            "//x",
        ],
    )
    def test_refuses_what_is_no_address(self, target: str) -> None:
        with pytest.raises(TemplateError, match="paragraph 1"):
            rendered(word("{{ a }}"), a=Link("se", target))

    def test_ids_are_free_also_in_a_template_that_was_rendered_before(self) -> None:
        first = rendered(word("{{ a }}", "{_{ a }_} {_{ p }_}", "{{ p }}"), a=Link("1", AT), p=Picture(PNG, "x"))
        second = rendered(first, a=Link("2", "https://bfa.dk"), p=Picture(JPEG, "y"))
        targets = [target for _, target in relationships(second).values()]
        assert {AT, "https://bfa.dk", "media/picture1.png", "media/picture1.jpeg"} <= set(targets)
        assert unzipped(second)["word/media/picture1.png"] == PNG

    def test_relationships_of_any_spelling_are_kept(self) -> None:
        part = "word/_rels/document.xml.rels"
        prefixed = replaced(
            word("{{ a }}"),
            part,
            lambda xml: (
                xml.replace("<Relationship", "<p:Relationship").replace("</Relationship", "</p:Relationship")
            ).replace("xmlns=", "xmlns:p="),
        )
        before, after = relationships(prefixed), relationships(rendered(prefixed, a=Link("x", AT)))
        assert after.items() > before.items()


class TestPictures:
    def test_is_drawn_with_alt_text_size_and_type(self) -> None:
        made = rendered(word("før {{ p }} efter"), p=Picture(PNG, 'Logo & "navn" \ue000', width=40))
        properties, extent = tree(made).find(f".//{WP}docPr"), tree(made).find(f".//{WP}extent")
        assert properties is not None
        assert extent is not None
        assert properties.get("descr") == 'Logo & "navn" \ue000'
        assert (extent.get("cx"), extent.get("cy")) == ("1440000", "720000")
        assert unzipped(made)["word/media/picture1.png"] == PNG
        assert b'Extension="png"' in unzipped(made)["[Content_Types].xml"]
        assert texts(made) == ["før  efter"]
        assert docx.Document(io.BytesIO(made)).inline_shapes[0].width.mm == 40

    def test_one_file_for_each_different_picture(self) -> None:
        document = docx.Document()
        document.add_paragraph("{% for p in pictures %}{{ p }}{% endfor %}")
        document.sections[0].header.paragraphs[0].text = "{{ pictures[0] }}"
        made = rendered(saved(document), pictures=[Picture(JPEG, "a"), Picture(PNG, "b"), Picture(JPEG, "c", height=5)])
        files = [name for name in unzipped(made) if name.startswith("word/media/")]
        assert files == ["word/media/picture1.jpeg", "word/media/picture2.png"]
        assert [kind for kind, _ in relationships(made, "word/header1.xml").values()] == ["image"]

    def test_without_alt_text_is_decorative(self) -> None:
        xml = unzipped(rendered(word("{{ p }}"), p=Picture(PNG, "")))[MAIN]
        assert b'descr=""' in xml
        assert (
            b'adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"' in xml
        )

    @pytest.mark.parametrize("data", [b"", b"GIF89a", PNG[:20], b"\xff\xd8\xff", PNG[:16] + b"\0" * 20])
    def test_refuses_what_is_no_picture(self, data: bytes) -> None:
        with pytest.raises(TemplateError, match="png or jpeg"):
            rendered(word("{{ p }}"), p=Picture(data, "x"))

    def test_refuses_a_picture_in_an_attribute(self) -> None:
        with pytest.raises(TemplateError, match="running text"):
            rendered(word_xml(control("<w:text/>", "x")), name=Picture(PNG, "x"))


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


class TestProperties:
    def test_are_what_the_caller_says(self) -> None:
        wanted = Properties("Titel & <mere>", author="HR", created=datetime.date(2027, 1, 2), custom={"kit": 'a"b'})
        made = Template(word("{{ a }}")).render({"a": 1}, properties=wanted)
        core = docx.Document(io.BytesIO(made)).core_properties
        assert (core.title, core.author, core.language) == ("Titel & <mere>", "HR", "da-DK")
        assert core.created == datetime.datetime(2027, 1, 2, tzinfo=datetime.UTC)
        custom = tree(made, "docProps/custom.xml")
        assert [(p.get("name"), p[0].text) for p in custom] == [("kit", 'a"b')]

    def test_forbidden_characters_are_refused(self) -> None:
        for wanted in (Properties("\x01"), Properties("x", custom={"a": "\ud800"})):
            with pytest.raises(TemplateError, match="properties"):
                Template(word()).render({}, properties=wanted)

    def test_under_a_name_of_another_program_are_found(self) -> None:
        odd = "package/services/metadata/core-properties/1.psmdcp"
        members = unzipped(word("{{ a }}"))
        members[odd] = members.pop("docProps/core.xml")
        for name in ("[Content_Types].xml", "_rels/.rels"):
            members[name] = members[name].replace(b"docProps/core.xml", odd.encode())
        made = Template(zipped(members)).render({"a": 1}, properties=Properties("Ny titel"))
        assert docx.Document(io.BytesIO(made)).core_properties.title == "Ny titel"
        assert odd not in unzipped(made)
