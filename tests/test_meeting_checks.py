"""What is checked of the other tools' meetings in a programme: what can't be used, and what is likely a slip."""

from __future__ import annotations

import re
from datetime import date

import ledertrivsel_docs as ld
from tests.support.meetings import problems, programme
from tests.support.programmes import filled


def test_what_there_is_not_is_told_all_at_once_with_the_nearest() -> None:
    found = problems(
        {
            "meetings": {"ledergrupen": {}, "evne-ambition": {"factors": ["balnce"]}},
            "levels": [{"factor": "stoette", "current": [1, 6]}],
            "dialogue": [{"question": "tryghet-1"}, {"question": "egne-1"}],
            "agreements": [{"kit": "tu-drofte"}],
        }
    )
    for words in (
        "no meeting of “ledergrupen”. Did you mean “ledergruppen”?",
        "no factor “balnce”. Did you mean “balance”?",
        "has no step 6. Write a number from 1 to 5.",
        "no question “tryghet-1”. Did you mean “tryghed-1”?",
        "no question “egne-1”.",
        "no kit “tu-drofte”.",
    ):
        assert [line for line in found if words in line], words


def test_nothing_is_there_twice() -> None:
    found = problems(
        {
            "meetings": {"evne-ambition": {"factors": ["balance", "balance"]}},
            "levels": [{"factor": "stoette"}, {"factor": "stoette"}],
            "dialogue": [{"question": "tryghed-1"}, {"question": "tryghed-1"}],
        }
    )
    assert len([line for line in found if "is there twice" in line]) == 3


def test_an_own_question_can_be_answered() -> None:
    made = programme("ledergruppen", {"own_questions": ["Hvad nu?"]}, dialogue=[{"question": "egne-1", "note": "Ja"}])
    assert [(answer.question, answer.note) for answer in made.dialogue] == [("egne-1", "Ja")]


def test_an_agreement_that_is_due_before_its_meeting_is_likely_a_slip() -> None:
    made = programme(
        "ledergruppen",
        {"date": date(2027, 3, 2)},
        agreements=[{"kit": "ledergruppen", "what": "x", "when": date(2027, 3, 1)}],
    )
    assert any("comes before 2027-03-02" in str(warning) for warning in made.warnings())


def test_what_no_document_shows_is_told() -> None:
    settings = {"managers": 4, "groups": 2, "factors": ["balance"], "own_questions": ["Hvad nu?"], "scale": True}
    late = {"message": "Tak", "follow_up_date": date(2027, 6, 1)}
    made = programme(
        "lederrollen",
        {**settings, **late},
        agreements=[{"kit": "lederrollen", "what": "Et skridt"}],
        dialogue=[{"question": "trivsel-1", "note": "Ja"}, {"question": "egne-1", "note": "Ja"}],
        levels=[{"factor": "stoette", "current": [1]}],
    )
    told = [str(warning) for warning in made.warnings() if "o document" in str(warning)]
    for place in (*(f"meetings.lederrollen.{key}: " for key in (*settings, *late)), "agreements[1]: ", "levels[1]: "):
        assert any(line.startswith(place) for line in told), place
    assert len([warning for warning in made.warnings() if "No agreement sheet" in str(warning)]) == 2


def test_what_the_documents_show_is_not_told() -> None:
    told = [str(warning) for warning in filled().warnings()]
    assert [line for line in told if re.search("meetings.(ledergruppen|tu-droeftelse|evne-ambition)", line)] == []


def test_own_questions_belong_to_one_meeting() -> None:
    asked = {"own_questions": ["Hvad nu?"]}
    [found] = problems({"meetings": {"ledergruppen": asked, "lederrollen": asked}})
    assert found.startswith("meetings.lederrollen.own_questions: ")


def test_a_programme_that_was_not_checked_has_warnings_too() -> None:
    made = ld.Programme.model_validate({"organisation": "E", "meetings": {"nope": {}}})
    assert made.warnings() == ()


def test_what_is_due_before_its_meeting_is_likely_a_slip() -> None:
    made = programme(
        "evne-ambition",
        {"date": date(2027, 4, 13), "factors": ["balance"], "follow_up_date": date(2027, 4, 12)},
        levels=[{"factor": "balance", "by": date(2027, 4, 1)}],
    )
    found = [str(warning) for warning in made.warnings()]
    for place in ("meetings.evne-ambition.follow_up_date", "levels[1].by"):
        assert any(line.startswith(place) and "comes before 2027-04-13" in line for line in found), found


def test_danish_keys_are_read() -> None:
    source = (
        "organisation: E\nmøder:\n"
        "  ledergruppen: {skala: ja, egne spørgsmål: [Hvad nu?], opfølgningsdato: 18.5.2027}\n"
        "  evne-ambition: {faktorer: [balance]}\n  tu-droeftelse: {ledere: 7, udmelding: Tak}\n"
        "niveauer: [{faktor: balance, nu: [1], ønsket: [2], tegn: x, senest: 1.12.2027, orienteres: y}]\n"
        "faktorer: [{id: egen, titel: Egen, trin: [{navn: A, beskrivelse: a}, {navn: B, beskrivelse: b}]}]\n"
    )
    made = ld.Programme.load(("forloeb.yaml", source.encode()))
    assert made.meetings["ledergruppen"].scale
    assert made.meetings["tu-droeftelse"].managers == 7
    assert made.factors[0].steps[1].name == "B"
