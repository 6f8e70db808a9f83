"""The code blocks of the pages that people read: commands of a shell, Python, YAML."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.programmes import ROOT

_FENCE = re.compile(r"^(?P<indent> *)```(?P<about>[^`\n]*)\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL)
_DIRECTIVE = re.compile(r"^\.\. code-block:: (?P<about>\w+)\n\n(?P<body>(?:   .*\n|\n)+)", re.MULTILINE)
_INLINE = re.compile(r"(?<!`)`(ledertrivsel [^`]+)`(?!`)")
_PROMPT = "$ "


@dataclass(frozen=True)
class Block:
    """A block of a page: the word behind its fence, and its lines without the fence's indent."""

    page: str
    line: int
    language: str
    lines: tuple[str, ...]

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    @property
    def file(self) -> str | None:
        """The file that a block shows: its first line is a comment with a path, and no more."""
        found = re.fullmatch(r"# (\S+\.(?:yaml|py))", self.lines[0])
        return found[1] if found else None


def pages() -> list[str]:
    """Every page with commands for people: of the repository, and of the site."""
    site = sorted(path for kind in ("md", "rst") for path in (ROOT / "docs").rglob(f"*.{kind}"))
    return ["README.md", "CONTRIBUTING.md", *(path.relative_to(ROOT).as_posix() for path in site)]


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page: str) -> list[Block]:
    """The blocks of a page, in order."""
    text = text_of(page)
    pattern = _DIRECTIVE if page.endswith(".rst") else _FENCE
    return [
        Block(page, text.count("\n", 0, found.start()) + 2, found["about"].strip(), tuple(_without_indent(found)))
        for found in pattern.finditer(text)
    ]


def _without_indent(found: re.Match[str]) -> list[str]:
    indent = len(found["indent"]) if "indent" in found.groupdict() else 3
    return [line[indent:] for line in found["body"].strip("\n").split("\n")]


def shell_lines(block: Block) -> Iterator[tuple[str, list[str]]]:
    """Each line as a POSIX shell has it, and of a console what it answers; a backslash at its end joins the next."""
    if block.language != "console":
        text = as_posix(block.text) if block.language == "powershell" else block.text.replace("\\\n", " ")
        for line in text.splitlines():
            if line.strip() and not line.startswith("#"):
                yield line, []
        return
    line, answers = "", list[str]()
    for shown in block.lines:
        if shown.startswith(_PROMPT):
            if line:
                yield line, answers
            line, answers = shown.removeprefix(_PROMPT), []
        elif shown.strip():
            answers.append(shown.strip())
    yield line, answers


def commands(line: str) -> list[list[str]]:
    """The commands of a line, each as its words: `a && b` are two, what follows a # is none."""
    found: list[list[str]] = [[]]
    for word in shlex.split(line, comments=True):
        if word == "&&":
            found.append([])
        else:
            found[-1].append(word)
    return found


def as_posix(line: str) -> str:
    """A line of PowerShell as its twin in a POSIX shell."""
    line = re.sub(r"(?m)^py (?=-)", "python3 ", line).replace(".venv\\Scripts\\", ".venv/bin/")
    return line.replace("; ", " && ").replace("\\", "/")


def inline(page: str) -> list[str]:
    """The commands that stand inside sentences."""
    return [" ".join(found.split()) for found in _INLINE.findall(text_of(page))]
