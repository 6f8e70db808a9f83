"""Files that are no forms of ours are named and skipped, whatever they hold."""

from __future__ import annotations

import os
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting import collect, opened
from ledertrivsel_docs.models.programme_answers import ActionCard
from tests.support.cards import LABELS, Card, card_answers, card_of, told, w
from tests.support.packages import zipped


def ordinary() -> dict[str, bytes]:
    return Card.of("sparring").fill("goal", text="Mål").parts


def foreign_document() -> bytes:
    parts = ordinary()
    del parts["docProps/custom.xml"]
    return zipped(parts)


def with_part(name: str, content: bytes) -> bytes:
    return zipped(ordinary() | {name: content})


def entities(definition: str, use: str) -> bytes:
    document = ordinary()["word/document.xml"].decode().partition("?>")[2]
    body = document.replace("<w:body>", f"<w:body><w:p><w:r><w:t>{use}</w:t></w:r></w:p>", 1)
    return with_part("word/document.xml", f"<!DOCTYPE x [{definition}]>{body}".encode())


def laughs() -> bytes:
    lines = ['<!ENTITY a0 "ha">'] + [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    return entities("".join(lines), "&a11;")


def lying_bomb() -> bytes:
    """A part that says it is small, with the checksum of its beginning, and unpacks to 100 MB."""
    packed = zlib.compress(b" " * 100 * 2**20, 9)[2:-4]
    name, crc = b"word/document.xml", zlib.crc32(b" " * 100)
    fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, crc, len(packed), 100, len(name), 0)
    local = b"PK\x03\x04" + fields + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    return local + central + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local), 0)


STRANGERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a text": (lambda: b"Hej", "not a Word or PowerPoint file"),
    "nothing": (lambda: b"", "empty"),
    "a pdf": (lambda: b"%PDF-1.7\n", "PDF file. Ask for the Word file, or write the answers into an empty copy"),
    "rtf": (lambda: b"{\\rtf1}", "RTF file. Ask for the Word file"),
    "a password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
    "half a file": (lambda: zipped(ordinary())[:5000], "damaged"),
    "any zip": (lambda: zipped({"a.txt": b"a"}), "isn't an Office file"),
    "opendocument": (lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
    "another document": (foreign_document, "isn't from a kit"),
    "a wrong kit": (lambda: Card.of("sparring").stamped(kit="andet").bytes(), "“andet”"),
    "a wrong document": (lambda: Card.of("sparring").stamped(document="brev").bytes(), "“brev”"),
    "a newer schema": (lambda: Card.of("sparring").stamped(schema="2").bytes(), "newer version"),
    "an odd schema": (lambda: Card.of("sparring").stamped(schema="²").bytes(), "its schema is “²”"),
    "no schema": (lambda: Card.of("sparring").stamped(schema="").bytes(), "its schema is “”"),
    "broken xml": (lambda: with_part("word/document.xml", b"<w:document"), "damaged"),
    "no body": (lambda: with_part("word/document.xml", b"<document/>"), "isn't saved as an ordinary Word document"),
    "broken properties": (lambda: with_part("docProps/custom.xml", b"<"), "damaged"),
    "an outer entity": (lambda: entities('<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;"), "document type"),
    "an outer dtd": (
        lambda: with_part("docProps/custom.xml", b'<!DOCTYPE x SYSTEM "http://x.invalid/x"><x/>'),
        "document type",
    ),
    "a billion laughs": (laughs, "document type|damaged"),
    "a large part": (lambda: with_part("word/document.xml", b" " * 2**24), "more than"),
    "a lying bomb": (lying_bomb, "damaged"),
    "a deep tree": (lambda: with_part("word/document.xml", b"<a>" * 10**5 + b"</a>" * 10**5), "damaged"),
    "a run sheet": (lambda: ld.build_document("11").bytes, "Nothing is collected"),
}


@pytest.mark.parametrize("name", STRANGERS)
def test_a_strangers_file_is_named_and_skipped(name: str) -> None:
    make, reason = STRANGERS[name]
    good = Card.of("sparring").fill("goal", text="Mål").bytes()
    bad, read = collect([("fremmed", make()), ("kort", good)]).files
    assert (bad.path, bad.outcome, card_of(bad)) == ("fremmed", "skipped", None)
    assert re.search(reason, told(bad)), told(bad)
    assert read.outcome == "read"


def test_an_other_office_file_is_skipped() -> None:
    types = {"ppt/presentation.xml": "PowerPoint", "xl/workbook.xml": "Excel"}
    for target, kind in types.items():
        relation = f'<Relationship Id="a" Type="http://x/officeDocument" Target="{target}"/>'
        [file] = collect([("fil", zipped({"_rels/.rels": f"<R>{relation}</R>".encode(), target: b"<a/>"}))]).files
        assert kind in told(file)


def test_a_deep_nest_of_controls_is_read() -> None:
    content = w("r", w("t", "Mål"))
    for _ in range(200):
        content = w("smartTag", content)
    assert Card.of("sparring").fill("goal", content).answers() == {"goal": "Mål"}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_never_raises(data: st.DataObject) -> None:
    whole = bytearray(CHEWED)
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    [file] = collect([("kort.docx", bytes(whole))]).files
    assert file.outcome in ("read", "empty", "skipped")


CHEWED = zipped(Card.of("sparring").parts)


# Files and folders


def test_folders_are_read_in_order_without_hidden_files_and_locks_are_named(tmp_path: Path) -> None:
    card = Card.of("sparring").fill("goal", text="Mål").bytes()
    names = [
        "b.docx",
        "A.docx",
        "~$A.docx",
        ".ledertrivsel.json",
        ".~lock.A.docx#",
        "under/c.docx",
        "uden-endelse",
        "Thumbs.db",
    ]
    (tmp_path / "under").mkdir()
    for name in names:
        (tmp_path / name).write_bytes(card)
    answers = collect([tmp_path, tmp_path / "b.docx", str(tmp_path / "under")])
    shown = [str(Path(file.path).relative_to(tmp_path)) for file in answers.files]
    assert shown == [".~lock.A.docx#", "A.docx", "b.docx", "uden-endelse", "~$A.docx", str(Path("under", "c.docx"))]
    locks = [file for file in answers.files if "This is a lock" in told(file)]
    assert [Path(file.path).name for file in locks] == [".~lock.A.docx#", "~$A.docx"]
    assert len(answers.action_cards) == 1


def test_one_path_may_be_given_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "kort.docx"
    file.write_bytes(Card.of("sparring").fill("goal", text="Mål").bytes())
    for given_as in (str(file), file, str(tmp_path), ("kort.docx", file.read_bytes()), (file, str(file))):
        assert len(collect(given_as).action_cards) == 1


def test_paths_that_are_not_there_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(ld.InputError) as raised:
        collect([tmp_path / "et", tmp_path / "to", "nul\0tegn"])
    assert [Path(problem.file or "").name for problem in raised.value.problems] == ["et", "to", "nul\0tegn"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_and_a_huge_file_are_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    with (tmp_path / "b").open("wb") as file:
        file.truncate(opened.MAX_FILE + 1)
    answers = collect(tmp_path)
    assert ["ordinary file" in told(answers.files[0]), "larger" in told(answers.files[1])] == [True, True]


def test_the_form_asks_for_every_field_of_the_card() -> None:
    assert {"theme", "source", *LABELS} == set(ActionCard.model_fields)


def test_a_form_with_far_too_many_rows_is_skipped_in_time() -> None:
    card = Card.of("sparring").fill("goal", text="Mål")
    row = card.row("goal")
    for _ in range(3000):
        row.addnext(w("tr", w("tc", w("p")), w("tc", w("p"))))
    file = card.read()
    assert (file.outcome, "more than a filled form" in told(file)) == ("skipped", True)


def test_footnotes_are_told() -> None:
    card = Card.of("sparring").fill("goal", w("r", w("t", "Mål")), w("r", w("footnoteReference", id="2")))
    file = card.read()
    assert card_answers(file) == {"goal": "Mål"}
    assert "footnotes" in told(file)
