"""The zip container of an Office file: read with limits, written with the same bytes every time.

`zipfile` can't copy a member without inflating and deflating it again, which is most of what a render would cost;
so members are kept compressed as they lie, and the archive is written here (PKWARE APPNOTE 6.3, no zip64).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..errors import Message, message
from .deflating import crc32, deflate

MAX_MEMBERS = 5_000
MAX_SIZE = 100 * 2**20
MAX_RATIO = 200
_SMALL = 600  # bytes: relationships of a part
_STAMP = (0, 0x21)  # midnight, 1980-01-01: the earliest a zip can say, so that no clock reaches the bytes
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_LOCAL = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"  # the container of Office 97, and of files with a password
_SAVE_AGAIN = message("Open it in Word or PowerPoint and save it again as .docx or .pptx.")


class PackageError(Exception):
    """Not a usable Office package; `message` says why, `remedy` what to do."""

    def __init__(self, reason: Message, remedy: Message | None = None) -> None:
        self.message, self.remedy = reason, remedy
        super().__init__(str(reason))


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the archive, compressed."""

    name: str
    method: int
    crc: int
    size: int
    data: bytes

    @classmethod
    def deflated(cls, name: str, content: bytes) -> Member:
        """`content`, compressed."""
        data = _deflated_once(deflate, content) if len(content) <= _SMALL else deflate(content)
        return cls(name, zipfile.ZIP_DEFLATED, crc32(content), len(content), data)

    @classmethod
    def stored(cls, name: str, content: bytes) -> Member:
        """`content` as it is, for what is compressed already."""
        return cls(name, zipfile.ZIP_STORED, crc32(content), len(content), content)

    def content(self) -> bytes:
        """The bytes, inflated: never more of them than the archive states.

        Raises:
            ValueError: they are not what the archive states.
        """
        content = self.data
        if self.method == zipfile.ZIP_DEFLATED:
            content = zlib.decompressobj(-15).decompress(self.data, self.size + 1)
        if len(content) != self.size or crc32(content) != self.crc:
            raise ValueError(f"{self.name} is damaged")
        return content


@lru_cache(maxsize=4_096)
def _deflated_once(compress: Callable[[bytes], bytes], content: bytes) -> bytes:
    """The relationships of slide 7 are the same in every deck, and there are two such parts for each slide."""
    return compress(content)


def read_package(data: bytes) -> list[Member]:
    """The members of a zip, in its order.

    Raises:
        PackageError: not a zip, damaged, encrypted, larger than an Office file may be, or with unsafe names.
    """
    return [member for member, _ in _unpacked(data)]


def contents(data: bytes) -> list[tuple[str, bytes]]:
    """The names of the members of a zip and their unpacked bytes, in its order.

    Raises:
        PackageError: as `read_package` does.
    """
    return [(member.name, content) for member, content in _unpacked(data)]


def _unpacked(data: bytes) -> Iterator[tuple[Member, bytes]]:
    if data.startswith(_OLE):
        raise PackageError(
            message("This is an old Word or PowerPoint file, or one that is protected by a password."),
            message("Open it, take away the password and save it as .docx or .pptx."),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            _check(infos)
            for info in infos:
                member = _member(info, data)
                yield member, member.content()  # it is what the archive states, or this raises
    except (zipfile.BadZipFile, struct.error, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise PackageError(message("This is not a Word or PowerPoint file, or it is damaged."), _SAVE_AGAIN) from error


def _check(infos: list[zipfile.ZipInfo]) -> None:
    names = [info.filename for info in infos]
    size, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if len(infos) > MAX_MEMBERS or size > MAX_SIZE or size > MAX_RATIO * max(packed, 2**16):
        raise PackageError(message("The file unpacks to more than an Office file may hold."), _SAVE_AGAIN)
    if len({name.lower() for name in names}) != len(names):
        raise PackageError(message("The file holds two parts of the same name."), _SAVE_AGAIN)
    if any(name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name for name in names):
        raise PackageError(message("The file holds a part whose name points out of it."), _SAVE_AGAIN)
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise PackageError(message("The file is protected by a password."), message("Take away the password."))


def _member(info: zipfile.ZipInfo, data: bytes) -> Member:
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError(info.compress_type)
    if data[info.header_offset : info.header_offset + 4] != _LOCAL:
        raise zipfile.BadZipFile(info.filename)
    name_length, extra_length = struct.unpack_from("<HH", data, info.header_offset + 26)
    start = info.header_offset + 30 + name_length + extra_length
    packed = data[start : start + info.compress_size]
    return Member(info.filename, info.compress_type, info.CRC, info.file_size, packed)


def write_package(members: Iterable[Member]) -> bytes:
    """A zip of the members in the order given; equal members give equal bytes."""
    return b"".join(pieces_of_package(members))


def pieces_of_package(members: Iterable[Member]) -> Iterator[bytes]:
    """The bytes that `write_package` gives, piece by piece."""
    directory: list[bytes] = []
    offset = 0
    for member in members:
        name = member.name.encode()
        flags = 0 if member.name.isascii() else _UTF8_NAME
        common = struct.pack(
            "<HHHHHIIIHH", 20, flags, member.method, *_STAMP, member.crc, len(member.data), member.size, len(name), 0
        )
        yield _LOCAL + common + name
        yield member.data
        directory += (b"PK\x01\x02", struct.pack("<H", 20), common, struct.pack("<HHHII", 0, 0, 0, 0, offset), name)
        offset += 30 + len(name) + len(member.data)
    listing = b"".join(directory)
    count = len(directory) // 5  # below 65,536, as `engine.deck` and `building` see to
    yield listing + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(listing), offset, 0)
