"""What makes the engine fast and safe to share: any deflate gives the same content, threads share a template, and
making documents loads no library that reads or writes Office files.
"""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import DOCUMENTS
from ledertrivsel_docs.documents.copy import copies
from ledertrivsel_docs.engine import package
from ledertrivsel_docs.engine.deflating import deflate_by_zlib
from ledertrivsel_docs.resources import templates_folder
from tests.support.office import REQUIRE_TOOLS
from tests.support.programmes import ROOT, filled


def contents(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_content_is_the_same_by_any_deflate(monkeypatch: pytest.MonkeyPatch) -> None:
    if not os.environ.get(REQUIRE_TOOLS):
        pytest.importorskip("isal")
    found = ld.build_document("plan", filled())
    monkeypatch.setattr(package, "deflate", deflate_by_zlib)
    other = ld.build_document("plan", filled())
    assert found.bytes != other.bytes
    assert contents(found.bytes) == contents(other.bytes)
    assert list(contents(found.bytes)) == list(contents(other.bytes))


@given(st.binary(max_size=2000))
def test_any_content_comes_back(content: bytes) -> None:
    assert package.Member.deflated("a.xml", content).content() == content


def test_threads_render_one_template_with_contexts_of_their_own() -> None:
    template = ld.Template(templates_folder() / "docx" / "action-card.docx")
    library = ld.Library.default()
    programme = filled().resolved()
    kit = library.kits["samlet-plan"]
    cards = [copy for copy in copies(kit, library, programme) if copy.document.id == "action-card"]
    contexts = [DOCUMENTS["action-card"](library, programme, copy) for copy in cards] * 12
    alone = [template.render(context) for context in contexts[: len(cards)]]
    fresh = ld.Template(templates_folder() / "docx" / "action-card.docx")  # its programs are made by the threads
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(fresh.render, contexts))
    assert together == alone * 12
    assert len(set(alone)) == len(cards) > 3


def test_threads_build_decks_of_their_own_from_one_template() -> None:
    template = ld.Template(templates_folder() / "pptx" / "deck.pptx")
    common = {"header": {"organisation": "Eksempel", "kit": "Kit", "steps": []}, "footer": "Eksempel"}

    def deck(number: int) -> bytes:
        points = [{"text": f"Punkt {number}"}] * 3
        slide = {"title": f"Dias {number}", "lead": "", "until": "", "items": points, "notes": []}
        return template.render([("result", slide)] * (1 + number % 5), common=common)

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(deck, range(40)))
    for number in (0, 7, 39):
        assert together[number] == deck(number)
        assert f"Dias {number}".encode() in contents(together[number])["ppt/slides/slide1.xml"]


CODE = """
import sys
import ledertrivsel_docs as ld
programme = ld.Programme.load(sys.argv[1])
ld.build_pack("alle", programme, cache=sys.argv[2])
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""
READS_OFFICE = {"docx", "pptx", "docxtpl", "openpyxl", "xlsxwriter", "python_calamine", "lxml", "PIL", "distributed"}


def test_making_kits_loads_no_office_library_once_the_templates_are_compiled(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CODE, str(ROOT / "examples" / "forloeb.yaml"), str(tmp_path / "cache")]
    cold, warm = (
        set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()) for _ in range(2)
    )
    assert cold & READS_OFFICE == {"lxml"}  # which compiles the templates
    assert not warm & READS_OFFICE


def test_a_batch_in_one_process_keeps_nothing_of_earlier_kits() -> None:
    """Objects, not bytes: what Python's own caches take settles after the first kits."""

    def objects_after(count: int) -> int:
        for number in range(count):
            ld.build_pack("ledergruppen", ld.Programme(organisation=f"Enhed {number}"))
        gc.collect()
        return len(gc.get_objects())

    objects_after(3)
    before = objects_after(1)
    assert objects_after(6) - before < 300
