"""No document tells who made it, on which machine, where, when or with what; nor does a template."""

from __future__ import annotations

import getpass
import re
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.resources import templates_folder
from tests.support.packages import unzipped
from tests.support.programmes import LOOKS, PROGRAMMES, ROOT
from tests.support.rules import PATHS

TOOLS = rb"python-docx|python-pptx|Steve Canny|docxtpl|LibreOffice|OpenOffice|lxml|Pillow|Adobe|Exif|GIMP|resvg"
PLACES = PATHS.pattern + rb"|[A-Z]:\\\\|file:/|\\\\\\\\[a-z]|site-packages"
DATES = (
    rb"(?<!fullDate=.)\b20[0-9][0-9]-[01][0-9]-[0-3][0-9]T"
    rb"|<dcterms:(created|modified)|<cp:(lastPrinted|lastModifiedBy|revision)>[^<]"
)
TRACES = rb"[: <]rsid|<Template>[^<]|<TotalTime>[1-9]|<HyperlinkBase|<Company>|<Manager>"


WRITTEN_IN_PICTURES = re.compile(rb"tEXt|iTXt|zTXt|tIME|eXIf|Exif|JFIF.{0,60}Copyright|http://ns.adobe.com", re.DOTALL)


def names() -> list[bytes]:
    """Who and where we are; short names could stand in any text."""
    found = {
        getpass.getuser(),
        socket.gethostname(),
        f"{Path.home()}/",
        f"{tempfile.gettempdir()}/",
        str(ROOT),
        f"{ROOT.parent}/",
        str(Path.cwd()),
        sys.prefix,
        sys.base_prefix,
    }
    return [re.escape(name).encode() for name in sorted(found) if len(name) > 3]


FORBIDDEN = re.compile(b"|".join((TOOLS, PLACES, DATES, TRACES, *names())), re.IGNORECASE)


def traces(data: bytes) -> Iterator[str]:
    """What a document tells of its making, with the member that does."""
    for name, content in unzipped(data).items():
        pattern = FORBIDDEN if name.endswith((".xml", ".rels", ".svg")) else WRITTEN_IN_PICTURES
        for found in pattern.finditer(content):
            yield f"{name}: {content[max(0, found.start() - 20) : found.end() + 40]!r}"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("programme", ["blank", "filled"])
def test_no_document_tells_of_its_making(programme: str, look: str) -> None:
    pack = ld.build_pack("alle", PROGRAMMES[programme](), brand=LOOKS[look]())
    assert [f"{document.path}: {line}" for document in pack for line in traces(document.bytes)] == []


@pytest.mark.parametrize("path", sorted(templates_folder().glob("*/*.*x")), ids=lambda path: path.name)
def test_no_template_tells_of_its_making(path: Path) -> None:
    assert list(traces(path.read_bytes())) == []


def test_a_zip_of_a_kit_tells_nothing_either() -> None:
    assert (
        FORBIDDEN.search(b"\n".join(name.encode() for name in unzipped(ld.build_pack("ledergruppen").zip_bytes())))
        is None
    )


def test_the_scan_finds_what_it_looks_for() -> None:
    for told in (
        b"/home/else/x",
        b"C:\\\\Users\\\\",
        b"LibreOffice/7",
        b"2027-01-12T09:00:00Z",
        b"<Company>X",
        b'w:rsidR="0"',
    ):
        assert FORBIDDEN.search(b" " + told), told
    assert FORBIDDEN.search(b"<w:t>2027-01-12 kl. 9.00 i /forum/</w:t>") is None
