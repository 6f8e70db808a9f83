"""What every page has: header with wayfinding, title block, call-out, footer with source and page number."""

from __future__ import annotations

from lxml import etree

from .markup import field, paragraph, run, tab
from .styles import TEXT_WIDTH
from .tables import cell, row, table


def header() -> etree._Element:
    """Whose sheet this is, and where in the process it belongs: the current step is filled."""
    return paragraph(
        "Header",
        run("{% if header.organisation %}"),
        run("{{ header.organisation }}", "Strong"),
        run(" · {% endif %}{{ header.kit }}"),
        tab(),
        run("{% for step in header.steps %}{% if step.current %}"),
        run("\u00a0{{ step.label }}\u00a0", "StepCurrent"),
        run("{% else %}"),
        run("\u00a0{{ step.label }}\u00a0", "StepOther"),
        run("{% endif %}{% if not loop.last %}"),
        run(" "),
        run("{% endif %}{% endfor %}"),
    )


def footer() -> etree._Element:
    """The source, and the page number."""
    return paragraph(
        "Footer",
        run("{{ footer.source }}"),
        tab(),
        run("{{ footer.label }} "),
        *field("PAGE"),
        run(" {{ footer.of }} "),
        *field("NUMPAGES"),
    )


def title_block(title: etree._Element | str, lead: str | None = None) -> list[etree._Element]:
    """Kicker, title and the sentence that says what to do with the sheet."""
    return [
        paragraph("Kicker", "{{ kicker }}"),
        paragraph("Heading1", title),
        *([paragraph("Lead", lead)] if lead else []),
    ]


def call_out(title: str, text: str, caption: str) -> etree._Element:
    """A box that stands out from the page."""
    content = cell(paragraph("FormLabel", title), paragraph("CallOutText", text))
    return table("CallOut", [TEXT_WIDTH], row(content), caption=caption)
