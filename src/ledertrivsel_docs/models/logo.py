"""An organisation's logo: the file that a brand names, checked, and no larger than print needs."""

from __future__ import annotations

import io
import re
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from ..errors import message
from ..reading.validation import refusal

MAX_BYTES = 20_000_000
_MAX_SVG = 1_000_000
_MAX_PIXELS = 1200
"""On its longest side: the widest logo that is printed has 400 dots an inch then."""

_ROUGH_SVG = re.compile(rb"<!DOCTYPE|<!ENTITY|<script|<foreignObject", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo as Word and PowerPoint show it: a png or jpeg, and for a drawing the `svg` as well."""

    data: bytes = field(repr=False)
    width: int
    height: int
    svg: bytes | None = field(default=None, repr=False)

    @classmethod
    def load(cls, path: Path) -> Self:
        """The logo in a png, jpg or svg file.

        An svg needs a picture beside it for programs that can't draw it: a png of the same name, or one that is made
        where `resvg-py` is installed.

        Raises `PydanticCustomError` as validators do: no such file, another kind of file, a damaged or huge one.
        """
        data = _read(path)
        if path.suffix.lower() != ".svg":
            return cls.of(data)
        svg = _checked_svg(data)
        beside = path.with_suffix(".png")
        picture = cls.of(_read(beside) if beside.is_file() else _drawn(svg))
        return cls(picture.data, picture.width, picture.height, svg)

    @classmethod
    def of(cls, data: bytes) -> Self:
        """The logo in the bytes of a png or jpeg. Raises as `load` does."""
        from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - only a brand with a logo needs it

        try:
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
                kind = str(opened.format)
                picture = ImageOps.exif_transpose(opened)
                picture.thumbnail((_MAX_PIXELS, _MAX_PIXELS))
                if picture.mode == "CMYK":
                    picture = picture.convert("RGB")
                clean = Image.new(picture.mode, picture.size)  # without what a camera or a program has written into it
                if picture.palette:
                    clean.putpalette(picture.palette)
                clean.paste(picture)
                seen = {"transparency": picture.info["transparency"]} if "transparency" in picture.info else {}
                file = io.BytesIO()
                clean.save(file, kind, quality=90, **seen)
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, struct.error, Image.DecompressionBombError):
            raise refusal(
                message("The logo isn't a picture that can be shown."), message("Save it as png, jpg or svg.")
            ) from None
        return cls(file.getvalue(), *clean.size)

    def files(self) -> dict[str, bytes]:
        """The files it is read from, by what they end in; the one that a brand file names last."""
        kind = "png" if self.data.startswith(b"\x89PNG") else "jpg"
        return {kind: self.data} | ({"svg": self.svg} if self.svg is not None else {})

    def within(self, width: float, height: float) -> tuple[float, float]:
        """Its width and height where it is as large as so much room allows; in the unit of the room."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def _read(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            what = message("The logo is larger than {megabytes} MB.", megabytes=MAX_BYTES // 1_000_000)
            raise refusal(what, message("Save a smaller version of it."))
        return path.read_bytes()
    except (OSError, ValueError):
        what = message("There is no file “{name}” that can be read.", name=path.name)
        raise refusal(what, message("The path is read from the brand file's own folder.")) from None


def _checked_svg(data: bytes) -> bytes:
    if len(data) > _MAX_SVG or b"<svg" not in data or _ROUGH_SVG.search(data):
        what = message("The logo is no svg that can be used: it is too large, no drawing, or has a program in it.")
        raise refusal(what, message("Export it as a plain svg, or save it as png."))
    return data


def _drawn(svg: bytes) -> bytes:
    """The drawing as a png."""
    try:
        import resvg_py  # noqa: PLC0415 - an extra
    except ImportError:
        raise refusal(
            message("An svg needs a png of the same name beside it, for programs that can't draw it."),
            message("Save one, or run: {command}", command='pip install "ledertrivsel-docs[svg]"'),
        ) from None
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg.decode(), width=_MAX_PIXELS))
    except (ValueError, UnicodeDecodeError) as error:
        what = message("The svg can't be drawn: {reason}.", reason=str(error))
        raise refusal(what, message("Export it as a plain svg, or save it as png.")) from None
