"""The first papers that HR meets: the process on one page, the decisions and roles, and the checklist."""

from __future__ import annotations

import datetime
import re

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.models.hours import hours
from tests.support.office import needs_font, pages
from tests.support.papers import text_of
from tests.support.programmes import BRANDS, filled, programme_of

LIBRARY = ld.Library.default()
PLAN = LIBRARY.samlet_plan
TOOL = PLAN.tool
TWELVE = [str(number) for number in range(1, 13)]


def on_days(*days: int) -> ld.Programme:
    dates = [datetime.date(2027, 1, day) for day in days]
    return programme_of(workshops={step.value: {"date": day} for step, day in zip(ld.Step, dates, strict=True)})


class TestOverview:
    def test_says_first_what_the_source_says_and_marks_what_is_ours(self) -> None:
        text = text_of("overview")
        for fact in TOOL.header:
            assert f"*{fact.label}{'*' if fact.own else ''}: *{fact.text}" in text
        assert str(TOOL.purpose.text) in text
        for told in (TOOL.target_group.title, TOOL.time_label):
            assert f"*{told}: *" in text
        for told in (*TOOL.target_group.points, *(time.text for time in TOOL.times)):
            assert told in text
        assert "* Forberedelsestid og det, I skal bruge, er skabelonens bud" in text

    def test_has_the_steps_and_their_points_in_the_sources_words(self) -> None:
        text = text_of("overview")
        assert TOOL.steps_title in text
        assert TOOL.template_title in text
        for step in TOOL.steps:
            assert step.text in text
            assert text.count(step.title) == 1
            assert all(f"[TableBullet] {point}\n" in text for point in step.points)
        assert TOOL.one_or_several.title in text
        assert str(TOOL.one_or_several.text) in text

    def test_known_dates_stand_where_others_are_written(self) -> None:
        text = text_of("overview", filled())
        for known in (
            "‹prepare.date: tirsdag den 12. januar 2027›",
            "‹prepare.time: 9.00–10.30 (90 min)›",
            "‹concretise.place: Byrådssalen›",
            "‹forum1: 24. februar 2027: Område-MED, høring (svarfrist 3. marts 2027)›",
            "‹forum4: 24. marts 2027: Direktionen, godkendelse›",
            "‹follow-up: 5. oktober 2027: hele planen›",
            "(18 deltagere)",
        ):
            assert known in text
        blank = text_of("overview")
        for place in ("prepare.date?", "qualify.time?", "concretise.place?", "forum1?", "forum3?", "follow-up?"):
            assert f"‹{place}: " in blank

    def test_forums_come_in_the_order_of_their_dates(self) -> None:
        forums = [{"name": "AMO"}, {"name": "Hoved-MED", "date": "2027-03-10"}, {"name": "SU", "date": "2027-02-10"}]
        text = text_of("overview", programme_of(plan={"forums": forums}))
        assert re.findall(r"‹forum\d: (.*?)›", text) == ["10. februar 2027: SU", "10. marts 2027: Hoved-MED", "AMO"]

    def test_forums_of_one_day_and_role_share_a_line(self) -> None:
        heard = {"role": "høring", "date": "2027-02-24", "deadline": "2027-03-03"}
        forums = [{"name": name, **heard} for name in ("MED Nord", "MED Syd")]
        text = text_of("overview", programme_of(plan={"forums": [*forums, {"name": "AMO", "date": "2027-02-24"}]}))
        told = re.findall(r"‹forum\d: (.*?)›", text)
        assert told == [
            "24. februar 2027: MED Nord og MED Syd, høring (svarfrist 3. marts 2027)",
            "24. februar 2027: AMO",
        ]

    def test_clock_times_of_the_three_ways(self) -> None:
        text = text_of("overview")
        for line in (
            "9.00–10.30 Forbered",
            "10.45–11.55 Kvalificer",
            "11.55–12.40 Frokost",
            "12.40–14.40 Konkretiser",
            "Møde 2: 9.00–10.10 Kvalificer",
            "Møde 2: 10.10–10.20 Pause",
            "Møde 2: 10.20–12.20 Konkretiser",
            "Møde 3: 9.00–11.00 Konkretiser",
        ):
            assert f"[TableNote] {line}\n" in text

    def test_the_way_that_was_chosen_has_its_own_times(self) -> None:
        text = text_of("overview", filled())
        assert "Møde 3: 12.30–14.30 Konkretiser" in text
        assert "Møde 3: 9.00–11.00 Konkretiser" not in text

    def test_a_workshop_lasts_as_long_as_its_clock_times_say(self) -> None:
        day = {"date": "2027-01-12"}
        workshops = {"prepare": {**day, "start": "9.00"}, "qualify": {**day, "start": "12.00"}, "concretise": day}
        text = text_of("overview", programme_of(workshops=workshops))
        assert "80 minutter med pause" in text
        assert "12.00–13.20 (80 min)" in text
        assert "2 Kvalificer · 70 minutter\n" in text_of("overview", filled())

    def test_what_no_programme_says_has_a_place(self) -> None:
        text = text_of("overview", filled())
        assert "Frist for dagsorden: ‹agenda?: dato for hvert forum›" in text
        assert "Gør status på kortene på den aftalte dato" in text
        assert "Gør status på kortene efter et halvt år" in text_of("overview")

    @pytest.mark.parametrize(
        ("days", "title"), [((5, 5, 5), "Én dag"), ((5, 12, 12), "To møder"), ((5, 12, 19), "Tre møder")]
    )
    def test_the_way_that_was_chosen_is_named(self, days: tuple[int, int, int], title: str) -> None:
        text = text_of("overview", on_days(*days))
        assert re.findall(r"\[FactLabel\] (.*) \(sådan gør I\)", text) == [title]
        assert "sådan gør I" not in text_of("overview")
        assert "sådan gør I" not in text_of("overview", on_days(5, 5, 12))

    @pytest.mark.parametrize(
        ("participants", "workshops"), [(4, "23 timer 20 min"), (18, "88 timer 40 min"), (120, "564 timer 40 min")]
    )
    def test_hours_add_up(self, participants: int, workshops: str) -> None:
        text = text_of("overview", programme_of(participants=participants))
        assert f"‹total.workshops: {workshops}›" in text
        assert f"‹total.task: {participants} deltagere og én mødeleder›" in text
        assert "6–9 timer" in text
        assert "Kun workshopperne er regnet med." in text

    def test_the_introduction_takes_its_time(self) -> None:
        with_it = programme_of(participants=10, workshops={"prepare": {"intro": True}})
        text = text_of("overview", with_it)
        assert "135 minutter med introduktionen" in text
        assert "9.00–11.15 Forbered" in text
        assert "*Tidsforbrug: *Trin 1: Forberedelsesworkshop: 90 minutter" in text
        assert "5 timer 25 min" in text
        assert hours(with_it, LIBRARY).participants == 10 * (90 + 45 + 70 + 120)

    def test_unknown_sums_are_left_to_write(self) -> None:
        text = text_of("overview")
        assert "‹total.task?: Antal deltagere og mødeleder›" in text
        assert "‹total.workshops?: Antal × 4 timer 40 min›" in text

    def test_the_estimate_is_the_one_the_header_tells(self) -> None:
        told = f"{TOOL.preparation_hours.fewest}–{TOOL.preparation_hours.most} timer til hver workshop"
        assert [fact.own for fact in TOOL.header if told in fact.text] == [True]

    def test_is_two_sides_of_one_sheet(self) -> None:
        forums = [{"name": f"Område-MED {n}", "date": f"2027-0{n}-10", "role": "drøftelse"} for n in range(1, 9)]
        many = programme_of(plan={"forums": forums}, participants=120)
        looks = [brand() for brand in BRANDS.values()]
        for look in looks:
            needs_font(look.fonts.body)
        made = [ld.build_document("overview", one, brand=look) for look in looks for one in (None, filled(), many)]
        assert pages(made) == [2] * len(made)


class TestDecisionsAndRoles:
    def test_asks_and_tells_to_the_letter(self) -> None:
        text = text_of("decisions-and-roles")
        assert TOOL.hr_role in text
        assert f"[Heading2] {TOOL.decisions.title}" in text
        for question in TOOL.decisions.points:
            assert question in text
        for role in TOOL.roles:
            assert f"[FormLabel] {role.name}\n" in text
            assert f"[TableText] {role.text}\n" in text

    def test_known_answers_are_filled_in(self) -> None:
        text = text_of("decisions-and-roles", filled())
        for answer in ("sender: Direktionen", "involved: MED, AMO og lederforeningerne", "home: HR og AMO"):
            assert f"‹anchoring.{answer}›" in text

    def test_everything_else_has_a_place_to_write(self) -> None:
        text = text_of("decisions-and-roles")
        assert len(re.findall(r"‹anchoring\.\w+\?: ", text)) == 4
        assert len(re.findall(r"‹role\d\.who\?: ", text)) == 5
        assert len(re.findall(r"‹agreed\.\w+\?: ", text)) == 3

    def test_says_where_the_answers_go(self) -> None:
        assert "på forsiden af ”40 Plan for ledertrivsel”" in text_of("decisions-and-roles")


class TestChecklist:
    def test_has_every_point_and_call_out_to_the_letter(self) -> None:
        text = text_of("checklist")
        for group in PLAN.checklist.groups:
            assert f"[Heading2] {group.number}. {group.title}\n" in text
            for point in group.points:
                assert f"[TableText] {point}\n" in text
            if group.call_out:
                assert f"*{group.call_out.title} *{group.call_out.text}\n" in text

    def test_every_point_can_be_ticked_and_agreed(self) -> None:
        text = text_of("checklist")
        points = sum(len(group.points) for group in PLAN.checklist.groups)
        shown = {"done": "☐", "agreed[?]": "Svar eller aftale", "who[?]": "En rolle", "when[?]": "Dato"}
        for key, told in shown.items():
            assert len(re.findall(rf"‹point\d-\d\.{key}: {told}›", text)) == points

    def test_points_to_papers_that_the_kit_has(self) -> None:
        names = {document.plain_title for document in LIBRARY.kits["samlet-plan"].documents}
        told = re.findall(r"Se ”(.*?)”", text_of("checklist"))
        assert len(told) == len(LIBRARY.words["checklist"]["helps"])
        assert set(told) <= names
        assert {"04 Print- og pakkeliste", "10 Invitation", "11 Drejebog"} <= set(told)


@pytest.mark.parametrize(
    ("name", "found"), [("1", "01"), ("01", "01"), ("02", "02"), ("Tjekliste før I går i gang", "03")]
)
def test_a_paper_is_found_by_the_number_on_its_name(name: str, found: str) -> None:
    assert ld.build_document(name).name.startswith(found)


@pytest.mark.parametrize("selected", [["3"], TWELVE[:4], TWELVE], ids=len)
def test_the_number_of_themes_changes_no_length(selected: list[str]) -> None:
    chosen = programme_of(participants=120, themes={"selected": selected})
    papers = ("overview", "decisions-and-roles", "checklist")
    assert pages([ld.build_document(paper, chosen) for paper in papers]) == [2, 1, 1]
