"""The sheets around choosing themes: what stands on the worksheet, the cards, the map and the group leader's card."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from lxml import etree

import ledertrivsel_docs as ld
from tests.support.outline import outline
from tests.support.programmes import LONG_TITLE, filled
from tests.support.word import W, tree

PLAN = ld.Library.default().samlet_plan
THEMES = PLAN.themes.themes
OWN = "Hvordan leder vi på afstand?"


def programme(**fields: object) -> ld.Programme:
    return ld.Programme.model_validate({"organisation": "Eksempel Kommune", **fields})


def own(count: int) -> dict[str, object]:
    return {"own": [{"id": f"eget-{number}", "title": f"Eget tema {number}?"} for number in range(count)]}


def lines(text: str, style: str) -> list[str]:
    """What stands in the paragraphs of a style, without the marks of controls."""
    return re.findall(rf"\[{style}\] (.*)", text)


class TestThemeWorksheet:
    def test_holds_every_theme_with_its_questions_and_hint(self) -> None:
        text = outline(ld.build_document("theme-worksheet").bytes)
        assert lines(text, "RatingTheme")[:12] == [theme.title for theme in THEMES]
        for theme in THEMES:
            assert " ".join((*theme.questions, *([theme.hint] if theme.hint else []))) in text

    @pytest.mark.parametrize("count", [0, 1, 3])
    def test_own_themes_follow_and_two_rows_stay_blank(self, count: int) -> None:
        text = outline(ld.build_document("theme-worksheet", programme(themes=own(count))).bytes)
        rows = lines(text, "RatingTheme")
        assert rows[12:-2] == [f"Eget tema {number}?" for number in range(count)]
        assert len(rows) == 12 + count + 2
        assert all("Skriv jeres eget tema her" in row for row in rows[-2:])

    def test_each_row_has_two_scales_with_their_numbers(self) -> None:
        body = tree(ld.build_document("theme-worksheet").bytes)
        assert shown(body, "RatingMarks") == ["☐1☐2☐3☐4☐5"] * 2 * 14

    def test_is_personal_so_it_shows_nobodys_ratings(self) -> None:
        assert "☒" not in outline(ld.build_document("theme-worksheet", filled()).bytes)


class TestThemeCards:
    @pytest.mark.parametrize(("count", "blank"), [(0, 4), (1, 3), (3, 1), (4, 4)])
    def test_the_last_sheet_is_filled_up_with_blank_cards(self, count: int, blank: int) -> None:
        text = outline(ld.build_document("theme-cards", programme(themes=own(count))).bytes)
        titles = lines(text, "CardTitle")
        assert titles == [theme.title for theme in THEMES] + [f"Eget tema {number}?" for number in range(count)]
        assert lines(text, "CardBlank") == ["Vores eget tema"] * blank

    def test_a_card_says_which_theme_it_is_and_where_it_comes_from(self) -> None:
        text = outline(ld.build_document("theme-cards", programme(themes=own(1))).bytes)
        feet = lines(text, "CardFoot")
        assert feet[:13] == [f"Tema {number} af 12 · Forbered" for number in range(1, 13)] + ["Eget tema · Forbered"]
        sources = lines(text, "CardSource")
        assert all(source.startswith("Kilde: BFA") for source in sources[:12])
        assert not any("BFA" in source for source in sources[12:])

    def test_a_long_title_is_set_smaller(self) -> None:
        themes = {"own": [{"id": "langt", "title": LONG_TITLE}, {"id": "halvlangt", "title": LONG_TITLE[:99] + "?"}]}
        text = outline(ld.build_document("theme-cards", programme(themes=themes)).bytes)
        assert lines(text, "CardTitleLongest") == [LONG_TITLE]
        assert lines(text, "CardTitleLong") == [LONG_TITLE[:99] + "?"]


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
        assert len(lines(text, "MapChoice")) == 5
        assert "Kortet i ord" in text
        assert "DataTable" not in text

    def test_every_rated_theme_stands_in_its_field(self) -> None:
        fields = map_cells(filled())
        assert all(title in fields[1] for title in (THEMES[0].title, THEMES[2].title, THEMES[3].title, THEMES[9].title))
        assert OWN in fields[2]
        assert THEMES[7].title in fields[2]
        assert not any(theme.title in fields[3] + fields[4] for theme in THEMES)

    def test_only_the_kits_own_fields_are_marked(self) -> None:
        fields = map_cells(programme())
        assert {number: "*" in text for number, text in fields.items()} == {1: False, 2: False, 3: True, 4: True}

    def test_the_twin_tells_the_map_in_words(self) -> None:
        rows = [" | ".join(row) for row in cells(tree(ld.build_document("priority-map", filled()).bytes))]
        assert f"{THEMES[2].title} | 5 | 1,5 | 1 Vigtigt, men lykkes ikke godt | 2" in rows
        assert f"{THEMES[9].title} | 3 | 2 | 1 Vigtigt, men lykkes ikke godt | 1" in rows

    def test_parked_and_chosen_themes_are_filled_in(self) -> None:
        text = outline(ld.build_document("priority-map", filled()).bytes)
        assert "Direktionen svarer senest 1. april 2027." in text
        chosen = lines(text, "MapChoice")
        titles = (THEMES[0].title, THEMES[2].title, THEMES[3].title, OWN, "Tema")
        assert all(title in line for title, line in zip(titles, chosen, strict=True))

    @pytest.mark.parametrize(
        ("parked", "details"),
        [({"who": "AMO"}, "AMO svarer."), ({"answer_by": date(2027, 4, 1)}, "Svar senest 1. april 2027."), ({}, "")],
    )
    def test_a_parked_theme_says_what_is_known(self, parked: dict[str, object], details: str) -> None:
        themes = {"parked": [{"theme": "sparring", **parked}]}
        body = tree(ld.build_document("priority-map", programme(themes=themes)).bytes)
        assert f"{THEMES[2].title} {details}".strip() in [text.strip() for text in shown(body, "MapText")]

    def test_thirty_chosen_themes_are_all_there(self) -> None:
        names = [theme.id for theme in THEMES] + [f"eget-{number}" for number in range(18)]
        chosen = programme(themes={**own(18), "selected": names})
        text = outline(ld.build_document("priority-map", chosen).bytes)
        assert all(f"Eget tema {number}?" in text for number in range(18))


class TestGroupLeaderCard:
    def test_its_times_are_those_of_the_run_sheet(self) -> None:
        assert clocks(filled()) == ["9.35", "ca. 9.50", "9.55", "ca. 10.15"]
        run_sheet = outline(ld.build_document("11", filled()).bytes)
        for clock in ("9.35", "9.55", "ca. 10.15"):
            assert clock in run_sheet

    def test_the_introduction_moves_them(self) -> None:
        start = programme(workshops={"prepare": {"start": time(9), "intro": True}})
        assert clocks(start) == ["10.20", "ca. 10.35", "10.40", "ca. 11.00"]

    def test_without_a_start_there_is_a_place_for_them(self) -> None:
        assert clocks(programme()) == ["kl. ___"] * 4

    def test_asks_the_sources_questions_and_has_room_for_five_themes(self) -> None:
        document = ld.build_document("group-leader-card", filled())
        text = outline(document.bytes)
        assert lines(text, "TableBullet") == list(PLAN.priority_map.discussion.questions)
        tags = {tag.get(f"{W}val") for tag in tree(document.bytes).iter(f"{W}tag")}
        for number in range(1, 6):
            assert {f"choice.{number}.theme", f"choice.{number}.reason", f"choice.{number}.success.5"} <= tags
        assert "group" in tags


def clocks(chosen: ld.Programme) -> list[str]:
    """The clock times of the steps."""
    text = outline(ld.build_document("group-leader-card", chosen).bytes)
    return [line.replace("\xa0", " ") for line in lines(text, "RatingNumber")[:4]]


def map_cells(chosen: ld.Programme) -> dict[int, str]:
    """What stands in each of the map's fields."""
    rows = cells(tree(ld.build_document("priority-map", chosen).bytes))
    return {1: rows[0][1], 2: rows[0][2], 3: rows[1][1], 4: rows[1][2]}


def cells(body: etree._Element) -> list[list[str]]:
    """The text of every row of every table."""
    return [["".join(map(str, cell.itertext(f"{W}t"))) for cell in row.iter(f"{W}tc")] for row in body.iter(f"{W}tr")]


def shown(body: etree._Element, style: str) -> list[str]:
    """The text of each paragraph of a style, without tabs."""
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
        if (found := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and found.get(f"{W}val") == style
    ]
