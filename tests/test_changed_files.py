"""A kit's folder is compared with what was written in it: which files somebody has edited or deleted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.disk import MANIFEST, save_all
from tests.support.command import run
from tests.support.packages import unzipped, zipped
from tests.support.saved_kit import BESIDE, PACK


class TestChangedFiles:
    """A kit's folder is compared with what was written in it."""

    def test_nothing_has_changed(self, tmp_path: Path) -> None:
        PACK.save(tmp_path)
        assert ld.changed_files(tmp_path) == []
        done = run("changed", tmp_path)
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
        done = run("changed", tmp_path)
        assert done.exit_code == 0
        assert [line.split(" (")[0].strip() for line in done.output.splitlines()] == [first.path, second.path]

    def test_a_folder_that_holds_no_kit_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "brev.docx").write_bytes(b"mine")
        for folder in (tmp_path, tmp_path / "nowhere"):
            with pytest.raises(ld.InputError, match="holds no kit"):
                ld.changed_files(folder)
        assert run("changed", tmp_path).exit_code == 1

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
