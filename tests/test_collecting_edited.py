"""What people do to a form in Word: paragraphs, tracked changes, controls gone, labels changed, rows added."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from ledertrivsel_docs.collecting import ReadFile, collect
from tests.support.cards import (
    GOAL,
    LABELS,
    PLACEHOLDERS,
    Card,
    by_libreoffice,
    card_answers,
    card_of,
    runs,
    told,
    w,
    written,
)
from tests.support.word import W


def several_paragraphs(card: Card) -> None:
    """Enter in a control that fills its cell: Word puts the control around the paragraphs."""
    control = card.fill("goal").control("goal")
    paragraph = control.getparent()
    assert paragraph is not None
    cell = paragraph.getparent()
    assert cell is not None
    control[1][:] = [w("p", *runs("Et")), w("p", *runs("to")), w("p")]
    cell.replace(paragraph, control)


def around_the_cell(card: Card) -> None:
    control = card.fill("goal").control("goal")
    cell = next(control.iterancestors(W + "tc"))
    row = cell.getparent()
    assert row is not None
    holder = deepcopy(control)
    for paragraph in cell.findall(W + "p"):
        cell.remove(paragraph)
    cell.extend([w("p", *runs("Et")), w("p", *runs("to"))])
    row.insert(row.index(cell), holder)
    holder[1][:] = [cell]


def around_the_row(card: Card) -> None:
    row = card.fill("goal", text="Et\nto").row("goal")
    table = row.getparent()
    assert table is not None
    position = table.index(row)
    table.insert(position, w("sdt", w("sdtPr"), w("sdtContent", row)))


def typed_after_the_control(card: Card) -> None:
    """Beside the placeholder and in a new paragraph below it."""
    paragraph = next(card.control("goal").iterancestors(W + "p"))
    paragraph.append(w("r", w("t", "Et")))
    paragraph.addnext(w("p", *runs("to")))


def tracked(card: Card) -> None:
    card.fill(
        "goal",
        w("ins", w("r", w("t", "Et"))),
        w("del", w("r", w("delText", "Nul"))),
        w("moveFrom", w("r", w("t", "tre"))),
        w("ins", w("r", w("br"))),
        w("moveTo", w("r", w("t", "to"))),
    )


def nested(card: Card) -> None:
    inner = w("sdt", w("sdtPr"), w("sdtContent", w("smartTag", w("hyperlink", w("r", w("t", "Et"))))))
    card.fill("goal", w("customXml", inner), w("r", w("cr"), w("t", "to")))


def a_deleted_paragraph_mark(card: Card) -> None:
    several_paragraphs(card)
    first, second, last = card.control("goal")[1]
    first[:] = [w("pPr", w("rPr", w("del"))), *runs("E")]
    second[:] = runs("t")
    last[:] = runs("to")


def a_list(card: Card) -> None:
    several_paragraphs(card)
    for paragraph in card.control("goal")[1]:
        paragraph.insert(0, w("pPr", w("numPr", w("numId", val="1"))))


def table_in_the_cell(card: Card) -> None:
    cell = next(card.control("goal").iterancestors(W + "tc"))
    cell.append(w("tbl", w("tr", w("tc", w("p", *runs("Et"))), w("tc", w("p", *runs("to"))))))
    cell.append(w("p"))


DEVIATIONS: dict[str, Callable[[Card], object]] = {
    "line breaks": lambda card: card.fill("goal", text="Et\nto"),
    "control deleted, text typed": lambda card: card.without_control("goal", "Et\nto"),
    "control deleted, answer kept": lambda card: card.fill("goal", text="Et\nto").without_control("goal"),
    "tags and titles gone": lambda card: card.fill("goal", text="Et\nto").without_names(),
    "several paragraphs": several_paragraphs,
    "control around the cell": around_the_cell,
    "control around the row": around_the_row,
    "typed after the control": typed_after_the_control,
    "tracked changes": tracked,
    "nested": nested,
    "a list": a_list,
    "a table in the cell": table_in_the_cell,
}


@pytest.mark.parametrize("name", DEVIATIONS)
def test_an_answer_comes_back(name: str) -> None:
    card = Card.of("sparring")
    DEVIATIONS[name](card)
    assert card.answers() == {"goal": "Et\nto"}
    assert card.without_names().saved_by("LibreOffice/7.4").answers() == {"goal": "Et\nto"}


def test_the_deviations_come_back_through_libreoffice(tmp_path: Path) -> None:
    cards = {}
    for number, change in enumerate(DEVIATIONS.values()):
        card = Card.of("sparring")
        change(card)
        cards[f"{number}.docx"] = card.bytes()
    answers = collect(by_libreoffice(written(tmp_path / "før", cards), tmp_path / "efter"))
    read = {name: file for name, file in zip(DEVIATIONS, answers.files, strict=True) if not is_twin(file)}
    assert {name: card_answers(file) for name, file in read.items()} == {name: {"goal": "Et\nto"} for name in read}
    assert len(read) > len(DEVIATIONS) / 2


def is_twin(file: ReadFile) -> bool:
    """LibreOffice makes the same of some of them."""
    return "same file" in told(file)


def test_a_deleted_paragraph_mark_joins_paragraphs() -> None:
    card = Card.of("sparring")
    a_deleted_paragraph_mark(card)
    assert card.answers() == {"goal": "Et\nto"}


def test_tabs_and_hyphens_are_kept() -> None:
    run = w("r", w("t", "a"), w("tab"), w("t", "b"), w("noBreakHyphen"), w("t", "c"), w("softHyphen"))
    assert Card.of("sparring").fill("goal", run).answers() == {"goal": "a\tb\u2011c\u00ad"}


@pytest.mark.parametrize("label", ["hvad er MÅLET", " Hvad  er\u00a0målet ? ", "Hvad er målet:"])
def test_labels_may_be_written_otherwise(label: str) -> None:
    card = Card.of("sparring").fill("goal", text="Mål")
    relabel(card, "goal", label)
    assert card.without_names().answers() == {"goal": "Mål"}


def relabel(card: Card, key: str, label: str) -> None:
    next(card.row(key)[1].iter(W + "t")).text = label


def test_a_title_or_tag_outlives_a_changed_label() -> None:
    for left in ("tag", "alias"):
        card = Card.of("sparring").fill("goal", text="Mål")
        relabel(card, "goal", "Hvad vil vi?")
        properties = card.control("goal")[0]
        for child in properties.findall(W + {"tag": "alias", "alias": "tag"}[left]):
            properties.remove(child)
        file = card.read()
        assert card_answers(file)["goal"] == "Mål"
        assert "Hvad vil vi?" in told(file)


def test_without_any_name_a_changed_label_is_told_not_guessed() -> None:
    card = Card.of("sparring").fill("goal", text="Mål")
    relabel(card, "goal", "Hvad vil vi?")
    file = card.without_names().read()
    assert (file.outcome, card_of(file)) == ("empty", None)
    assert "Hvad vil vi?\nMål" in told(file)
    assert f"{GOAL}: The field is no longer in the form." in told(file)


def test_a_control_dragged_to_another_row_counts_for_the_label() -> None:
    card = Card.of("sparring").fill("goal", text="HR")
    target = next(card.control("owner").iterancestors(W + "p"))
    target[:] = [card.control("goal")]
    file = card.read()
    assert card_answers(file) == {"owner": "HR"}
    assert "the label counts" in told(file)


def test_rows_added_by_hand_and_text_outside_are_told() -> None:
    card = Card.of("sparring").fill("goal", text="Mål")
    row = card.row("materials")
    row.addnext(w("tr", w("tc", w("p", *runs("Økonomi"))), w("tc", w("p", *runs("10.000 kr.")))))
    row.addnext(w("tr", w("tc", w("p")), w("tc", w("p"))))
    table = row.getparent()
    assert table is not None
    table.addprevious(w("p", *runs("Over skemaet")))
    table.addnext(w("p", *runs("Under skemaet")))
    file = card.read()
    assert card_answers(file) == {"goal": "Mål"}
    assert [problem.message.values["text"] for problem in file.problems] == [
        "Over skemaet",
        "Økonomi\n10.000 kr.",
        "Under skemaet",
    ]


def test_text_in_the_label_cell_is_told() -> None:
    card = Card.of("sparring")
    next(card.row("goal")[1].iter(W + "p")).addnext(w("p", *runs("Her skrev jeg")))
    file = card.read()
    assert "Her skrev jeg" in told(file)
    assert card_of(file) is None


@pytest.mark.parametrize(("second", "count"), [("Andet", 1), ("Mål", 0), ("", 0)])
def test_a_field_that_is_there_twice(second: str, count: int) -> None:
    card = Card.of("sparring").fill("goal", text="Mål")
    copied = deepcopy(card.row("goal"))
    card.row("goal").addnext(copied)
    next(copied.iter(W + "sdtContent"))[:] = runs(second)
    file = card.read()
    assert card_answers(file)["goal"] == ("Mål\nAndet" if count else "Mål")
    assert len(file.problems) == count


def test_a_row_deleted_with_tracked_changes_is_gone() -> None:
    card = Card.of("sparring").fill("goal", text="Mål")
    properties = card.row("goal").find(W + "trPr")
    assert properties is not None
    properties.append(w("del"))
    file = card.read()
    assert (card_of(file), told(file)) == (None, f"kort.docx: {GOAL}: The field is no longer in the form.")


# Placeholders


def styled(text: str) -> etree._Element:
    return w("r", w("rPr", w("rStyle", val="PlaceholderText")), w("t", text))


def test_a_placeholder_without_mark_style_or_control_is_nobodys_answer() -> None:
    for key in LABELS:
        card = Card.of("sparring").fill(key, text=PLACEHOLDERS[key])
        assert card.answers() == {}
        assert card.without_names().saved_by("LibreOffice/7.4").answers() == {}
        assert Card.of("sparring").without_control(key, PLACEHOLDERS[key]).answers() == {}


@pytest.mark.parametrize("mark", ["showingPlcHdr", "style"])
def test_help_text_that_is_not_ours_is_told_and_not_read(mark: str) -> None:
    card = Card.of("sparring")
    if mark == "style":
        card.fill("goal", styled("Her skriver I målet for jeres kort."))
    else:
        next(card.control("goal").iter(W + "t")).text = "Her skriver I målet for jeres kort."
    file = card.read()
    assert (file.outcome, card_of(file)) == ("empty", None)
    assert "Her skriver I" in told(file)
