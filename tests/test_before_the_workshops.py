"""The papers before the workshops: what to print and pack, what is known already, and the invitations."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.layouts import LAYOUTS
from ledertrivsel_docs.models.amounts import Per, amount, groups_of, groups_on_each_theme, groups_on_themes
from tests.support.office import needs_font, needs_tool, pages
from tests.support.outline import outline
from tests.support.programmes import filled, long
from tests.support.word import blocks, texts, tree

LIBRARY = ld.Library.default()
PLAN, KIT = LIBRARY.samlet_plan, LIBRARY.kits["samlet-plan"]
DAY = {"date": "2027-01-12"}


def programme(**fields: object) -> ld.Programme:
    read = {"organisation": "Eksempel Kommune", **fields}
    return ld.Programme.model_validate(read, context=LIBRARY.context)


def people(count: int, themes: int) -> ld.Programme:
    return programme(participants=count, themes={"selected": [str(n) for n in range(1, themes + 1)]})


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
        first, second, third = copies(people(participants, themes))
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
        for workshop in lists(people(19, 4)):
            assert workshop["52 Evaluering"][2:] == [
                *("A4", "Kun side 1", "10"),
                "Et halvt ark til hver deltager. Ensidet. Klip inden dagen.",
            ]
        assert all("52 Evaluering" not in workshop for workshop in lists(people(4, 1)))
        assert all("Antal" in workshop["52 Evaluering"][4] for workshop in lists(None))

    def test_uneven_groups_are_at_most_so_many(self) -> None:
        _, second, third = lists(people(120, 7))
        assert second["facts"][2] == "Grupper24 (højst 4 om hvert tema)"
        assert second["24 Arbejdsark"][4:] == third["35 Action card"][4:] == ["28", "Op til 4 til hvert tema."]
        assert lists(people(18, 1))[1]["24 Arbejdsark"][4:] == ["4", "1 til hver gruppe."]

    def test_the_run_sheets_lay_out_what_is_packed(self) -> None:
        for made, card, each, shared in (
            (None, "34 Action card - tomt", "ét til hver gruppe om hvert tema", False),
            (people(18, 4), "35 Action card", "ét til hvert tema", False),
            (people(120, 7), "35 Action card", "op til 4 til hvert tema", True),
            (people(18, 1), "35 Action card", "ét til hver gruppe", True),
        ):
            assert f"”24 Arbejdsark” ({each})" in outline(ld.build_document("21", made).bytes)
            text = outline(ld.build_document("31", made).bytes)
            assert f"”{card}” ({each})" in text
            assert ("Flere grupper har samme tema. Aftal, hvilken gruppe" in text) == shared
            assert card in lists(made)[2]

    def test_a_small_group_talks_instead_of_answering(self) -> None:
        for number in ("11", "21", "31"):
            asked = "Læg skemaet fra ”52 Evaluering” på bordene, før I runder af."
            assert asked in outline(ld.build_document(number, people(18, 4)).bytes)
            few = outline(ld.build_document(number, people(4, 1)).bytes)
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
        _, second, _ = lists(people(120, 4))
        assert second["facts"][2] == "Grupper24 (6 om hvert tema)"
        assert second["24 Arbejdsark"][-1] == "6 til hvert tema."

    def test_lunch_and_breaks_are_packed_for(self) -> None:
        workshops = {"prepare": {**DAY, "start": "9.00"}, "qualify": DAY, "concretise": DAY}
        first, second, _ = lists(programme(participants=18, workshops=workshops))
        assert first["Kaffe og te"][2:] == ["18", "1 til hver deltager. Pausen kl. 10.30–10.45."]
        by_ten = {"prepare": {"date": "2027-01-05"}, "qualify": {**DAY, "start": "9.00"}, "concretise": DAY}
        _, brief, _ = lists(programme(participants=18, workshops=by_ten))
        assert brief["Kaffe og te"][2:] == ["18", "1 til hver deltager. Pausen kl. 10.10–10.20."]
        assert second["Frokost"][2:] == ["18", "1 til hver deltager. Frokosten kl. 11.55–12.40."]

    def test_the_paper_is_that_of_the_template(self) -> None:
        by_title = {document.plain_title: document.id for document in KIT.documents}
        for workshop in lists(filled()):
            for title, row in workshop.items():
                if title in by_title:
                    page = LAYOUTS[by_title[title]].page
                    assert row[2] == ("A3" if max(page.width, page.height) == 420 else "A4"), title

    def test_each_workshop_has_a_page(self, tmp_path: Path) -> None:
        needs_tool("soffice")
        needs_font("Calibri")
        files = []
        for name, made in {"blank": None, "filled": filled(), "large": people(120, 12)}.items():
            file = tmp_path / f"{name}.docx"
            file.write_bytes(ld.build_document("packing-list", made).bytes)
            files.append(file)
        assert pages(files) == [3, 3, 3]

    @pytest.mark.parametrize(
        ("number", "made"),
        [("23", people(18, 5)), ("23", people(18, 6)), ("36", people(18, 6)), ("36", people(18, 12))],
    )
    def test_a_copy_takes_as_many_sheets_as_the_list_counts(
        self, number: str, made: ld.Programme, tmp_path: Path
    ) -> None:
        needs_tool("soffice")
        needs_font("Calibri")
        file = tmp_path / f"{number}.docx"
        file.write_bytes(ld.build_document(number, made).bytes)
        [row] = [row for workshop in lists(made) for what, row in workshop.items() if what.startswith(number)]
        [count] = pages([file])
        assert row[3] == ("1 side" if count == 1 else f"{count} sider")
        assert ("2 ark i hvert sæt." in row[5]) == (count > 2)

    def test_says_what_only_the_one_who_packs_knows(self) -> None:
        first, second, third = lists(filled())
        assert first["Flipover med papir"][-1] == "Tegn Prioriteringskortet til post-its inden mødet."
        assert second["Papir til noter"][2] == "18"
        for workshop in (first, second, third):
            assert "Saml dem ind ved døren." in workshop["Kuvert til skemaer"][-1]
        assert all("Kuvert til skemaer" not in workshop for workshop in lists(people(4, 1)))

    def test_a_paper_that_may_be_two_pages_says_so(self) -> None:
        first, second, third = lists(filled())
        assert [first["11 Drejebog"][3], second["24 Arbejdsark"][3], third["35 Action card"][3]] == ["1–2 sider"] * 3


class TestKnownFacts:
    def test_quotes_the_source_and_asks_as_the_map_does(self) -> None:
        text = outline(ld.build_document("known-facts").bytes)
        for said in (PLAN.tool.knowledge.title, PLAN.tool.knowledge.text, PLAN.priority_map.discussion.questions[1]):
            assert str(said) in text

    def test_every_place_to_know_from_has_room_for_what_it_says_and_does_not(self) -> None:
        text = outline(ld.build_document("known-facts").bytes)
        for row in ("survey", "apv", "absence", "fora", "representatives", "voices", "other"):
            assert all(f"‹{row}.{cell}?: " in text for cell in ("source", "tells", "not"))

    def test_warns_of_personal_data(self) -> None:
        text = outline(ld.build_document("known-facts").bytes)
        assert "grupper på mindst fem" in text
        assert "Kun samlede tal, aldrig enkeltpersoner" in text

    def test_says_who_has_filled_it_in(self) -> None:
        assert "‹filled_by: HR og Arbejdsmiljø›" in outline(ld.build_document("known-facts", filled()).bytes)


class TestInvitation:
    @pytest.mark.parametrize(
        ("step", "when", "attached"),
        [
            ("prepare", "tirsdag den 12. januar 2027 kl. 9.00–10.30", "13 Forberedelse - vurdér temaerne"),
            ("qualify", "tirsdag den 26. januar 2027 kl. 9.00–10.10", "23 Viden og mandat siden sidst"),
            ("concretise", "tirsdag den 9. februar 2027 kl. 12.30–14.30", "33 Action card - eksempel"),
        ],
    )
    def test_known_it_is_ready_to_send(self, step: str, when: str, attached: str) -> None:
        data = ld.build_document("invitation", filled(), step=step).bytes
        text = outline(data)
        said = texts(data)
        assert f"Hvornår: {when}" in said
        assert {"Hvor: Byrådssalen", "Mødeleder: HR"} <= set(said)
        assert any(attached in line for line in said)
        assert "Venlig hilsen\nDirektionen\nEksempel Kommune" in said
        assert any("Skriv til HR og Arbejdsmiljø, hr@eksempel.dk." in line for line in said)
        day, _, _ = when.partition(" kl.")
        assert any(line.startswith("Invitation: ") and line.endswith(day) for line in said)
        assert "‹" not in text
        assert "Kopiér emne og tekst ind i en mail" in text

    def test_many_themes_are_told_in_one_sentence(self) -> None:
        themes = ld.Library.default().samlet_plan.themes.themes
        said = texts(ld.build_document("invitation", people(120, 12), step="qualify").bytes)
        [told] = [line for line in said if line.startswith("Det er temaerne:")]
        assert all(theme.short in told for theme in themes)
        assert "Hvordan modtager vi nye ledere?" not in said

    def test_the_worksheets_are_attached_once_they_can_be(self) -> None:
        said = texts(ld.build_document("invitation", filled(), step="concretise").bytes)
        assert any(
            line.startswith("Når HR har skrevet arbejdsarkene fra workshop 2 ind eller scannet") for line in said
        )

    def test_tells_what_happens_when(self) -> None:
        said = texts(ld.build_document("invitation", filled(), step="prepare").bytes)
        assert [line for line in said if line.startswith("kl.")] == [
            "kl.\xa09.00: Velkommen",
            "kl.\xa09.15: Præsentation af værktøjet",
            "kl.\xa09.25: Prioritér temaerne",
            "kl.\xa010.25: Afrunding",
        ]
        assert any("Vi ser på 13 temaer" in line for line in said)

    def test_the_introduction_takes_its_time(self) -> None:
        workshops = {"prepare": {**DAY, "start": "9.00", "intro": "ja"}}
        said = texts(ld.build_document("10", programme(workshops=workshops)).bytes)
        assert "kl.\xa09.15: Introduktion til lederes trivsel" in said
        assert "Hvornår: tirsdag den 12. januar 2027 kl. 9.00–11.15" in said

    def test_blank_it_has_a_place_for_everything(self) -> None:
        text = outline(ld.build_document("invitation", step="prepare").bytes)
        for place in ("when.date", "when.time", "where.place", "who.facilitator", "opening.sender", "contact.contact"):
            assert f"‹{place}?: " in text
        assert "(90 minutter)" in text
        assert "None" not in text
        assert "Udfyld det, der står med lys skrift" in text
        for place in ("calendar.qualify", "calendar.concretise"):
            assert f"‹{place}?: ugedag og dato›" in text

    def test_a_mail_has_no_table_and_no_empty_facts(self) -> None:
        body = tree(ld.build_document("invitation", filled(), step="qualify").bytes)[0]
        found = blocks(body)
        assert [isinstance(block, list) for block in found].count(True) == 1
        assert isinstance(found[3], list)  # after kicker, title and lead: what to attach

    def test_names_the_themes_and_where_the_plan_goes(self) -> None:
        said = texts(ld.build_document("invitation", filled(), step="concretise").bytes)
        assert {"Hvordan sikrer vi sparring?", "Hvordan leder vi på afstand?"} <= set(said)
        [after] = [line for line in said if line.startswith("Planen bliver derefter")]
        order = ["Område-MED den 24. februar 2027", "Hoved-MED den 10. marts 2027", "Direktionen den 24. marts 2027"]
        assert re.search(".*".join(order), after)

    def test_one_day_is_one_invitation(self) -> None:
        workshops = {"prepare": {**DAY, "start": "9.00", "place": "Kantinen"}, "qualify": DAY, "concretise": DAY}
        made = programme(workshops=workshops, anchoring={"sender": "Direktionen"})
        first, second, third = (texts(ld.build_document(number, made).bytes) for number in ("10", "20", "30"))
        assert "Hvornår: tirsdag den 12. januar 2027 kl. 9.00–14.40" in first
        program = [re.sub(r"\. .*", "", line) for line in first if line.startswith("kl.")]
        assert program == [
            "kl.\xa09.00–10.30: Vi vælger temaer",
            "kl.\xa010.30–10.45: Pause",
            "kl.\xa010.45–11.55: Vi går i dybden med temaerne",
            "kl.\xa011.55–12.40: Frokost",
            "kl.\xa012.40–14.40: Vi samler planen",
        ]
        for later in (second, third):
            assert "Mailen fra ”10 Invitation”" in later
            assert any("”10 Invitation” gælder for hele dagen" in line for line in later)
            assert any(line.startswith("Direktionen inviterer til en dag") for line in later)

    def test_the_last_two_on_one_day(self) -> None:
        workshops = {"prepare": DAY, "qualify": {"date": "2027-01-26", "start": "9.00"}, "concretise": {}}
        workshops["concretise"] = {"date": "2027-01-26"}
        made = programme(workshops=workshops)
        assert "Mailen fra ”10 Invitation”" not in texts(ld.build_document("20", made).bytes)
        assert any("to sidste workshopper" in line for line in texts(ld.build_document("20", made).bytes))
        assert "Mailen fra ”20 Invitation”" in texts(ld.build_document("30", made).bytes)

    def test_the_first_one_names_the_dates_of_the_others(self) -> None:
        said = texts(ld.build_document("10", filled()).bytes)
        [line] = [line for line in said if line.startswith("Sæt også kryds")]
        assert "workshop 2 tirsdag den 26. januar 2027 kl. 9.00–10.10" in line
        assert "workshop 3 tirsdag den 9. februar 2027 kl. 12.30–14.30" in line
        day = programme(workshops={"prepare": DAY, "qualify": DAY, "concretise": DAY})
        assert not any("kryds i kalenderen" in line for line in texts(ld.build_document("10", day).bytes))

    @pytest.mark.parametrize(
        ("number", "day"), [("10", "22. december 2026"), ("20", "19. januar 2027"), ("30", "2. februar 2027")]
    )
    def test_says_when_to_send_it(self, number: str, day: str) -> None:
        assert any(f"enest tirsdag den {day}" in line for line in texts(ld.build_document(number, filled()).bytes))
        close = programme(workshops={"prepare": DAY, "qualify": {"date": "2027-01-14"}})
        assert "enest" not in outline(ld.build_document("20", close).bytes)

    def test_a_break_that_a_workshop_ends_with_is_told(self) -> None:
        workshops = {"prepare": {**DAY, "start": "9.00"}, "qualify": {**DAY, "start": "12.00"}, "concretise": DAY}
        said = texts(ld.build_document("10", programme(workshops=workshops)).bytes)
        assert "kl.\xa013.10–13.20: Pause" in said
        assert any(line.startswith("kl.\xa012.00–13.10: Vi går i dybden") for line in said)

    def test_themes_that_are_chosen_that_day_are_not_told_before(self) -> None:
        made = programme(workshops={"prepare": DAY, "qualify": DAY}, themes={"selected": ["3"]})
        text = outline(ld.build_document("20", made).bytes)
        assert "temaet" not in text
        assert "siden sidst:" not in text
        assert PLAN.themes.themes[2].title not in text

    @pytest.mark.parametrize(
        ("participants", "themes", "said"),
        [
            (4, 1, "Så arbejder vi med temaet og"),
            (18, 1, "Så arbejder vi i grupper med temaet og"),
            (4, 4, "Så arbejder vi med temaerne og"),
            (18, 4, "Så arbejder vi i grupper med hvert sit tema"),
            (18, 12, "Så arbejder vi i grupper med temaerne"),
            (120, 4, "Så arbejder vi i grupper med temaerne"),
        ],
    )
    def test_groups_and_themes_as_many_as_there_are(self, participants: int, themes: int, said: str) -> None:
        made = people(participants, themes)
        text = outline(ld.build_document("20", made).bytes)
        assert said in text
        assert ("Temaet er:" if themes == 1 else "Det er temaerne:") in text
        assert ("i mindre grupper" in outline(ld.build_document("10", made).bytes)) is (participants > 4)

    @pytest.mark.parametrize("step", ["prepare", "qualify", "concretise"])
    def test_long_names_lose_nothing(self, step: str) -> None:
        made = long()
        said = "\n".join(texts(ld.build_document("invitation", made, step=step).bytes))
        assert str(made.anchoring.sender) in said
        assert str(made.workshops.prepare.place) in said
