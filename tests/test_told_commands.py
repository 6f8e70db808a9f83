"""Every command and every block of Python or YAML that the pages show, run in order as a reader would run them.

What isn't run is listed here with the reason; a command that is in no list fails.
"""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import click
import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.cli import main
from tests.support.assumed import assume
from tests.support.fake_office import fake_office
from tests.support.programmes import ROOT
from tests.support.told_commands import Block, as_posix, blocks, commands, inline, pages, shell_lines, text_of

SHELLS = ("sh", "console", "powershell")
RUN = (*SHELLS, "python", "yaml")
SHOWN = re.compile(r"text|(docx|docx-table|pptx) .+|\{toctree\}")
"""Diagrams and lists of pages; what a template may say is tried by test_template_guide."""

NOT_RUN = {
    r"python3 -m venv .*": "makes an environment; CI runs README's test command",
    r"(\.venv/bin/|dist/\.wheel/bin/|python3 -m )?pip install .*": "installs; CI runs README's test command",
    r"(\.venv/bin/|dist/\.lowest/bin/)?python -m pytest.*|bash \.ci/run": "the tests themselves",
    r"\.venv/bin/(ruff|mypy).*": "a check of the code, by itself",
    r"\.venv/bin/sphinx-build .*": "run by test_reference",
    r".* my-sheet( .*)?": "an invented document",
    r"\.venv/bin/python -m build|\.venv/bin/twine check .*": "run by test_published",
    r"dist/\.wheel/bin/ledertrivsel .*|rm -rf dist|tar xzf .*|cd dist/.*": "test_published does the same",
    r"\.venv/bin/uv .*": "takes minutes; for a release",
    r"\.venv/bin/twine upload .*|git .*": "publishes",
}
BY_THE_SHELL = {"cp", "mkdir"}


NAMES: dict[str, Any] = {
    "ld": ld,
    "data": {"organisation": "Eksempel Kommune", "themes": {"selected": ["spurring"]}},
    "executor": ThreadPoolExecutor(1),
}
"""What the blocks of Python take to be there."""

ARGUMENTS: dict[str, Any] = {"kit": "lederrollen", "data": {"organisation": "Eksempel Kommune"}}
"""What the functions that they define are called with."""


class Reader:
    """Somebody who does what a page says, in a folder of their own."""

    def __init__(self, page: str, folder: Path) -> None:
        self.page, self.folder = page, folder
        self.names: dict[str, Any] = {**NAMES, "__name__": page}

    def does(self, block: Block) -> None:
        if block.language in SHELLS:
            for line, answers in shell_lines(block):
                said = "".join(self.runs(block, command) for command in commands(line))
                assert [answer for answer in answers if answer != "…" and answer not in said] == [], block.place
        elif block.language == "python":
            self.executes(block)
        elif block.language == "yaml":
            self.reads(block)

    def executes(self, block: Block) -> None:
        """Also the functions that it defines, which a reader would call."""
        assume(self.folder, block.text)
        before = set(self.names)
        exec(compile("\n" * (block.line - 1) + block.text, ROOT / self.page, "exec"), self.names)  # noqa: S102
        for function in [self.names[name] for name in self.names.keys() - before]:
            if inspect.isfunction(function) and function.__module__ == self.page:
                function(**{name: ARGUMENTS[name] for name in inspect.signature(function).parameters})

    def runs(self, block: Block, command: list[str]) -> str:
        """What a command says."""
        text = " ".join(command)
        if any(re.fullmatch(pattern, text) for pattern in NOT_RUN):
            return ""
        if command[:3] == ["python3", "-m", "ledertrivsel_docs"]:
            command = ["ledertrivsel", *command[3:]]
        program = command[0].removeprefix(".venv/bin/")
        assert program in ("ledertrivsel", *BY_THE_SHELL), f"{block.place}: in no list: {text}"
        if not _makes(text):
            assume(self.folder, text)
        words = [name for word in command[1:] for name in self._expanded(word)]
        start = [sys.executable, "-m", "ledertrivsel_docs"] if program == "ledertrivsel" else [program]
        done = subprocess.run(
            [*start, *words], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{block.place}: {text}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def _expanded(self, word: str) -> list[str]:
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.glob(word)) if "*" in word else [word]

    def reads(self, block: Block) -> None:
        """By the reader of what it shows: a file that is named, else part of a programme or a brand."""
        body = [line for line in block.lines if line.strip() and not line.startswith("#")]
        if not body:
            (name,) = re.findall(r"\$schema=\S*/(\S+)\.schema\.json", block.text)
            assert name in ld.schema_names(), block.place
            return
        if block.file and Path(block.file).name not in ("forloeb.yaml", "brand.yaml"):
            file = self.folder / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
            ld.Library.load(over=self.folder / Path(block.file).parts[0])
            return
        kind = "brand" if block.file == "brand.yaml" or _top(body) & BRAND_KEYS else "forloeb"
        has_name = kind == "brand" or _top(body) & {"organisation"}
        text = block.text if has_name else f'organisation: "Eksempel"\n{block.text}'
        assume(self.folder, text)
        file = self.folder / f"{kind}.yaml"
        file.write_text(text, encoding="utf-8")
        if kind == "brand":
            ld.Brand.load(file)
        else:
            ld.Programme.load(file)


BRAND_KEYS = {"farver", "colours", "skrifter", "fonts", "logo", "navn"}


def _top(lines: list[str]) -> set[str]:
    return {line.partition(":")[0] for line in lines if not line.startswith((" ", "-", "#"))}


def _makes(command: str) -> bool:
    """Whether a command makes the file that it names by default, so that it mustn't be there before."""
    return re.match(r"(ledertrivsel (brand )?new|mkdir)\b", command) is not None


@pytest.fixture
def reader(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    office = tmp_path / "office"
    office.mkdir()
    folder = tmp_path / "Mine filer"
    folder.mkdir()
    monkeypatch.chdir(folder)
    variables = {"LEDERTRIVSEL_SOFFICE": str(fake_office(office)), "LEDERTRIVSEL_LANG": "da", "PYTHONUTF8": "1"}
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    return Reader(request.param, folder)


def with_blocks(*languages: str) -> list[str]:
    return [page for page in pages() if any(block.language in languages for block in blocks(page))]


@pytest.mark.parametrize("reader", with_blocks(*SHELLS, "python", "yaml"), indirect=True)
def test_a_page_does_what_it_says(reader: Reader) -> None:
    for block in blocks(reader.page):
        reader.does(block)


def test_every_block_names_a_language_that_is_run_or_listed() -> None:
    every = [block for page in pages() for block in blocks(page)]
    unknown = [block.place for block in every if block.language not in RUN and not SHOWN.fullmatch(block.language)]
    assert unknown == []


def test_no_reason_for_not_running_is_left_over() -> None:
    told = [
        " ".join(command)
        for page in pages()
        for block in blocks(page)
        if block.language in SHELLS
        for line, _ in shell_lines(block)
        for command in commands(line)
    ]
    unused = [pattern for pattern in NOT_RUN if not any(re.fullmatch(pattern, text) for text in told)]
    assert unused == []


def test_readme_begins_with_two_commands_and_ci_calls_the_second() -> None:
    first, second = next(block for block in blocks("README.md") if block.language == "sh").lines
    assert first.endswith("ledertrivsel pack samlet-plan -c examples/forloeb.yaml")
    assert second.endswith("pytest")
    assert second in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("page", pages())
def test_links_lead_somewhere(page: str) -> None:
    """Those to files beside the page; from docs/ also without the ending, as the site takes them."""
    for path in re.findall(r"]\(([^):#]+)(?:#[^)]*)?\)", text_of(page)):
        target = (ROOT / page).parent / path
        assert target.exists() or target.with_suffix(".md").exists() or target.with_suffix(".rst").exists(), path


def test_each_command_for_windows_is_the_twin_of_readmes() -> None:
    sh, powershell = (
        [line for block in blocks("README.md") if block.language == language for line in block.lines]
        for language in ("sh", "powershell")
    )
    assert [line for line in map(as_posix, powershell) if line not in sh] == []
    assert len(powershell) == 2


@pytest.mark.parametrize("page", [page for page in pages() if inline(page)])
def test_a_command_in_a_sentence_is_one_that_there_is(page: str) -> None:
    for text in inline(page):
        command: click.Command = main
        (words,) = commands(text)
        for word_ in words[1:]:
            if isinstance(command, click.Group):
                assert word_ in command.commands, f"{page}: {text}"
                command = command.commands[word_]
            elif word_.startswith("-"):
                assert word_ in {name for option in command.params for name in option.opts}, f"{page}: {text}"
