"""The sheets around choosing themes: what stands on the worksheet, the cards and the group leader's card."""

from __future__ import annotations

from datetime import time

import pytest

import ledertrivsel_docs as ld
from tests.support.outline import outline
from tests.support.programmes import LONG_TITLE, filled, programme_of
from tests.support.sheets import PLAN, THEMES, lines, own, shown
from tests.support.word import W, tree


class TestThemeWorksheet:
    def test_holds_every_theme_with_its_questions_and_hint(self) -> None:
        text = outline(ld.build_document("theme-worksheet").bytes)
        assert lines(text, "RatingTheme")[:12] == [theme.title for theme in THEMES]
        for theme in THEMES:
            assert " ".join((*theme.questions, *([theme.hint] if theme.hint else []))) in text

    @pytest.mark.parametrize("count", [0, 1, 3])
    def test_own_themes_follow_and_a_row_or_two_stay_blank(self, count: int) -> None:
        text = outline(ld.build_document("theme-worksheet", programme_of(themes=own(count))).bytes)
        rows = lines(text, "RatingTheme")
        blank = 1 if count else 2
        assert rows[12:-blank] == [f"Eget tema {number}?" for number in range(count)]
        assert len(rows) == 12 + count + blank
        assert all("Et andet tema" in row for row in rows[-blank:])
        numbers = lines(text, "RatingNumber")
        assert numbers[: 12 + count] == [str(number) for number in range(1, 13 + count)]

    def test_prints_the_sources_heading_and_its_three_instructions_in_order(self) -> None:
        text = outline(ld.build_document("theme-worksheet").bytes)
        assert PLAN.themes.title in text
        assert " ".join(f"{number}. {line}" for number, line in enumerate(PLAN.themes.instructions, 1)) in text

    @pytest.mark.parametrize(("count", "said"), [(1, "Tema 13 er jeres eget."), (3, "Tema 13–15 er jeres egne.")])
    def test_own_themes_are_not_the_sources(self, count: int, said: str) -> None:
        assert said in outline(ld.build_document("theme-worksheet", programme_of(themes=own(count))).bytes)
        assert "jeres eget." not in outline(ld.build_document("theme-worksheet").bytes)

    def test_each_row_has_two_scales_with_their_numbers(self) -> None:
        body = tree(ld.build_document("theme-worksheet").bytes)
        assert shown(body, "RatingMarks") == ["12345", "☐☐☐☐☐"] * 2 * 14

    def test_is_personal_so_it_shows_nobodys_ratings(self) -> None:
        assert "☒" not in outline(ld.build_document("theme-worksheet", filled()).bytes)


class TestThemeCards:
    @pytest.mark.parametrize(("count", "blank"), [(0, 4), (1, 3), (3, 1), (4, 4)])
    def test_the_last_sheet_is_filled_up_with_blank_cards(self, count: int, blank: int) -> None:
        text = outline(ld.build_document("theme-cards", programme_of(themes=own(count))).bytes)
        titles = lines(text, "Heading1 CardTitle")
        assert titles == [theme.title for theme in THEMES] + [f"Eget tema {number}?" for number in range(count)]
        assert len(lines(text, "Heading1 CardBlank")) == len(lines(text, "CardStart")) == blank

    def test_a_card_says_which_theme_it_is_and_where_it_comes_from(self) -> None:
        text = outline(ld.build_document("theme-cards", programme_of(themes=own(1))).bytes)
        feet = lines(text, "CardFoot")
        assert feet[:13] == [f"Tema {number} af 12 · Forbered" for number in range(1, 13)] + ["Eget tema 13 · Forbered"]
        sources = lines(text, "CardSource")
        assert all(source.startswith("Kilde: BFA") for source in sources[:12])
        assert len(sources) == 12
        assert lines(text, "CardHint")[0] == (
            "Find eventuelt inspiration i værktøj 1 (Styrk lederens dialog med nærmeste leder)."
            " godtarbejdsmiljo.dk/lederdialog"
        )

    def test_a_long_title_is_set_smaller(self) -> None:
        themes = {"own": [{"id": "langt", "title": LONG_TITLE}, {"id": "halvlangt", "title": LONG_TITLE[:99] + "?"}]}
        text = outline(ld.build_document("theme-cards", programme_of(themes=themes)).bytes)
        assert lines(text, "Heading1 CardTitleLongest") == [LONG_TITLE]
        assert lines(text, "Heading1 CardTitleLong") == [LONG_TITLE[:99] + "?"]


class TestGroupLeaderCard:
    def test_its_times_are_those_of_the_run_sheet(self) -> None:
        assert clocks(filled()) == ["9.35", "ca. 9.45", "9.55", "ca. 10.00", "ca. 10.10", "ca. 10.15"]
        run_sheet = outline(ld.build_document("11", filled()).bytes)
        for clock in ("9.35", "9.55", "ca. 10.10", "ca. 10.15"):
            assert clock in run_sheet

    def test_the_introduction_moves_them(self) -> None:
        start = programme_of(workshops={"prepare": {"start": time(9), "intro": True}})
        assert clocks(start) == ["10.20", "ca. 10.30", "10.40", "ca. 10.45", "ca. 10.55", "ca. 11.00"]

    def test_without_a_start_there_is_a_place_for_them(self) -> None:
        assert clocks(programme_of()) == ["kl. ______"] * 6
        text = outline(ld.build_document("group-leader-card", programme_of()).bytes)
        assert "Skriv tiderne af fra drejebogen." in text
        assert "”ca.”" not in text

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
    return [line.replace("\xa0", " ") for line in lines(text, "RatingNumber")[:6]]
