"""What doesn't fit in an organisation's own content is told with their file and line."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.resources import content_folder
from tests.support.own_content import refused
from tests.support.refusals import told_by


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
def test_a_slip_is_told_with_their_file_and_line(tmp_path: Path, file: str, text: str, told: str) -> None:
    found = refused(tmp_path, {file: text})
    assert [problem for problem in found if told in problem], found
    assert all(problem.startswith(file) for problem in found), found


def test_all_slips_are_told_at_once(tmp_path: Path) -> None:
    found = refused(
        tmp_path,
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


def test_what_shows_in_a_file_of_ours_says_in_which_of_theirs_to_mend_it(tmp_path: Path) -> None:
    sheet = "minutes: 95\nitems:\n  - {id: walk, minutes: 5, title: Gå, text: Gå en tur}\n"
    found = refused(tmp_path, {"ledergruppen/run-sheet.yaml": sheet})
    assert len(found) == 1
    assert "deck.yaml" in found[0]
    assert "The row “walk” of the run sheet has no slide." in found[0]
    assert found[0].endswith("Mend it in ledergruppen/deck.yaml in your own folder.")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ld.InputError, match="There is no folder"):
        ld.Library.load(over=tmp_path / "nothing")


def test_words_that_a_whole_folder_lacks_are_told_when_it_is_loaded(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(content_folder(), tmp_path / "content"))
    file = copy / "documents" / "overview.yaml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    key = next(line for line in lines if line.startswith("title:"))
    file.write_text("".join(line for line in lines if line is not key), "utf-8")
    (copy / "documents" / "ladder.yaml").unlink()
    told = [problem.replace(f"{copy}{os.sep}", "") for problem in told_by(lambda: ld.Library.load(copy))]
    assert [line for line in told if line.startswith("documents/overview.yaml") and "“title” is missing" in line]
    assert "documents/ladder.yaml: The file isn't there." in told
