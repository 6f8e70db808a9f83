"""The priority map on A3: one table with the vertical axis, two by two fields, and a column for what is decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.forms import Field, control
from ..page_parts.looks import PARAGRAPHS, QUIET, Look
from ..page_parts.markup import line, mm, paragraph, run, shading, statement, tab, w
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, cell_margins, header_row, row, statement_row, table

_AXIS, _FIELD, _SIDE = 14, 143, 84
_HEIGHT, _LOW = 103, 80  # lower where a long list of choices needs the room
_TWIN_WIDTHS = (134, 38, 38, 100, 36, 38)
PAGE = Page(420, 297, top=20, bottom=15)

LOOKS: Mapping[str, Look] = {
    "MapAxis": Look(13, "accent1", spacing=1.0),
    "MapField": Look(15, bold=True, heading_font=True, after=6, spacing=1.05, keep_next=True, outline=1),
    "MapBox": Look(13, bold=True, heading_font=True, before=2, after=0, spacing=1.0, keep_next=True, outline=1),
    "Heading1": replace(PARAGRAPHS["Heading1"], size=22, after=2, spacing=1.0),
    "Lead": Look(11, after=1, spacing=1.0),
    "Note": Look(9, "accent6", before=2, spacing=1.0),
    "MapQuestion": Look(12.5, after=1.5, spacing=1.0, bullet=True),
    "TwinNote": Look(12, before=8, after=0, spacing=1.15),
    "MapRow": Look(16, spacing=1.05),
    "MapTwin": Look(20, "accent1", bold=True, heading_font=True, after=4, keep_next=True, outline=1, new_page=True),
    "MapTheme": Look(13, after=3, spacing=1.08, bullet=True),
    "MapNote": Look(10, after=1, spacing=1.0),
    "MapTiny": Look(8.5, after=1, spacing=1.0),
    "MapText": Look(12, after=4, spacing=1.12),
    "MapChosen": Look(12.5, before=4, after=1, spacing=1.05, line_below=True),
    "MapChoice": Look(13, before=13, after=1, spacing=1.1, line_below=True),
}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the map and of its twin in words."""
    sheet.add(
        paragraph("Heading1", run("{{ title }}"), run(" {{ instruction }}", "MapInstruction")),
        paragraph("Lead", "{{ lead }}"),
        paragraph(
            "MapNote",
            run("{{ words.draw }} ", "Strong"),
            run("{{ words.in_words }}"),
        ),
        paragraph("MapBox", "{{ discussion.title }}"),
        statement("{%p for question in discussion.questions %}"),
        paragraph("MapQuestion", "{{ question }}"),
        statement("{%p endfor %}"),
        table(
            "MapTable",
            (_AXIS, _FIELD, _FIELD, _SIDE),
            statement_row("{%tr if many_choices %}", 4),
            *_rows(_LOW),
            statement_row("{%tr else %}", 4),
            *_rows(_HEIGHT),
            statement_row("{%tr endif %}", 4),
            caption="{{ words.map_description }}",
        ),
        _across(),
        paragraph("Note", "{{ own_note }}{% if twin %} {{ words.in_words_more }}{% endif %}"),
        statement("{%p if twin %}"),
        paragraph("MapTwin", "{{ words.twin }}"),
        paragraph("MapText", "{{ words.twin_lead }}"),
        _twin(),
        paragraph("TwinNote", "{{ words.twin_note }}"),
        statement("{%p endif %}"),
    )


def _rows(height: float) -> list[etree._Element]:
    return [
        row(_upper_axis(), _field(1), _field(2), _parking(), height=height),
        row(_lower_axis(), _field(3), _field(4), _choices(), height=height),
    ]


def _upper_axis() -> etree._Element:
    """The axis upwards, on one line: what is asked and, at the top, the high end."""
    made = paragraph(
        "MapAxis", run("{{ importance.question }}", "Strong"), run("\u00a0" * 8), run("{{ importance.high }}")
    )
    made[0].append(w("jc", val="right"))
    return _upwards(made, left=_AXIS / 2, look=[_bar("right")])


def _lower_axis() -> etree._Element:
    """Its low end is at the bottom, in line with the high end."""
    return _upwards(paragraph("MapAxis", "{{ importance.low }}"), left=_AXIS / 2)


def _upwards(*content: etree._Element, left: float = 1, look: Sequence[etree._Element] = ()) -> etree._Element:
    return cell(*content, properties=[*look, cell_margins(1, left, 1, 1), w("textDirection", val="btLr")])


def _across() -> etree._Element:
    """The axis below the map: its low end, the question from the middle on, its high end."""
    made = paragraph(
        "MapAxis",
        run("{{ success.low }}"),
        tab(),
        run("{{ success.question }}", "Strong"),
        tab(),
        run("{{ success.high }}"),
    )
    stops = [w("tab", val="left", pos=mm(_AXIS + _FIELD + 1)), w("tab", val="right", pos=mm(_AXIS + 2 * _FIELD - 1))]
    made[0].append(w("tabs", *stops))
    made[0].append(w("ind", left=mm(_AXIS + 1)))
    return made


def _bar(side: str) -> etree._Element:
    """The bar beside the field that counts most: both cells that it stands between draw it."""
    return w("tcBorders", line(side, "accent1", 4.5))


def _field(number: int) -> etree._Element:
    name = f"fields[{number}]"
    more = Field(f"field.{number}", f"{{{{ {name}.title }}}}", f"{{{{ {name}.more }}}}")
    look = [_bar("left"), shading("background2")] if number == 1 else [shading("accent6", QUIET)]
    return cell(
        paragraph("MapField", run(f"{{{{ {name}.number }}}}", "MapNumber"), run(f"  {{{{ {name}.name }}}}")),
        statement(f"{{%p for theme in {name}.themes %}}{{%p if {name}.many %}}"),
        paragraph("MapTiny", "{{ theme }}"),
        statement("{%p else %}"),
        paragraph("MapTheme", "{{ theme }}"),
        statement("{%p endif %}{%p endfor %}"),
        paragraph("MapText", control(more)),
        properties=look,
    )


def _parking() -> etree._Element:
    more = Field("parked", "{{ words.parking_title }}", "{{ parking.more }}")
    return cell(
        paragraph("MapField", "{{ parking.title }}"),
        paragraph("MapText", "{{ parking.text }}"),
        statement("{%p for theme in parking.themes %}"),
        paragraph(
            "MapText", run("{{ theme.name }}", "Strong"), run("{% if theme.details %} {{ theme.details }}{% endif %}")
        ),
        statement("{%p endfor %}"),
        paragraph("MapText", control(more)),
        properties=[_side_border(), shading("accent6", "26")],
    )


def _choices() -> etree._Element:
    reasons = Field("reasons", "{{ words.reasons_title }}", "{{ reasons }}")
    choice = Field("choice.{{ choice.number }}", "{{ choice.title }}", "{{ choice.theme }}")
    return cell(
        paragraph("MapField", "{{ words.choose }}"),
        statement("{%p if many_choices %}"),
        paragraph(
            "MapTiny",
            run("{% for choice in choices %}"),
            run("{{ choice.number }}\u00a0", "Strong"),
            control(choice),
            run("{% if not loop.last %} · {% endif %}{% endfor %}"),
        ),
        statement("{%p else %}{%p for choice in choices %}{%p if choice.known %}"),
        paragraph("MapChosen", run("{{ choice.number }}  ", "Strong"), control(choice)),
        statement("{%p else %}"),
        paragraph("MapChoice", run("{{ choice.number }}  ", "Strong"), control(choice)),
        statement("{%p endif %}{%p endfor %}"),
        paragraph("MapChoice", control(reasons)),
        statement("{%p if roomy %}"),
        paragraph("MapChoice", tab()),
        statement("{%p endif %}"),
        statement("{%p endif %}"),
        properties=[_side_border()],
    )


def _side_border() -> etree._Element:
    """A wide gap between the map and what stands beside it."""
    return w("tcBorders", line("left", "background1", 12))


def _twin() -> etree._Element:
    keys = ("theme", "importance", "success", "field", "count", "outcome")
    return table(
        "DataTable",
        _TWIN_WIDTHS,
        header_row(*(f"{{{{ words.columns.{key} }}}}" for key in keys)),
        statement_row("{%tr for theme in twin %}", len(keys)),
        row(*(cell(paragraph("MapRow", f"{{{{ theme.{key} }}}}")) for key in keys), height=16),
        statement_row("{%tr endfor %}", len(keys)),
        caption="{{ words.twin_description }}",
        header_row=True,
    )
