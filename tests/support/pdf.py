"""What a reader and a checker see of a PDF."""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path

import pikepdf

from tests.support.office import needs_tool


def page_texts(data: bytes) -> list[str]:
    """The words of each page."""
    needs_tool("pdftotext")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.pdf"
        file.write_bytes(data)
        shown = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True).stdout
    return shown.decode().split("\f")[:-1]


def bookmarks(data: bytes) -> list[tuple[str, int]]:
    """The outermost bookmarks, and the numbers of their pages."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        numbers = {one.obj.objgen: number for number, one in enumerate(pdf.pages, 1)}
        places = [(item.title, item.destination) for item in outline.root]
        return [(title, numbers[at[0].objgen]) for title, at in places if isinstance(at, pikepdf.Array)]
