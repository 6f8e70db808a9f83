"""The engine among processes, threads and other programs: its cache, what it imports, files saved by LibreOffice."""

from __future__ import annotations

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest
from PIL import Image

from ledertrivsel_docs.engine import Picture, Template, Theme, compile
from tests.support.office import libreoffice, needs_tool
from tests.support.word import saved, texts, word

SRC = Path(__file__).parents[1] / "src"
CONTEXT = {"navn": "Å & B", "items": ["1", "2"]}
# The engine by itself: the package around it is an empty one.
IN_A_NEW_PROCESS = """
import pathlib, sys, types
sys.modules["ledertrivsel_docs"] = around = types.ModuleType("ledertrivsel_docs")
around.__path__ = [sys.argv[3]]
from ledertrivsel_docs.engine import Template
template = Template(pathlib.Path(sys.argv[1]), cache=pathlib.Path(sys.argv[2]))
sys.stdout.buffer.write(template.render({"navn": "Å & B", "items": ["1", "2"]}))
office = {"lxml", "docx", "docxtpl", "pptx", "PIL"} & {name.partition(".")[0] for name in sys.modules}
sys.stderr.write(" ".join(sorted(office)))
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("{{ navn }}{% for i in items %} {{ i }}{% endfor %}")
    document.add_paragraph("{%p for i in items %}")
    document.add_paragraph("Kære {{ i }}").add_run(" {{ na").bold = True
    document.paragraphs[-1].add_run("vn }}")
    document.add_paragraph("{%p endfor %}")
    table = document.add_table(3, 2)
    table.cell(0, 0).text, table.cell(2, 0).text = "{%tr for i in items %}", "{%tr endfor %}"
    table.cell(1, 0).text, table.cell(1, 1).text = "{{ i }}", "{{ loop.index }}"
    document.sections[0].header.paragraphs[0].text = "Til {{ navn }}"
    path = tmp_path / "brev.docx"
    path.write_bytes(saved(document))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "cache"


def in_a_new_process(file: Path, folder: Path) -> tuple[bytes, str]:
    command = [sys.executable, "-c", IN_A_NEW_PROCESS, str(file), str(folder), str(SRC / "ledertrivsel_docs")]
    run = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return run.stdout, run.stderr.decode()


def compiles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are compiled from now on."""
    original, names = compile.compile_template, list[str]()

    def noting(data: bytes, name: str, theme: Theme | None) -> object:
        names.append(name)
        return original(data, name, theme)

    monkeypatch.setattr(compile, "compile_template", noting)
    return names


class TestCache:
    def test_a_new_process_needs_no_lxml(self, file: Path, folder: Path) -> None:
        first, imported = in_a_new_process(file, folder)
        assert imported == "lxml"
        second, imported = in_a_new_process(file, folder)
        assert imported == ""
        assert first == second == Template(file).render(CONTEXT)

    def test_is_private(self, file: Path, folder: Path) -> None:
        Template(file, cache=folder)
        kept = list(folder.iterdir())
        assert len(kept) == 1
        assert folder.stat().st_mode & 0o777 == 0o700
        assert kept[0].stat().st_mode & 0o777 == 0o600

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda data: b"",
            lambda data: data[:-9],
            lambda data: b"x" * 99,
            lambda data: data[:200] + b"\xff" + data[201:],
        ],
    )
    def test_a_damaged_one_is_not_used(
        self, file: Path, folder: Path, spoil: object, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Template(file, cache=folder)
        (kept,) = folder.iterdir()
        whole = kept.read_bytes()
        assert callable(spoil)
        kept.write_bytes(spoil(whole))
        compiled = compiles(monkeypatch)
        assert texts(Template(file, cache=folder).render(CONTEXT))[0] == "Å & B 1 2"
        assert compiled == ["brev.docx"]
        assert kept.read_bytes() == whole

    def test_a_folder_that_others_can_write_to_is_not_used(
        self, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Template(file, cache=folder)
        folder.chmod(0o777)
        compiled = compiles(monkeypatch)
        Template(file, cache=folder)
        Template(word("{{ a }}"), cache=folder)
        assert len(compiled) == 2
        assert len(list(folder.iterdir())) == 1

    def test_a_folder_that_cannot_be_made_is_none(self, file: Path) -> None:
        for impossible in (file / "cache", Path("/proc/no/such")):
            assert texts(Template(file, cache=impossible).render(CONTEXT))[0] == "Å & B 1 2"

    def test_another_look_or_template_is_kept_apart(
        self, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        compiled = compiles(monkeypatch)
        looks = (None, Theme({"accent1": "112233"}), Theme({"accent1": "445566"}), Theme(body_font="Arial"))
        for _ in range(2):
            for look in looks:
                Template(file, cache=folder, theme=look)
        Template(word("{{ a }}"), cache=folder, name="andet.docx")
        assert compiled == ["brev.docx"] * 4 + ["andet.docx"]
        assert len(list(folder.iterdir())) == 5


def test_no_office_library_is_imported(file: Path, tmp_path: Path) -> None:
    assert in_a_new_process(file, tmp_path / "none")[1] == "lxml"


def test_eight_threads_get_the_same_bytes(file: Path) -> None:
    template = Template(file)
    contexts = [CONTEXT | {"navn": str(n % 4)} for n in range(64)]
    alone = [template.render(context) for context in contexts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(template.render, contexts)) == alone


def test_a_template_saved_by_libreoffice_says_the_same(file: Path, tmp_path: Path) -> None:
    needs_tool("soffice")
    (again,) = libreoffice([file], tmp_path / "out", "docx:MS Word 2007 XML")
    ours, theirs = Template(file).render(CONTEXT), Template(again).render(CONTEXT)
    assert texts(theirs) == texts(ours)
    assert texts(theirs, "word/header1.xml")[0] == texts(ours, "word/header1.xml")[0] == "Til Å & B"


def test_what_the_engine_makes_opens_in_libreoffice(file: Path, tmp_path: Path) -> None:
    needs_tool("soffice")
    made = tmp_path / "made.docx"
    made.write_bytes(Template(word("{{ a }}", "{{ p }}")).render({"a": "Hej\n& <der>", "p": Picture(_png(), "x")}))
    (text,) = libreoffice([made], tmp_path / "out", "txt:Text (encoded):UTF8")
    assert text.read_text(encoding="utf-8-sig").split() == ["Hej", "&", "<der>"]


def _png() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(target, "png")
    return target.getvalue()
