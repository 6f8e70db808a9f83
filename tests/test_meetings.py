"""The meetings of the other tools: how long they get, for whom, and how they are split."""

from __future__ import annotations

import re
from datetime import date, time

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.models.meetings import held_meeting
from tests.support.meetings import LIBRARY, problems, programme, run_sheet
from tests.support.said import said

KITS = LIBRARY.kits


class TestTheSecondRound:
    """Ten minutes for each manager (tu-droeftelse)."""

    @pytest.mark.parametrize("managers", [1, 2, 5, 8, 13, 40])
    def test_it_takes_ten_minutes_for_each(self, managers: int) -> None:
        held = held_meeting(programme("tu-droeftelse", {"managers": managers}), LIBRARY, KITS["tu-droeftelse"])
        assert sum(item.minutes for item in held.items if item.each == "manager") == 10 * managers
        assert held.minutes == sum(item.minutes for item in held.items) == 95 + 10 * managers
        assert held.breaks == 10

    @pytest.mark.parametrize(("managers", "halves"), [(5, [50, 10]), (6, [30, 10, 30]), (7, [40, 10, 30])])
    def test_with_many_managers_the_break_is_in_the_middle_of_the_round(self, managers: int, halves: list[int]) -> None:
        held = held_meeting(programme("tu-droeftelse", {"managers": managers}), LIBRARY, KITS["tu-droeftelse"])
        assert [item.minutes for item in held.items[2:-2]] == halves
        text = run_sheet("tu-droeftelse", {"managers": managers})
        assert ("(1 af 2)" in text) is ("(2 af 2)" in text) is (managers > 5)

    def test_groups_take_the_round_at_the_same_time(self) -> None:
        made = programme("tu-droeftelse", {"managers": 12, "groups": 3, "start": time(9)})
        held = held_meeting(made, LIBRARY, KITS["tu-droeftelse"])
        assert sum(item.minutes for item in held.items if item.each == "manager") == 40
        text = run_sheet("tu-droeftelse", {"managers": 12, "groups": 3, "start": time(9)})
        assert "9.00–11.15 (135 min)" in text
        assert "I er delt i 3 grupper i runde 2." in text
        assert "Mødet er for langt" not in text
        deck = said(ld.build_document("deck", made, kit="tu-droeftelse"))
        assert "I alt 135" in deck

    @pytest.mark.parametrize("settings", [{"managers": 2, "groups": 3}, {"groups": 1000}])
    def test_there_are_no_more_groups_than_managers(self, settings: dict[str, int]) -> None:
        [found] = problems({"meetings": {"tu-droeftelse": settings}})
        assert found.startswith("meetings.tu-droeftelse.groups: ")

    def test_the_lengths_are_those_in_so_many_groups(self) -> None:
        text = run_sheet("tu-droeftelse", {"groups": 2}).splitlines()
        assert text[text.index("6 ledere") + 1] == "2 timer 5 min"
        assert any("beregnet til 6 ledere: 2 timer 5 min" in line for line in text)

    def test_one_manager_is_one(self) -> None:
        assert "Med 1 leder tager mødet 1 time 45 min" in run_sheet("tu-droeftelse", {"managers": 1})

    def test_the_agreement_sheet_has_room_for_each_but_no_end(self) -> None:
        def blanks(settings: dict[str, int]) -> int:
            made = programme("tu-droeftelse", settings)
            return said(ld.build_document("agreement-sheet", made, kit="tu-droeftelse")).count("Funktion")

        assert blanks({"managers": 8}) == blanks({"managers": 7}) + 1
        assert blanks({"managers": 8, "groups": 2}) == blanks({"managers": 4})
        assert blanks({"managers": 10_000}) == 30

    def test_the_clock_follows_the_number_of_managers(self) -> None:
        text = run_sheet("tu-droeftelse", {"start": time(9), "managers": 8})
        assert "9.00–11.55 (175 min)" in text
        assert "I alt 175 min, heraf 165 min arbejde og 10 min pause." in text
        for clock in ("9.10", "9.45", "10.25", "10.35", "11.15", "11.45", "11.55"):
            assert clock in text.splitlines()

    def test_each_manager_sees_when_her_ten_minutes_begin(self) -> None:
        text = run_sheet("tu-droeftelse", {"start": time(9), "managers": 8})
        assert "Ny leder kl. 9.45, 9.55, 10.05 og 10.15." in text
        assert "Ny leder kl. 10.35, 10.45, 10.55 og 11.05." in text

    def test_without_a_number_it_says_for_how_many_it_is_planned(self) -> None:
        text = run_sheet("tu-droeftelse")
        assert "Drejebogen er beregnet til 6 ledere: 2 timer 35 min" in text
        assert [line for line in text.splitlines() if re.fullmatch(r"\d+ ledere", line)] == [
            "4 ledere",
            "6 ledere",
            "8 ledere",
            "10 ledere",
        ]

    @pytest.mark.parametrize(("managers", "too_long"), [(8, False), (9, True)])
    def test_it_says_when_it_gets_too_long(self, managers: int, too_long: bool) -> None:
        text = run_sheet("tu-droeftelse", {"managers": managers})
        assert ("Mødet er for langt" in text) is too_long
        warnings = programme("tu-droeftelse", {"managers": managers}).warnings()
        assert any("more than 180" in str(warning) for warning in warnings) is too_long

    def test_a_meeting_that_is_too_long_is_split_in_groups_or_in_two(self) -> None:
        held = held_meeting(programme("tu-droeftelse", {"managers": 12}), LIBRARY, KITS["tu-droeftelse"])
        split = held.split()
        assert (split.groups, split.minutes) == (2, held.minutes_for(6))
        assert (split.first, split.second) == (10 + 35 + 10, 10 + 120 + 10 + 30 + 10)
        text = run_sheet("tu-droeftelse", {"managers": 12})
        assert "Hold runde 2 i 2 grupper på samme tid, så tager mødet 2 timer 35 min." in text
        assert "først runde 1 (55 min), derefter runde 2 og 3 (3 timer)" in text

    def test_nobody_is_called_to_a_meeting_that_is_too_long(self) -> None:
        made = programme("tu-droeftelse", {"date": date(2027, 3, 1), "managers": 24})
        lines = run_sheet("tu-droeftelse", {"managers": 24}).splitlines()
        warning = next(n for n, line in enumerate(lines) if line.startswith("Mødet er for langt: 5 timer 35 min"))
        assert warning < lines.index("Velkommen, og hvorfor vi taler om undersøgelsen sammen")
        mail = said(ld.build_document("invitation", made, kit="tu-droeftelse"))
        assert "Vent med at sende den: 5 timer 35 min er mere end 3 timer" in mail
        assert "Gerne senest" not in mail

    def test_two_meetings_are_no_way_out_where_they_are_too_long_too(self) -> None:
        text = run_sheet("tu-droeftelse", {"managers": 20})
        assert "i 3 grupper" in text
        assert "Eller hold to møder" not in text

    def test_a_day_is_not_gone_round(self) -> None:
        text = run_sheet("tu-droeftelse", {"managers": 10_000, "start": time(9)})
        assert "Mødet er for langt" in text
        assert "9.00" in text


class TestFactors:
    """Sixty minutes hold one factor; two make a longer meeting (evne-ambition)."""

    def test_one_factor_takes_sixty_minutes(self) -> None:
        text = run_sheet("evne-ambition", {"start": time(9), "factors": ["balance"]})
        assert "9.00–10.00 (60 min)" in text
        assert "I alt 60 min." in text
        assert "Find jeres eksempler frem til Balance mellem opgaver og ressourcer." in text
        assert "(Balance)" not in text

    def test_many_factors_are_better_split(self) -> None:
        names = [f"faktor-{letter}" for letter in "abcd"]
        steps = [{"name": "A", "text": "a"}, {"name": "B", "text": "b"}]
        own = [{"id": name, "title": name, "steps": steps} for name in names]
        made = programme("evne-ambition", {"factors": names}, factors=own)
        assert any("more than 180" in str(warning) for warning in made.warnings())
        text = said(ld.build_document("run-sheet", made, kit="evne-ambition"))
        assert "er mere end 3 timer. Del mødet." in text
        assert "grupper på samme tid" not in text

    def test_two_factors_make_a_longer_meeting_with_a_break_between_them(self) -> None:
        text = run_sheet("evne-ambition", {"start": time(9), "factors": ["balance", "stoette"]})
        assert "9.00–10.55 (115 min)" in text
        assert "heraf 105 min arbejde og 10 min pause" in text
        assert text.count("”hvor er vi nu?” (Balance)") >= 1
        assert text.count("”hvor er vi nu?” (Støtte)") >= 1
        assert "så I kan også holde to møder" in text

    def test_without_a_choice_there_are_papers_for_all_and_one_meeting(self) -> None:
        pack = ld.build_pack("evne-ambition")
        names = [document.name for document in pack]
        assert "21 Værktøjsark - Balance.docx" in names
        assert "21 Værktøjsark - Støtte.docx" in names
        assert "I alt 60 min." in run_sheet("evne-ambition")

    def test_a_chosen_factor_leaves_out_the_papers_of_others(self) -> None:
        names = [
            document.name
            for document in ld.build_pack("evne-ambition", programme("evne-ambition", {"factors": ["balance"]}))
        ]
        assert [name for name in names if "Støtte" in name] == []

    def test_a_ladder_of_ones_own_takes_the_place_of_ours(self) -> None:
        steps = [{"name": f"Niveau {letter}", "text": f"Sådan er {letter}."} for letter in "ABC"]
        own = [
            {"id": "balance", "title": "Balance hos os", "steps": steps},
            {"id": "retning", "title": "Retning", "steps": steps},
        ]
        made = programme(
            "evne-ambition",
            {"factors": ["balance", "retning"]},
            factors=own,
            levels=[{"factor": "retning", "current": [3]}],
        )
        texts = {d.name: said(d) for d in ld.build_pack("evne-ambition", made)}
        assert "Niveau C" in texts["22 Trappe A3 - Balance hos os.docx"]
        assert "Forebyggende" not in "".join(texts.values())
        assert "Niveau A" in texts["21 Værktøjsark - Retning.docx"]
        assert "I behøver ikke nå trin 3." in texts["22 Trappe A3 - Retning.docx"]

    @pytest.mark.parametrize("count", [2, 7, 10])
    def test_a_ladder_has_as_many_steps_as_it_is_given(self, count: int) -> None:
        steps = [{"name": f"Trin {number}", "text": "Hos os sker det."} for number in range(1, count + 1)]
        own = [{"id": "egen", "title": "Egen", "steps": steps}]
        made = programme("evne-ambition", {"factors": ["egen"]}, factors=own)
        for name in (
            "22 Trappe A3 - Egen.docx",
            "21 Værktøjsark - Egen.docx",
            "12 Forberedelse.docx",
            "20 Præsentation.pptx",
        ):
            text = next(said(d) for d in ld.build_pack("evne-ambition", made) if d.name == name)
            assert f"Trin {count}" in text, name

    @pytest.mark.parametrize("count", [1, 11])
    def test_a_ladder_has_two_to_ten_steps(self, count: int) -> None:
        own = [{"id": "egen", "title": "Egen", "steps": [{"name": "N", "text": "T"}] * count}]
        assert len(problems({"factors": own})) == 1
