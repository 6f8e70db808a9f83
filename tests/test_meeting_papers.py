"""What the papers of the other tools' meetings show: marks, questions and agreements, and the slides of the rows."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any

import pytest
from pptx import Presentation

import ledertrivsel_docs as ld
from ledertrivsel_docs.models.meetings import held_meeting
from tests.support.decks import Deck, Slide, text
from tests.support.meetings import LIBRARY, problems, programme, run_sheet
from tests.support.said import parts, said

KITS = LIBRARY.kits


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
    @pytest.mark.parametrize("kind", ["current", "desired"])
    @pytest.mark.parametrize("marks", [[5], [2, 2], [1, 3, 5], [1, 3, 3, 5]])
    def test_fewer_than_five_are_not_told_step_by_step(self, document: str, kind: str, marks: list[int]) -> None:
        levels = [{"factor": "balance", kind: marks}]
        few = programme("evne-ambition", {"factors": ["balance"]}, levels=levels)
        made = ld.build_document(document, few, factor="balance" if document != "summary" else None)
        text = said(made)
        assert "ærre end fem har sat kryds" in text
        assert 'prst="ellipse"' not in parts(made)["word/document.xml"]
        assert "på trin" not in text.replace("der er på hvert trin", "")
        assert text.splitlines().count("–") == 5, "a dash for each step in place of its count"
        counted = [line for line in text.splitlines() if re.fullmatch(r"\d+", line)]
        assert counted == ["5", "4", "3", "2", "1"], "the numbers of the steps alone"

    def test_the_step_that_was_agreed_stands_on_both(self) -> None:
        made = programme("evne-ambition", {"factors": ["balance"]}, levels=[{**self.LEVEL, "target": 3}])
        assert "Det trin, vi går efter\n3\n" in said(ld.build_document("summary", made))
        assert "Vi går efter trin: 3" in said(ld.build_document("capability-sheet", made, factor="balance"))

    def test_a_step_that_is_not_there_can_not_be_agreed_on(self) -> None:
        [found] = problems({"levels": [{**self.LEVEL, "target": 6}]})
        assert "has no step 6" in found

    @pytest.mark.parametrize("count", [2, 5, 10])
    def test_the_ladder_gets_darker_upwards(self, count: int) -> None:
        steps = [{"name": f"Trin {number}", "text": "Sådan er det."} for number in range(count)]
        made = programme("evne-ambition", factors=[{"id": "ro", "title": "Ro", "steps": steps}])
        xml = parts(ld.build_document("ladder", made, factor="ro"))["word/document.xml"]
        fills = re.findall(r'<w:shd [^>]*w:themeFill="(\w+)"(?: w:themeFillTint="(\w\w)")?/>', xml)
        assert len(fills) == count
        assert fills[0] == ("accent1", "")
        tints = [int(tint, 16) for name, tint in fills[1:] if name == "accent6"]
        assert tints == sorted(tints, reverse=True)

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
            if document.id == "deck":
                assert "Jeres egne spørgsmål" in said(document)
                assert "Formuler selv" not in said(document)

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

    @pytest.mark.parametrize(("contact", "sender"), [({"name": "HR", "email": "hr@e.dk"}, "HR"), ({}, "Konsulenten")])
    def test_the_one_to_write_to_signs_the_invitation(self, contact: dict[str, str], sender: str) -> None:
        made = programme("ledergruppen", {"facilitator": "Konsulenten"}, **({"contact": contact} if contact else {}))
        assert f"Venlig hilsen{sender}E" in said(ld.build_document("invitation", made, kit="ledergruppen"))

    @pytest.mark.parametrize(("own", "scale", "pages"), [(0, False, 1), (3, False, 1), (6, False, 2), (2, True, 2)])
    def test_own_questions_stand_at_the_foot_of_the_dialogue_sheet(self, own: int, scale: bool, pages: int) -> None:
        made = programme("ledergruppen", {"scale": scale, "own_questions": [f"Egen {n}?" for n in range(own)]})
        lines = said(ld.build_document("dialogue-sheet", made)).splitlines()
        foot = lines.index("Andet? Formuler selv de spørgsmål, I evt. savner…")
        numbers = [int(found[1]) for line in lines if (found := re.match(r"\W*(\d+)\. ", line))]
        assert numbers == list(range(1, 30 + own)), "in order"
        assert lines.count("Flere spørgsmål") == pages - 1
        if pages == 2:
            assert lines[foot - 1] == "Flere spørgsmål", "no question of the tool's own is torn off"

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
    @pytest.mark.parametrize("start", [None, time(9)])
    def test_no_slide_is_left_with_a_place_to_fill(self, kit: str, start: time | None) -> None:
        deck = Deck(ld.build_document("deck", programme(kit, {"start": start} if start else {}), kit=kit).bytes)
        for slide in deck.slides:
            assert not re.search(r"[{}]", everything(slide)), text(slide.tree)

    @pytest.mark.parametrize("kit", ["ledergruppen", "tu-droeftelse", "evne-ambition", "lederrollen"])
    def test_every_timed_slide_tells_its_time_to_the_one_who_leads(self, kit: str) -> None:
        for place, slide in LIBRARY.tools[kit].deck.all():
            if slide.minutes != 0:
                first = next(note for note in slide.notes if "{too_long}" not in note)
                assert first.startswith("Tid: "), (kit, place, slide.title)

    def test_the_run_sheet_tells_the_slides_of_each_row(self) -> None:
        kit = "tu-droeftelse"
        deck = Deck(ld.build_document("deck", kit=kit).bytes)
        first = next(n for n, slide in enumerate(deck.slides, 1) if "10 minutter til hver leder" in text(slide.tree))
        assert re.search(rf"^{first}–\d+$", run_sheet(kit), re.MULTILINE)

    @pytest.mark.parametrize("own", [[], ["Hvad tør vi ikke tale om?"]])
    def test_the_notes_tell_where_the_questions_in_reserve_are(self, own: list[str]) -> None:
        made = programme("ledergruppen", {"start": time(9), "own_questions": own})
        deck = Deck(ld.build_document("deck", made, kit="ledergruppen").bytes)
        [told] = re.findall(r"Spørgsmål (1–3 på .*)\.", "\n".join(map(everything, deck.slides)))
        found = re.findall(r"(\d+)(?:–\d+)? på slide\xa0(\d+)", told)
        assert len(found) == 6 + len(own)
        closing = next(n for n, slide in enumerate(deck.slides, 1) if "Tak for i dag!" in text(slide.tree))
        for question, number in found:
            shown = text(deck.slides[int(number) - 1].tree)
            assert f"{question}\t" in shown, (question, number)
            assert int(number) > closing
            assert "Til kl." not in shown
        assert "\n7\n" in run_sheet("ledergruppen", {"start": time(9)})

    @pytest.mark.parametrize("factors", [["balance"], ["stoette", "balance"]])
    def test_the_one_who_leads_is_told_where_the_ladder_is(self, factors: list[str]) -> None:
        made = programme("evne-ambition", {"factors": factors})
        deck = Deck(ld.build_document("deck", made, kit="evne-ambition").bytes)
        told = re.findall(r"Den er på slide\xa0(\d+)\.", "\n".join(map(everything, deck.slides)))
        ladders = [str(n) for n, slide in enumerate(deck.slides, 1) if ": Trappen" in text(slide.tree)]
        assert told == ladders
        shown = " og ".join(f"slide {number}" for number in ladders)
        assert f"På skærmen er den på {shown}:" in said(ld.build_document("run-sheet", made, kit="evne-ambition"))

    def test_round_one_tells_when_to_turn_the_slide(self) -> None:
        deck = Deck(
            ld.build_document("deck", programme("tu-droeftelse", {"start": time(9)}), kit="tu-droeftelse").bytes
        )
        notes = "\n".join(map(everything, deck.slides))
        assert "Gør: Ca. kl. 9.30: Vis de næste spørgsmål." in notes.replace("\xa0", " ")


def everything(slide: Slide) -> str:
    return text(slide.tree) + (text(slide.notes) if slide.notes is not None else "")


def test_the_deck_tells_what_most_would_like_to_talk_about_once_five_have_said_so() -> None:
    def notes(people: int) -> str:
        marks = [{"question": "sparring-1", "wanted": True, "person": f"p{number}"} for number in range(people)]
        programme = ld.Programme.load({"organisation": "Kommune", "dialogue": marks})
        deck = Presentation(io.BytesIO(ld.build_document("deck", programme, kit="ledergruppen").bytes))
        return "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)

    assert "flest krydser ved spørgsmål 16 (5 kryds)" in notes(5)
    assert "flest krydser" not in notes(4)


def test_what_a_group_wrote_on_its_agreement_sheet_is_printed_again() -> None:
    note = {"kit": "ledergruppen", "document": "agreement-sheet", "field": "Det talte vi om", "text": "Alt\nmuligt"}
    programme = ld.Programme.load({"organisation": "Kommune", "notes": [note]})
    [file] = ld.collect([("ark.docx", ld.build_document("agreement-sheet", programme, kit="ledergruppen").bytes)]).files
    assert [note.text for note in ld.Answers((file,)).notes] == ["Alt\nmuligt"]
