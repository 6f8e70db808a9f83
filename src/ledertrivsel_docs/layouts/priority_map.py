"""The priority map on A3: what to do and discuss, the map with its axes, and beside it what is parked and chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.forms import Field, control
from ..page_parts.looks import PARAGRAPHS, PASSIVE, QUIET, Look
from ..page_parts.markup import line, mm, paragraph, run, shading, statement, tab, w, where_known
from ..page_parts.page import A3
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, cell_margins, header_row, row, statement_row, table

_AXIS, _FIELD, _SIDE = 27, 136, 85
_MAP = _AXIS + 2 * _FIELD
_HEIGHT = 97
_TO_THE_MIDDLE = 176  # points between an end of the upright axis and its question, which stands by the middle
_TWIN_WIDTHS = (126, 40, 40, 90, 52, 36)
_SUGGESTION_WIDTHS = (16, 116, 252)
_REASON_WIDTHS = (132, 40, 212)
_CHOSEN_BECAUSE = Field("reasons", "{{ words.reasons_title }}", "{{ reasons }}")
PAGE = A3

LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=34, after=3, spacing=1.0),
    "Lead": replace(PARAGRAPHS["Lead"], after=0, spacing=1.1),
    "MapAxis": Look(13, "accent1", spacing=1.0),
    "MapField": Look(16, bold=True, heading_font=True, after=6, spacing=1.0, keep_next=True, outline=1),
    "MapBox": Look(14, "accent1", bold=True, heading_font=True, after=2, spacing=1.0, keep_next=True, outline=1),
    "MapQuestion": Look(11, after=1.5, spacing=1.0, bullet=True),
    "MapNote": Look(10.5, before=5, after=5, spacing=1.0),
    "MapTheme": Look(14, after=3, spacing=1.0, bullet=True),
    "MapThemeSmall": Look(12, after=1.5, spacing=1.0, bullet=True),
    "MapMarks": Look(11, "accent6", after=3, spacing=1.0, indent=12),
    "MapText": Look(12, after=4, spacing=1.05),
    "MapChoice": Look(13, before=5, spacing=1.0, line_below=True),
    "MapChoiceAlone": Look(13, before=10, spacing=1.0, line_below=True),
    "MapChosen": Look(11, before=2, spacing=1.0, line_below=True),
    "MapRow": Look(16, spacing=1.05),
    "MapDiffer": Look(12, bold=True, before=2, spacing=1.0),
    "MapTwin": Look(20, "accent1", bold=True, heading_font=True, after=4, keep_next=True, outline=1, new_page=True),
    "MapSection": Look(16, "accent1", bold=True, heading_font=True, before=14, after=4, keep_next=True, outline=1),
    "TwinNote": Look(12, before=8, after=0, spacing=1.15),
    "Note": Look(9, "accent6", before=3, spacing=1.0),
}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the map and of its twin in words."""
    sheet.add(
        _task(),
        paragraph("MapNote", run("{{ words.draw }} ", "Strong"), run("{{ words.in_words }}")),
        table(
            "MapTable",
            (_AXIS, _FIELD, _FIELD, _SIDE),
            row(_upper_axis(), _field(1), _field(2), _parking(), height=_HEIGHT),
            row(_lower_axis(), _field(3), _field(4), _choices(), height=_HEIGHT),
            caption="{{ words.map_description }}",
        ),
        _across(),
        paragraph("Note", "{{ own_note }}{% if twin %} {{ words.in_words_more }}{% endif %}"),
        statement("{%p if rated %}"),
        paragraph("MapTwin", "{{ words.twin }}"),
        statement("{%p if twin %}"),
        paragraph("MapText", "{{ words.twin_lead }}"),
        _twin(),
        paragraph("TwinNote", "{{ twin_note }}"),
        statement("{%p endif %}"),
        *where_known("TwinNote", "too_few"),
        statement("{%p if suggestion %}"),
        paragraph("MapSection", "{{ words.suggestion.title }}"),
        paragraph("MapText", run("{{ words.suggestion.rule }}", "Strong"), run(" {{ words.suggestion.order }}")),
        _suggestion(),
        statement("{%p endif %}{%p if group_reasons %}"),
        paragraph("MapSection", "{{ words.group_reasons }}"),
        _reasons(),
        statement("{%p endif %}{%p endif %}{%p if reasons_apart %}"),
        paragraph("MapTwin", "{{ words.reasons_title }}"),
        paragraph("MapText", control(_CHOSEN_BECAUSE)),
        statement("{%p endif %}"),
    )


def _task() -> etree._Element:
    """The title with what to do, and what to discuss."""
    task = cell(
        paragraph("Heading1", run("{{ title }}"), run(" {{ instruction }}", "MapInstruction")),
        paragraph("Lead", "{{ lead }}"),
        properties=[cell_margins(0, 0, 0, 12)],
    )
    discussion = cell(
        paragraph("MapBox", "{{ discussion.title }}"),
        statement("{%p for question in discussion.questions %}"),
        paragraph("MapQuestion", "{{ question }}"),
        statement("{%p endfor %}"),
        properties=[cell_margins(0, 2, 0, 0)],
    )
    return table("Plain", (_MAP, _SIDE), row(task, discussion), caption="{{ words.task_description }}")


def _upper_axis() -> etree._Element:
    """The upright axis from its high end down to the middle, where its question begins below."""
    return _axis(paragraph("MapAxis", "{{ importance.high }}"), borders=[_frame("right")])


def _lower_axis() -> etree._Element:
    """The question by the middle of the map, and the low end at the bottom."""
    low = paragraph("MapAxis", "{{ importance.low }}")
    low[0].append(w("spacing", before=_TO_THE_MIDDLE * 20))
    return _axis(paragraph("MapAxis", run("{{ importance.question }}", "Strong")), low, bottom=True)


def _axis(
    *content: etree._Element, borders: list[etree._Element] | None = None, bottom: bool = False
) -> etree._Element:
    properties = [
        w("tcBorders", *borders) if borders else None,
        cell_margins(2, 0, 2, 3),
        w("vAlign", val="bottom") if bottom else None,
    ]
    return cell(*content, properties=[found for found in properties if found is not None])


def _across() -> etree._Element:
    """The axis below the map: its low end, its question in the middle, its high end."""
    made = paragraph(
        "MapAxis",
        run("{{ success.low }}"),
        tab(),
        run("{{ success.question }}", "Strong"),
        tab(),
        run("{{ success.high }}"),
    )
    stops = [w("tab", val="center", pos=mm(_AXIS + _FIELD)), w("tab", val="right", pos=mm(_MAP - 1))]
    made[0].append(w("tabs", *stops))
    made[0].append(w("spacing", before=80))
    made[0].append(w("ind", left=mm(_AXIS + 1)))
    return made


def _frame(side: str) -> etree._Element:
    """A side of the frame of the field that counts most: both cells that it stands between draw it."""
    return line(side, "accent1", 2.25)


def _field(number: int) -> etree._Element:
    name = f"fields[{number}]"
    more = Field(f"field.{number}", f"{{{{ {name}.title }}}}", f"{{{{ {name}.more }}}}")
    framed = {1: ("top", "left", "bottom", "right"), 2: ("left",), 3: ("top",)}.get(number, ())
    fill = shading("background2") if number == 1 else shading("accent6", QUIET)
    return cell(
        paragraph("MapField", run(f"{{{{ {name}.number }}}}", "MapNumber"), run(f"  {{{{ {name}.name }}}}")),
        statement(f"{{%p if {name}.run_on %}}"),
        paragraph("MapText", f"{{{{ {name}.run_on }}}}"),
        statement("{%p else %}"),
        statement(f"{{%p for theme in {name}.themes %}}{{%p if {name}.many %}}"),
        paragraph("MapThemeSmall", "{{ theme.name }}"),
        statement("{%p else %}"),
        paragraph("MapTheme", "{{ theme.name }}"),
        statement("{%p if theme.marks %}"),
        paragraph("MapMarks", "{{ theme.marks }}"),
        statement("{%p endif %}{%p endif %}{%p endfor %}{%p endif %}"),
        paragraph("MapText", control(more)),
        properties=[*([w("tcBorders", *map(_frame, framed))] if framed else []), fill],
    )


def _parking() -> etree._Element:
    more = Field("parked", "{{ words.parking_title }}", "{{ parking.more }}")
    return cell(
        paragraph("MapField", "{{ parking.title }}"),
        paragraph("MapText", "{{ parking.text }}"),
        statement("{%p for theme in parking.themes %}"),
        paragraph(
            "MapText", run("{{ theme.name }}", "Strong"), run("{% if theme.details %}: {{ theme.details }}{% endif %}")
        ),
        statement("{%p endfor %}"),
        paragraph("MapText", control(more)),
        properties=[_side_border(), shading("accent6", PASSIVE)],
    )


def _choices() -> etree._Element:
    """Lines for what is chosen: up to five with room below each for the reason, more on a line each, or running on.

    Where reasons are known, or the ratings speak for some themes, up to five with short names have a high line each.
    """
    choice = Field("choice.{{ choice.number }}", "{{ choice.title }}", "{{ choice.theme }}")

    def chosen(style: str) -> etree._Element:
        return paragraph(style, run("{{ choice.number }}  ", "Strong"), control(choice))

    return cell(
        paragraph("MapField", "{{ words.choose }}"),
        statement("{%p if suggestion %}"),
        paragraph("MapNote", run("{{ suggestion.in_brief }} "), run("{{ words.suggestion.rule }}", "Strong")),
        statement("{%p endif %}{%p if choices_run_on %}"),
        paragraph(
            "MapNote",
            run("{% for choice in choices %}"),
            run("{{ choice.number }}\u00a0", "Strong"),
            control(choice),
            run("{% if not loop.last %} · {% endif %}{% endfor %}"),
        ),
        statement("{%p else %}{%p for choice in choices %}{%p if room_for_reasons %}"),
        chosen("MapChoice"),
        paragraph("MapChoice", tab()),
        statement("{%p elif high_lines %}"),
        chosen("MapChoiceAlone"),
        statement("{%p else %}"),
        chosen("MapChosen"),
        statement("{%p endif %}{%p endfor %}{%p endif %}"),
        statement("{%p if reasons_apart %}"),
        paragraph("MapText", "{{ words.reasons_apart }}"),
        statement("{%p else %}"),
        paragraph("MapText", control(_CHOSEN_BECAUSE)),
        statement("{%p endif %}"),
        properties=[_side_border(), shading("background2")],
    )


def _side_border() -> etree._Element:
    """A wide gap between the map and what stands beside it."""
    return w("tcBorders", line("left", "background1", 12))


def _twin() -> etree._Element:
    keys = ("theme", "importance", "success", "field", "count", "outcome")
    theme = [paragraph("MapRow", "{{ theme.theme }}"), *where_known("MapDiffer", "theme.differing")]
    return table(
        "DataTable",
        _TWIN_WIDTHS,
        header_row(*(f"{{{{ words.columns.{key} }}}}" for key in keys)),
        statement_row("{%tr for theme in twin %}", len(keys)),
        row(cell(*theme), *(cell(paragraph("MapRow", f"{{{{ theme.{key} }}}}")) for key in keys[1:]), height=14),
        statement_row("{%tr endfor %}", len(keys)),
        caption="{{ words.twin_description }}",
        header_row=True,
    )


def _suggestion() -> etree._Element:
    """What the ratings speak for, a theme in each row, with the reasons."""
    columns = ("rank", "theme", "reasons")
    return table(
        "DataTable",
        _SUGGESTION_WIDTHS,
        header_row(*(f"{{{{ words.suggestion.columns.{key} }}}}" for key in columns)),
        statement_row("{%tr for theme in suggestion.rows %}", len(columns)),
        row(*(cell(paragraph("MapText", f"{{{{ theme.{key} }}}}")) for key in columns)),
        statement_row("{%tr endfor %}", len(columns)),
        caption="{{ words.suggestion.description }}",
        header_row=True,
    )


def _reasons() -> etree._Element:
    """The groups' reasons: a row each, so that long ones go on over pages row by row."""
    columns = ("theme", "group", "reason")
    return table(
        "DataTable",
        _REASON_WIDTHS,
        header_row(*(f"{{{{ words.reason_columns.{key} }}}}" for key in columns)),
        statement_row("{%tr for found in group_reasons %}", len(columns)),
        row(*(cell(paragraph("MapText", f"{{{{ found.{key} }}}}")) for key in columns)),
        statement_row("{%tr endfor %}", len(columns)),
        caption="{{ words.reasons_description }}",
        header_row=True,
    )
