"""Three letterheads that have nothing in common, as a municipality's programs write them; none is anybody's own.

`aastrup` is a .dotx from Danish Word, `bremark` a .docx of an old Word with a dark band, `lincoln` one that LibreOffice
saved, on US Letter and in English.
"""

# ruff: noqa: E501 - the markup is read more easily where an element stays on its line

from __future__ import annotations

import io
import struct
import tempfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from lxml import etree

from tests.support.office import libreoffice
from tests.support.word import unzipped, zipped

_MAIN = "http://schemas.openxmlformats.org"
_NS = (
    f'xmlns:w="{_MAIN}/wordprocessingml/2006/main" xmlns:r="{_MAIN}/officeDocument/2006/relationships"'
    f' xmlns:wp="{_MAIN}/drawingml/2006/wordprocessingDrawing" xmlns:a="{_MAIN}/drawingml/2006/main"'
    f' xmlns:pic="{_MAIN}/drawingml/2006/picture" xmlns:mc="{_MAIN}/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w10="urn:schemas-microsoft-com:office:word" mc:Ignorable="w14 wp14"'
)
_RELS = f"{_MAIN}/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
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
        f'<a:theme xmlns:a="{_MAIN}/drawingml/2006/main" name="Kontortema"><a:themeElements>'
        f'<a:clrScheme name="Kontor">{slots}</a:clrScheme><a:fontScheme name="Kontor">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Kontor"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>'
        + f'<a:ln w="6350">{fill}</a:ln>' * 3
        + "</a:lnStyleLst><a:effectStyleLst>"
        + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
        + f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def package(main: str, parts: dict[str, tuple[str, str | bytes]], rels: dict[str, list[tuple[str, str, str]]]) -> bytes:
    """A Word file: its main type, parts by name with their type, and relationships (id, kind, target) by part."""
    types = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in parts.items() if kind)
    members: dict[str, bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_MAIN}/package/2006/content-types"><Default Extension="rels"'
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
            f'<Relationships xmlns="{_MAIN}/package/2006/relationships">{entries}</Relationships>'
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


_DEFAULT = ' w:default="1"'
_CENTRED = '<w:jc w:val="center"/>'


@cache
def aastrup() -> bytes:
    """A .dotx of Danish Word: localized ids, a floating logo, an address in a text box, another first page."""
    colours = {"dk2": "1F3D36", "accent1": "7A1F3D", "accent2": "C98B2B", "accent3": "2E6E8E", "accent4": "5B7F3A"}
    styles = (
        f"<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:cstheme="minorBidi"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + style(
            "paragraph",
            "Normal",
            "Normal",
            '<w:qFormat/><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="21"/></w:rPr>',
            extra=_DEFAULT,
        )
        + style(
            "paragraph",
            "Overskrift1",
            "heading 1",
            '<w:next w:val="Normal"/><w:link w:val="Overskrift1Tegn"/><w:qFormat/><w:pPr><w:keepNext/><w:pageBreakBefore/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:color w:val="7A1F3D" w:themeColor="accent1"/><w:sz w:val="40"/></w:rPr>',
            "Normal",
        )
        + style(
            "paragraph",
            "Overskrift2",
            "heading 2",
            '<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:b/><w:color w:val="1F3D36" w:themeColor="text2"/><w:sz w:val="26"/></w:rPr>',
            "Normal",
        )
        + style(
            "paragraph",
            "Overskrift3",
            "heading 3",
            '<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:i/><w:sz w:val="23"/></w:rPr>',
            "Normal",
        )
        + style(
            "character",
            "Standardskrifttypeiafsnit",
            "Default Paragraph Font",
            '<w:uiPriority w:val="1"/><w:semiHidden/>',
            extra=_DEFAULT,
        )
        + style(
            "table",
            "Tabel-Normal",
            "Normal Table",
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
            extra=_DEFAULT,
        )
        + style("numbering", "Ingenoversigt", "No List", '<w:uiPriority w:val="99"/><w:semiHidden/>', extra=_DEFAULT)
        + style(
            "character",
            "Overskrift1Tegn",
            "Overskrift 1 Tegn",
            '<w:link w:val="Overskrift1"/>',
            "Standardskrifttypeiafsnit",
            ' w:customStyle="1"',
        )
        + style(
            "paragraph",
            "Sidehoved",
            "header",
            '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4819"/><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>',
            "Normal",
        )
        + style(
            "paragraph",
            "Sidefod",
            "footer",
            '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4819"/><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:color w:val="1F3D36" w:themeColor="text2"/><w:sz w:val="16"/></w:rPr>',
            "Normal",
        )
        + style(
            "character",
            "Pladsholdertekst",
            "Placeholder Text",
            '<w:rPr><w:color w:val="808080"/></w:rPr>',
            "Standardskrifttypeiafsnit",
        )
        + style(
            "character",
            "Hyperlink",
            "Hyperlink",
            '<w:rPr><w:color w:val="2E6E8E" w:themeColor="accent3"/><w:u w:val="single"/></w:rPr>',
            "Standardskrifttypeiafsnit",
        )
        + style("paragraph", "Note", "Bemærkning", "<w:rPr><w:i/></w:rPr>", "Normal", ' w:customStyle="1"')
        + style(
            "paragraph",
            "Adresse",
            "Aastrup adresse",
            '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:color w:val="7A1F3D" w:themeColor="accent1" w:themeShade="BF"/><w:sz w:val="15"/></w:rPr>',
            "Normal",
            ' w:customStyle="1"',
        )
        + "</w:styles>"
    )
    picture = (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0"'
        ' relativeHeight="251658240" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" wp14:anchorId="3A2B1C0D" wp14:editId="50D07946">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>5220000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>432000</wp:posOffset></wp:positionV><wp:extent cx="1620000" cy="486000"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        rf'<wp:docPr id="1" name="Billede 1" descr="{PLACE}\logo.png"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_MAIN}/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1620000" cy="486000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )
    lines = ("Aastrup Kommune", "HR og Arbejdsmiljø", "Torvet 1", "9990 Aastrup", "Tlf. 70 00 00 00")
    address = "".join(paragraph(line, "Adresse") for line in lines)
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>5220000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>972000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1620000" cy="640000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="2" name="Tekstfelt 2"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1620000" cy="640000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent2"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr></a:solidFill></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{address}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="36000" tIns="18000" rIns="36000" bIns="18000"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
        '<mc:Fallback><w:pict><v:rect style="position:absolute;margin-left:411pt;margin-top:76pt;width:127pt;height:50pt" fillcolor="#f4e8d3 [661]" stroked="f">'
        f"<v:textbox><w:txbxContent>{address}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    band = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="C98B2B" w:themeColor="accent2"/></w:pBdr>'
    later = (
        '<w:r><w:rPr><w:b/><w:color w:val="7A1F3D" w:themeColor="accent1"/></w:rPr><w:t>Aastrup Kommune</w:t></w:r>'
        f'<w:ins w:id="9" w:author="{PERSON}" w:date="2026-01-01T00:00:00Z"><w:r><w:t xml:space="preserve"> · HR</w:t></w:r></w:ins>'
        f'<w:del w:id="10" w:author="{PERSON}" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>Personale</w:delText></w:r></w:del>'
        '<w:sdt><w:sdtPr><w:alias w:val="Sagsnr"/><w:id w:val="-77"/><w:placeholder><w:docPart w:val="DefaultPlaceholder"/></w:placeholder><w:showingPlcHdr/>'
        '<w:dataBinding w:xpath="/x" w:storeItemID="{11111111-2222-3333-4444-555555555555}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>[Klik her og skriv sagsnummer]</w:t></w:r></w:sdtContent></w:sdt>'
    )
    document = (
        f"<w:document {_NS}><w:body>{paragraph('Kære [navn]')}{paragraph(f'Med venlig hilsen {PERSON}')}"
        '<w:sectPr w:rsidR="00A1B2C3"><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId7"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2552" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="425" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr></w:body></w:document>'
    )
    settings = (
        f'<w:settings {_NS}><w:attachedTemplate r:id="rId1"/><w:documentProtection w:edit="forms" w:enforcement="1"/><w:defaultTabStop w:val="1304"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids><w:docVars><w:docVar w:name="bruger" w:val="{PERSON}"/></w:docVars></w:settings>'
    )
    page = f'{field("PAGE", "2")}<w:r><w:t xml:space="preserve"> af </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>3</w:t></w:r></w:fldSimple>'
    secret = field(r"FILENAME \p", rf"{PLACE}\Brev.dotx") + field("AUTHOR", PERSON)
    parts: dict[str, tuple[str, str | bytes]] = {
        "word/document.xml": ("", document),
        "word/styles.xml": (f"{_WML}.styles+xml", styles),
        "word/settings.xml": (f"{_WML}.settings+xml", settings),
        "word/theme/theme1.xml": (
            "application/vnd.openxmlformats-officedocument.theme+xml",
            theme(colours, "Georgia", "Calibri"),
        ),
        "word/header1.xml": (f"{_WML}.header+xml", f"<w:hdr {_NS}>{paragraph(later, 'Sidehoved', band)}</w:hdr>"),
        "word/header2.xml": (f"{_WML}.header+xml", f"<w:hdr {_NS}>{paragraph(picture + box, 'Sidehoved')}</w:hdr>"),
        "word/footer1.xml": (
            f"{_WML}.footer+xml",
            f"<w:ftr {_NS}>{paragraph(f'<w:r><w:t>www.aastrup.dk</w:t></w:r><w:r><w:tab/></w:r>{secret}<w:r><w:tab/></w:r>{page}', 'Sidefod')}</w:ftr>",
        ),
        "word/footer2.xml": (
            f"{_WML}.footer+xml",
            f"<w:ftr {_NS}>{paragraph('CVR 99 99 99 99 · EAN 5790000000000 · aastrup@aastrup.dk', 'Sidefod')}</w:ftr>",
        ),
        "word/media/image1.png": ("", logo((122, 31, 61))),
        "customXml/item1.xml": (
            "",
            f'<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties"><user>{PERSON}</user></p:properties>',
        ),
        "docProps/app.xml": (
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            f'<Properties xmlns="{_MAIN}/officeDocument/2006/extended-properties"><Template>{PLACE}\\Normal.dotm</Template><Manager>{PERSON}</Manager></Properties>',
        ),
        "docProps/core.xml": (
            "application/vnd.openxmlformats-package.core-properties+xml",
            f'<cp:coreProperties xmlns:cp="{_MAIN}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{PERSON}</dc:creator></cp:coreProperties>',
        ),
    }
    rels = {
        "": [
            ("rId1", "officeDocument", "word/document.xml"),
            ("rId2", f"{_MAIN}/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", "extended-properties", "docProps/app.xml"),
        ],
        "word/document.xml": [
            ("rId1", "styles", "styles.xml"),
            ("rId2", "settings", "settings.xml"),
            ("rId3", "theme", "theme/theme1.xml"),
            ("rId4", "header", "header1.xml"),
            ("rId5", "header", "header2.xml"),
            ("rId6", "footer", "footer1.xml"),
            ("rId7", "footer", "footer2.xml"),
            ("rId8", "customXml", "../customXml/item1.xml"),
        ],
        "word/header2.xml": [("rId1", "image", "media/image1.png")],
        "word/settings.xml": [("rId1", "attachedTemplate", f"file:///{PLACE}\\Brev.dotm")],
    }
    return package(f"{_WML}.template.main+xml", parts, rels)


@cache
def bremark() -> bytes:
    """A .docx in compatibility mode 12: a dark band, a wide left margin, numbered headings, a watermark, odd and even."""
    colours = {
        "dk2": "3B3B3B",
        "lt2": "EFEFD0",
        "accent1": "F7E463",
        "accent2": "B5D334",
        "accent3": "00A3AD",
        "accent4": "E6007E",
        "accent5": "F39200",
        "accent6": "7D8C8C",
    }
    numbers = (
        f'<w:numbering {_NS}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
        + "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{n + 1}"/><w:lvlText w:val="{"".join(f"%{k + 1}." for k in range(n + 1))}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
            for n in range(3)
        )
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )

    def heading(level: int, size: int, slot: str) -> str:
        look = (
            f'<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="360" w:after="120"/>'
            f'<w:ind w:left="567" w:hanging="567"/><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:b/><w:caps/><w:color w:val="3B3B3B" w:themeColor="{slot}"/><w:sz w:val="{size}"/></w:rPr>'
        )
        return style("paragraph", f"Heading{level}", f"heading {level}", look, "Normal")

    styles = (
        f'<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        + style(
            "paragraph",
            "Normal",
            "Normal",
            '<w:qFormat/><w:pPr><w:spacing w:before="120" w:after="480" w:line="360" w:lineRule="exact"/><w:ind w:firstLine="284"/></w:pPr><w:rPr><w:sz w:val="23"/></w:rPr>',
            extra=_DEFAULT,
        )
        + heading(1, 32, "text2")
        + heading(2, 26, "accent3")
        + heading(3, 22, "text2")
        + style("character", "DefaultParagraphFont", "Default Paragraph Font", "<w:semiHidden/>", extra=_DEFAULT)
        + style(
            "table",
            "TableNormal",
            "Normal Table",
            '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
            extra=_DEFAULT,
        )
        + style(
            "paragraph",
            "Header",
            "header",
            '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>',
            "Normal",
        )
        + style("paragraph", "Lead", "Manchet", "<w:rPr><w:b/></w:rPr>", "Normal", ' w:customStyle="1"')
        + "</w:styles>"
    )
    dark = '<w:shd w:val="clear" w:color="auto" w:fill="1F1F1F" w:themeFill="text2" w:themeFillShade="80"/>'
    white = '<w:rPr><w:b/><w:color w:val="F7E463" w:themeColor="accent1"/><w:sz w:val="26"/></w:rPr>'
    cell = '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{dark}</w:tcPr>{text}</w:tc>'
    band = (
        '<w:tbl><w:tblPr><w:tblW w:w="8788" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="5953"/><w:gridCol w:w="2835"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="850" w:hRule="atLeast"/></w:trPr>'
        + cell.format(width=5953, dark=dark, text=paragraph(f"<w:r>{white}<w:t>Bremark Kommune</w:t></w:r>", "Header"))
        + cell.format(
            width=2835,
            dark=dark,
            text=paragraph(f"<w:r>{white}<w:t>{{side}}</w:t></w:r>", "Header", '<w:jc w:val="right"/>'),
        )
        + "</w:tr></w:tbl>"
    )
    mark = '<w:p><w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:360pt;height:90pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="silver [3212]" stroked="f"><v:fill opacity=".35"/><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="BREMARK"/></v:shape></w:pict></w:r></w:p>'
    document = (
        f'<w:document {_NS}><w:body>{paragraph("Notat")}<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="even" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
        '<w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1985" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="708"/></w:sectPr></w:body></w:document>'
    )
    settings = f'<w:settings {_NS}><w:evenAndOddHeaders/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="12"/></w:compat></w:settings>'
    parts: dict[str, tuple[str, str | bytes]] = {
        "word/document.xml": ("", document),
        "word/styles.xml": (f"{_WML}.styles+xml", styles),
        "word/settings.xml": (f"{_WML}.settings+xml", settings),
        "word/numbering.xml": (f"{_WML}.numbering+xml", numbers),
        "word/theme/theme1.xml": (
            "application/vnd.openxmlformats-officedocument.theme+xml",
            theme(colours, "Cambria", "Arial"),
        ),
        "word/header1.xml": (f"{_WML}.header+xml", f"<w:hdr {_NS}>{band.replace('{side}', 'ulige')}{mark}</w:hdr>"),
        "word/header2.xml": (
            f"{_WML}.header+xml",
            f"<w:hdr {_NS}>{band.replace('{side}', 'lige')}{paragraph('', 'Header')}</w:hdr>",
        ),
        "word/footer1.xml": (
            f"{_WML}.footer+xml",
            f"<w:ftr {_NS}>{paragraph('Bremark Kommune · Åvej 7 · 9999 Bremark', '', _CENTRED)}</w:ftr>",
        ),
    }
    rels = {
        "": [("rId1", "officeDocument", "word/document.xml")],
        "word/document.xml": [
            ("rId1", "styles", "styles.xml"),
            ("rId2", "settings", "settings.xml"),
            ("rId3", "theme", "theme/theme1.xml"),
            ("rId4", "header", "header1.xml"),
            ("rId5", "header", "header2.xml"),
            ("rId6", "footer", "footer1.xml"),
            ("rId7", "numbering", "numbering.xml"),
        ],
    }
    return package(f"{_WML}.document.main+xml", parts, rels)


_FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Liberation Serif" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-family="Liberation Serif" fo:font-size="12pt" fo:language="en" fo:country="US"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-top="0.17in" fo:margin-bottom="0.08in"/><style:text-properties fo:font-family="Liberation Sans" fo:font-size="14pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="1"><style:text-properties fo:font-size="18pt" fo:font-weight="bold" fo:color="#2a6099"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="2"><style:text-properties fo:font-size="15pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"/>
<text:notes-configuration text:note-class="footnote" style:num-format="1"/>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="8.5in" fo:page-height="11in" fo:margin-top="0.7in" fo:margin-bottom="0.7in" fo:margin-left="1in" fo:margin-right="1in"/>
<style:header-style><style:header-footer-properties fo:min-height="0.4in" fo:margin-bottom="0.15in"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.3in" fo:margin-top="0.1in"/></style:footer-style></style:page-layout>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard" style:master-page-name="Second"/>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="pm1"><style:header><text:p text:style-name="Header">Lincoln County · Human Resources</text:p></style:header><style:footer><text:p text:style-name="Footer">Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>
<style:master-page style:name="Second" style:page-layout-name="pm1"><style:header><text:p text:style-name="Header">Another section</text:p></style:header></style:master-page>
</office:master-styles>
<office:body><office:text><text:h text:style-name="Heading_20_1" text:outline-level="1">Boilerplate</text:h>
<text:p>Replace this text.<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A footnote.</text:p></text:note-body></text:note></text:p>
<text:p text:style-name="P2">Second section.</text:p></office:text></office:body></office:document>
"""


@cache
def lincoln() -> bytes:
    """A .docx that LibreOffice saved: US Letter, English, two sections, a footnote; without its theme."""
    with tempfile.TemporaryDirectory() as folder:
        flat = Path(folder) / "lincoln.fodt"
        flat.write_text(_FLAT, encoding="utf-8")
        members = unzipped(libreoffice([flat], Path(folder), "docx")[0].read_bytes())
    members.pop("word/theme/theme1.xml", None)
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        members[name] = _without_theme(members[name])
    return zipped(members)


def _without_theme(xml: bytes) -> bytes:
    root = etree.parse(io.BytesIO(xml)).getroot()
    for element in list(root):
        if "theme/theme1.xml" in element.get("PartName", "") + element.get("Target", ""):
            root.remove(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


LETTERHEADS: dict[str, Callable[[], bytes]] = {"aastrup": aastrup, "bremark": bremark, "lincoln": lincoln}
