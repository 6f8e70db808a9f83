"""The sheets around choosing themes: what stands on the worksheet, the cards, the map and the group leader's card."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path

import pytest
from lxml import etree

import ledertrivsel_docs as ld
from tests.support.office import needs_tool, pages
from tests.support.outline import outline
from tests.support.programmes import BRANDS, LONG_TITLE, filled
from tests.support.word import W, tree

PLAN = ld.Library.default().samlet_plan
THEMES = PLAN.themes.themes
OWN, OWN_SHORT = "Hvordan leder vi på afstand?", "Ledelse på afstand"


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
    def test_own_themes_follow_and_a_row_or_two_stay_blank(self, count: int) -> None:
        text = outline(ld.build_document("theme-worksheet", programme(themes=own(count))).bytes)
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
        assert said in outline(ld.build_document("theme-worksheet", programme(themes=own(count))).bytes)
        assert "jeres eget." not in outline(ld.build_document("theme-worksheet").bytes)

    def test_each_row_has_two_scales_with_their_numbers(self) -> None:
        body = tree(ld.build_document("theme-worksheet").bytes)
        assert shown(body, "RatingMarks") == ["12345", "☐☐☐☐☐"] * 2 * 14

    def test_is_personal_so_it_shows_nobodys_ratings(self) -> None:
        assert "☒" not in outline(ld.build_document("theme-worksheet", filled()).bytes)


class TestThemeCards:
    @pytest.mark.parametrize(("count", "blank"), [(0, 4), (1, 3), (3, 1), (4, 4)])
    def test_the_last_sheet_is_filled_up_with_blank_cards(self, count: int, blank: int) -> None:
        text = outline(ld.build_document("theme-cards", programme(themes=own(count))).bytes)
        titles = lines(text, "Heading1 CardTitle")
        assert titles == [theme.title for theme in THEMES] + [f"Eget tema {number}?" for number in range(count)]
        assert len(lines(text, "Heading1 CardBlank")) == len(lines(text, "CardStart")) == blank

    def test_a_card_says_which_theme_it_is_and_where_it_comes_from(self) -> None:
        text = outline(ld.build_document("theme-cards", programme(themes=own(1))).bytes)
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
        text = outline(ld.build_document("theme-cards", programme(themes=themes)).bytes)
        assert lines(text, "Heading1 CardTitleLongest") == [LONG_TITLE]
        assert lines(text, "Heading1 CardTitleLong") == [LONG_TITLE[:99] + "?"]


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
        fields = map_cells(programme())
        assert {number: "*" in text for number, text in fields.items()} == {1: False, 2: False, 3: True, 4: True}

    def test_the_twin_tells_the_map_in_words(self) -> None:
        rows = [" | ".join(row) for row in cells(tree(ld.build_document("priority-map", filled()).bytes))]
        assert f"{THEMES[2].title} | 5 (4–5) | 1,5 (1–2) | 1 Vigtigt, men lykkes ikke godt | 4 grupper | Valgt" in rows
        differing = f"{THEMES[9].title}I er uenige om, hvor vigtigt det er: Drøft det."
        assert f"{differing} | 3 (2–4) | 2 (2–3) | 1 Vigtigt, men lykkes ikke godt | 4 grupper | Parkeret" in rows

    def test_while_nothing_is_chosen_no_theme_is_turned_down(self) -> None:
        rated = programme(themes={"ratings": [{"theme": "sparring", "importance": 5, "success": 2}]})
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
        body = tree(ld.build_document("priority-map", programme(themes=themes)).bytes)
        assert (f"Sparring: {details}" if details else "Sparring") in shown(body, "MapText")

    @pytest.mark.parametrize(("count", "times", "apart"), [(5, 4, False), (5, 6, True), (6, 1, True), (0, 1, False)])
    def test_why_the_themes_were_chosen_is_there_once_and_whole(self, count: int, times: int, apart: bool) -> None:
        why = "Det er her, lederne siger fra til opgaver. " * times
        selected = [theme.id for theme in THEMES[:count]]
        text = outline(
            ld.build_document("priority-map", programme(themes={"selected": selected, "reasons": why})).bytes
        )
        assert text.count(f"‹reasons: {why.strip()}") == text.count("‹reasons") == 1
        assert ("Begrundelsen står på den sidste side." in text) == apart

    def test_thirty_chosen_themes_are_all_there(self) -> None:
        names = [theme.id for theme in THEMES] + [f"eget-{number}" for number in range(18)]
        chosen = programme(themes={**own(18), "selected": names})
        text = outline(ld.build_document("priority-map", chosen).bytes)
        assert all(f"Eget tema {number}?" in text for number in range(18))

    @pytest.mark.parametrize("brand", BRANDS)
    def test_the_map_fills_one_sheet_however_many_themes_there_are(self, brand: str, tmp_path: Path) -> None:
        needs_tool("soffice")
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
        files = []
        for number, themes in enumerate(made):
            document = ld.build_document("priority-map", programme(themes=themes), brand=BRANDS[brand]())
            files.append(tmp_path / f"{number}.docx")
            files[-1].write_bytes(document.bytes)
        # The map; the map in words; and what the ratings speak for.
        assert pages(files) == [1, 2, 2, 3, 2, 3, 6, 1, 1]


class TestRunSheet:
    def test_says_what_to_lay_out_and_how_many_groups_there_are(self) -> None:
        text = outline(ld.build_document("11", filled()).bytes)
        assert "18 deltagere giver 4–6 grupper." in text
        assert "godtarbejdsmiljo.dk/ledertrivsel-intro" in text
        assert "Læg ”05 Det ved vi om ledernes trivsel” på bordene (ét til hver gruppe)" in text

    @pytest.mark.parametrize(
        ("participants", "groups"),
        [(3, "1 gruppe"), (5, "1 gruppe"), (7, "2 grupper"), (9, "2–3 grupper"), (2, None), (None, None)],
    )
    def test_counts_groups_of_three_to_five(self, participants: int | None, groups: str | None) -> None:
        text = outline(ld.build_document("11", programme(participants=participants)).bytes)
        assert ("deltagere giver" in text) == (groups is not None)
        assert groups is None or f"{participants} deltagere giver {groups}." in text

    def test_three_meetings_have_no_break_but_are_told_of_the_sources(self) -> None:
        for text in (outline(ld.build_document("21").bytes), outline(ld.build_document("21", filled()).bytes)):
            assert "inden det videre arbejde" not in text
            assert "I alt 70 min." in text
            assert "10 minutters pause" in text
        assert "9.00–10.10 (70 min)" in outline(ld.build_document("21", filled()).bytes)

    def test_a_break_is_held_before_the_next_step_of_the_same_day(self) -> None:
        day: dict[str, object] = {"date": date(2027, 1, 26)}
        held = programme(workshops={"qualify": {**day, "start": time(9)}, "concretise": day})
        text = outline(ld.build_document("21", held).bytes)
        assert "– inden det videre arbejde med konkretisering" in text
        assert "scanner dem" not in text

    def test_with_the_introduction_its_row_is_ours_and_the_sources_note_stays_below_the_table(self) -> None:
        text = outline(ld.build_document("11", programme(workshops={"prepare": {"intro": True}})).bytes)
        assert "I alt 135 min: 90 min workshop og 45 min introduktion." in text
        assert "Rækken kommer fra skabelonen; de 45 minutter er BFA’s" in text
        assert text.index("* Flere af temaerne") > text.index("I alt 135 min")

    @pytest.mark.parametrize("number", ["11", "21", "31"])
    def test_the_back_says_what_to_do_when_it_gets_hard(self, number: str) -> None:
        text = outline(ld.build_document(number, filled()).bytes)
        for when in ("I begynder ti minutter for sent", "I er bagud", "En gruppe er færdig før tid", "I er uenige"):
            assert when in text
        assert ("I trænger til en pause" in text) == (number == "31")

    @pytest.mark.parametrize("number", ["11", "21", "31"])
    @pytest.mark.parametrize(
        ("participants", "themes", "said"),
        [(4, 1, "I er én gruppe"), (18, 4, None), (120, 12, "I er mange grupper")],
    )
    def test_one_group_and_many_groups_are_told_how_to_go_about_it(
        self, number: str, participants: int, themes: int, said: str | None
    ) -> None:
        chosen = [theme.id for theme in THEMES[:themes]]
        text = outline(
            ld.build_document(number, programme(participants=participants, themes={"selected": chosen})).bytes
        )
        assert [known for known in ("I er én gruppe", "I er mange grupper") if known in text] == (
            [said] if said else []
        )
        assert ("En gruppe er færdig" in text) == (participants > 4)

    def test_prints_every_line_of_the_tool_about_its_step(self) -> None:
        form, advice = PLAN.qualification, PLAN.action_card.advice
        told = {
            "11": (PLAN.themes.title, *PLAN.themes.instructions),
            "21": (form.title, *form.intro, form.closing),
            "31": (advice.title, advice.intro, advice.cards, advice.gather, advice.publish, advice.follow_up),
        }
        for number, said in told.items():
            text = outline(ld.build_document(number).bytes)
            assert [line for line in said if line not in text] == []

    def test_quotes_the_advice_that_the_source_refers_to(self) -> None:
        text = outline(ld.build_document("31").bytes)
        assert PLAN.action_card.advice.publish in text
        assert PLAN.action_card.advice.follow_up in text


class TestGroupLeaderCard:
    def test_its_times_are_those_of_the_run_sheet(self) -> None:
        assert clocks(filled()) == ["9.35", "ca. 9.45", "9.55", "ca. 10.00", "ca. 10.10", "ca. 10.15"]
        run_sheet = outline(ld.build_document("11", filled()).bytes)
        for clock in ("9.35", "9.55", "ca. 10.10", "ca. 10.15"):
            assert clock in run_sheet

    def test_the_introduction_moves_them(self) -> None:
        start = programme(workshops={"prepare": {"start": time(9), "intro": True}})
        assert clocks(start) == ["10.20", "ca. 10.30", "10.40", "ca. 10.45", "ca. 10.55", "ca. 11.00"]

    def test_without_a_start_there_is_a_place_for_them(self) -> None:
        assert clocks(programme()) == ["kl. ______"] * 6
        text = outline(ld.build_document("group-leader-card", programme()).bytes)
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


def map_cells(chosen: ld.Programme) -> dict[int, str]:
    """What stands in each of the map's fields."""
    rows = cells(tree(ld.build_document("priority-map", chosen).bytes))
    return {1: rows[1][1], 2: rows[1][2], 3: rows[2][1], 4: rows[2][2]}


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
