"""A deck as text that a person can read: what stands on each slide, in reading order, and what the speaker is told."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.support.decks import A, Deck, P, Slide, is_decorative, known_as, placeholder, shapes, text

_WHOLE = 100_000
_SIGNS = {f"{A}br": " ⏎ ", f"{A}tab": " ⇥ "}


def outline(data: bytes) -> str:
    """Title, custom properties, what the master prints on every slide, then slide after slide with its notes."""
    deck = Deck(data)
    lines = [f"title: {deck.trees['docProps/core.xml'].findtext('{*}title')}"]
    lines += [f"{p.get('name')}: {''.join(map(str, p.itertext()))}" for p in deck.trees.get("docProps/custom.xml", ())]
    masters = {id(slide.master): slide.master for slide in deck.slides}
    for master in masters.values():
        fixed = [shape for shape in shapes(master) if placeholder(shape) is None and text(shape).strip()]
        lines += ["--- master"] * bool(fixed) + [line for shape in fixed for line in _shape(shape)]
    for slide in deck.slides:
        lines += [f"--- slide {slide.number} [{slide.layout_name}]", *_slide(slide)]
    return "\n".join(lines) + "\n"


def _slide(slide: Slide) -> Iterator[str]:
    for shape in shapes(slide.tree):
        yield from _shape(shape)
    if slide.notes is not None:
        yield "  notes"
        for shape in shapes(slide.notes):
            if (placeholder(shape) or ("", ""))[0] == "body":
                yield from _paragraphs(shape, "    ")


def _shape(shape: etree._Element) -> Iterator[str]:
    name, alt = known_as(shape).get("name", ""), known_as(shape).get("descr", "")
    kind = placeholder(shape)
    what = f"{kind[0]} {kind[1]}" if kind else etree.QName(shape).localname
    fitted = shape.find(f".//{A}bodyPr/{A}normAutofit")
    scale = int(fitted.get("fontScale", _WHOLE)) / _WHOLE if fitted is not None else 1
    marks = [
        f"‹{alt}›" if alt else "",
        "(decorative)" if is_decorative(shape) else "",
        f"({scale:.0%})" if scale != 1 else "",
    ]
    yield " ".join(filter(None, (f"  [{what}] {name}", *marks)))
    tables = list(shape.iter(f"{A}tbl"))
    for table in tables:
        yield from _table(table)
    if not tables and shape.tag == f"{P}sp" and text(shape).strip():
        yield from _paragraphs(shape, "    ")


def _table(table: etree._Element) -> Iterator[str]:
    settings = table.find(f"{A}tblPr")
    has_header = settings is not None and settings.get("firstRow") == "1"
    for number, row in enumerate(table.iter(f"{A}tr")):
        cells = (" / ".join(map(_text, cell.iter(f"{A}p"))) for cell in row.iter(f"{A}tc"))
        yield f"    row{' (header)' if has_header and number == 0 else ''}: {' | '.join(cells)}"


def _paragraphs(element: etree._Element, indent: str) -> Iterator[str]:
    for paragraph in element.iter(f"{A}p"):
        settings = paragraph.find(f"{A}pPr")
        level = int(settings.get("lvl", "0")) if settings is not None else 0
        yield f"{indent}{'  ' * level}· {_text(paragraph)}"


def _text(paragraph: etree._Element) -> str:
    """The text of a paragraph: bold as *text*, a field as ‹its kind›."""
    pieces = []
    for child in paragraph:
        found = "".join(_SIGNS.get(str(e.tag), e.text or "") for e in child.iter(f"{A}t", *_SIGNS)).replace("\t", " ⇥ ")
        properties = child.find(f"{A}rPr")
        mark = "*" if found.strip() and properties is not None and properties.get("b") in ("1", "true") else ""
        pieces.append(f"‹{child.get('type')}›" if child.tag == f"{A}fld" else f"{mark}{found}{mark}")
    return "".join(pieces)
