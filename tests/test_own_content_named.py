"""A programme that names its own content: kits and forms are made and read with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from tests.support.cards import Card
from tests.support.dragged import drag
from tests.support.own_content import OURS, OWN, write
from tests.support.said import said


@pytest.fixture
def programme_file(tmp_path: Path) -> Path:
    shutil.copytree(OWN, tmp_path / "eget-indhold")
    file = tmp_path / "forloeb.yaml"
    file.write_text('organisation: "E"\nindhold: eget-indhold\ntemaer: {valgte: [arbejdstid]}\n', "utf-8")
    return file


def test_a_programme_uses_the_content_that_it_names(programme_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programme = ld.Programme.load(programme_file)
    monkeypatch.chdir("/")
    assert programme.themes.selected == ("arbejdstid",)
    assert ld.library_of(programme).kits.keys() - OURS.kits.keys() == {"trivselstjek"}
    assert "Kære kolleger" in said(ld.build_document("invitation", programme, step="prepare"))
    assert len(ld.build_pack("trivselstjek", programme)) == 4
    assert programme.warnings() == ()


def test_a_library_that_is_given_goes_before_the_one_that_is_named(programme_file: Path) -> None:
    with pytest.raises(ld.InputError, match="There is no theme “arbejdstid”"):
        ld.Programme.load(programme_file, library=OURS)


def test_content_is_read_again_only_when_it_has_changed(programme_file: Path) -> None:
    programme = ld.Programme.load(programme_file)
    first = ld.library_of(programme)
    assert ld.library_of(ld.Programme.load(programme_file)) is first
    words = programme_file.parent / "eget-indhold" / "documents" / "invitation.yaml"
    words.write_text('greeting: "Hej alle sammen"\n', "utf-8")
    assert ld.library_of(programme).words["invitation"]["greeting"] == "Hej alle sammen"
    assert first.words["invitation"]["greeting"] == "Kære kolleger"


def test_a_folder_that_a_programme_misnames_is_told_with_its_line(programme_file: Path) -> None:
    programme_file.write_text("organisation: E\nindhold: eget-indold\n", "utf-8")
    with pytest.raises(ld.InputError, match=r"forloeb\.yaml:2: There is no folder"):
        ld.Programme.load(programme_file)


def test_a_slip_in_the_content_is_told_when_the_programme_is_loaded(programme_file: Path) -> None:
    write(programme_file.parent / "eget-indhold", {"documents/plan.yaml": "kickr: x\n"})
    with pytest.raises(ld.InputError, match=r"plan\.yaml:1: “kickr”"):
        ld.Programme.load(programme_file)


def test_a_programme_from_elsewhere_opens_no_folder(programme_file: Path) -> None:
    named = str(programme_file.parent / "eget-indhold")
    for source in (
        {"organisation": "E", "content": named},
        ("f.yaml", f"organisation: E\ncontent: '{named}'".encode()),
    ):
        with pytest.raises(ld.InputError, match="A folder of content can only be named in a programme file"):
            ld.Programme.load(source)


def test_filled_forms_are_read_with_the_same_content(programme_file: Path) -> None:
    programme, answers = ld.Programme.load(programme_file), programme_file.parent / "svar"
    answers.mkdir()
    made = ld.build_document("action-card", programme, theme="arbejdstid")
    (answers / made.name).write_bytes(Card(made.bytes).fill("goal", text="Fri efter kl. 17").bytes())
    sheet = Card(ld.build_document("theme-worksheet", programme).bytes).fill("group", text="2")
    (answers / "ark.docx").write_bytes(sheet.tick("arbejdstid.importance.5").tick("arbejdstid.success.2").bytes())
    made = ld.build_document("agreement-sheet", programme, kit="trivselstjek")
    (answers / made.name).write_bytes(Card(made.bytes).fill("agreement.1.what", text="Gå hjem").bytes())
    collected = ld.collect_into(programme_file, [answers])
    assert [file.outcome for file in collected.answers.files] == ["read"] * 3
    after = ld.Programme.load(programme_file)
    assert [(card.theme, card.goal) for card in after.action_cards] == [("arbejdstid", "Fri efter kl. 17")]
    assert [(rated.theme, rated.importance) for rated in after.themes.ratings] == [("arbejdstid", 5)]
    assert [(agreed.kit, agreed.what) for agreed in after.agreements] == [("trivselstjek", "Gå hjem")]
    assert "indhold: eget-indhold" in programme_file.read_text("utf-8")


def test_a_dragged_theme_of_their_own_is_read_from_the_map(programme_file: Path) -> None:
    programme = ld.Programme.load(programme_file)
    made = ld.build_document("deck", programme, step="prepare")
    moved = drag(made.bytes, {"arbejdstid": (4.6, 1.4)})
    answers = ld.collect([("kort.pptx", moved)], programme=programme)
    assert [found.theme for found in answers.of(ld.Placement)] == ["arbejdstid"]
