"""Whatever happens while files are written: nothing is half there, nothing of theirs is gone, and people are told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.disk import save_all, whole, write_whole
from tests.support.programmes import ROOT
from tests.support.saved_kit import BESIDE, PACK, contents, documents, made

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and users as POSIX has them")


@POSIX
def test_killed_at_any_moment() -> None:
    """How this is done, and what is looked at each time, is in `tests.support.killing`."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.killing", "--kills", "150"],
        capture_output=True, text=True, check=False, timeout=300, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    counts = json.loads(done.stdout)
    assert all(count["at_work"] > count["kills"] // 5 for count in counts.values()), counts
    assert counts["kits"]["left"] > 0, "no kill came in the middle of a file"


class TestLeftovers:
    """What a killed run has left."""

    def test_the_next_run_removes_it(self, tmp_path: Path) -> None:
        left = [tmp_path / ".ledertrivsel-0a.tmp", tmp_path / PACK.documents[0].folder / ".ledertrivsel-ff.tmp"]
        left[1].parent.mkdir()
        for file in left:
            file.write_bytes(b"half a fi")
        PACK.save(tmp_path)
        assert documents(tmp_path) == made()

    def test_somebody_elses_files_stay(self, tmp_path: Path) -> None:
        for name in ("notes.tmp", "~WRD0001.tmp", ".ledertrivsel-brev.docx"):
            (tmp_path / name).write_bytes(b"mine")
        PACK.save(tmp_path)
        assert len(documents(tmp_path)) == len(PACK) + 3


@POSIX
class TestNoRoom:
    """A disk that is full, or a file that may not grow: told, and everything is as it was or whole."""

    def test_every_file_is_the_old_or_the_new_one(self, tmp_path: Path) -> None:
        old = {document.path: b"old " * 9 for document in PACK}
        save_all(tmp_path, old, BESIDE)
        largest = max(len(document.bytes) for document in PACK)
        with at_most(largest - 1), pytest.raises(ld.OutputError) as caught:
            PACK.save(tmp_path)
        [problem] = caught.value.problems
        assert "can't be written" in problem.told()
        assert problem.file
        found, new = documents(tmp_path), made()
        assert all(data in (old[path], new[path]) for path, data in found.items())
        assert found.keys() == old.keys()
        PACK.save(tmp_path)
        assert documents(tmp_path) == new, "what was written before it was full is still known as ours"

    def test_a_full_disk(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(ld.OutputError, match=r"The disk is full\. Make room on it"):
            PACK.save(tmp_path)
        assert contents(tmp_path) == {}


@contextmanager
def at_most(size: int) -> Iterator[None]:
    """No file may be larger."""
    import resource  # noqa: PLC0415 - Windows has none

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@POSIX
def test_a_folder_that_is_read_only() -> None:
    with somebody() as folder:
        folder.chmod(0o555)
        with pytest.raises(ld.OutputError, match=r"Nothing can be written in this folder\. Choose another folder"):
            PACK.save(folder)
        with pytest.raises(ld.OutputError, match=r"Choose another folder"):
            PACK.save(folder / "kit")
        assert contents(folder) == {}


@contextmanager
def somebody() -> Iterator[Path]:
    """A folder, for somebody who may not write everywhere as root may."""
    is_root = os.geteuid() == 0
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        if is_root:
            os.chown(name, 65534, 65534)
            os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            if is_root:
                os.seteuid(0)


class TestOpenInWord:
    """A file that somebody has open isn't taken away under their hands."""

    @pytest.mark.parametrize("lock", ["~$ Dialogark.docx", "~$1 Dialogark.docx", "~$21 Dialogark.docx", ".~lock.{}#"])
    def test_a_lock_beside_it_is_told_and_nothing_is_written(self, tmp_path: Path, lock: str) -> None:
        document = next(found for found in PACK if found.name == "21 Dialogark.docx")
        save_all(tmp_path, {document.path: b"old", PACK.documents[0].path: b"old"}, BESIDE)
        lock = lock.format(document.name)
        ((tmp_path / document.path).with_name(lock)).write_bytes(b"Else Hansen")
        before = contents(tmp_path)
        with pytest.raises(ld.OutputError) as caught:
            PACK.save(tmp_path)
        [problem] = caught.value.problems
        assert problem.file == str(tmp_path / document.path)
        assert "Close it and run this again" in problem.told()
        assert lock in problem.told()
        assert contents(tmp_path) == before

    def test_what_stays_as_it_is_or_stands_beside_disturbs_nobody(self, tmp_path: Path) -> None:
        first, second = PACK.documents[:2]
        PACK.save(tmp_path)
        (tmp_path / second.path).write_bytes(b"edited")
        for document in (first, second):
            (tmp_path / document.folder / f"~${document.name[2:]}").write_bytes(b"Else Hansen")
        assert [saved.outcome for saved in PACK.save(tmp_path)[:2]] == ["unchanged", "beside"]

    def test_windows_refuses_to_replace_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def held(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        file = tmp_path / "plan.docx"
        file.write_bytes(b"old")
        monkeypatch.setattr(Path, "replace", held)
        with pytest.raises(ld.OutputError, match="Close it in Word or PowerPoint"):
            write_whole(file, b"new")
        assert contents(tmp_path) == {"plan.docx": b"old"}


def test_a_file_that_is_saved_while_the_kit_is_written_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody presses Ctrl+S after all files have been looked at."""
    last = PACK.documents[-1]
    save_all(tmp_path, {document.path: b"old" for document in PACK}, BESIDE)
    put = whole.put

    def and_somebody_saves(path: Path, data: bytes) -> None:
        put(path, data)
        if path == tmp_path / PACK.documents[0].path:
            (tmp_path / last.path).write_bytes(b"mine")

    monkeypatch.setattr("ledertrivsel_docs.disk.folder.put", and_somebody_saves)
    saved = PACK.save(tmp_path)[-1]
    assert saved.outcome == "beside"
    assert (tmp_path / last.path).read_bytes() == b"mine"
    assert saved.path.read_bytes() == last.bytes
    assert [file.path for file in ld.changed_files(tmp_path)] == [last.path]
