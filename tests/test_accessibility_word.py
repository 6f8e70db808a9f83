"""Each accessibility rule has a Word document that breaks it, and one that comes close and doesn't."""

from __future__ import annotations

import pytest

from ledertrivsel_docs.accessibility import RULES, Rule, check_accessibility
from tests.support.checked_words import DECORATIVE, GOOD, LONG, cell, control, drawing, h, link, p, r, table, word

TITLE = "<dc:title>Plan for ledertrivsel</dc:title>"
LOCKED = '<w:documentProtection w:edit="{}" w:enforcement="{}"/></w:settings>'
PALE = '<w:color w:val="B0B0B0"/>'
GREY = '<w:color w:val="777777"/>'
LIST = '<w:numPr><w:numId w:val="1"/></w:numPr>'
NAMES = ("Opgave", "Hvem")
SPAN = '<w:gridSpan w:val="2"/>'
ENGLISH = '<w:lang w:val="en-US"/>'
DANISH_TEXT = "Vi vil gerne tale om det, der er svært for os, og det skal vi have tid til."
NO_LANGUAGE = ('w:lang w:val="da-DK"', 'w:lang w:other="da-DK"')


def field(code: str, text: str) -> str:
    signs = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{inside}' for kind, inside in (
        ("begin", f"<w:r><w:instrText>{code}</w:instrText></w:r>"), ("separate", r(text)), ("end", "")))  # fmt: skip
    return f"<w:p>{signs}</w:p>"


def in_box(text: str, fill: str, ink: str) -> str:
    """A text box with a fill."""
    wps = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    content = f"<w:txbxContent>{p(text, look=ink)}</w:txbxContent>"
    shape = f"<wps:wsp {wps} {a}><wps:spPr>{fill}</wps:spPr><wps:txbx>{content}</wps:txbx></wps:wsp>"
    return f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Boks"/>{shape}</wp:inline></w:drawing></w:r></w:p>'


BREAKS: dict[str, list[bytes]] = {
    "unreadable": [b"", b"PK\x03\x04 junk", b"%PDF-1.7", b"\xd0\xcf\x11\xe0" * 200],
    "title-missing": [word(GOOD, core=(TITLE, "")), word(GOOD, core=(TITLE, "<dc:title> </dc:title>"))],
    "title-file-name": [
        word(GOOD, core=(TITLE, f"<dc:title>{title}</dc:title>"))
        for title in ("plan 3.docx", "Dokument1", "Microsoft Word - plan.doc", "Uden titel")
    ],
    "restricted": [word(GOOD, settings=("</w:settings>", LOCKED.format(kind, 1))) for kind in ("forms", "readOnly")],
    "language-missing": [word(GOOD, styles=NO_LANGUAGE)],
    "language-wrong": [word(GOOD + p(DANISH_TEXT, look=ENGLISH))],
    "headings-missing": [word(p(LONG))],
    "heading-empty": [word(h(1) + h(2, ""))],
    "heading-skipped": [word(h(1) + h(3)), word(h(1) + h(2) + p("Så", more='<w:outlineLvl w:val="3"/>'))],
    "heading-first": [word(h(2) + p("Tekst"))],
    "heading-long": [word(h(1, "Langt " * 30))],
    "heading-fake": [word(h(1) + p("Sådan gør I", look="<w:b/>") + p("Læs først det hele."))],
    "empty-paragraphs": [word(p("A") + p() + p(" ") + p("B")), word(table(NAMES, (p("A") + p() + p() + p("B"), "C")))],
    "empty-paragraph": [word(p("A") + p() + p("B"))],
    "repeated-blanks": [word(p("Navn      Dato")), word(p("Navn\u00a0\u00a0\u00a0\u00a0\u00a0Dato"))],
    "repeated-tabs": [word(f"<w:p>{r('Navn')}<w:r><w:tab/><w:tab/><w:tab/></w:r>{r('Dato')}</w:p>")],
    "list-typed": [word(p("- læs") + p("- tal")), word(p("• læs") + p("• tal"))],
    "list-typed-numbers": [word(p("1. læs") + p("2. tal")), word(p("a) læs") + p("b) tal"))],
    "table-header": [
        word(table(NAMES, ("Samtale", "HR"), look='w:firstRow="0"', header=False)),
        word(table(NAMES, ("Samtale", "HR"), look='w:val="0000"', header=False)),
    ],
    "table-layout": [
        word(table((p("A") + p("B"), "C"), ("D", "E"), look='w:val="0600"', header=False, name="")),
    ],
    "table-header-empty": [word(table(("Opgave", ""), ("Samtale", "HR")))],
    "table-header-repeats": [word(table(NAMES, ("Samtale", "HR"), look='w:val="04A0"', header=False))],
    "table-merged": [
        word(table((cell("Opgave", SPAN),), ("Samtale", "HR"))),
        word(table(NAMES, (cell("A", "<w:vMerge/>"), "B"))),
    ],
    "table-nested": [word(table(NAMES, (table(("A",)) + p(), "B")))],
    "table-blank": [
        word(table(NAMES, ("", ""), ("Samtale", "HR"))),
        word(table(("Opgave", "Mål", "Hvem"), ("A", "", "B"), ("C", "", "D")).replace("Mål", "")),
    ],
    "table-name": [word(table(NAMES, ("Samtale", "HR"), name=""))],
    "alt-text-missing": [
        word(drawing()),
        word('<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="a"/></w:pict></w:r></w:p>'),
    ],
    "alt-text-file-name": [word(drawing("foto af os.JPG")), word(drawing("kort.png"))],
    "alt-text-vague": [word(drawing(alt)) for alt in ("Billede 1", "picture", "Et billede, der indeholder", "1")],
    "alt-text-long": [word(drawing("To ledere taler sammen. " * 15))],
    "alt-text-decorative": [word(drawing("To ledere", DECORATIVE))],
    "picture-floating": [word(drawing("To ledere", kind="anchor"))],
    "contrast": [
        word(p("Bleg tekst", look=PALE)),
        word(p("Hvid på gul", look='<w:color w:val="FFFFFF"/><w:highlight w:val="yellow"/>')),
        word(p("På lyst", look=PALE, more='<w:shd w:val="clear" w:fill="EEEEEE"/>')),
        word(table(NAMES, (cell(p("Grå", look=GREY), '<w:shd w:fill="DDDDDD"/>'), "B"))),
        word(p("Temaets farve", look='<w:color w:val="000000" w:themeColor="background1"/>')),
        word(in_box("I boks", '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>', PALE)),
        word(p("Stor, men for bleg", look='<w:color w:val="AAAAAA"/><w:sz w:val="48"/>')),
    ],
    "text-small": [word(p("Meget småt", look='<w:sz w:val="14"/>'))],
    "capitals": [word(p("HUSK AT SKRIVE NAVNE PÅ ALLE ROLLER"))],
    "underlined": [word(p("Vigtigt nok", look='<w:u w:val="single"/>'))],
    "link-empty": [word(link(""))],
    "link-address": [word(link("https://eksempel.dk/side")), word(link("www.eksempel.dk"))],
    "link-vague": [word(link("Klik her")), word(link("her.")), word(field('HYPERLINK "https://a.dk"', "Læs mere"))],
    "link-same-text": [word(link("Guiden") + link("guiden", "rIdTwo"))],
    "control-title": [word(control(""))],
    "control-ids": [word(control("A") + control("B"))],
}  # fmt: skip

KEEPS: dict[str, list[bytes]] = {
    "title-file-name": [word(GOOD, core=("Plan for ledertrivsel", "Dokumentation af planen"))],
    "restricted": [
        word(GOOD, settings=("</w:settings>", LOCKED.format("forms", 0))),
        word(GOOD, settings=("</w:settings>", LOCKED.format("trackedChanges", 1))),
    ],
    "language-missing": [word(p("Tekst", look='<w:lang w:val="da-DK"/>'), styles=NO_LANGUAGE)],
    "language-wrong": [
        word(p("We would like to talk about what is hard for us, and we need time for it.", look=ENGLISH)),
        word(p("Kom i gang", look=ENGLISH)),
    ],
    "headings-missing": [word(p("Kort brev.")), word(h(1) + p(LONG))],
    "heading-skipped": [word(h(1) + h(2) + h(3) + h(1) + h(2)), word(h(1) + h(2, "") + h(2))],
    "heading-fake": [
        word(h(1) + p("Skriv det ned.", look="<w:b/>") + p("Læs.")),
        word(h(1) + p("Navn", look="<w:b/>") + table(NAMES, ("A", "B"))),
    ],
    "empty-paragraphs": [word(p("A") + p() + p("B")), word(table(NAMES, ("A", ""))), word(p("A") + table(NAMES) + p())],
    "empty-paragraph": [
        word(table(NAMES, ("A", "B")) + p() + table(NAMES, ("A", "B"))),
        word(p("A") + p(more='<w:pBdr><w:bottom w:val="single"/></w:pBdr>') + p("B")),
        word(p("A") + control("Tom") + p("B")),
        word(p("A") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + p("B")),
    ],
    "repeated-blanks": [word(p("Navn   Dato")), word(p("     Indrykket"))],
    "repeated-tabs": [word(f"<w:p>{r('Navn')}<w:r><w:tab/></w:r>{r('Dato')}</w:p>")],
    "list-typed": [word(p("- læs") + p("tal")), word(p("- læs", more=LIST) + p("- tal", more=LIST))],
    "list-typed-numbers": [
        word(p("1. juni 2027: Status") + p("2. juni 2027: Møde")),
        word(p("24. februar: A") + p("3. marts: B")),
    ],
    "table-header": [
        word(table(NAMES, ("Samtale", "HR"), look='w:firstColumn="1"', header=False)),
        word(table(("Et kort i en ramme",), look='w:val="0600"', header=False)),
    ],
    "table-layout": [word(table((p("A") + p("B"), "C"), ("D", "E"), look='w:val="0600"', header=False, name="Kort"))],
    "table-header-empty": [word(table(("", "Hvem"), ("Samtale", "HR"), look='w:firstRow="1" w:firstColumn="1"'))],
    "table-merged": [word(table(NAMES, (cell("A", '<w:gridSpan w:val="1"/>'), "B")))],
    "table-blank": [
        word(table(NAMES, ("Samtale", "HR"), ("", ""), ("", ""))),
        word(table(NAMES, ("A", ""), ("B", ""))),
    ],
    "alt-text-missing": [
        word(drawing("", DECORATIVE)),
        word(in_box("Boksens tekst", "", "")),
        word(drawing().replace('descr=""', 'title="To ledere"')),
    ],
    "alt-text-vague": [word(drawing("Billede af to ledere, der taler sammen")), word(drawing("Eksempel Kommune"))],
    "alt-text-file-name": [word(drawing("Kurven stiger i punkt png"))],
    "picture-floating": [word(drawing("", DECORATIVE, kind="anchor"))],
    "contrast": [
        word(p("Grå nok", look='<w:color w:val="6B6B6B"/>')),
        word(p("Stor", look='<w:color w:val="8A8A8A"/><w:sz w:val="36"/>')),
        word(p("Fed og stor", look='<w:color w:val="8A8A8A"/><w:b/><w:sz w:val="28"/>')),
        word(p("Automatisk", look='<w:color w:val="auto"/>', more='<w:shd w:val="clear" w:fill="000000"/>')),
        word(p("Skjult", look=PALE + "<w:vanish/>")),
        word(p("På mønster", look=PALE, more='<w:shd w:val="pct50" w:fill="EEEEEE"/>')),
        word(in_box("På foto", "<a:blipFill/>", PALE)),
        word(f"<w:p><w:del>{r('Slettet', PALE)}</w:del></w:p>"),
        word(p("\u2013 \u2013", look=PALE)),
    ],
    "text-small": [word(p("Småt, men læseligt", look='<w:sz w:val="18"/>'))],
    "capitals": [word(p("HUSK MED, TR OG AMR"))],
    "underlined": [word(link("Vejledningen").replace("<w:rPr></w:rPr>", '<w:rPr><w:u w:val="single"/></w:rPr>'))],
    "link-empty": [word(f'<w:p><w:hyperlink r:id="rIdOne">{drawing("Til BFA’s side")[5:-6]}</w:hyperlink></w:p>')],
    "link-address": [word(link("hr@eksempel.dk")), word(link("Eksempel.dk’s vejledning"))],
    "link-vague": [word(link("Læs mere om temaerne")), word(field("PAGE", "her"))],
    "link-same-text": [word(link("Guiden") + link("guiden"))],
    "control-ids": [word(control("A") + control("B", "8"))],
}


def ids(data: bytes, *, template: bool = False) -> set[str]:
    return {finding.rule for finding in check_accessibility(("x.docx", data), template=template)}


def test_a_good_document_keeps_every_rule() -> None:
    assert list(map(str, check_accessibility(("god.docx", word(GOOD))))) == []


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if "docx" in rule.formats], ids=lambda rule: rule.id)
def test_what_breaks_a_rule_is_found_and_what_comes_close_is_not(rule: Rule) -> None:
    assert [number for number, data in enumerate(BREAKS[rule.id]) if rule.id not in ids(data)] == []
    assert [number for number, data in enumerate(KEEPS.get(rule.id, [])) if rule.id in ids(data)] == []
    assert rule.id not in ids(word(GOOD))
