"""Names that a system cuts, can't have, or takes for another: told, or made so that every theme gets its file."""

from __future__ import annotations

from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.disk import save_all, whole
from tests.support.saved_kit import BESIDE, PACK, contents, documents


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
        assert "it isn't there" in whole.problem(short, error).told()
