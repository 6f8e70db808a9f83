"""Runs that write in the same folder at the same time take turns, in one process or in several."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.disk import turns
from ledertrivsel_docs.disk.turns import turn
from tests.support.saved_kit import PACK, contents, documents, made


class TestTwoRunsAtOnce:
    """They take turns, in one process or in several."""

    def test_both_are_whole_and_known(self, tmp_path: Path) -> None:
        (tmp_path / "forloeb.yaml").write_text("organisation: Eksempel\n", "utf-8")
        given = ["-c", str(tmp_path / "forloeb.yaml"), "-o", str(tmp_path / "kit")]
        commands = [
            [sys.executable, "-m", "ledertrivsel_docs", "pack", kit, *given]
            for kit in ("ledergruppen", "tu-droeftelse") * 2
        ]
        runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for command in commands]
        for one in runs:
            _, said = one.communicate(timeout=120)
            assert (one.returncode, said) == (0, b"")
        programme = ld.Programme(organisation="Eksempel")
        packs = [
            ld.build_pack(kit, programme) for kit in ("ledergruppen", "tu-droeftelse")
        ]  # some files are called the same
        found = documents(tmp_path / "kit")
        assert found.keys() == {document.path for pack in packs for document in pack}
        assert set(found.values()) <= {document.bytes for pack in packs for document in pack}
        assert ld.changed_files(tmp_path / "kit") == []

    def test_a_run_waits_for_the_one_before(self, tmp_path: Path) -> None:
        other = threading.Thread(target=PACK.save, args=[tmp_path])
        with turn(tmp_path):
            other.start()
            other.join(0.3)
            assert other.is_alive()
            assert contents(tmp_path) == {}
        other.join()
        assert documents(tmp_path) == made()

    def test_not_for_ever(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(turns, "WAIT", 0.1)
        with turn(tmp_path), pytest.raises(ld.OutputError, match=r"Another run is writing.*Wait until it is done"):
            PACK.save(tmp_path)

    def test_on_a_drive_without_locks_nobody_waits(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def unknown(_: Path) -> int:
            raise OSError(95, "Operation not supported")

        monkeypatch.setattr(turns, "_take", unknown)
        left = tmp_path / ".ledertrivsel-0a.tmp"
        left.write_bytes(b"perhaps somebody is writing it")
        PACK.save(tmp_path)
        assert documents(tmp_path) == made() | {left.name: left.read_bytes()}
