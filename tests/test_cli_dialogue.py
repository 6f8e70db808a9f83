"""`ledertrivsel new` at a terminal: it asks, explains a bad answer and asks again; elsewhere it asks nothing."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from datetime import time as clock
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import ledertrivsel_docs as ld
from ledertrivsel_docs.cli import beginning, main
from ledertrivsel_docs.programme_file import programme_text
from tests.support.programmes import ROOT

STARTER = ROOT / "content" / "starter.yaml"
FULL = [
    *("Eksempel Kommune", "18"),
    *("12.1.2027", "9.30", "Byrådssalen"),
    *("", "", ""),  # two weeks later, at the same time and place
    *("2027-02-09", "12.30", "-"),
    "3, Nye ledere",
]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def answered(monkeypatch: pytest.MonkeyPatch, answers: Sequence[str], *arguments: str) -> Result:
    """What comes of the answers of somebody who sits at a terminal."""
    monkeypatch.setattr(beginning, "_somebody_is_there", lambda: True)
    lines = "".join(f"{answer}\n" for answer in answers)
    return CliRunner().invoke(main, ["new", *arguments], input=lines, catch_exceptions=False)


def test_the_answers_stand_in_the_file_among_its_explanations(monkeypatch: pytest.MonkeyPatch) -> None:
    done = answered(monkeypatch, FULL)
    assert done.exit_code == 0, done.output
    programme, warnings = ld.Programme.check("forloeb.yaml")
    assert warnings == ()
    assert (programme.organisation, programme.participants) == ("Eksempel Kommune", 18)
    workshops = programme.workshops
    assert workshops.prepare == ld.PrepareWorkshop(date=date(2027, 1, 12), start=clock(9, 30), place="Byrådssalen")
    assert workshops.qualify == ld.Workshop(date=date(2027, 1, 26), start=clock(9, 30), place="Byrådssalen")
    assert workshops.concretise == ld.Workshop(date=date(2027, 2, 9), start=clock(12, 30))
    assert programme.themes.selected == ("sparring", "nye-ledere")
    text, starter = Path("forloeb.yaml").read_text(encoding="utf-8"), STARTER.read_text(encoding="utf-8")
    assert len(text.splitlines()) == len(starter.splitlines())
    explained = [line for line in starter.splitlines() if line.startswith("# ") and ":" not in line]
    assert [line for line in explained if line not in text] == []
    assert "deltagere: 18" in done.output
    assert "ledertrivsel pack samlet-plan -c forloeb.yaml" in done.output.splitlines()[-1]


def test_who_skips_all_gets_the_file_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answered(monkeypatch, [""] * 6).exit_code == 0
    assert Path("forloeb.yaml").read_bytes() == STARTER.read_bytes()


@pytest.mark.parametrize(
    ("place", "bad", "good", "said"),
    [
        (1, "mange", "18", "”mange” er ikke et helt tal"),
        (1, "0", "18", "kan ikke være 0"),
        (2, "30.2.2027", "12.1.2027", "Datoen 30.2.2027 findes ikke"),
        (2, "snart", "12.1.2027", "”snart” er ikke en dato"),
        (3, "25.00", "9.30", "”25.00” er ikke et klokkeslæt"),
        (11, "sparing", "3", "Mente du ”sparring”?"),
        (11, "13", "3", "Temaet ”13” findes ikke"),
        (11, "3, Sparring", "3", "Temaet ”Sparring”"),
        (0, "x" * 300, "Eksempel", "200"),
    ],
)
def test_a_bad_answer_is_explained_and_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, place: int, bad: str, good: str, said: str
) -> None:
    done = answered(monkeypatch, [*FULL[:place], bad, good, *FULL[place + 1 :]])
    assert done.exit_code == 0, done.output
    assert said in done.output
    assert ld.Programme.load("forloeb.yaml").workshops.prepare.start == clock(9, 30)
    assert bad not in Path("forloeb.yaml").read_text(encoding="utf-8").splitlines()[8]


def test_a_saturday_is_taken_with_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    done = answered(monkeypatch, [*FULL[:2], "16.1.2027", *FULL[3:]])
    assert "weekend" in done.output
    assert ld.Programme.load("forloeb.yaml").workshops.prepare.date == date(2027, 1, 16)


def test_a_file_is_never_written_over(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("forloeb.yaml").write_text("mine", encoding="utf-8")
    done = answered(monkeypatch, FULL)
    assert done.exit_code == 1
    assert "Organisationens navn" not in done.output
    assert Path("forloeb.yaml").read_text(encoding="utf-8") == "mine"


def test_a_script_is_asked_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert CliRunner().invoke(main, ["new", "a.yaml"]).exit_code == 0
    assert answered(monkeypatch, [], "b.yaml", "--yes").exit_code == 0
    for name in ("a.yaml", "b.yaml"):
        assert Path(name).read_bytes() == STARTER.read_bytes()


@pytest.mark.parametrize("value", ['Navn med "tegn": # og {alt}', "Ø" * 150, "- x", "ja"])
def test_any_text_can_be_an_answer(value: str) -> None:
    text = programme_text(ld.Library.default(), {("organisation",): value, ("workshops", "qualify", "place"): value})
    programme = ld.Programme.load(("f.yaml", text.encode()))
    assert (programme.organisation, programme.workshops.qualify.place) == (value, value)


pty = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")


def at_a_terminal(language: str, answers: Sequence[str], *, stop: bool = False) -> tuple[str, int]:
    """What a person sees who gives these answers, each when there is a question, and maybe stops; and the exit code."""
    import pty as terminals  # noqa: PLC0415 - not there in Windows

    screen, theirs = terminals.openpty()
    environment = os.environ | {"LEDERTRIVSEL_LANG": language, "PYTHONUTF8": "1", "TERM": "xterm"}
    command = [sys.executable, "-m", "ledertrivsel_docs", "new"]
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
        preexec_fn=_take_ctrl_c,  # noqa: PLW1509 - a single thread here
    )
    os.close(theirs)
    seen = _until_a_question(screen, b"")
    for answer in answers:
        os.write(screen, f"{answer}\r".encode())
        seen = _until_a_question(screen, seen)
    if stop:
        process.send_signal(signal.SIGINT)  # what Ctrl-C sends
        seen = _until_a_question(screen, seen)
    os.close(screen)
    return seen.decode(), process.wait(60)


def _take_ctrl_c() -> None:
    """What runs the tests may ignore it, and what it starts would do the same."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _until_a_question(screen: int, seen: bytes) -> bytes:
    before, limit = len(seen), time.monotonic() + 60
    while time.monotonic() < limit:
        if select.select([screen], [], [], 0.5)[0]:
            try:
                read = os.read(screen, 4096)
            except OSError:  # how a closed terminal ends
                return seen
            if not read:
                return seen
            seen += read
        elif len(seen) > before and seen.endswith(b": "):
            return seen
    raise AssertionError(seen.decode())


@pty
@pytest.mark.parametrize(("language", "word"), [("da", "Antal deltagere"), ("en", "How many take part")])
def test_at_a_real_terminal_it_asks(language: str, word: str) -> None:
    seen, code = at_a_terminal(language, FULL)
    assert code == 0, seen
    assert word in seen
    assert ld.Programme.load("forloeb.yaml").themes.selected == ("sparring", "nye-ledere")


@pty
def test_at_a_real_terminal_ctrl_c_leaves_nothing() -> None:
    seen, code = at_a_terminal("da", ["Eksempel"], stop=True)
    assert code == 1
    assert "Afbrudt." in seen
    assert "Traceback" not in seen
    assert list(Path().iterdir()) == []
