"""Templates made to take all time or memory, each rendered in turn by `python -m tests.support.hostile`.

For each a line of JSON: its name, seconds of the processor, megabytes of the process at most, and what was told.
"""

from __future__ import annotations

import datetime
import json
import random
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path

from ledertrivsel_docs.engine import DateText, Link, Template
from ledertrivsel_docs.errors import TemplateError
from ledertrivsel_docs.template_check import check_template
from tests.support.decks import Draft
from tests.support.packages import unzipped, zipped
from tests.support.word import word, word_xml

CONTEXT = {
    "a": [1, 2],
    "t": "x" * 2_000,
    "day": DateText("x", datetime.date(2027, 1, 1)),
    "link": Link("x", "https://eksempel.dk"),
}
_LONG = "{% set x = range(19999)|join('aaaaa') %}"


def _lines(*texts: str) -> bytes:
    """A Word file with a paragraph for each text, quickly made."""
    return word_xml("".join(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in texts))


def _rows(text: str, count: int) -> bytes:
    cell = f"<w:tr><w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"
    return word_xml(f"<w:tbl>{cell * count}</w:tbl>")


def _with(name: str, content: bytes) -> bytes:
    return zipped(unzipped(word("x")) | {name: content})


# What is made, and words of what is told; None where it may as well be rendered.
HOSTILE: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "brackets": (lambda: _lines("{" * 5_000_000), "more than 5000 tags"),
    "closing brackets": (lambda: _lines("}} " * 2_000_000), "more than 5000 tags"),
    "brackets and text": (lambda: _lines("{" * 9_000 + "x" * 5_000_000), "no partner"),
    "openings": (lambda: _lines("{{ a " * 4_900), "no partner"),
    "wrong tags": (lambda: _lines(*["{{ a b }}"] * 4_900), "can't be read"),
    "wrong tags in rows": (lambda: _rows("{{ a b }}", 4_900), "can't be read"),
    "missing names": (lambda: _lines(*(f"{{{{ nope{n} }}}}" for n in range(4_900))), "“nope0”"),
    "a missing name in a loop": (
        lambda: _lines("{% for i in range(9999) %}{% for j in a %}{{ nope }}{% endfor %}{% endfor %}"),
        "“nope”",
    ),
    "elements": (lambda: word_xml("<w:p/>" * 500_000), "larger than any document"),
    "deep markup": (lambda: word_xml("<w:x>" * 100_000 + "</w:x>" * 100_000), "damaged"),
    "a zip bomb": (lambda: _with("word/media/b.bin", b"\0" * 90 * 2**20), "unpacks to more"),
    "many parts": (lambda: zipped({f"word/h{n}.xml": b"x" for n in range(6_000)}), "unpacks to more"),
    "a large part": (
        lambda: _with("word/header9.xml", random.Random(1).randbytes(11 * 2**20).hex().encode()),
        "larger than any",
    ),
    "a text without an end": (lambda: _lines("x" * 9_000_000 + "{{ t }}"), None),
    "a long tag": (lambda: _lines("{{ t" + "|upper" * 900 + " }}"), "longer than 2000"),
    "long tags": (lambda: _lines(*["{{ t" + "|upper" * 250 + " }}"] * 300), "more than 200000 characters"),
    "a long sum": (lambda: _lines("{{ " + "+".join("1" * 900) + " }}"), None),
    "a tag in brackets": (lambda: _lines("{{ " + "(" * 900 + "a" + ")" * 900 + " }}"), ""),
    "turns": (lambda: _lines("{% for i in range(100) %}" * 15 + "x" + "{% endfor %}" * 15), "turns in all"),
    "output": (lambda: _lines("😀{% for i in range(19999) %}{{ t }}{% endfor %}"), "grows beyond"),
    "paragraphs": (lambda: _lines(*["{{ t }}"] * 4_900), "grows beyond"),
    "sorting": (
        lambda: _lines("{% for i in range(9999) %}{% set y = range(19999)|list|sort|list|sort %}{% endfor %}"),
        "takes longer than",
    ),
    "long texts": (
        lambda: _lines(_LONG + "{% for i in range(9999) %}{% if x.count('ab') + x.find('z') %}{% endif %}{% endfor %}"),
        None,
    ),
    "equal lists of lists": (
        lambda: _lines(
            "{% set x = [1] %}{% set y = [1] %}",
            *["{% set x = [x, x] %}{% set y = [y, y] %}"] * 40,
            "{{ x == y }}",
        ),
        "list of lists",
    ),
    "a hash of hashes": (
        lambda: _lines("{% set x = (1,) %}", *["{% set x = (x, x) %}"] * 40, "{{ {x: 1} }}"),
        "list of lists",
    ),
    "mappings of mappings": (
        lambda: _lines("{% set x = {'a': 1} %}", *["{% set x = {'a': x, 'b': x} %}"] * 40, "{{ x == x }}"),
        "list of lists",
    ),
    "deep lists": (lambda: _lines(*["{% set a = [a] %}"] * 4_000, "{{ a == a }}"), "list of lists"),
    "a method of a date": (lambda: _lines("{{ day.day.strftime('%999999999d') }}"), "“strftime” is not for templates"),
    "a method of a number": (lambda: _lines("{{ (5).to_bytes(999999999, 'big') }}"), "“to_bytes”"),
    "a link's inside": (lambda: _lines("{{ link.__class__ }}"), "“__class__” is not for templates"),
    "links": (lambda: _lines("{% for i in range(19999) %}{{ link }}{% endfor %}"), None),
    "a kind of slide": (lambda: Draft().add("x", notes="{%slide " + " " * 500_000 + "x").data(), ""),
    "slides": (lambda: Draft().add("{% for i in range(19999) %}{{ t }}{% endfor %}").data(), "grows beyond"),
    "shapes": (
        lambda: Draft().add("x").box("{%sp for i in range(19999) %}{{ t }}{%sp endfor %}").data(),
        "grows beyond",
    ),
}  # fmt: skip


def _render(data: bytes) -> str:
    try:
        Template(data, name="x").render(CONTEXT)
    except TemplateError as error:
        return str(error.problems[0])
    return ""


def _check(data: bytes) -> str:
    return str(check_template(data, "deck" if b"ppt/" in data else "cases")[0])


def _memory() -> float:
    status = Path("/proc/self/status")
    if status.is_file():  # Linux: `getrusage` also counts what the process was forked from
        return int(re.findall(r"VmHWM:\s+(\d+)", status.read_text())[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Does all of them."""
    for name, (make, _) in HOSTILE.items():
        data = make()
        for kind, act in (("", _render), (" (check)", _check)):
            started = time.process_time()
            said = act(data)
            line = {"name": name + kind, "seconds": time.process_time() - started, "memory": _memory()}
            print(json.dumps(line | {"told": said}), flush=True)


if __name__ == "__main__":
    main()
