"""An organisation's own folder of content: laid over ours, printed everywhere, and checked with their file and line."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.resources import content_folder
from tests.support import deck_rules, rules
from tests.support.cards import Card
from tests.support.dragged import drag
from tests.support.loading import EXAMPLE
from tests.support.said import kit_says, said

OURS = ld.Library.default()
OWN = EXAMPLE.with_name("eget-indhold")
SEVENTH = Path(__file__).parent / "seventh_tool"
START = {"workshops": {"prepare": {"date": "2027-01-12", "start": "9.00"}}}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An empty folder for own content."""
    folder = tmp_path / "eget-indhold"
    folder.mkdir()
    return folder


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def load(folder: Path, files: Mapping[str, str]) -> ld.Library:
    return ld.Library.load(over=write(folder, files))


def refused(folder: Path, files: Mapping[str, str]) -> list[str]:
    """The problems of own content, each with its file named from the folder."""
    with pytest.raises(ld.InputError) as caught:
        load(folder, files)
    return [str(problem).replace(f"{folder}{os.sep}", "") for problem in caught.value.problems]


def kit(name: str, library: ld.Library, **more: Any) -> dict[str, str]:
    programme = ld.Programme.load({"organisation": "E", **more}, library)
    texts = kit_says(ld.build_pack(name, programme, library=library))
    return {file: text.replace("\u00a0", " ") for file, text in texts.items()}


# What is laid over ours.


def test_an_empty_folder_changes_nothing(own: Path) -> None:
    assert ld.Library.load(over=own) == OURS
    assert load(own, {"documents/action-card.yaml": "# nothing yet\n", "README.md": "x"}) == OURS


def test_a_text_is_replaced_and_the_others_stay(own: Path) -> None:
    library = load(own, {"documents/action-card.yaml": 'kicker: "Handlekort"\n'})
    assert library.words["action-card"] == {**OURS.words["action-card"], "kicker": "Handlekort"}
    card = said(ld.build_document("action-card", theme="sparring", library=library))
    assert "Handlekort" in card
    assert "Hvordan sikrer vi sparring?" in card


def test_words_of_a_kit_are_laid_over_that_kits(own: Path) -> None:
    library = load(own, {"samlet-plan/documents/invitation.yaml": 'after: "Så går planen til {forums}."\n'})
    changed = {key: words for key, words in library.kit_words.items() if words != OURS.kit_words[key]}
    assert list(changed) == [("samlet-plan", "invitation")]
    words = library.words_of("samlet-plan", "invitation")
    assert words == {**OURS.words_of("samlet-plan", "invitation"), "after": "Så går planen til {forums}."}


def test_things_with_an_id_are_replaced_in_part_and_others_added(own: Path) -> None:
    text = "themes:\n  - {id: ro, title: Ro, short: Ro, questions: [Er der ro?]}\n  - {id: sparring, title: Ny}\n"
    library = load(own, {"samlet-plan/themes.yaml": text})
    themes = library.samlet_plan.themes.themes
    assert [theme.id for theme in themes] == [*(theme.id for theme in OURS.samlet_plan.themes.themes), "ro"]
    assert themes[2] == OURS.samlet_plan.themes.themes[2].model_copy(update={"title": "Ny"})


def test_a_new_row_stands_behind_the_one_it_follows(own: Path) -> None:
    sheet = (
        "minutes: 100\nitems:\n  - {id: mark, minutes: 10}\n"
        "  - {id: walk, minutes: 10, title: Gå, text: Gå en tur to og to}\n"
    )
    deck = "slides:\n  walk:\n    - {kind: section, title: Gå en tur, notes: [Gå ud.]}\n"
    library = load(own, {"ledergruppen/run-sheet.yaml": sheet, "ledergruppen/deck.yaml": deck})
    assert [item.id for item in library.tools["ledergruppen"].sheet.items][:4] == ["welcome", "mark", "walk", "choose"]
    texts = kit("ledergruppen", library, meetings={"ledergruppen": {"start": "9.00"}})
    assert "9.20" in texts["11 Drejebog.docx"].partition("Gå en tur")[0][-60:]
    assert "Gå en tur" in texts["20 Præsentation.pptx"]


def test_documents_are_named_by_number_and_stand_in_its_order(own: Path) -> None:
    text = (
        'documents:\n  - {number: 14, name: "Kort om temaerne"}\n'
        '  - {number: 17, id: action-card, name: "Kladde", variant: blank}\n'
    )
    texts = kit("samlet-plan", load(own, {"samlet-plan/kit.yaml": text}))
    assert [name for name in texts if name[:2] in ("14", "17")] == ["14 Kort om temaerne.docx", "17 Kladde.docx"]
    assert list(texts) == sorted(texts)


def test_other_lists_are_replaced_whole(own: Path) -> None:
    library = load(own, {"ledergruppen/questions.yaml": "groups: [{id: tryghed, questions: [Er her trygt?]}]\n"})
    groups = {group.id: group for group in library.tools["ledergruppen"].questions.groups}
    assert groups["tryghed"].questions == ("Er her trygt?",)
    assert groups["tryghed"].title == "Psykologisk tryghed"
    assert len(groups) == 6


def test_an_empty_value_takes_away_what_may_be_left_out(own: Path) -> None:
    library = load(own, {"samlet-plan/themes.yaml": "themes:\n  - id: lederdialog\n    hint:\n    hint_tool:\n"})
    assert library.samlet_plan.themes.by_id()["lederdialog"].hint is None


def test_a_tool_of_their_own_is_a_kit_like_the_others(own: Path) -> None:
    shutil.copytree(SEVENTH, own, dirs_exist_ok=True)
    library = ld.Library.load(over=own)
    assert library.kits.keys() - OURS.kits.keys() == {"runden"}
    assert "Runde 1: Runden" in kit("runden", library, meetings={"runden": {"managers": 3}})["12 Guide.docx"]


# The example.


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
    for document in pack:
        assert (deck_rules.broken if document.name.endswith(".pptx") else rules.broken)(document.bytes) == []
        assert "Kilde: Eksempel Kommune, HR og Arbejdsmiljø" in said(document)


# What doesn't fit is told with their file and line.


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (
            "samlet-plan/themes.yaml",
            "themes:\n  - {id: sparing, title: x}\n",
            "themes.yaml:2: “questions” is missing.",
        ),
        ("samlet-plan/themes.yaml", "themes:\n  - id: ro\n    titel: x\n", "themes.yaml:3: “titel” is not a name"),
        (
            "samlet-plan/themes.yaml",
            "themes:\n  - {id: ro, number: 13, title: x, short: x, questions: [x]}\n",
            "themes.yaml:2: The number of the theme “ro” can't be chosen.",
        ),
        (
            "samlet-plan/themes.yaml",
            "themes:\n  - {id: ro, title: x, short: x, questions: [x], hint_tool: 9}\n",
            "themes.yaml:2: There is no tool with the number 9 in tool.yaml.",
        ),
        (
            "samlet-plan/themes.yaml",
            "themes:\n  - {id: sparring, title: x}\n  - {id: sparring, short: y}\n",
            "themes.yaml:3: “questions” is missing.",
        ),
        (
            "samlet-plan/run-sheets.yaml",
            "run_sheets:\n  - step: prepare\n    items: [{id: welcome, minutes: 20}]\n",
            "run-sheets.yaml:2: The rows take 95 minutes, the workshop 90.",
        ),
        (
            "samlet-plan/run-sheets.yaml",
            "run_sheets:\n  - step: prepare\n    items:\n      - {id: sing, minutes: 5, title: S, text: S}\n"
            "    minutes: 95\n",
            "run-sheets.yaml:3: The slides of this workshop belong to other rows.",
        ),
        (
            "samlet-plan/run-sheets.yaml",
            "run_sheets:\n  - step: prepare\n    items:\n      - id: themes\n        points: [{text: x}]\n",
            "run-sheets.yaml:5: The slides of “themes” belong to other points.",
        ),
        (
            "samlet-plan/run-sheets.yaml",
            "run_sheets:\n  - step: preparation\n    title: x\n",
            "run-sheets.yaml:2: “step” can't be “preparation”.",
        ),
        (
            "samlet-plan/kit.yaml",
            "documents:\n  - {number: 17, id: cases, name: x}\n",
            "kit.yaml:2: There is no “cases” here.",
        ),
        (
            "samlet-plan/kit.yaml",
            "documents:\n  - {number: 17, id: action-card, name: 'x {factor}', each: factor}\n",
            "kit.yaml:2: “action-card” is to have “each: ",
        ),
        (
            "ledergruppen/kit.yaml",
            "documents:\n  - {number: 23, id: ladder, name: 'x {factor}', each: factor}\n",
            "kit.yaml:2: “ladder” needs factors.yaml, which the kit doesn't have.",
        ),
        (
            "samlet-plan/qualification.yaml",
            "own_fields:\n  - {key: mood, label: x}\n",
            "qualification.yaml:2: The programme file has no field “mood” for the answer.",
        ),
        (
            "samlet-plan/priority-map.yaml",
            "discussion:\n  questions: [x]\n",
            "priority-map.yaml:2: The list has 1 lines, and",
        ),
        (
            "ledergruppen/run-sheet.yaml",
            "items:\n  - id: mark\n    minutes: 15\n",
            "run-sheet.yaml:1: The rows take 95 minutes, the meeting 90.",
        ),
        (
            "ledergruppen/questions.yaml",
            "groups:\n  - {id: x, title: x, short: x}\n",
            "questions.yaml:2: “questions” is missing.",
        ),
        (
            "evne-ambition/factors.yaml",
            "factors:\n  - {id: x, title: x, steps: [{name: a, text: b}]}\n",
            "factors.yaml:2: “steps” holds 1 items.",
        ),
        ("documents/action-card.yaml", "kickr: x\n", "action-card.yaml:1: “kickr” is not a name that is used here."),
        ("documents/action-card.yaml", "kicker: [x]\n", "action-card.yaml:1: “kicker” is to be text"),
        ("documents/action-card.yaml", "kicker:\n", "action-card.yaml:1: The text is empty."),
        ("documents/action-card.yaml", "kicker: 'x {theme'\n", "action-card.yaml:1: The braces in"),
        ("documents/action-card.yaml", "kicker: 'x {wall}'\n", "action-card.yaml:1: There is no “{wall}” here."),
        ("documents/deck.yaml", "subtitle: [a, b, c]\n", "deck.yaml:1: “subtitle” holds 3 items. Keep at most 2."),
        ("documents/med-case.yaml", "openness: [x]\n", "med-case.yaml:1: The list has 1 lines, and 2 are used."),
        ("documents/overview.yaml", "patterns: [{days: [1, 2], title: x, text: y}]\n", "overview.yaml:1: “"),
        ("documents/agreement-sheet.yaml", "rows: many\n", "agreement-sheet.yaml:1: “many” is not a whole number."),
        (
            "documents/deck.yaml",
            "slides: {prepare: {agenda: {minutes: x}}}\n",
            "deck.yaml:1: “x” is not a whole number.",
        ),
        ("documents/common.yaml", "slides: {again: Igen}\n", "common.yaml:1: “{number}” is missing in the text."),
        ("documents/deck.yaml", "chip_told: {placed: Et tema}\n", "deck.yaml:1: “{theme}” is missing in the text."),
        ("samlet-plan/tool.yaml", "decisions: {points: [a, b, c, d, e]}\n", "tool.yaml:1: The list has 5 lines, and 4"),
        ("samlet-plan/kit.yaml", "stages: [{number: 4, name: x}]\n", "kit.yaml:1: The list has 4 lines, and 3 are"),
        (
            "samlet-plan/kit.yaml",
            "documents: [{number: 16, id: plan}]\n",
            "kit.yaml:1: Number 16 is “group-leader-card”.",
        ),
        ("documents/acton-card.yaml", "kicker: x\n", "acton-card.yaml: Nothing reads this file. Did you mean “action"),
        ("documents/styles.yaml", "x: x\n", "styles.yaml: Nothing reads this file."),
        ("samlet-plan/theme.yaml", "themes: []\n", "theme.yaml: Nothing reads this file. Did you mean “themes.yaml”?"),
        ("samlet-plan/documents/deep/x.yaml", "x: y\n", "x.yaml: Nothing reads this file."),
        ("temaer.yaml", "themes: []\n", "temaer.yaml: Nothing reads this file."),
        ("samletplan/themes.yaml", "themes: []\n", "The folder “samletplan” has no kit.yaml"),
        ("samlet-plan/tool.yaml", "source: bfa\n", "tool.yaml:1: There is no source “bfa” in sources.yaml."),
        ("language.yaml", "date_pattern: '{dag}'\n", "language.yaml:1: There is no “{dag}” here."),
        ("keys.yaml", "keys: {plads: sted}\n", "keys.yaml:1: “plads” is not a name that is used here."),
        ("samlet-plan/themes.yaml", "themes: [\n", "themes.yaml:"),
        ("samlet-plan/themes.yaml", "themes: none\n", "themes.yaml:1: “themes” is to be a list, not “none”."),
        ("samlet-plan/themes.yaml", "- x\n", "themes.yaml:1: The file is to hold names with values."),
    ],
)
def test_a_slip_is_told_with_their_file_and_line(own: Path, file: str, text: str, told: str) -> None:
    found = refused(own, {file: text})
    assert [problem for problem in found if told in problem], found
    assert all(problem.startswith(file) for problem in found), found


def test_all_slips_are_told_at_once(own: Path) -> None:
    found = refused(
        own,
        {
            "documents/plan.yaml": "kickr: x\n",
            "samlet-plan/themes.yaml": "themes: [{id: ro}]\n",
            "evne-ambition/faktorer.yaml": "factors: []\n",
        },
    )
    assert {problem.partition(":")[0] for problem in found} == {
        "documents/plan.yaml",
        "samlet-plan/themes.yaml",
        "evne-ambition/faktorer.yaml",
    }


def test_what_shows_in_a_file_of_ours_says_in_which_of_theirs_to_mend_it(own: Path) -> None:
    sheet = "minutes: 95\nitems:\n  - {id: walk, minutes: 5, title: Gå, text: Gå en tur}\n"
    found = refused(own, {"ledergruppen/run-sheet.yaml": sheet})
    assert len(found) == 1
    assert "deck.yaml" in found[0]
    assert "The row “walk” of the run sheet has no slide." in found[0]
    assert found[0].endswith("Mend it in ledergruppen/deck.yaml in your own folder.")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ld.InputError, match="There is no folder"):
        ld.Library.load(over=tmp_path / "nothing")


# A whole folder that lacks words.


def test_words_that_a_whole_folder_lacks_are_told_when_it_is_loaded(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(content_folder(), tmp_path / "content"))
    file = copy / "documents" / "overview.yaml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    key = next(line for line in lines if line.startswith("title:"))
    file.write_text("".join(line for line in lines if line is not key), "utf-8")
    (copy / "documents" / "ladder.yaml").unlink()
    with pytest.raises(ld.InputError) as caught:
        ld.Library.load(copy)
    told = [str(problem).replace(f"{copy}{os.sep}", "") for problem in caught.value.problems]
    assert [line for line in told if line.startswith("documents/overview.yaml") and "“title” is missing" in line]
    assert "documents/ladder.yaml: The file isn't there." in told


# A programme that names it.


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
        ld.Programme.load(programme_file, OURS)


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


# Forms that were made with it.


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
