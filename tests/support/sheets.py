"""The sheets around choosing themes, for tests: the library's themes, own ones, and what a sheet shows."""

from __future__ import annotations

import re

from lxml import etree

import ledertrivsel_docs as ld
from tests.support.word import W

PLAN = ld.Library.default().samlet_plan
DAY = {"date": "2027-01-12"}
THEMES = PLAN.themes.themes


def own(count: int) -> dict[str, object]:
    """So many themes of one's own."""
    return {"own": [{"id": f"eget-{number}", "title": f"Eget tema {number}?"} for number in range(count)]}


def lines(text: str, style: str) -> list[str]:
    """What stands in the paragraphs of a style, without the marks of controls."""
    return re.findall(rf"\[{style}\] (.*)", text)


def shown(body: etree._Element, style: str) -> list[str]:
    """The text of each paragraph of a style, without tabs."""
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
        if (found := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and found.get(f"{W}val") == style
    ]
