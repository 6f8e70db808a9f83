"""Office files as what they are, a zip of parts: taken apart, put together, and parsed."""

from __future__ import annotations

import io
import zipfile

from lxml import etree


def unzipped(data: bytes) -> dict[str, bytes]:
    """The members of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: dict[str, bytes]) -> bytes:
    """A file of these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def is_xml(name: str) -> bool:
    """Whether a member is XML."""
    return name.endswith((".xml", ".rels"))


def parsed(members: dict[str, bytes]) -> dict[str, etree._Element]:
    """The members that are XML, parsed: strictly, so that what is not well-formed fails the test."""
    return {name: etree.fromstring(content) for name, content in members.items() if is_xml(name)}
