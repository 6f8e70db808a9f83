"""What can happen to an Office file: to its bytes, its zip and the XML of its parts."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from random import Random

from lxml import etree

from tests.support.mutated_texts import NASTY, chewed
from tests.support.packages import unzipped, zipped

ZipChange = Callable[[Random, dict[str, bytes]], bytes]
_EXTERNAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"


def office_file(random: Random, data: bytes) -> bytes:
    """An Office file, changed in its bytes, its zip or the XML of its parts."""
    if random.random() < 0.1:
        return chewed(random, data)
    members = unzipped(data)
    if random.random() < 0.2:
        return random.choice(ZIP_CHANGES)(random, members)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        _part_changed(random, members)
    return zipped(members)


def _part_changed(random: Random, members: dict[str, bytes]) -> None:
    main = [name for name in members if re.search(r"(document|slide\d+|presentation|custom|notesSlide\d+)\.xml$", name)]
    name = random.choice(main if main and random.random() < 0.7 else sorted(members))
    if name.endswith((".xml", ".rels")) and random.random() < 0.7:
        try:
            tree = etree.fromstring(members[name])
        except etree.XMLSyntaxError:
            return
        random.choice(TREE_CHANGES)(random, tree)
        members[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    else:
        members[name] = random.choice(XML_CHANGES)(random, members[name])


def _element(random: Random, tree: etree._Element) -> etree._Element:
    return random.choice([found for found in tree.iter() if isinstance(found.tag, str)])


def _dropped(random: Random, tree: etree._Element) -> None:
    found = _element(random, tree)
    if (parent := found.getparent()) is not None:
        parent.remove(found)


def _doubled(random: Random, tree: etree._Element) -> None:
    found = _element(random, tree)
    if (parent := found.getparent()) is not None:
        for _ in range(random.choice((1, 1, 2, 50))):
            parent.insert(parent.index(found), etree.fromstring(etree.tostring(found)))


def _moved(random: Random, tree: etree._Element) -> None:
    found, to = _element(random, tree), _element(random, tree)
    if found.getparent() is not None and found not in to.iterancestors() and found is not to:
        to.insert(random.randrange(len(to) + 1), found)


def _renamed(random: Random, tree: etree._Element) -> None:
    found = _element(random, tree)
    found.tag = random.choice((_element(random, tree).tag, "x", "{http://x.invalid/}y"))


def _retold(random: Random, tree: etree._Element) -> None:
    texts = [found for found in tree.iter() if isinstance(found.tag, str) and (found.text or "").strip()]
    if texts:
        found = random.choice(texts)
        tag = random.choice(
            ("{{ x", "}}", "{% endfor %}", "{%p for a in b %}", "{%tr if x %}", "{{ x.y.z() }}", "{% raw %}")
        )
        piece = random.choice((tag, *NASTY))
        allowed = "".join(
            sign for sign in piece if sign in "\t\n" or " " <= sign < "\ud800" or "\ue000" <= sign < "\ufffe"
        )
        found.text = random.choice(
            (allowed, (found.text or "") + allowed, (found.text or "")[:3], (found.text or "") * 40)
        )


def _attribute(random: Random, tree: etree._Element) -> None:
    holding = [found for found in tree.iter() if isinstance(found.tag, str) and found.attrib]
    if holding:
        found = random.choice(holding)
        name = random.choice(sorted(map(str, found.attrib)))
        if random.random() < 0.3:
            del found.attrib[name]
        else:
            values = (
                "",
                "-1",
                "9" * 30,
                "x",
                "../../../../etc/passwd",
                "file:///etc/passwd",
                "/",
                "{{ x }}",
                "1e9",
                "²",
                "1.5",
            )
            found.set(name, random.choice((*values, found.get(name, "") * 2)))


def _nested(random: Random, tree: etree._Element) -> None:
    found = _element(random, tree)
    for _ in range(random.choice((3, 60, 400))):
        found = etree.SubElement(found, random.choice((found.tag, tree.tag)))


TREE_CHANGES = (
    _dropped,
    _dropped,
    _doubled,
    _moved,
    _renamed,
    _retold,
    _retold,
    _retold,
    _attribute,
    _attribute,
    _nested,
)


def _unclosed(random: Random, xml: bytes) -> bytes:
    return re.sub(rb"</[\w:]+>", b"", xml, count=random.choice((1, 1, 5)))


def _entities(random: Random, xml: bytes) -> bytes:
    grown = "".join(f'<!ENTITY a{n} "{10 * f"&a{n - 1};"}">' for n in range(1, 9))
    inside = random.choice(
        ('<!ENTITY e SYSTEM "file:///etc/passwd">', f'<!ENTITY a0 "ha">{grown}<!ENTITY e "&a8;">', "")
    )
    head, _, body = xml.rpartition(b"?>")
    return (
        head
        + b"?>" * bool(head)
        + f"<!DOCTYPE x [{inside}]>".encode()
        + re.sub(rb">(?=[^<>]*</)", b">&e;", body, count=1)
    )


def _cut(random: Random, xml: bytes) -> bytes:
    return xml[: random.randrange(len(xml) + 1)]


def _nothing(random: Random, xml: bytes) -> bytes:
    return random.choice(
        (
            b"",
            b"\0",
            b"<a/>",
            b" " * 70_000,
            b"<a>" * 3_000 + b"</a>" * 3_000,
            xml.decode("utf-8", "replace").encode("utf-16"),
        )
    )


def _including(random: Random, xml: bytes) -> bytes:
    include = b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    return re.sub(rb"</(?=[^>]*>\s*$)", include + b"</", xml)


XML_CHANGES: tuple[Callable[[Random, bytes], bytes], ...] = (_unclosed, _entities, _cut, _nothing, _including, chewed)


def _without(random: Random, members: dict[str, bytes]) -> bytes:
    for name in random.sample(sorted(members), min(len(members), random.choice((1, 1, 3)))):
        del members[name]
    return zipped(members)


def _more(random: Random, members: dict[str, bytes]) -> bytes:
    names = (
        "../../x.xml",
        "/etc/x",
        "word\\x.xml",
        "C:/x",
        "word/document.xml/x",
        "WORD/DOCUMENT.XML",
        "a" * 300,
        "x\0y",
        "word/æ.xml",
    )
    return zipped(members | {random.choice(names): b"<x/>"})


def _bombed(random: Random, members: dict[str, bytes]) -> bytes:
    name = random.choice(sorted(members))
    return zipped(members | {name: random.choice((b" ", b"<a/>")) * random.choice((2_000_000, 30_000_000))})


def _lying(random: Random, members: dict[str, bytes]) -> bytes:
    """A member that says it is small and unpacks to 60 MB."""
    packed = zlib.compress(b" " * 60 * 2**20, 9)[2:-4]
    name, crc = random.choice(sorted(members)).encode(), zlib.crc32(b" " * 100)
    fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, crc, len(packed), 100, len(name), 0)
    local = b"PK\x03\x04" + fields + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    return local + central + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local), 0)


def _locked(random: Random, members: dict[str, bytes]) -> bytes:
    """Flags that say a member is encrypted, or packed in a way that nobody knows."""
    data = bytearray(zipped(members))
    for at in [found.start() for found in re.finditer(b"PK\x01\x02", bytes(data))][: random.choice((1, 99))]:
        offset, value = random.choice(((8, 1), (10, 99), (10, 12), (8, 0x41)))
        data[at + offset] = value
    return bytes(data)


def _many(_: Random, members: dict[str, bytes]) -> bytes:
    return zipped(members | {f"word/x{n}.xml": b"" for n in range(6_000)})


def _outward(random: Random, members: dict[str, bytes]) -> bytes:
    """Relationships that lead out of the file."""
    name = random.choice([name for name in members if name.endswith(".rels")])
    target = random.choice(
        ("../../../../etc/passwd", "file:///etc/passwd", "http://x.invalid/x.xml", "\\\\x\\y", "%2e%2e/x", "")
    )
    mode = random.choice(("", ' TargetMode="External"'))
    relation = f'<Relationship Id="x9" Type="{_EXTERNAL}" Target="{target}"{mode}/>'
    members[name] = members[name].replace(b"</Relationships>", relation.encode() + b"</Relationships>")
    if random.random() < 0.5:
        pattern, other = rb'Target="[^"]*"', f'Target="{target}"'.encode()
        members[name] = re.sub(pattern, lambda _: other, members[name], count=random.choice((1, 3)))
    return zipped(members)


ZIP_CHANGES: tuple[ZipChange, ...] = (
    _without,
    _without,
    _more,
    _bombed,
    _lying,
    _locked,
    _many,
    _outward,
    _outward,
    _outward,
)
