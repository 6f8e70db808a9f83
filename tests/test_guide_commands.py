"""Somebody does all that the guide tells, in order, in one folder: each command goes well and says what is shown."""

from __future__ import annotations

import os
import re
import select
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.models.guide import Command, Guide
from tests.support.cards import Card
from tests.support.command import run
from tests.support.fake_office import fake_office
from tests.support.programmes import ROOT

GUIDE = Guide.load()
COMMANDS = [command for chapter in GUIDE.chapters for command in chapter.commands()]
NOT_RUN = {
    r"winget install .*": "installs Python",
    r"python3 -m pip install .*": "installs from the index",
    r"open -e (forloeb|brand)\.yaml": "opens an editor",
}
ENVIRONMENT = {**os.environ, "LEDERTRIVSEL_LANG": "da", "PYTHONUTF8": "1", "PYTHONWARNINGS": "error", "NO_COLOR": "1"}


def on_a_mac(command: Command) -> str:
    return command.mac or command.run


class Reader:
    """The reader of the guide: types each command, and does what stands between them."""

    def __init__(self, folder: Path, office: Path) -> None:
        self.folder = folder
        self.environment = {**ENVIRONMENT, "LEDERTRIVSEL_SOFFICE": str(office)}

    def types(self, command: Command) -> list[str]:
        """The lines that are seen."""
        line = on_a_mac(command)
        if line == "mkdir svar":
            (self.folder / "svar").mkdir()
            return []
        if line == "ledertrivsel collect svar/":
            self._gets_a_card()
        program, *arguments = shlex.split(line)
        if program == "ledertrivsel":
            arguments = ["-m", "ledertrivsel_docs", *arguments]
        else:
            assert program == "python3", line
        if line == "ledertrivsel new":
            return self._answers(arguments, (command.shows or "").splitlines())
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}"
        return done.stdout.splitlines()

    def _gets_a_card(self) -> None:
        card = Card.of("sparring").fill("goal", text="Alle får sparring hver måned.").fill("owner", text="HR")
        (self.folder / "svar" / "35 Action card - Sparring.docx").write_bytes(card.bytes())

    def _answers(self, arguments: list[str], shown: list[str]) -> list[str]:
        """What a terminal shows when each question gets the answer that stands behind it in the guide."""
        pty = pytest.importorskip("pty", reason="a terminal to answer at is there on Linux and macOS only")
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.folder)
            os.execve(sys.executable, [sys.executable, *arguments], self.environment)  # noqa: S606
        said, waiting, end = b"", list(shown), time.monotonic() + 60
        while time.monotonic() < end:
            if select.select([terminal], [], [], 0.4)[0]:
                try:
                    more = os.read(terminal, 4096)
                except OSError:
                    break
                said += more
            elif question := said.decode().rsplit("\n", 1)[-1].strip():
                line = next((line for line in waiting if line.startswith(question)), question)
                del waiting[: waiting.index(line) + 1 if line in waiting else 0]
                os.write(terminal, f"{line.removeprefix(question).strip()}\n".encode())
        os.close(terminal)
        assert os.waitpid(process, 0)[1] == 0
        return said.decode().replace("\r", "").splitlines()


def lacking(shown: str, said: list[str]) -> list[str]:
    """The lines that the guide shows and that nobody sees; `…` stands for what varies."""
    patterns = {line: re.escape(line.rstrip()).replace("…", ".*") for line in shown.splitlines()}
    return [line for line, form in patterns.items() if not any(re.fullmatch(form, one.rstrip()) for one in said)]


def test_each_command_goes_well_and_says_what_the_guide_shows(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    folder = tmp_path / "Ledertrivsel 2027"
    folder.mkdir()
    reader = Reader(folder, fake_office(tmp_path / "office"))
    for command in COMMANDS:
        if not any(re.fullmatch(pattern, on_a_mac(command)) for pattern in NOT_RUN):
            said = reader.types(command)
            assert lacking(command.shows or "", said) == [], (command.run, said)


def test_no_reason_for_not_running_is_left_over() -> None:
    assert [form for form in NOT_RUN if not any(re.fullmatch(form, on_a_mac(one)) for one in COMMANDS)] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.run)
def test_a_command_can_be_copied(command: Command) -> None:
    """No quotation mark or dash that Word would make, and for Windows and a Mac the same but for what they call it."""
    assert re.fullmatch(r"[ -~]+", command.run + (command.mac or ""))
    twin = re.sub(r"^py ", "python3 ", command.run).replace("notepad ", "open -e ")
    assert on_a_mac(command) == twin
    assert (command.only == "windows") == command.run.startswith("winget ")


def test_the_extras_that_it_installs_are_there() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = [extra for command in COMMANDS for extra in re.findall(r"\.\[(\w+)\]", command.run)]
    assert asked
    assert [extra for extra in asked if f"\n{extra} = [" not in project] == []


def messages_of_problems() -> Iterator[str]:
    """What the table of problems shows that the program says."""
    (chapter,) = [chapter for chapter in GUIDE.chapters if chapter.id == "problemer"]
    for part in chapter.parts:
        for row in part.table.rows if part.table else ():
            yield from re.findall(r"`((?:Fejl|Bemærk): [^`]+)`", row[0])


def said_of(folder: Path, text: str | None, *command: str) -> list[str]:
    if text is not None:
        (folder / "forloeb.yaml").write_text(text, encoding="utf-8")
    return run(*command).output.splitlines()


def test_the_problems_are_told_in_the_words_of_the_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = said_of(tmp_path, None, "check")
    said += said_of(tmp_path, 'organisation: "Eksempel Kommune\ndeltagere: 18\n', "check")
    slips = 'organisation: "E"\nworkshopper:\n  forbered:\n    sted: "Salen"\n    dato: 32.1.2027\n    strat: 9.00\n'
    said += said_of(tmp_path, slips, "check")
    said += said_of(tmp_path, 'organisation: "E"\n# de tolv temaer\n temaer:\n   valgte: [3]\n', "check")
    said += run("new", "--yes").output.splitlines()
    (tmp_path / "svar").mkdir()
    (tmp_path / "svar" / "13.pdf").write_bytes(b"%PDF-1.7")
    said += said_of(tmp_path, 'organisation: "E"\n', "collect", "svar")
    (tmp_path / "office").mkdir()
    monkeypatch.setenv("LEDERTRIVSEL_SOFFICE", str(fake_office(tmp_path / "office")))
    monkeypatch.setattr("ledertrivsel_docs.pdf.converting.find_spec", lambda _name: None)
    said += run("document", "15", "--pdf").output.splitlines()
    shown = list(messages_of_problems())
    assert len(shown) >= 6
    assert [line for line in shown if lacking(line, said)] == [], said


def test_the_message_of_an_open_file_is_the_one_that_windows_users_see() -> None:
    """Only Windows refuses to write over it."""
    told = ld.translator("da")("Somebody has the file open in Word, PowerPoint or LibreOffice.")
    assert any(told in cell for part in _table_of("problemer") for cell in part)


def _table_of(chapter: str) -> Iterator[tuple[str, ...]]:
    for found in GUIDE.chapters:
        for part in found.parts if found.id == chapter else ():
            yield from part.table.rows if part.table else ()
