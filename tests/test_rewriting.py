"""Answers go into a file that somebody wrote: a diff of it shows the answers and nothing else."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ledertrivsel_docs.errors import InputError
from ledertrivsel_docs.models.library import Library
from ledertrivsel_docs.models.programme import Programme
from ledertrivsel_docs.reading import marks, yaml_text
from ledertrivsel_docs.reading.characters import NOT_IN_XML
from ledertrivsel_docs.reading.handwriting import PlainValue
from ledertrivsel_docs.reading.rewriting import Put, put_in, rewritten
from ledertrivsel_docs.reading.yaml_text import Loc, parse
from ledertrivsel_docs.resources import content_folder

ALIASES = Library.default().key_aliases
EXAMPLE = (Path(__file__).parents[1] / "examples" / "forloeb.yaml").read_bytes()
STARTER = (content_folder() / "starter.yaml").read_bytes()
USED = re.sub(r"(?m)^# ( *(?:- )?[\wæøåé -]+:(?: .*)?)$", r"\1", STARTER.decode()).encode()
ALL_FILES = {"example": EXAMPLE, "starter": STARTER, "starter in use": USED}

SMALL = {
    "only a name": "organisation: E\n",
    "nothing": "",
    "a comment": "# Kun en kommentar\n",
    "list in its key's column": "temaer:\n- tema: x  # den første\n  mål: y\n# om planen\nplan:\n  fora: []\n",
    "windows": "\ufefftemaer:\r\n    valgte: [a, b]  # to\r\n    vurderinger:\r\n      -   tema: a\r\n\r\n# slut\r\n",
    "brackets over lines": 'meetings:\n  x:\n    {date: 2027-01-12,  # dag\n     place: "S",\n    }\n',
    "texts": "a: |+  # k\n   x\n     y\n\n\nb: >-\n  z\n  æ\nc: 'it''s'\nd: én\n  og to\ne: \"x\\ty\\\n  z\"",
    "scalars": "a: 9.30\nb: 0012345\nc: 1.0\nd: yes\ne: no\nf: 2027-01-12\ng: 12:30\nh: 007\ni:\nj: ~\n...\n",
    "comments everywhere": "# 1\nthemes:   # 2\n  # 3\n  ratings: # 4\n    # 5\n    - {x: a}   # 6\n\n    # 7\n# 8\n\n",
    "no line break at the end": "temaer:\n  valgte:\n    - a",
    "brackets all over": '{"a": {"b": [1, {"c": "d"}]}}',
    "three hyphens": "---\na:\n  - - x\n    - y\n  -\n",
    "anchors": "x: &p {place: S}\ny: *p\nz: [1]\n",
}
WORDS = st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not NOT_IN_XML.search(text))
ODD = st.text(alphabet="ab \t\n\r:#-\"'\\|>{}[],&*!%@`?~=<.\u0085\u2028\u2029\u00a0\u200f\ufeff\x7f😀æ")
NASTY = [
    "",
    " ",
    "\n",
    "\n\nx",
    "x\n",
    "x\n\n\n",
    " x\n  y",
    "x\n   \ny",
    "x\n\t\ny\t ",
    "\tx\ny",
    "x\r\ny",
    'a "b" \\c\n# d: e',
    "x: y",
    "x #y",
    "- x\n- y",
    "---\nx",
    "...",
    "\u0085",
    "x\u2028y\nz",
    "\u00a0x\u00a0",
    "\u200fאב",
    "👩‍👩‍👧\n😀",
    "æ" * 5000,
    "no",
    "null",
    "12",
    "2027-01-12",
    "{{ 7*7 }}",
    "]]>&<",
]
TEXTS = st.one_of(WORDS, ODD, st.sampled_from(NASTY))


def put(content: bytes | str, *puts: Put) -> str:
    """The text of the file with the puts, after a look at whether it says what was meant."""
    before = content.encode() if isinstance(content, str) else content
    after = rewritten("f.yaml", before, puts, ALIASES)
    assert read(after) == as_text(put_in(read(before), puts))
    return after.decode()


def read(content: bytes) -> dict[str, Any]:
    data = parse("f.yaml", content, ALIASES).data
    assert isinstance(data, dict)
    return data


def as_text(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_text(value) for value in data]
    return {True: "true", False: "false"}[data] if isinstance(data, bool) else None if data is None else str(data)


def changed(content: bytes, *puts: Put) -> list[str]:
    """The lines that a diff shows."""
    diff = difflib.unified_diff(content.decode().splitlines(), put(content, *puts).splitlines(), n=0, lineterm="")
    return [f"{line[0]} {line[1:]}" for line in list(diff)[2:] if line[0] in "+-"]


def lost(before: bytes, after: bytes) -> int:
    """How many lines of the old file aren't at their place, before or behind one piece that is new."""
    old, new = before.splitlines(), after.splitlines()
    most = min(len(old), len(new))
    first = next((i for i in range(most) if old[i] != new[i]), most)
    last = next((i for i in range(most - first) if old[-1 - i] != new[-1 - i]), most - first)
    return len(old) - first - last


def places(content: bytes) -> Iterator[tuple[Loc, int]]:
    """The way to every value, a new name in every mapping, a new item in every list; and the lines it may touch."""
    root = yaml.compose(content.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    if root is None:
        yield ("new",), 0
        return
    waiting: list[tuple[Loc, yaml.Node]] = [((), root)]
    seen: set[int] = set()
    while waiting:
        loc, node = waiting.pop()
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            end = (
                node.end_mark.line + (node.end_mark.column > 0) if node.style in ("|", ">") else node.end_mark.line + 1
            )
            yield loc, end - node.start_mark.line
            continue
        new = "new" if isinstance(node, yaml.MappingNode) else len(node.value)
        yield (*loc, new), int(bool(getattr(node, "flow_style", None)))
        if isinstance(node, yaml.MappingNode):
            waiting += [((*loc, ALIASES.get(key.value, key.value)), value) for key, value in node.value]
        else:
            waiting += [((*loc, index), value) for index, value in enumerate(node.value)]
        waiting = [(loc, child) for loc, child in waiting if id(child) not in seen]


PLACES = [
    pytest.param(name, loc, most, id=f"{name}: {'.'.join(map(str, loc))}")
    for name, text in SMALL.items()
    for loc, most in places(text.encode())
    if not (name == "anchors" and loc[0] in ("x", "y"))
]


def test_there_are_places_of_all_kinds() -> None:
    assert len(PLACES) > 60


@pytest.mark.parametrize(("name", "loc", "most"), PLACES)
@settings(deadline=None, max_examples=40)
@given(text=TEXTS)
def test_any_text_comes_back_from_any_place_and_all_else_stays(name: str, loc: Loc, most: int, text: str) -> None:
    before = SMALL[name].encode()
    after = rewritten("f.yaml", before, [Put(loc, text)], ALIASES)
    assert read(after) == put_in(read(before), [Put(loc, text)])
    # A line at the end that had no line break has one now; a text of several lines also ends the line before it.
    assert lost(before, after) <= most


@pytest.mark.parametrize("name", ALL_FILES)
def test_every_place_of_a_whole_programme_takes_a_text(name: str) -> None:
    before = ALL_FILES[name]
    for number, (loc, most) in enumerate(places(before)):
        put = Put(loc, NASTY[number % len(NASTY)])
        after = rewritten("f.yaml", before, [put], ALIASES)
        assert read(after) == put_in(read(before), [put])
        assert lost(before, after) <= most, loc


@pytest.mark.parametrize("path", sorted(content_folder().rglob("*.yaml")), ids=lambda path: path.stem)
def test_files_in_every_manner_of_writing_keep_their_lines(path: Path) -> None:
    before = path.read_bytes()
    for number, (loc, most) in enumerate(places(before)):
        if number % 40 == 0:
            after = rewritten("f.yaml", before, [Put(loc, "Et: #to\nog tre")], {})
            assert lost(before, after) <= most, loc


VALUES = st.recursive(
    TEXTS | st.integers() | st.booleans() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["theme", "goal", "x y", "when"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(data=st.data())
def test_any_answers_together_say_what_is_meant(data: st.DataObject) -> None:
    before = SMALL[data.draw(st.sampled_from([name for name in SMALL if name != "anchors"]))].encode()
    known = [loc for loc, _ in places(before)]
    puts: list[Put] = []
    for loc in data.draw(st.lists(st.sampled_from(known), max_size=4)):
        try:
            put_in(read(before), [*puts, candidate := Put(loc, data.draw(VALUES))])
        except InputError:
            continue  # an earlier answer has taken the place away
        puts.append(candidate)
    after = rewritten("f.yaml", before, puts, ALIASES)
    assert read(after) == as_text(put_in(read(before), puts))


def test_what_is_put_is_all_that_a_diff_shows() -> None:
    assert changed(
        EXAMPLE,
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


MESSAGE = next(line for line in EXAMPLE.decode().splitlines() if "message:" in line).removesuffix('"}')


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
    assert rewritten("f.yaml", EXAMPLE, puts, ALIASES) == EXAMPLE


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
    with_libyaml = rewritten("f.yaml", EXAMPLE, puts, ALIASES)
    for module in (yaml_text, marks):
        monkeypatch.setattr(module, "LOADER", yaml.SafeLoader)
    assert rewritten("f.yaml", EXAMPLE, puts, ALIASES) == with_libyaml
