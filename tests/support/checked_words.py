"""Word documents for the accessibility rules: one that keeps them all, and pieces to build others from."""

from __future__ import annotations

from functools import cache

import docx

from tests.support.packages import unzipped, zipped
from tests.support.word import MAIN, NAMESPACES, saved

STYLES, SETTINGS, CORE = "word/styles.xml", "word/settings.xml", "docProps/core.xml"
THEME = "word/theme/theme1.xml"
RELATIONS = "word/_rels/document.xml.rels"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
DECORATIVE = (
    f'<a:extLst xmlns:a="{DRAWING}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
LONG = "Vi taler om det, vi ser, og ikke om det, vi tror. " * 120


def p(text: str = "", style: str = "", look: str = "", more: str = "") -> str:
    """A paragraph of one run; `look` is what its run properties hold, `more` what its own hold."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{r(text, look) if text else ''}</w:p>"


def r(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def h(level: int, text: str = "Sådan gør I") -> str:
    """A heading."""
    return p(text, f"Heading{level}")


def cell(content: str, properties: str = "") -> str:
    """A cell of a text, or of blocks."""
    inside = content if content.startswith("<w:") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(
    *rows: tuple[str, ...],
    look: str = 'w:firstRow="1"',
    header: bool = True,
    name: str = "Hvem gør hvad",
    more: str = "",
) -> str:
    """A table; `header` is whether its first row is repeated, `more` what else its properties hold."""
    made = ""
    for number, row in enumerate(rows):
        repeats = "<w:tblHeader/>" if header and number == 0 else ""
        cells = "".join(text if text.startswith("<w:tc>") else cell(text) for text in row)
        made += f"<w:tr><w:trPr>{repeats}</w:trPr>{cells}</w:tr>"
    caption = f'<w:tblCaption w:val="{name}"/>' if name else ""
    return f"<w:tbl><w:tblPr>{more}<w:tblLook {look}/>{caption}</w:tblPr>{made}</w:tbl>"


def drawing(alt: str = "", inside: str = "", kind: str = "inline") -> str:
    """A paragraph with a picture of that alt text."""
    known = f'<wp:docPr id="1" name="Billede 1" descr="{alt}">{inside}</wp:docPr>'
    return f"<w:p><w:r><w:drawing><wp:{kind}>{known}</wp:{kind}></w:drawing></w:r></w:p>"


def link(text: str, identity: str = "rIdOne") -> str:
    """A paragraph with a link: `rIdOne` leads to one address, `rIdTwo` to another."""
    return f'<w:p><w:hyperlink r:id="{identity}">{r(text)}</w:hyperlink></w:p>'


def control(title: str = "Hvem", identity: str = "7") -> str:
    """A paragraph with a content control."""
    alias = f'<w:alias w:val="{title}"/>' if title else ""
    properties = f'<w:sdtPr>{alias}<w:id w:val="{identity}"/></w:sdtPr>'
    return f"<w:p><w:sdt>{properties}<w:sdtContent>{r('Skriv her')}</w:sdtContent></w:sdt></w:p>"


@cache
def _base() -> bytes:
    made = docx.Document()
    made.core_properties.title = "Plan for ledertrivsel"
    members = unzipped(saved(made))
    members[STYLES] = members[STYLES].replace(b'"en-US"', b'"da-DK"')
    members[THEME] = members[THEME].replace(b'"4F81BD"', b'"1D2B33"')  # its headings are too pale
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    links = "".join(
        f'<Relationship Id="rId{name}" Type="{kind}" Target="https://eksempel.dk/{name}" TargetMode="External"/>'
        for name in ("One", "Two")
    )
    members[RELATIONS] = members[RELATIONS].replace(b"</Relationships>", f"{links}</Relationships>".encode())
    return zipped(members)


def word(body: str, **parts: tuple[str, str]) -> bytes:
    """A document of that body; in `styles`, `settings` and `core`: what to replace, and with what."""
    names = {"styles": STYLES, "settings": SETTINGS, "core": CORE}
    members = unzipped(_base())
    members[MAIN] = f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>".encode()
    for name, (old, new) in parts.items():
        assert old in members[names[name]].decode(), old
        members[names[name]] = members[names[name]].replace(old.encode(), new.encode())
    return zipped(members)


GOOD = (
    h(1, "Plan for ledertrivsel")
    + p("Vi begynder med det, der fylder mest.")
    + h(2)
    + p("Læs det hver for sig.", "ListBullet", more='<w:numPr><w:numId w:val="1"/></w:numPr>')
    + table(("Opgave", "Hvem"), ("Samtale", "Nærmeste leder"))
    + drawing("To ledere taler sammen")
    + link("BFA’s side om ledertrivsel")
    + control()
)
