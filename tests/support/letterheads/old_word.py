"""A letterhead in a .docx of an old Word: a dark band, numbered headings, a watermark."""

# ruff: noqa: E501 - the markup is read more easily where an element stays on its line

from __future__ import annotations

from functools import cache

from tests.support.letterheads.parts import DEFAULT, NS, WML, package, paragraph, style, theme

_CENTRED = '<w:jc w:val="center"/>'


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
        f'<w:numbering {NS}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
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
        f'<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        + style(
            "paragraph",
            "Normal",
            "Normal",
            '<w:qFormat/><w:pPr><w:spacing w:before="120" w:after="480" w:line="360" w:lineRule="exact"/><w:ind w:firstLine="284"/></w:pPr><w:rPr><w:sz w:val="23"/></w:rPr>',
            extra=DEFAULT,
        )
        + heading(1, 32, "text2")
        + heading(2, 26, "accent3")
        + heading(3, 22, "text2")
        + style("character", "DefaultParagraphFont", "Default Paragraph Font", "<w:semiHidden/>", extra=DEFAULT)
        + style(
            "table",
            "TableNormal",
            "Normal Table",
            '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
            extra=DEFAULT,
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
        f'<w:document {NS}><w:body>{paragraph("Notat")}<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="even" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
        '<w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1985" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="708"/></w:sectPr></w:body></w:document>'
    )
    settings = f'<w:settings {NS}><w:evenAndOddHeaders/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="12"/></w:compat></w:settings>'
    parts: dict[str, tuple[str, str | bytes]] = {
        "word/document.xml": ("", document),
        "word/styles.xml": (f"{WML}.styles+xml", styles),
        "word/settings.xml": (f"{WML}.settings+xml", settings),
        "word/numbering.xml": (f"{WML}.numbering+xml", numbers),
        "word/theme/theme1.xml": (
            "application/vnd.openxmlformats-officedocument.theme+xml",
            theme(colours, "Cambria", "Arial"),
        ),
        "word/header1.xml": (f"{WML}.header+xml", f"<w:hdr {NS}>{band.replace('{side}', 'ulige')}{mark}</w:hdr>"),
        "word/header2.xml": (
            f"{WML}.header+xml",
            f"<w:hdr {NS}>{band.replace('{side}', 'lige')}{paragraph('', 'Header')}</w:hdr>",
        ),
        "word/footer1.xml": (
            f"{WML}.footer+xml",
            f"<w:ftr {NS}>{paragraph('Bremark Kommune · Åvej 7 · 9999 Bremark', '', _CENTRED)}</w:ftr>",
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
    return package(f"{WML}.document.main+xml", parts, rels)
