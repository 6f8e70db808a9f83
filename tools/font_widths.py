"""Writes `measuring/widths.json`: how wide each letter is in the fonts of Office documents.

`python tools/font_widths.py FOLDER …` looks for the font files below the folders. They are not kept here; advance
widths are facts, read from fonts that are made to be as wide as Microsoft's:

| stands for      | font             | version | licence | from                                                       |
|-----------------|------------------|---------|---------|------------------------------------------------------------|
| Calibri         | Carlito          | 1.103   | OFL 1.1 | Debian fonts-crosextra-carlito 20220224-1                  |
| Arial           | Liberation Sans  | 2.1.5   | OFL 1.1 | Debian fonts-liberation2 2.1.5-1                           |
| Times New Roman | Liberation Serif | 2.1.5   | OFL 1.1 | Debian fonts-liberation2 2.1.5-1                           |
| Cambria         | Caladea          | 1.001   | OFL 1.1 | Debian fonts-crosextra-caladea 20200211-1                  |
| Georgia         | Gelasio          | 1.008   | OFL 1.1 | npm @fontsource/gelasio 5.3.0 (latin, latin-ext; .woff)    |

Needs fontTools, which nothing else here does.
"""

from __future__ import annotations

import json
import sys
from itertools import chain
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[1] / "src" / "ledertrivsel_docs" / "measuring" / "widths.json"
FILES = {
    "carlito regular": ["Carlito-Regular.ttf"],
    "carlito bold": ["Carlito-Bold.ttf"],
    "liberation sans regular": ["LiberationSans-Regular.ttf"],
    "liberation sans bold": ["LiberationSans-Bold.ttf"],
    "liberation serif regular": ["LiberationSerif-Regular.ttf"],
    "liberation serif bold": ["LiberationSerif-Bold.ttf"],
    "caladea regular": ["Caladea-Regular.ttf"],
    "caladea bold": ["Caladea-Bold.ttf"],
    "gelasio regular": ["gelasio-latin-400-normal.woff", "gelasio-latin-ext-400-normal.woff"],
    "gelasio bold": ["gelasio-latin-700-normal.woff", "gelasio-latin-ext-700-normal.woff"],
}
LATIN = map(chr, chain(range(0x20, 0x7F), range(0xA0, 0x180)))
MORE = "ȘșȚțẞ\u2002\u2003\u2009\u202f‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄€№™←↑→↓↔⇒⇔∆∑−√∞≈≠≤≥■□▪▫▲►▼◄◆◇○●◦★☆☐☑☒✓✔✗✘❑➔"


def found(name: str, folders: list[Path]) -> Path:
    """The font file of that name below the folders."""
    for folder in folders:
        for path in sorted(folder.rglob(name)):
            return path
    sys.exit(f"{name} is not below {', '.join(map(str, folders))}")


def measured(paths: list[Path]) -> dict[str, Any]:
    """One face: units per em, line height, and the widths of the letters it has. Parts of one font count as one."""
    widths: dict[str, int] = {}
    for path in paths:
        font = TTFont(path)
        advances = font["hmtx"].metrics
        widths |= {chr(code): advances[glyph][0] for code, glyph in font.getBestCmap().items()}
        units, head = font["head"].unitsPerEm, font["hhea"]
    return {"units": units, "line": head.ascent - head.descent + head.lineGap, "widths": widths}


def width(face: dict[str, Any], char: str) -> float:
    """The width of a letter in ems; 0 if the face lacks it."""
    ems: float = face["widths"].get(char, 0) / face["units"]
    return ems


def main() -> None:
    """Measures every face; a letter that a face lacks is as wide as the widest there is, or as an em."""
    folders = [Path(name) for name in sys.argv[1:]] or [Path("/usr/share/fonts")]
    faces = {key: measured([found(name, folders) for name in names]) for key, names in FILES.items()}
    characters = sorted({*LATIN, *MORE})
    lacking = {
        char: max(
            (face["widths"][char] / face["units"] for face in faces.values() if char in face["widths"]), default=1
        )
        for char in characters
    }
    for face in faces.values():
        units, widths = face["units"], face["widths"]
        face["widths"] = [widths.get(char, round(lacking[char] * units)) for char in characters]
    table = {"characters": "".join(characters), "faces": faces}
    TARGET.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(characters)} characters, {len(faces)} faces, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
