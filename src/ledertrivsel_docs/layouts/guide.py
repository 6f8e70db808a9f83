"""The guide: in short and the contents on the first page, then chapters of text, steps, commands and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.headings import kept_with_next
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import bookmarked, paragraph, run, statement, w
from ..page_parts.page import A4
from ..page_parts.sheet import Sheet
from ..page_parts.tables import alternative_rows, cell, header_row, row, statement_row, table

PAGE = A4
_IN = 22.7  # points: the text of a step, which the numbering puts eight millimetres in
LOOKS: Mapping[str, Look] = {
    "Normal": replace(PARAGRAPHS["Normal"], before=4),
    "Heading1": replace(PARAGRAPHS["Heading1"], size=28),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=18, before=26, after=6, numbered=0),
    "Heading3": replace(PARAGRAPHS["Heading3"], before=12, after=3, numbered=1),
    "Step": Look(11, after=5, numbered=2),
    "StepMore": Look(11, after=5, indent=_IN),
    "TableBullet": replace(PARAGRAPHS["TableBullet"], size=11, after=4, spacing=1.2),
    "Command": Look(10.5, bold=True, before=3, after=8, indent=_IN, spacing=1.1, fixed=True, fill="tint"),
    "Shown": Look(9, before=2, after=9, indent=_IN, spacing=1.1, fixed=True, fill="quiet"),
    "ShownBy": Look(9, "accent6", inline=True),
    "Code": Look(10, fixed=True, inline=True),
    "ContentsPart": Look(11, after=2),
}
_WIDTHS: Mapping[str, Sequence[float]] = {
    "2": (52, 122),
    "2_wide": (70, 104),
    "3": (42, 70, 62),
    "3_wide": (64, 50, 60),
}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the guide."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        _without_number("{{ words.short_title }}"),
        statement("{%p for line in short %}"),
        _told("TableBullet", "line.text"),
        statement("{%p endfor %}"),
        _without_number("{{ words.contents }}"),
        statement("{%p for chapter in chapters %}"),
        paragraph("ContentsPart", "{{ chapter.number }}  {{ chapter.entry }}"),
        statement("{%p endfor %}{%p for chapter in chapters %}"),
        paragraph("Heading2", *bookmarked("{{chapter.id}}", "{{ chapter.title }}")),
        statement("{%p for part in chapter.parts %}"),
        *_kinds(),
        statement("{%p endfor %}{%p endfor %}"),
        paragraph("Note", "{{ words.closing }}"),
    )


def _without_number(title: str) -> etree._Element:
    """A heading on the first page, which is no chapter."""
    made = paragraph("Heading2", title)
    made[0].extend(
        [w("numPr", w("ilvl", val=0), w("numId", val=0)), w("spacing", before=320), w("ind", left=0, hanging=0)]
    )
    return made


def _kinds() -> list[etree._Element]:
    """A part of a chapter, whichever kind it is of."""
    kinds = {
        "heading": [paragraph("Heading3", "{{ part.heading }}")],
        "text": [
            statement("{%p if part.kept %}"),
            kept_with_next(_told("Normal", "part.text")),
            statement("{%p else %}"),
            _told("Normal", "part.text"),
            statement("{%p endif %}"),
        ],
        "points": [
            statement("{%p for point in part.points %}"),
            _told("TableBullet", "point.text"),
            statement("{%p endfor %}"),
        ],
        "steps": _steps(),
        "command": _command("part.command"),
        "table": _tables(),
        "note": [_note()],
    }
    return _one_of("part.kind", kinds)


def _one_of(name: str, kinds: Mapping[str, Sequence[etree._Element]]) -> list[etree._Element]:
    """What stands there for the kind that a value of the context names."""
    made: list[etree._Element] = []
    for kind, elements in kinds.items():
        made += [statement(f"{{%p {'elif' if made else 'if'} {name} == '{kind}' %}}"), *elements]
    return [*made, statement("{%p endif %}")]


def _told(style: str, name: str) -> etree._Element:
    """A text in pieces, each plain, important, or as it is typed; `name` as a tag has it."""
    return paragraph(
        style,
        run(f"{{% for piece in {name} %}}{{% if piece.code %}}"),
        run("{{ piece.text }}", "Code"),
        run("{% elif piece.strong %}"),
        run("{{ piece.text }}", "Strong"),
        run("{% else %}"),
        run("{{ piece.text }}"),
        run("{% endif %}{% endfor %}"),
    )


def _steps() -> list[etree._Element]:
    """Numbered steps; a step stays with its command."""
    return [
        statement("{%p for step in part.steps %}{%p if step.command %}"),
        kept_with_next(_told("Step", "step.text")),
        *_command("step.command"),
        statement("{%p else %}"),
        _told("Step", "step.text"),
        statement("{%p endif %}{%p if step.then %}"),
        _told("StepMore", "step.then"),
        statement("{%p endif %}{%p endfor %}"),
    ]


def _command(name: str) -> list[etree._Element]:
    """What to type, and what is seen then; `name` as a tag has it."""
    return [
        statement(f"{{%p if {name}.mac or {name}.shows %}}"),
        kept_with_next(paragraph("Command", f"{{{{ {name}.run }}}}")),
        statement("{%p else %}"),
        paragraph("Command", f"{{{{ {name}.run }}}}"),
        statement(f"{{%p endif %}}{{%p if {name}.mac %}}"),
        paragraph("StepMore", run("{{ words.on_mac }} "), run(f"{{{{ {name}.mac }}}}", "Code")),
        statement(f"{{%p endif %}}{{%p if {name}.shows %}}"),
        paragraph("Shown", run("{{ words.shown }} ", "ShownBy"), run(f"{{{{ {name}.shows }}}}")),
        statement("{%p endif %}"),
    ]


def _tables() -> list[etree._Element]:
    """A table of two columns or of three, the first of them wide where it holds much."""
    return _one_of("part.table.kind", {kind: [_table(widths)] for kind, widths in _WIDTHS.items()})


def _table(widths: Sequence[float]) -> etree._Element:
    columns = len(widths)
    told = [_told("TableText", f"row.cells[{number}].text") for number in range(columns)]
    rows = (row(*(cell(made(deepcopy(text))) for text in told)) for made in (kept_with_next, lambda text: text))
    return table(
        "RatingTable",
        widths,
        header_row(*(f"{{{{ part.table.columns[{number}] }}}}" for number in range(columns))),
        statement_row("{%tr for row in part.table.rows %}", columns),
        *alternative_rows("row.kept", columns, *rows),
        statement_row("{%tr endfor %}", columns),
        caption="{{ part.table.about }}",
        header_row=True,
    )


def _note() -> etree._Element:
    content = cell(paragraph("FormLabel", "{{ part.note.title }}"), _told("CallOutText", "part.note.text"))
    return table("CallOut", [PAGE.text_width], row(content), caption="{{ part.note.title }}")
