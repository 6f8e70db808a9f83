"""The meetings of the other tools: how long they get, for whom, how they are split, and what is checked of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.models.meetings import held_meeting
from tests.support.decks import Deck, Slide, text
from tests.support.said import parts, said

LIBRARY = ld.Library.default()
KITS = LIBRARY.kits


def programme(kit: str, meeting: dict[str, Any] | None = None, **more: Any) -> ld.Programme:
    return ld.Programme.load({"organisation": "E", "meetings": {kit: meeting or {}}, **more})


def run_sheet(kit: str, meeting: dict[str, Any] | None = None, **more: Any) -> str:
    return said(ld.build_document("run-sheet", programme(kit, meeting, **more), kit=kit))


def problems(data: dict[str, Any]) -> list[str]:
    with pytest.raises(ld.InputError) as caught:
        ld.Programme.load({"organisation": "E", **data})
    return [str(problem) for problem in caught.value.problems]


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

    def test_there_are_no_more_groups_than_managers(self) -> None:
        assert len(problems({"meetings": {"tu-droeftelse": {"managers": 2, "groups": 3}}})) == 1

    def test_the_clock_follows_the_number_of_managers(self) -> None:
        text = run_sheet("tu-droeftelse", {"start": time(9), "managers": 8})
        assert "9.00–11.55 (175 min)" in text
        assert "I alt 175 min, heraf 165 min arbejde og 10 min pause." in text
        for clock in ("9.10", "9.45", "10.25", "10.35", "11.15", "11.45", "11.55"):
            assert clock in text.splitlines()

    def test_without_a_number_it_says_for_how_many_it_is_planned(self) -> None:
        text = run_sheet("tu-droeftelse")
        assert "Drejebogen er regnet for 6 ledere: 2 timer 35 min" in text
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
        assert "Find jeres eksempler frem: Balance mellem opgaver og ressourcer." in text
        assert "(Balance)" not in text

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
        assert "21 Værktøj - Balance.docx" in names
        assert "21 Værktøj - Støtte.docx" in names
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
        assert "Niveau A" in texts["21 Værktøj - Retning.docx"]
        assert "I behøver ikke nå trin 3." in texts["22 Trappe A3 - Retning.docx"]

    @pytest.mark.parametrize("count", [2, 7, 10])
    def test_a_ladder_has_as_many_steps_as_it_is_given(self, count: int) -> None:
        steps = [{"name": f"Trin {number}", "text": "Hos os sker det."} for number in range(1, count + 1)]
        own = [{"id": "egen", "title": "Egen", "steps": steps}]
        made = programme("evne-ambition", {"factors": ["egen"]}, factors=own)
        for name in (
            "22 Trappe A3 - Egen.docx",
            "21 Værktøj - Egen.docx",
            "12 Forberedelse.docx",
            "20 Præsentation.pptx",
        ):
            text = next(said(d) for d in ld.build_pack("evne-ambition", made) if d.name == name)
            assert f"Trin {count}" in text, name

    @pytest.mark.parametrize("count", [1, 11])
    def test_a_ladder_has_two_to_ten_steps(self, count: int) -> None:
        own = [{"id": "egen", "title": "Egen", "steps": [{"name": "N", "text": "T"}] * count}]
        assert len(problems({"factors": own})) == 1


class TestMarks:
    """Marks are counted step by step, never averaged, and hidden where they would show who gave which."""

    LEVEL: Mapping[str, Any] = {"factor": "balance", "current": [1, 2, 2, 2, 4], "desired": [3, 4, 4, 4, 4]}

    def summary(self, **level: Any) -> ld.Document:
        return ld.build_document("summary", programme("evne-ambition", levels=[{**self.LEVEL, **level}]))

    def test_the_summary_tells_how_they_lie(self) -> None:
        text = said(self.summary())
        assert "Nu: 5 kryds på trin 1–4. Der er 1 på trin 4, 3 på trin 2 og 1 på trin 1." in text
        assert "Ambition: 5 kryds på trin 3–4. Der er 4 på trin 4 og 1 på trin 3." in text
        assert "2,2" not in text

    def test_each_mark_is_a_dot(self) -> None:
        xml = parts(self.summary())["word/document.xml"]
        assert xml.count('prst="ellipse"') == 10

    def test_very_many_marks_share_dots(self) -> None:
        xml = parts(self.summary(current=[2] * 120, desired=[]))["word/document.xml"]
        assert xml.count('prst="ellipse"') == 24
        assert "Hver prik er op til 5 kryds." in xml

    def test_all_on_one_step_is_said_so(self) -> None:
        assert "Nu: Alle 6 kryds er på trin 2." in said(self.summary(current=[2] * 6))

    @pytest.mark.parametrize("document", ["summary", "capability-sheet"])
    def test_fewer_than_five_are_not_told_step_by_step(self, document: str) -> None:
        few = programme(
            "evne-ambition",
            {"factors": ["balance"]},
            levels=[{"factor": "balance", "current": [1, 3, 3, 5], "desired": []}],
        )
        made = ld.build_document(document, few, factor="balance" if document != "summary" else None)
        text = said(made)
        assert "ærre end fem har sat kryds" in text
        assert 'prst="ellipse"' not in parts(made)["word/document.xml"]
        assert "på trin" not in text
        numbers = re.findall(r"^\d+$", text, re.MULTILINE)
        assert numbers.count("5") == 1, "only the number of the step"
        hidden = text.splitlines()[text.splitlines().index("Balance mellem opgaver og ressourcer") :]
        assert hidden.count("–") == 5

    def test_the_step_that_was_agreed_stands_on_both(self) -> None:
        made = programme("evne-ambition", {"factors": ["balance"]}, levels=[{**self.LEVEL, "target": 3}])
        assert "Det trin, vi går efter\n3\n" in said(ld.build_document("summary", made))
        assert "Vi går efter trin: 3" in said(ld.build_document("capability-sheet", made, factor="balance"))

    def test_a_step_that_is_not_there_can_not_be_agreed_on(self) -> None:
        [found] = problems({"levels": [{**self.LEVEL, "target": 6}]})
        assert "has no step 6" in found

    def test_the_preparation_sheet_holds_no_ones_marks(self) -> None:
        text = said(ld.build_document("preparation-sheet", programme("evne-ambition", levels=[self.LEVEL])))
        assert "☒" not in text


class TestDialogue:
    """Questions, own questions, and what was talked about (ledergruppen)."""

    def test_own_questions_stand_on_sheet_cards_and_slides(self) -> None:
        made = programme("ledergruppen", {"own_questions": ["Taler vi nok om det, der lykkes?"]})
        for document in ld.build_pack("ledergruppen", made):
            if document.id in ("dialogue-sheet", "question-cards", "deck"):
                assert "Taler vi nok om det, der lykkes?" in said(document), document.name

    def test_the_dialogue_sheet_asks_for_a_mark_and_only_if_chosen_for_a_rating(self) -> None:
        plain = ld.build_document("dialogue-sheet")
        rated = ld.build_document("dialogue-sheet", programme("ledergruppen", {"scale": True}))
        boxes = [parts(made)["word/document.xml"].count("</w14:checkbox>") for made in (plain, rated)]
        assert boxes == [29 + 2, 29 * 6 + 2]
        assert "Det vil jeg gerne tale om" in said(plain)
        assert "1 = i lav grad, 5 = i høj grad" in said(rated)

    def test_the_dialogue_sheet_is_the_participants_own(self) -> None:
        made = programme("ledergruppen", dialogue=[{"question": "tryghed-1", "rating": 2, "note": "Hemmeligt"}])
        text = said(ld.build_document("dialogue-sheet", made))
        assert "Hemmeligt" not in text
        assert "☒" not in text

    def test_the_agreement_sheet_holds_what_was_said_and_agreed(self) -> None:
        made = programme(
            "ledergruppen",
            {"date": date(2027, 2, 16), "follow_up_date": date(2027, 5, 18)},
            dialogue=[{"question": "tryghed-1", "rating": 2, "note": "Vi taler om de små fejl."}],
            agreements=[
                {"kit": "ledergruppen", "what": "Fast tid til sager", "who": "Lederen", "when": date(2027, 3, 2)},
                {"kit": "tu-droeftelse", "what": "Noget andet"},
            ],
        )
        text = said(ld.build_document("agreement-sheet", made, kit="ledergruppen"))
        for words in (
            "– og lærer vi af dem? (tallet 2 på skalaen fra 1 til 5)",
            "Vi taler om de små fejl.",
            "Fast tid til sager",
            "2. marts 2027",
            "18. maj 2027",
        ):
            assert words in text
        assert "Noget andet" not in text

    def test_the_common_message_stands_on_the_agreement_sheet(self) -> None:
        made = programme("tu-droeftelse", {"message": "Vi har taget tre ting op."})
        assert "Vi har taget tre ting op." in said(ld.build_document("agreement-sheet", made, kit="tu-droeftelse"))

    def test_there_are_cards_to_write_on_and_no_sheet_is_left_half_empty(self) -> None:
        for count in range(7):
            made = programme("ledergruppen", {"own_questions": [f"Spørgsmål {n}?" for n in range(count)]})
            text = said(ld.build_document("question-cards", made))
            blanks = text.count("Skriv spørgsmålet her")
            assert blanks >= 2
            assert (29 + count + blanks) % 4 == 0


class TestDecks:
    """The deck is built from the run sheet's rows, so that the two can't disagree."""

    @pytest.mark.parametrize("kit", LIBRARY.tools)
    def test_the_agenda_tells_the_rows_of_the_run_sheet(self, kit: str) -> None:
        made = programme(
            kit, {"start": time(9), "managers": 7, "factors": ["balance"] if kit == "evne-ambition" else []}
        )
        held = held_meeting(made, LIBRARY, KITS[kit])
        deck = Deck(ld.build_document("deck", made, kit=kit).bytes)
        [agenda] = [text(slide.tree) for slide in deck.slides if "Dagens program" in text(slide.tree)]
        for item in held.items:
            assert (item.short or item.heading) in agenda
        assert f"I alt {held.minutes}" in agenda

    @pytest.mark.parametrize("kit", LIBRARY.tools)
    def test_the_shares_of_the_slides_fill_each_row_and_no_more(self, kit: str) -> None:
        tool = LIBRARY.tools[kit]
        for item in tool.sheet.items:
            slides = tool.deck.slides[str(item.id)]
            shared = sum(slide.minutes or 0 for slide in slides)
            is_open = any(slide.minutes is None and slide.kind != "title" for slide in slides)
            assert shared < item.minutes if is_open else shared == item.minutes, (kit, item.id)

    @pytest.mark.parametrize("kit", LIBRARY.tools)
    @pytest.mark.parametrize("start", [None, time(9)])
    def test_no_slide_is_left_with_a_place_to_fill(self, kit: str, start: time | None) -> None:
        deck = Deck(ld.build_document("deck", programme(kit, {"start": start} if start else {}), kit=kit).bytes)
        for slide in deck.slides:
            assert not re.search(r"[{}]", everything(slide)), text(slide.tree)

    @pytest.mark.parametrize("kit", ["ledergruppen", "tu-droeftelse", "evne-ambition", "lederrollen"])
    def test_every_timed_slide_tells_its_time_to_the_one_who_leads(self, kit: str) -> None:
        for place, slide in LIBRARY.tools[kit].deck.all():
            if slide.minutes != 0:
                assert slide.notes[0].startswith("Tid: "), (kit, place, slide.title)

    def test_the_run_sheet_tells_the_slides_of_each_row(self) -> None:
        kit = "tu-droeftelse"
        deck = Deck(ld.build_document("deck", kit=kit).bytes)
        first = next(n for n, slide in enumerate(deck.slides, 1) if "10 minutter til hver leder" in text(slide.tree))
        assert re.search(rf"^{first}–\d+$", run_sheet(kit), re.MULTILINE)


class TestChecks:
    def test_what_there_is_not_is_told_all_at_once_with_the_nearest(self) -> None:
        found = problems(
            {
                "meetings": {"ledergrupen": {}, "evne-ambition": {"factors": ["balnce"]}},
                "levels": [{"factor": "stoette", "current": [1, 6]}],
                "dialogue": [{"question": "tryghet-1"}, {"question": "egne-1"}],
                "agreements": [{"kit": "tu-drofte"}],
            }
        )
        for words in (
            "no meeting of “ledergrupen”. Did you mean “ledergruppen”?",
            "no factor “balnce”. Did you mean “balance”?",
            "has no step 6. Write a number from 1 to 5.",
            "no question “tryghet-1”. Did you mean “tryghed-1”?",
            "no question “egne-1”.",
            "no kit “tu-drofte”.",
        ):
            assert [line for line in found if words in line], words

    def test_nothing_is_there_twice(self) -> None:
        found = problems(
            {
                "meetings": {"evne-ambition": {"factors": ["balance", "balance"]}},
                "levels": [{"factor": "stoette"}, {"factor": "stoette"}],
                "dialogue": [{"question": "tryghed-1"}, {"question": "tryghed-1"}],
            }
        )
        assert len([line for line in found if "is there twice" in line]) == 3

    def test_an_own_question_can_be_answered(self) -> None:
        programme("ledergruppen", {"own_questions": ["Hvad nu?"]}, dialogue=[{"question": "egne-1", "note": "Ja"}])

    def test_an_agreement_that_is_due_before_its_meeting_is_likely_a_slip(self) -> None:
        made = programme(
            "ledergruppen",
            {"date": date(2027, 3, 2)},
            agreements=[{"kit": "ledergruppen", "what": "x", "when": date(2027, 3, 1)}],
        )
        assert any("comes before 2027-03-02" in str(warning) for warning in made.warnings())

    def test_what_a_meeting_does_not_use_is_told(self) -> None:
        settings = {"groups": 2, "factors": ["balance"], "own_questions": ["Hvad nu?"], "scale": True}
        made = programme("lederrollen", settings)
        assert len([warning for warning in made.warnings() if "does not use it" in str(warning)]) == 4
        assert programme("ledergruppen", {"own_questions": ["Hvad nu?"], "scale": True}).warnings() == ()

    def test_danish_keys_are_read(self) -> None:
        source = (
            "organisation: E\nmøder:\n"
            "  ledergruppen: {skala: ja, egne spørgsmål: [Hvad nu?], opfølgningsdato: 18.5.2027}\n"
            "  evne-ambition: {faktorer: [balance]}\n  tu-droeftelse: {ledere: 7, udmelding: Tak}\n"
            "niveauer: [{faktor: balance, nu: [1], ønsket: [2], tegn: x, senest: 1.12.2027, orienteres: y}]\n"
            "faktorer: [{id: egen, titel: Egen, trin: [{navn: A, beskrivelse: a}, {navn: B, beskrivelse: b}]}]\n"
        )
        made = ld.Programme.load(("forloeb.yaml", source.encode()))
        assert made.meetings["ledergruppen"].scale
        assert made.meetings["tu-droeftelse"].managers == 7
        assert made.factors[0].steps[1].name == "B"


def everything(slide: Slide) -> str:
    return text(slide.tree) + (text(slide.notes) if slide.notes is not None else "")
