"""The zip container: the same bytes every time, what has not changed copied as it lies, and nothing unsafe let in."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledertrivsel_docs.engine import Template
from ledertrivsel_docs.engine.package import Member, PackageError, read_package, write_package
from ledertrivsel_docs.errors import TemplateError
from tests.support.packages import unzipped, zipped
from tests.support.word import MAIN, replaced, saved, word

SRC = Path(__file__).parents[1] / "src"
RENDER = "import sys, pathlib; from ledertrivsel_docs.engine import Template; file = pathlib.Path(sys.argv[1])\n"
RENDER += "sys.stdout.buffer.write(Template(file).render({'a': {'x', 'y', 'z'} and 'æ\\n1', 'items': [1, 2]}))"


def template() -> bytes:
    document = docx.Document()
    document.add_paragraph("{{ a }}").style = "List Bullet"
    document.add_paragraph("{% for i in items %}{{ i }}{% endfor %}")
    document.sections[0].header.paragraphs[0].text = "{{ a }}"
    return saved(document)


def noted(data: bytes) -> bytes:
    """A file as Word saves it: with marks of who edited when."""
    with_rsids = replaced(data, MAIN, lambda xml: xml.replace("<w:p>", '<w:p w:rsidR="00A1" w:rsidRDefault="00B2">'))
    rsids = '<w:rsids><w:rsidRoot w:val="00A1"/><w:rsid w:val="00B2"/></w:rsids></w:settings>'
    return replaced(
        with_rsids,
        "word/settings.xml",
        lambda xml: re.sub(r"(?s)<w:rsids>.*</w:rsids>", "", xml).replace("</w:settings>", rsids),
    )


class TestSameBytes:
    def test_in_a_new_process_with_another_seed_and_time_zone(self, tmp_path: Path) -> None:
        file = tmp_path / "t.docx"
        file.write_bytes(template())
        here = Template(file).render({"a": "æ\n1", "items": [1, 2]})
        for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima")):
            environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(SRC)}
            run = subprocess.run(
                [sys.executable, "-c", RENDER, str(file)], env=environment, capture_output=True, check=True
            )
            assert run.stdout == here

    def test_without_a_clock_in_the_zip(self) -> None:
        with zipfile.ZipFile(io.BytesIO(Template(template()).render({"a": 1, "items": []}))) as archive:
            assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert archive.testzip() is None

    def test_python_docx_opens_the_result(self) -> None:
        made = Template(template()).render({"a": "x", "items": [1, 2]})
        assert [p.text for p in docx.Document(io.BytesIO(made)).paragraphs] == ["x", "12"]

    def test_what_did_not_change_is_copied_compressed_as_it_lies(self) -> None:
        odd = write_package(
            Member(m.name, zipfile.ZIP_DEFLATED, m.crc, m.size, stored(m.content())) for m in read_package(template())
        )
        before = {member.name: member.data for member in read_package(odd)}
        after = {member.name: member.data for member in read_package(Template(odd).render({"a": 1, "items": []}))}
        kept = {name for name, data in before.items() if after[name] == data}
        assert kept >= {
            "word/theme/theme1.xml",
            "docProps/thumbnail.jpeg",
            "word/fontTable.xml",
            "word/webSettings.xml",
        }
        assert MAIN not in kept

    def test_no_trace_of_who_edited_when(self) -> None:
        members = unzipped(Template(noted(template())).render({"a": 1, "items": []}))
        assert b"rsid" in b"".join(unzipped(noted(template())).values())
        assert [name for name, data in members.items() if b"rsid" in data] == []


def stored(content: bytes) -> bytes:
    """Deflated by another program: at no level of ours."""
    packer = zlib.compressobj(0, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


@given(
    st.dictionaries(
        st.text(st.characters(exclude_characters="\0/\\:", codec="utf-8"), min_size=1).map(str.strip), st.binary()
    )
)
@settings(max_examples=50, deadline=None, database=None, derandomize=True)
def test_what_is_written_is_read_again(contents: dict[str, bytes]) -> None:
    names = {name.casefold(): name for name in contents if name not in ("", "..") and name.isprintable()}
    members = [Member.deflated(name, contents[name]) for name in names.values()]
    written = write_package(members)
    assert read_package(written) == members
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {m.name: m.content() for m in members}


def bomb() -> bytes:
    return zipped(unzipped(word("{{ a }}")) | {"word/media/bomb.bin": b"\0" * 60_000_000})


def lying_bomb() -> bytes:
    """One that states a hundredth of what it holds, with the checksum of that hundredth."""
    honest = Member.deflated("word/media/bomb.bin", b"\0" * 60_000_000)
    stated = b"\0" * 600_000
    return write_package(
        [*read_package(word("{{ a }}")), Member(honest.name, honest.method, zlib.crc32(stated), 600_000, honest.data)]
    )


def encrypted() -> bytes:
    data = bytearray(word("{{ a }}"))
    for found in [*re.finditer(b"PK\x01\x02", data)]:
        data[found.start() + 8] |= 1
    return bytes(data)


def with_member(name: str) -> bytes:
    return write_package([*read_package(word("{{ a }}")), Member.deflated(name, b"<x/>")])


UNSAFE = {
    "nothing at all": (b"", "not a Word"),
    "text": (b"Kaere leder", "not a Word"),
    "an old or protected file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
    "half a file": (word("{{ a }}")[:9000], "damaged"),
    "another zip": (zipped({"a.txt": b"hej"}), "not a Word"),
    "a bomb": (bomb(), "unpacks"),
    "a lying bomb": (lying_bomb(), "damaged"),
    "encrypted members": (encrypted(), "password"),
    "two members of one name": (with_member("word/document.xml"), "same name"),
    "two members of one name on Windows": (with_member("Word/Document.XML"), "same name"),
    "a path out of the file": (with_member("../../etc/cron.d/x"), "points out"),
    "a path from the root": (with_member("/etc/passwd"), "points out"),
    "a Windows path": (with_member("..\\x.xml"), "points out"),
}


@pytest.mark.parametrize("what", UNSAFE)
def test_refuses(what: str) -> None:
    data, reason = UNSAFE[what]
    with pytest.raises(TemplateError, match=reason) as caught:
        Template(data, name="brev.docx")
    assert str(caught.value).startswith("brev.docx: ")
    assert caught.value.problems[0].remedy is not None


def test_a_lying_bomb_is_not_unpacked() -> None:
    data = lying_bomb()
    tracemalloc.start()
    try:
        with pytest.raises(PackageError):
            read_package(data)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_too_many_members_are_refused() -> None:
    with pytest.raises(PackageError, match="more than"):
        read_package(write_package(Member.deflated(f"{n}", b"") for n in range(5_001)))


def test_a_part_with_a_document_type_is_refused_and_expands_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hemmelig")
    for entity in (f'SYSTEM "{secret.as_uri()}"', '"' + "ha" * 50 + '"'):
        members = unzipped(word("{{ a }} HER"))
        document_type = f"<!DOCTYPE w [<!ENTITY e {entity}>]><w:document".encode()
        members[MAIN] = members[MAIN].replace(b"<w:document", document_type, 1).replace(b"HER", b"&e;")
        with pytest.raises(TemplateError, match="document type") as caught:
            Template(zipped(members))
        assert "hemmelig" not in str(caught.value)


def test_a_missing_file_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=re.escape(str(tmp_path / "brev.docx"))):
        Template(tmp_path / "brev.docx")


def test_a_dotx_makes_a_docx() -> None:
    dotx = replaced(
        word("{{ a }}"), "[Content_Types].xml", lambda xml: xml.replace("document.main+xml", "template.main+xml")
    )
    assert b"template.main" not in unzipped(Template(dotx).render({"a": 1}))["[Content_Types].xml"]
