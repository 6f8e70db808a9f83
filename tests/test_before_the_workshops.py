"""What HR prepares: how many of everything, and what to print and pack."""

from __future__ import annotations

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.layouts import LAYOUTS
from ledertrivsel_docs.models.amounts import Per, amount, groups_of, groups_on_each_theme, groups_on_themes
from tests.support.office import needs_font, pages
from tests.support.outline import outline
from tests.support.programmes import filled, programme_of, with_themes
from tests.support.sheets import DAY
from tests.support.word import blocks, tree

LIBRARY = ld.Library.default()
KIT = LIBRARY.kits["samlet-plan"]


def lists(made: ld.Programme | None) -> list[dict[str, list[str]]]:
    """The packing list: for each workshop its lines by what they are about."""
    body = tree(ld.build_document("packing-list", made).bytes)[0]
    tables = [block for block in blocks(body) if isinstance(block, list)]
    found: list[dict[str, list[str]]] = []
    for number, table in enumerate(tables):
        rows = [["".join(map(str, cell)) for cell in row] for row in table]
        if number % 3 == 0:
            found.append({"facts": rows[0]})
        else:
            found[-1] |= {row[1]: row for row in rows[1:]}
    return found


def copies(made: ld.Programme | None) -> list[dict[str, str]]:
    """How many of each thing, for each workshop."""
    at = {6: 4, 4: 2}
    return [{what: row[at[len(row)]] for what, row in workshop.items() if what != "facts"} for workshop in lists(made)]


class TestAmounts:
    @pytest.mark.parametrize(
        ("participants", "fewest", "most"), [(1, 1, 1), (4, 1, 1), (7, 2, 2), (18, 4, 6), (120, 24, 40)]
    )
    def test_groups_have_three_to_five(self, participants: int, fewest: int, most: int) -> None:
        groups = groups_of(participants)
        assert (groups.fewest, groups.most) == (fewest, most)

    @pytest.mark.parametrize("themes", [1, 4, 12])
    def test_nobody_is_left_without_a_group_or_a_theme(self, themes: int) -> None:
        for participants in range(1, 200):
            count, each = groups_on_themes(participants, themes), groups_on_each_theme(participants, themes)
            assert count * 5 >= participants
            assert themes * each >= count

    def test_what_is_not_known_is_not_guessed(self) -> None:
        assert amount(Per.MEETING, None, None) == 1
        assert [amount(per, None, 4) for per in (Per.PARTICIPANT, Per.GROUP, Per.THEME_GROUP)] == [None] * 3
        assert amount(Per.THEME_GROUP, 18, None) is None
        assert amount(Per.GROUP, 18, None) == 6


class TestPackingList:
    @pytest.mark.parametrize(
        ("participants", "themes", "groups", "on_themes", "sheets"),
        [
            (4, 1, 1, 1, 1),
            (4, 4, 1, 1, 4),
            (4, 12, 1, 1, 12),
            (18, 1, 6, 4, 4),
            (18, 4, 6, 4, 4),
            (18, 12, 6, 6, 12),
            (120, 1, 40, 24, 24),
            (120, 4, 40, 24, 24),
            (120, 12, 40, 24, 24),
        ],
    )
    def test_counts_for_people_groups_and_themes(
        self, participants: int, themes: int, groups: int, on_themes: int, sheets: int
    ) -> None:
        first, second, third = copies(with_themes(themes, participants=participants))
        assert first["13 Forberedelse - vurdér temaerne"] == first["Penne"] == str(participants)
        assert first["14 Temakort"] == first["16 Til gruppelederen"] == first["Blok post-its"] == str(groups)
        assert first["15 Prioriteringskort A3"] == first["11 Drejebog"] == "1"
        assert second["23 Viden og mandat siden sidst"] == str(on_themes)
        assert second["24 Arbejdsark"] == third["35 Action card"] == third["Arbejdsarkene fra sidst"] == str(sheets)
        assert second.get("Bordskilte med temaerne") == (None if on_themes == 1 else str(on_themes))
        assert "34 Action card - tomt" not in third

    def test_adds_up_the_paper(self) -> None:
        text = outline(ld.build_document("packing-list", filled()).bytes)
        # 18 worksheets, a run sheet, 6 facts, 6 sets of 4 sheets of cards, 6 cards for group leaders, 9 forms; the map
        assert "I alt ca. 64 ark A4 og 1 ark A3." in text
        assert "I alt ca. 18 ark A4." in text
        assert "I alt ca. 19 ark A4." in text

    def test_every_participant_gets_half_an_evaluation_where_five_can_answer(self) -> None:
        for workshop in lists(with_themes(4, participants=19)):
            assert workshop["52 Evaluering"][2:] == [
                *("A4", "Kun side 1", "10"),
                "Et halvt ark til hver deltager. Ensidet. Klip inden dagen.",
            ]
        assert all("52 Evaluering" not in workshop for workshop in lists(with_themes(1, participants=4)))
        assert all("Antal" in workshop["52 Evaluering"][4] for workshop in lists(None))

    def test_uneven_groups_are_at_most_so_many(self) -> None:
        _, second, third = lists(with_themes(7, participants=120))
        assert second["facts"][2] == "Grupper24 (højst 4 om hvert tema)"
        assert second["24 Arbejdsark"][4:] == third["35 Action card"][4:] == ["28", "Op til 4 til hvert tema."]
        assert lists(with_themes(1, participants=18))[1]["24 Arbejdsark"][4:] == ["4", "1 til hver gruppe."]

    def test_the_run_sheets_lay_out_what_is_packed(self) -> None:
        for made, card, each, shared in (
            (None, "34 Action card - tomt", "ét til hver gruppe om hvert tema", False),
            (with_themes(4, participants=18), "35 Action card", "ét til hvert tema", False),
            (with_themes(7, participants=120), "35 Action card", "op til 4 til hvert tema", True),
            (with_themes(1, participants=18), "35 Action card", "ét til hver gruppe", True),
        ):
            assert f"”24 Arbejdsark” ({each})" in outline(ld.build_document("21", made).bytes)
            text = outline(ld.build_document("31", made).bytes)
            assert f"”{card}” ({each})" in text
            assert ("Flere grupper har samme tema. Aftal, hvilken gruppe" in text) == shared
            assert card in lists(made)[2]

    def test_a_small_group_talks_instead_of_answering(self) -> None:
        for number in ("11", "21", "31"):
            asked = "Læg skemaet fra ”52 Evaluering” på bordene, før I runder af."
            assert asked in outline(ld.build_document(number, with_themes(4, participants=18)).bytes)
            few = outline(ld.build_document(number, with_themes(1, participants=4)).bytes)
            assert asked not in few
            assert "I er færre end fem. Tal om spørgsmålene på ”52 Evaluering”" in few

    def test_blank_it_says_the_rule_and_has_a_place_for_the_number(self) -> None:
        text = outline(ld.build_document("packing-list").bytes)
        assert "‹prepare.print.13.copies?: Antal›" in text
        assert "‹prepare.participants?: Antal›" in text
        assert "1 til hver deltager. Sendes med invitationen." in text
        assert "1 pr. tema til hver gruppe, der arbejder med det." in text
        assert "I alt ca." not in text
        assert "34 Action card - tomt" in copies(None)[2]

    def test_every_line_has_a_box_to_tick(self) -> None:
        for workshop in lists(filled()):
            assert all(row[0] == "☐" for what, row in workshop.items() if what != "facts")

    def test_several_groups_on_a_theme_are_told(self) -> None:
        _, second, _ = lists(with_themes(4, participants=120))
        assert second["facts"][2] == "Grupper24 (6 om hvert tema)"
        assert second["24 Arbejdsark"][-1] == "6 til hvert tema."

    def test_lunch_and_breaks_are_packed_for(self) -> None:
        workshops = {"prepare": {**DAY, "start": "9.00"}, "qualify": DAY, "concretise": DAY}
        first, second, _ = lists(programme_of(participants=18, workshops=workshops))
        assert first["Kaffe og te"][2:] == ["18", "1 til hver deltager. Pausen kl. 10.30–10.45."]
        by_ten = {"prepare": {"date": "2027-01-05"}, "qualify": {**DAY, "start": "9.00"}, "concretise": DAY}
        _, brief, _ = lists(programme_of(participants=18, workshops=by_ten))
        assert brief["Kaffe og te"][2:] == ["18", "1 til hver deltager. Pausen kl. 10.10–10.20."]
        assert second["Frokost"][2:] == ["18", "1 til hver deltager. Frokosten kl. 11.55–12.40."]

    def test_the_paper_is_that_of_the_template(self) -> None:
        by_title = {document.plain_title: document.id for document in KIT.documents}
        for workshop in lists(filled()):
            for title, row in workshop.items():
                if title in by_title:
                    page = LAYOUTS[by_title[title]].page
                    assert row[2] == ("A3" if max(page.width, page.height) == 420 else "A4"), title

    def test_each_workshop_has_a_page(self) -> None:
        needs_font("Calibri")
        programmes = (None, filled(), with_themes(12, participants=120))
        assert pages([ld.build_document("packing-list", made) for made in programmes]) == [3, 3, 3]

    @pytest.mark.parametrize(
        ("number", "made"),
        [
            ("23", with_themes(5, participants=18)),
            ("23", with_themes(6, participants=18)),
            ("36", with_themes(6, participants=18)),
            ("36", with_themes(12, participants=18)),
        ],
    )
    def test_a_copy_takes_as_many_sheets_as_the_list_counts(self, number: str, made: ld.Programme) -> None:
        needs_font("Calibri")
        [row] = [row for workshop in lists(made) for what, row in workshop.items() if what.startswith(number)]
        [count] = pages([ld.build_document(number, made)])
        assert row[3] == ("1 side" if count == 1 else f"{count} sider")
        assert ("2 ark i hvert sæt." in row[5]) == (count > 2)

    def test_says_what_only_the_one_who_packs_knows(self) -> None:
        first, second, third = lists(filled())
        assert first["Flipover med papir"][-1] == "Tegn Prioriteringskortet til post-its inden mødet."
        assert second["Papir til noter"][2] == "18"
        for workshop in (first, second, third):
            assert "Saml dem ind ved døren." in workshop["Kuvert til skemaer"][-1]
        assert all("Kuvert til skemaer" not in workshop for workshop in lists(with_themes(1, participants=4)))

    def test_a_paper_that_may_be_two_pages_says_so(self) -> None:
        first, second, third = lists(filled())
        assert [first["11 Drejebog"][3], second["24 Arbejdsark"][3], third["35 Action card"][3]] == ["1–2 sider"] * 3
