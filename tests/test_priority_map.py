"""The priority map on paper: blank, with every rated theme in its field, and on one sheet however many there are."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import etree

import ledertrivsel_docs as ld
from tests.support.office import pages
from tests.support.outline import outline
from tests.support.programmes import BRANDS, LONG_TITLE, filled, programme_of
from tests.support.sheets import PLAN, THEMES, lines, own, shown
from tests.support.word import W, tree

OWN, OWN_SHORT = "Hvordan leder vi på afstand?", "Ledelse på afstand"


class TestPriorityMap:
    def test_blank_it_is_the_sources_map_with_five_lines(self) -> None:
        text = outline(ld.build_document("priority-map").bytes)
        for words in (
            *PLAN.priority_map.intro,
            PLAN.priority_map.instruction,
            *PLAN.priority_map.discussion.questions,
            PLAN.priority_map.parking_lot.text,
            PLAN.priority_map.importance.high,
            PLAN.priority_map.success.low,
        ):
            assert words in text
        assert len([line for line in lines(text, "MapChoice") if "Tema" in line]) == 5
        assert "Fordi …" in text
        assert "Kortet i ord" in text
        assert "DataTable" not in text

    def test_every_rated_theme_stands_in_its_field(self) -> None:
        fields = map_cells(filled())
        assert all(THEMES[place].short in fields[1] for place in (0, 2, 3, 9))
        assert OWN_SHORT in fields[2]
        assert THEMES[7].short in fields[2]
        assert not any(theme.short in fields[3] + fields[4] for theme in THEMES)

    def test_only_the_kits_own_fields_are_marked(self) -> None:
        fields = map_cells(programme_of())
        assert {number: "*" in text for number, text in fields.items()} == {1: False, 2: False, 3: True, 4: True}

    def test_the_twin_tells_the_map_in_words(self) -> None:
        rows = [" | ".join(row) for row in cells(tree(ld.build_document("priority-map", filled()).bytes))]
        assert f"{THEMES[2].title} | 5 (4–5) | 1,5 (1–2) | 1 Vigtigt, men lykkes ikke godt | 4 grupper | Valgt" in rows
        differing = f"{THEMES[9].title}I er uenige om, hvor vigtigt det er: Drøft det."
        assert f"{differing} | 3 (2–4) | 2 (2–3) | 1 Vigtigt, men lykkes ikke godt | 4 grupper | Parkeret" in rows

    def test_while_nothing_is_chosen_no_theme_is_turned_down(self) -> None:
        rated = programme_of(themes={"ratings": [{"theme": "sparring", "importance": 5, "success": 2}]})
        assert "Ikke afgjort" in outline(ld.build_document("priority-map", rated).bytes)

    def test_a_parked_theme_says_so_in_its_field(self) -> None:
        assert f"{THEMES[9].short} (parkeret)" in map_cells(filled())[1]

    def test_parked_and_chosen_themes_are_filled_in(self) -> None:
        text = outline(ld.build_document("priority-map", filled()).bytes)
        assert "Direktionen svarer senest den 1. april 2027." in text
        chosen = [line for line in lines(text, "MapChoice") if "choice" in line]
        names = (THEMES[0].short, THEMES[2].short, THEMES[3].short, OWN_SHORT, "Tema")
        assert all(name in line for name, line in zip(names, chosen, strict=True))

    @pytest.mark.parametrize(
        ("parked", "details"),
        [
            ({"who": "AMO"}, "AMO svarer."),
            ({"answer_by": date(2027, 4, 1)}, "Svaret kommer senest den 1. april 2027."),
            ({}, ""),
        ],
    )
    def test_a_parked_theme_says_what_is_known(self, parked: dict[str, object], details: str) -> None:
        themes = {"parked": [{"theme": "sparring", **parked}]}
        body = tree(ld.build_document("priority-map", programme_of(themes=themes)).bytes)
        assert (f"Sparring: {details}" if details else "Sparring") in shown(body, "MapText")

    @pytest.mark.parametrize(("count", "times", "apart"), [(5, 4, False), (5, 6, True), (6, 1, True), (0, 1, False)])
    def test_why_the_themes_were_chosen_is_there_once_and_whole(self, count: int, times: int, apart: bool) -> None:
        why = "Det er her, lederne siger fra til opgaver. " * times
        selected = [theme.id for theme in THEMES[:count]]
        text = outline(
            ld.build_document("priority-map", programme_of(themes={"selected": selected, "reasons": why})).bytes
        )
        assert text.count(f"‹reasons: {why.strip()}") == text.count("‹reasons") == 1
        assert ("Begrundelsen står på den sidste side." in text) == apart

    def test_thirty_chosen_themes_are_all_there(self) -> None:
        names = [theme.id for theme in THEMES] + [f"eget-{number}" for number in range(18)]
        chosen = programme_of(themes={**own(18), "selected": names})
        text = outline(ld.build_document("priority-map", chosen).bytes)
        assert all(f"Eget tema {number}?" in text for number in range(18))

    @pytest.mark.parametrize("brand", BRANDS)
    def test_the_map_fills_one_sheet_however_many_themes_there_are(self, brand: str) -> None:
        names = [theme.id for theme in THEMES] + [f"eget-{number}" for number in range(18)]
        long = {"own": [{"id": name, "title": f"{name} {LONG_TITLE}"[:200]} for name in names[12:]]}
        why = "Det er her, lederne siger fra til opgaver. " * 4
        made = []
        for chosen in (0, 5, 12, 30):
            ratings = [{"theme": name, "importance": 5, "success": 5} for name in names[:chosen]]
            made.append({**own(18), "selected": names[:chosen], "ratings": ratings})
        ratings = [{"theme": name, "importance": 5, "success": 1} for name in names]
        made += [{**long, "ratings": ratings[:6]}, {**long, "ratings": ratings[-6:]}, {**long, "ratings": ratings}]
        made += [{"selected": names[:5], "reasons": why}, {**long, "selected": names[-5:], "reasons": why}]
        look = BRANDS[brand]()
        maps = [ld.build_document("priority-map", programme_of(themes=themes), brand=look) for themes in made]
        # The map; the map in words; and what the ratings speak for.
        assert pages(maps) == [1, 2, 2, 3, 2, 3, 6, 1, 1]


def map_cells(chosen: ld.Programme) -> dict[int, str]:
    """What stands in each of the map's fields."""
    rows = cells(tree(ld.build_document("priority-map", chosen).bytes))
    return {1: rows[1][1], 2: rows[1][2], 3: rows[2][1], 4: rows[2][2]}


def cells(body: etree._Element) -> list[list[str]]:
    """The text of every row of every table."""
    return [["".join(map(str, cell.itertext(f"{W}t"))) for cell in row.iter(f"{W}tc")] for row in body.iter(f"{W}tr")]
