"""The programmes that every document is tried with: nobody's yet, a usual one, and one that asks for too much."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image, PngImagePlugin

import ledertrivsel_docs as ld

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "forloeb.yaml"
HOSTILE = "A & B <x> ]]> {{ 7*7 }} {% if %} 😀 \u202bשלום\u202c"
LONG_TITLE = ("Hvordan leder vi, når alt sker på samme tid, og ingen har tid til at tale om det " * 3)[:199] + "?"


def blank() -> ld.Programme | None:
    return None


def programme_of(**fields: Any) -> ld.Programme:
    """One of which only this is known."""
    return ld.Programme.model_validate({"organisation": "Eksempel Kommune", **fields})


def with_themes(count: int, **fields: Any) -> ld.Programme:
    """One that has chosen the first so many themes."""
    return programme_of(themes={"selected": [str(number) for number in range(1, count + 1)]}, **fields)


def two_long_themes() -> ld.Programme:
    """Two chosen themes of its own whose titles differ in their last letter."""
    own = [{"id": f"tema-{letter}", "title": "Hvordan " + "x" * 150 + letter} for letter in "ab"]
    return programme_of(themes={"own": own, "selected": ["tema-a", "tema-b"]})


def filled() -> ld.Programme:
    return ld.Programme.load(EXAMPLE)


def extreme() -> ld.Programme:
    """Hostile text everywhere, titles as long as they may be, a page's worth of text, a word without a break."""
    essay = "\n".join(["Vi taler om det, vi ser, og ikke om det, vi tror. " * 20] * 5)
    fields = ("used_when", "goal", "owner", "help", "representatives_role", "tasks", "follow_up", "materials")
    day = date(2027, 1, 12)
    return ld.Programme.model_validate(
        {
            "organisation": HOSTILE,
            "participants": 10_000,
            "workshops": {
                "prepare": {"date": day, "start": time(9), "place": "x" * 120, "facilitator": HOSTILE, "intro": True},
                "qualify": {"date": day},
                "concretise": {"date": day},
            },
            "themes": {
                "own": [
                    {"id": "langt", "title": LONG_TITLE, "question": essay[:400]},
                    {"id": "fjendtligt", "title": HOSTILE, "question": HOSTILE},
                ],
                "selected": ["langt", "fjendtligt", "11"],
            },
            "action_cards": [
                {"theme": "langt", **dict.fromkeys(fields, essay[:5_000]), "status": "aftalt", "valid_from": day},
                {"theme": "fjendtligt", **dict.fromkeys(fields, f"{HOSTILE}\n\n{'w' * 400}\tslut")},
                {"theme": "11", "goal": " " * 50 + "."},
            ],
            **_meetings(HOSTILE, essay[:5_000], f"{HOSTILE}\n\n{'w' * 400}\tslut"),
        }
    )


def long() -> ld.Programme:
    """Every line as long as it may be: the organisation, twelve chosen themes of its own, who, where, from whom."""
    line = ("Direktionen, HR og Arbejdsmiljø, lederforeningerne og arbejdsmiljørepræsentanterne i forvaltningen " * 3)[
        :200
    ]
    question = "I hvor høj grad lykkes vi med det, vi har sat os for, når hverdagen presser fra alle sider? " * 4
    day = date(2027, 1, 12)
    own = {f"tema-{number}": f"{number:02} {LONG_TITLE[3:]}" for number in range(1, 13)}
    meeting = {"date": day, "start": time(9), "place": line, "facilitator": line}
    fields = ("used_when", "goal", "owner", "help", "representatives_role", "tasks", "follow_up", "materials")
    card = {**dict.fromkeys(fields, line), "status": "aftalt", "follow_up_date": day}
    return ld.Programme.model_validate(
        {
            "organisation": line,
            "contact": {"name": line, "email": "hr@eksempel.dk"},
            "anchoring": {"sender": line, "involved": [line] * 3, "decides": line, "home": line},
            "workshops": {"prepare": {**meeting, "intro": True}, "qualify": meeting, "concretise": meeting},
            "themes": {
                "own": [{"id": id_, "title": title, "question": question} for id_, title in own.items()],
                "selected": list(own),
                "parked": [{"theme": n, "reason": question, "who": line, "answer_by": day} for n in range(1, 4)],
                "ratings": [{"theme": id_, "importance": 5, "success": 1} for id_ in own],
            },
            "action_cards": [{"theme": id_, **card} for id_ in own],
            "plan": {
                "period": line,
                "version": line,
                "forums": [{"name": line, "role": "høring", "date": day, "outcome": line}] * 4,
            },
            **_meetings(line, line, line),
        }
    )


def _meetings(line: str, text: str, answer: str) -> dict[str, Any]:
    """The meetings of the other tools with these texts everywhere, 120 managers, ladders of two and of ten steps."""
    day = date(2027, 3, 1)
    meeting = {"date": day, "start": time(9), "place": line, "facilitator": line, "follow_up_date": day}
    steps = [{"name": line, "text": text[:400]}] * 10
    return {
        "meetings": {
            "ledergruppen": {**meeting, "own_questions": [line, "x" * 120, *[line] * 4], "scale": True},
            "tu-droeftelse": {**meeting, "managers": 120, "message": text},
            "evne-ambition": {**meeting, "factors": ["balance", "lang", "kort"]},
            "lederrollen": meeting,
        },
        "factors": [
            {"id": "lang", "title": line, "steps": steps},
            {"id": "kort", "title": LONG_TITLE, "short": "Kort", "steps": steps[:2]},
        ],
        "levels": [
            {"factor": "balance", "current": [1, 2, 3], "desired": [5], "examples": answer, "informed": answer},
            {"factor": "lang", "current": [10] * 120, "desired": [1, 10] * 60, "challenges": text, "notice": text},
        ],
        "dialogue": [
            {"question": f"{group}-{n}", "rating": n, "note": answer} for group in ("tryghed", "egne") for n in (1, 2)
        ],
        "agreements": [
            {"kit": kit, "what": answer, "who": line, "when": day} for kit in ("ledergruppen", "tu-droeftelse")
        ]
        * 4,
    }


PROGRAMMES: dict[str, Callable[[], ld.Programme | None]] = {"blank": blank, "filled": filled, "extreme": extreme}


@cache
def photographed() -> bytes:
    """A logo in which a camera or a program has written who and where."""
    file, told = io.BytesIO(), PngImagePlugin.PngInfo()
    told.add_text("Software", "Adobe Photoshop, /home/else/logo.psd")
    told.add_itxt("Author", "Else Hansen")
    Image.new("RGB", (300, 100), "#12414F").save(file, "PNG", pnginfo=told)
    return file.getvalue()


def branded() -> ld.Brand:
    """A third brand: a logo and four colours, the rest follows."""
    colours = {"primary": "#4A1D3D", "prepare": "#1F5C2E", "qualify": "#8A1C2B", "concretise": "#1B4B8F"}
    return ld.Brand.model_validate({"name": "Eksempel Kommune", "logo": photographed(), "colours": colours})


BRANDS: dict[str, Callable[[], ld.Brand]] = {
    "default": ld.Brand.default,
    "second": lambda: ld.Brand.load(ROOT / "examples" / "brand.yaml"),
}
LOOKS: dict[str, Callable[[], ld.Brand]] = {**BRANDS, "logo": branded}
"""With the third brand, which has a logo."""


@cache
def pack_of(kit: str, programme: str, look: str) -> ld.Pack:
    """A kit for one of the programmes in one of the looks."""
    return ld.build_pack(kit, PROGRAMMES[programme](), brand=LOOKS[look]())
