"""Filled action cards come back: every field, any text, also after LibreOffice."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting import collect
from ledertrivsel_docs.models.programme_answers import ActionCard, ThemeChoice
from tests.support.cards import (
    ALL_ANSWERS,
    BAND,
    LABELS,
    OTHER,
    PLACEHOLDERS,
    Card,
    all_fields_filled,
    by_libreoffice,
    card_answers,
    card_of,
    card_theme,
    written,
)
from tests.support.programmes import extreme, filled


def test_a_card_filled_in_word_comes_back() -> None:
    file = all_fields_filled(Card.of("sparring")).read()
    assert (file.outcome, file.document, file.problems) == ("read", "action-card", ())
    assert card_answers(file) == ALL_ANSWERS
    assert card_theme(file) == "sparring"
    assert set(file.read) == set(LABELS.values())
    assert file.empty == ()


def test_nothing_is_read_from_a_blank_card() -> None:
    for card in (Card.blank(), Card.of("sparring")):
        file = card.read()
        assert (file.outcome, card_of(file), file.problems) == ("empty", None, ())
        assert set(file.empty) - {"Tema"} == set(LABELS.values())


def test_every_programme_comes_back_from_its_cards(tmp_path: Path) -> None:
    for programme in (filled().resolved(), extreme().resolved()):
        kit = ld.build_pack("samlet-plan", programme, brand=ld.Brand.default())
        folder = tmp_path / programme.organisation[:3]
        kit.save(folder)
        answers = collect(folder, programme=programme)
        assert {without_source(card) for card in answers.action_cards} == set(programme.action_cards)
        assert answers.merged(programme).programme == programme


def without_source(card: ActionCard) -> ActionCard:
    return card.model_copy(update={"source": None})


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
    assert [without_source(card) for card in map(card_of, read) if card] == [
        *programme.action_cards,
        *extra.action_cards,
    ]
    assert card_answers(word) == ALL_ANSWERS
    assert [blank.outcome, empty.outcome] == ["empty", "empty"]
    assert (card_theme(titled), card_answers(titled)) == (OTHER.id, {"goal": "Mål"})


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
    got = card_answers(file)
    assert file.problems == ()
    assert (got.get("goal"), got.get("tasks")) == (expected(goal), expected(tasks))


def as_compared(text: str) -> str:
    return " ".join(text.split()).rstrip(" ?:.").casefold()


def with_answers(**answers: Any) -> ld.Programme:
    card = ActionCard(theme="sparring", **answers)
    return ld.Programme(organisation="Kommune", action_cards=(card,), themes=ThemeChoice(selected=("sparring",)))


def test_nasty_texts_come_back_through_libreoffice(tmp_path: Path) -> None:
    fields = [key for key in LABELS if key not in BAND]
    texts = {f"{number:02}.docx": text for number, text in enumerate(NASTY)}
    cards = {
        name: Card.of("sparring", with_answers(**dict.fromkeys(fields, text))).bytes() for name, text in texts.items()
    }
    files = written(tmp_path / "før", cards)
    for saved in (files, by_libreoffice(files, tmp_path / "efter")):
        for text, file in zip(NASTY, collect(saved).files, strict=True):
            assert card_answers(file) == dict.fromkeys(fields, text)


def test_a_form_is_laid_beside_the_templates_of_the_brand_it_was_made_in(tmp_path: Path) -> None:
    form = ld.build_document("action-card", ld.Programme(organisation="Eksempel"), theme="sparring")
    brand = ld.Brand.default().model_copy(update={"templates": str(tmp_path / "gone")})
    assert ld.collect((form.name, form.bytes)).files[0].outcome == "empty"
    with pytest.raises(ld.InputError, match="gone"):
        ld.collect((form.name, form.bytes), brand=brand)


def test_what_is_odd_in_a_file_that_stays_as_it_is_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "forloeb.yaml"
    file.write_text("organisation: Eksempel\nworkshopper:\n  forbered:\n    dato: 2027-01-16\n", "utf-8")
    form = ld.build_document("action-card", theme="sparring")
    (warning,) = ld.collect_into(file, (form.name, form.bytes)).warnings
    assert str(warning) == f"{file}:4: 2027-01-16 is in a weekend."
