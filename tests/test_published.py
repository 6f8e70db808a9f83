"""What is published: the sdist and the wheel, built as docs/releasing.md says, and what is in them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from tests.support.office import REQUIRE_TOOLS
from tests.support.programmes import ROOT, filled

TOOLS = ("build", "twine", "mypy")
SOURCES = ("samlet-plan", "ledergruppen", "tu-droeftelse", "evne-ambition", "lederrollen")

USER = """
from datetime import date

import ledertrivsel_docs as ld

programme = ld.Programme(
    organisation="Eksempel",
    workshops=ld.Workshops(prepare=ld.PrepareWorkshop(date=date(2027, 1, 12))),
    themes=ld.ThemeChoice(selected=("sparring",)),
)
pack: ld.Pack = ld.build_pack("lederrollen", programme)
names: list[str] = [document.name for document in pack if document.bytes]
answers: ld.Answers = ld.collect([(pack.documents[0].name, pack.documents[0].bytes)], programme=programme)
problems: tuple[ld.Problem, ...] = answers.problems
merged: ld.Programme = answers.merged(programme).programme
try:
    ld.Programme.load({"organisation": ""})
except ld.InputError as error:
    told: list[str] = [problem.told(ld.translator("da")) for problem in error.problems]
schema = ld.json_schema("programme")
print(len(names), ld.__file__)
"""
SLIPS = {
    "ld.build_packz": "has no attribute",
    "ld.build_pack(1)": "incompatible type",
    "ld.build_pack('alle', brand='brand.yaml')": "incompatible type",
    "ld.build_document('plan').bytes.encode()": "has no attribute",
    "ld.Programme()": "Missing named argument",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that is made of it."""
    missing = [name for name in TOOLS if find_spec(name) is None]
    if missing and not os.environ.get(REQUIRE_TOOLS):
        pytest.skip(f"what builds and checks a release isn't installed: {', '.join(missing)}")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def python(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with the wheel in it, and what it needs."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder)
    paths = sysconfig.get_paths("venv", {"base": str(folder), "platbase": str(folder)})
    site = Path(paths["purelib"])
    (wheel,) = built.glob("*.whl")
    shutil.unpack_archive(wheel, site, "zip")
    (site / "needed.pth").write_text(sysconfig.get_paths()["purelib"])  # without its own .pth files: not this checkout
    return Path(paths["scripts"]) / "python"


def test_the_index_takes_both_and_can_show_the_text(built: Path) -> None:
    files = [str(file) for file in sorted(built.iterdir())]
    assert [Path(file).suffix for file in files] == [".whl", ".gz"]
    done = subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", *files], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    text = member(built, "*.whl", "METADATA")
    assert "# ledertrivsel-docs" in text
    assert re.findall(r"]\((?!https?://)", text) == []  # the index has no files that a link could lead to


def member(built: Path, pattern: str, name: str) -> str:
    (file,) = built.glob(pattern)
    with zipfile.ZipFile(file) as archive:
        (found,) = [known for known in archive.namelist() if known.rpartition("/")[2] == name]
        return archive.read(found).decode()


def test_the_wheel_has_what_it_needs_and_no_more(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for name in ("py.typed", "content/sources.yaml", "templates/brand.yaml", "templates/docx/action-card.docx"):
        assert f"ledertrivsel_docs/{name}" in names
    assert "ledertrivsel_docs/locale/da/LC_MESSAGES/ledertrivsel.mo" in names
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"ledertrivsel_docs"}
    for kit in SOURCES:
        assert kit in member(built, "*.whl", "NOTICE")
    assert "MIT" in member(built, "*.whl", "LICENSE")


def test_the_sdist_has_every_file_of_the_repository(built: Path, tmp_path: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (folder,) = tmp_path.iterdir()
    for name in ("NOTICE", "LICENSE", "README.md", "CITATION.cff", "content", "templates", "tests", "docs", ".ci/run"):
        assert (folder / name).exists(), name
    if shutil.which("git") and (ROOT / ".git").exists():
        known = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        there = [name for name in known.splitlines() if (ROOT / name).exists() and name.isascii()]
        assert [name for name in there if not (folder / name).exists()] == []
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
        "tests/test_reading_models.py",
    ]
    environment = os.environ | {"PYTHONPATH": str(folder / "src")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_wheel_makes_the_same_kit_where_no_checkout_is_near(python: Path, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"PYTHONUTF8": "1", "LEDERTRIVSEL_LANG": "da", "PYTHONWARNINGS": "error"}
    command = [str(python), "-m", "ledertrivsel_docs", "pack", "samlet-plan", "--zip", "-o", "kit.zip"]
    options = ["-c", str(ROOT / "examples" / "forloeb.yaml")]
    done = subprocess.run(
        [*command, *options], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "kit.zip").read_bytes() == ld.build_pack("samlet-plan", filled()).zip_bytes()


def test_type_checkers_know_the_wheel(python: Path, tmp_path: Path) -> None:
    """A program of a user's passes mypy's strictest check and runs; each slip in one is found."""
    (tmp_path / "user.py").write_text(USER, encoding="utf-8")
    (tmp_path / "slips.py").write_text("import ledertrivsel_docs as ld\n\n" + "\n".join(SLIPS) + "\n", encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "MYPYPATH")}
    check = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--python-executable={python}"]

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    fine = run(*check, "user.py")
    assert fine.returncode == 0, fine.stdout + fine.stderr
    ran = run(str(python), "user.py")
    assert ran.returncode == 0, ran.stderr
    assert str(python.parents[1]) in ran.stdout
    found = run(*check, "slips.py").stdout.splitlines()
    for number, (slip, what) in enumerate(SLIPS.items(), start=3):
        assert any(line.startswith(f"slips.py:{number}:") and what in line for line in found), (slip, found)


def test_the_citation_is_of_this_version() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.*)"$', project, re.MULTILINE)
    assert version is not None
    assert f"\nversion: {version[1]}\n" in citation
