"""docxtpl is the yardstick: on templates nobody has thought of, the engine says what docxtpl says."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.table import _Cell
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledertrivsel_docs.engine import Template
from tests.support.word import contents, saved, word

EXAMPLES = int(os.environ.get("LEDERTRIVSEL_EXAMPLES", "40"))
AWKWARD = (
    *("&", "<", ">", '"', "'", "]]>", "</w:t>", "&amp;", "<w:p/>", "{{ 7*7 }}", "{% if x %}", "{#", "}}", "\\"),
    *(
        "\n",
        "\t",
        " ",
        "  ",
        "\xa0",
        "😀",
        "👩‍👩‍👧",
        "שלום",
        "مرحبا",
        "æøå",
        "“",
        "–",
        "\ue000",
        "\ue00e0\ue00f",
        "\u200b",
        "a",
    ),
)
VALUES = st.lists(st.sampled_from(AWKWARD), max_size=6).map("".join)
WORDS = st.lists(st.sampled_from((" ", "&", "<", ">", '"', "“x”", "æ", "😀", "ord", "%", "#", "\ue001")), max_size=3)
ITEMS = st.lists(st.fixed_dictionaries({"name": VALUES, "flag": st.booleans()}), max_size=3)
CONTEXTS = st.fixed_dictionaries(
    {"a": VALUES, "b": VALUES, "n": st.integers(-5, 5), "yes": st.booleans(), "items": ITEMS, "more": ITEMS}
)
FILTERS = st.sampled_from(("", "", "|upper", "|trim", '|default("–")', "|replace(“a”, ‘b’)", "|e"))

# A template, as data: a block is ("paragraph", pieces), ("for", …), ("if", …) or ("table", rows).
Block = tuple[Any, ...]


def expressions(scope: tuple[str, ...]) -> st.SearchStrategy[str]:
    names = ("a", "b", "n", "items|length", "(n + 2) * 3", "“curly”", "a ~ b", "‘yes’ if yes else ‘no’")
    return st.tuples(st.sampled_from(names + scope), FILTERS).map(lambda parts: f"{{{{ ({parts[0]}){parts[1]} }}}}")


def conditions(scope: tuple[str, ...]) -> st.SearchStrategy[str]:
    flags = tuple(name for name in scope if name.endswith("flag"))
    return st.sampled_from(("yes", "not yes", "n > 0", "items", "a == b", "n < 3 and yes", *flags))


@st.composite
def inline(draw: st.DrawFn, scope: tuple[str, ...] = (), depth: int = 2) -> str:
    """The text of a paragraph."""
    kinds = ["words", "print"] + (["if", "for"] if depth else [])
    written = []
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=4)):
        if kind == "words":
            written.append("".join(draw(WORDS)))
        elif kind == "print":
            written.append(draw(expressions(scope)))
        elif kind == "if":
            first, second, third = (draw(inline(scope, depth - 1)) for _ in range(3))
            middle = draw(
                st.sampled_from(("", f"{{% else %}}{third}", f"{{% elif n == 1 %}}{second}{{% else %}}{third}"))
            )
            written.append(f"{{% if {draw(conditions(scope))} %}}{first}{middle}{{% endif %}}")
        else:
            inner = draw(inline((*scope, f"i{depth}.name", "loop.index", f"i{depth}.flag"), depth - 1))
            written.append(f"{{% for i{depth} in {draw(st.sampled_from(('items', 'more')))} %}}{inner}{{% endfor %}}")
    return "".join(written)


@st.composite
def runs(draw: st.DrawFn, scope: tuple[str, ...] = ()) -> list[str]:
    """A paragraph's text, cut into runs anywhere: also in the middle of a tag."""
    return draw(cut(draw(inline(scope))))


@st.composite
def cut(draw: st.DrawFn, text: str) -> list[str]:
    places = sorted(draw(st.sets(st.integers(1, max(len(text) - 1, 1)), max_size=5)))
    return [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True) if text[start:end]]


@st.composite
def blocks(draw: st.DrawFn, scope: tuple[str, ...] = (), depth: int = 2, tables: bool = True) -> list[Block]:
    kinds = ["paragraph"] * 3 + (["for", "if"] if depth else []) + (["table"] if depth and tables else [])
    return [draw(block(kind, scope, depth)) for kind in draw(st.lists(st.sampled_from(kinds), max_size=3))]


@st.composite
def block(draw: st.DrawFn, kind: str, scope: tuple[str, ...], depth: int) -> Block:
    if kind == "paragraph":
        return ("paragraph", draw(runs(scope)))
    if kind == "for":
        inner = (*scope, f"p{depth}.name", f"p{depth}.flag")
        return ("for", draw(cut(f"{{%p for p{depth} in items %}}")), draw(blocks(inner, depth - 1)))
    if kind == "if":
        return ("if", draw(conditions(scope)), draw(blocks(scope, depth - 1)), draw(blocks(scope, depth - 1)))
    inner = (*scope, f"r{depth}.name", "loop.index")
    row = st.tuples(cells(inner, depth - 1), cells(inner, depth - 1))
    return ("table", depth, draw(st.lists(row, min_size=1, max_size=2)), draw(runs(scope)))


def cells(scope: tuple[str, ...], depth: int) -> st.SearchStrategy[list[Block]]:
    return st.tuples(blocks(scope, depth, tables=False), runs(scope)).map(lambda c: [*c[0], ("paragraph", c[1])])


def write(blocks: list[Block], container: Any) -> None:
    """Writes blocks into a document, header or cell."""
    for kind, *parts in blocks:
        if kind == "paragraph":
            paragraph(container, parts[0])
        elif kind == "for":
            paragraph(container, parts[0])
            write(parts[1], container)
            paragraph(container, ["{%p endfor %}"])
        elif kind == "if":
            paragraph(container, [f"{{%p if {parts[0]} %}}"])
            write(parts[1], container)
            paragraph(container, ["{%p else %}"])
            write(parts[2], container)
            paragraph(container, ["{%p endif %}"])
        else:
            table(container, *parts)


def paragraph(container: Any, runs: list[str]) -> None:
    made = container.add_paragraph()
    for number, text in enumerate(runs):
        made.add_run(text).bold = bool(number % 2)


def table(container: Any, depth: int, rows: list[Any], first: list[str]) -> None:
    made = container.add_table(1, 2) if isinstance(container, _Cell) else container.add_table(1, 2, *_width(container))
    paragraph(made.cell(0, 0), first)
    made.add_row().cells[0].text = f"{{%tr for r{depth} in more %}}"
    for row in rows:
        for cell, content in zip(made.add_row().cells, row, strict=True):
            write(content, cell)
    made.add_row().cells[1].text = "{%tr endfor %}"


def _width(container: Any) -> list[int]:
    return [] if hasattr(container, "sections") else [4_000_000]  # a header wants to be told


def template(body: list[Block], header: list[Block], footer: list[Block]) -> bytes:
    document = docx.Document()
    write(body, document)
    end = ("paragraph", ["end"])  # what Word ends a header with, and the engine adds after a table
    write([*header, end], document.sections[0].header)
    write([*footer, end], document.sections[0].footer)
    return saved(document)


def by_docxtpl(template: bytes, context: dict[str, Any]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(context, autoescape=True)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@settings(
    max_examples=EXAMPLES,
    derandomize=EXAMPLES == 40,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(body=blocks(), header=blocks(depth=1), footer=blocks(depth=1), context=CONTEXTS)
def test_says_what_docxtpl_says(
    body: list[Block], header: list[Block], footer: list[Block], context: dict[str, Any]
) -> None:
    made = template(body, header, footer)
    assert contents(Template(made).render(context)) == contents(by_docxtpl(made, context))


def rowless_table() -> bytes:
    document = docx.Document()
    made = document.add_table(3, 1)
    for row, text in enumerate(("{%tr for i in items %}", "{{ i.name }}", "{%tr endfor %}")):
        made.cell(row, 0).text = text
    document.add_paragraph("end")
    return saved(document)


def bare_cell() -> bytes:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "{%p if a %}"
    cell.add_paragraph("{{ a }}")
    cell.add_paragraph("{%p endif %}")
    return saved(document)


# Where we say something else, and why.
EXCEPTIONS: dict[str, tuple[Callable[[], bytes], dict[str, Any], list[Any]]] = {
    "a table without rows is a broken file in Word": (rowless_table, {"items": []}, ["end"]),
    "a cell without a paragraph is a broken file in Word": (bare_cell, {"a": ""}, [[[[""]]]]),
    "a value is what it says, also where it looks like docxtpl's escaped signs": (
        *(lambda: word("{{ a }}"), {"a": "{_{ x }_} {_% %_}"}, ["{_{ x }_} {_% %_}"]),
    ),
    "nothing is nothing, not the word None": (lambda: word("[{{ a }}]"), {"a": None}, ["[]"]),
    "a dash inside quotes is text": (lambda: word("{{ 'a – b' }} {{ 3 – 1 }}"), {}, ["a – b 2"]),
    "every kind of line end is one line break": (lambda: word("{{ a }}"), {"a": "1\r\n2\u20283"}, ["1\n2\n3"]),
    "a brace next to a tag stays a brace": (lambda: word("{{% if a %}x{% endif %} }"), {"a": 1}, ["{x }"]),
    "a mapping's own keys come before its methods": (
        *(lambda: word("{{ a.items }}"), {"a": {"items": "ours"}}, ["ours"]),
    ),
}


@pytest.mark.parametrize("reason", EXCEPTIONS)
def test_says_something_else_on_purpose(reason: str) -> None:
    make, context, expected = EXCEPTIONS[reason]
    assert contents(Template(make()).render(context))["word/document.xml"] == expected
    try:
        theirs = contents(by_docxtpl(make(), context))["word/document.xml"]
    except Exception as error:  # docxtpl gives up
        theirs = [repr(error)]
    assert theirs != expected
