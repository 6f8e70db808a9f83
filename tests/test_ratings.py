"""Ratings put together: what is reckoned of them, and that nobody's own answer can be read in any document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents.ratings import (
    PlacedTheme,
    Reason,
    Spread,
    groups_that_rated,
    mark_text,
    placed_themes,
    themes_with_too_few,
    unrated_themes,
)
from tests.support.said import kit_says, said
from tests.support.workshop_decks import LIBRARY, PLAN, programme

DOCUMENTS = Path(ld.__file__).parent / "documents"
TITLES = {theme.id: theme.title for theme in PLAN.themes.themes}
Marks = Sequence[tuple[float, float]]


def groups(theme: str, marks: Marks, **more: Any) -> list[dict[str, Any]]:
    return [
        {"theme": theme, "importance": importance, "success": success, "group": group, **more}
        for group, (importance, success) in enumerate(marks, 1)
    ]


def persons(theme: str, marks: Marks, **more: Any) -> list[dict[str, Any]]:
    return [
        {"theme": theme, "importance": importance, "success": success, "person": f"pseudonym-{number}", **more}
        for number, (importance, success) in enumerate(marks, 1)
    ]


def rated(*ratings: dict[str, Any], **themes: Any) -> ld.Programme:
    return programme(themes={"ratings": list(ratings), **themes})


def placed(*ratings: dict[str, Any]) -> PlacedTheme:
    (found,) = placed_themes(LIBRARY, rated(*ratings))
    return found


def map_says(*ratings: dict[str, Any], **themes: Any) -> str:
    return said(ld.build_document("priority-map", rated(*ratings, **themes)))


class TestCombined:
    def test_median_and_spread_of_groups(self) -> None:
        found = placed(*groups("sparring", [(5, 1), (4, 2), (5, 4)]))
        assert (found.importance, found.success, found.count, found.by_persons) == (5, 2, 3, False)
        assert (found.importance_spread, found.success_spread) == (Spread(4, 5), Spread(1, 4))
        assert found.field.number == 1
        assert found.wide == ("success",)

    def test_a_single_group_has_no_spread(self) -> None:
        found = placed(*groups("sparring", [(5, 1)]))
        assert (found.count, found.importance_spread, found.success_spread, found.wide) == (1, None, None, ())

    def test_where_groups_have_rated_persons_dont_count(self) -> None:
        found = placed(*persons("sparring", [(1, 5)] * 9), *groups("sparring", [(5, 1), (5, 2)]))
        assert (found.importance, found.success, found.count, found.by_persons) == (5, 1.5, 2, False)

    def test_five_persons_are_told_together(self) -> None:
        found = placed(*persons("sparring", [(5, 1), (4, 2), (3, 3), (5, 2), (5, 2)]))
        assert (found.importance, found.success, found.count, found.by_persons) == (5, 2, 5, True)
        assert (found.importance_spread, found.success_spread) == (Spread(3, 5), Spread(1, 3))

    def test_who_is_read_in_two_files_is_one(self) -> None:
        answers = [{**persons("sparring", [(5, 1)])[0], "source": name} for name in ("a.docx", "b.docx")]
        assert placed_themes(LIBRARY, rated(*answers)) == []
        both = [{**groups("sparring", [mark])[0], "source": name} for mark, name in (((5, 1), "a"), ((4, 4), "b"))]
        found = placed(*both)
        assert (found.count, found.importance, found.importance_spread) == (1, 4.5, None)

    def test_dragged_themes_have_tenths(self) -> None:
        found = placed(*groups("sparring", [(3.4, 1.4), (3.5, 3.4)]))
        assert (found.importance, found.success) == (3.45, 2.4)
        assert found.wide == ("success",)  # 3.4 - 1.4 is a little less than 2 in a computer
        assert mark_text(LIBRARY, found.success, found.success_spread) == "2,4 (1,4–3,4)"
        edge = placed(*groups("sparring", [(2.9, 1), (3.1, 1)]))
        assert (edge.importance, edge.field.important) == (3, True)

    def test_marks_as_they_are_written(self) -> None:
        assert mark_text(LIBRARY, 4.5) == "4,5"
        assert mark_text(LIBRARY, 4.5, Spread(3, 5)) == "4,5 (3–5)"
        assert mark_text(LIBRARY, 2, Spread(2, 2)) == "2 (enige)"

    def test_groups_are_known_by_number_or_file(self) -> None:
        first, second = groups("sparring", [(5, 1), (4, 2)])
        files = [{**first, "group": None, "source": name} for name in ("a.docx", "b.docx")]
        assert groups_that_rated(rated(first, second, *files)) == 4
        assert groups_that_rated(rated(first, {**first, "theme": "krydspres"}, *persons("krydspres", [(1, 1)]))) == 1
        assert groups_that_rated(rated({**first, "group": None})) == 0

    def test_only_what_nobody_has_rated_is_unrated(self) -> None:
        found = unrated_themes(LIBRARY, rated(*groups("sparring", [(5, 1)]), *persons("krydspres", [(5, 1)])))
        assert [theme.id for theme in found] == [name for name in TITLES if name not in ("sparring", "krydspres")]


MARKS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=2, max_size=4)


class TestPrivacy:
    @given(MARKS)
    def test_of_fewer_than_five_nothing_is_known_but_the_medians(self, marks: list[tuple[int, int]]) -> None:
        middle = (median(one for one, _ in marks), median(other for _, other in marks))
        found = placed(*persons("sparring", marks, reason="Fordi jeg har set det."))
        assert found == placed(*persons("sparring", [middle] * 2))
        assert (found.count, found.importance_spread, found.success_spread, found.reasons) == (None, None, None, ())

    @given(st.integers(1, 5), st.integers(1, 5))
    def test_of_one_person_nothing_is_known(self, importance: int, success: int) -> None:
        alone = rated(*persons("sparring", [(importance, success)]))
        assert placed_themes(LIBRARY, alone) == []
        assert [theme.id for theme in themes_with_too_few(LIBRARY, alone)] == ["sparring"]

    @pytest.mark.parametrize("selected", [[], ["sparring", "krydspres"]])
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ([(5, 1)], [(1, 5)]),
            ([(1, 3), (3, 3), (3, 1), (5, 5)], [(3, 3), (3, 3), (3, 3), (3, 3)]),
            ([(5, 1), (3, 3)], [(3, 3), (5, 1), (4, 2)]),
        ],
    )
    def test_every_document_says_the_same_whoever_answered_what(
        self, one: Marks, other: Marks, selected: list[str]
    ) -> None:
        """Answers with the same medians make the same kit to the letter: so no document can tell them apart."""
        together = groups("krydspres", [(4, 2), (3, 2)])
        kits = [
            ld.build_pack("alle", rated(*persons("sparring", marks), *together, selected=selected))
            for marks in (one, other)
        ]
        assert [document.path for document in kits[0]] == [document.path for document in kits[1]]
        assert [a.path for a, b in zip(*kits, strict=True) if a.bytes != b.bytes] == []

    @pytest.mark.parametrize("count", [1, 4, 5, 12])
    def test_no_document_names_a_person_or_a_file(self, count: int) -> None:
        ratings = persons("sparring", [(5, 1)] * count, reason="Min egen begrundelse", source="svar-fra-mette.docx")
        for name, text in kit_says(ld.build_pack("samlet-plan", rated(*ratings))).items():
            assert not re.search(r"(?i)pseudonym|svar-fra-mette|min egen begrundelse", text), name

    def test_single_ratings_are_read_in_one_place(self) -> None:
        readers = {
            path.name for path in DOCUMENTS.glob("*.py") if re.search(r"themes\.ratings\b", path.read_text("utf-8"))
        }
        assert readers == {"ratings.py"}


class TestDocuments:
    def test_the_map_tells_median_spread_and_by_how_many(self) -> None:
        text = map_says(*groups("sparring", [(5, 1), (4, 2), (5, 4)]), *persons("krydspres", [(4, 2)] * 12))
        assert (
            "\nHvordan sikrer vi sparring?\nI er uenige om, hvor godt I lykkes: Drøft det.\n5 (4–5)\n2 (1–4)\n" in text
        )
        assert "\n3 grupper\n" in text
        assert "\nHvordan støtter vi ledere i at være i krydspresset?\n4 (enige)\n2 (enige)\n" in text
        assert "\n12 personer\n" in text
        assert "færre end fem personer" not in text
        assert "vigtigt 5 (4–5), lykkes 2 (1–4)" in text  # beside its name on the map

    def test_of_few_persons_the_map_tells_that_they_are_few(self) -> None:
        text = map_says(*persons("sparring", [(5, 1), (1, 5), (5, 1)]), *persons("krydspres", [(4, 2)]))
        assert "\nHvordan sikrer vi sparring?\n5\n1\n1 Vigtigt, men lykkes ikke godt\nUnder 5 personer\n" in text
        assert "Har færre end fem personer vurderet et tema" in text
        assert "For få svar til at vise: ”Hvordan støtter vi ledere i at være i krydspresset?”." in text
        assert "uenige om" not in text
        assert "Krydspresset" not in text

    def test_where_nothing_can_be_shown_the_map_says_so(self) -> None:
        text = map_says(*persons("sparring", [(5, 1)]))
        assert "For få svar til at vise: ”Hvordan sikrer vi sparring?”." in text
        assert "Forslag" not in text
        assert "alle temaer med tal" not in text

    def test_groups_reasons_are_printed_whole(self) -> None:
        first, second = groups("sparring", [(5, 1), (4, 2)])
        long = "Vi ser det hver dag, og det koster os gode ledere. " * 90
        text = map_says({**first, "reason": long}, {**second, "group": None, "reason": "Ingen at spørge.\nSlet ingen."})
        assert f"\nHvordan sikrer vi sparring?\nGruppe 1\n{long.strip()}\n" in text
        assert "\nEn gruppe\nIngen at spørge.Slet ingen.\n" in text
        assert placed({**first, "reason": "Fordi"}).reasons == (Reason(1, "Fordi"),)
        assert "Gruppernes begrundelser" not in map_says(first, second)

    def test_the_slide_marks_what_people_see_differently_and_says_it(self) -> None:
        made = ld.build_document("12", rated(*groups("sparring", [(5, 1), (4, 4)]), *groups("krydspres", [(4, 2)])))
        text = said(made)
        assert "3 Sparring ≠" in text
        assert "12 Krydspresset ≠" not in text
        assert "Ikke vurderet · ≠ I er uenige" in text
        assert "Forskelle: I ser forskelligt på 3 Sparring; tallene ligger mindst to fra hinanden." in text

    def test_the_slide_tells_who_rated_and_what_too_few_have(self) -> None:
        text = said(ld.build_document("12", rated(*persons("sparring", [(5, 1)] * 2), *persons("krydspres", [(4, 2)]))))
        assert "Jeres vurdering" in text
        assert "Ikke på kortet" in text
        assert "For få svar til at vise: 12 Krydspresset." in text
        assert "Forskelle:" not in text
        alone = said(ld.build_document("12", rated(*persons("sparring", [(5, 1)]))))
        assert "Jeres vurdering" not in alone
        assert "Gruppernes vurdering" not in alone

    def test_the_plan_counts_files_as_groups(self) -> None:
        files = [{**groups("sparring", [(5, 1)])[0], "group": None, "source": f"{name}.docx"} for name in "abc"]
        assert "Tre grupper vurderede ét af de 12 temaer" in said(
            ld.build_document("plan", rated(*files, selected=["sparring"]))
        )

    def test_plan_and_case_tell_of_a_chosen_theme_with_too_few_answers(self) -> None:
        ratings = [*groups("krydspres", [(4, 2)]), *persons("sparring", [(5, 1)])]
        found = rated(*ratings, selected=["krydspres", "sparring"])
        for document in ("plan", "med-case"):
            text = said(ld.build_document(document, found))
            assert "For få svar til at vise: kort 2" in text
            assert "Uden vurdering" not in text
        alone = rated(*persons("sparring", [(5, 1)]), selected=["sparring"])
        for document in ("plan", "med-case", "plan-presentation"):
            assert "median" not in said(ld.build_document(document, alone)).lower()

    @pytest.mark.parametrize(
        ("ratings", "told"),
        [
            (groups("sparring", [(5, 2), (5, 1), (4, 2)]), "Sidst: 2 (det midterste tal fra tre grupper)"),
            (persons("sparring", [(5, 2)] * 5), "Sidst: 2 (det midterste tal fra fem personer)"),
            (persons("sparring", [(5, 2)] * 4), "Sidst: tal"),
            (persons("sparring", [(5, 2)]), "Sidst: tal"),
        ],
    )
    def test_the_evaluation_tells_what_it_may(self, ratings: list[dict[str, Any]], told: str) -> None:
        text = said(ld.build_document("evaluation", rated(*ratings, selected=["sparring"])))
        assert f"{told}\n" in text
