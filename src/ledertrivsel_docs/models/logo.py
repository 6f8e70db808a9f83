"""An organisation's logo: the file that a brand names, checked, and no larger than print needs."""

from __future__ import annotations

import io
import os
import re
import struct
import warnings
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from xml.parsers import expat

from pydantic_core import PydanticCustomError

from ..errors import message
from ..reading.validation import refusal, shortened

MAX_BYTES = 20_000_000
_MAX_SVG = 1_000_000
_MAX_DOTS = 40_000_000
"""Of a picture as it lies in its file: a small file can unpack to gigabytes."""

_MAX_DEPTH = 100
_MAX_PIXELS = 1200
"""On its longest side: the widest logo that is printed has 400 dots an inch then."""

_ROUGH_SVG = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<([\w-]+:)?(script|foreignObject)\b|\son\w+\s*=|@import"
    rb"|href\s*=\s*[\"'](?!#|data:image/)|url\(\s*[\"']?(?!#|data:)",
    re.IGNORECASE,
)
"""Programs, and what leads out of the file: what draws it would put files of this machine into the picture."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo as Word and PowerPoint show it, no larger than print needs."""

    data: bytes = field(repr=False)
    """A png or jpeg of at most 1200 pixels on its longest side."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    svg: bytes | None = field(default=None, repr=False)
    """The same as a drawing, for programs that can draw it."""

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """The logo in a png, jpg or svg file.

        An svg needs a picture beside it for programs that can't draw it: a png of the same name, or one that is made
        where `resvg-py` is installed.

        Args:
            path: the file, of at most 20 MB, an svg of at most 1 MB.

        Raises:
            pydantic_core.PydanticCustomError: as validators do: no such file, another kind, a damaged or huge one.
        """
        path = Path(path)
        data = _read(path)
        if path.suffix.lower() != ".svg":
            return cls.of(data)
        svg = _checked_svg(data)
        beside = path.with_suffix(".png")
        picture = cls.of(_read(beside) if beside.is_file() else _drawn(svg))
        return cls(picture.data, picture.width, picture.height, svg)

    @classmethod
    def of(cls, data: bytes) -> Self:
        """The logo in the bytes of a png or jpeg.

        Args:
            data: the file.

        Raises:
            pydantic_core.PydanticCustomError: as `load` does.
        """
        from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - only a brand with a logo needs it

        try:
            with (
                warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
                Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened,
            ):
                if opened.width * opened.height > _MAX_DOTS:
                    raise Image.DecompressionBombError
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
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            raise _too_many_dots() from None
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, struct.error):
            raise refusal(
                message("The logo isn't a picture that can be shown."), message("Save it as png, jpg or svg.")
            ) from None
        return cls(file.getvalue(), *clean.size)

    def files(self) -> dict[str, bytes]:
        """The files it is read from, by what they end in: `png`, `jpg`, `svg`; the one that a brand file names last."""
        kind = "png" if self.data.startswith(b"\x89PNG") else "jpg"
        return {kind: self.data} | ({"svg": self.svg} if self.svg is not None else {})

    def within(self, width: float, height: float) -> tuple[float, float]:
        """Its width and height where it is as large as so much room allows.

        Args:
            width: of the room, in any unit.
            height: of the room, in the same unit.
        """
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def _read(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            what = message("The logo is larger than {megabytes} MB.", megabytes=MAX_BYTES // 1_000_000)
            raise refusal(what, message("Save a smaller version of it."))
        return path.read_bytes()
    except (OSError, ValueError):
        what = message("There is no file “{name}” that can be read.", name=shortened(path.name))
        raise refusal(what, message("The path is read from the brand file's own folder.")) from None


def _too_many_dots() -> PydanticCustomError:
    what = message("The logo has more than {millions} million dots.", millions=_MAX_DOTS // 1_000_000)
    return refusal(what, message("Save a smaller version of it."))


def _checked_svg(data: bytes) -> bytes:
    if len(data) > _MAX_SVG or b"<svg" not in data or _ROUGH_SVG.search(data) or _depth(data) > _MAX_DEPTH:
        what = message(
            "The logo is no svg that can be used: it is too large, no drawing, or holds a program or a link."
        )
        raise refusal(what, message("Export it as a plain svg, or save it as png."))
    return data


def _depth(svg: bytes) -> int:
    """How deep its elements are nested, as far as it can be read: those that draw it run out of stack, and crash."""
    opened = deepest = 0

    def start(*_: object) -> None:
        nonlocal opened, deepest
        opened += 1
        deepest = max(deepest, opened)

    def end(_: str) -> None:
        nonlocal opened
        opened -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    with suppress(expat.ExpatError):
        parser.Parse(svg, True)
    return deepest


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
        return bytes(resvg_py.svg_to_bytes(svg_string=svg.decode(), width=_MAX_PIXELS, height=_MAX_PIXELS))
    except ValueError:
        raise refusal(
            message("The svg can't be drawn."), message("Export it as a plain svg, or save it as png.")
        ) from None
