"""What one render hands out: relationships, pictures and ids, in order of first use, the same in every run."""

from __future__ import annotations

import itertools
import posixpath
import struct
from collections.abc import Container, Mapping

from ..errors import message
from .budget import Budget
from .compiled import XML_HEAD, Part
from .values import NEW_ID, Picture, Site, ValueProblem, text_xml

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NO_RELATIONS = (
    f'{XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_MODE = {"hyperlink": ' TargetMode="External"', "image": ""}
_EMU_PER_MM = 36_000
_DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{id}" name="Picture {number}" descr="{alt}">{decorative}</wp:docPr>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="{rel}" r:embed="{relation}">{drawn}</a:blip>'
    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
_PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="{id}" name="Picture {number}" descr="{alt}">{decorative}</p:cNvPr>'
    '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
    '<p:blipFill><a:blip r:embed="{relation}">{drawn}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
    '<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
)
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_DRAWN = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip'
    ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{relation}"/></a:ext></a:extLst>'
)


class Media:
    """The pictures of one render: a file for each different one, whatever part shows it.

    `taken` are the names of the template's own members.
    """

    def __init__(self, taken: Container[str] = ()) -> None:
        self.files: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}
        self._taken = taken

    def name(self, data: bytes, kind: str, part: str) -> str:
        """The member name of a picture that a part shows."""
        if data not in self._names:
            numbers = itertools.count(len(self._names) + 1)
            root = part.partition("/")[0]
            names = (f"{root}/media/picture{number}.{kind}" for number in numbers)
            name = next(name for name in names if name not in self._taken and name not in self.files)
            self._names[data], self.files[name] = name, data
        return self._names[data]


class PartAllotment:
    """The relationships of one part, and the `budget` of its render; of a slide also the `scales` of its frames, and
    whether it is being measured.
    """

    def __init__(
        self,
        part: Part,
        media: Media,
        budget: Budget,
        *,
        scales: Mapping[int, int] | None = None,
        measures: bool = False,
    ) -> None:
        self.budget = budget
        self.sites: tuple[Site | None, ...] = part.sites
        self.scales = scales
        self.copies: dict[int, int] = {}
        self.measures = measures
        self._part = part.name
        self._known = part.relationships
        self._media = media
        self._relations: dict[tuple[str, str], str] = {}
        self._pictures = 0

    def link(self, target: str) -> str:
        """The relationship id of an address, which is escaped already; one for each address."""
        return self._relation("hyperlink", target)

    def picture(self, picture: Picture) -> str:
        """A picture as an inline drawing in a run of its own."""
        kind, width, height = _measure(picture.data)
        wide = picture.width or (picture.height or 0) * width / height or width * 25.4 / 96
        high = picture.height or wide * height / width
        return self._drawing(_DRAWING, picture, kind, cx=round(wide * _EMU_PER_MM), cy=round(high * _EMU_PER_MM))

    def picture_in(self, picture: Picture, x: int, y: int, width: int, height: int) -> str:
        """A picture on a slide, as large as its box allows, in the middle of it."""
        kind, wide, high = _measure(picture.data)
        factor = min(width / wide, height / high)
        cx, cy = round(wide * factor), round(high * factor)
        return self._drawing(_PICTURE, picture, kind, x=x + (width - cx) // 2, y=y + (height - cy) // 2, cx=cx, cy=cy)

    def _drawing(self, pattern: str, picture: Picture, kind: str, **numbers: int) -> str:
        self._pictures += 1
        drawn = "" if picture.svg is None else _DRAWN.format(relation=self._shown(picture.svg, "svg"))
        return pattern.format(
            id=NEW_ID,
            number=self._pictures,
            alt=text_xml(picture.alt),
            decorative="" if picture.alt else _DECORATIVE,
            rel=_REL,
            relation=self._shown(picture.data, kind),
            drawn=drawn,
            **numbers,
        )

    def _shown(self, data: bytes, kind: str) -> str:
        """The relationship id of a picture's file."""
        folder = posixpath.dirname(self._part)
        return self._relation("image", posixpath.relpath(self._media.name(data, kind, folder), folder))

    def _relation(self, kind: str, target: str) -> str:
        if (kind, target) not in self._relations:
            names = (f"rIdValue{number}" for number in itertools.count(len(self._relations) + 1))
            taken = self._relations.values()
            self._relations[kind, target] = next(
                name for name in names if f'"{name}"' not in self._known and name not in taken
            )
        return self._relations[kind, target]

    def refused(self, problem: ValueProblem) -> str:
        """A value that can't be printed ends the render."""
        raise problem

    def relationships(self) -> str | None:
        """The part's relationships with the new ones, or None where there are no new ones."""
        if not self._relations:
            return None
        new = "".join(
            f'<Relationship Id="{name}" Type="{_REL}/{kind}" Target="{target}"{_MODE[kind]}/>'
            for (kind, target), name in self._relations.items()
        )
        return (self._known or NO_RELATIONS).replace("</Relationships>", new + "</Relationships>")


def _measure(data: bytes) -> tuple[str, int, int]:
    """Kind, width and height in pixels of a png or jpeg, from its head."""
    kind, width, height = "png", 0, 0
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) > 24:
        width, height = struct.unpack(">II", data[16:24])
    elif data.startswith(b"\xff\xd8"):
        kind, (width, height) = "jpeg", _measure_jpeg(data)
    if not width or not height:
        raise ValueProblem(message("A picture must be a png or jpeg file."), message("Save it as png or jpg."))
    return kind, width, height


def _measure_jpeg(data: bytes) -> tuple[int, int]:
    """Width and height from the frame header (ITU T.81, B.2.2), or zeros."""
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF:  # a filling byte
            position += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, position + 5)
            return width, height
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return 0, 0
