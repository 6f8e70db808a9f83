"""Forms: a label, and room for an answer that serves a pen, Word, and the way back into the plan.

The label is the first cell and the answer's content control the second. A control is known by its tag, else by its
title, else by the label beside it: LibreOffice drops tags, and people delete controls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml.ns import nsmap
from lxml import etree

from ..models.forms import Scale
from .markup import mm, paragraph, run, statement, tab, w, where_known
from .tables import cell, row, statement_row, table

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
nsmap.setdefault("w14", _W14)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its `key` (the control's tag), and the tags that print its label and its value.

    `title` is the control's title where its label isn't enough, as in a document with the same field many times.
    """

    key: str
    label: str
    value: str
    title: str = ""


def control(field: Field, kind: etree._Element | None = None, style: str | None = None) -> etree._Element:
    """A content control that holds one printed tag; without a `kind` it takes text of several lines."""
    properties = w("sdtPr", w("alias", val=field.title or field.label), w("tag", val=field.key), w("id", val=0), kind)
    return w("sdt", properties, w("sdtContent", run(field.value, style)))


def date_control(field: Field) -> etree._Element:
    """A control with a calendar."""
    kind = w(
        "date",
        w("dateFormat", val="d. MMMM yyyy"),
        w("lid", val="da-DK"),
        w("storeMappedDataAs", val="date"),
        w("calendar", val="gregorian"),
    )
    return control(field, kind)


def choice_control(field: Field, choices: Sequence[tuple[str, str]]) -> etree._Element:
    """A control with a list to choose from; each choice is a stored value and the tag that prints it."""
    items = [w("listItem", displayText=shown, value=value) for value, shown in choices]
    return control(field, w("dropDownList", *items))


def tick_control(field: Field, style: str = "Tick") -> etree._Element:
    """A check box; its value is true where it is ticked. `TickSmall` is for sheets with many."""
    box = etree.Element(f"{{{_W14}}}checkbox", nsmap={"w14": _W14})
    for name, glyph in (("checkedState", "2612"), ("uncheckedState", "2610")):
        state = etree.SubElement(box, f"{{{_W14}}}{name}")
        state.set(f"{{{_W14}}}val", glyph)
        state.set(f"{{{_W14}}}font", "MS Gothic")
    return control(field, box, style)


def scale_fields(scale: Scale, key: str, names: str, ticked: str = "ticked") -> list[tuple[Field, str]]:
    """The check boxes of a scale with their numbers.

    `key` begins their tags; `names` is the list of what a screen reader calls them, `ticked` whether they are ticked,
    both as a tag has them.
    """
    marks = enumerate(range(scale.low, scale.high + 1))
    return [
        (Field(f"{key}.{mark}", f"{{{{ {names}[{place}] }}}}", f"{{{{ {ticked} }}}}"), str(mark))
        for place, mark in marks
    ]


def scale_paragraph(
    style: str,
    fields: Sequence[tuple[Field, str]],
    gap: float,
    label: str = "",
    room: float = 0,
    indent: float = 0,
    tick: str = "Tick",
) -> etree._Element:
    """Check boxes with their numbers, `gap` millimetres apart, so that they stand in columns whatever is ticked.

    Ten millimetres leave a gap between a number and the next box that tells them apart. A `label` stands before them
    in a `room` of so many millimetres; `indent` is where the line begins, `tick` the style of the boxes.
    """
    made = paragraph(style, *([run(label), tab()] if label else [tab()] if indent else []))
    stops = [w("tab", val="left", pos=mm(indent + room + gap * number)) for number in range(len(fields))]
    made[0].append(w("tabs", *(stops if label or indent else stops[1:])))
    for position, (field, number) in enumerate(fields):
        made.extend([*([tab()] if position else []), tick_control(field, tick), run(f"\u00a0{number}")])
    return made


def scale_columns(style: str, fields: Sequence[tuple[Field, str]], gap: float) -> list[etree._Element]:
    """Numbers, and below each its check box, `gap` millimetres apart: narrower than numbers beside their boxes."""
    numbers, boxes = paragraph(style), paragraph(style)
    box_middle = 2.3
    stops = [w("tab", val="center", pos=mm(box_middle + gap * number)) for number in range(len(fields))]
    numbers[0].append(w("tabs", *stops))
    boxes[0].append(w("tabs", *(w("tab", val="left", pos=mm(gap * number)) for number in range(1, len(fields)))))
    for position, (field, number) in enumerate(fields):
        numbers.extend([tab(), run(number)])
        boxes.extend([*([tab()] if position else []), tick_control(field)])
    return [numbers, boxes]


def form_row(field: Field, *, height: float, help_text: str | None = None) -> etree._Element:
    """A row of a form: the label, a line of help where there is one, and room of at least `height` millimetres."""
    label = [paragraph("FormLabel", field.label), *([paragraph("FormHelp", help_text)] if help_text else [])]
    return row(cell(*label), cell(paragraph("FormAnswer", control(field))), height=height)


def repeated_rows(loop: str, height: float) -> list[etree._Element]:
    """A row of a form for each turn of a `loop` such as `row in form`: key, label, help if there is any, and answer."""
    name = loop.partition(" ")[0]
    field = Field(f"{{{{ {name}.key }}}}", f"{{{{ {name}.label }}}}", f"{{{{ {name}.answer }}}}")
    label = [
        paragraph("FormLabel", field.label),
        statement(f"{{%p if {name}.help is defined %}}"),
        paragraph("FormHelp", f"{{{{ {name}.help }}}}"),
        statement("{%p endif %}"),
    ]
    return [
        statement_row(f"{{%tr for {loop} %}}", 2),
        row(cell(*label), cell(paragraph("FormAnswer", control(field))), height=height),
        statement_row("{%tr endfor %}", 2),
    ]


def form(rows: Sequence[etree._Element], caption: str, widths: tuple[float, float] = (57, 117)) -> etree._Element:
    """A form of rows, each a label and an answer."""
    return table("FormTable", widths, *rows, caption=caption, label_column=True)


def send_to_paragraph(style: str, field: Field, facts: str) -> etree._Element:
    """Who an answer is sent to: a name or a place to write it, and the mail address where it is known.

    `facts` is what `documents.contact.sent_to` has given, as a tag has it.
    """
    return paragraph(
        style,
        run(f"{{% if {facts}.has_name %}}"),
        control(field),
        run(f"{{% endif %}}{{% if {facts}.has_name and {facts}.email %}}"),
        run(", "),
        run(f"{{% endif %}}{{% if {facts}.email %}}"),
        run(f"{{{{ {facts}.email }}}}"),
        run("{% endif %}"),
    )


def fact_band(facts: Sequence[tuple[Field, etree._Element]], caption: str, widths: Sequence[float]) -> etree._Element:
    """A band of facts side by side, each with its own control; `widths` in millimetres."""
    cells = [cell(paragraph("FactLabel", field.label), paragraph("FactValue", made)) for field, made in facts]
    return table("FactBand", widths, row(*cells, height=14), caption=caption)


def writing_boxes(
    boxes: Sequence[tuple[str, Field]],
    caption: str,
    widths: Sequence[float],
    height: float,
    help_texts: Sequence[str] = (),
) -> etree._Element:
    """White boxes side by side to write in, each below its label; `widths` and `height` in millimetres.

    `help_texts` are tags, one a box, each for a line below the label; where one prints nothing there is no line.
    """
    labels = [
        cell(paragraph("FormLabel", label), *(where_known("FormHelp", help_texts[place]) if help_texts else []))
        for place, (label, _) in enumerate(boxes)
    ]
    answers = [cell(paragraph("FormAnswer", control(field))) for _, field in boxes]
    return table(
        "WritingBoxes",
        widths,
        row(*labels, header=True),
        row(*answers, height=height),
        caption=caption,
        header_row=True,
    )
