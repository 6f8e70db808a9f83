"""The overview for AMO: what is quoted, what counts as covered, and what is missing."""

from __future__ import annotations

import re
from typing import Any

import pytest

import ledertrivsel_docs as ld
from tests.support.papers import plain, text_of
from tests.support.programmes import HOSTILE, filled, programme_of, with_themes

PLAN = ld.Library.default().samlet_plan
APV = "apv-view"
ELEMENTS = ("Art", "Alvor", "Omfang", "Årsager", "Hvornår", "Hvordan", "Ansvarlig", "Opfølgning")
CARD = {"tasks": "HR: finder makkere.", "owner": "HR", "follow_up": "HR spørger parrene.", "valid_from": "2027-04-01"}


def one_card(*sheets: dict[str, Any], card: dict[str, Any] | None = None) -> ld.Programme:
    return programme_of(
        themes={"selected": ["sparring"]},
        qualification=[{"theme": "sparring", **sheet} for sheet in sheets],
        action_cards=[{"theme": "sparring", **card}] if card else [],
    )


def element(text: str, name: str) -> str:
    """The row of an element on the first card."""
    rows = text.split("Kort 1:", 1)[1].split("  row")
    return next(row for row in rows if f"[FormLabel] {name}\n" in row)


class TestApvView:
    def test_each_card_has_the_eight_elements_in_their_order(self) -> None:
        text = text_of(APV, filled())
        for number in range(1, 5):
            card = text.split(f"Kort {number}: ", 1)[1].split("Kort ")[0]
            assert tuple(re.findall(r"\[FormLabel\] (\w+)$", card, re.MULTILINE)) == ELEMENTS

    def test_counts_what_is_covered_for_each_card_and_in_all(self) -> None:
        text = plain(text_of(APV, filled()))
        counts = re.findall(r"^(\d) af 8$", text, re.MULTILINE)
        assert counts == ["4", "4", "3", "3"]
        assert [f"{count} af 8 punkter er dækket." in text for count in counts] == [True] * 4
        assert "Fire action cards" in text
        assert "14 af de 32 punkter er dækket" in text

    def test_quotes_with_where_it_stands(self) -> None:
        text = text_of(APV, one_card({"group": 1, "shows_as": "Ingen spørger.", "assessment": 2}, card=CARD))
        assert "”Ingen spørger.” (arbejdsark)" in element(text, "Art")
        assert "”HR: finder makkere.” (kort\xa01)" in element(text, "Hvordan")
        assert "] HR (kort\xa01)" in element(text, "Ansvarlig")
        assert "”HR spørger parrene.” (kort\xa01)" in element(text, "Opfølgning")
        assert "Gælder fra: 1. april 2027 (kort\xa01)" in element(text, "Hvornår")

    def test_days_of_the_card_do_not_say_when_it_is_solved(self) -> None:
        row = element(text_of(APV, one_card(card=CARD)), "Hvornår")
        assert "Mangler" in row
        assert "‹sparring.when?: Hvornår skal det være løst?›" in row

    def test_neither_a_group_nor_its_mark_is_told(self) -> None:
        text = text_of(APV, one_card({"group": 1, "shows_as": "Ingen spørger.", "assessment": 2}, card=CARD))
        assert "gruppe 1" not in plain(text).lower()
        row = element(text, "Alvor")
        assert "i lav grad" not in row
        assert "‹sparring.severity.state: *Mangler*›" in row
        assert "‹sparring.severity?: Hvad betyder det for lederne og for arbejdet?›" in row

    def test_two_groups_are_both_quoted(self) -> None:
        sheets = [
            {"group": number, "shows_as": text, "assessment": number} for number, text in ((1, "Få."), (3, "Alle."))
        ]
        text = text_of(APV, one_card(*sheets))
        for said in ("Få.", "Alle."):
            assert f"”{said}” (arbejdsark)" in element(text, "Art")

    def test_what_the_groups_lack_is_a_line_each(self) -> None:
        one, two = ({"group": number, "missing": text} for number, text in ((1, "Tal"), (2, "Tid")))
        assert "skrev gruppen: ”Tal” (arbejdsark)." in plain(text_of(APV, one_card(one)))
        lines = plain(text_of(APV, one_card(one, two))).splitlines()
        at = lines.index("Under ”Det mangler vi” skrev grupperne:")
        assert lines[at + 1] == "”Tal” (arbejdsark)."
        assert lines[at + 2].startswith("”Tid” (arbejdsark). ")

    def test_of_two_cards_for_a_theme_the_first_has_what_the_groups_wrote(self) -> None:
        cards = [{**CARD, "theme": "sparring", "source": source} for source in ("a.docx", "b.docx")]
        sheet = {"theme": "sparring", "shows_as": "Ingen spørger.", "missing": "Tid"}
        text = text_of(APV, programme_of(themes={"selected": ["sparring"]}, action_cards=cards, qualification=[sheet]))
        assert text.count("Ingen spørger.") == text.count("”Tid”") == 1
        assert "Det, grupperne skrev, står ved kort\xa01a (arbejdsark)" in text
        assert text.count("Alvor, omfang, årsager og hvornår mangler.") == 2

    @pytest.mark.parametrize("document", [APV, "status-sheet"])
    def test_of_a_plan_that_no_longer_applies_it_is_said(self, document: str) -> None:
        told = {
            status: text_of(document, programme_of(plan={"status": status})) for status in ("Godkendt", "Historisk")
        }
        assert "planen gælder ikke længere" in told["Historisk"]
        assert "planen gælder ikke længere" not in told["Godkendt"]

    @pytest.mark.parametrize("name", ["Omfang", "Årsager"])
    def test_what_nobody_wrote_is_missing_with_a_place_to_write(self, name: str) -> None:
        key = {"Omfang": "extent", "Årsager": "causes"}[name]
        row = element(text_of(APV, one_card({"shows_as": "Ingen spørger."}, card=CARD)), name)
        assert f"‹sparring.{key}?: " in row
        assert f"‹sparring.{key}.state: *Mangler*›" in row
        assert "”" not in row

    def test_a_card_that_nobody_has_written_lacks_everything(self) -> None:
        text = text_of(APV, programme_of(themes={"selected": ["sparring"]}))
        assert (
            "0 af 8 punkter er dækket. Art, alvor, omfang, årsager, hvornår, hvordan, ansvarlig og opfølgning mangler."
            in text
        )
        assert len(re.findall(r"‹sparring\.\w+\?: ", text)) == 8

    def test_ideas_are_told_but_do_not_count(self) -> None:
        row = element(text_of(APV, one_card({"ideas": "Makkerpar"})), "Hvordan")
        assert "som kortet ikke har taget med endnu: ”Makkerpar”" in row
        assert "Mangler" in row
        agreed = element(text_of(APV, one_card({"ideas": "Makkerpar"}, card=CARD)), "Hvordan")
        assert "Makkerpar" not in agreed

    def test_overview_has_a_row_a_card_in_the_order_of_priority(self) -> None:
        chosen = ["krydspres", "nye-ledere", "sparring"]
        text = text_of(APV, programme_of(themes={"selected": chosen}))
        matrix = text.split("Kort 1: ")[0]
        titles = [PLAN.themes.by_id()[theme].title for theme in chosen]
        places = [matrix.index(title) for title in titles]
        assert places == sorted(places)
        assert matrix.count("*Mangler*") == 24
        assert "Kortene står i prioriteret rækkefølge." in matrix

    def test_one_card_has_no_order_and_nothing_covered_no_mark(self) -> None:
        text = text_of(APV, programme_of(themes={"selected": ["sparring"]}))
        assert "rækkefølge" not in text
        assert "”Dækket” betyder" not in text
        assert "Planen erstatter ikke APV’en." in text
        assert "at I ser på sygefraværet" in text

    def test_amo_discusses_the_plan_or_approves_it(self) -> None:
        assert "Vurderet på ledelsens vegne" in text_of(APV, filled())
        amo = {"name": "AMO", "role": "godkendelse"}
        assert "Godkendt for ledelsen" in text_of(APV, programme_of(plan={"forums": [amo]}))

    def test_says_nothing_of_priority_where_nothing_is_chosen(self) -> None:
        text = text_of(APV, programme_of(action_cards=[{"theme": theme, "owner": "HR"} for theme in ("sparring", "4")]))
        assert "Aftal, i hvilken rækkefølge" in text
        assert "prioriteret rækkefølge" not in text

    @pytest.mark.parametrize("count", [1, 4, 12])
    def test_has_a_page_for_each_card(self, count: int) -> None:
        text = text_of(APV, with_themes(count))
        assert len(re.findall(r"\[Heading2\] Kort \d", text)) == count
        assert f"0 af de {count * 8} punkter er dækket" in text

    def test_approval_has_roles_and_the_date_of_amo(self) -> None:
        text = text_of(APV, filled())
        assert "‹amo.treated: 17. marts 2027›" in text
        for key in ("management", "employees"):
            assert f"‹amo.{key}?: Rolle›" in text
        assert "‹amo.approved?: Dato›" in text
        assert "Årlig arbejdsmiljødrøftelse" in text
        assert "‹amo.treated?: Dato›" in text_of(APV, programme_of())

    def test_amo_judges_every_element(self) -> None:
        text = text_of(APV, filled())
        assert len(re.findall(r"‹[\w-]+\.\w+\.judged: ☐›", text)) == 32
        assert "Det er vores bud. AMO vurderer, om det er nok." in text

    def test_blank_explains_and_has_one_empty_block(self) -> None:
        text = text_of(APV)
        assert text.count("[Heading2] Kort 1: ") == 1
        assert "Mangler" not in plain(text).splitlines()
        assert "af 8" not in text
        labels = {field.key: field.label for field in PLAN.action_card.fields}
        labels |= {field.key: field.label for field in PLAN.qualification.own_fields}
        for key in ("tasks", "owner", "follow_up", "shows_as"):
            assert f"”{labels[key]}”" in text

    def test_long_answers_are_shortened_and_hostile_ones_printed(self) -> None:
        text = text_of(
            APV, one_card({"shows_as": HOSTILE, "group": 2}, card={"tasks": "Vi taler sammen hver uge. " * 150})
        )
        assert f"”{HOSTILE}” (arbejdsark)" in text
        assert "…” (kort\xa01)" in element(text, "Hvordan")
        assert len(element(text, "Hvordan")) < 1000
