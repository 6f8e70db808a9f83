"""An organisation's own content is laid over ours and printed everywhere; the example that the guide tells of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from tests.support.faults import faults
from tests.support.own_content import OURS, OWN, SEVENTH, kit, load
from tests.support.said import said

START = {"workshops": {"prepare": {"date": "2027-01-12", "start": "9.00"}}}


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    assert ld.Library.load(over=tmp_path) == OURS
    assert load(tmp_path, {"documents/action-card.yaml": "# nothing yet\n", "README.md": "x"}) == OURS


def test_a_text_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    library = load(tmp_path, {"documents/action-card.yaml": 'kicker: "Handlekort"\n'})
    assert library.words["action-card"] == {**OURS.words["action-card"], "kicker": "Handlekort"}
    card = said(ld.build_document("action-card", theme="sparring", library=library))
    assert "Handlekort" in card
    assert "Hvordan sikrer vi sparring?" in card


def test_words_of_a_kit_are_laid_over_that_kits(tmp_path: Path) -> None:
    library = load(tmp_path, {"samlet-plan/documents/invitation.yaml": 'after: "Så går planen til {forums}."\n'})
    changed = {key: words for key, words in library.kit_words.items() if words != OURS.kit_words[key]}
    assert list(changed) == [("samlet-plan", "invitation")]
    words = library.words_of("samlet-plan", "invitation")
    assert words == {**OURS.words_of("samlet-plan", "invitation"), "after": "Så går planen til {forums}."}


def test_things_with_an_id_are_replaced_in_part_and_others_added(tmp_path: Path) -> None:
    text = "themes:\n  - {id: ro, title: Ro, short: Ro, questions: [Er der ro?]}\n  - {id: sparring, title: Ny}\n"
    library = load(tmp_path, {"samlet-plan/themes.yaml": text})
    themes = library.samlet_plan.themes.themes
    assert [theme.id for theme in themes] == [*(theme.id for theme in OURS.samlet_plan.themes.themes), "ro"]
    assert themes[2] == OURS.samlet_plan.themes.themes[2].model_copy(update={"title": "Ny"})


def test_a_new_row_stands_behind_the_one_it_follows(tmp_path: Path) -> None:
    sheet = (
        "minutes: 100\nitems:\n  - {id: mark, minutes: 10}\n"
        "  - {id: walk, minutes: 10, title: Gå, text: Gå en tur to og to}\n"
    )
    deck = "slides:\n  walk:\n    - {kind: section, title: Gå en tur, notes: [Gå ud.]}\n"
    library = load(tmp_path, {"ledergruppen/run-sheet.yaml": sheet, "ledergruppen/deck.yaml": deck})
    assert [item.id for item in library.tools["ledergruppen"].sheet.items][:4] == ["welcome", "mark", "walk", "choose"]
    texts = kit("ledergruppen", library, meetings={"ledergruppen": {"start": "9.00"}})
    assert "9.20" in texts["11 Drejebog.docx"].partition("Gå en tur")[0][-60:]
    assert "Gå en tur" in texts["20 Præsentation.pptx"]


def test_documents_are_named_by_number_and_stand_in_its_order(tmp_path: Path) -> None:
    text = (
        'documents:\n  - {number: 14, name: "Kort om temaerne"}\n'
        '  - {number: 17, id: action-card, name: "Kladde", variant: blank}\n'
    )
    texts = kit("samlet-plan", load(tmp_path, {"samlet-plan/kit.yaml": text}))
    assert [name for name in texts if name[:2] in ("14", "17")] == ["14 Kort om temaerne.docx", "17 Kladde.docx"]
    assert list(texts) == sorted(texts)


def test_other_lists_are_replaced_whole(tmp_path: Path) -> None:
    library = load(tmp_path, {"ledergruppen/questions.yaml": "groups: [{id: tryghed, questions: [Er her trygt?]}]\n"})
    groups = {group.id: group for group in library.tools["ledergruppen"].questions.groups}
    assert groups["tryghed"].questions == ("Er her trygt?",)
    assert groups["tryghed"].title == "Psykologisk tryghed"
    assert len(groups) == 6


def test_an_empty_value_takes_away_what_may_be_left_out(tmp_path: Path) -> None:
    library = load(tmp_path, {"samlet-plan/themes.yaml": "themes:\n  - id: lederdialog\n    hint:\n    hint_tool:\n"})
    assert library.samlet_plan.themes.by_id()["lederdialog"].hint is None


def test_a_tool_of_their_own_is_a_kit_like_the_others(tmp_path: Path) -> None:
    shutil.copytree(SEVENTH, tmp_path, dirs_exist_ok=True)
    library = ld.Library.load(over=tmp_path)
    assert library.kits.keys() - OURS.kits.keys() == {"runden"}
    assert "Runde 1: Runden" in kit("runden", library, meetings={"runden": {"managers": 3}})["12 Guide.docx"]


@pytest.fixture(scope="module")
def example() -> ld.Library:
    return ld.Library.load(over=OWN)


def test_the_added_theme_is_on_every_paper_about_themes(example: ld.Library) -> None:
    chosen = {"selected": ["arbejdstid"], "ratings": [{"theme": 13, "importance": 5, "success": 1}]}
    texts = kit("samlet-plan", example, themes=chosen)
    title, short = "Hvordan taler vi om lederes arbejdstid?", "Lederes arbejdstid"
    for name in ("13 Forberedelse - vurdér temaerne.docx", "14 Temakort.docx", "40 Plan for ledertrivsel.docx"):
        assert title in texts[name], name
    for name in ("12 Præsentation.pptx", "15 Prioriteringskort A3.docx", "22 Præsentation.pptx"):
        assert title in texts[name] or f"13 {short}" in texts[name], name
    assert title in texts[f"24 Arbejdsark - {short}.docx"]
    assert title in texts[f"35 Action card - {short}.docx"]


def test_the_added_theme_is_told_as_their_own(example: ld.Library) -> None:
    texts = kit("samlet-plan", example)
    assert "Tema 13 er jeres eget." in texts["13 Forberedelse - vurdér temaerne.docx"]
    assert "Tema 12 af 12" in texts["14 Temakort.docx"]
    assert "Eget tema 13" in texts["14 Temakort.docx"]
    assert "De 12 temaer og jeres egne" in texts["12 Præsentation.pptx"]


def test_the_changed_run_sheet_moves_the_times_on_sheet_and_slides(example: ld.Library) -> None:
    texts = kit("samlet-plan", example, **START)
    sheet = texts["11 Drejebog.docx"]
    assert "Direktøren og HR" in sheet
    assert "9.00–10.35 (95 min)" in sheet
    assert "Minutterne har vi selv rettet." in sheet
    assert "10.35" in texts["12 Præsentation.pptx"]
    assert "kl. 9.00–10.35" in texts["10 Invitation.docx"]


def test_the_replaced_text_is_printed_in_every_kit(example: ld.Library) -> None:
    for name in ("samlet-plan", "ledergruppen", "tu-droeftelse"):
        invitation = kit(name, example)["10 Invitation.docx"]
        assert "Kære kolleger" in invitation, name
        assert "Kære alle" not in invitation, name


def test_the_added_ladder_has_sheets_of_its_own(example: ld.Library) -> None:
    texts = kit("evne-ambition", example)
    assert "Hos os taler lederne sammen om hver forandring" in texts["22 Trappe A3 - Forandringer.docx"]


def test_the_new_tool_keeps_the_rules(example: ld.Library) -> None:
    pack = ld.build_pack("trivselstjek", library=example)
    assert [document.path for document in pack] == [
        "1 Forbered/10 Drejebog.docx",
        "2 Hold mødet/20 Præsentation.pptx",
        "2 Hold mødet/21 Dialogark.docx",
        "2 Hold mødet/22 Aftaleark.docx",
    ]
    assert faults(pack) == []
    for document in pack:
        assert "Kilde: Eksempel Kommune, HR og Arbejdsmiljø" in said(document)
