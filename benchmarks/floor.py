"""The floor: what any way of making the file from a template has to do, and nothing else.

The texts are escaped and put between the pieces of each part that changes, the part is deflated, and the other members
are copied as they lie. It knows beforehand where everything goes; an engine has to find that out.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from html import unescape

from markupsafe import escape

from ledertrivsel_docs.engine import Template, package

_TEXT = re.compile(r"(?<=>)([^<>]+)(?=<)")


def floor_of(document: bytes, template: Template) -> Callable[[], bytes]:
    """Makes the document's content again, by the deflate that the engine has at that time.

    What a template keeps compressed is copied: for the floor to be one, that is also what the engine has found to copy.
    """
    kept = template._compiled.members
    members = package.read_package(document)
    fixed = {m.name: _local(m) + m.data for m in members if m.name in kept and kept[m.name].data == m.data}
    pieces = {m.name: _pieces(m.content().decode()) for m in members if m.name not in fixed}
    known = {m.name: (m.crc, len(m.data), m.size) for m in members}
    names = [m.name for m in members]

    def make() -> bytes:
        body: list[bytes] = []
        directory: list[bytes] = []
        offset = 0
        for name in names:
            if name in fixed:
                entry, (crc, packed, size) = fixed[name], known[name]
            else:
                texts = pieces[name]
                xml = "".join(piece if index % 2 == 0 else escape(piece) for index, piece in enumerate(texts)).encode()
                crc, size, data = package.crc32(xml), len(xml), package.deflate(xml)
                packed = len(data)
                entry = _header(name, crc, packed, size) + data
            body.append(entry)
            directory.append(_central(name, crc, packed, size, offset))
            offset += len(entry)
        listing = b"".join(directory)
        end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, len(names), len(names), len(listing), offset, 0)
        return b"".join((*body, listing, end))

    return make


def _pieces(xml: str) -> list[str]:
    """What is fixed, a text, what is fixed, a text …"""
    return [piece if index % 2 == 0 else unescape(piece) for index, piece in enumerate(_TEXT.split(xml))]


def _local(member: package.Member) -> bytes:
    return _header(member.name, member.crc, len(member.data), member.size, member.method)


def _header(name: str, crc: int, packed: int, size: int, method: int = zlib.DEFLATED) -> bytes:
    raw = name.encode()
    return struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, method, 0, 33, crc, packed, size, len(raw), 0) + raw


def _central(name: str, crc: int, packed: int, size: int, offset: int) -> bytes:
    raw = name.encode()
    head = struct.pack(
        "<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, packed, size, len(raw), *[0] * 5, offset
    )
    return head + raw
