"""The themes that ratings speak for: in which order, with what reasons, and that the choice stays with people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ledertrivsel_docs as ld
from tests.support.outline import outline
from tests.support.programmes import filled
from tests.support.said import said
from tests.support.workshop_decks import LIBRARY, PLAN, programme

IDS = [theme.id for theme in PLAN.themes.themes]
TITLE = "Forslag ud fra jeres vurderinger"
RULE = "Forslaget er kun regnet ud. I vælger selv."


def rated(marks: Mapping[str, Sequence[tuple[float, float]]], *, by: str = "group", **themes: Any) -> ld.Programme:
    ratings = [
        {"theme": theme, "importance": importance, "success": success, by: str(number) if by == "person" else number}
        for theme, found in marks.items()
        for number, (importance, success) in enumerate(found, 1)
    ]
    return programme(themes={"ratings": ratings, **themes})


def order(found: ld.Programme) -> list[str]:
    return [one.theme for one in ld.suggested_themes(found)]


def test_the_important_that_dont_succeed_come_first() -> None:
    marks = {
        "krydspres": [(4, 5)],
        "sparring": [(4, 2)],
        "restitution": [(5, 2)],
        "ledergrupper": [(4, 1)],
        "sygefravaer": [(2, 1)],
        "lederdialog": [(2, 5)],
    }
    assert order(rated(marks)) == ["restitution", "ledergrupper", "sparring"]


def test_important_ones_that_succeed_follow_until_there_are_three() -> None:
    marks = {"krydspres": [(4, 5.0)], "sparring": [(4, 2.0)], "restitution": [(5, 4.0)], "ledergrupper": [(3, 4.0)]}
    assert order(rated(marks)) == ["sparring", "restitution", "krydspres"]
    assert order(rated({"krydspres": [(2, 1)], "sparring": [(1, 5)]})) == []
    assert order(programme()) == []


def test_of_what_is_rated_alike_that_which_people_agree_on_comes_first() -> None:
    marks = {"krydspres": [(5.0, 1.0), (3.0, 3.0)], "sparring": [(4.0, 2.0), (4.0, 2.0)]}
    first, second = ld.suggested_themes(rated(marks))
    assert (first.theme, second.theme) == ("sparring", "krydspres")
    assert first.reasons == (
        "To grupper vurderer temaet til 4 (enige) på vigtighed og 2 (enige) på, hvor godt I lykkes.",
    )
    assert second.reasons[1:] == ("I er uenige om begge dele: Drøft det.",)


def test_what_is_parked_or_has_too_few_answers_is_left_out() -> None:
    marks = {"krydspres": [(4.0, 2.0)] * 2, "sparring": [(5.0, 1.0)] * 2, "restitution": [(5.0, 1.0)]}
    assert order(rated(marks, by="person", parked=[{"theme": "sparring"}])) == ["krydspres"]


@pytest.mark.parametrize(("alike", "suggested", "left_out"), [(2, 3, 0), (3, 4, 0), (4, 5, 0), (5, 5, 1), (9, 5, 5)])
def test_what_is_rated_alike_is_not_cut_silently(alike: int, suggested: int, left_out: int) -> None:
    marks = {IDS[0]: [(5.0, 1.0)], **{theme: [(4.0, 4.0)] for theme in IDS[1 : alike + 1]}, IDS[11]: [(3.0, 4.0)]}
    found = ld.suggested_themes(rated(marks))
    assert len(found) == suggested
    assert [one.rank for one in found] == [1] + [2] * (suggested - 1)
    assert len(found[-1].left_out) == left_out
    told = "er vurderet på samme måde, men der er højst fem temaer i forslaget." in found[-1].reasons[-1]
    assert told == bool(left_out)
    assert not any(one.left_out for one in found[:-1])


def test_a_theme_is_told_with_who_rated_it() -> None:
    def reason(count: int, by: str) -> str:
        (found,) = ld.suggested_themes(rated({"sparring": [(5.0, 2.0)] * count}, by=by))
        return found.reasons[0]

    assert reason(1, "group") == "Én gruppe vurderer temaet til 5 på vigtighed og 2 på, hvor godt I lykkes."
    assert reason(4, "group").startswith("Fire grupper vurderer temaet til 5 (enige) på vigtighed")
    assert (
        reason(4, "person") == "Færre end fem personer vurderer temaet til 5 på vigtighed og 2 på, hvor godt I lykkes."
    )
    assert reason(12, "person").startswith("Tolv personer vurderer temaet til 5 (enige)")


def test_a_program_can_ask_with_a_theme_by_its_number() -> None:
    rating = ld.Placement(theme="3", importance=5, success=1, group=1)
    asked = ld.Programme(organisation="X", themes=ld.ThemeChoice(ratings=(rating,)))
    assert ld.suggested_themes(asked, library=LIBRARY) == (
        ld.Suggestion(
            "sparring",
            "Hvordan sikrer vi sparring?",
            1,
            ("Én gruppe vurderer temaet til 5 på vigtighed og 1 på, hvor godt I lykkes.",),
        ),
    )
    with pytest.raises(ld.InputError):
        ld.suggested_themes(ld.Programme(organisation="X", themes=ld.ThemeChoice(selected=("findes-ikke",))))


MARKS = st.tuples(st.sampled_from([1.0, 2.0, 3.4, 4.0, 5.0]), st.sampled_from([1.0, 2.5, 3.0, 5.0]))


@given(st.dictionaries(st.sampled_from(IDS), st.lists(MARKS, min_size=1, max_size=6), max_size=12), st.booleans())
def test_it_is_short_ordered_and_the_same_in_every_order(marks: Any, in_groups: bool) -> None:
    by = "group" if in_groups else "person"
    found = ld.suggested_themes(rated(marks, by=by))
    assert len(found) <= 5
    assert [one.rank for one in found] == sorted(one.rank for one in found)
    assert all(reason.strip() for one in found for reason in one.reasons)
    again = ld.suggested_themes(rated(dict(reversed(marks.items())), by=by))
    assert {one.rank for one in again} == {one.rank for one in found}
    if not any(one.left_out for one in found):
        assert {(one.theme, one.rank, one.reasons) for one in again} == {
            (one.theme, one.rank, one.reasons) for one in found
        }


class TestDocuments:
    def test_the_map_prints_it_while_nothing_is_chosen(self) -> None:
        marks = {"sparring": [(5.0, 1.0), (4.0, 2.0)], "krydspres": [(3.0, 4.0)]}
        text = said(ld.build_document("priority-map", rated(marks)))
        assert text.count(RULE) == 2  # where the choice is written, and with the reasons
        assert f"{TITLE}: Sparring og Krydspresset." in text
        assert "To grupper vurderer temaet til 4,5 (4–5) på vigtighed og 1,5 (1–2) på, hvor godt I lykkes." in text
        assert [f"choice.{n}" in outline(ld.build_document("priority-map", rated(marks)).bytes) for n in (1, 5)] == [
            True
        ] * 2
        chosen = said(ld.build_document("priority-map", rated(marks, selected=["krydspres"])))
        assert TITLE not in chosen

    def test_the_notes_tell_it_while_nothing_is_chosen(self) -> None:
        marks = {"sparring": [(5.0, 1.0), (4.0, 2.0)]}
        text = said(ld.build_document("12", rated(marks)))
        assert f"{TITLE}: 3 Sparring: To grupper vurderer temaet" in text
        assert RULE in text
        assert TITLE not in said(ld.build_document("12", rated(marks, selected=["sparring"])))

    def test_a_kit_without_ratings_says_nothing_of_it(self) -> None:
        for document in ("priority-map", "12"):
            assert TITLE not in said(ld.build_document(document))
            assert TITLE not in said(ld.build_document(document, filled()))
