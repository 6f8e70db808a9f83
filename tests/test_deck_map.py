"""The slides with the map: empty for the groups, then with what they rated."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import map_places
from ledertrivsel_docs.documents.deck_parts import the_room
from ledertrivsel_docs.documents.map_places import Chip, label_width, on_map
from ledertrivsel_docs.documents.ratings import PlacedTheme
from ledertrivsel_docs.models.base import Step
from ledertrivsel_docs.page_parts import deck_looks
from tests.support.dragged import Dragged, deck_of
from tests.support.programmes import LONG_TITLE, PROGRAMMES, filled
from tests.support.workshop_decks import (
    KIT,
    LIBRARY,
    PLAN,
    deck,
    made,
    programme,
)


def maps(found: ld.Programme) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The slides with the map as groups meet it, and those with what they rated."""
    made_maps = [one for one in deck(found, Step.PREPARE).slides if one.kind == "map"]
    return tuple([one.context for one in made_maps if one.name == name] for name in ("map", "rated"))  # type: ignore[return-value]


class TestMap:
    def test_every_theme_lies_beside_it_before_the_groups_have_placed_theirs(self) -> None:
        for found in (made(name) for name in PROGRAMMES):
            empty, _ = maps(found)
            known = {theme.id for _, theme in the_room(LIBRARY, found, KIT, Step.PREPARE).themes}
            listed = {chip["id"] for one in empty for chip in one["beside"]}
            assert known <= listed <= known | {"eget-1", "eget-2"}
            assert not any(one["placed"] or one["parked"] for one in empty)

    def test_what_groups_rated_has_a_slide_of_its_own_behind_their_reasons(self) -> None:
        names = [one.name for one in deck(filled(), Step.PREPARE).slides]
        assert names[names.index("reasons") :][:3] == ["reasons", "rated", "choose"]
        assert "rated" not in [one.name for one in deck(programme(), Step.PREPARE).slides]
        for found in (made(name) for name in PROGRAMMES):
            _, rated = maps(found)
            ids = [chip["id"] for one in rated for area in ("beside", "placed", "parked") for chip in one[area]]
            known = {theme.id for _, theme in the_room(LIBRARY, found, KIT, Step.PREPARE).themes}
            assert sorted(ids) == (sorted(known) if found.themes.ratings else [])

    def test_it_is_told_in_words_and_read_field_by_field(self) -> None:
        _, (found,) = maps(filled().resolved())
        (told,) = [note["text"] for note in found["notes"] if note["label"] == "Kortet i ord: "]
        assert told.startswith("Felt 1: 3 Sparring, 1 Nye ledere, 4 Restitution. Felt 2: 13 Ledelse på afstand, ")
        assert told.endswith(" Parkeret: 10 Samarbejde på tværs.")
        places = [
            told.index(chip["label"].removesuffix(" ≠"))
            for area in ("placed", "beside", "parked")
            for chip in found[area]
        ]
        assert places == sorted(places)

    def test_a_theme_says_where_it_lies(self) -> None:
        _, (found,) = maps(filled().resolved())
        assert found["placed"][0]["told"] == (
            "3 Sparring: felt 1, Vigtigt, men lykkes ikke godt. Vigtigt 5 (4–5), lykkes 1,5 (1–2)."
        )
        assert found["parked"][0]["told"] == "10 Samarbejde på tværs: på parkeringspladsen"

    def test_there_are_empty_chips_as_far_as_there_is_room(self) -> None:
        def empty(own: int) -> list[str]:
            found = programme(themes={"own": [{"id": f"o-{number}", "title": "Eget"} for number in range(own)]})
            shown_there = [one.context for one in deck(found, Step.PREPARE).slides if one.kind == "map"]
            return [chip["id"] for one in shown_there for chip in one["beside"] if chip["id"].startswith("eget-")]

        assert [empty(count) for count in (0, 4, 5, 6, 7)] == [
            ["eget-1", "eget-2"],
            ["eget-1", "eget-2"],
            ["eget-1"],
            [],
            ["eget-1", "eget-2"],
        ]

    def test_more_themes_than_fit_go_on_on_a_next_slide(self) -> None:
        own = [{"id": f"eget-{number}", "title": "Et tema, som to har skrevet"} for number in range(20)]
        parked = [{"theme": str(number)} for number in range(1, 6)]
        rated = [{"theme": "6", "importance": 5, "success": 1, "group": 1}]
        empty, after = maps(programme(themes={"own": own, "parked": parked, "ratings": rated}))
        assert [len(one["beside"]) for one in empty] == [18, 14]
        assert [len(one["beside"]) for one in after] == [18, 8]
        assert [len(one["parked"]) for one in after] == [3, 2]
        assert empty[1]["notes"][0]["text"] == "Fortsat fra forrige slide."

    def test_a_long_title_is_cut_on_the_chip_and_whole_in_what_is_said_of_it(self) -> None:
        (chip,) = map_places.beside([Chip("langt", 13, LONG_TITLE)])
        assert chip["label"].endswith("…")
        assert label_width(chip["label"]) <= map_places.LIST_WIDTH
        (found, *_), _ = maps(PROGRAMMES["extreme"]().resolved())  # type: ignore[union-attr]
        assert any(f"13 {LONG_TITLE}" in one["told"] for one in found["beside"])

    def test_one_beside_it_or_parked_is_as_wide_as_its_label_and_an_empty_one_can_be_written_on(self) -> None:
        short, long, empty = (
            Chip("kort", 3, "Sparring"),
            Chip("langt", 13, LONG_TITLE),
            Chip("eget-1", None, "Eget tema"),
        )
        for listed, most in (
            (map_places.beside, map_places.LIST_WIDTH),
            (map_places.parked, map_places.PARKED_WIDTH),
        ):
            wide = {chip["id"]: chip["width"] * most for chip in listed([short, long, empty])}
            assert wide["kort"] == pytest.approx(label_width("3 Sparring"))
            assert most * 0.8 < wide["langt"] <= most
            assert wide["eget-1"] > 2 * label_width("Eget tema")

    @pytest.mark.parametrize("name", ["blank", "filled", "extreme", "many"])
    def test_those_beside_it_stand_in_one_column_and_none_covers_another(self, name: str) -> None:
        dragged = Dragged(deck_of(name))
        for sheet in range(len(dragged.sheets)):
            area = dragged.shape("Temaliste", sheet)
            chips = [
                chip for chip in dragged.chips(sheet) if area.left <= chip.left and chip.top < area.top + area.height
            ]
            assert chips
            assert {chip.left for chip in chips} == {area.left}
            assert all(chip.width <= area.width for chip in chips)
            assert all(one.top + one.height <= next_.top for one, next_ in pairwise(chips))

    def test_its_areas_are_as_large_as_the_templates(self) -> None:
        assert (deck_looks.MAP.width, deck_looks.MAP.height) == (map_places.MAP_WIDTH, map_places.MAP_HEIGHT)
        assert deck_looks.GAP == map_places.MAP_GAP
        assert (deck_looks.LIST.width, deck_looks.PARKED_WIDTH) == (map_places.LIST_WIDTH, map_places.PARKED_WIDTH)
        assert deck_looks.LIST.height >= map_places.BESIDE * map_places.CHIP_HEIGHT
        assert deck_looks.CHIP_HEIGHT == map_places.CHIP_HEIGHT


MARKS = st.sampled_from([mark / 2 for mark in range(2, 11)])
NAMES = st.sampled_from([*(theme.short for theme in PLAN.themes.themes), LONG_TITLE, "Medarbejderudviklingssamtaler"])


def placed(marks: list[tuple[float, float]], names: list[str]) -> list[dict[str, Any]]:
    rated = []
    for number, ((importance, success), name) in enumerate(zip(marks, names, strict=True)):
        theme = PLAN.themes.themes[0].model_copy(update={"id": f"tema-{number}"})
        field = PLAN.priority_map.field(importance=importance, success=success)
        rated.append((Chip(theme.id, number, name), PlacedTheme(theme, importance, success, 1, field)))
    found = on_map(rated)
    by_id = {chip["id"]: chip for chip in found}
    for number, (importance, success) in enumerate(marks):
        chip = by_id[f"tema-{number}"]
        assert inside(chip, right=success >= 3, below=importance < 3), chip
        assert len(chip["label"].split(" ", 1)[1]) > 3, chip
        assert label_width(chip["label"]) <= chip["width"] * map_places.MAP_WIDTH + 0.001
    return found


def inside(chip: dict[str, Any], *, right: bool, below: bool) -> bool:
    """Whether a chip is within its field, below the heading."""
    width, height, gap = map_places.MAP_WIDTH, map_places.MAP_HEIGHT, map_places.MAP_GAP
    across, down = (width + gap) / 2, (height + gap) / 2
    left, top = chip["left"] * width - right * across, chip["top"] * height - below * down
    fits_across = left >= 0 and left + chip["width"] * width <= across - gap + 0.001
    return (
        bool(fits_across) and map_places.HEADING * height - 0.001 <= top <= down - gap - map_places.CHIP_HEIGHT + 0.001
    )


def overlaps(one: dict[str, Any], other: dict[str, Any]) -> bool:
    apart = max(other["left"] - one["left"] - one["width"], one["left"] - other["left"] - other["width"])
    return bool(apart < 0) and abs(one["top"] - other["top"]) * map_places.MAP_HEIGHT < map_places.CHIP_HEIGHT


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(st.tuples(MARKS, MARKS), NAMES), min_size=1, max_size=12))
def test_up_to_twelve_rated_themes_never_cover_each_other(rated: list[tuple[tuple[float, float], str]]) -> None:
    found = placed([marks for marks, _ in rated], [name for _, name in rated])
    pairs = [(one, other) for place, one in enumerate(found) for other in found[:place]]
    assert not [pair for pair in pairs if overlaps(*pair)]


@pytest.mark.parametrize("count", [12, 18, 30])
def test_all_in_one_field_stay_inside_it(count: int) -> None:
    found = placed([(5, 1)] * count, ["Passe på sig selv og hinanden"] * count)
    pairs = [(one, other) for place, one in enumerate(found) for other in found[:place]]
    assert any(overlaps(*pair) for pair in pairs) == (count > 18)


def test_one_theme_lies_where_its_rating_says() -> None:
    (chip,) = placed([(3.5, 2)], ["Sparring"])
    middle = chip["left"] + chip["width"] / 2
    assert middle == pytest.approx(0.25)
    assert chip["top"] * map_places.MAP_HEIGHT + map_places.CHIP_HEIGHT / 2 == pytest.approx(
        0.375 * map_places.MAP_HEIGHT
    )
