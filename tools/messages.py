"""Brings the Danish catalogue in line with the code: extracts the messages, merges them, compiles the result."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parents[1] / "src" / "ledertrivsel_docs"
FOLDER = PACKAGE / "locale" / "da" / "LC_MESSAGES"
PO = FOLDER / "ledertrivsel.po"
CLICK_PO = FOLDER / "click.po"
"""The words of click itself, written by hand: they are those of several versions of it."""
KEYWORDS = {"_": None, "message": None}


def extracted() -> Catalog:
    """Every message in the code."""
    catalog = Catalog(project="ledertrivsel-docs", charset="utf-8")
    for name, _line, text, _comments, _context in extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS):
        catalog.add(text, locations=[(name, 0)])
    return catalog


def merged() -> Catalog:
    """The Danish catalogue with exactly the messages of the code; new ones are empty."""
    known = read_po(io.BytesIO(PO.read_bytes()), locale="da") if PO.exists() else Catalog()
    catalog = Catalog(locale="da", project="ledertrivsel-docs", charset="utf-8", fuzzy=False)
    for entry in sorted(extracted(), key=lambda entry: str(entry.id)):
        if entry.id:
            translation = known.get(entry.id)
            catalog.add(entry.id, translation.string if translation else "", locations=entry.locations)
    return catalog


def main() -> None:
    """Writes the .po and the .mo file, and the .mo of click's words."""
    catalog = merged()
    PO.parent.mkdir(parents=True, exist_ok=True)
    for path, write in ((PO, write_po), (PO.with_suffix(".mo"), write_mo)):
        file = io.BytesIO()
        options = {"omit_header": False, "include_lineno": False, "width": 120} if write is write_po else {}
        write(file, catalog, **options)
        path.write_bytes(file.getvalue())
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(CLICK_PO.read_bytes()), locale="da"))
    CLICK_PO.with_suffix(".mo").write_bytes(compiled.getvalue())
    for entry in catalog:
        if entry.id and not entry.string:
            print(f"not translated: {entry.id}")


if __name__ == "__main__":
    main()
