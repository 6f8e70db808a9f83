"""The project as it is delivered: README's commands, the wheel, the catalogue of messages."""

from __future__ import annotations

import ast
import gettext
import os
import re
import subprocess
import sys
import zipfile
from functools import partial
from pathlib import Path
from string import Formatter

import pytest

import ledertrivsel_docs as ld
from tests.support.office import REQUIRE_TOOLS
from tests.support.programmes import ROOT, filled

PACKAGE = ROOT / "src" / "ledertrivsel_docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")


def readme_commands(shell: str) -> list[str]:
    block = re.search(rf"```{shell}\n(.*?)```", README, re.DOTALL)
    assert block is not None
    return block[1].strip().splitlines()


def test_readme_has_two_commands_for_each_system() -> None:
    first, second = readme_commands("sh")
    assert "ledertrivsel pack samlet-plan -c examples/forloeb.yaml" in first
    assert second.endswith("pytest")
    assert len(readme_commands("powershell")) == 2


def test_ci_calls_readmes_test_command() -> None:
    assert readme_commands("sh")[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_readme_shows_pictures_that_are_there_and_small() -> None:
    pictures = re.findall(r"!\[([^]]+)]\(([^)]+)\)", README)
    assert pictures
    for alt, path in pictures:
        assert len(alt) > 20
        assert (ROOT / path).stat().st_size < 80_000


def test_readmes_links_lead_somewhere() -> None:
    for path in re.findall(r"]\(([^):]+)\)", README):
        assert (ROOT / path).exists(), path


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel, unpacked where no checkout is near."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode and not os.environ.get(REQUIRE_TOOLS):
        pytest.skip(f"the wheel can't be built here: {done.stderr.strip().splitlines()[-1:]}")
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_makes_the_same_kit(installed: Path, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"PYTHONPATH": str(installed), "PYTHONUTF8": "1", "LEDERTRIVSEL_LANG": "da"}
    command = [sys.executable, "-P", "-m", "ledertrivsel_docs", "pack", "samlet-plan", "--zip"]
    options = ["-c", str(ROOT / "examples" / "forloeb.yaml"), "-o", "kit.zip"]
    run = partial(subprocess.run, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    where = run([sys.executable, "-P", "-c", "import ledertrivsel_docs as ld; print(ld.__file__)"])
    assert where.stdout.startswith(str(installed))
    done = run([*command, *options])
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "kit.zip").read_bytes() == ld.build_pack("samlet-plan", filled()).zip_bytes()


def test_the_wheel_is_typed_and_carries_what_it_needs(installed: Path) -> None:
    package = installed / "ledertrivsel_docs"
    for name in ("py.typed", "content/sources.yaml", "templates/brand.yaml", "templates/docx/action-card.docx"):
        assert (package / name).is_file(), name
    assert (package / "locale/da/LC_MESSAGES/ledertrivsel.mo").is_file()
    assert not list(installed.glob("tests"))


def messages() -> set[str]:
    """Every literal that is shown to people: the first argument of `message(…)` and `_(…)`."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("message", "_"):
                assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}: not a literal"
                found.add(str(node.args[0].value))
    return found


def test_every_message_is_in_danish_with_the_same_places() -> None:
    danish = gettext.translation("ledertrivsel", PACKAGE / "locale", ["da"])
    catalogue: dict[str, str] = danish._catalog  # type: ignore[attr-defined]
    assert sorted(text for text in messages() if not catalogue.get(text)) == []
    for text in messages():
        assert fields(text) == fields(catalogue[text]), text


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_an_archive_without_git_installs() -> None:
    """The version stands in the file, so nothing asks git."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(r'^version = "\d+\.\d+\.\d+"$', text, re.MULTILINE)
    assert "dynamic" not in text
