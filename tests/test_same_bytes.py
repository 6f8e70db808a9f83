"""The same content and programme give the same documents, wherever and by whomever they are made."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from tests.support.digests import digests
from tests.support.packages import unzipped, zipped
from tests.support.same_bytes import differing, runs

OTHER_PYTHONS = ("python3.12", "python3.13", "python3.14")


def test_hash_seeds_time_zones_languages_folders_and_caches_make_no_difference(tmp_path: Path) -> None:
    found = [digests(), *runs(tmp_path)]
    assert len(found[0]) > 150
    assert differing(found) == []


def test_another_python_makes_the_same(tmp_path: Path) -> None:
    pythons = [path for name in OTHER_PYTHONS if (path := shutil.which(name)) and _can_run(path)]
    if not pythons:
        pytest.skip("no other Python with the libraries is here")
    assert differing([digests(), *(runs(tmp_path, pythons[:1])[-1:])]) == []


def _can_run(python: str) -> bool:
    if Path(python).resolve() == Path(sys.executable).resolve():
        return False
    code = "import pydantic, jinja2, lxml, yaml, click, platformdirs, markupsafe"
    return subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0


def test_a_digest_is_of_what_a_document_says() -> None:
    document = ld.build_document("checklist")
    parts = unzipped(document.bytes)
    again = dict(reversed(parts.items()))
    assert _like(document, zipped(again)).digest == document.digest, "another order, another compression"
    for changed in (
        parts | {"word/document.xml": parts["word/document.xml"] + b" "},
        parts | {"word/more.xml": b""},
        {name: data for name, data in parts.items() if name != "docProps/core.xml"},
        {name.replace("styles", "style"): data for name, data in parts.items()},
    ):
        assert _like(document, zipped(changed)).digest != document.digest


def test_what_is_no_zip_has_a_digest_too() -> None:
    document = ld.build_document("checklist")
    assert _like(document, b"x").digest == hashlib.sha256(b"x").hexdigest()


def _like(document: ld.Document, data: bytes) -> ld.Document:
    return ld.Document(document.id, document.name, document.folder, document.media_type, data)
