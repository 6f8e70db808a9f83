"""What `collect` has gathered is printed: every word of it in the plan, where it belongs, with its line breaks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents.plan_cards import one_a_theme, plan_cards
from ledertrivsel_docs.documents.told import told_parts
from ledertrivsel_docs.models.written_cards import letter
from tests.support import deck_rules, rules
from tests.support.collected import CARD, SHEET, THEMES, WHO, card, collected, followed, hostile, note, said, sheet
from tests.support.deck_outline import outline as deck_outline
from tests.support.office import needs_font, needs_tool, pages
from tests.support.outline import outline
from tests.support.programmes import filled
from tests.support.validator import COMMAND, findings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIBRARY = ld.Library.default()
PLAN = LIBRARY.words["plan"]
TITLES = {theme: LIBRARY.samlet_plan.themes.by_id()[theme].title for theme in THEMES}
HEADS = {
    "nye-ledere": f"Kort 1: {TITLES['nye-ledere']}",
    "sparring": f"Kort 2a og 2b: {TITLES['sparring']}",
    "restitution": f"Kort 3: {TITLES['restitution']}",
}
KIT = LIBRARY.kits["samlet-plan"]

Said = tuple[tuple[str, ...], str]
"""The headings above a paragraph, and its text with line breaks."""


def text_of(paragraph: etree._Element) -> str:
    breaks = {f"{W}br": "\n", f"{W}tab": "\t"}
    pieces = (piece for run in paragraph.iter(f"{W}r") for piece in run)
    return "".join(breaks.get(str(piece.tag)) or piece.text or "" for piece in pieces)


def paragraphs(data: bytes) -> Iterator[Said]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    heads: dict[int, str] = {}
    for paragraph in tree.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val", "")
        text = text_of(paragraph)
        if name.startswith("Heading"):
            level = int(name.removeprefix("Heading")[:1])
            heads = {at: head for at, head in heads.items() if at < level} | {level: text}
        else:
            yield tuple(heads[level] for level in sorted(heads) if level > 1), text


def plan(programme: ld.Programme) -> set[Said]:
    return set(paragraphs(ld.build_document("plan", programme).bytes))


def made(document: str, programme: ld.Programme, theme: str | None = None) -> str:
    found = ld.build_document(document, programme, theme=theme)
    return (deck_outline if found.name.endswith("pptx") else outline)(found.bytes)


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
        with zipfile.ZipFile(io.BytesIO(document.bytes)) as package:
            assert not any(WHO.encode() in package.read(name) for name in package.namelist()), document.path


def test_two_cards_for_a_theme_are_both_kept_and_the_conflict_is_named() -> None:
    programme = collected()
    named = "Kort 2a og 2b handler om samme tema og er ikke lagt sammen."
    ask = "Vælg ét af dem, eller saml dem, før planen godkendes."
    for document in ("plan", "med-case", "plan-presentation"):
        text = made(document, programme)
        assert named in text, document
        assert f"{named} {ask}" in text, document
    on_card = "Der er to kort om dette tema: 2a og 2b. De er ikke lagt sammen."
    for place in ("2a", "2b"):
        assert ((f"Kort {place}: {TITLES['sparring']}",), f"{on_card} {ask}") in plan(programme)
    for document in ("plan-presentation", "apv-view", "hearing-response"):
        assert on_card in made(document, programme), document
    assert not any(on_card in text for above, text in plan(programme) if above[-1:] == (HEADS["nye-ledere"],))


def test_a_plan_that_is_approved_with_two_cards_says_so_without_a_before() -> None:
    text = made("plan", collected(plan={"status": "godkendt"}))
    assert "Vælg ét af dem, eller saml dem." in text
    assert "før planen godkendes" not in text


def test_a_theme_with_two_cards_is_counted_and_evaluated_once() -> None:
    programme = collected()
    assert "Alle tre valgte temaer ligger i feltet" in made("plan", programme)
    assert "Planen handler om tre temaer:" in made("intranet-text", programme)
    assert [card.number for card in one_a_theme(plan_cards(LIBRARY, programme))] == ["1", "2", "3"]
    assert made("evaluation", programme).count(TITLES["sparring"]) == 1


def test_each_card_has_a_paper_of_its_own_by_the_plans_number() -> None:
    names = [document.name for document in ld.build_pack("samlet-plan", collected())]
    assert [name for name in names if name.startswith("35")] == [
        "35 Action card - Nye ledere.docx",
        "35 Action card - Sparring (2a).docx",
        "35 Action card - Sparring (2b).docx",
        "35 Action card - Restitution.docx",
    ]
    for number, place in ((1, "2a"), (2, "2b")):
        text = made(f"35 Action card - Sparring ({place})", collected())
        assert f"rolle {number}" in text.casefold()
        assert f"kort {place}" in text


def test_a_card_that_could_be_either_is_asked_for_by_its_name() -> None:
    with pytest.raises(ld.InputError, match=r"35 Action card - Sparring \(2a\), 35 Action card - Sparring \(2b\)"):
        ld.build_document("action-card", collected(), theme="sparring")


@pytest.mark.parametrize("document", ["status-sheet", "hearing-response", "leader-group-feedback", "next-steps"])
def test_tags_of_two_cards_differ_and_the_first_keeps_the_themes_id(document: str) -> None:
    with zipfile.ZipFile(io.BytesIO(ld.build_document(document, collected()).bytes)) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    tags = [tag.get(f"{W}val", "") for tag in tree.iter(f"{W}tag")]
    assert len(tags) == len(set(tags))
    assert {"sparring", "sparring-2"} <= {tag.partition(".")[0] for tag in tags}


def test_keys_of_cards_are_not_those_of_own_themes() -> None:
    own = [{"id": "sparring-2", "title": "Hvordan er det at være to?"}]
    themes = {"own": own, "selected": ["sparring", "sparring-2"]}
    programme = collected(themes=themes, action_cards=[card("sparring", 1), card("sparring", 2), card("sparring-2", 3)])
    assert [found.key for found in plan_cards(LIBRARY, programme)] == ["sparring", "sparring-3", "sparring-2"]


def test_check_warns_of_a_second_card_with_its_line() -> None:
    text = "organisation: Os\naction_cards:\n  - {theme: sparring, goal: Et}\n  - {theme: krydspres, goal: To}\n"
    text += "  - {theme: sparring, goal: Tre, source: b.docx}\n  - {theme: sparring, source: c.docx}\n"
    _, warnings = ld.Programme.check(("forloeb.yaml", text.encode()))
    assert [(problem.line, "another card" in str(problem)) for problem in warnings] == [(5, True)]


@pytest.mark.parametrize(("place", "shown"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (52, "ba")])
def test_cards_beyond_the_alphabet_have_two_letters(place: int, shown: str) -> None:
    assert letter(place, 60) == shown


def test_the_newest_follow_up_tells_how_far_a_card_is() -> None:
    programme = collected()
    first = plan_cards(LIBRARY, programme)[0]
    assert (first.answers["status"], first.answers["follow_up_date"]) == ("Gennemført", date(2028, 10, 3))
    for document in ("plan", "apv-view", "plan-presentation", "status-sheet", "next-steps"):
        text = made(document, programme)
        assert "Gennemført" in text, document
        assert "3. oktober 2028" in text, document


def test_a_follow_up_of_a_theme_with_two_cards_changes_neither() -> None:
    follow_ups = [followed("sparring", date(2027, 10, 5), "I gang", date(2028, 4, 4))]
    programme = collected(follow_ups=follow_ups)
    assert [found.answers.get("status") for found in plan_cards(LIBRARY, programme)] == [
        "Aftalt",
        "Aftalt",
        "Aftalt",
        None,
    ]
    assert PLAN["told"]["said"]["title"] in made("plan", programme)


def test_a_theme_without_a_card_shows_the_status_of_its_follow_up() -> None:
    programme = collected(follow_ups=[followed("restitution", date(2027, 10, 5), "I gang", date(2028, 4, 4))])
    assert plan_cards(LIBRARY, programme)[-1].answers["status"] == "I gang"


def test_the_status_sheet_tells_what_was_decided_last() -> None:
    text = made("status-sheet", collected())
    assert "Sidst: Vi skriver om next nye-ledere 2028-04-04" in text
    assert "2027-10-05" not in text


def test_tasks_that_are_agreed_stand_on_the_overview_next_time() -> None:
    text = made("next-steps", collected())
    assert "task1.who: HR" in text
    assert "16. februar 2027" in text
    assert "task6.who?" in text
    many = [{"kit": "samlet-plan", "what": f"Opgave {number}"} for number in range(8)]
    assert "task8.what: Opgave 7" in (text := made("next-steps", collected(agreements=many)))
    assert "task9.what?" in text
    assert "task10" not in text


def test_agreements_of_the_plan_are_shown_and_nothing_warns() -> None:
    assert not [problem for problem in collected().warnings() if "agreement" in str(problem)]


@pytest.mark.parametrize("document", ["22", "32"])
def test_decks_start_from_what_was_found_before(document: str) -> None:
    text = made(document, collected())
    if document == "22":
        assert "Sparring: Felt 1, ”Vigtigt, men lykkes ikke godt”: vigtigt 5, lykkes 1,5 (median, 4 grupper)" in text
        assert " ".join(said("begrundelse", "sparring", 3).split()) in text
        assert " ".join(said("derfor valgte vi").split()) in text
    else:
        assert "Idéer fra sidst: Sparring" in text
        assert said("ideas", "sparring", 2).splitlines()[0] in text
        assert " ".join(said("missing", "sparring", 2).split()) in text


def test_the_worksheet_tells_what_the_first_workshop_found() -> None:
    text = made("theme-qualification", collected(qualification=[]), theme="sparring")
    assert "Fra workshop 1: Felt 1" in text
    assert "Mødelederen har de 4 begrundelser." in text
    assert "Fra workshop 1" not in made(
        "theme-qualification", collected(themes={"selected": list(THEMES)}), theme="sparring"
    )


def test_the_worksheet_gives_back_what_each_group_bases_its_mark_on() -> None:
    text = made("theme-qualification", collected(), theme="sparring")
    for group in range(1, 5):
        assert said("assessment_basis", "sparring", group).splitlines()[0] in text


def test_a_blank_card_shows_the_ideas_and_answers_nothing() -> None:
    text = made("action-card", collected(), theme="restitution")
    assert "Idéer fra sidst: Vi skriver om ideas restitution 1" in text
    assert "‹goal?:" in text
    assert "Idéer fra sidst" not in made("action-card", collected(), theme="nye-ledere")


@pytest.mark.parametrize("make", [collected, hostile])
def test_every_document_keeps_the_rules(make: Callable[[], ld.Programme], tmp_path: Path) -> None:
    pack = ld.build_pack("samlet-plan", make())
    broken = {"docx": rules.broken, "pptx": deck_rules.broken}
    assert [f"{made.path}: {line}" for made in pack for line in broken[made.name[-4:]](made.bytes)] == []
    needs_tool(COMMAND)
    pack.save(tmp_path)
    assert findings([tmp_path / made.path for made in pack]) == []


def test_papers_for_a_workshop_still_fit_their_page(tmp_path: Path) -> None:
    """Also with the line that tells what was found before, which takes room from what is to be written."""
    needs_tool("soffice")
    needs_font(ld.Brand.default().fonts.body)
    unqualified, uncarded = collected(qualification=[], action_cards=[]), collected(action_cards=[])
    made = {f"{theme}.docx": ld.build_document("theme-qualification", unqualified, theme=theme) for theme in THEMES}
    made |= {f"{theme} 2.docx": ld.build_document("action-card", uncarded, theme=theme) for theme in THEMES}
    for name, document in made.items():
        (tmp_path / name).write_bytes(document.bytes)
    assert pages([tmp_path / name for name in made]) == [1] * len(made)


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
