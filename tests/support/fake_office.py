"""A stand-in for LibreOffice that behaves badly in the ways that LibreOffice does."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from ledertrivsel_docs.engine.package import Member, write_package
from ledertrivsel_docs.pack import MEDIA_TYPES, Document

_SCRIPT = """#!{python}
import pathlib, subprocess, sys, time
here = pathlib.Path(__file__).parent
files = [pathlib.Path(name) for name in sys.argv[sys.argv.index("pdf") + 1:]]
profile = next(a for a in sys.argv if a.startswith("-env:UserInstallation=file://")).partition("file://")[2]
with (here / "calls").open("a") as calls:
    print(len(files), profile, (pathlib.Path(profile) / "user/registrymodifications.xcu").is_file(), file=calls)
good = (here / "good.pdf").read_bytes()
for file in files:
    text = file.read_bytes()
    if b"hangs" in text:
        child = subprocess.Popen(["sleep", "60"])
        (here / "child").write_text(str(child.pid))
        time.sleep(60)
    if b"stops" in text:
        sys.exit(0)
    if b"nothing" not in text:
        file.with_suffix(".pdf").write_bytes(b"junk" if b"junk" in text else good)
"""


def fake_office(folder: Path, pages: int = 1) -> Path:
    """A program that makes the same PDF of every file, but for those that say `hangs`, `stops`, `nothing` or `junk`."""
    if sys.platform == "win32":
        pytest.skip("the stand-in for LibreOffice is a script")
    (folder / "good.pdf").write_bytes(empty_pages(pages))
    program = folder / "soffice"
    program.write_text(_SCRIPT.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    return program


def calls(program: Path) -> list[tuple[int, str, bool]]:
    """For each run: how many files, which profile, and whether that had settings."""
    lines = (program.parent / "calls").read_text(encoding="utf-8").splitlines()
    return [(int(count), profile, there == "True") for count, profile, there in map(str.split, lines)]


def office_file(name: str, text: str = "") -> Document:
    """Something that passes for a Word document, and tells the program how to behave."""
    return Document(name, f"{name}.docx", "", MEDIA_TYPES["docx"], write_package([Member.stored("a", text.encode())]))


def empty_pages(count: int) -> bytes:
    """A tagged PDF with so many pages and nothing on them."""
    pdf = pikepdf.new()
    for _ in range(count):
        pdf.add_blank_page()
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        Dictionary(Type=Name.StructTreeRoot, K=Array(), ParentTree=Dictionary(Nums=Array()))
    )
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    made = io.BytesIO()
    pdf.save(made)
    return made.getvalue()
