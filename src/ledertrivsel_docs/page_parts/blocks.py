"""What every page has: header with wayfinding, title block, call-out, footer with source and page number."""

from __future__ import annotations

from lxml import etree

from .markup import field, mm, paragraph, run, statement, tab, w
from .tables import cell, row, table

_PILL = "\u2007{{ step.label }}\u2007"  # blanks that draw no seam in the fill


def header(width: float) -> etree._Element:
    """Whose sheet this is, and where in the process it belongs: the current step is filled.

    `width` in millimetres is that of the text, on whose right edge the steps stand.
    """
    return with_right_tab(width, "Header", *whose(), tab(), *wayfinding())


def logo() -> list[etree._Element]:
    """The organisation's logo, where it has one; it begins every header of ours (`Sheet`)."""
    return [
        run("{% if header.logo %}"),
        run("{{ header.logo }}"),
        run("\u00a0\u00a0\u00a0"),
        run("{% endif %}"),
    ]


def whose() -> list[etree._Element]:
    """The organisation and the kit."""
    return [
        run("{% if header.organisation %}"),
        run("{{ header.organisation }}", "Strong"),
        run("{% endif %}{% if header.organisation and header.kit %}"),
        run(" · "),
        run("{% endif %}{{ header.kit }}"),
    ]


def wayfinding() -> list[etree._Element]:
    """The bar of the steps; none of its blanks breaks a line."""
    return [
        run("{% for step in header.steps %}{% if step.current %}"),
        run(_PILL, "StepCurrent"),
        run("{% else %}"),
        run(_PILL, "StepOther"),
        run("{% endif %}{% if not loop.last %}"),
        run("\u00a0"),
        run("{% endif %}{% endfor %}"),
    ]


def footer(width: float) -> etree._Element:
    """The source, and the page number on the right edge of a text of that width in millimetres."""
    return with_right_tab(
        width,
        "Footer",
        run("{{ footer.source }}"),
        tab(),
        run("{{ footer.label }} "),
        *field("PAGE"),
        run(" {{ footer.of }} "),
        *field("NUMPAGES"),
    )


def with_right_tab(width: float, style: str, *content: etree._Element) -> etree._Element:
    """A paragraph whose tab goes to the right edge of a text of that width in millimetres."""
    made = paragraph(style, *content)
    made[0].append(w("tabs", w("tab", val="right", pos=mm(width))))
    return made


def title_block(title: etree._Element | str, lead: str | None = None) -> list[etree._Element]:
    """Kicker, title and the sentence that says what to do with the sheet."""
    return [
        paragraph("Kicker", "{{ kicker }}"),
        paragraph("Heading1", title),
        *([paragraph("Lead", lead)] if lead else []),
    ]


def tool_facts_band(width: float, *heading: etree._Element) -> list[etree._Element]:
    """The header that Danish tools share: Mål, Forberedelsestid, Øvelsestid and so on, in two columns or, where it is a
    single fact, in one; without any fact it is left out with its `heading`.
    """
    return [
        statement("{%p if tool_facts[0] %}"),
        *heading,
        statement("{%p if tool_facts[1] %}"),
        _facts_table(width, 2),
        statement("{%p else %}"),
        _facts_table(width, 1),
        statement("{%p endif %}{%p endif %}"),
    ]


def _facts_table(width: float, columns: int) -> etree._Element:
    cells = (facts_cell(f"tool_facts[{number}]") for number in range(columns))
    return table("FactBand", [width / columns] * columns, row(*cells), caption="{{ words.tool_facts_description }}")


def facts_cell(facts: str) -> etree._Element:
    """Facts below each other, each behind its label; `facts` as a tag has them."""
    return cell(
        statement(f"{{%p for fact in {facts} %}}"),
        paragraph("TableNote", run("{{ fact.label }}", "Strong"), run("{{ fact.text }}")),
        statement("{%p endfor %}"),
    )


def call_out(title: str, text: str, caption: str, width: float) -> etree._Element:
    """A box that stands out from the page, `width` in millimetres."""
    content = cell(paragraph("FormLabel", title), paragraph("CallOutText", text))
    return table("CallOut", [width], row(content), caption=caption)
