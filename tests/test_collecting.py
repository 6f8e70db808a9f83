"""Filled action cards come back: as Word and as LibreOffice save them, and as people treat them."""

from __future__ import annotations

import io
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting import Answers, ReadFile, collect, opened
from ledertrivsel_docs.collecting.action_card import _BAND
from ledertrivsel_docs.models.programme_fields import ActionCard, ThemeChoice

from .support.office import libreoffice, needs_tool
from .support.programmes import extreme, filled

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIBRARY = ld.Library.default()
FORM = LIBRARY.samlet_plan.action_card
LABELS = {field.key: field.label for field in (*FORM.fields, *FORM.own_fields)}
PLACEHOLDERS = {field.key: field.placeholder for field in (*FORM.fields, *FORM.own_fields)}
OTHER = LIBRARY.samlet_plan.themes.by_id()["overbelastning"]
SPARRING = LIBRARY.samlet_plan.themes.by_id()["sparring"]


def w(name: str, *children: Any, **attributes: str) -> etree._Element:
    element = etree.Element(W + name)
    for key, value in attributes.items():
        element.set(W + key, value)
    for child in children:
        if isinstance(child, str):
            element.text = child
        else:
            element.append(child)
    return element


def runs(text: str) -> list[etree._Element]:
    """A text as Word writes it: a run a line, line breaks between them."""
    lines = text.split("\n")
    made = [w("r", w("t", lines[0]))]
    return made + [w("r", w("br"), w("t", line)) for line in lines[1:]]


class Card:
    """A card as somebody edits it: the XML of its body, and its other parts."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])

    @classmethod
    def blank(cls) -> Card:
        return cls(ld.build_document("action-card").bytes)

    @classmethod
    def of(cls, theme: str, programme: ld.Programme | None = None) -> Card:
        return cls(ld.build_document("action-card", programme, theme=theme, brand=ld.Brand.default()).bytes)

    def control(self, key: str) -> etree._Element:
        return next(c for c in self.root.iter(W + "sdt") if c.find(f"{W}sdtPr/{W}tag[@{W}val='{key}']") is not None)

    def row(self, key: str) -> etree._Element:
        return next(self.control(key).iterancestors(W + "tr"))

    def fill(self, key: str, *content: etree._Element, text: str | None = None) -> Card:
        """Fills a control as Word does: the mark of the placeholder goes, and so do its runs."""
        control = self.control(key)
        properties, inside = control[0], control[1]
        for mark in properties.findall(W + "showingPlcHdr"):
            properties.remove(mark)
        inside[:] = [*content, *(runs(text) if text is not None else [])]
        return self

    def choose_day(self, key: str, text: str, full_date: str | None) -> Card:
        kind = self.fill(key, text=text).control(key).find(f"{W}sdtPr/{W}date")
        assert kind is not None
        kind.attrib.pop(W + "fullDate", "")
        if full_date:
            kind.set(W + "fullDate", f"{full_date}T00:00:00Z")
        return self

    def without_control(self, key: str, text: str | None = None) -> Card:
        """The control deleted; its content stays, or something typed in its place."""
        control = self.control(key)
        parent = control.getparent()
        assert parent is not None
        position = parent.index(control)
        content = list(control[1]) if text is None else runs(text)
        parent.remove(control)
        for offset, element in enumerate(content):
            parent.insert(position + offset, element)
        return self

    def without_names(self) -> Card:
        """What LibreOffice 7.4 makes of controls: no tag, no title."""
        for properties in self.root.iter(W + "sdtPr"):
            for child in properties.findall(W + "tag") + properties.findall(W + "alias") + properties.findall(W + "id"):
                properties.remove(child)
        return self

    def saved_by(self, application: str) -> Card:
        namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        self.parts["docProps/app.xml"] = (
            f'<Properties xmlns="{namespace}"><Application>{application}</Application></Properties>'.encode()
        )
        return self

    def stamped(self, **properties: str) -> Card:
        custom = self.parts["docProps/custom.xml"].decode()
        for name, value in properties.items():
            custom = re.sub(rf'(ledertrivsel\.{name}"><vt:lpwstr>)[^<]*', rf"\g<1>{value}", custom)
        self.parts["docProps/custom.xml"] = custom.encode()
        return self

    def bytes(self) -> bytes:
        return zipped(self.parts | {"word/document.xml": etree.tostring(self.root, xml_declaration=True)})

    def read(self, programme: ld.Programme | None = None) -> ReadFile:
        [file] = collect([("kort.docx", self.bytes())], programme=programme).files
        return file

    def answers(self) -> dict[str, Any]:
        file = self.read()
        assert file.problems == (), file.problems
        return dict(file.card.answers) if file.card else {}


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def told(file: ReadFile) -> str:
    return "\n".join(map(str, file.problems))


def written(folder: Path, cards: dict[str, bytes]) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in cards.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in cards]


def by_libreoffice(files: list[Path], folder: Path, times: int = 1) -> list[Path]:
    needs_tool("soffice")
    for turn in range(times):
        files = libreoffice(files, folder / str(turn), "docx")
    return files


def all_fields_filled(card: Card) -> Card:
    for key in LABELS:
        if key not in _BAND:
            card.fill(key, text=f"Første linje om {key}\nAnden linje\n\nFjerde & <sidste>")
    card.choose_day("valid_from", "1. marts 2027", "2027-03-01").choose_day("follow_up_date", "1. juni 2027", None)
    return card.fill("status", text="I gang")


ALL_ANSWERS: dict[str, Any] = {
    **{key: f"Første linje om {key}\nAnden linje\n\nFjerde & <sidste>" for key in LABELS if key not in _BAND},
    "valid_from": date(2027, 3, 1),
    "follow_up_date": date(2027, 6, 1),
    "status": "I gang",
}


# The whole way


def test_a_card_filled_in_word_comes_back() -> None:
    file = all_fields_filled(Card.of("sparring")).read()
    assert (file.outcome, file.document, file.problems) == ("read", "action-card", ())
    assert file.card is not None
    assert dict(file.card.answers) == ALL_ANSWERS
    assert (file.card.theme, file.card.title) == ("sparring", SPARRING.title)
    assert set(file.read) == set(LABELS)
    assert file.empty == ()


def test_nothing_is_read_from_a_blank_card() -> None:
    for card in (Card.blank(), Card.of("sparring")):
        file = card.read()
        assert (file.outcome, file.read, file.card, file.problems) == ("empty", (), None, ())
        assert set(file.empty) == set(LABELS)


def test_every_programme_comes_back_from_its_cards(tmp_path: Path) -> None:
    for programme in (filled().resolved(), extreme().resolved()):
        kit = ld.build_pack("samlet-plan", programme, brand=ld.Brand.default())
        folder = tmp_path / programme.organisation[:3]
        kit.save(folder)
        answers = collect(folder, programme=programme)
        assert answers.action_cards == in_order(programme, answers)
        assert set(answers.action_cards) == set(programme.action_cards)


def in_order(programme: ld.Programme, answers: Answers) -> tuple[ActionCard, ...]:
    cards = {card.theme: card for card in programme.action_cards}
    return tuple(cards[card.theme] for card in answers.cards if card.theme)


@pytest.mark.parametrize("times", [1, 2])
def test_after_libreoffice_all_comes_back_and_blanks_stay_blank(tmp_path: Path, times: int) -> None:
    programme = filled().resolved()
    cards = {f"{card.theme}.docx": Card.of(card.theme, programme).bytes() for card in programme.action_cards}
    extra = extreme().resolved()
    cards |= {f"{card.theme}.docx": Card.of(card.theme, extra).bytes() for card in extra.action_cards}
    cards |= {"word.docx": all_fields_filled(Card.of("lederdialog")).bytes()}
    cards |= {"blankt.docx": Card.blank().bytes(), "tomt.docx": Card.of("krydspres").bytes()}
    cards |= {"titel.docx": Card.blank().fill("title", text=OTHER.title).fill("goal", text="Mål").bytes()}
    answers = collect(by_libreoffice(written(tmp_path / "før", cards), tmp_path / "efter", times))
    assert answers.problems == ()
    *read, word, blank, empty, titled = answers.files
    assert [file.card.for_theme(file.card.theme or "") for file in read if file.card] == [
        *programme.action_cards,
        *extra.action_cards,
    ]
    assert word.card is not None
    assert dict(word.card.answers) == ALL_ANSWERS
    assert [blank.outcome, empty.outcome] == ["empty", "empty"]
    assert titled.card is not None
    assert (titled.card.theme, dict(titled.card.answers)) == (OTHER.id, {"goal": "Mål"})


PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")) | st.sampled_from("\n\r\t &<]"))
NASTY = [
    "  mellemrum  først og sidst  ",
    "\n\nlinjer først og sidst\n\n",
    "tab\tog\t\ttabs\t",
    "a & b <c> ]]> {{ 7*7 }} &amp; &#10;",
    "😀 \u202bשלום\u202c e\u0301 \ufeff\u200b\u00ad\u2011\u00a0.",
    "\ue000\ue001 privat \uf0fc",
    "w" * 400,
    "Lang. " * 800,
    "dobbelt  mellemrum\n  indrykket\n\n\nto tomme linjer",
    "Status\nAftalt",
    "Gælder fra",
    "-- ... “citat” ”citat” 1/2 (c)",
]


def expected(text: str) -> str | None:
    return re.sub("\r\n?|[\u2028\u2029\x85]", "\n", text) if text.strip() else None


@settings(max_examples=150, deadline=None)
@given(goal=PRINTABLE, tasks=PRINTABLE)
def test_any_text_comes_back(goal: str, tasks: str) -> None:
    for key, text in (("goal", goal), ("tasks", tasks)):
        assume(as_compared(text) != as_compared(PLACEHOLDERS[key]))
    file = Card.of("sparring", with_answers(goal=goal, tasks=tasks)).read()
    got = file.card.answers if file.card else {}
    assert file.problems == ()
    assert (got.get("goal"), got.get("tasks")) == (expected(goal), expected(tasks))


def as_compared(text: str) -> str:
    return " ".join(text.split()).rstrip(" ?:.").casefold()


def with_answers(**answers: Any) -> ld.Programme:
    card = ActionCard(theme="sparring", **answers)
    return ld.Programme(organisation="Kommune", action_cards=(card,), themes=ThemeChoice(selected=("sparring",)))


def test_nasty_texts_come_back_through_libreoffice(tmp_path: Path) -> None:
    fields = [key for key in LABELS if key not in _BAND]
    texts = {f"{number:02}.docx": text for number, text in enumerate(NASTY)}
    cards = {
        name: Card.of("sparring", with_answers(**dict.fromkeys(fields, text))).bytes() for name, text in texts.items()
    }
    files = written(tmp_path / "før", cards)
    for saved in (files, by_libreoffice(files, tmp_path / "efter")):
        for text, file in zip(NASTY, collect(saved).files, strict=True):
            assert file.card is not None, text
            assert dict(file.card.answers) == dict.fromkeys(fields, text)


# What people and programs do to a form

GOAL = LABELS["goal"]


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
    got = {name: file.card and dict(file.card.answers) for name, file in zip(DEVIATIONS, answers.files, strict=True)}
    assert got == {name: {"goal": "Et\nto"} for name in DEVIATIONS}


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
        assert file.card is not None
        assert file.card.answers["goal"] == "Mål"
        assert "Hvad vil vi?" in told(file)


def test_without_any_name_a_changed_label_is_told_not_guessed() -> None:
    card = Card.of("sparring").fill("goal", text="Mål")
    relabel(card, "goal", "Hvad vil vi?")
    file = card.without_names().read()
    assert (file.outcome, file.card) == ("empty", None)
    assert "Hvad vil vi?\nMål" in told(file)
    assert f"{GOAL}: The field is no longer in the form." in told(file)


def test_a_control_dragged_to_another_row_counts_for_the_label() -> None:
    card = Card.of("sparring").fill("goal", text="HR")
    target = next(card.control("owner").iterancestors(W + "p"))
    target[:] = [card.control("goal")]
    file = card.read()
    assert file.card is not None
    assert dict(file.card.answers) == {"owner": "HR"}
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
    assert file.card is not None
    assert dict(file.card.answers) == {"goal": "Mål"}
    assert [problem.message.values["text"] for problem in file.problems] == [
        "Økonomi\n10.000 kr.",
        "Over skemaet",
        "Under skemaet",
    ]


def test_text_in_the_label_cell_is_told() -> None:
    card = Card.of("sparring")
    next(card.row("goal")[1].iter(W + "p")).addnext(w("p", *runs("Her skrev jeg")))
    file = card.read()
    assert "Her skrev jeg" in told(file)
    assert file.card is None


@pytest.mark.parametrize(("second", "count"), [("Andet", 1), ("Mål", 0), ("", 0)])
def test_a_field_that_is_there_twice(second: str, count: int) -> None:
    card = Card.of("sparring").fill("goal", text="Mål")
    copied = deepcopy(card.row("goal"))
    card.row("goal").addnext(copied)
    next(copied.iter(W + "sdtContent"))[:] = runs(second)
    file = card.read()
    assert file.card is not None
    assert file.card.answers["goal"] == ("Mål\nAndet" if count else "Mål")
    assert len(file.problems) == count


def test_a_row_deleted_with_tracked_changes_is_gone() -> None:
    card = Card.of("sparring").fill("goal", text="Mål")
    properties = card.row("goal").find(W + "trPr")
    assert properties is not None
    properties.append(w("del"))
    file = card.read()
    assert (file.card, told(file)) == (None, f"kort.docx: {GOAL}: The field is no longer in the form.")


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
        card.fill("goal", styled("Klik eller tryk her for at skrive tekst."))
    else:
        next(card.control("goal").iter(W + "t")).text = "Klik eller tryk her for at skrive tekst."
    file = card.read()
    assert (file.outcome, file.card) == ("empty", None)
    assert "Klik eller tryk her" in told(file)


def test_what_is_typed_over_a_placeholder_in_libreoffice_is_an_answer() -> None:
    """LibreOffice 7.4 leaves the mark and the style on it (measured)."""
    card = Card.of("sparring").without_names().saved_by("LibreOffice/7.4.7.2$Linux_X86_64")
    for text in card.root.iter(W + "t"):
        if text.text == PLACEHOLDERS["goal"]:
            text.text = "Skrevet i LibreOffice"
    assert card.answers() == {"goal": "Skrevet i LibreOffice"}


# Dates and words


@pytest.mark.parametrize(
    ("text", "full_date", "expected_day"),
    [
        ("1. juni 2027", "2027-06-01", date(2027, 6, 1)),
        ("1. juni 2027", None, date(2027, 6, 1)),
        ("1.6.2027", None, date(2027, 6, 1)),
        ("2027-06-01", None, date(2027, 6, 1)),
        ("1. Juni 2027", "2026-01-01", date(2027, 6, 1)),  # typed over: what stands there counts
        ("tirsdag den 1. juni 2027", "2027-06-01", date(2027, 6, 1)),
        ("1. jun. 2027", "2027-06-01", date(2027, 6, 1)),
        ("01/06-27", "2027-06-01", date(2027, 6, 1)),
        ("6/1/2027", "2027-06-01", None),
        ("tirsdag den 1. juli 2027", "2027-06-01", None),
        ("1. juni", "2027-06-01", None),
        ("inden sommer", "2027-06-01", None),
        ("31. april 2027", None, None),
        ("1. juni 3027", None, None),
    ],
)
def test_dates(text: str, full_date: str | None, expected_day: date | None) -> None:
    for key in ("valid_from", "follow_up_date"):
        file = Card.of("sparring").choose_day(key, text, full_date).read()
        if expected_day is None:
            assert (file.outcome, file.card) == ("read", None)
            assert text in told(file)
            assert LABELS[key] in told(file)
        else:
            assert file.card is not None
            assert dict(file.card.answers) == {key: expected_day}


@pytest.mark.parametrize(
    ("text", "word"), [("i gang", "I gang"), ("AFTALT.", "Aftalt"), ("Sat  på pause", "Sat på pause")]
)
def test_status_is_spelled_as_in_the_content(text: str, word: str) -> None:
    assert Card.of("sparring").fill("status", text=text).answers() == {"status": word}


def test_an_unknown_status_is_told() -> None:
    file = Card.of("sparring").fill("status", text="Næsten færdig").read()
    assert file.card is None
    assert "Status: “Næsten færdig” is not a word that is used here. Write one of these: Forslag" in told(file)


# Themes


@pytest.mark.parametrize("title", [SPARRING.title, SPARRING.title.upper().rstrip("?"), SPARRING.short, "sparring"])
def test_a_blank_card_is_for_the_theme_of_its_title(title: str) -> None:
    for change in (lambda card: card, Card.without_names, lambda card: card.without_control("title")):
        card = Card.blank().fill("title", text=title).fill("goal", text="Mål")
        change(card)
        file = card.read()
        assert file.problems == ()
        assert file.card is not None
        assert (file.card.theme, file.card.title) == ("sparring", title)


def test_a_title_may_name_an_own_theme_of_the_programme() -> None:
    card = Card.blank().fill("title", text="Hvordan leder vi på afstand?").fill("goal", text="Mål")
    file = card.read(filled())
    assert file.card is not None
    assert file.card.theme == "hybridledelse"
    [alone] = collect([("kort.docx", card.bytes())]).cards
    assert (alone.theme, alone.title) == (None, "Hvordan leder vi på afstand?")


@pytest.mark.parametrize("title", ["Noget helt andet", ""])
def test_a_card_without_a_known_theme_is_kept_and_told(title: str) -> None:
    card = Card.blank().fill("goal", text="Mål")
    if title:
        card.fill("title", text=title)
    answers = collect([("kort.docx", card.bytes())])
    assert answers.action_cards == ()
    [kept] = answers.cards
    assert (kept.theme, kept.title, kept.source) == (None, title, "kort.docx")
    assert kept.for_theme("krydspres") == ActionCard(theme="krydspres", goal="Mål")
    assert "Say which theme the card is for." in told(answers.files[0])


def test_an_edited_title_is_told_and_the_stamp_counts() -> None:
    file = Card.of("sparring").fill("title", text="Sparring hos os").fill("goal", text="Mål").read()
    assert file.card is not None
    assert (file.card.theme, file.card.title) == ("sparring", "Sparring hos os")
    assert [problem.warning for problem in file.problems] == [True]


def test_two_cards_for_one_theme() -> None:
    first, other = (Card.of("sparring").fill("goal", text=text).bytes() for text in ("Mål", "Andet"))
    answers = collect([("a.docx", first), ("b.docx", other), ("c.docx", first)])
    assert [card.goal for card in answers.action_cards] == ["Mål", "Andet"]
    assert [bool(file.problems) for file in answers.files] == [False, True, False]
    assert "a.docx" in told(answers.files[1])


def test_the_example_is_not_an_answer() -> None:
    card = Card(ld.build_document("Action card - eksempel").bytes)
    file = card.read()
    assert (file.outcome, file.card, [problem.warning for problem in file.problems]) == ("skipped", None, [True])
    changed = card.fill("goal", text="Vores eget mål").read()
    assert (changed.outcome, changed.card) == ("skipped", None)
    assert [problem.warning for problem in changed.problems] == [False]
    assert GOAL in told(changed)


# Files from strangers


def ordinary() -> dict[str, bytes]:
    return Card.of("sparring").fill("goal", text="Mål").parts


def foreign_document() -> bytes:
    parts = ordinary()
    del parts["docProps/custom.xml"]
    return zipped(parts)


def with_part(name: str, content: bytes) -> bytes:
    return zipped(ordinary() | {name: content})


def entities(definition: str, use: str) -> bytes:
    document = ordinary()["word/document.xml"].decode().partition("?>")[2]
    body = document.replace("<w:body>", f"<w:body><w:p><w:r><w:t>{use}</w:t></w:r></w:p>", 1)
    return with_part("word/document.xml", f"<!DOCTYPE x [{definition}]>{body}".encode())


def laughs() -> bytes:
    lines = ['<!ENTITY a0 "ha">'] + [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    return entities("".join(lines), "&a11;")


def lying_bomb() -> bytes:
    """A part that says it is small, with the checksum of its beginning, and unpacks to 100 MB."""
    packed = zlib.compress(b" " * 100 * 2**20, 9)[2:-4]
    name, crc = b"word/document.xml", zlib.crc32(b" " * 100)
    fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, crc, len(packed), 100, len(name), 0)
    local = b"PK\x03\x04" + fields + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    return local + central + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local), 0)


STRANGERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a text": (lambda: b"Hej", "not a Word or PowerPoint file"),
    "nothing": (lambda: b"", "empty"),
    "a pdf": (lambda: b"%PDF-1.7\n", "PDF"),
    "rtf": (lambda: b"{\\rtf1}", "RTF"),
    "a password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
    "half a file": (lambda: zipped(ordinary())[:5000], "damaged"),
    "any zip": (lambda: zipped({"a.txt": b"a"}), "isn't an Office file"),
    "opendocument": (lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
    "another document": (foreign_document, "isn't from a kit"),
    "a wrong kit": (lambda: Card.of("sparring").stamped(kit="andet").bytes(), "“andet”"),
    "a wrong document": (lambda: Card.of("sparring").stamped(document="brev").bytes(), "“brev”"),
    "a newer schema": (lambda: Card.of("sparring").stamped(schema="2").bytes(), "newer version"),
    "an odd schema": (lambda: Card.of("sparring").stamped(schema="²").bytes(), "its schema is “²”"),
    "no schema": (lambda: Card.of("sparring").stamped(schema="").bytes(), "its schema is “”"),
    "broken xml": (lambda: with_part("word/document.xml", b"<w:document"), "damaged"),
    "no body": (lambda: with_part("word/document.xml", b"<document/>"), "isn't saved as an ordinary Word document"),
    "broken properties": (lambda: with_part("docProps/custom.xml", b"<"), "damaged"),
    "an outer entity": (lambda: entities('<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;"), "document type"),
    "an outer dtd": (
        lambda: with_part("docProps/custom.xml", b'<!DOCTYPE x SYSTEM "http://x.invalid/x"><x/>'),
        "document type",
    ),
    "a billion laughs": (laughs, "document type|damaged"),
    "a large part": (lambda: with_part("word/document.xml", b" " * 2**24), "more than"),
    "a lying bomb": (lying_bomb, "damaged"),
    "a deep tree": (lambda: with_part("word/document.xml", b"<a>" * 10**5 + b"</a>" * 10**5), "damaged"),
    "a run sheet": (lambda: ld.build_document("11").bytes, "no answers to collect"),
}


@pytest.mark.parametrize("name", STRANGERS)
def test_a_strangers_file_is_named_and_skipped(name: str) -> None:
    make, reason = STRANGERS[name]
    good = Card.of("sparring").fill("goal", text="Mål").bytes()
    bad, read = collect([("fremmed", make()), ("kort", good)]).files
    assert (bad.path, bad.outcome, bad.card) == ("fremmed", "skipped", None)
    assert re.search(reason, told(bad)), told(bad)
    assert read.outcome == "read"


def test_an_other_office_file_is_skipped() -> None:
    types = {"ppt/presentation.xml": "PowerPoint", "xl/workbook.xml": "Excel"}
    for target, kind in types.items():
        relation = f'<Relationship Id="a" Type="http://x/officeDocument" Target="{target}"/>'
        [file] = collect([("fil", zipped({"_rels/.rels": f"<R>{relation}</R>".encode(), target: b"<a/>"}))]).files
        assert kind in told(file)


def test_a_deep_nest_of_controls_is_read() -> None:
    content = w("r", w("t", "Mål"))
    for _ in range(200):
        content = w("smartTag", content)
    assert Card.of("sparring").fill("goal", content).answers() == {"goal": "Mål"}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_never_raises(data: st.DataObject) -> None:
    whole = bytearray(CHEWED)
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    [file] = collect([("kort.docx", bytes(whole))]).files
    assert file.outcome in ("read", "empty", "skipped")


CHEWED = zipped(Card.of("sparring").parts)


# Files and folders


def test_folders_are_read_in_order_without_locks_and_hidden_files(tmp_path: Path) -> None:
    card = Card.of("sparring").fill("goal", text="Mål").bytes()
    names = ["b.docx", "A.docx", "~$A.docx", ".ledertrivsel.json", ".~lock.A.docx#", "under/c.docx", "uden-endelse"]
    (tmp_path / "under").mkdir()
    for name in names:
        (tmp_path / name).write_bytes(card)
    answers = collect([tmp_path, tmp_path / "b.docx", str(tmp_path / "under")])
    shown = [str(Path(file.path).relative_to(tmp_path)) for file in answers.files]
    assert shown == ["A.docx", "b.docx", "uden-endelse", str(Path("under", "c.docx"))]
    assert len(answers.action_cards) == 1


def test_one_path_may_be_given_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "kort.docx"
    file.write_bytes(Card.of("sparring").fill("goal", text="Mål").bytes())
    for given_as in (str(file), file, str(tmp_path), ("kort.docx", file.read_bytes()), (file, str(file))):
        assert len(collect(given_as).action_cards) == 1


def test_paths_that_are_not_there_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(ld.InputError) as raised:
        collect([tmp_path / "et", tmp_path / "to", "nul\0tegn"])
    assert [Path(problem.file or "").name for problem in raised.value.problems] == ["et", "to", "nul\0tegn"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_and_a_huge_file_are_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    with (tmp_path / "b").open("wb") as file:
        file.truncate(opened.MAX_FILE + 1)
    answers = collect(tmp_path)
    assert ["ordinary file" in told(answers.files[0]), "larger" in told(answers.files[1])] == [True, True]


def test_the_form_asks_for_every_field_of_the_card() -> None:
    assert {"theme", *LABELS} == set(ActionCard.model_fields)
