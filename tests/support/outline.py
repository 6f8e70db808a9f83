"""A Word document as text that a person can read: what stands where, in which style, and what can be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.support.packages import parsed, unzipped
from tests.support.word import W

_SKIPPED = {f"{W}{name}" for name in ("sdtPr", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr")}


def outline(data: bytes) -> str:
    """Title, custom properties, header, body and footer, a line for each paragraph, cells indented."""
    trees = dict(sorted(parsed(unzipped(data)).items()))
    lines = [f"title: {next(trees['docProps/core.xml'].iter('{*}title')).text}"]
    lines += [f"{p.get('name')}: {''.join(map(str, p.itertext()))}" for p in trees["docProps/custom.xml"]]
    for part in ("header", "document", "footer"):
        for name in (name for name in trees if name.startswith(f"word/{part}")):
            lines += [f"--- {part}", *_blocks(trees[name], "")]
    return "\n".join(lines) + "\n"


def _blocks(element: etree._Element, indent: str) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}p":
            yield f"{indent}[{_style(child)}] {_text(child)}"
        elif child.tag == f"{W}tbl":
            table_style = child.find(f"{W}tblPr/{W}tblStyle")
            assert table_style is not None
            yield f"{indent}table {table_style.get(f'{W}val')}"
            for row in child.iter(f"{W}tr"):
                yield f"{indent}  row{' (header)' if row.find(f'{W}trPr/{W}tblHeader') is not None else ''}"
                for cell in row.iter(f"{W}tc"):
                    yield f"{indent}    cell"
                    yield from _blocks(cell, f"{indent}      ")
        elif child.tag not in _SKIPPED:
            yield from _blocks(child, indent)


def _style(paragraph: etree._Element) -> str:
    """The style of a paragraph, with that of its letters where it is a heading that looks otherwise."""
    style, letters = (paragraph.find(path) for path in (f"{W}pPr/{W}pStyle", f".//{W}rPr/{W}rStyle"))
    name = "-" if style is None else style.get(f"{W}val", "")
    own = "" if letters is None or not name.startswith("Heading") else letters.get(f"{W}val", "")
    return (
        f"{name} {own}" if own.endswith(("Title", "Heading", "Long", "Longest", "ToWrite", "Blank", "Twin")) else name
    )


def _text(element: etree._Element) -> str:
    """The text of a paragraph; a control as ‹tag: its text›, its placeholder as ‹tag?: …›, bold as *text*."""
    pieces = []
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{W}sdt":
            tag = child.find(f"{W}sdtPr/{W}tag")
            mark = "?" if child.find(f"{W}sdtPr/{W}showingPlcHdr") is not None else ""
            content = child.find(f"{W}sdtContent")
            assert tag is not None
            assert content is not None
            pieces.append(f"‹{tag.get(f'{W}val')}{mark}: {_text(content)}›")
        elif child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag in (f"{W}br", f"{W}tab"):
            pieces.append(" ⏎ " if child.tag == f"{W}br" else " ⇥ ")
        elif child.tag == f"{W}r" and child.find(f"{W}rPr/{W}rStyle") is not None:
            style = child.find(f"{W}rPr/{W}rStyle")
            assert style is not None
            name = style.get(f"{W}val")
            mark = {"Strong": "*", "StepCurrent": "#"}.get(str(name), "")
            pieces.append(f"{mark}{_text(child)}{mark}")
        else:
            pieces.append(_text(child))
    return "".join(pieces)
