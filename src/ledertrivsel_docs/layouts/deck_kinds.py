"""The slides that both deck templates have, one function a kind: what stands on it, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ..page_parts.deck_blocks import by_count, data_row, header_row, repeated, statement_row, where_known
from ..page_parts.deck_looks import (
    AGENDA_ROWS,
    LADDER_ROWS,
    LEAD,
    LOGO,
    LOGO_PLATE,
    LOW_PANEL,
    OWN,
    PAPER,
    STEPS,
    RowLook,
)
from ..page_parts.deck_markup import Level, a, paragraph, run, shape, text_like
from ..page_parts.deck_master import slot_looks
from ..page_parts.deck_sheet import DeckSheet

_TITLE = "{{ title }}"
_MANY = "panel|length > 4"  # what stands beside an exercise needs the height of the slide


def title(sheet: DeckSheet) -> None:
    """The first slide."""
    sheet.slide(
        "title",
        "title",
        sheet.fill("title", "title", _TITLE),
        sheet.where_known("title", "kicker", "kicker"),
        sheet.where_known("title", "lead", "subtitle"),
        *_logo(sheet),
        small_print=sheet.footer("source"),
    )


def _logo(sheet: DeckSheet) -> list[etree._Element]:
    """The organisation's logo, where it has one: on paper, since a logo is drawn for that."""
    names = sheet.words["shapes"]
    logo = text_like(Level(14), "{%sp if logo %}{{ logo }}{%sp endif %}")
    plate = text_like(Level(14), "{%sp if logo %}{%sp endif %}")
    return [
        shape(names["logo_plate"], LOGO_PLATE, plate, fill=PAPER, descr=""),
        shape(names["logo"], LOGO, logo),
    ]


def section(sheet: DeckSheet) -> None:
    """A new part begins."""
    sheet.slide(
        "section",
        "section",
        sheet.fill("section", "title", _TITLE),
        sheet.where_known("section", "kicker", "kicker"),
        sheet.where_known("section", "lead", "lead"),
    )


def agenda(sheet: DeckSheet) -> None:
    """Clock times, what happens, and minutes."""
    box = sheet.slot("agenda", "body").box
    table = sheet.table(
        "agenda",
        "body",
        box,
        (50, box.width - 104, 54),
        header_row("{{ columns.time }}", "{{ columns.what }}", "{{ columns.minutes }}", right=(2,)),
        *by_count("rows", AGENDA_ROWS, 3, _agenda_rows),
        descr=sheet.words["alt"]["agenda"],
    )
    sheet.slide("agenda", "agenda", sheet.fill("agenda", "title", _TITLE), table)


def _agenda_rows(look: RowLook) -> list[etree._Element]:
    """A row of the agenda; the closing one, which tells the sum instead of its own minutes, is set apart."""
    values = ("{{ row.clock }}", "{{ row.title }}", "{{ row.minutes }}")
    return [
        statement_row("{%tr if row.minutes|int == 0 %}", 3),
        data_row(*values, look=look, right=(2,), closing=True),
        statement_row("{%tr else %}", 3),
        data_row(*values, look=look, right=(2,)),
        statement_row("{%tr endif %}", 3),
    ]


def ladder(sheet: DeckSheet) -> None:
    """The steps of a ladder, the highest first: number and name, and what it is like there."""
    box = sheet.slot("agenda", "body").box
    values = ("{{ row.number }} {{ row.name }}", "{{ row.text }}")
    table = sheet.table(
        "agenda",
        "body",
        box,
        (66, box.width - 66),
        header_row("{{ columns.step }}", "{{ columns.text }}"),
        *by_count("rows", LADDER_ROWS, 2, lambda look: [data_row(*values, look=look)]),
        descr=sheet.words["alt"]["ladder"],
    )
    sheet.slide("ladder", "agenda", sheet.fill("agenda", "title", _TITLE), table)


def exercise(sheet: DeckSheet) -> None:
    """What stays up while people work: the steps, until when, and what they work on."""
    steps = [
        paragraph("{%p for step in steps %}"),
        paragraph("{%p if steps[0].number == '1' %}"),
        paragraph("{{ step.text }}"),
        paragraph("{%p else %}"),
        _numbered("{{ step.number }}", "{{ step.text }}"),
        paragraph("{%p endif %}"),
        *repeated("for line in step.lines", paragraph("{{ line }}", level=2)),
        paragraph("{%p endfor %}"),
    ]
    sheet.slide(
        "exercise",
        "exercise",
        sheet.fill("exercise", "title", _TITLE),
        *sheet.either("exercise", "lead", _MANY, LEAD, "lead_wide", paragraph("{{ lead }}"), where="lead"),
        sheet.fill("exercise", "body", *steps),
        sheet.where_known("exercise", "until", "until"),
        *sheet.either(
            "exercise",
            "panel",
            _MANY,
            LOW_PANEL,
            "panel_short",
            paragraph("{{ panel_title }}"),
            *_by_length("panel", "label", ((4, 40, 4), (6, 26, 3), (0, 0, 2))),
        ),
    )


def _by_length(items: str, text: str, levels: Sequence[tuple[int, int, int]]) -> list[etree._Element]:
    """The items of a list on a level with the more room, the fewer and shorter they are.

    `levels` are the most items, the most letters of one, and the level; the last one holds for all others.
    """
    longest = f"{items}|map(attribute='{text}')|map('string')|map('length')|max"
    made: list[etree._Element] = []
    for number, (count, letters, level) in enumerate(levels):
        condition = f"{items} and {items}|length <= {count} and {longest} <= {letters}"
        last = number == len(levels) - 1
        made.append(paragraph("{%p else %}" if last else f"{{%p {'elif' if made else 'if'} {condition} %}}"))
        made += repeated(f"for item in {items}", paragraph(_linked(f"item.{text}"), level=level))
    return [*made, paragraph("{%p endif %}")]


def _linked(text: str) -> str:
    """A text, and behind it a mail address where it names one."""
    item = text.partition(".")[0]
    return f"{{{{ {text} }}}}{_mail(f'{item}.mail', f'{item}.after')}"


def _mail(mail: str, after: str) -> str:
    return f"{{% if {mail} is defined %}}{{{{ {mail} }}}}{{{{ {after} }}}}{{% endif %}}"


def _numbered(number: str, text: str) -> etree._Element:
    """A line of a list that goes on from the slide before: its number is ours, as the layout's would begin again."""
    return paragraph(run(number, ink=OWN), f"\t{text}", properties=a("pPr", a("buNone")))


def question(sheet: DeckSheet) -> None:
    """Questions to talk about, to the letter."""
    sheet.slide(
        "question",
        "question",
        sheet.fill("question", "title", _TITLE),
        sheet.where_known("question", "lead", "lead"),
        *sheet.content("question", *_questions()),
    )


def _questions() -> list[etree._Element]:
    """One or two in large type, numbered ones with their numbers in front."""
    return [
        paragraph("{%p for question in questions %}"),
        paragraph("{%p if question.number is defined %}"),
        paragraph(run("{{ question.number }}", ink=OWN, bold=True), "\t{{ question.text }}", level=2),
        paragraph("{%p else %}"),
        paragraph(_linked("question.text")),
        paragraph("{%p endif %}"),
        paragraph("{%p endfor %}"),
    ]


def theme(sheet: DeckSheet) -> None:
    """Themes with their questions."""
    lines = [
        paragraph("{%p for theme in themes %}"),
        paragraph("{{ theme.number }}\t{{ theme.title }}"),  # one without a number stands above its question too
        *where_known("theme.question", level=2),
        paragraph("{%p endfor %}"),
    ]
    sheet.slide("theme", "theme", sheet.fill("theme", "title", _TITLE), sheet.fill("theme", "body", *lines))


def steps(sheet: DeckSheet) -> None:
    """The three steps side by side, the current one filled; where none is, all of them."""
    shapes: list[etree._Element] = []
    none = "steps|selectattr('current')|list|length == 0"
    for number, ink in enumerate(STEPS):
        step, key = f"steps[{number}]", f"step_name{number + 1}"
        label = f"{{{{ {step}.number }}}} {{{{ {step}.name }}}}"
        current = run(f"{{%sp if {step}.current or {none} %}}{label}{{%sp endif %}}", ink=PAPER)
        shapes += [
            sheet.fill("steps", key, paragraph(current), looks=slot_looks(sheet.slot("steps", key), ink)),
            sheet.fill("steps", key, f"{{%sp if not ({step}.current or {none}) %}}{label}{{%sp endif %}}"),
            sheet.fill(
                "steps",
                f"step{number + 1}",
                f"{{{{ {step}.text }}}}",
            ),
            sheet.where_known("steps", f"step_time{number + 1}", f"{step}.time"),
        ]
    sheet.slide(
        "steps", "steps", sheet.fill("steps", "title", _TITLE), sheet.where_known("steps", "lead", "lead"), *shapes
    )


def quote(sheet: DeckSheet) -> None:
    """What somebody said."""
    sheet.slide(
        "quote",
        "quote",
        sheet.fill("quote", "title", _TITLE),
        sheet.fill("quote", "body", *repeated("for line in lines", "{{ line }}"), paragraph("{{ said_by }}", level=2)),
    )


def result(sheet: DeckSheet) -> None:
    """What comes out of it, point by point."""
    sheet.slide(
        "result",
        "result",
        sheet.fill("result", "title", _TITLE),
        sheet.where_known("result", "lead", "lead"),
        *sheet.content("result", *_by_length("items", "text", ((3, 90, 5), (5, 90, 4), (0, 0, 1)))),
    )


def closing(sheet: DeckSheet) -> None:
    """The last slide."""
    sheet.slide(
        "closing",
        "closing",
        sheet.fill("closing", "title", _TITLE),
        sheet.where_known("closing", "lead", "lead"),
        sheet.fill(
            "closing",
            "contact",
            f"{{%sp if contact or mail is defined %}}{{{{ contact }}}}{_mail('mail', 'after')}{{%sp endif %}}",
        ),
    )
