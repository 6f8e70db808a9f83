"""The last pages of the plan: what people have written, what has changed, and the sources."""

from __future__ import annotations

from lxml import etree

from ..page_parts.blocks import with_right_tab
from ..page_parts.forms import Field, control, date_control, form
from ..page_parts.headings import close_heading
from ..page_parts.markup import bookmarked, paragraph, run, statement, tab, where_known
from ..page_parts.tables import cell, header_row, row, statement_row, table
from .plan_front import WIDTH


def agreed() -> list[etree._Element]:
    """What the last workshop agreed on, where that is known."""
    keys = ("what", "who", "when")
    return [
        statement("{%p if agreed %}"),
        paragraph("Heading3", "{{ words.agreed }}"),
        table(
            "DataTable",
            (84, 50, 40),
            header_row(*(f"{{{{ words.agreed_columns.{key} }}}}" for key in keys)),
            statement_row("{%tr for made in agreed %}", 3),
            row(*(cell(paragraph("TableText", f"{{{{ made.{key} }}}}")) for key in keys)),
            statement_row("{%tr endfor %}", 3),
            caption="{{ words.agreed_description }}",
            header_row=True,
        ),
        statement("{%p endif %}"),
    ]


def told_whole() -> list[etree._Element]:
    """What people have written, whole: the parts follow on each other, so that no page holds a line or two."""
    return [
        statement("{%p for part in told %}"),
        with_right_tab(WIDTH, "PartTop", tab(), run("{{ parts.contents }}")),
        close_heading(2, *bookmarked("{{part.mark}}", "{{ part.title }}")),
        paragraph("PartLead", "{{ part.lead }}"),
        statement("{%p for subject in part.subjects %}"),
        paragraph("Heading3", "{{ subject.title }}"),
        statement("{%p for field in subject.fields %}"),
        paragraph("Heading4", "{{ field.label }}"),
        statement("{%p for answer in field.answers %}"),
        paragraph(
            "Answer",
            run("{% if answer.who %}"),
            run("{{ answer.who }}", "Strong"),
            run("{% endif %}"),
            run("{{ answer.text }}"),
        ),
        statement("{%p endfor %}{%p endfor %}{%p endfor %}{%p endfor %}"),
    ]


def closing() -> list[etree._Element]:
    """What has changed, and the sources."""
    fields = {
        key: Field(f"{{{{ change.tag }}}}.{key}", f"{{{{ change.fields.{key} }}}}", f"{{{{ change.{key} }}}}")
        for key in ("version", "date", "what")
    }
    return [
        with_right_tab(WIDTH, "CardTop", tab(), run("{{ parts.contents }}")),
        close_heading(2, *bookmarked("closing", "{{ words.closing }}")),
        paragraph("Heading3", "{{ words.changes }}"),
        table(
            "DataTable",
            (30, 40, 104),
            header_row(*(f"{{{{ words.change_columns.{key} }}}}" for key in fields)),
            statement_row("{%tr for change in changes %}", 3),
            _change_row(fields),
            statement_row("{%tr endfor %}", 3),
            caption="{{ words.changes_description }}",
            header_row=True,
        ),
        *(part for name in ("change_note", "after_approval") for part in where_known("Note", name)),
        paragraph("Heading3", "{{ words.sources }}"),
        _sources(),
        paragraph("Heading3", "{{ words.whose }}"),
        paragraph("TableText", "{{ words.whose_text }}"),
    ]


def _change_row(fields: dict[str, Field]) -> etree._Element:
    made = (control(fields["version"]), date_control(fields["date"]), control(fields["what"]))
    return row(*(cell(paragraph("TableText", part)) for part in made), height=14)


def _sources() -> etree._Element:
    return form(
        [
            statement_row("{%tr for fact in source_facts %}", 2),
            row(cell(paragraph("FormLabel", "{{ fact.label }}")), cell(paragraph("TableText", "{{ fact.text }}"))),
            statement_row("{%tr endfor %}", 2),
        ],
        "{{ words.sources_description }}",
        (36, 138),
    )
