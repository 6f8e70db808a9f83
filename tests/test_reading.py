"""A YAML file in: text with lines, or every slip told with file, line and what to write instead."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ledertrivsel_docs.errors import InputError, Problem
from ledertrivsel_docs.reading import yaml_text
from ledertrivsel_docs.reading.characters import NOT_IN_XML
from ledertrivsel_docs.reading.yaml_text import MAX_BYTES, parse


def problems(text: str | bytes, aliases: dict[str, str] | None = None) -> list[str]:
    content = text.encode() if isinstance(text, str) else text
    with pytest.raises(InputError) as caught:
        parse("f.yaml", content, aliases)
    assert all(problem.remedy for problem in caught.value.problems)
    return [str(problem) for problem in caught.value.problems]


def test_every_scalar_is_read_as_the_text_that_stands_there() -> None:
    text = parse("f.yaml", b"a: 9.30\nb: 0012345\nc: no\nd: 12:30\ne: 2027-01-12\nf: null\ng: ~\nh:\ni: ''\n")
    assert text.data == {
        "a": "9.30",
        "b": "0012345",
        "c": "no",
        "d": "12:30",
        "e": "2027-01-12",
        "f": "null",
        "g": "~",
        "h": None,
        "i": "",
    }


def test_a_block_of_text_ends_with_its_last_line() -> None:
    assert parse("f.yaml", b"a: |\n  x\n  y\n\nb: >\n  z\n").data == {"a": "x\ny", "b": "z"}


def test_every_value_knows_its_line() -> None:
    text = parse("f.yaml", b"a: 1\nb:\n  - c: 2\n    d:\n      e: 3\n  - 4\nf: |\n  x\n")
    assert [text.line(loc) for loc in (("a",), ("b",), ("b", 0, "c"), ("b", 0, "d"), ("b", 0, "d", "e"), ("b", 1))] == [
        1,
        2,
        3,
        4,
        5,
        6,
    ]
    assert text.line(("b", 0, "missing")) == 3
    assert text.line(("b", 7)) == 2


def test_lines_are_counted_as_editors_do() -> None:
    assert parse("f.yaml", "a: 'x\u2028y'\nb: 1\r\nc: 2\n".encode()).line(("c",)) == 3


def test_anchors_serve_as_in_yaml() -> None:
    text = parse("f.yaml", b"a: &place {x: Salen}\nb: *place\n")
    assert text.data == {"a": {"x": "Salen"}, "b": {"x": "Salen"}}
    assert text.line(("b", "x")) == 1


def test_keys_are_taken_in_two_languages() -> None:
    text = parse("f.yaml", "deltagere: 3\nmål:\n  dato: x\n".encode(), {"deltagere": "participants", "dato": "date"})
    assert text.data == {"participants": "3", "mål": {"date": "x"}}
    assert text.written(("participants",)) == "deltagere"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_from_any_editor_is_decoded_by_its_mark(encoding: str) -> None:
    assert parse("f.yaml", "navn: Købing\n".encode(encoding)).data == {"navn": "Købing"}


REFUSED = {
    "key twice": ("a: 1\nb: 2\na: 3\n", 3, "“a” is also on line 1"),
    "tag": ("a: 1\nb: !!python/object:os.system x\n", 2, "“!!python/object:os.system”"),
    "tag on a mapping": ("a: !x {b: c}\n", 1, "“!x”"),
    "two documents": ("a: 1\n---\nb: 2\n", 2, "more than one document"),
    "self-reference": ("a:\n  b: &x [*x]\n", 2, "“*x” refers to itself"),
    "unknown alias": ("a: 1\nb: *x\n", 2, "“*x” refers to nothing"),
    "alias and more": ("a: *x og y\n", 1, "“*x” refers to nothing"),
    "unused anchor": ("a: &Co holder fri\n", 1, "“&Co” names something that nothing refers to"),
    "too deep": (f"a: 1\nb: {'[' * 100}\n", 2, "nested too deep"),
    "tab": ("a: 1\nb:\n\tc: 2\n", 3, "indented with a tab"),
    "colon": ("a: 1\nb: Sparring: hvad\n", 2, "a colon in text without quotes"),
    "comma in {}": ("a: {reason: lang, meget lang, who: x}\n", 1, "The comma before “meget lang”"),
    "hash": ("a: 1\nb: Sparring #1 hver uge\n", 2, "“#1 hver uge” is read as a comment"),
    "hash first": ("a: #12414F\n", 1, "“#12414F” is read as a comment"),
    "quote open at the end": ('a: "x\nb: 1\n', 1, "quotation mark on this line is never closed"),
    "quote open over lines": ('a: "x\nb: 1\nc: "y"\n', 1, "quotation mark on this line is never closed"),
    "quote closed too soon": ('a: "x" og y\n', 1, "text after the closing quotation mark"),
    "bracket open": ("a: 1\nb: [x, y\nc: 2\n", 2, "The [ on this line isn't closed"),
    "deeper than its neighbours": ("a: x\n  b: 1\n", 2, "isn't indented like those it belongs with"),
    "between two columns": ("a:\n  b: 1\n c: 2\n", 3, "isn't indented like those it belongs with"),
    "less than the first line": ("  a: 1\nb: 2\n", 2, "isn't indented like those it belongs with"),
    "no colon": ("a: 1\nb 2\nc: 3\n", 2, "no colon after its name"),
    "no colon in the first line": ("a\nb: 2\n", 1, "no colon after its name"),
    "begins with @": ("a: @x\n", 1, "Text that begins with @ needs quotes"),
    "begins with [": ("a: [x] og y\n", 1, "Text that begins with [ needs quotes"),
    "begins with >": ("a: > x\n", 1, "Text that begins with > needs quotes"),
    "begins with &": ("a: & x\n", 1, "Text that begins with & needs quotes"),
    "braces": ("a: {{ navn }}\n", 1, "A name is expected"),
    "hyphen": ("a: - x\n", 1, "A hyphen that begins a list"),
    "list under text": ("a: x\n  - y\n", 1, "The list below this text"),
    "backslash": ('a: "C:\\Users"\n', 1, "A backslash in double quotes"),
    "control character": ("a: 1\nb: x\x01\n", 2, "The character U+0001"),
    "escaped control character": ('a: 1\nb: "x\\u0001"\n', 2, "The character U+0001"),
    "noncharacter": ('a: "\\uffff"\n', 1, "The character U+FFFF"),
    "escaped surrogate": ('a: 1\nb: "\\ud800"\n', 2, "U+D800 is half a character"),
    "mark inside": ("a: 1\nb: x\ufeffy\n", 2, "The character U+FEFF"),
}


@pytest.mark.parametrize(("text", "line", "said"), REFUSED.values(), ids=REFUSED)
def test_a_slip_is_told_with_its_line(text: str, line: int, said: str) -> None:
    told = problems(text)
    assert len(told) == 1, told
    assert told[0].startswith(f"f.yaml:{line}: ")
    assert said in told[0]


@pytest.mark.parametrize(
    "text",
    [
        "a: 18  # antal\n",
        "a: C# og F#\n",
        'a: "x # y"\n',
        "# x\na: 1\n",
        "a: {b: , c: 1}\n",
        "---\na: 1\n",
        "a: kl. 9:30\n",
        "a: >\n  - x\n",
        "a: [x, y]  # z\n",
        "a:\tb\n",
    ],
)
def test_what_is_no_slip_is_taken(text: str) -> None:
    assert parse("f.yaml", text.encode()).data


def test_a_key_in_two_languages_is_a_key_twice() -> None:
    told = problems("deltagere: 3\nx: 1\nparticipants: 4\n", {"deltagere": "participants"})
    assert told == ["f.yaml:3: “participants” is the same as “deltagere” on line 1. Keep one of them."]


def test_aliases_that_grow_are_stopped() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    told = problems("\n".join(rows) + "\nb: *a8\n")
    assert any("grows too large" in one for one in told)


def test_a_file_that_is_no_utf8_is_told_with_the_line() -> None:
    assert problems("a: 1\nb: Købing\n".encode("cp1252")) == [
        "f.yaml:2: The file isn't saved as UTF-8. Save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8)."
    ]


def test_a_file_too_large_is_not_read() -> None:
    assert "larger than 2 MB" in problems(b"#" * (MAX_BYTES + 1))[0]


def test_all_slips_are_told_at_once_in_order() -> None:
    told = problems('a: x: y\nb: 1\nb: "\\u0002"\nc: z: w\nd: #skjult\ne: !t 1\nf: \x03\n')
    assert [one.split(": ")[0] for one in told] == [f"f.yaml:{line}" for line in (1, 3, 3, 4, 5, 6, 7)]


def test_without_libyaml_the_same_is_read_and_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "LOADER", yaml.SafeLoader)
    assert parse("f.yaml", b"a: 9.30\nb: [x, {c: d}]\n").data == {"a": "9.30", "b": ["x", {"c": "d"}]}
    for name in (
        "key twice",
        "colon",
        "hash",
        "tab",
        "comma in {}",
        "quote open at the end",
        "escaped control character",
    ):
        text, line, said = REFUSED[name]
        told = problems(text)
        assert len(told) == 1, told
        assert told[0].startswith(f"f.yaml:{line}: ")
        assert said in told[0]


def read_or_refused(content: bytes) -> tuple[object, list[Problem]]:
    try:
        return parse("f.yaml", content).data, []
    except InputError as error:
        return None, list(error.problems)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_quoted_text_comes_back_letter_by_letter_or_is_refused(text: str) -> None:
    quoted = "".join(char if char.isprintable() and char not in '"\\' else f"\\U{ord(char):08X}" for char in text)
    data, problems = read_or_refused(f'a: "{quoted}"\n'.encode())
    assert len(problems) == len(set(NOT_IN_XML.findall(text)))
    assert problems or data == {"a": text}
    assert all(problem.line == 1 for problem in problems)


@given(st.text())
def test_json_text_comes_back_or_is_refused(text: str) -> None:
    data, problems = read_or_refused(b'{"a": ' + json.dumps(text).encode() + b"}")
    if problems:
        assert NOT_IN_XML.search(text) or max(text) > "\uffff"
        assert all(problem.line == 1 for problem in problems)
    else:
        assert data == {"a": text}


@given(st.binary() | st.text(alphabet="ab:-#\"'{}[]|>&*!?%@`\\,\n\t ~=<.").map(str.encode))
def test_any_bytes_are_read_or_refused_clearly(content: bytes) -> None:
    _, problems = read_or_refused(content)
    assert all(problem.file == "f.yaml" and problem.remedy for problem in problems)
