"""The content that a cache folder keeps for the next process: the same as what is read, and read anew if it changes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.models import library as of_library
from ledertrivsel_docs.models.kept import kept, plain_of, restored
from ledertrivsel_docs.resources import content_folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(content_folder(), tmp_path / "content"))


def test_what_is_kept_is_what_was_read() -> None:
    library = ld.Library.default()
    found = restored(plain_of(library))
    for name in ("sources", "language", "keys", "words", "kit_words", "kits", "samlet_plan", "tools"):
        assert getattr(found, name) == getattr(library, name)
    assert found == library
    assert [type(theme) for theme in found.samlet_plan.themes.themes] == [
        type(theme) for theme in library.samlet_plan.themes.themes
    ]


def test_content_is_read_once_and_again_when_a_word_of_it_changes(content: Path, tmp_path: Path) -> None:
    reads = []

    def read() -> ld.Library:
        reads.append(1)
        return ld.Library.load(content)

    cache = tmp_path / "cache"
    first = kept(read, content, cache)
    assert kept(read, content, cache) == first
    assert len(reads) == 1
    file = content / "documents" / "overview.yaml"
    stamp = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("Mål", "Maal"), encoding="utf-8")
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))  # as in a wheel, where all files have one time
    kept(read, content, cache)
    assert len(reads) == 2


@pytest.mark.parametrize("damage", [b"", b"\0" * 400])
def test_a_damaged_file_is_read_anew(content: Path, tmp_path: Path, damage: bytes) -> None:
    cache = tmp_path / "cache"
    first = kept(lambda: ld.Library.load(content), content, cache)
    for file in cache.iterdir():
        file.write_bytes(damage)
    assert kept(lambda: ld.Library.load(content), content, cache) == first


def test_the_second_command_makes_the_same_kit_without_reading_a_content_file(tmp_path: Path) -> None:
    code = (
        "import sys; from ledertrivsel_docs.cli import main\n"
        "from ledertrivsel_docs.models import content_files as read\n"
        "was, found = read.read_text, []\n"
        "read.read_text = lambda *given: found.append(given) or was(*given)\n"
        "try: main(['pack', 'ledergruppen', '-o', sys.argv[1]])\n"
        "finally: print('read:', len(found))"
    )
    environment = os.environ | {"LEDERTRIVSEL_CACHE": str(tmp_path / "cache"), "PYTHONIOENCODING": "utf-8"}
    told = []
    for name in ("first", "second"):
        command = [sys.executable, "-c", code, str(tmp_path / name)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
        assert done.returncode == 0, done.stderr
        told.append(done.stdout.rpartition("read: ")[2].strip())
    assert int(told[0]) > 50
    assert told[1] == "0"
    files = [sorted((tmp_path / name).rglob("*.*x")) for name in ("first", "second")]
    assert [file.read_bytes() for file in files[0]] == [file.read_bytes() for file in files[1]]


def test_a_cache_that_others_can_write_to_is_not_used(content: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    kept(lambda: ld.Library.load(content), content, cache)
    cache.chmod(0o777)
    reads: list[int] = []
    kept(lambda: reads.append(1) or of_library.Library.load(content), content, cache)  # type: ignore[func-returns-value]
    assert reads or os.name == "nt"


def test_what_others_keep_in_the_folder_is_left_alone(content: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    (cache / "folder").mkdir(parents=True, mode=0o700)
    cache.chmod(0o700)
    theirs = cache / "customers.sqlite"
    ours = cache / "ledertrivsel-old"
    for path in (theirs, ours, cache / "folder"):
        path.touch()
        os.utime(path, (0, 0))
    kept(lambda: ld.Library.load(content), content, cache)
    assert theirs.exists()
    assert not ours.exists()
    assert len(list(cache.iterdir())) == 3
