"""Kits in memory and on disk, as a developer uses them."""

from __future__ import annotations

import io
import threading
import zipfile
from datetime import date, time
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs import disk
from tests.support.outline import outline
from tests.support.programmes import filled, two_long_themes


def test_a_document_knows_what_it_is() -> None:
    card = ld.build_document("action-card", filled(), theme="sparring")
    assert (card.id, card.name, card.folder) == ("action-card", "35 Action card - Sparring.docx", "3 Konkretiser")
    assert card.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert zipfile.is_zipfile(io.BytesIO(card.bytes))


def test_a_programme_built_in_python_gives_the_same_as_its_file(tmp_path: Path) -> None:
    text = "organisation: E\nworkshops:\n  prepare: {date: 12.1.2027, start: 9.00}\nthemes: {selected: [3]}\n"
    (tmp_path / "forloeb.yaml").write_text(text, encoding="utf-8")
    built = ld.Programme.model_validate(
        {
            "organisation": "E",
            "workshops": {"prepare": {"date": date(2027, 1, 12), "start": time(9)}},
            "themes": {"selected": [3]},
        }
    )
    loaded = ld.Programme.load(tmp_path / "forloeb.yaml")
    assert ld.build_pack("samlet-plan", built) == ld.build_pack("samlet-plan", loaded)


def test_a_programme_that_does_not_fit_the_content_is_refused_with_its_place() -> None:
    programme = ld.Programme.model_validate({"organisation": "E", "themes": {"selected": ["13", "sparing"]}})
    with pytest.raises(ld.InputError) as raised:
        ld.build_pack("samlet-plan", programme)
    assert [problem.where for problem in raised.value.problems] == ["themes.selected[1]", "themes.selected[2]"]


def test_titles_that_begin_alike_get_files_of_their_own() -> None:
    pack = ld.build_pack("samlet-plan", two_long_themes())
    paths = [document.path for document in pack]
    assert len({path.casefold() for path in paths}) == len(paths)
    assert all(len(path) < 150 for path in paths)


def test_three_workshops_on_one_day_get_lunch_and_breaks() -> None:
    day = {"date": date(2027, 1, 12)}
    programme = ld.Programme.model_validate(
        {"organisation": "E", "workshops": {"prepare": {**day, "start": time(9)}, "qualify": day, "concretise": day}}
    )
    first, second, third = (outline(ld.build_document(number, programme).bytes) for number in ("11", "21", "31"))
    assert "9.00–10.30" in first
    assert "Pause til kl. 10.45" in first
    assert "10.45–11.55" in second
    assert "Frokost til kl. 12.40" in second
    assert "*Pause*" not in second
    assert "I alt 70 min." in second
    assert "12.40–14.40" in third


def test_a_day_with_the_introduction_has_lunch_once_and_then_the_break_of_the_run_sheet() -> None:
    day = {"date": date(2027, 1, 12)}
    workshops = {"prepare": {**day, "start": time(9), "intro": True}, "qualify": day, "concretise": day}
    programme = ld.Programme.model_validate({"organisation": "E", "workshops": workshops})
    first, second, third = (outline(ld.build_document(number, programme).bytes) for number in ("11", "21", "31"))
    assert "Frokost til kl. 12.00" in first
    assert "12.00–13.20" in second
    assert "Frokost" not in second
    assert "*Pause*" in second
    assert "I alt 80 min, heraf 70 min arbejde og 10 min pause." in second
    assert "13.20–15.20" in third


def test_a_longer_break_stands_instead_of_the_one_in_the_run_sheet() -> None:
    day = {"date": date(2027, 1, 12)}
    workshops = {"qualify": {**day, "start": time(9)}, "concretise": {**day, "start": time(10, 30)}}
    programme = ld.Programme.model_validate({"organisation": "E", "workshops": workshops})
    text = outline(ld.build_document("21", programme).bytes)
    assert "9.00–10.10" in text
    assert "Pause til kl. 10.30" in text
    assert "*Pause*" not in text


def test_the_run_sheet_tells_on_which_slides_the_questions_stand() -> None:
    first, second = (outline(ld.build_document(number, filled()).bytes) for number in ("11", "21"))
    assert "Temaernes spørgsmål står på slide 9–11 og på temakortene." in first.replace("\u00a0", " ")
    assert "står på slide 9 og på arbejdsarket." in second.replace("\u00a0", " ")


def test_a_long_gap_at_noon_is_lunch() -> None:
    day = date(2027, 1, 12)
    workshops = {"prepare": {"date": day, "start": time(9)}, "qualify": {"date": day, "start": time(12, 30)}}
    programme = ld.Programme.load({"organisation": "E", "workshops": workshops})
    assert "Frokost til kl. 12.30" in outline(ld.build_document(11, programme).bytes)


def test_the_introduction_makes_the_first_workshop_45_minutes_longer() -> None:
    workshop = {"date": date(2027, 1, 12), "start": time(9), "intro": True}
    programme = ld.Programme.model_validate({"organisation": "E", "workshops": {"prepare": workshop}})
    text = outline(ld.build_document("11", programme).bytes)
    assert "9.00–11.15" in text
    assert "I alt 135 min" in text
    assert text.count("45 minutter ekstra") == 1


def test_threads_make_the_same_kit() -> None:
    expected, made = ld.build_pack("samlet-plan", filled()), []
    threads = [threading.Thread(target=lambda: made.append(ld.build_pack("samlet-plan", filled()))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [expected] * 6


def test_a_write_that_fails_leaves_the_old_file_and_no_remains(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "plan.docx"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ld.OutputError, match=r"The disk is full\. Make room"):
        disk.write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_damaged_manifest_loses_nothing(tmp_path: Path) -> None:
    pack = ld.build_pack("samlet-plan")
    pack.save(tmp_path)
    (tmp_path / disk.MANIFEST).write_text("{", encoding="utf-8")
    assert {file.outcome for file in pack.save(tmp_path)} == {"unchanged"}
    edited = tmp_path / pack.documents[0].path
    edited.write_bytes(b"mine")
    assert [file.outcome for file in pack.save(tmp_path)].count("beside") == 1
    assert edited.read_bytes() == b"mine"


def test_a_zip_can_be_sent_in_pieces_of_at_most_a_document() -> None:
    pack = ld.build_pack("lederrollen")
    pieces = list(pack.zip_chunks())
    assert b"".join(pieces) == pack.zip_bytes()
    assert max(map(len, pieces)) == max(len(document.bytes) for document in pack)
