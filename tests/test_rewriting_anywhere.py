"""Any text goes into any place of any file: it comes back as it was, and all other lines stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ledertrivsel_docs.errors import InputError
from ledertrivsel_docs.reading.characters import NOT_IN_XML
from ledertrivsel_docs.reading.rewriting import Put, put_in, rewritten
from ledertrivsel_docs.reading.yaml_text import Loc
from ledertrivsel_docs.resources import content_folder
from tests.support.rewritten import ALIASES, STARTER, WRITTEN, as_text, read

USED = re.sub(r"(?m)^# ( *(?:- )?[\wæøåé -]+:(?: .*)?)$", r"\1", STARTER.decode()).encode()
ALL_FILES = {"example": WRITTEN, "starter": STARTER, "starter in use": USED}
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
