"""What can happen to a file: to a text that somebody or an attacker has changed, to an Office file's zip and XML."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from random import Random

from lxml import etree

from tests.support.word import unzipped, zipped

TextChange = Callable[[Random, list[str]], str]
ZipChange = Callable[[Random, dict[str, bytes]], bytes]
_EXTERNAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"

NASTY = (
    *(
        "\0",
        "\x0b",
        "\x1b",
        "\x7f",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ufffe",
        "\uffff",
        "\ud800",
        "\udfff",
        "😀",
        "\U0010ffff",
    ),
    *(
        "\u202bשלום\u202c",
        "e\u0301",
        "\u00a0",
        "{{ 7*7 }}",
        "{% for i in range(9**9) %}",
        "{%p if x %}",
        "{#",
        "]]>",
        "<w:p/>",
    ),
    *(
        "&amp;",
        "&#0;",
        "<!DOCTYPE x>",
        "../../../etc/passwd",
        "C:\\aux",
        "!!python/object/apply:os.system ['id']",
        "!!binary aGo=",
    ),
    *(
        "&a [*a, *a]",
        "*a",
        "<<: *a",
        "~",
        "null",
        "yes",
        "0x1F",
        "1e999",
        "-1",
        "9" * 400,
        ".inf",
        "2027-02-30",
        "25.61",
    ),
    *(
        "2027-01-12T09:00:00Z",
        "[" * 40,
        "{" * 40,
        "- - - -",
        "? x",
        "| ",
        "> ",
        "'",
        '"',
        "#",
        "%YAML 9.9",
        "---",
        "...",
        "\t",
    ),
    *(
        "x" * 5_000,
        "ord " * 1_200,
        "w" * 400,
        "\\" * 50,
        "å" * 300,
        "",
        " ",
        "=1+1",
        "@SUM(1)",
        "CON",
        "aux.",
        "a/b",
        "{theme}",
    ),
)
"""Texts that have broken programs."""


def _lines_changed(change: Callable[[Random, list[str], int], None]) -> TextChange:
    def changed(random: Random, lines: list[str]) -> str:
        lines = list(lines) or [""]
        change(random, lines, random.randrange(len(lines)))
        return "\n".join(lines)

    return changed


def _swap(random: Random, lines: list[str], at: int) -> None:
    other = random.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _repeat(random: Random, lines: list[str], at: int) -> None:
    end = min(len(lines), at + random.choice((1, 1, 2, 5)))
    lines[end:end] = lines[at:end] * random.choice((1, 1, 1, 3, 60))


def _drop(random: Random, lines: list[str], at: int) -> None:
    del lines[at : at + random.choice((1, 1, 2, 8))]


def _indent(random: Random, lines: list[str], at: int) -> None:
    lines[at] = random.choice(("  ", " ", "\t", "      ", "- ")) + lines[at]


def _outdent(_: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].lstrip(" -")


def _value(random: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + ": " + random.choice(NASTY)


def _quoted(random: Random, lines: list[str], at: int) -> None:
    text = random.choice(NASTY).replace("\\", "\\\\").replace('"', '\\"')
    lines[at] = f'{lines[at].partition(":")[0]}: "{text}"'


def _escaped(random: Random, lines: list[str], at: int) -> None:
    escape = random.choice((r"\0", r"\ud800", r"\uDFFF", r"\x07", r"\uFFFE", r"\U0010FFFF", r"\N", r"\L", r"\e", r"\q"))
    lines[at] = f'{lines[at].partition(":")[0]}: "Et {escape} tegn"'


def _key(random: Random, lines: list[str], at: int) -> None:
    head, colon, rest = lines[at].partition(":")
    space = head[: len(head) - len(head.lstrip())]
    lines[at] = space + random.choice((*NASTY, head.strip() + "x", head.strip().upper())) + colon + rest


def _inserted(random: Random, lines: list[str], at: int) -> None:
    place = random.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:place] + random.choice(NASTY) + lines[at][place:]


def _bomb(random: Random, lines: list[str], at: int) -> None:
    depth = random.choice((3, 9, 30))
    bomb = [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}' if n else 'ha'] * 9)}]" for n in range(depth)]
    space = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    lines[at:at] = [space + line for line in bomb]


def _itself(random: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + random.choice((": &a [*a, *a]", ": &a {b: *a}", ": *nothing", ": &a"))


def _tag(random: Random, lines: list[str], at: int) -> None:
    tag = random.choice(
        ("!!python/object:os.system", "!!python/name:os.system", "!!set", "!!int", "!x", "!<tag:x,1:y>")
    )
    head, colon, rest = lines[at].partition(":")
    lines[at] = f"{head}{colon} {tag}{rest}"


def _deep(random: Random, lines: list[str], at: int) -> None:
    depth = random.choice((20, 300, 20_000))
    opening, closing = random.choice((("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("[", "")))
    lines[at] = lines[at].partition(":")[0] + ": " + opening * depth + "x" + closing * depth


def _list_for_text(random: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + random.choice((": [1, a]", ": {a: b}", ": []", ": {}", ":", ": [[]]"))


def _huge(random: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + ': "' + random.choice("xå ☐") * random.choice((5_000, 300_000)) + '"'


_LINES = (_swap, _repeat, _drop, _indent, _outdent, _value, _value, _quoted, _quoted, _escaped, _key, _inserted)
_ATTACKS = (_bomb, _itself, _tag, _deep, _list_for_text, _huge)
TEXT_CHANGES: tuple[TextChange, ...] = tuple(map(_lines_changed, (*_LINES, *_LINES, *_ATTACKS)))


def text_file(random: Random, content: bytes) -> bytes:
    """A text file, changed once or a few times: in its lines, then perhaps in its bytes."""
    text = content.decode()
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        text = random.choice(TEXT_CHANGES)(random, text.split("\n"))
    data = _encoded(random, text)
    return chewed(random, data) if random.random() < 0.15 else data


def _encoded(random: Random, text: str) -> bytes:
    chance = random.random()
    if chance < 0.85:
        return text.encode("utf-8", "surrogatepass" if chance < 0.1 else "replace")
    name = random.choice(("latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "cp037", "utf-7"))
    data = text.encode(name, "replace")
    return random.choice((b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf\xef\xbb\xbf")) + data


def chewed(random: Random, data: bytes) -> bytes:
    """Some bytes are others, the end is gone, or a piece stands twice."""
    whole = bytearray(data)
    match random.randrange(4):
        case 0:
            return bytes(whole[: random.randrange(len(whole) + 1)])
        case 1:
            at = random.randrange(len(whole) + 1)
            return bytes(whole[:at] + whole[max(0, at - 300) :])
        case _:
            for _ in range(random.choice((1, 2, 8, 40)) if whole else 0):
                whole[random.randrange(len(whole))] = random.randrange(256)
            return bytes(whole)


# Office files


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
