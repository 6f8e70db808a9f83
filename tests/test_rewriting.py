"""Answers go into a file that somebody wrote: a diff of it shows the answers and nothing else."""

from __future__ import annotations

import difflib
from datetime import date
from typing import Any

import pytest
import yaml

from ledertrivsel_docs.errors import InputError
from ledertrivsel_docs.models.programme import Programme
from ledertrivsel_docs.reading import marks, yaml_text
from ledertrivsel_docs.reading.handwriting import PlainValue
from ledertrivsel_docs.reading.rewriting import Put, put_in, rewritten
from tests.support.rewritten import ALIASES, STARTER, WRITTEN, put, read


def changed(content: bytes, *puts: Put) -> list[str]:
    """The lines that a diff shows."""
    diff = difflib.unified_diff(content.decode().splitlines(), put(content, *puts).splitlines(), n=0, lineterm="")
    return [f"{line[0]} {line[1:]}" for line in list(diff)[2:] if line[0] in "+-"]


def test_what_is_put_is_all_that_a_diff_shows() -> None:
    assert changed(
        WRITTEN,
        Put(("themes", "ratings", 32), {"theme": "sparring", "importance": 4.5, "success": 2, "group": 5}),
        Put(("themes", "selected", 4), "restitution"),
        Put(("levels", 0, "current", 10), 3),
        Put(("action_cards", 0, "status"), "Aftalt"),
        Put(("action_cards", 0, "tasks"), "HR: alt"),
        Put(("action_cards", 1, "goal"), "Først\n  så"),
        Put(("meetings", "tu-droeftelse", "groups"), 2),
        Put(("workshops", "prepare", "intro"), True),
        Put(("plan", "hearing_deadline"), date(2027, 3, 4)),
    ) == [
        '-   prepare: {date: 2027-01-12, start: 9.00, place: "Byrådssalen", facilitator: "HR", intro: false}',
        '+   prepare: {date: 2027-01-12, start: 9.00, place: "Byrådssalen", facilitator: "HR", intro: true}',
        *(f'{sign} {MESSAGE}"{end}}}' for sign, end in (("-", ""), ("+", ", groups: 2"))),
        "-     current: [1, 2, 2, 2, 3, 2, 3, 1, 2, 4]",
        "+     current: [1, 2, 2, 2, 3, 2, 3, 1, 2, 4, 3]",
        "-   selected: [nye-ledere, sparring, 4, hybridledelse]   # i prioriteret rækkefølge",
        "+   selected: [nye-ledere, sparring, 4, hybridledelse, restitution]   # i prioriteret rækkefølge",
        "+     - {theme: sparring, importance: 4.5, success: 2, group: 5}",
        "-     tasks: |",
        "-       Nærmeste leder: laver en introplan sammen med den nye leder og holder en samtale hver anden uge.",
        "-       HR: finder en mentor inden første arbejdsdag.",
        "-       Mentor: mødes med den nye leder en gang om måneden i et halvt år.",
        '+     tasks: "HR: alt"',
        "-     status: forslag",
        '+     status: "Aftalt"',
        '-     goal: "Alle ledere har et fast sted at tage de svære sager op, inden de vokser sig store."',
        "+     goal: |",
        "+       Først",
        "+         så",
        "-   hearing_deadline: 2027-03-03",
        "+   hearing_deadline: 2027-03-04",
    ]


MESSAGE = next(line for line in WRITTEN.decode().splitlines() if "message:" in line).removesuffix('"}')


def test_new_answers_go_below_what_the_starter_has_commented_out() -> None:
    text = put(
        STARTER,
        Put(("themes", "ratings", 0), {"theme": "sparring", "importance": 5, "success": 2.5, "group": 1}),
        Put(
            ("action_cards", 0),
            {"theme": "sparring", "goal": "Et fast sted\nVed siden af", "valid_from": date(2027, 4, 1)},
        ),
        Put(("notes", 0), {"kit": "ledergruppen", "document": "plan", "field": "x" * 50, "text": "ja"}),
    )
    assert text == STARTER.decode() + (
        "\ntemaer:\n  vurderinger:\n    - {tema: sparring, vigtighed: 5, lykkes: 2.5, gruppe: 1}\n"
        "\naction cards:\n  - tema: sparring\n    mål: |\n      Et fast sted\n      Ved siden af\n"
        "    gælder fra: 2027-04-01\n"
        f'\nnoter:\n  - kit: ledergruppen\n    dokument: plan\n    felt: "{"x" * 50}"\n    beskrivelse: ja\n'
    )


def test_the_starter_with_answers_is_a_programme() -> None:
    puts = [
        Put(
            ("themes", "ratings", 0), {"theme": "3", "importance": 5, "success": 2.5, "group": 1, "source": "a b.docx"}
        ),
        Put(
            ("follow_ups", 0), {"theme": "sparring", "date": date(2027, 6, 1), "next": "Vi går i gang.\nHR følger op."}
        ),
        Put(("dialogue", 0), {"question": "sparring-1", "wanted": True}),
    ]
    programme = Programme.load(("f.yaml", rewritten("f.yaml", STARTER, puts, ALIASES)))
    assert programme.themes.ratings[0].success == 2.5
    assert programme.follow_ups[0].next == "Vi går i gang.\nHR følger op."
    assert programme.dialogue[0].wanted
    assert Programme.load(put_in(read(STARTER), puts)) == programme


LANGUAGES = {
    "Danish": ("deltagere: 3\n", "vigtighed: 5"),
    "English": ("participants: 3\n", "importance: 5"),
    "of the nearest": ("participants: 3\ncontact: {}\nthemes:\n  vurderinger:\n    - {tema: x}\n", "vigtighed: 5"),
    "of what is commented out": ("organisation: E\n# deltagere: 18\n", "vigtighed: 5"),
    "unknown": ("organisation: E\n", "importance: 5"),
}


@pytest.mark.parametrize(("text", "said"), LANGUAGES.values(), ids=LANGUAGES)
def test_new_names_are_in_the_language_of_those_around_them(text: str, said: str) -> None:
    index = text.count("- {")
    assert said in put(text, Put(("themes", "ratings", index), {"theme": "y", "importance": 5}))


MANNERS = {
    "items on one line": ("a:\n  - {x: 1}\n", {"x": 2, "z": "Vi ses."}, '  - {x: 2, z: "Vi ses."}\n'),
    "items in lines": ("a:\n  - x: 1\n", {"x": 2}, "  - x: 2\n"),
    "items with a line between": ("a:\n  - x: 1\n\n  - x: 2\n", {"x": 3}, "\n  - x: 3\n"),
    "too much for one line": ("a:\n  - {x: 1}\n", {"x": 2, "z": "En\nto"}, "  - x: 2\n    z: |\n      En\n      to\n"),
    "far from its hyphen": ("a:\n-   x: 1\n    y: 2\n", {"x": 3}, "-   x: 3\n"),
    "a comment at the end": ("a:\n  - x  # 1\n  # slut\nb: 1\n", "z", "  # slut\n  - z\nb: 1\n"),
    "between brackets": ("a: [ x , y ]  # z\n", "z", "a: [ x , y, z ]  # z\n"),
    "brackets with a comma": ("a: [\n  x,  # 1\n  y,  # 2\n]\n", "z", "  y, z,  # 2\n]\n"),
    "nothing": ("a:   # her\nb: 1\n", {"x": 1}, "a:   # her\n  - {x: 1}\nb: 1\n"),
    "empty brackets": ("a: []  # her\n", {"x": "l" * 50}, f'a:  # her\n  - x: "{"l" * 50}"\n'),
    "texts": ("b:\n    c: 1\n", "En tekst, der er længere end fyrre tegn i alt.", "a:\n    - "),
    "short texts": ("b: 1\n", "sparring", "a: [sparring]\n"),
}


@pytest.mark.parametrize(("text", "value", "said"), MANNERS.values(), ids=MANNERS)
def test_a_new_item_is_written_as_the_others_are(text: str, value: Any, said: str) -> None:
    here = read(text.encode()).get("a") or []
    assert said in put(text, Put(("a", len(here)), value))


def test_comments_in_a_list_stay_where_they_stand() -> None:
    before = "a:\n  - 1\n  # gruppe 2 mangler\n  - 3\n  # slut\n\n# om b\nb: 1\n"
    assert put(before, Put(("a", 2), 4)) == before.replace("  # slut\n", "  # slut\n  - 4\n")
    deeper = "a:\n  - 1\n    # om 1\n\n  # om b\nb: 1\n"
    assert put(deeper, Put(("a", 1), 4)) == deeper.replace("    # om 1\n", "    # om 1\n  - 4\n")


def test_a_block_of_text_keeps_the_comment_behind_its_bar() -> None:
    assert put("a: |  # k\n  x\n  y\nb: 1\n", Put(("a",), "z\nw")) == "a: |  # k\n  z\n  w\nb: 1\n"
    assert put("a: >-  # k\n  x\nb: 1\n", Put(("a",), "z")) == "a: z  # k\nb: 1\n"


def test_text_in_lines_swallows_no_comment() -> None:
    """One that is indented as far as the text would be read as its last line."""
    assert put("a: x\n    # k\nb: 1\n", Put(("a",), "y\nz")) == 'a: "y\\nz"\n    # k\nb: 1\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_encoding_and_line_breaks_stay(encoding: str, newline: str, end: str) -> None:
    before = f"deltagere: 3\nmål: æ{end}".replace("\n", newline).encode(encoding)
    after = rewritten("f.yaml", before, [Put(("tasks",), "En\nto 😀")], ALIASES)
    assert after[:4] == before[:4]
    lines = f"deltagere: 3\nmål: æ\nopgaver: |\n  En\n  to 😀{end}"
    assert after.decode(encoding) == lines.replace("\n", newline)


def test_the_same_answer_again_changes_nothing() -> None:
    puts = [Put(("plan", "version"), 0.9), Put(("participants",), 18), Put(("themes", "selected", 2), 4)]
    assert rewritten("f.yaml", WRITTEN, puts, ALIASES) == WRITTEN


def test_data_is_put_without_changing_the_argument() -> None:
    data = {"a": {"b": None}, "c": ["x"]}
    value: dict[str, PlainValue] = {"y": (items := list[PlainValue]([1]))}
    result = put_in(data, [Put(("a", "b", 0, "d"), value), Put(("c", 1), 2), Put(("e",), True)])
    assert result == {"a": {"b": [{"d": {"y": [1]}}]}, "c": ["x", 2], "e": True}
    items.append(2)
    assert result["a"]["b"][0]["d"] == {"y": [1]}
    assert data == {"a": {"b": None}, "c": ["x"]}


REFUSED = {
    "a text where names are to stand": ("a: 1\nthemes: x\n", Put(("themes", "ratings", 0), 1), 2, "no place here"),
    "a list where names are to stand": ("a: 1\nb:\n  - x\n", Put(("b", "c"), 1), 2, "no place here"),
    "an item too far": ("a: 1\nb:\n  - x\n", Put(("b", 2), 1), 2, "no place here"),
    "an alias": ("a: &x {b: 1}\nc: *x\n", Put(("c", "b"), 2), 2, "written with & or *"),
    "an anchor": ("a: &x {b: 1}\nc: *x\n", Put(("a", "b"), 2), 1, "written with & or *"),
    "a character": ("a: 1\nb: 2\n", Put(("b",), "x\x01"), 2, "U+0001"),
    "half a character": ("a: 1\nb: 2\n", Put(("b",), {"c": ["\ud800"]}), 2, "U+D800"),
    "a pair without brackets": ("a: 1\nb: [x: y]\n", Put(("b", 0, "z"), 2), 2, "can't be written into this file"),
    "a key twice": ("a: 1\na: 2\n", Put(("b",), 2), 2, "also on line 1"),
    "a tag": ("a: !x 1\n", Put(("b",), 2), 1, "tags"),
}


@pytest.mark.parametrize(("text", "wrong", "line", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_changed_is_told_with_its_line(text: str, wrong: Put, line: int, said: str) -> None:
    with pytest.raises(InputError) as caught:
        rewritten("f.yaml", text.encode(), [wrong], ALIASES)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("f.yaml", line)
    assert said in str(problem)
    assert problem.remedy


def test_beside_an_anchor_an_answer_has_its_place() -> None:
    text = "a: &x {b: 1}\nc:\n  d: *x\n# e\n"
    assert put(text, Put(("c", "f"), "z")) == "a: &x {b: 1}\nc:\n  d: *x\n  f: z\n# e\n"


def test_values_of_no_known_kind_are_a_slip_in_the_program() -> None:
    with pytest.raises(TypeError, match="not object"):
        rewritten("f.yaml", b"a: 1\n", [Put(("a",), object())], {})  # type: ignore[arg-type]


def test_without_libyaml_the_same_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    puts = [
        Put(("themes", "ratings", 32), {"theme": "x"}),
        Put(("action_cards", 0, "tasks"), "a\nb"),
        Put(("new",), "c"),
    ]
    with_libyaml = rewritten("f.yaml", WRITTEN, puts, ALIASES)
    for module in (yaml_text, marks):
        monkeypatch.setattr(module, "LOADER", yaml.SafeLoader)
    assert rewritten("f.yaml", WRITTEN, puts, ALIASES) == with_libyaml
