"""The plan: cover, contents, the plan on one page, a page for each action card, follow-up, changes and sources."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import with_right_tab
from ..page_parts.forms import Field, control, date_control, form, form_row
from ..page_parts.headings import cell_heading, close_heading, kept_with_next, page_heading
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import bookmarked, paragraph, run, statement, tab, where_known
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, cell_margins, header_row, row, statement_row, table
from .action_card import CardNames, card_form, questions, status_control
from .plan_back import agreed, closing, told_whole
from .plan_front import WIDTH, contents, cover, cover_footer, footer, header

PAGE = Page(210, 297, top=24, bottom=15)
_TITLE = Look(24, "accent1", bold=True, heading_font=True, after=4, spacing=1.05, keep_next=True, outline=1)
LOOKS = {
    "Heading1": replace(_TITLE, size=48, before=86, after=0, spacing=1.0, outline=0, bar=10, indent=26),
    "Heading2": replace(_TITLE, size=22, before=14),
    "Heading3": replace(_TITLE, size=14, before=12, after=3, spacing=1.15, outline=2),
    "Heading4": replace(_TITLE, size=11.5, before=8, after=2, spacing=1.15, outline=3),
    "Answer": Look(11, after=5, spacing=1.2),
    "PartHeading": replace(_TITLE, size=14, before=12, after=3, spacing=1.15),
    "Normal": replace(PARAGRAPHS["Normal"], after=4, spacing=1.15),
    "TableBullet": replace(PARAGRAPHS["TableBullet"], after=1),
    "CoverOwner": Look(13, bold=True, after=0),
    "CoverSubtitle": Look(16, "accent6", bar=10, indent=26),
    "CoverBars": Look(7, before=28, after=14, spacing=1.0),
    "TableNote": Look(10, after=2, spacing=1.12),
    "CoverNote": Look(9, "accent6", before=5, after=0),
    "CardTop": Look(10, "accent1", after=2, keep_next=True, new_page=True),
    "PartLead": replace(PARAGRAPHS["Lead"], keep_next=True),
    "PartTop": Look(10, "accent1", before=14, after=2, keep_next=True),
    "OverviewNote": Look(9, "accent6", before=5, after=2),
    "PartName": Look(10.5, bold=True, after=1, spacing=1.12, keep_next=True),
    "PlaceToWrite": Look(10.5, after=60),
    "ContentsPart": Look(12, bold=True, before=5, after=2),
    "ContentsCard": Look(11, after=1, indent=14),
    "Quotation": Look(11, after=5, spacing=1.25, keep_next=True, bar=2.5, indent=18.5),
    "QuotationSource": Look(9, "accent6", after=10, bar=2.5, indent=18.5),
}
"""Headings of a long document, larger than those of a sheet, and what only the plan has."""

_OVERVIEW_WIDTHS = (11, 42, 44, 30, 24, 23)  # narrow cells need a dense table: the longest words just fit
_CARD = CardNames(
    answers="card.answers", words="card.words", prefix="{{ card.tag }}.", begins="{{ card.begins }}", names="card_names"
)


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of a plan."""
    sheet.frame(header=header(), footer=footer())
    sheet.frame_first(footer=cover_footer())
    sheet.add(*cover(library), *contents(library), *_overview(library), *_parts(), *_cards(library))
    sheet.add(*_follow_up(), *agreed(), *_telling(), *_advice(), *told_whole(), *closing())


def _overview(library: Library) -> list[etree._Element]:
    fields = {
        "goal": _card_field("overview", "goal", "card.short.goal"),
        "owner": _card_field("overview", "owner", "card.short.owner"),
        "follow_up_date": _card_field("overview", "follow_up_date", "card.answers.follow_up_date"),
        "status": _card_field("overview", "status", "card.short.status"),
    }
    return [
        page_heading(2, *bookmarked("overview", "{{ overview_title }}")),
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
                    paragraph("TableText", control(_card_field("overview", "title", "card.title"))),
                    statement("{%p endif %}"),
                    paragraph("TableNote", "{{ card.link }}"),
                ),
                cell(paragraph("TableNote", control(fields["goal"]))),
                cell(paragraph("TableNote", control(fields["owner"]))),
                cell(paragraph("TableNote", date_control(fields["follow_up_date"]))),
                cell(paragraph("TableNote", status_control(fields["status"], library))),
                height=13.5,
            ),
            statement_row("{%tr endfor %}", 6),
            caption="{{ words.overview_description }}",
            header_row=True,
        ),
        paragraph("OverviewNote", "{{ overview_note }}"),
    ]


def _card_field(part: str, label: str, value: str) -> Field:
    """A field about a card in one of the plan's own tables."""
    return Field(f"{{{{ card.tag }}}}.{part}.{label}", f"{{{{ card.fields.{part}.{label} }}}}", f"{{{{ {value} }}}}")


def _parts() -> list[etree._Element]:
    """Below the table: how the themes were chosen, how the plan is followed up, what there is already, what is open.

    What is to settle may be a long list, so it has the whole width.
    """
    return [
        table(
            "Plain",
            (87, 87),
            row(_part("chosen", *_told("chosen", "TableText")), _part("following", *_told("following", "TableText"))),
            row(_part("existing", *_told("existing", "TableBullet")), _part("parked", *_parked())),
            caption="{{ words.parts_description }}",
        ),
        paragraph("Heading3", "{{ words.missing }}"),
        *_told("missing", "TableBullet", together=True),
    ]


def _part(name: str, *content: etree._Element) -> etree._Element:
    """A cell with a heading and what it is about."""
    return cell(cell_heading(3, f"{{{{ words.{name} }}}}"), *content, properties=[cell_margins(0, 0, 0, 6)])


def _told(name: str, style: str, *, together: bool = False) -> list[etree._Element]:
    """The texts of a list, or a place to write; all `together` on a page, so that none stands alone on the next one."""
    place = Field(f"plan.{name}", f"{{{{ words.{name} }}}}", f"{{{{ by_hand.{name} }}}}")
    kept = kept_with_next(paragraph(style, "{{ text }}"))
    return [
        statement(f"{{%p for text in {name} %}}"),
        *([statement("{%p if not loop.last %}"), kept, statement("{%p else %}")] if together else []),
        paragraph(style, "{{ text }}"),
        *([statement("{%p endif %}")] if together else []),
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
        *where_known("TableText", "theme.reason"),
        paragraph("TableText", control(answer)),
        statement("{%p endfor %}{%p if not parked %}"),
        paragraph("PlaceToWrite", control(place)),
        statement("{%p endif %}"),
    ]


def _cards(library: Library) -> list[etree._Element]:
    title = Field("{{ card.tag }}.title", "{{ card.begins }}{{ title_label }}", "{{ card.title }}")
    kicker = run("{{ card.kicker }}", "KickerWords")
    return [
        statement("{%p for card in cards %}"),
        with_right_tab(WIDTH, "CardTop", *bookmarked("{{card.mark}}", kicker), tab(), run("{{ back }}")),
        close_heading(2, run("{{ card.begins }}"), control(title)),
        statement("{%p if card.conflict %}"),
        paragraph("Normal", run("{{ card.conflict }}", "Strong")),
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
        "date": _card_field("follow_up", "date", "card.answers.follow_up_date"),
        "who": _card_field("follow_up", "who", "card.who"),
        "how": _card_field("follow_up", "how", "card.how"),
    }
    return [
        with_right_tab(WIDTH, "CardTop", tab(), run("{{ parts.contents }}")),
        close_heading(2, *bookmarked("follow_up", "{{ words.follow_up }}")),
        paragraph("Lead", "{{ words.follow_up_lead }}"),
        table(
            "DataTable",
            (46, 36, 34, 58),
            header_row(*(f"{{{{ words.follow_up_columns.{key} }}}}" for key in ("what", "date", "who", "how"))),
            statement_row("{%tr for card in follow_ups.before %}", 4),
            _follow_up_row(run("{{ card.entry }}"), card, height=14),
            statement_row("{%tr endfor %}", 4),
            _follow_up_row(run("{{ words.whole_plan }}", "Strong"), whole, height=20),
            statement_row("{%tr for card in follow_ups.after %}", 4),
            _follow_up_row(run("{{ card.entry }}"), card, height=14),
            statement_row("{%tr endfor %}", 4),
            caption="{{ words.follow_up_description }}",
            header_row=True,
        ),
        statement("{%p if is_blank %}"),
        paragraph("OverviewNote", "{{ words.follow_up_cards }}"),
        statement("{%p endif %}"),
    ]


def _telling() -> list[etree._Element]:
    """Where the plan can be found, and who tells of it."""
    fields = [
        Field(f"plan.{key}", f"{{{{ words.telling_fields.{key} }}}}", f"{{{{ by_hand.{key} }}}}")
        for key in ("published", "told")
    ]
    return [
        paragraph("Heading3", "{{ words.telling }}"),
        form([form_row(field, height=16) for field in fields], "{{ words.telling_description }}", (54, 120)),
    ]


def _advice() -> list[etree._Element]:
    return [
        paragraph("Heading3", "{{ words.advice }}"),
        statement("{%p for text in advice %}"),
        paragraph("Quotation", "{{ text }}"),
        statement("{%p endfor %}"),
        paragraph("QuotationSource", "{{ quotation_source }}"),
    ]


def _follow_up_row(name: etree._Element, fields: dict[str, Field], *, height: float) -> etree._Element:
    return row(
        cell(paragraph("TableText", name)),
        cell(paragraph("TableText", date_control(fields["date"]))),
        cell(paragraph("TableText", control(fields["who"]))),
        cell(paragraph("TableText", control(fields["how"]))),
        height=height,
    )
