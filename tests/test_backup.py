"""A file of somebody's is changed: what was in it is kept beside, and at no moment it is nowhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ledertrivsel_docs.disk import rewrite_with_backup, whole
from ledertrivsel_docs.errors import OutputError
from ledertrivsel_docs.models.library import Library

OLD, NEW = b"organisation: E\r\n", b"organisation: E\r\nparticipants: 18\r\n"
PATTERN: str = Library.default().words["common"]["before_answers"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "forloeb.yaml"
    file.write_bytes(OLD)
    return file


def contents(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.parent.iterdir()}


def test_the_old_file_is_kept_under_the_lowest_free_number(path: Path) -> None:
    kept = rewrite_with_backup(path, NEW, PATTERN, OLD)
    assert kept == path.parent / "forloeb (før svar 1).yaml"
    again = rewrite_with_backup(path, OLD + b"# x", PATTERN, NEW)
    assert again is not None
    assert again.name == "forloeb (før svar 2).yaml"
    kept.unlink()
    assert rewrite_with_backup(path, NEW, PATTERN, OLD + b"# x") == kept
    assert contents(path) == {
        "forloeb.yaml": NEW,
        "forloeb (før svar 1).yaml": OLD + b"# x",
        "forloeb (før svar 2).yaml": NEW,
    }


def test_nothing_to_change_writes_nothing(path: Path) -> None:
    before = path.stat().st_mtime_ns
    assert rewrite_with_backup(path, OLD, PATTERN, OLD) is None
    assert path.stat().st_mtime_ns == before
    assert contents(path) == {"forloeb.yaml": OLD}


def test_a_file_that_was_saved_meanwhile_is_left_alone(path: Path) -> None:
    path.write_bytes(b"organisation: X\n")
    with pytest.raises(OutputError, match="has been changed while this was running"):
        rewrite_with_backup(path, NEW, PATTERN, OLD)
    assert contents(path) == {"forloeb.yaml": b"organisation: X\n"}


def test_a_file_that_is_saved_in_the_last_moment_is_left_alone_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = whole.put

    def and_somebody_saves(target: Path, data: bytes, like: Path | None = None) -> None:
        write(target, data, like)
        path.write_bytes(b"organisation: X\n")

    monkeypatch.setattr("ledertrivsel_docs.disk.backup.put", and_somebody_saves)
    with pytest.raises(OutputError, match="has been changed"):
        rewrite_with_backup(path, NEW, PATTERN, OLD)
    assert contents(path) == {"forloeb.yaml": b"organisation: X\n", "forloeb (før svar 1).yaml": OLD}


def test_a_file_that_is_gone_is_told(path: Path) -> None:
    path.unlink()
    with pytest.raises(OutputError) as caught:
        rewrite_with_backup(path, NEW, PATTERN, OLD)
    assert caught.value.problems[0].file == str(path)


def test_a_pattern_without_a_number_is_a_slip_in_the_program(path: Path) -> None:
    with pytest.raises(ValueError, match="number"):
        rewrite_with_backup(path, NEW, "{name} (ny)", OLD)


@pytest.mark.skipif(os.name == "nt", reason="permissions as POSIX has them")
def test_permissions_stay(path: Path) -> None:
    path.chmod(0o640)
    kept = rewrite_with_backup(path, NEW, PATTERN, OLD)
    assert kept is not None
    assert [file.stat().st_mode & 0o777 for file in (path, kept)] == [0o640, 0o640]


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights there")
def test_a_link_stays_a_link(path: Path) -> None:
    link = path.parent / "link" / "mit.yaml"
    link.parent.mkdir()
    link.symlink_to(path)
    kept = rewrite_with_backup(link, NEW, PATTERN, OLD)
    assert link.is_symlink()
    assert path.read_bytes() == link.read_bytes() == NEW
    assert kept == path.parent / "forloeb (før svar 1).yaml"


@pytest.mark.parametrize("failing", [0, 1])
@pytest.mark.parametrize("step", ["open", "replace", "fsync"])
def test_whatever_fails_the_old_file_is_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, failing: int
) -> None:
    """`failing`: when the old file is kept, or when the new one is written."""
    calls: list[int] = []
    owner, name = (os, "fsync") if step == "fsync" else (Path, step)
    real = getattr(owner, name)

    def fails(*arguments: object, **options: object) -> object:
        if step == "open" and "xb" not in arguments:
            return real(*arguments, **options)
        calls.append(1)
        if len(calls) > failing:
            raise OSError(28, "No space left on device")
        return real(*arguments, **options)

    monkeypatch.setattr(owner, name, fails)
    with pytest.raises(OutputError, match=r"The disk is full\. Make room"):
        rewrite_with_backup(path, NEW, PATTERN, OLD)
    monkeypatch.undo()
    assert contents(path) == {"forloeb.yaml": OLD}


def test_a_file_or_folder_that_may_not_be_written_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        os, "access", lambda *_, **__: False
    )  # root, who runs tests in containers, may write everything
    with pytest.raises(OutputError, match="Nothing can be written in this folder"):
        rewrite_with_backup(path, NEW, PATTERN, OLD)
    monkeypatch.undo()
    assert contents(path) == {"forloeb.yaml": OLD}


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 0)() == 0, reason="root may write everything")
def test_a_folder_that_is_read_only_is_told(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="can't be written"):
            rewrite_with_backup(path, NEW, PATTERN, OLD)
        assert contents(path) == {"forloeb.yaml": OLD}
    finally:
        path.parent.chmod(0o700)


def test_somebody_stops_it_between_the_two(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = whole.put

    def stopped(target: Path, data: bytes, like: Path | None = None) -> None:
        if target == path:
            raise KeyboardInterrupt
        write(target, data, like)

    monkeypatch.setattr("ledertrivsel_docs.disk.backup.put", stopped)
    with pytest.raises(KeyboardInterrupt):
        rewrite_with_backup(path, NEW, PATTERN, OLD)
    assert contents(path) == {"forloeb.yaml": OLD, "forloeb (før svar 1).yaml": OLD}
