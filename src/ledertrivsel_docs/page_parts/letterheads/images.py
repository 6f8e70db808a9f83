"""Pictures without what they tell of who made them, where, and with which program."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

MEDIA_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
}
"""The kinds of pictures that a letterhead may hold, by the ends of their names."""

_PNG = b"\x89PNG\r\n\x1a\n"
_TOLD_IN_PNG = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
_START_OF_SCAN, _COMMENT = 0xDA, 0xFE
_TOLD_IN_JPEG = {0xE1, 0xED, _COMMENT}  # Exif and XMP, Photoshop, comments
_TOLD_IN_SVG = re.compile(
    rb"<metadata\b.*?</metadata>|<!--.*?-->|<sodipodi:namedview\b[^>]*?(?:/>|>.*?</sodipodi:namedview>)"
    rb"|\s(?:sodipodi|inkscape):[\w-]+=(?:\"[^\"]*\"|'[^']*')",
    re.DOTALL,
)


def bare(picture: bytes, suffix: str) -> bytes:
    """The picture as it looks; kinds that we can't take apart are given back as they are."""
    if picture.startswith(_PNG):
        return _PNG + b"".join(_png_chunks(picture))
    if picture.startswith(b"\xff\xd8"):
        return b"\xff\xd8" + b"".join(_jpeg_segments(picture))
    return _TOLD_IN_SVG.sub(b"", picture) if suffix == "svg" else picture


def _png_chunks(picture: bytes) -> Iterator[bytes]:
    place = len(_PNG)
    while place + 8 <= len(picture):
        length, kind = struct.unpack_from(">I4s", picture, place)
        if kind not in _TOLD_IN_PNG:
            yield picture[place : place + length + 12]
        place += length + 12


def _jpeg_segments(picture: bytes) -> Iterator[bytes]:
    place = 2
    while place + 4 <= len(picture) and picture[place] == 0xFF and picture[place + 1] != _START_OF_SCAN:
        (length,) = struct.unpack_from(">H", picture, place + 2)
        if picture[place + 1] not in _TOLD_IN_JPEG:
            yield picture[place : place + length + 2]
        place += length + 2
    yield picture[place:]
