"""A programme as it is after `collect`: what four groups wrote about three themes, two cards for one, follow-ups."""

from __future__ import annotations

from datetime import date
from typing import Any

import ledertrivsel_docs as ld
from tests.support.programmes import HOSTILE

THEMES = ("nye-ledere", "sparring", "restitution")
CARD = ("used_when", "goal", "owner", "help", "representatives_role", "tasks", "follow_up", "materials")
SHEET = ("shows_as", "assessment_basis", "experiences", "inspiration", "ideas", "existing", "missing")
WHO = "Ole Hansen"
"""Stands in every file's name, and in no document."""


def collected(**changes: Any) -> ld.Programme:
    """The programme; every answer is another, of two lines that are long enough to be cut elsewhere."""
    data = {
        "organisation": "Eksempel Kommune",
        "participants": 18,
        "anchoring": {"decides": "Direktionen", "home": "HR og AMO"},
        "themes": {
            "selected": list(THEMES),
            "reasons": said("derfor valgte vi"),
            "ratings": [rating(theme, group) for theme in THEMES for group in range(1, 5)],
        },
        "qualification": [sheet(theme, group) for theme in THEMES for group in range(1, 5)],
        "action_cards": [card("nye-ledere", 1), card("sparring", 1), card("sparring", 2)],
        "follow_ups": [
            followed("nye-ledere", date(2027, 10, 5), "I gang", date(2028, 4, 4)),
            followed("nye-ledere", date(2028, 4, 4), "Gennemført", date(2028, 10, 3)),
        ],
        "agreements": [
            {"kit": "samlet-plan", "what": said("opgaven"), "who": "HR", "when": date(2027, 2, 16), "source": WHO}
        ],
        "notes": [
            note("known-facts", "Sygefravær"),
            note("known-facts", "Sygefravær", "igen"),
            note("knowledge-sheet", "Sparring: viden"),
            note("hearing-response", "Er målene de rigtige?"),
        ],
        "plan": {"status": "i høring", "version": "0.9"},
    }
    return ld.Programme.model_validate({**data, **changes}).resolved()


def said(*about: object) -> str:
    """An answer of two lines that nobody else has given."""
    name = " ".join(map(str, about))
    return (
        f"Vi skriver om {name}, og det er så langt, at det ikke kan stå i en tabel uden at fylde for meget.\n- {name}"
    )


def rating(theme: str, group: int) -> dict[str, Any]:
    return {
        "theme": theme,
        "importance": 5,
        "success": 1 + group % 2,
        "group": group,
        "source": f"{WHO} {group}.docx",
    } | {"reason": said("begrundelse", theme, group)}


def sheet(theme: str, group: int) -> dict[str, Any]:
    """A worksheet; that of the fourth group has no number."""
    numbered = {"group": group} if group < 4 else {}
    answers = {field: said(field, theme, group) for field in SHEET}
    return {"theme": theme, "assessment": 2, "source": f"{WHO} {group}.docx", **numbered, **answers}


def card(theme: str, number: int) -> dict[str, Any]:
    answers = {field: said(field, theme, "kort", number) for field in CARD if field != "owner"}
    return {"theme": theme, "owner": f"Rolle {number}", "status": "aftalt", "source": f"{WHO} {number}.docx", **answers}


def followed(theme: str, day: date, status: str, again: date) -> dict[str, Any]:
    answers = {field: said(field, theme, day) for field in ("done", "effect", "next")}
    return {"theme": theme, "date": day, "status": status, "follow_up_date": again, "source": WHO, **answers}


def note(document: str, field: str, more: str = "") -> dict[str, Any]:
    return {
        "kit": "samlet-plan",
        "document": document,
        "field": field,
        "text": said(document, field, more),
        "source": WHO,
    }


def hostile() -> ld.Programme:
    """The same with text that is a page long, or that asks for trouble, in every answer."""
    essay = "\n".join(["Vi taler om det, vi ser, og ikke om det, vi tror. " * 20] * 3)
    texts = {**dict.fromkeys(SHEET, essay), "ideas": HOSTILE, "missing": f"{HOSTILE}\n\n{'w' * 400}\tslut"}
    return collected(
        themes={
            "selected": [*THEMES, "krydspres"],
            "reasons": essay,
            "ratings": [
                {**rating(theme, 1), "reason": reason}
                for theme, reason in zip(THEMES, (essay, HOSTILE, "w" * 400), strict=True)
            ],
        },
        qualification=[{**sheet(theme, group), **texts} for theme in THEMES for group in range(1, 5)],
        action_cards=[{**card("sparring", number), "goal": essay, "tasks": HOSTILE} for number in range(1, 4)],
        follow_ups=[
            {"theme": theme, "date": date(2027, 10, day), "done": essay, "next": text, "status": "i gang"}
            for theme in (*THEMES, "krydspres")
            for day, text in ((5, HOSTILE), (6, essay))
        ],
        agreements=[{"kit": "samlet-plan", "what": essay[:1500], "who": HOSTILE}],
        notes=[
            {"kit": "samlet-plan", "document": document, "field": HOSTILE[:60], "text": text}
            for document in ("known-facts", "hearing-response", "noget-andet")
            for text in (essay, HOSTILE)
        ],
    )
