"""The whole way: groups fill in their forms, some of them in LibreOffice, and the plan makes itself of the answers."""

from __future__ import annotations

from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting.opened import Opened, opened
from ledertrivsel_docs.collecting.sheet import lines_of
from ledertrivsel_docs.models.chosen_themes import themes_of
from tests.support.cards import BAND, LABELS, LIBRARY, Card
from tests.support.command import output_of
from tests.support.dragged import drag
from tests.support.office import libreoffice, needs_tool

PROGRAMME = """\
# Vores forløb med ledertrivsel
organisation: "Eksempel Kommune"   # navnet på papirerne
participants: 18

temaer:   # nogle nøgler er danske
  own:
    # vores eget
    - {id: hybridledelse, title: "Hvordan leder vi på afstand?"}
plan:
  period: "2027–2028"   # to år
"""
THEMES = ("sparring", "nye-ledere", "restitution", "hybridledelse")
GROUPS = (1, 2, 3, 4)
PLAN = LIBRARY.samlet_plan
ASKED = {field.key: field.label for field in PLAN.qualification.own_fields}
ASKED |= {question.key: question.label for question in PLAN.qualification.questions if question.key != "assessment"}


def of_group(key: str, group: int) -> str:
    """What a group has written: several lines, signs that break things, and a line without anything."""
    return (
        f"Gruppe {group} om {key}: ”først” & <sidst>\n\n  – nr. {group}, 100 % {{{{ 7*7 }}}}\nSidste linje om {key} 😀"
    )


def on_card(key: str, theme: str) -> str:
    return f"{key} på kortet {theme}\nHvem: AMR & TR\n\t– hvornår? <snart>"


def worksheet(programme: ld.Programme, group: int) -> bytes:
    sheet = Card(ld.build_document("theme-worksheet", programme).bytes).fill("group", text=str(group))
    for number, theme in enumerate(THEMES):
        sheet.tick(f"{theme}.importance.{5 - number % 2}").tick(f"{theme}.success.{1 + (number + group) % 3}")
    return sheet.bytes()


def qualification(programme: ld.Programme, group: int) -> bytes:
    theme = THEMES[group - 1]
    sheet = Card(ld.build_document("theme-qualification", programme, theme=theme).bytes)
    sheet.fill("group", text=str(group)).tick(f"assessment.{group}").fill(
        "assessment_basis", text=of_group("basis", group)
    )
    for key in ASKED:
        sheet.fill(key, text=of_group(key, group))
    return sheet.bytes()


def card(programme: ld.Programme, theme: str) -> bytes:
    made = Card(ld.build_document("action-card", programme, theme=theme).bytes)
    for key in LABELS:
        if key not in BAND:
            made.fill(key, text=on_card(key, theme))
    made.choose_day("valid_from", "1. marts 2027", "2027-03-01").choose_day(
        "follow_up_date", "1. juni 2027", "2027-06-01"
    )
    return made.fill("status", text="Aftalt").bytes()


def answers(programme: ld.Programme) -> dict[str, bytes]:
    deck = ld.build_document("12", programme).bytes
    files = {f"gruppe {group}/13 Vurdér temaerne.docx": worksheet(programme, group) for group in GROUPS}
    files |= {f"gruppe {group}/24 Arbejdsark.docx": qualification(programme, group) for group in GROUPS}
    files |= {f"kort {number}.docx": card(programme, theme) for number, theme in enumerate(THEMES)}
    files["hold A.pptx"] = drag(deck, {"sparring": (4.6, 1.4), "overbelastning": (3.8, 2.2)}, parked=["krydspres"])
    files["hold B.pptx"] = drag(deck, {"sparring": (5, 2), "overbelastning": (4.2, 1.8)})
    return files


def saved(files: dict[str, bytes], folder: Path) -> None:
    """Every second file is saved again by LibreOffice."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    chosen = [folder / name for name in files][1::2]
    for kind in ("docx", "pptx"):
        paths = [path for path in chosen if path.suffix == f".{kind}"]
        for path, again in zip(paths, libreoffice(paths, folder.parent / kind, kind), strict=True):
            path.write_bytes(again.read_bytes())


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the programme file after the collection, and what the command has said."""
    needs_tool("soffice")
    folder = tmp_path_factory.mktemp("forloeb")
    file = folder / "forloeb.yaml"
    file.write_text(PROGRAMME, encoding="utf-8")
    saved(answers(ld.Programme.load(file)), folder / "svar")
    return folder, output_of("collect", folder / "svar", "-c", file)


def test_the_programme_file_keeps_every_line_and_the_old_one_is_there(collected: tuple[Path, str]) -> None:
    folder, said = collected
    file = folder / "forloeb.yaml"
    [backup] = folder.glob("forloeb (*).yaml")
    assert backup.read_text(encoding="utf-8") == PROGRAMME
    assert backup.name in said
    lines = iter(file.read_text(encoding="utf-8").splitlines())
    assert all(line in lines for line in PROGRAMME.splitlines())  # in their order


def test_every_answer_is_in_the_programme(collected: tuple[Path, str]) -> None:
    programme = ld.Programme.load(collected[0] / "forloeb.yaml")
    by_group = [rating for rating in programme.themes.ratings if rating.group]
    assert {(rating.theme, rating.group) for rating in by_group} == {(theme, g) for theme in THEMES for g in GROUPS}
    dragged = {
        (one.source, one.theme): (one.importance, one.success) for one in programme.themes.ratings if not one.group
    }
    wanted = {
        ("svar/hold A.pptx", "sparring"): (4.6, 1.4),
        ("svar/hold A.pptx", "overbelastning"): (3.8, 2.2),
        ("svar/hold B.pptx", "sparring"): (5, 2),
        ("svar/hold B.pptx", "overbelastning"): (4.2, 1.8),
    }
    assert dragged.keys() == wanted.keys()
    for place, marks in wanted.items():
        assert dragged[place] == pytest.approx(marks, abs=0.15)
    assert [parked.theme for parked in programme.themes.parked] == ["krydspres"]
    assert {(one.theme, one.group, one.assessment) for one in programme.qualification} == {
        (THEMES[group - 1], group, group) for group in GROUPS
    }
    for one in programme.qualification:
        assert {key: getattr(one, key) for key in ASKED} == {key: of_group(key, one.group or 0) for key in ASKED}
    for made in programme.action_cards:
        assert made.tasks == on_card("tasks", made.theme)
        assert (made.status, str(made.follow_up_date)) == ("Aftalt", "2027-06-01")


def test_every_word_stands_in_the_plan_in_its_place(collected: tuple[Path, str], tmp_path: Path) -> None:
    plan = tmp_path / "plan.docx"
    output_of("plan", "-c", collected[0] / "forloeb.yaml", "-o", plan)
    document = opened(plan.read_bytes(), LIBRARY)
    assert isinstance(document, Opened)
    shown = [[cell.shown for cell in line.cells] for line in lines_of(document.body)]
    themes = themes_of(ld.Programme.load(collected[0] / "forloeb.yaml"), LIBRARY)
    titles = {theme: themes[theme].title for theme in THEMES}
    for theme, title in titles.items():
        start = [
            n for n, [first, *_] in enumerate(shown) if first.startswith("Kort ") and first.endswith(f": {title}")
        ][1]
        rows = {row[0]: row[1] for row in shown[start : start + 14] if len(row) == 2}
        for key, label in LABELS.items():
            if key not in BAND:
                assert rows[label] == on_card(key, theme)
    whole = "\n".join("\n".join(row) for row in shown)
    for group in GROUPS:
        here = whole[whole.index("Det, grupperne skrev") :]
        here = here[here.index(titles[THEMES[group - 1]]) :]
        for key, label in ASKED.items():
            assert here.index(label) < here.index(of_group(key, group))
        assert of_group("basis", group) in here


def test_collecting_again_changes_nothing(collected: tuple[Path, str]) -> None:
    file = collected[0] / "forloeb.yaml"
    before = file.read_bytes()
    again = ld.collect_into(file, collected[0] / "svar")
    assert (again.merged.changes, again.merged.conflicts, again.backup) == ((), (), None)
    assert file.read_bytes() == before


def test_the_second_workshops_kit_starts_from_what_the_first_one_found(collected: tuple[Path, str]) -> None:
    programme = ld.Programme.load(collected[0] / "forloeb.yaml")
    suggested = [suggestion.theme for suggestion in ld.suggested_themes(programme)]
    assert suggested == ["restitution", "sparring", "overbelastning", "hybridledelse", "nye-ledere"]
    chosen = programme.model_copy(update={"themes": programme.themes.model_copy(update={"selected": tuple(suggested)})})
    names = [document.name for document in ld.build_pack("samlet-plan", chosen) if document.id == "theme-qualification"]
    shorts = [themes_of(programme, LIBRARY)[theme].short for theme in suggested]
    assert names == [f"24 Arbejdsark - {short.rstrip('?')}.docx" for short in shorts]
