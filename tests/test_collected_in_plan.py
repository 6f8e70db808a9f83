"""What `collect` has gathered is printed: every word of it in the plan, where it belongs, with its line breaks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents.plan_cards import plan_cards
from ledertrivsel_docs.documents.told import told_parts
from tests.support.collected import CARD, SHEET, THEMES, WHO, collected, hostile, note, said, sheet
from tests.support.faults import faults
from tests.support.office import needs_tool
from tests.support.packages import unzipped
from tests.support.printed_answers import HEADS, LIBRARY, PLAN, TITLES, made, paragraphs, plan
from tests.support.programmes import filled
from tests.support.validator import COMMAND, findings

KIT = LIBRARY.kits["samlet-plan"]


def test_every_word_of_the_groups_stands_in_its_place() -> None:
    found, form = plan(collected()), LIBRARY.samlet_plan.qualification
    labels = {asked.key: asked.label for asked in form.questions} | {
        asked.key: asked.label for asked in form.own_fields
    }
    for theme in THEMES:
        for group, who in ((1, "Gruppe 1"), (2, "Gruppe 2"), (3, "Gruppe 3"), (4, "En gruppe")):
            above = (PLAN["told"]["written"]["title"], HEADS[theme])
            for field in SHEET:
                basis, text = field == "assessment_basis", said(field, theme, group)
                label = labels["assessment" if basis else field]
                assert ((*above, label), f"{who}: " + ("2 af 5\n" if basis else "") + text) in found
            reason = said("begrundelse", theme, group)
            assert ((*above, PLAN["rating_reason"]), f"Gruppe {group}: {reason}") in found
    chosen = (PLAN["told"]["written"]["title"], PLAN["chosen"], PLAN["why_chosen"])
    assert (chosen, said("derfor valgte vi")) in found


def test_every_word_of_the_cards_stands_on_its_own_page() -> None:
    found = plan(collected())
    for theme, number, place in (("nye-ledere", 1, "1"), ("sparring", 1, "2a"), ("sparring", 2, "2b")):
        for field in CARD:
            text = f"Rolle {number}" if field == "owner" else said(field, theme, "kort", number)
            assert ((f"Kort {place}: {TITLES[theme]}",), text) in found


def test_every_word_of_the_follow_ups_and_the_notes_stands_in_its_place() -> None:
    found = plan(collected())
    columns = LIBRARY.words["status-sheet"]["columns"]
    for day, shown in ((date(2027, 10, 5), "5. oktober 2027"), (date(2028, 4, 4), "4. april 2028")):
        above = (PLAN["told"]["said"]["title"], HEADS["nye-ledere"], shown)
        for field in ("done", "effect", "next"):
            assert (above, f"{columns[field]} {said(field, 'nye-ledere', day)}") in found
    above = (PLAN["told"]["notes"]["title"], "05 Det ved vi om ledernes trivsel", "Sygefravær")
    assert {(above, said("known-facts", "Sygefravær", "")), (above, said("known-facts", "Sygefravær", "igen"))} <= found
    above = (PLAN["told"]["notes"]["title"], "23 Viden og mandat siden sidst", "Sparring: viden")
    assert (above, said("knowledge-sheet", "Sparring: viden", "")) in found
    assert (PLAN["follow_up"], PLAN["agreed"]) in {above for above, _ in found}
    assert ((PLAN["follow_up"], PLAN["agreed"]), said("opgaven")) in found


def test_the_latest_follow_up_is_told_first() -> None:
    text = made("plan", collected())
    assert text.index("] 4. april 2028") < text.index("] 5. oktober 2027")


def test_what_a_leader_group_tells_is_put_together_before_it_is_shown() -> None:
    notes = [note("leader-group-feedback", field) for field in ("Ledere til stede", "Hvad i planen hjælper os mest?")]
    made_of = plan(collected(notes=[*notes, note("known-facts", "Sygefravær")]))
    assert not any("leader-group-feedback" in text or "Tilbagemelding" in " ".join(above) for above, text in made_of)
    assert any("known-facts" in text for _, text in made_of)


def test_answers_in_the_hearing_stand_in_the_case_and_not_in_the_plan() -> None:
    answer = f"Er målene de rigtige? {said('hearing-response', 'Er målene de rigtige?', '')}"
    case = set(paragraphs(ld.build_document("med-case", collected()).bytes))
    assert answer in {text for _, text in case}
    assert not any("hearing-response" in text for _, text in plan(collected()))


def test_no_document_names_the_file_that_an_answer_was_read_in() -> None:
    for document in ld.build_pack("samlet-plan", collected()):
        assert not any(WHO.encode() in content for content in unzipped(document.bytes).values()), document.path


def test_agreements_of_the_plan_are_shown_and_nothing_warns() -> None:
    assert not [problem for problem in collected().warnings() if "agreement" in str(problem)]


@pytest.mark.parametrize("make", [collected, hostile])
def test_every_document_keeps_the_rules(make: Callable[[], ld.Programme], tmp_path: Path) -> None:
    pack = ld.build_pack("samlet-plan", make())
    assert faults(pack) == []
    needs_tool(COMMAND)
    pack.save(tmp_path)
    assert findings([tmp_path / made.path for made in pack]) == []


def test_nothing_collected_leaves_no_trace() -> None:
    for programme in (ld.Programme.blank(), ld.Programme.model_validate({"organisation": "Os"})):
        assert told_parts(LIBRARY, programme, KIT, plan_cards(LIBRARY, programme)) == []
    bare = filled().model_copy(update={"qualification": ()})
    assert told_parts(LIBRARY, bare, KIT, plan_cards(LIBRARY, bare)) == []


def test_a_persons_reason_isnt_told() -> None:
    rated = {"theme": "sparring", "importance": 5, "success": 1, "person": "deltager-7", "reason": "Det mangler."}
    found = plan(collected(themes={"selected": ["sparring"], "ratings": [rated]}))
    assert not any("deltager-7" in text or "Det mangler." in text for _, text in found)


line = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=30)
answer = st.lists(line, min_size=1, max_size=4).map("\n".join)


@settings(max_examples=15, deadline=None)
@given(st.lists(answer, min_size=5, max_size=5))
def test_any_text_stands_as_it_was_written(texts: list[str]) -> None:
    ideas, done, reasons, noted, goal = texts
    programme = collected(
        themes={"selected": ["sparring"], "reasons": reasons},
        qualification=[{**sheet("sparring", 1), "ideas": ideas}],
        follow_ups=[{"theme": "sparring", "done": done}],
        notes=[{**note("known-facts", "Felt"), "text": noted}],
        action_cards=[{"theme": "sparring", "goal": goal}],
    )
    found = {text for _, text in plan(programme)}
    assert {f"Gruppe 1: {ideas}", f"Hvad er der gjort? {done}", reasons, noted, goal} <= found
