"""The engine's values and structure: what a reader of the document would notice."""

from __future__ import annotations

import datetime
import io

import docx
import pytest

from ledertrivsel_docs.engine import Link, Picture, Properties, Template
from ledertrivsel_docs.errors import TemplateError
from tests.support.packages import unzipped, zipped
from tests.support.pictures import JPEG, PNG
from tests.support.word import MAIN, WP, R, W, control, relationships, replaced, saved, texts, tree, word, word_xml

AT = "https://at.dk/?a=1&b=2"


def rendered(template: bytes, **context: object) -> bytes:
    return Template(template).render(context)


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

    def test_a_line_break_inside_a_tag_goes_with_it(self) -> None:
        body = "<w:p><w:r><w:t>[{{ va</w:t></w:r><w:r><w:br/><w:tab/><w:t>lue }}]</w:t><w:br/></w:r></w:p>"
        assert texts(rendered(word_xml(body), value="v")) == ["[v]\n"]

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
        second = rendered(first, a=Link("2", "https://bfa.dk"), p=Picture(PNG + b"x", "y"))
        targets = [target for _, target in relationships(second).values()]
        assert {AT, "https://bfa.dk", "media/picture1.png", "media/picture2.png"} <= set(targets)
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


class TestProperties:
    def test_are_what_the_caller_says(self) -> None:
        wanted = Properties(
            "Titel & <mere>", author="HR", language="da-DK", created=datetime.date(2027, 1, 2), custom={"kit": 'a"b'}
        )
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
