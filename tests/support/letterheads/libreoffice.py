"""A letterhead that LibreOffice saved, on US Letter and in English."""

# ruff: noqa: E501 - the markup is read more easily where an element stays on its line

from __future__ import annotations

import io
import tempfile
from functools import cache
from pathlib import Path

from lxml import etree

from tests.support.office import libreoffice
from tests.support.packages import unzipped, zipped

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
