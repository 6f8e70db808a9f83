"""Errors of templates: all at once, each with the template, the place, the tag and what to do."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledertrivsel_docs.engine import Link, Template
from ledertrivsel_docs.errors import TemplateError
from tests.support.packages import unzipped, zipped
from tests.support.word import MAIN, replaced, saved, word, word_xml


def problems(template: bytes, context: dict[str, object] | None = None) -> list[str]:
    """What is said about a template, or about rendering it where a context is given."""
    try:
        made = Template(template, name="brev.docx")
        if context is not None:
            made.render(context)
    except TemplateError as error:
        return [str(problem) for problem in error.problems]
    raise AssertionError("nothing is said")


def in_cells(*rows: tuple[str, ...]) -> bytes:
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return saved(document)


# template, the tag or sign that is told, words of the message
WRONG: dict[str, tuple[bytes, str, str]] = {
    "never closed": (word("{% if a %}x"), "{% if a %}", "never closed. Add {% endif %}"),
    "never opened": (word("x{% endfor %}"), "{% endfor %}", "isn't open"),
    "crossing": (word("{% for a in b %}{% if a %}{% endfor %}{% endif %}"), "{% endfor %}", "isn't open"),
    "ends in two paragraphs": (word("{% if a %}", "{% endif %}"), "{% endif %}", "different parts"),
    "ends in two cells": (in_cells(("{% if a %}", "{% endif %}")), "{% if a %}", "different parts"),
    "ends in and out of a table": (in_cells(("{%p if a %}",), ("{%p endif %}",)), "{%p endif %}", "different parts"),
    "two else": (word("{% if a %}{% else %}{% else %}{% endif %}"), "{% else %}", "comes after"),
    "elif after else": (word("{% if a %}{% else %}{% elif b %}{% endif %}"), "{% elif b %}", "comes after"),
    "else that says more": (word("{% if a %}{% else b %}{% endif %}"), "{% else b %}", "says more"),
    "opened only": (word("Hej {{ navn"), "{{", "no partner"),
    "closed only": (word("navn }}"), "}}", "no partner"),
    "wrong brackets": (word("{{ navn }"), "{{", "no partner"),
    "empty": (word("{{ }}"), "{{ }}", "empty"),
    "unreadable": (word("{{ a b }}"), "{{ a b }}", "can't be read"),
    "no condition": (word("{% if %}x{% endif %}"), "{% if %}", "can't be read"),
    "unknown filter": (word("{{ a|uper }}"), "{{ a|uper }}", "There is upper"),
    "unknown test": (word("{% if a is defind %}{% endif %}"), "{% if a is defind %}", "There is defined"),
    "a filter of the engine": (word("{{ a|counted }}"), "{{ a|counted }}", "doesn't exist"),
    "white space control": (word("{{- a }}"), "{{- a }}", "white space"),
    "printed with a prefix": (word("{{r a }}"), "{{r a }}", "Write {{ a }}"),
    "text beside {%p": (word("x {%p if a %}", "{%p endif %}"), "{%p if a %}", "“x”, which would be lost"),
    "a tag beside {%p": (word("{%p if a %}{{ b }}", "{%p endif %}"), "{%p if a %}", "“{{ b }}”, which would be lost"),
    "text beside {%tr": (
        *(in_cells(("{%tr for i in a %}", "x"), ("", "{%tr endfor %}")), "{%tr for i in a %}"),
        "“x”, which would be lost",
    ),
    "a picture beside {%p": (
        word_xml("<w:p><w:r><w:t>{%p set a = 1 %}</w:t></w:r><w:r><w:drawing/></w:r></w:p>"),
        *("{%p set a = 1 %}", "“drawing”, which would be lost"),
    ),
    "a page break beside {%p": (
        word_xml('<w:p><w:r><w:t>{%p set a = 1 %}</w:t><w:br w:type="page"/></w:r></w:p>'),
        *("{%p set a = 1 %}", "“br”, which would be lost"),
    ),
    "{%tr outside a table": (word("{%tr for i in a %}", "{%tr endfor %}"), "{%tr for i in a %}", "no such part"),
    "a tag in a tracked deletion": (
        word_xml("<w:p><w:del><w:r><w:delText>{{ a }}</w:delText></w:r></w:del></w:p>"),
        *("deleted", "Accept or reject"),
    ),
    "a loop inside itself": (word("{% for i in a recursive %}{% endfor %}"), "recursive", "Leave out"),
    "a huge number": (word("{{ " + "9" * 5000 + " }}"), "{{ 999", "longer than 2000 characters"),
    **{
        f"the statement {tag.split()[0]}": (word(f"{{% {tag} %}}"), f"{{% {tag} %}}", "not one that a template can use")
        for tag in (
            *("macro m()", "include 'x'", "import 'x' as y", "from 'x' import y", "extends 'x'", "raw", "block b"),
            *("call m()", "filter upper", "endblock", "do a", "autoescape false", "set x", "fro a in b", "break"),
        )
    },
}  # fmt: skip


@pytest.mark.parametrize("kind", WRONG)
def test_tells_what_is_wrong(kind: str) -> None:
    template, tag, words = WRONG[kind]
    told = problems(template)
    assert all(line.startswith("brev.docx: text, ") for line in told)
    assert any(tag in line and words in line for line in told), told
    assert len(set(told)) == len(told)


def test_tells_all_at_once_with_their_places() -> None:
    document = docx.Document()
    document.add_paragraph("fine")
    document.add_paragraph("{{ a b }}")
    document.add_table(2, 2).cell(1, 0).text = "{% if %}{% endif %}"
    document.add_paragraph("{{ a|foo }}{% macro m() %}")
    document.sections[0].header.paragraphs[0].text = "{{ c"
    document.sections[0].footer.paragraphs[0].text = "{% endif %}"
    told = problems(saved(document))
    places = ["text, paragraph 2", "text, table 1, row 2, cell 1", "text, paragraph 7", "text, paragraph 7"]
    assert [line.split(": ")[1] for line in told] == [*places, "header, paragraph 1", "footer, paragraph 1"]


def test_a_tag_in_a_content_control_is_told_once() -> None:
    content = "<w:sdtContent><w:p><w:r><w:t>{{ a b }}</w:t></w:r></w:p></w:sdtContent>"
    assert len(problems(word_xml(f"<w:sdt><w:sdtPr><w:date/></w:sdtPr>{content}</w:sdt>"))) == 1


def test_an_opening_split_over_runs_is_seen() -> None:
    assert "no partner" in problems(word_xml("<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ a</w:t></w:r></w:p>"))[0]


def test_braces_in_a_tracked_deletion_are_fine() -> None:
    data = word_xml("<w:p><w:del><w:r><w:delText>{x} \ue000</w:delText></w:r></w:del></w:p>")
    assert "{x} &#xE000;" in unzipped(Template(data).render({}))[MAIN].decode()


def test_blocks_too_deep_for_python_are_told() -> None:
    deep = "".join(f"{{% for i{n} in a %}}" for n in range(25)) + "{% endfor %}" * 25
    assert "nested" in problems(word(deep))[0]
    assert problems(word("{{ " + "(" * 3000 + "a" + ")" * 3000 + " }}"))


class TestRendering:
    def test_every_missing_name_is_told_over_all_parts(self) -> None:
        document = docx.Document()
        document.add_paragraph("{{ nvan }} {{ navn }} {{ b + 1 }} {{ 2 * c }} {{ d|round }}")
        document.add_table(1, 1).cell(
            0, 0
        ).text = "{% for i in items %}{{ i.nam }}{% endfor %}{% if e > 1 %}{% endif %}"
        document.sections[0].header.paragraphs[0].text = "{{ f }}"
        told = problems(saved(document), {"navn": "x", "items": [{"name": 1}, {"name": 2}]})
        expected = [
            "text, paragraph 1: {{ nvan }}: There is no value “nvan”. Did you mean “navn”?",
            *(
                f"text, paragraph 1: {{{{ {tag} }}}}: There is no value “{n}”."
                for tag, n in (("b + 1", "b"), ("2 * c", "c"))
            ),
            "text, paragraph 1: {{ d|round }}: There is no value “d”.",
            "text, table 1, row 1, cell 1: {{ i.nam }}: There is no value “nam”. Did you mean “name”?",
            "text, table 1, row 1, cell 1: {% if e > 1 %}: There is no value “e”.",
            "header, paragraph 1: {{ f }}: There is no value “f”.",
        ]
        assert told == [f"brev.docx: {line}" for line in expected]

    def test_missing_names_and_bad_values_are_told_together(self) -> None:
        template = word("{{ a }} {{ b }}", "{{ c }}", "{{ d }}", "{{ e }}")
        values: dict[str, object] = {"a": "\x01", "c": Link("x", "javascript:1"), "d": "\ud800", "e": [1]}
        told = problems(template, values)
        words = ("U+0001", "“b”", "javascript:1", "U+D800", "“list”")
        assert all(word in line for word, line in zip(words, told, strict=True)), told

    @pytest.mark.parametrize("value", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\udc80"])
    def test_a_forbidden_character_is_told_with_its_tag(self, value: str) -> None:
        told = problems(word("x", "a {{ navn }}"), {"navn": f"Ann{value}a"})
        assert told[0].startswith(
            f"brev.docx: text, paragraph 2: {{{{ navn }}}}: The text holds the character U+{ord(value):04X}"
        )

    @pytest.mark.parametrize(
        "tag",
        [
            "{{ 5|dictsort }}",
            "{{ 1 / 0 }}",
            "{{ a.b.c }}",
            "{% for i in 5 %}{% endfor %}",
            "{{ 'a' < 1 }}",
            "{{ a|first|sum }}",
            "{{ a() }}",
        ],
    )
    def test_whatever_a_tag_does_is_told_with_its_place(self, tag: str) -> None:
        first = tag[: tag.index("}}" if tag.startswith("{{") else "%}") + 2]
        assert f"text, paragraph 2: {first}: " in problems(word("x", f"y {tag}"), {"a": {"b": 1}})[0]

    @pytest.mark.parametrize("value", [[1], {"a": 1}, (), {1}, len, range(3), iter("x")])
    def test_what_has_no_text_is_not_printed(self, value: object) -> None:
        for tag in ("{{ a }}", "{{ a|upper }}", "{{ a ~ 'x' }}"):
            assert "can't be printed" in problems(word(tag), {"a": value})[0]


def mutations(data: bytes) -> st.SearchStrategy[bytes]:
    """A template with something done to it: to a member's text, or to the zip itself."""
    parts = {name: content for name, content in unzipped(data).items() if name.endswith((".xml", ".rels"))}
    rubbish = [
        b"{{",
        b"}}",
        b"{%p ",
        b"%}",
        b"</w:p>",
        b"<w:tr>",
        b"<w:tc>",
        b"\xef\xbf\xbe",
        "\ue00e9\ue00f".encode(),
        b"&e;",
        b"\xff",
        b"{",
        b"&#13;",
        b'"',
        b"<w:t>",
    ]

    def spoil(part: str, seed: int, count: int) -> bytes:
        chance = random.Random(seed)
        text = bytearray(parts[part])
        for _ in range(count):
            place = chance.randrange(len(text))
            text[place : place + chance.choice((0, 0, 1, 9))] = chance.choice(rubbish)
        return zipped(unzipped(data) | {part: bytes(text)})

    def spoil_zip(seed: int, count: int) -> bytes:
        chance = random.Random(seed)
        text = bytearray(data)
        for _ in range(count):
            text[chance.randrange(len(text))] = chance.randrange(256)
        return bytes(text[: chance.choice((len(text), chance.randrange(len(text))))])

    seeds, counts = st.integers(0, 2**32), st.integers(1, 3)
    likely = st.sampled_from([MAIN] * 8 + sorted(parts))
    return st.one_of(
        st.builds(spoil, likely, seeds, counts),
        st.builds(spoil, st.just(MAIN), seeds, counts),
        st.builds(spoil_zip, seeds, counts),
    )


def rich() -> bytes:
    document = docx.Document()
    document.add_paragraph("Hej {{ a }}{% if b %}x{% else %}y{% endif %}")
    document.add_paragraph("{%p for i in items %}")
    document.add_paragraph("{{ i }}")
    document.add_paragraph("{%p endfor %}")
    table = document.add_table(3, 1)
    for row, text in zip(table.rows, ("{%tr for i in items %}", "{{ i }}", "{%tr endfor %}"), strict=True):
        row.cells[0].text = text
    content = "<w:sdtContent><w:r><w:t>{{ b }}</w:t></w:r></w:sdtContent>"
    control = f'<w:sdt><w:sdtPr><w:alias w:val="{{{{ a }}}}"/><w:date/></w:sdtPr>{content}</w:sdt>'
    bookmark = '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'
    change: Callable[[str], str] = lambda xml: xml.replace("<w:sectPr", f"<w:p>{control}{bookmark}</w:p><w:sectPr", 1)  # noqa: E731
    return replaced(saved(document), MAIN, change)


@given(mutations(rich()))
@settings(max_examples=250, deadline=None, database=None, derandomize=True)
def test_a_damaged_template_is_an_error_of_ours_or_none(data: bytes) -> None:
    with contextlib.suppress(TemplateError):
        Template(data).render({"a": "1", "b": 1, "items": ["x", "y"]})
