"""From what a person says to one document: by which names it is found, in which kit, and what is said otherwise."""

from __future__ import annotations

from typing import Any

import pytest

import ledertrivsel_docs as ld
from tests.support.programmes import filled
from tests.support.refusals import told_by
from tests.support.said import said


def programme(**more: Any) -> ld.Programme:
    return ld.Programme.load({"organisation": "E", **more})


def refused(name: str | int, made: ld.Programme | None = None, **more: Any) -> str:
    (problem,) = told_by(lambda: ld.build_document(name, made, **more))
    return problem


class TestTheKit:
    """`samlet-plan`, else the one that the programme has a meeting for."""

    @pytest.mark.parametrize("kit", ["ledergruppen", "tu-droeftelse"])
    def test_it_is_the_one_that_there_is_a_meeting_of(self, kit: str) -> None:
        made = programme(meetings={kit: {}}, agreements=[{"kit": kit, "what": "Vi ringer til hinanden."}])
        sheet = ld.build_document("agreement-sheet", made)
        assert sheet == ld.build_document("agreement-sheet", made, kit=kit)
        assert "Vi ringer til hinanden." in said(sheet)

    @pytest.mark.parametrize("made", [None, filled()], ids=["blank", "with both meetings"])
    def test_it_is_asked_for_where_nothing_says_which(self, made: ld.Programme | None) -> None:
        told = "“Aftaleark” can mean 2 documents. Say which kit: ledergruppen, tu-droeftelse."
        assert refused("Aftaleark", made) == told

    def test_the_plan_comes_first(self) -> None:
        made = programme(meetings={"ledergruppen": {}})
        assert ld.build_document("deck", made, step="prepare").folder == "1 Forbered"

    def test_all_kits_are_no_kit(self) -> None:
        told = refused("invitation", kit="alle")
        assert told.startswith("“alle” is all kits together. Write one of these: samlet-plan, ")


class TestTheFactor:
    """The one asked for, also where no meeting is about it; without one the only one."""

    def test_without_one_the_only_chosen_one_is_meant(self) -> None:
        made = programme(meetings={"evne-ambition": {"factors": ["balance"]}})
        assert ld.build_document("ladder", made).name == "22 Trappe A3 - Balance.docx"

    def test_of_several_none_is_taken(self) -> None:
        assert refused("ladder") == "“ladder” can mean 2 documents. Say which factor: stoette, balance."

    def test_one_that_no_meeting_is_about_can_be_had(self) -> None:
        made = programme(meetings={"evne-ambition": {"factors": ["balance"]}})
        assert ld.build_document("ladder", made, factor="stoette").name == "22 Trappe A3 - Støtte.docx"

    def test_one_that_is_misspelt_is_told_with_the_nearest(self) -> None:
        assert refused("ladder", factor="balanse") == "There is no factor “balanse”. Did you mean “balance”?"

    def test_a_number_is_none(self) -> None:
        assert refused("ladder", factor=1) == "There is no factor “1”. Write one of these: stoette, balance."

    def test_a_kit_without_factors_says_so(self) -> None:
        assert refused("dialogue-sheet", factor="balance").endswith("This kit has no factors.")

    def test_nothing_comes_for_a_theme_and_a_factor(self) -> None:
        assert "“ladder” isn't about one theme." in refused("ladder", theme="sparring", factor="balance")
        assert refused("plan", theme=3) == "“plan” isn't about one theme. Leave the theme out."


class TestTheStep:
    """A step that a document isn't in is not passed over."""

    def test_a_kit_without_steps_says_so(self) -> None:
        told = refused("invitation", kit="ledergruppen", step="forbered")
        assert told == "There is no step “forbered”. This kit has no steps."

    def test_it_counts_for_a_theme_too(self) -> None:
        card = ld.build_document("action-card", theme="sparring", step="konkretiser")
        assert card.name == "35 Action card - Sparring.docx"
        assert "version asked for" in refused("action-card", theme="sparring", step="forbered")


class TestTheName:
    """What stands on the file, with or without its number, and with or without what it is about."""

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            ("Trappe A3 - Balance", "22 Trappe A3 - Balance"),
            ("22 trappe a3 - støtte", "22 Trappe A3 - Støtte"),
            ("35 Action card - Sparring", "35 Action card - Sparring"),
            ("Action card - Sparring", "35 Action card - Sparring"),
            ("Arbejdsark", "24 Arbejdsark"),
            ("24 Arbejdsark", "24 Arbejdsark"),
            ("Action card", "34 Action card - tomt"),
        ],
    )
    def test_a_document_is_found_by_its_own(self, name: str, found: str) -> None:
        assert ld.build_document(name).name == f"{found}.docx"

    def test_a_theme_of_ones_own_is_found_by_the_name_on_the_file(self) -> None:
        made = programme(themes={"own": [{"id": "hvordan", "title": "Hvordan?"}], "selected": ["hvordan"]})
        for name in ("Action card - Hvordan?", "35 Action card - Hvordan"):
            assert ld.build_document(name, made).name == "35 Action card - Hvordan.docx"

    def test_without_its_factor_the_only_one_is_meant(self) -> None:
        assert ld.build_document("Trappe A3", filled()).name == "22 Trappe A3 - Balance.docx"
        assert "Say which factor" in refused("Trappe A3")

    def test_a_name_and_a_factor_agree(self) -> None:
        made = ld.build_document("Trappe A3 - Balance", factor="balance")
        assert made.name == "22 Trappe A3 - Balance.docx"
        assert "version asked for" in refused("Trappe A3 - Balance", factor="stoette")

    def test_two_themes_of_one_name_are_told_apart_by_their_ids(self) -> None:
        own = [{"id": name, "title": "Pauser"} for name in ("pauser", "hvile")]
        made = programme(themes={"own": own})
        told = refused("Action card - Pauser", made)
        assert told == "“Action card - Pauser” can mean 2 documents. Say which theme: pauser, hvile."
        assert ld.build_document("Action card - Pauser", made, theme="hvile").name == "35 Action card - Pauser.docx"

    def test_one_that_is_misspelt_is_told_with_a_name_that_can_be_written(self) -> None:
        assert refused("Trappe A3 - Balanse").endswith("Did you mean “Trappe A3”?")


def test_of_three_decks_the_step_says_which() -> None:
    assert "Say which by its step or its number: 12 (1 Forbered), 22" in refused("deck")


def test_an_unknown_name_is_told_in_a_line() -> None:
    told = refused("nonsense", kit="ledergruppen")
    assert told == "There is no document “nonsense”. “ledertrivsel list ledergruppen” shows those there are."
    assert refused("acton-card") == "There is no document “acton-card”. Did you mean “action-card”?"
