"""The header of every paper: whose it is, and where in the process it belongs."""

from __future__ import annotations

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents.copy import Copy, copies
from ledertrivsel_docs.documents.frame import Context, deck_common, frame

LIBRARY = ld.Library.default()
LONG = "Fællesforvaltningen for Børne-, Ungdoms- og Uddannelsesområdet i Ringkøbing-Skjern Kommune"


def of_folder(kit: str, folder: int) -> Copy:
    made = copies(LIBRARY.kits[kit], LIBRARY, ld.Programme(organisation="E"))
    return next(copy for copy in made if copy.folder.number == folder)


def header(kit: str, folder: int, organisation: str = "Eksempel Kommune") -> Context:
    programme = ld.Programme(organisation=organisation)
    found: Context = frame(LIBRARY, programme, of_folder(kit, folder), kicker="", title="")["header"]
    return found


@pytest.mark.parametrize(
    ("kit", "folder", "labels", "current"),
    [
        ("samlet-plan", 0, ["0 Start her", "1 Forbered", "2 Kvalificer", "3 Konkretiser"], "0 Start her"),
        ("samlet-plan", 2, ["1 Forbered", "2 Kvalificer", "3 Konkretiser"], "2 Kvalificer"),
        ("samlet-plan", 5, ["1 Forbered", "2 Kvalificer", "3 Konkretiser", "5 Opfølgning"], "5 Opfølgning"),
        ("tu-droeftelse", 3, ["1 Forbered", "2 Hold mødet", "3 Følg op"], "3 Følg op"),
    ],
)
def test_the_bar_always_says_where_a_paper_belongs(kit: str, folder: int, labels: list[str], current: str) -> None:
    steps = [(step["label"], step["current"]) for step in header(kit, folder)["steps"]]
    assert steps == [(label, label == current) for label in labels]


def test_a_deck_has_the_stages_alone() -> None:
    steps = deck_common(LIBRARY, ld.Programme(organisation="E"), of_folder("samlet-plan", 4))["header"]["steps"]
    assert [step["current"] for step in steps] == [False] * 3


def test_a_long_name_takes_the_room_of_the_kits_and_is_cut_between_words() -> None:
    short, long = header("samlet-plan", 1), header("samlet-plan", 1, LONG)
    assert (short["organisation"], short["kit"]) == ("Eksempel Kommune", "Samlet plan for ledertrivsel")
    assert long["kit"] == ""
    assert LONG.startswith(long["organisation"].removesuffix("…") + " ")
