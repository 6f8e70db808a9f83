"""Templates on the three letterheads, and what stands in them."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

import ledertrivsel_docs as ld
from ledertrivsel_docs.layouts import build_template
from ledertrivsel_docs.page_parts.letterheads import Letterhead, letterhead
from tests.support.letterheads import LETTERHEADS
from tests.support.office import needs_tool
from tests.support.packages import unzipped
from tests.support.word import W, texts

NAMES = tuple(LETTERHEADS)
HEADING = {
    "aastrup": ("Georgia", "40", "7A1F3D"),
    "bremark": ("Cambria", "32", "3B3B3B"),
    "lincoln": ("Liberation Sans", "36", "2A6099"),
}


@cache
def base(name: str) -> Letterhead:
    """One of the three, ready to make templates on."""
    if name == "lincoln":
        needs_tool("soffice")
    return letterhead(LETTERHEADS[name](), f"{name}.docx")


def attribute(element: etree._Element, path: str, key: str) -> str:
    """An attribute of a child that must be there."""
    found = element.find(f"{W}{path}")
    assert found is not None
    return found.get(f"{W}{key}", "")


def headers(data: bytes, kind: str = "header") -> dict[str, str]:
    """What each header, or each footer, says."""
    members = unzipped(data)
    return {name: "\n".join(texts(data, name)) for name in members if re.fullmatch(rf"word/{kind}\d+\.xml", name)}


@cache
def template(stem: str, name: str) -> bytes:
    return build_template(stem, base(name), ld.Brand.default(), ld.Library.default())
