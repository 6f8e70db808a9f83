"""The plan: cover, contents, the plan on one page, a page for each action card, follow-up, changes and sources."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import with_right_tab
from ..page_parts.forms import Field, control, date_control, form
from ..page_parts.looks import Look
from ..page_parts.markup import bookmarked, paragraph, run, statement, tab
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, statement_row, table
from .action_card import CardNames, card_form, questions, status_control
from .plan_front import WIDTH, contents, cover, cover_footer, footer, header

_TITLE = Look(24, "accent1", bold=True, heading_font=True, after=4, spacing=1.05, keep_next=True, outline=1)
LOOKS = {
    "Heading1": replace(_TITLE, size=40, before=118, after=0, spacing=1.0, outline=0, bar=10, indent=26),
    "Heading2": _TITLE,
    "Heading3": replace(_TITLE, size=14, before=14, spacing=1.2, outline=2),
    "ColumnTitle": replace(_TITLE, based_on="Heading3", size=14, spacing=1.2, outline=2),
    "PageTitle": replace(_TITLE, based_on="Heading2", new_page=True),
    "PartLong": replace(_TITLE, based_on="Heading2", size=15),
    "PartToWrite": replace(_TITLE, based_on="Heading2", bold=False, before=18, after=8, line_below=True),
    "CoverOwner": Look(13, bold=True, after=0),
    "CoverSubtitle": Look(16, "accent6", bar=10, indent=26),
    "CoverBars": Look(6.5, before=30, after=18, spacing=1.0),
    "CardTop": Look(10, "accent1", after=2, keep_next=True, new_page=True),
    "OverviewNote": Look(9, "accent6", before=6, after=14),
    "PartName": Look(10.5, bold=True, after=1, spacing=1.12, keep_next=True),
    "PlaceToWrite": Look(10.5, after=60),
    "ContentsPart": Look(13, bold=True, before=12, after=5),
    "ContentsCard": Look(12, after=5, indent=14),
    "Quotation": Look(11, after=5, spacing=1.25, keep_next=True, bar=2.5, indent=18.5),
    "QuotationSource": Look(9, "accent6", after=10, bar=2.5, indent=18.5),
}
"""Headings of a long document, larger than those of a sheet, and what only the plan has."""

_OVERVIEW_WIDTHS = (11, 43, 43, 29, 25, 23)  # narrow cells need a dense table: the longest words just fit
_CARD = CardNames(answers="card.answers", words="card_words", prefix="{{ card.tag }}.")


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of a plan."""
    sheet.frame(header=header(), footer=footer(), first_footer=cover_footer())
    sheet.add(*cover(library), *contents(), *_overview(library))
    sheet.add_columns(_story(), _next())
    sheet.add(*_cards(library), *_follow_up(), *_closing())


def _overview(library: Library) -> list[etree._Element]:
    fields = {
        "goal": _card_field("overview.goal", "goal", "card.short.goal"),
        "owner": _card_field("overview.owner", "owner", "card.short.owner"),
        "follow_up_date": _card_field("overview.follow_up_date", "follow_up_date", "card.answers.follow_up_date"),
        "status": _card_field("overview.status", "status", "card.answers.status"),
    }
    return [
        paragraph("PageTitle", *bookmarked("overview", "{{ overview_title }}")),
        paragraph("Lead", "{{ overview_lead }}"),
        table(
            "RatingTable",
            _OVERVIEW_WIDTHS,
            header_row(*(f"{{{{ words.columns.{key} }}}}" for key in ("number", "title", *fields))),
            statement_row("{%tr for card in cards %}", 6),
            row(
                cell(paragraph("TableNumber", "{{ card.number }}")),
                cell(
                    statement("{%p if card.is_named %}"),
                    paragraph("TableText", run("{{ card.short_title }}", "Strong")),
                    statement("{%p else %}"),
                    paragraph("TableText", control(_card_field("overview.title", "title", "card.title"))),
                    statement("{%p endif %}"),
                    paragraph("TableNote", "{{ card.link }}"),
                ),
                cell(paragraph("TableNote", control(fields["goal"]))),
                cell(paragraph("TableNote", control(fields["owner"]))),
                cell(paragraph("TableNote", date_control(fields["follow_up_date"]))),
                cell(paragraph("TableNote", status_control(fields["status"], library))),
                height=19,
            ),
            statement_row("{%tr endfor %}", 6),
            caption="{{ words.overview_description }}",
            header_row=True,
        ),
        paragraph("OverviewNote", "{{ overview_note }}"),
    ]


def _card_field(key: str, label: str, value: str) -> Field:
    """A field about a card in one of the plan's own tables."""
    return Field(f"{{{{ card.tag }}}}.{key}", f"{{{{ card.fields.{label} }}}}", f"{{{{ {value} }}}}")


def _story() -> list[etree._Element]:
    """What stands below the table: how the themes were chosen, and what there is already."""
    return [
        paragraph("ColumnTitle", "{{ words.chosen }}"),
        *_told("chosen", "TableText"),
        paragraph("Heading3", "{{ words.existing }}"),
        *_told("existing", "TableBullet"),
    ]


def _next() -> list[etree._Element]:
    """Beside it: what is parked, and how the plan is followed up."""
    return [
        paragraph("ColumnTitle", "{{ words.parked }}"),
        *_parked(),
        paragraph("Heading3", "{{ words.following }}"),
        *_told("following", "TableText"),
        paragraph("TableText", "{{ short_advice }}"),
    ]


def _told(name: str, style: str) -> list[etree._Element]:
    """The texts of a list, or a place to write."""
    place = Field(f"plan.{name}", f"{{{{ words.{name} }}}}", f"{{{{ by_hand.{name} }}}}")
    return [
        statement(f"{{%p for text in {name} %}}"),
        paragraph(style, "{{ text }}"),
        statement(f"{{%p endfor %}}{{%p if not {name} %}}"),
        paragraph("PlaceToWrite", control(place)),
        statement("{%p endif %}"),
    ]


def _parked() -> list[etree._Element]:
    answer = Field("{{ theme.tag }}.answer", "{{ words.parked_answer_label }}", "{{ theme.answer }}")
    place = Field("plan.parked", "{{ words.parked }}", "{{ by_hand.parked }}")
    return [
        statement("{%p for theme in parked %}"),
        paragraph("PartName", "{{ theme.title }}"),
        statement("{%p if theme.reason %}"),
        paragraph("TableText", "{{ theme.reason }}"),
        statement("{%p endif %}"),
        paragraph("TableText", control(answer)),
        statement("{%p endfor %}{%p if not parked %}"),
        paragraph("PlaceToWrite", control(place)),
        statement("{%p endif %}"),
    ]


def _cards(library: Library) -> list[etree._Element]:
    title = Field("{{ card.tag }}.title", "{{ card_words.title_label }}", "{{ card.title }}")
    kicker = run("{{ card.kicker }}", "KickerWords")
    return [
        statement("{%p for card in cards %}"),
        with_right_tab(WIDTH, "CardTop", *bookmarked("{{card.mark}}", kicker), tab(), run("{{ back }}")),
        statement("{%p if card.has_long_title %}"),
        paragraph("PartLong", control(title)),
        statement("{%p elif card.is_named %}"),
        paragraph("Heading2", control(title)),
        statement("{%p else %}"),
        paragraph("PartToWrite", control(title)),
        statement("{%p endif %}"),
        *questions("card.questions"),
        *card_form(library, _CARD),
        statement("{%p endfor %}"),
    ]


def _follow_up() -> list[etree._Element]:
    whole = {
        key: Field(f"plan.follow_up.{key}", f"{{{{ whole_plan.fields.{key} }}}}", f"{{{{ whole_plan.{key} }}}}")
        for key in ("date", "who", "how")
    }
    card = {
        "date": _card_field("follow_up.date", "date", "card.answers.follow_up_date"),
        "who": _card_field("follow_up.who", "who", "card.who"),
        "how": _card_field("follow_up.how", "how", "card.how"),
    }
    return [
        paragraph("PageTitle", *bookmarked("follow_up", "{{ words.follow_up }}")),
        paragraph("Lead", "{{ words.follow_up_lead }}"),
        table(
            "DataTable",
            (50, 31, 36, 57),
            header_row(*(f"{{{{ words.follow_up_columns.{key} }}}}" for key in ("what", "date", "who", "how"))),
            _follow_up_row(run("{{ words.whole_plan }}", "Strong"), whole),
            statement_row("{%tr for card in cards %}", 4),
            _follow_up_row(run("{{ card.entry }}"), card),
            statement_row("{%tr endfor %}", 4),
            caption="{{ words.follow_up_description }}",
            header_row=True,
        ),
        paragraph("Heading3", "{{ words.advice }}"),
        statement("{%p for text in advice %}"),
        paragraph("Quotation", "{{ text }}"),
        statement("{%p endfor %}"),
        paragraph("QuotationSource", "{{ quotation_source }}"),
    ]


def _follow_up_row(name: etree._Element, fields: dict[str, Field]) -> etree._Element:
    return row(
        cell(paragraph("TableText", name)),
        cell(paragraph("TableText", date_control(fields["date"]))),
        cell(paragraph("TableText", control(fields["who"]))),
        cell(paragraph("TableText", control(fields["how"]))),
    )


def _closing() -> list[etree._Element]:
    fields = {
        key: Field(f"{{{{ change.tag }}}}.{key}", f"{{{{ change.fields.{key} }}}}", f"{{{{ change.{key} }}}}")
        for key in ("version", "date", "what")
    }
    return [
        paragraph("PageTitle", *bookmarked("closing", "{{ words.closing }}")),
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
        paragraph("Note", "{{ words.change_note }}"),
        paragraph("Heading3", "{{ words.sources }}"),
        _sources(),
        paragraph("Heading3", "{{ words.whose }}"),
        statement("{%p for text in words.whose_points %}"),
        paragraph("TableBullet", "{{ text }}"),
        statement("{%p endfor %}"),
    ]


def _change_row(fields: dict[str, Field]) -> etree._Element:
    made = (control(fields["version"]), date_control(fields["date"]), control(fields["what"]))
    return row(*(cell(paragraph("TableText", part)) for part in made), height=11)


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
