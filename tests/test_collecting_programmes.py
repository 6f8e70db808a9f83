"""Forms that were printed from another programme than they are collected into, and rows that people have changed."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting.opened import Opened, opened
from ledertrivsel_docs.collecting.sheet import lines_of
from tests.support.cards import LIBRARY, Card, runs, told, w
from tests.support.programmes import filled
from tests.support.word import W

AS_IT_IS, NAMELESS = Card.as_it_is, lambda card: card.without_names().saved_by("LibreOffice/7.4")
SAVES = pytest.mark.parametrize("saved", [AS_IT_IS, NAMELESS], ids=["Word", "LibreOffice"])
Saved = Callable[[Card], Card]


def own(*names: str) -> ld.Programme:
    themes = [{"id": name.casefold(), "title": name} for name in names]
    return ld.Programme.load({"organisation": "Kommune", "themes": {"own": themes}})


def collected(card: Card, programme: ld.Programme | None = None) -> ld.Answers:
    return ld.collect([("svar.docx", card.bytes())], programme=programme)


def ratings(answers: ld.Answers) -> dict[str, tuple[float, float]]:
    return {one.theme: (one.importance, one.success) for one in answers.ratings}


def rated(programme: ld.Programme, **marks: tuple[int, int]) -> Card:
    card = Card(ld.build_document("theme-worksheet", programme).bytes)
    for theme, (importance, success) in marks.items():
        card.tick(f"{theme}.importance.{importance}").tick(f"{theme}.success.{success}")
    return card


@SAVES
def test_a_theme_that_is_gone_from_the_programme_doesnt_become_another_one(saved: Saved) -> None:
    card = saved(rated(own("Alfa", "Beta"), alfa=(4, 2), beta=(1, 3)))
    answers = collected(card, own("Beta"))
    assert ratings(answers) == {"alfa": (4, 2), "beta": (1, 3)}
    assert [theme.title for theme in answers.own_themes] == ["Alfa"]
    assert [problem for problem in answers.problems if not problem.warning] == []


@SAVES
def test_themes_in_another_order_keep_their_answers(saved: Saved) -> None:
    card = saved(rated(own("Alfa", "Beta", "Gamma"), alfa=(4, 2), beta=(1, 3), gamma=(5, 5)))
    assert ratings(collected(card, own("Gamma", "Alfa", "Beta"))) == {"alfa": (4, 2), "beta": (1, 3), "gamma": (5, 5)}


@SAVES
def test_a_sheet_printed_before_a_theme_was_added_is_read(saved: Saved) -> None:
    answers = collected(saved(rated(own("Alfa"), alfa=(4, 2))), own("Nyt", "Alfa"))
    assert ratings(answers) == {"alfa": (4, 2)}
    assert [problem for problem in answers.problems if not problem.warning] == []


@SAVES
def test_status_rows_are_known_by_their_theme_whatever_is_chosen_now(saved: Saved) -> None:
    programme = filled().resolved()
    card = Card(ld.build_document("status-sheet", programme, brand=ld.Brand.default()).bytes)
    card = saved(card.fill("restitution.done", text="Gjort").fill("restitution.status", text="I gang"))
    chosen = programme.themes.model_copy(update={"selected": ("restitution", "sparring")})
    for now in (programme, programme.model_copy(update={"themes": chosen, "action_cards": ()})):
        [follow_up] = collected(card, now).follow_ups
        assert (follow_up.theme, follow_up.done, follow_up.status) == ("restitution", "Gjort", "I gang")


@SAVES
def test_rows_in_another_order_keep_their_answers(saved: Saved) -> None:
    programme = filled().resolved()
    card = Card(ld.build_document("status-sheet", programme, brand=ld.Brand.default()).bytes)
    row = card.fill("sparring.done", text="Gjort").row("sparring.done")
    table = row.getparent()
    assert table is not None
    table.append(row)
    [follow_up] = collected(saved(card), programme).follow_ups
    assert (follow_up.theme, follow_up.done) == ("sparring", "Gjort")


def agreements(card: Card) -> list[tuple[str | None, str | None]]:
    return [(one.what, one.who) for one in collected(card).agreements]


def agreement_sheet() -> Card:
    card = Card(ld.build_document("agreement-sheet", kit="tu-droeftelse").bytes)
    return card.fill("agreement.1.what", text="Første").fill("agreement.1.who", text="HR")


@SAVES
@pytest.mark.parametrize("after", [1, 8])
def test_a_row_added_with_tab_is_read(saved: Saved, after: int) -> None:
    card = agreement_sheet()
    texts = ("9", "Tilføjet\nog mere", "AMR", "")
    card.row(f"agreement.{after}.what").addnext(w("tr", *(w("tc", w("p", *runs(text))) for text in texts)))
    assert ("Tilføjet\nog mere", "AMR") in agreements(saved(card))
    assert ("Første", "HR") in agreements(saved(card))


def test_a_row_copied_with_its_controls_is_read_beside_the_first() -> None:
    card = agreement_sheet()
    row = card.row("agreement.1.what")
    copied = deepcopy(row)
    next(text for text in copied.iter(W + "t") if text.text == "Første").text = "Kopieret"
    row.addnext(copied)
    assert agreements(card) == [("Første", "HR"), ("Kopieret", "HR")]


@SAVES
def test_a_mark_may_be_written_as_a_number_or_with_an_x(saved: Saved) -> None:
    card = Card(ld.build_document("theme-worksheet").bytes)
    cell = next(card.control("sparring.importance.1").iterancestors(W + "tc"))
    for paragraph in cell.findall(W + "p"):
        cell.remove(paragraph)
    cell.append(w("p", *runs("4")))
    card.without_control("sparring.success.2", text="x")
    assert ratings(collected(saved(card))) == {"sparring": (4, 2)}


@pytest.mark.parametrize("written", ["3 og 4", "3, 4", "3+4", "4 Sparring", "Sparing", "?", "99"])
def test_a_theme_that_isnt_clear_is_told_and_kept(written: str) -> None:
    card = Card(ld.build_document("group-leader-card").bytes).fill("choice.1.theme", text=written)
    card.fill("choice.1.reason", text="Fordi").tick("choice.1.importance.5").tick("choice.1.success.1")
    answers = collected(card)
    assert (answers.ratings, answers.own_themes) == ((), ())
    assert written in told(answers.files[0])
    assert {note.text for note in answers.notes} == {written, "Fordi"}


@pytest.mark.parametrize(
    "written", ["3", "nr. 3", "Tema 3", "3. Sparring", "3 Hvordan sikrer vi sparring?", "sparring", "Sparring "]
)
def test_a_theme_may_be_named_in_many_ways(written: str) -> None:
    card = Card(ld.build_document("group-leader-card").bytes).fill("choice.1.theme", text=written)
    card.fill("group", text="Gruppe 2").tick("choice.1.importance.5").tick("choice.1.success.1")
    [rating] = collected(card).ratings
    assert (rating.theme, rating.group) == ("sparring", 2)


def test_several_marks_on_one_scale_are_told_once_and_none_counts() -> None:
    card = Card(ld.build_document("theme-worksheet").bytes)
    card.tick("sparring.importance.4").tick("sparring.importance.5").tick("sparring.success.1")
    answers = collected(card)
    assert answers.ratings == ()
    [problem] = answers.problems
    assert "4, 5" in str(problem)


def test_two_cards_for_a_theme_are_followed_up_apart() -> None:
    cards = [{"theme": "sparring", "goal": goal, "source": f"{goal}.docx"} for goal in ("A", "B")]
    programme = ld.Programme.load({"organisation": "Kommune", "action_cards": cards})
    card = Card(ld.build_document("status-sheet", programme).bytes)
    card.fill("sparring.done", text="Første").fill("sparring-2.done", text="Andet")
    answers = collected(card, programme)
    assert [(one.theme, one.card, one.done) for one in answers.follow_ups] == [
        ("sparring", "a", "Første"),
        ("sparring", "b", "Andet"),
    ]
    followed = answers.merged(programme).programme
    assert len(followed.follow_ups) == 2
    plan = lines_of_plan(followed)
    assert plan.index("Kort 1a og 1b: Hvordan sikrer vi sparring?") < plan.index("Uden dato · kort 1a")


def lines_of_plan(programme: ld.Programme) -> list[str]:
    document = opened(ld.build_document("plan", programme).bytes, LIBRARY)
    assert isinstance(document, Opened)
    return [cell.shown for line in lines_of(document.body) for cell in line.cells]


def test_a_sheet_printed_with_several_groups_answers_is_told_and_not_read_as_one() -> None:
    programme = ld.Programme.load(
        {
            "organisation": "Kommune",
            "qualification": [{"theme": "sparring", "group": group, "ideas": f"Idé {group}"} for group in (1, 2)],
        }
    )
    card = Card(ld.build_document("theme-qualification", programme, theme="sparring").bytes)
    answers = collected(card)
    assert (answers.qualification, answers.notes) == ((), ())
    assert "several groups" in told(answers.files[0])


@pytest.mark.parametrize("written", LIBRARY.language.empty_fields)
@pytest.mark.parametrize("marked", [True, False])
def test_what_word_writes_in_a_field_that_was_emptied_is_nobodys_answer(written: str, marked: bool) -> None:
    card = Card.of("sparring").fill("goal", text="Mål").fill("owner", text=written)
    if marked:
        card.control("owner")[0].append(w("showingPlcHdr"))
    [file] = collected(card).files
    assert file.problems == ()
    assert [(one.goal, one.owner) for one in collected(card).action_cards] == [("Mål", None)]


def test_the_answers_of_two_committees_are_told_apart() -> None:
    def answered(forum: str) -> bytes:
        card = Card(ld.build_document("hearing-response").bytes).fill("answer.forum", text=forum)
        return card.fill("plan.1", text=f"{forum} siger ja").tick("stance.agree").bytes()

    answers = ld.collect([(f"{forum}.docx", answered(forum)) for forum in ("Hoved-MED", "AMO")])
    merged = answers.merged(ld.Programme(organisation="Kommune")).programme
    fields = {note.text: note.field for note in merged.notes if note.text != "ja"}
    assert fields["AMO siger ja"].startswith("AMO · Hele planen")
    assert len(merged.notes) == 4
    case = opened(ld.build_document("med-case", merged).bytes, LIBRARY)
    assert isinstance(case, Opened)
    shown = "\n".join(line.shown for line in lines_of(case.body))
    assert shown.index("Hoved-MED · Hele planen") < shown.index("AMO · Hele planen")


def test_a_follow_up_that_has_been_is_no_next_one() -> None:
    def next_day(**follow_up: str) -> str:
        programme = ld.Programme.load(
            {
                "organisation": "Kommune",
                "action_cards": [{"theme": "sparring", "goal": "Mål", "follow_up_date": "2027-06-01"}],
                "follow_ups": [{"theme": "sparring", "status": "I gang", **follow_up}],
            }
        )
        card = Card(ld.build_document("action-card", programme, theme="sparring").bytes)
        return "".join(text.text or "" for text in card.control("follow_up_date").iter(W + "t"))

    assert next_day(date="2027-05-01") == "1. juni 2027"
    assert next_day(date="2027-06-01") == "Dato"
    assert next_day(date="2027-06-01", follow_up_date="2027-12-01") == "1. december 2027"


def test_a_group_has_one_voice_however_many_papers_it_hands_in() -> None:
    sheet = Card(ld.build_document("theme-worksheet").bytes).fill("group", text="1")
    sheet.tick("sparring.importance.5").tick("sparring.success.2")
    card = Card(ld.build_document("group-leader-card").bytes).fill("group", text="1").fill("choice.1.theme", text="3")
    card.tick("choice.1.importance.5").tick("choice.1.success.2").fill("choice.1.reason", text="Fordi")
    papers = {"13.docx": sheet.bytes(), "16.docx": card.bytes()}
    for names in (["13.docx", "16.docx"], ["16.docx", "13.docx"]):
        merged = ld.collect([(name, papers[name]) for name in names]).merged(ld.Programme(organisation="Kommune"))
        [rating] = merged.programme.themes.ratings
        assert (rating.group, rating.reason, merged.conflicts) == (1, "Fordi", ())


def test_the_same_words_in_two_fields_are_two_notes() -> None:
    card = Card(ld.build_document("hearing-response").bytes).fill("plan.1", text="Ja").fill("plan.2", text="Ja")
    answers = collected(card)
    merged = answers.merged(ld.Programme(organisation="Kommune"))
    assert len(merged.programme.notes) == 2
    assert answers.merged(merged.programme, again=True).changes == ()


def test_uploads_of_one_name_are_different_persons() -> None:
    def sheet(mark: int) -> bytes:
        card = Card(ld.build_document("theme-worksheet").bytes)
        return card.tick("sparring.importance.5").tick(f"sparring.success.{mark}").bytes()

    answers = ld.collect([("upload.docx", sheet(mark)) for mark in (1, 2, 3)])
    assert len({rating.person for rating in answers.ratings}) == 3


def test_how_far_a_card_is_comes_from_the_overview() -> None:
    programme = filled().resolved()
    card = Card(ld.build_document("next-steps", programme, brand=ld.Brand.default()).bytes)
    [follow_up] = collected(card.fill("sparring.how_far", text="Gennemført"), programme).follow_ups
    assert (follow_up.theme, follow_up.status) == ("sparring", "Gennemført")


@pytest.mark.parametrize("source", [7, b"PK", [b"PK"], [("a.docx", "text")]])
def test_a_wrong_kind_of_source_is_the_callers_mistake(source: Any) -> None:
    with pytest.raises(TypeError):
        ld.collect(source)


def test_a_dict_is_no_programme() -> None:
    data: Any = {"organisation": "Kommune"}
    for wrong in (lambda: ld.collect([], programme=data), lambda: ld.Answers(()).merged(data)):
        with pytest.raises(TypeError, match="a Programme, not dict"):
            wrong()


@pytest.mark.parametrize("between", [": ", ", ", " – ", " - "])
def test_a_parked_theme_may_be_followed_by_what_is_said_of_it(between: str) -> None:
    card = Card(ld.build_document("priority-map").bytes)
    card.fill("parked", text=f"Krydspresset{between}direktionen svarer i maj\nNoget andet")
    answers = collected(card)
    assert [(one.theme, one.reason) for one in answers.parked] == [("krydspres", "direktionen svarer i maj")]
    assert [note.text for note in answers.notes] == ["Noget andet"]


def test_the_day_of_the_next_status_reaches_the_plan() -> None:
    programme = filled().resolved()
    card = Card(ld.build_document("status-sheet", programme).bytes)
    card.choose_day("next_date", "1. marts 2028", "2028-03-01")
    merged = collected(card, programme).merged(programme).programme
    assert merged.plan.next_follow_up == date(2028, 3, 1)
    assert merged.notes == programme.notes
