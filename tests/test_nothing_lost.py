"""Whatever happens while files are written: nothing is half there, nothing of theirs is gone, and people are told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

import ledertrivsel_docs as ld
from ledertrivsel_docs.cli import main
from ledertrivsel_docs.disk import MANIFEST, save_all, turns, whole, write_whole
from ledertrivsel_docs.disk.turns import turn
from tests.support.programmes import ROOT
from tests.support.word import unzipped, zipped

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and users as POSIX has them")
BESIDE = "{name} (ny)"
PACK = ld.build_pack("ledergruppen")


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def documents(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in contents(folder).items() if path != MANIFEST}


def made() -> dict[str, bytes]:
    return {document.path: document.bytes for document in PACK}


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


class TestTwoRunsAtOnce:
    """They take turns, in one process or in several."""

    def test_both_are_whole_and_known(self, tmp_path: Path) -> None:
        commands = [
            [sys.executable, "-m", "ledertrivsel_docs", "pack", kit, "-o", str(tmp_path / "kit")]
            for kit in ("ledergruppen", "tu-droeftelse") * 2
        ]
        runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for command in commands]
        for run in runs:
            _, said = run.communicate(timeout=120)
            assert (run.returncode, said) == (0, b"")
        packs = [ld.build_pack(kit) for kit in ("ledergruppen", "tu-droeftelse")]  # some files are called the same
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


class TestNames:
    """Names that a system cuts, can't have, or takes for another."""

    @pytest.mark.parametrize(
        "name",
        ["CON.docx", "aux.docx", "nul", "Com1.docx", "lpt¹.pptx", "con .docx", "a.", "b ", "c?.docx", "d:e", "\x07"],
    )
    def test_one_that_windows_cannot_have_is_told_and_nothing_is_written(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(ld.OutputError, match=r"can't be the name of a file in Windows\. Choose another name"):
            save_all(tmp_path, {"1 Forbered/godt.docx": b"a", name: b"b"}, BESIDE)
        assert contents(tmp_path) == {}

    @pytest.mark.parametrize("name", ["Console.docx", "auxilie.docx", "com.docx", "COM10.docx", ".skjult", "1 a.b"])
    def test_one_that_only_looks_like_it_is_taken(self, tmp_path: Path, name: str) -> None:
        save_all(tmp_path, {name: b"b"}, BESIDE)
        assert documents(tmp_path) == {name: b"b"}

    @pytest.mark.parametrize(
        "title", ["😀" * 120, "æøå" * 60, "漢" * 150, "CON", "aux.", "a\u202eb/c\\d: " * 9, "e\u0301" * 99]
    )
    def test_a_theme_of_any_name_gets_a_file(self, tmp_path: Path, title: str) -> None:
        own = [{"id": "et", "title": title}, {"id": "to", "title": title.upper()}]
        themes = {"own": own, "selected": ["et", "to"]}
        pack = ld.build_pack("samlet-plan", ld.Programme.load({"organisation": "E", "themes": themes}))
        assert {saved.outcome for saved in pack.save(tmp_path)} == {"written"}
        for path in documents(tmp_path):
            name = path.rpartition("/")[2]
            assert len(name.encode()) <= 240, "room for a new version beside it"
            assert len(name) <= 130

    def test_two_names_that_a_mac_takes_for_one_are_kept_apart(self, tmp_path: Path) -> None:
        own = [{"id": "et", "title": "Café"}, {"id": "to", "title": "CAFE\u0301"}]
        themes = {"own": own, "selected": ["et", "to"]}
        pack = ld.build_pack("samlet-plan", ld.Programme.load({"organisation": "E", "themes": themes}))
        cards = [document.name for document in pack if document.name.startswith("35")]
        assert [name.endswith(" (2).docx") for name in cards] == [False, True]

    def test_a_path_that_is_too_long_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(
            ld.OutputError, match=r"longer than this computer takes\. Choose a folder with a shorter path"
        ):
            PACK.save(tmp_path / ("x" * 256))

    def test_windows_says_that_there_is_no_such_file(self) -> None:
        long, short = (Path("/", "x" * size, "plan.docx") for size in (250, 20))
        error = FileNotFoundError(2, "No such file or directory")
        assert "shorter path" in whole.problem(long, error).told()
        assert "No such file" in whole.problem(short, error).told()


class TestChangedFiles:
    """A kit's folder is compared with what was written in it."""

    def test_nothing_has_changed(self, tmp_path: Path) -> None:
        PACK.save(tmp_path)
        assert ld.changed_files(tmp_path) == []
        done = CliRunner().invoke(main, ["changed", str(tmp_path)])
        assert (done.exit_code, done.output.count("\n")) == (0, 1)

    def test_edited_and_missing_files_are_told_those_of_others_are_not(self, tmp_path: Path) -> None:
        PACK.save(tmp_path)
        first, second, third = PACK.documents[:3]
        parts = unzipped(first.bytes)
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"e", b"a", 40)
        (tmp_path / first.path).write_bytes(zipped(parts))
        (tmp_path / second.path).unlink()
        (tmp_path / third.path).write_bytes(zipped(unzipped(third.bytes)))  # packed again: it says the same
        (tmp_path / "noter.docx").write_bytes(b"mine")
        assert ld.changed_files(tmp_path) == [
            ld.ChangedFile(first.path, "edited"),
            ld.ChangedFile(second.path, "missing"),
        ]
        done = CliRunner().invoke(main, ["changed", str(tmp_path)])
        assert done.exit_code == 0
        assert [line.split(" (")[0].strip() for line in done.output.splitlines()] == [first.path, second.path]

    def test_a_folder_that_holds_no_kit_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "brev.docx").write_bytes(b"mine")
        for folder in (tmp_path, tmp_path / "nowhere"):
            with pytest.raises(ld.InputError, match="holds no kit"):
                ld.changed_files(folder)
        assert CliRunner().invoke(main, ["changed", str(tmp_path)]).exit_code == 1

    @pytest.mark.parametrize("manifest", [b"{", b"[1]", b"null", b"[" * 100_000, b"\xff", b'{"a": 1, "b": [1, null]}'])
    def test_a_broken_manifest_breaks_nothing(self, tmp_path: Path, manifest: bytes) -> None:
        (tmp_path / MANIFEST).write_bytes(manifest)
        (tmp_path / PACK.documents[0].folder).mkdir()
        (tmp_path / PACK.documents[0].path).write_bytes(b"mine")
        assert next(saved.outcome for saved in PACK.save(tmp_path)) == "beside"
        assert (tmp_path / PACK.documents[0].path).read_bytes() == b"mine"

    def test_a_folder_of_an_earlier_version_is_known(self, tmp_path: Path) -> None:
        """Its manifest held digests of the files' bytes."""
        import hashlib  # noqa: PLC0415

        old = zipped({"a": b"old"})
        (tmp_path / "plan.docx").write_bytes(old)
        (tmp_path / MANIFEST).write_text(json.dumps({"plan.docx": [hashlib.sha256(old).hexdigest()]}))
        [saved] = save_all(tmp_path, {"plan.docx": zipped({"a": b"new"})}, BESIDE)
        assert saved.outcome == "written"

    def test_a_path_in_a_manifest_that_leads_out_is_not_read(self, tmp_path: Path) -> None:
        (tmp_path / "kit").mkdir()
        (tmp_path / "secret").write_bytes(b"x")
        (tmp_path / "kit" / MANIFEST).write_text(json.dumps({"../secret": ["0"], "/etc/passwd": ["0"]}))
        with pytest.raises(ld.InputError, match="holds no kit"):
            ld.changed_files(tmp_path / "kit")
