"""What doesn't fit together in a tool's content is told with its file, line and remedy, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from tests.support.said import kit_says
from tests.support.sixth import with_sixth_tool
from tests.support.slips import change, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The content that comes with the package, and the sixth tool beside it."""
    return with_sixth_tool(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("deck.yaml", "  end:\n", "  ende:\n", "no “ende” here. Write one of these: begin, talk, end."),
        ("deck.yaml", "items_of: reasons", "items_of: reason", "no “reason” here."),
        ("deck.yaml", "panel_of: groups", "panel_of: grupper", "grupper"),
        ("deck.yaml", "kind: agenda", "kind: program", "program"),
        ("deck.yaml", "{ladder} frem", "{ladder frem", "braces"),
        ("deck.yaml", "{ladder} frem", "{ladder!r} frem", "braces"),
        ("deck.yaml", '"{title}"', '"{title:d}"', "braces"),
        ("deck.yaml", "{ladder} frem", "{trappe} frem", "{trappe}"),
        ("deck.yaml", "{ladder} frem", "{tool_reason} frem", "no passage “reason” in tool.yaml"),
        ("deck.yaml", '"Program"', '"Program for {group}"', "no “{group}” here"),
        ("deck.yaml", '"{group}"', '"{group}: {factor}"', "no “{factor}” here"),
        ("deck.yaml", '"Program"', '"Den {date}"', "“{date}” may have nothing to say"),
        ("deck.yaml", '["Fortæl", "Lyt"]', '["Mød op {place}"]', "“{place}” may have nothing to say"),
        ("deck.yaml", '      steps: ["Fortæl", "Lyt"]\n', "", "the kind “exercise” needs “steps”"),
        ("deck.yaml", ", items_of: reasons", "", "the kind “result” needs “items / items_of / questions_of”"),
        ("deck.yaml", "kind: closing", "kind: agenda", "the kind “agenda” doesn't show “lead”"),
        ("deck.yaml", "minutes: 2, ", "", "Two slides of “begin” have no minutes."),
        ("deck.yaml", "minutes: 2, ", "minutes: 100, ", "The slides of “begin” take 100 minutes, the row 5."),
        ("deck.yaml", '"Tak", ', '"Tak", minutes: 3, ', "The slides of “end” take 3 minutes, the row 5."),
        ("run-sheet.yaml", "minutes: 20", "minutes: 25", "The rows take 35 minutes, the meeting 30."),
        ("run-sheet.yaml", "minutes: 10}", "minutes: 15}", "What comes before takes 15 minutes, the preparation 10."),
        ("run-sheet.yaml", "id: begin, ", "", "The row “Begynd” has no id."),
        ("run-sheet.yaml", 'unchosen_factor: "det, I har valgt"\n', "", "need “unchosen_factor”"),
        ("run-sheet.yaml", "{factor}", "{faktor}", "The braces in “ for {faktor}” can't be filled."),
        ("run-sheet.yaml", "{factor}", "{factor", "can't be filled"),
        ("run-sheet.yaml", "Slut med en aftale", "Slut med {factor}", "can't be filled"),
        ("run-sheet.yaml", 'who: "Alle"', 'materials: "{factor}"', "can't be filled"),
        ("questions.yaml", "id: pauser", "id: tryghed", "is the name of a group of “ledergruppen” already"),
        ("questions.yaml", "id: pauser", "id: egne", "an organisation's own questions"),
        ("factors.yaml", "id: hvile", "id: balance", "is the name of a factor of “evne-ambition” already"),
        ("kit.yaml", "id: pausen", "id: pause", "The folder is called “pausen”, and the kit “pause”."),
        ("kit.yaml", '"Den gode pause"', '"Samlet PLAN for ledertrivsel"', "the title of “samlet-plan” already"),
        ("kit.yaml", "id: agreement-sheet", "id: agreement-shet", "no “agreement-shet” here."),
        ("kit.yaml", "id: agreement-sheet", "id: packing-list", "no “packing-list” here."),
        ("kit.yaml", "id: agreement-sheet", "id: evaluation", "no “evaluation” here."),
        ("kit.yaml", "id: agreement-sheet", "id: coaching", "no passage “coaching” in tool.yaml"),
        ("kit.yaml", "id: agreement-sheet", "id: cases", "“cases” needs documents/cases.yaml"),
        ("kit.yaml", "id: agreement-sheet", "id: cases", "no passage “quotation” in tool.yaml"),
        ("kit.yaml", '- {factor}", each: factor', '"', "“capability-sheet” comes once for each factor."),
        ("kit.yaml", 'name: "Aftaler"', 'name: "Aftaler {theme}", each: theme', "doesn't come once for each."),
        ("kit.yaml", "Ark - {factor}", "Ark", "for each factor {factor}"),
        ("kit.yaml", "accent: concretise", "accent: lilla", "lilla"),
        ("tool.yaml", "source: pausen", "source: pause", "no source “pause”"),
        ("documents/invitation.yaml", "why_of: reasons", "why_of: reason", "no “reason” here."),
        ("documents/invitation.yaml", '  subject: "Pause"\n', "", "“subject” is missing."),
        ("documents/invitation.yaml", "weeks: 1", "weeks: en", "“en” is not a whole number."),
        ("documents/invitation.yaml", "document: dialogue-sheet", "document: dialog", "no “dialog” here."),
        ("documents/invitation.yaml", "[{document: dialogue-sheet}]", "[]", "“attach” holds 0 items."),
        ("documents/invitation.yaml", "Vi taler.", "Vi taler om {factors}.", "no “{factors}” here."),
        ("documents/invitation.yaml", "{send_by}", "{date}", "no “{date}” here."),
        ("documents/invitation.yaml", "from_here:", "from_there:", "Did you mean “from_here”?"),
        ("documents/invitation.yaml", 'from_here: "Kopiér herfra."', "from_here: [a]", "“from_here” is to be text"),
        (
            "documents/run-sheet.yaml",
            "row: talk",
            "row: talks",
            "no “talks” here. Write one of these: begin, talk, end.",
        ),
        ("documents/run-sheet.yaml", "row: talk, ", "", "Write the id of a row, or a title."),
        ("documents/run-sheet.yaml", "{dialogue_sheet}", "{dialog}", "no “{dialog}” here."),
        ("documents/run-sheet.yaml", "beside_title:", "beside_titel:", "Did you mean “beside_title”?"),
        ("documents/run-sheet.yaml", 'beside_title: "Husk"', "columns: Tid", "“columns” is to hold names with values"),
        ("documents/run-sheet.yaml", 'beside_title: "Husk"', "hard: [{when: a}]", "“then” is missing."),
        (
            "documents/run-sheet.yaml",
            'beside_title: "Husk"',
            "length: {counts: [fire, 6, 8, 10]}",
            "“fire” is not a whole",
        ),
        ("documents/run-sheet.yaml", 'beside_title: "Husk"', "length: {counts: [4]}", "“counts” holds 1 items."),
        ("documents/run-sheet.yaml", 'beside_title: "Husk"', 'length: {two: "{første}"}', "no “{første}” here."),
    ],
)
def test_a_slip_in_its_content_is_told_with_its_line(folder: Path, file: str, old: str, new: str, said: str) -> None:
    change(folder / "pausen" / file, old, new)
    found = told(folder)
    assert [one for one in found if one.startswith(f"{folder / 'pausen' / file}:") and said in one], found


def test_a_document_that_has_nothing_to_ask_is_told(folder: Path) -> None:
    (folder / "pausen" / "questions.yaml").unlink()
    (folder / "pausen" / "factors.yaml").unlink()
    found = told(folder)
    assert len([line for line in found if "kit.yaml" in line and "needs questions.yaml" in line]) == 2
    assert len([line for line in found if "kit.yaml" in line and "needs factors.yaml" in line]) == 2


def test_a_passage_without_points_is_no_list(folder: Path) -> None:
    change(folder / "pausen" / "tool.yaml", ', points: ["Hovedet hviler", "Man ser hinanden"]', "")
    assert [
        line for line in told(folder) if "pausen/deck.yaml" in line and "“reasons” in tool.yaml has no points" in line
    ]


def test_an_invitation_without_words_of_its_own_is_told(folder: Path) -> None:
    (folder / "pausen" / "documents" / "invitation.yaml").unlink()
    [found] = told(folder)
    assert "pausen/kit.yaml:" in found
    assert "“invitation” needs documents/invitation.yaml" in found


def test_a_run_sheet_needs_no_words_of_its_own(folder: Path) -> None:
    (folder / "pausen" / "documents" / "run-sheet.yaml").unlink()
    texts = kit_says(ld.build_pack("pausen", library=ld.Library.load(folder)))
    assert "Tal om trappen" in texts["11 Drejebog.docx"]


def test_slides_that_show_what_the_tool_does_not_have_are_told(folder: Path) -> None:
    (folder / "pausen" / "questions.yaml").unlink()
    (folder / "pausen" / "factors.yaml").unlink()
    found = [line.partition("deck.yaml:")[2] for line in told(folder) if "pausen/deck.yaml" in line]
    for said in ("“exercise” needs questions.yaml", "“question” needs questions.yaml", "“ladder” needs factors.yaml"):
        assert [line for line in found if said in line], said


def test_words_of_all_kits_that_name_what_the_tool_has_not_are_told_of_its_document(folder: Path) -> None:
    words = folder / "documents" / "dialogue-sheet.yaml"
    change(words, 'note: "', 'note: "{tool_inspired_by} {question_cards} ')
    assert [line for line in told(folder) if "pausen/kit.yaml" in line and "no passage “inspired-by”" in line]
    tool = folder / "pausen" / "tool.yaml"
    tool.write_text(tool.read_text(encoding="utf-8") + '  - {id: inspired-by, text: "en tante"}\n', encoding="utf-8")
    assert "en tante ”22 Kort”" in kit_says(ld.build_pack("pausen", library=ld.Library.load(folder)))[
        "21 Spørgsmål om pauser.docx"
    ].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("pausen/documents/question-kards.yaml", "question-cards.yaml"),
        ("pausen/documents/conversation-guide.yaml", "Nothing reads this file."),
        ("pausen/faktorer.yaml", "factors.yaml"),
        ("pausen/questions.yml", "questions.yaml"),
        ("pauser/tool.yaml", "The folder “pauser” has no kit.yaml"),
        ("pauser/documents/invitation.yaml", "The folder “pauser” has no kit.yaml"),
    ],
)
def test_a_file_that_nothing_reads_is_told(folder: Path, file: str, said: str) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("source: kittet\nown: []\n", encoding="utf-8")
    assert [line for line in told(folder) if line.startswith(f"{path}: ") and said in line]


def test_no_kit_is_called_all_kits(folder: Path) -> None:
    (folder / "pausen").rename(folder / "alle")
    change(folder / "alle" / "kit.yaml", "id: pausen", "id: alle")
    assert [line for line in told(folder) if "alle/kit.yaml:" in line and "“alle” means all kits." in line]


def test_a_document_of_the_plan_that_there_is_not_is_told(folder: Path) -> None:
    line = change(folder / "samlet-plan" / "kit.yaml", "id: med-case", "id: med-sag")
    assert [one for one in told(folder) if f"samlet-plan/kit.yaml:{line}: There is no “med-sag” here." in one]


def test_slips_are_told_all_at_once(folder: Path) -> None:
    change(folder / "pausen" / "kit.yaml", "id: agreement-sheet", "id: foo")
    change(folder / "pausen" / "deck.yaml", '"Program"', '"Den {date}"')
    change(folder / "pausen" / "documents" / "run-sheet.yaml", "row: talk", "row: talks")
    found = "\n".join(told(folder))
    assert [word for word in ("“foo”", "“{date}”", "“talks”") if word not in found] == []
