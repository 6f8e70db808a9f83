"""A letterhead as Danish Word writes a .dotx; it tells in many places who made it."""

# ruff: noqa: E501 - the markup is read more easily where an element stays on its line

from __future__ import annotations

from functools import cache

from tests.support.letterheads.parts import (
    DEFAULT,
    MAIN,
    NS,
    PERSON,
    PLACE,
    WML,
    field,
    logo,
    package,
    paragraph,
    style,
    theme,
)


@cache
def aastrup() -> bytes:
    """A .dotx of Danish Word: localized ids, a floating logo, an address in a text box, another first page."""
    colours = {"dk2": "1F3D36", "accent1": "7A1F3D", "accent2": "C98B2B", "accent3": "2E6E8E", "accent4": "5B7F3A"}
    styles = (
        f"<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:cstheme="minorBidi"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + style(
            "paragraph",
            "Normal",
            "Normal",
            '<w:qFormat/><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="21"/></w:rPr>',
            extra=DEFAULT,
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
            extra=DEFAULT,
        )
        + style(
            "table",
            "Tabel-Normal",
            "Normal Table",
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
            extra=DEFAULT,
        )
        + style("numbering", "Ingenoversigt", "No List", '<w:uiPriority w:val="99"/><w:semiHidden/>', extra=DEFAULT)
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
        f'<a:graphic><a:graphicData uri="{MAIN}/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>'
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
        f"<w:document {NS}><w:body>{paragraph('Kære [navn]')}{paragraph(f'Med venlig hilsen {PERSON}')}"
        '<w:sectPr w:rsidR="00A1B2C3"><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId7"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2552" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="425" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr></w:body></w:document>'
    )
    settings = (
        f'<w:settings {NS}><w:attachedTemplate r:id="rId1"/><w:documentProtection w:edit="forms" w:enforcement="1"/><w:defaultTabStop w:val="1304"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids><w:docVars><w:docVar w:name="bruger" w:val="{PERSON}"/></w:docVars></w:settings>'
    )
    page = f'{field("PAGE", "2")}<w:r><w:t xml:space="preserve"> af </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>3</w:t></w:r></w:fldSimple>'
    secret = field(r"FILENAME \p", rf"{PLACE}\Brev.dotx") + field("AUTHOR", PERSON)
    parts: dict[str, tuple[str, str | bytes]] = {
        "word/document.xml": ("", document),
        "word/styles.xml": (f"{WML}.styles+xml", styles),
        "word/settings.xml": (f"{WML}.settings+xml", settings),
        "word/theme/theme1.xml": (
            "application/vnd.openxmlformats-officedocument.theme+xml",
            theme(colours, "Georgia", "Calibri"),
        ),
        "word/header1.xml": (f"{WML}.header+xml", f"<w:hdr {NS}>{paragraph(later, 'Sidehoved', band)}</w:hdr>"),
        "word/header2.xml": (f"{WML}.header+xml", f"<w:hdr {NS}>{paragraph(picture + box, 'Sidehoved')}</w:hdr>"),
        "word/footer1.xml": (
            f"{WML}.footer+xml",
            f"<w:ftr {NS}>{paragraph(f'<w:r><w:t>www.aastrup.dk</w:t></w:r><w:r><w:tab/></w:r>{secret}<w:r><w:tab/></w:r>{page}', 'Sidefod')}</w:ftr>",
        ),
        "word/footer2.xml": (
            f"{WML}.footer+xml",
            f"<w:ftr {NS}>{paragraph('CVR 99 99 99 99 · EAN 5790000000000 · aastrup@aastrup.dk', 'Sidefod')}</w:ftr>",
        ),
        "word/media/image1.png": ("", logo((122, 31, 61))),
        "customXml/item1.xml": (
            "",
            f'<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties"><user>{PERSON}</user></p:properties>',
        ),
        "docProps/app.xml": (
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            f'<Properties xmlns="{MAIN}/officeDocument/2006/extended-properties"><Template>{PLACE}\\Normal.dotm</Template><Manager>{PERSON}</Manager></Properties>',
        ),
        "docProps/core.xml": (
            "application/vnd.openxmlformats-package.core-properties+xml",
            f'<cp:coreProperties xmlns:cp="{MAIN}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{PERSON}</dc:creator></cp:coreProperties>',
        ),
    }
    rels = {
        "": [
            ("rId1", "officeDocument", "word/document.xml"),
            ("rId2", f"{MAIN}/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
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
    return package(f"{WML}.template.main+xml", parts, rels)
