"""The case for the agenda of MED: made out to the forum that is next, and true to the plan."""

from __future__ import annotations

import re
from datetime import date

import pytest

import ledertrivsel_docs as ld
from tests.support.office import needs_font, pages
from tests.support.papers import control, forums, is_place, plain, text_of
from tests.support.programmes import filled, with_themes

LIBRARY = ld.Library.default()
ASKS = LIBRARY.words["plan-presentation"]["asks"]
TOOL = LIBRARY.samlet_plan.tool
KIT = LIBRARY.kits["samlet-plan"]
CASE = "med-case"


def proposed(text: str) -> list[str]:
    lines = [re.sub(r"^\s*\[\w+\] ", "", line) for line in text.splitlines()]
    return [line for line in lines if line.startswith("at ")]


def case_itself(made: ld.Programme) -> str:
    """The case without what stands above it for the secretary."""
    return text_of(CASE, made).partition("[Lead]")[2]


class TestCase:
    def test_head_is_made_out_to_the_first_forum_that_has_not_treated_the_plan(self) -> None:
        text = text_of(CASE, filled())
        head = {key: control(text, f"case.{key}") for key in ("forum", "role", "date", "case_number", "contact")}
        assert head == {
            "forum": "Område-MED",
            "role": "Høring",
            "date": "24. februar 2027",
            "case_number": "2027-000123",
            "contact": "HR og Arbejdsmiljø",
        }
        assert "hr@eksempel.dk" in text
        assert all(is_place(text, f"case.{key}") for key in ("openness", "duration", "presenter"))
        assert is_place(text, "case.agenda")

    def test_the_first_forum_gets_a_case_of_its_own(self) -> None:
        text = case_itself(filled())
        assert "Planen er i høring. Svarfristen er onsdag den 3. marts 2027." in text
        assert proposed(text) == ["at Område-MED afgiver høringssvar om planen senest den 3. marts 2027"]
        assert ASKS["hearing"]["title"] in text
        assert all(f"\n{question}\n" in plain(text) for question in ASKS["hearing"]["questions"])
        assert "Skriv svaret på ”43 Høringssvar”." in text
        assert "Send svar senest onsdag den 3. marts 2027 til hr@eksempel.dk." in text
        assert "Bilag 3: 43 Høringssvar (til høringen)" in text
        assert not any(question in text for question in ASKS["discussion"]["questions"])
        assert "case.responses" not in text

    def test_the_secretary_hears_first_what_to_change_for_the_others(self) -> None:
        text = plain(text_of(CASE, filled()))
        above = text.partition("Én sag til alle")[0]
        assert "Til sekretæren: slet afsnittet, før sagen sendes ud" in above
        assert "Sagen er skrevet til Område-MED." in above
        assert "Drøftelse: Hoved-MED den 10. marts 2027 og AMO den 17. marts 2027" in above
        assert "Resumé: ”Planen har været i høring til onsdag den 3. marts 2027." in above
        assert "Indstilling: ”at Hoved-MED og AMO drøfter planen ud fra spørgsmålene nedenfor”" in above
        assert f"{ASKS['discussion']['title']}: ”{' '.join(ASKS['discussion']['questions'])}”" in above
        assert "Bilag: Læg de indkomne høringssvar ved" in above
        assert "Godkendelse: Direktionen den 24. marts 2027" in above
        assert "Indstilling: ”at Direktionen godkender planen”" in above
        assert above.count("Resumé:") == above.count("Bilag:") == 1

    def test_forums_that_are_heard_alike_share_the_case(self) -> None:
        heard = {"role": "høring", "date": date(2027, 2, 24), "deadline": date(2027, 3, 3)}
        text = plain(text_of(CASE, forums({"name": "MED Nord", **heard}, {"name": "MED Syd", **heard})))
        assert "Samme tekst til MED Syd den 24. februar 2027: Ret kun forum og mødedato." in text
        assert "\nat MED Nord og MED Syd afgiver høringssvar om planen senest den 3. marts 2027\n" in text

    def test_after_the_hearing_the_case_is_that_of_the_next_forum(self) -> None:
        made = filled()
        heard, *others = made.plan.forums
        known = (heard.model_copy(update={"outcome": "Har svaret"}), *others)
        text = case_itself(made.model_copy(update={"plan": made.plan.model_copy(update={"forums": known})}))
        assert control(text, "case.forum") == "Hoved-MED"
        assert "Planen har været i høring til onsdag den 3. marts 2027." in text
        assert is_place(text, "case.responses")
        assert "Bilag 3: Indkomne høringssvar (eftersendes, hvis de kommer efter dagsordenen)" in text
        assert proposed(text) == ["at Hoved-MED og AMO drøfter planen ud fra spørgsmålene nedenfor"]
        assert is_place(text, "case.proposal")

    def test_after_the_hearing_the_case_says_so_also_of_a_draft(self) -> None:
        made = filled()
        draft = made.model_copy(update={"plan": made.plan.model_copy(update={"status": "Udkast"})})
        assert "Resumé: ”Planen har været i høring til onsdag den 3. marts 2027." in plain(text_of(CASE, draft))

    def test_forums_stand_in_the_order_of_their_dates(self) -> None:
        made = forums(
            {"name": "Direktionen", "role": "godkendelse", "date": date(2027, 3, 24)},
            {"name": "Uden dato", "role": "orientering"},
            {"name": "MED", "role": "høring", "date": date(2027, 3, 1), "deadline": date(2027, 3, 8)},
            {"name": "AMO", "role": "drøftelse", "date": date(2027, 3, 17), "outcome": "Drøftet"},
        )
        text = text_of(CASE, made)
        assert [control(text, f"forum-{n}.name") for n in range(1, 5)] == ["MED", "AMO", "Direktionen", "Uden dato"]
        assert control(text, "forum-1.deadline") == "8. marts 2027"
        assert control(text, "forum-2.outcome") == "Drøftet"
        assert is_place(text, "forum-4.date")
        assert "forum-2.deadline" not in text
        assert proposed(text) == ["at MED afgiver høringssvar om planen senest den 8. marts 2027"]
        assert re.findall("Indstilling: ”(.*)”", plain(text)) == [
            "at Direktionen godkender planen",
            "at Uden dato tager orienteringen om planen til efterretning",
        ]
        assert control(text, "case.forum") == "MED"

    def test_the_plans_deadline_counts_where_a_hearing_has_none_of_its_own(self) -> None:
        made = forums(
            {"name": "MED", "role": "høring"},
            {"name": "AMO", "role": "høring", "deadline": date(2027, 3, 9)},
            hearing_deadline=date(2027, 3, 3),
        )
        text = text_of(CASE, made)
        assert proposed(text) == ["at MED afgiver høringssvar om planen senest den 3. marts 2027"]
        assert "”at AMO afgiver høringssvar om planen senest den 9. marts 2027”" in text
        assert control(text, "forum-1.deadline") == "3. marts 2027"

    @pytest.mark.parametrize(("role", "word"), TOOL.plan_words.roles.items())
    def test_every_treatment_has_its_proposal_and_questions(self, role: str, word: str) -> None:
        text = text_of(CASE, forums({"name": "MED", "role": word}))
        assert len(proposed(text)) == 1
        assert proposed(text)[0].startswith("at MED ")
        assert ASKS[role]["title"] in text
        assert "Sag til MED." in text
        assert "Til sekretæren" not in text

    @pytest.mark.parametrize(
        ("status", "said"),
        [("Godkendt", "at planen er godkendt og gælder"), ("Historisk", "at planen ikke længere gælder")],
    )
    def test_a_plan_that_is_settled_is_told_of_not_decided_again(self, status: str, said: str) -> None:
        asked = ASKS["settled" if status == "Godkendt" else "past"]
        text = text_of(CASE, forums({"name": "MED", "role": "godkendelse"}, status=status))
        assert said in "\n".join(proposed(text))
        assert "godkender planen" not in "\n".join(proposed(text))
        assert asked["title"] in text
        assert ASKS["past" if status == "Godkendt" else "settled"]["title"] not in text
        assert is_place(text, "case.forum")  # those of the treatment have had it
        assert is_place(text, "case.date")
        assert control(text, "case.role") == "Drøftelse"
        assert "Workshopperne tog " in text

    def test_who_is_told_of_the_decision_gets_the_case_as_information(self) -> None:
        made = forums(
            {"name": "MED", "role": "høring", "date": date(2027, 2, 24)},
            {"name": "Direktionen", "role": "godkendelse", "date": date(2027, 3, 24)},
            {"name": "AMO", "role": "orientering", "date": date(2027, 4, 14)},
            status="godkendt",
        )
        text = text_of(CASE, made)
        assert (control(text, "case.forum"), control(text, "case.role")) == ("AMO", "Orientering")
        assert proposed(text) == ["at forummet tager til efterretning, at planen er godkendt og gælder"]
        assert "Sag til AMO." in text

    def test_blank_has_a_place_for_everything_and_invents_nothing(self) -> None:
        text = text_of(CASE)
        for key in ("forum", "role", "date", "case_number", "contact", "state", "anchoring", "chosen", "parked"):
            assert is_place(text, f"case.{key}"), key
        assert len(re.findall(r"‹forum-\d\.name\?", text)) == 4
        assert len(re.findall(r"‹card-\d\.title\?", text)) == 5
        assert proposed(text) == ["at forummet afgiver høringssvar om planen"]
        for role in ("hearing", "discussion", "approval"):
            assert all(question in text for question in ASKS[role]["questions"])
        assert not re.search(r"\b20\d\d-|januar|februar|marts|kroner|kr\.", plain(text))

    def test_cards_are_listed_with_theme_goal_and_owner(self) -> None:
        text = text_of(CASE, filled())
        assert control(text, "card-2.title") == "Hvordan sikrer vi sparring?"
        assert control(text, "card-2.owner") == "HR"
        assert control(text, "card-2.follow_up_date") == "1. oktober 2027"
        assert control(text, "card-3.goal") == "Ledere har pauser i dagen og holder fri, når de har fri."
        assert "Fire action cards. Hvert kort har en ansvarlig og en dato for opfølgning." in text
        assert "Lange tekster er forkortet" not in text
        assert (
            "Ansvarlige: Nærmeste leder (kort 1), HR (kort 2), Direktionen (kort 3) og Centercheferne (kort 4)." in text
        )
        assert "har en opgave på alle fire kort" in text

    @pytest.mark.parametrize("count", [1, 4, 12])
    def test_every_chosen_theme_has_its_row(self, count: int) -> None:
        text = text_of(CASE, with_themes(count))
        assert len(re.findall(r"‹card-\d+\.title: ", text)) == count
        assert ("i ét action card" if count == 1 else "action cards, ét for hvert tema") in text

    def test_long_texts_are_shortened_and_said_to_be(self) -> None:
        card = {"theme": "sparring", "goal": "Et mål med mange ord. " * 30}
        text = text_of(CASE, themes={"selected": ["sparring"]}, action_cards=[card])
        assert "Lange tekster er forkortet her." in text
        assert control(text, "card-1.goal").endswith("mange ord. Resten står på kortet.")

    @pytest.mark.parametrize(
        ("people", "hours"),
        [(1, "4 timer 40 min for én deltager"), (4, "18 timer 40 min"), (18, "84 timer"), (120, "560 timer")],
    )
    def test_hours_are_summed(self, people: int, hours: str) -> None:
        text = text_of(CASE, participants=people)
        assert "Workshopperne tager 4 timer 40 min for hver deltager" in text
        assert f"i alt {hours}" in text

    def test_workshops_that_are_held_took_their_time(self) -> None:
        assert "Workshopperne tog 4 timer 40 min for hver deltager, i alt 84 timer" in text_of(CASE, filled())

    def test_parked_themes_have_their_reason_and_ratings_their_rule(self) -> None:
        text = plain(text_of(CASE, filled()))
        assert "på tværs? Den nye organisationsplan er ikke vedtaget." in text
        rule = "Vi har brugt medianen; på skalaen fra 1 til 5 regnes 3 og derover som højt."
        assert f"otte af de 13 temaer: Hvor vigtige er de, og hvor godt lykkes vi? {rule}" in text

    def test_one_card_is_spoken_of_as_one(self) -> None:
        card = {"theme": "sparring", "representatives_role": "AMR er med."}
        text = text_of(CASE, themes={"selected": ["sparring"]}, action_cards=[card])
        assert "Kortet står i sin helhed i planen." in text
        assert "har en opgave på kortet." in text

    def test_hours_count_the_introduction_and_stay_away_where_nobody_knows_how_many_come(self) -> None:
        assert "5 timer 25 min for hver deltager" in text_of(CASE, workshops={"prepare": {"intro": True}})
        assert "i alt" not in plain(text_of(CASE)).partition("Workshopperne")[2].partition("HR’s")[0]

    def test_source_is_quoted_to_the_letter(self) -> None:
        text = text_of(CASE)
        assert f"”{TOOL.purpose.text}”" in text
        assert f"”{LIBRARY.samlet_plan.action_card.advice.publish}”" in text

    def test_attachments_are_called_what_the_kit_calls_them(self) -> None:
        named = {document.id: document.title for document in KIT.documents}
        text = text_of(CASE, filled())
        assert f"Bilag 1: {named['plan']}, version 0.9" in text
        assert f"{named['hearing-response']} (til høringen)" in text
        for id_ in LIBRARY.words[CASE]["attached"]:
            assert id_ in named
            assert named[id_] in text

    def test_steps_on_one_day_are_dated_once(self) -> None:
        day = {"date": date(2027, 1, 12)}
        text = text_of(CASE, workshops=dict.fromkeys(("prepare", "qualify", "concretise"), day))
        assert "Planen er lavet den 12. januar 2027 i tre trin: Forbered, Kvalificer og Konkretiser." in text
        some = text_of(CASE, workshops={"qualify": day})
        assert "Planen er lavet i tre trin: Forbered, Kvalificer den 12. januar 2027 og Konkretiser." in some

    def test_decision_and_remarks_are_left_to_the_meeting(self) -> None:
        text = text_of(CASE, filled())
        assert is_place(text, "case.remarks")
        assert is_place(text, "case.decision")

    def test_fits_three_pages(self) -> None:
        needs_font(ld.Brand.default().fonts.body)
        assert pages([ld.build_document(CASE, made) for made in (None, filled())]) == [3, 3]
