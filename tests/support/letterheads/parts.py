"""What letterheads are made of: package, theme, styles, paragraphs and fields as Word writes them."""

from __future__ import annotations

import struct
import zlib

from tests.support.packages import zipped

MAIN = "http://schemas.openxmlformats.org"
NS = (
    f'xmlns:w="{MAIN}/wordprocessingml/2006/main" xmlns:r="{MAIN}/officeDocument/2006/relationships"'
    f' xmlns:wp="{MAIN}/drawingml/2006/wordprocessingDrawing" xmlns:a="{MAIN}/drawingml/2006/main"'
    f' xmlns:pic="{MAIN}/drawingml/2006/picture" xmlns:mc="{MAIN}/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w10="urn:schemas-microsoft-com:office:word" mc:Ignorable="w14 wp14"'
)
_RELS = f"{MAIN}/officeDocument/2006/relationships"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DEFAULT = ' w:default="1"'  # of a style
PERSON = "Mette Hansen"
PLACE = r"C:\Users\mehan\OneDrive - Aastrup Kommune\Skabeloner"
SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")


def logo(colour: tuple[int, int, int], width: int = 240, height: int = 72) -> bytes:
    """A png of three bars, with a text in it that tells who made it."""
    rows = b"".join(
        b"\0" + b"".join(bytes(colour if (x // 8) % 3 and y > x // 6 else (255, 255, 255)) for x in range(width))
        for y in range(height)
    )
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"tEXt", b"Author\0" + PERSON.encode()),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def theme(colours: dict[str, str], major: str, minor: str) -> str:
    """A theme part; slots that aren't given are as Office has them."""
    usual = dict(
        zip(
            SLOTS,
            [
                "000000",
                "FFFFFF",
                "44546A",
                "E7E6E6",
                "4472C4",
                "ED7D31",
                "A5A5A5",
                "FFC000",
                "5B9BD5",
                "70AD47",
                "0563C1",
                "954F72",
            ],
            strict=True,
        )
    )
    slots = "".join(f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>' for slot, colour in (usual | colours).items())
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    fonts = "".join(
        f'<a:{kind}><a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
        for kind, font in (("majorFont", major), ("minorFont", minor))
    )
    return (
        f'<a:theme xmlns:a="{MAIN}/drawingml/2006/main" name="Kontortema"><a:themeElements>'
        f'<a:clrScheme name="Kontor">{slots}</a:clrScheme><a:fontScheme name="Kontor">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Kontor"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>'
        + f'<a:ln w="6350">{fill}</a:ln>' * 3
        + "</a:lnStyleLst><a:effectStyleLst>"
        + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
        + f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        + "</a:themeElements></a:theme>"
    )


def package(main: str, parts: dict[str, tuple[str, str | bytes]], rels: dict[str, list[tuple[str, str, str]]]) -> bytes:
    """A Word file: its main type, parts by name with their type, and relationships (id, kind, target) by part."""
    types = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in parts.items() if kind)
    members: dict[str, bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{MAIN}/package/2006/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
            ' ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/>{types}</Types>'
        ).encode()
    }
    members |= {name: content.encode() if isinstance(content, str) else content for name, (_, content) in parts.items()}
    for part, relations in rels.items():
        folder, _, name = part.rpartition("/")
        entries = "".join(
            f'<Relationship Id="{identity}" Type="{kind if "://" in kind else f"{_RELS}/{kind}"}" Target="{target}"'
            + (' TargetMode="External"' if "://" in target or kind == "attachedTemplate" else "")
            + "/>"
            for identity, kind, target in relations
        )
        members[f"{folder}/_rels/{name}.rels".lstrip("/")] = (
            f'<Relationships xmlns="{MAIN}/package/2006/relationships">{entries}</Relationships>'
        ).encode()
    return zipped(members)


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """A paragraph of text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = text if text.startswith("<") else f'<w:r w:rsidR="00A1B2C3"><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def field(code: str, shown: str, properties: str = "") -> str:
    """A field of several runs."""
    begin, between, end = (
        f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    instruction = f'<w:r>{properties}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{begin}{instruction}{between}<w:r>{properties}<w:t>{shown}</w:t></w:r>{end}"


def style(kind: str, identity: str, name: str, look: str = "", based: str = "", extra: str = "") -> str:
    """A style."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"{extra}><w:name w:val="{name}"/>{on}{look}</w:style>'
