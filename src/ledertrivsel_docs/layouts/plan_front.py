"""The first pages of the plan: the cover, what runs above and below the others, and the contents."""

from __future__ import annotations

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import with_right_tab
from ..page_parts.forms import Field, choice_control, control, date_control, form
from ..page_parts.headings import page_heading
from ..page_parts.markup import bookmarked, field, mm, paragraph, run, statement, tab, w, where_known
from ..page_parts.tables import cell, header_row, row, statement_row, table

WIDTH = 174  # millimetres: that of the text
_BELOW_LOGO = 700  # twentieths of a point


def header() -> etree._Element:
    """Whose plan this is, its version and its status."""
    return with_right_tab(
        WIDTH,
        "Header",
        run("{% if running.organisation %}"),
        run("{{ running.organisation }}", "Strong"),
        run(" · {% endif %}{{ running.title }}"),
        tab(),
        run("{{ running.state }}"),
    )


def footer() -> etree._Element:
    """The source, and the page number on the right."""
    return with_right_tab(
        WIDTH,
        "Footer",
        run("{{ footer.source }}"),
        tab(),
        run("{{ footer.label }} "),
        *field("PAGE"),
        run(" {{ footer.of }} "),
        *field("NUMPAGES"),
    )


def cover_footer() -> etree._Element:
    """The case number, without a page number."""
    return paragraph("Footer", "{{ running.left }}")


def cover(library: Library) -> list[etree._Element]:
    """What a document that circulates says of itself."""
    status = Field("plan.status", "{{ words.labels.status }}", "{{ cover.status }}")
    period = Field("plan.period", "{{ words.labels.period }}", "{{ cover.period }}")
    owner = Field("plan.organisation", "{{ words.labels.organisation }}", "{{ cover.organisation }}")
    choices = library.samlet_plan.tool.plan_words.statuses.values()
    return [
        statement("{%p if header.cover_logo %}"),
        paragraph("CoverOwner", "{{ header.cover_logo }}"),
        paragraph("CoverOwner", control(owner)),
        _title(below_logo=True),
        statement("{%p else %}"),
        paragraph("CoverOwner", control(owner)),
        _title(below_logo=False),
        statement("{%p endif %}"),
        paragraph(
            "CoverSubtitle",
            control(period),
            run(" · "),
            choice_control(status, [(word, f"{{{{ plan_status_words[{n}] }}}}") for n, word in enumerate(choices)]),
        ),
        _bars(),
        _cover_facts(),
        statement("{%p if few_forums %}"),
        *_treated(library),
        statement("{%p endif %}"),
    ]


def _title(*, below_logo: bool) -> etree._Element:
    """The plan's title in the same place of the page, whatever stands above it."""
    title = paragraph("Heading1", "{{ words.cover_title }}")
    if below_logo:
        title[0].append(w("spacing", before=_BELOW_LOGO))
    return title


def _treated(library: Library) -> list[etree._Element]:
    """Who treats the plan: on the cover, or where that has no room for them on the next page."""
    return [
        paragraph("PartHeading", "{{ words.treated }}"),
        _forums(library),
        paragraph("CoverNote", "{{ words.cover_note }}"),
    ]


def _bars() -> etree._Element:
    """The three steps that the plan came from, each on a bar in its colour: the bar goes on in a tab with a fill."""
    made = paragraph("CoverBars")
    stops = w("tabs")
    gap, length = 1.0, (WIDTH - 2) / 3
    for number in range(3):
        begin, style = number * (length + gap), f"Bar{number + 1}"
        if number:
            stops.append(w("tab", val="left", pos=mm(begin)))
            made.append(tab())
        stops.append(w("tab", val="left", pos=mm(begin + length)))
        bar = run("\u00a0", style)
        bar.append(w("tab"))
        made.append(bar)
    made[0].append(stops)
    return made


def _facts(*keys: str) -> dict[str, Field]:
    return {key: Field(f"plan.{key}", f"{{{{ words.facts.{key} }}}}", f"{{{{ cover.{key} }}}}") for key in keys}


def _cover_facts() -> etree._Element:
    facts = _facts("sender", "decides", "version", "hearing_deadline", "contact", "next_follow_up")
    contact = [
        run("{% if cover.has_contact_name %}"),
        control(facts["contact"]),
        run("{% endif %}{% if cover.has_contact_name and cover.email %}"),
        run(", "),
        run("{% endif %}{% if cover.email %}"),
        run("{{ cover.email }}"),
        run("{% endif %}"),
    ]
    return form(
        [
            *(_fact(facts[key], control(facts[key])) for key in ("sender", "decides", "version")),
            statement_row("{%tr if cover.has_deadline %}", 2),
            _fact(facts["hearing_deadline"], date_control(facts["hearing_deadline"])),
            statement_row("{%tr endif %}", 2),
            _fact(facts["contact"], *contact),
            statement_row("{%tr if cover.has_follow_up %}", 2),
            _fact(facts["next_follow_up"], date_control(facts["next_follow_up"])),
            statement_row("{%tr endif %}", 2),
        ],
        "{{ words.cover_description }}",
        (54, 120),
    )


def _more_facts() -> etree._Element:
    """What the cover has no room for."""
    facts = _facts("involved", "home", "case_number", "dated")
    made = {key: control(fact) for key, fact in facts.items()} | {"dated": date_control(facts["dated"])}
    rows = [_fact(fact, made[key]) for key, fact in facts.items()]
    return form(rows, "{{ words.about }}", (54, 120))


def _fact(fact: Field, *answer: etree._Element) -> etree._Element:
    return row(cell(paragraph("FormLabel", fact.label)), cell(paragraph("FormAnswer", *answer)), height=9)


def _forums(library: Library) -> etree._Element:
    fields = {
        key: Field(f"{{{{ forum.tag }}}}.{key}", f"{{{{ forum.fields.{key} }}}}", f"{{{{ forum.{key} }}}}")
        for key in ("name", "role", "date", "outcome")
    }
    roles = library.samlet_plan.tool.plan_words.roles.values()
    role = choice_control(fields["role"], [(word, f"{{{{ role_words[{n}] }}}}") for n, word in enumerate(roles)])
    return table(
        "DataTable",
        (42, 38, 40, 54),
        header_row(*(f"{{{{ words.forums.{key} }}}}" for key in fields)),
        statement_row("{%tr for forum in forums %}", 4),
        row(
            cell(paragraph("TableText", control(fields["name"]))),
            cell(paragraph("TableText", role)),
            cell(
                paragraph("TableText", date_control(fields["date"])),
                *where_known("TableNote", "forum.deadline"),
            ),
            cell(paragraph("TableText", control(fields["outcome"]))),
            height=10,
        ),
        statement_row("{%tr endfor %}", 4),
        caption="{{ words.forums_description }}",
        header_row=True,
    )


def contents(library: Library) -> list[etree._Element]:
    """More of the plan, what is asked of the reader in a hearing, and what is where.

    Links instead of page numbers, which would be wrong until somebody asks Word to count.
    """
    return [
        page_heading(2, "{{ words.about }}"),
        _more_facts(),
        statement("{%p if not few_forums %}"),
        *_treated(library),
        statement("{%p endif %}{%p if hearing %}"),
        paragraph("Heading2", "{{ words.hearing }}"),
        paragraph("Normal", "{{ hearing.ask }}"),
        statement("{%p if hearing.before %}"),
        paragraph(
            "Normal",
            run("{{ hearing.before }}", "Strong"),
            run("{{ hearing.contact }}", "Strong"),
            run("{{ hearing.after }}", "Strong"),
        ),
        statement("{%p endif %}"),
        paragraph("Normal", "{{ hearing.decided }}"),
        statement("{%p elif status_help %}"),
        paragraph("Normal", run("{{ status_help }}", "Strong")),
        statement("{%p endif %}"),
        statement("{%p if few_forums %}"),
        paragraph("Heading2", "{{ words.contents }}"),
        statement("{%p else %}"),
        page_heading(2, "{{ words.contents }}"),
        statement("{%p endif %}"),
        paragraph("ContentsPart", *bookmarked("contents", "{{ parts.overview }}")),
        statement("{%p for card in cards %}"),
        paragraph("ContentsCard", "{{ card.entry }}"),
        statement("{%p endfor %}"),
        paragraph("ContentsPart", "{{ parts.follow_up }}"),
        statement("{%p if told_entries %}"),
        paragraph(
            "ContentsCard",
            run("{% for entry in told_entries %}"),
            run("{% if not loop.first %}"),
            run("{{ words.between_entries }}"),
            run("{% endif %}"),
            run("{{ entry }}"),
            run("{% endfor %}"),
        ),
        statement("{%p endif %}"),
        paragraph("ContentsPart", "{{ parts.closing }}"),
        paragraph("Heading3", "{{ words.reading }}"),
        statement("{%p for text in words.reading_text %}"),
        paragraph("Normal", "{{ text }}"),
        statement("{%p endfor %}{%p if is_blank %}"),
        paragraph("Normal", "{{ words.reading_blank }}"),
        statement("{%p endif %}"),
        paragraph("Heading3", "{{ words.short_forms }}"),
        statement("{%p for text in words.short_form_list %}"),
        paragraph("TableBullet", "{{ text }}"),
        statement("{%p endfor %}"),
    ]
