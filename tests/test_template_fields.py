"""The contract of fields: what documents hand their templates is what `content/fields/` tells, each with a meaning."""

from __future__ import annotations

from functools import cache

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import DECKS, DOCUMENTS
from ledertrivsel_docs.documents.print_list import PRINT_LIST
from ledertrivsel_docs.models.field_files import FieldKind as Kind
from ledertrivsel_docs.models.template_fields import stems_with_fields
from ledertrivsel_docs.own_look import SAMPLE
from tests.support.observed import COMMON, Seen, observed, of_kinds

LIBRARY = ld.Library.default()
WORDS = ("words.", "plan_words.")
# What a field of each kind may be seen as.
SEEN_AS = {
    Kind.TEXT: {"str"},
    Kind.KEY: {"str"},
    Kind.FIXED: {"str", "Placeholder"},
    Kind.PLACE: {"str", "Placeholder", "Link", "int"},
    Kind.DATE: {"str", "Placeholder", "DateText"},
    Kind.NUMBER: {"int", "float"},
    Kind.YES_NO: {"bool"},
    Kind.LINK: {"Link", "str", "Placeholder"},
    Kind.PICTURE: {"Picture"},
    Kind.LIST: {"list"},
    Kind.GROUP: {"group"},
    Kind.TEXTS: {"group"},
}
DOCUMENT_CASES = [(stem, COMMON) for stem in (*DOCUMENTS, *DECKS, SAMPLE, PRINT_LIST)]
SLIDE_CASES = [(stem, kind) for stem in DECKS for kind in ld.slide_kinds(stem)]


@cache
def seen_by_document() -> dict[tuple[str, str], Seen]:
    return observed()


def test_every_document_has_a_contract_and_no_other() -> None:
    assert set(stems_with_fields()) == {*DOCUMENTS, *DECKS, SAMPLE, PRINT_LIST}
    assert {kind for stem, kind in seen_by_document() if kind} == {kind for _, kind in SLIDE_CASES}


@pytest.mark.parametrize(("stem", "kind"), [*DOCUMENT_CASES, *SLIDE_CASES])
def test_the_contract_tells_what_documents_hand_over(stem: str, kind: str) -> None:
    seen = of_kinds(seen_by_document(), kind, set(DECKS)) if kind else seen_by_document()[stem, COMMON]
    told = {field.path: field for field in ld.template_fields(stem, kind or None)}
    given = {path: (one, missing) for path, one, missing in seen.fields() if not path.startswith(WORDS)}
    lacking = [path for path, (one, _) in given.items() if path not in told and not is_item(path, one)]
    assert not lacking, f"no meaning in content/fields/: {lacking}"
    for path, (one, missing) in given.items():
        if path in told:
            assert one.kinds - {"empty"} <= SEEN_AS[told[path].kind], path
            assert told[path].may_be_missing or not missing, path
            assert told[path].may_be_empty or "empty" not in one.kinds or told[path].kind is Kind.GROUP, path
    common = {field.path for field in ld.template_fields(stem)} if kind else set()
    surplus = told.keys() - given.keys() - common
    surplus = {path for path in surplus if not path.startswith(WORDS) and not told[path].may_be_missing}
    lists = [path for path, (one, _) in given.items() if one.item is not None and not one.item.count]
    surplus = {path for path in surplus if not path.startswith(tuple(f"{known}[]" for known in lists))}
    assert not surplus, f"nothing hands these over: {sorted(surplus)}"


def is_item(path: str, one: Seen) -> bool:
    """A text in a list has its meaning from the list."""
    return path.endswith("[]") and "list" not in one.kinds


@pytest.mark.parametrize(("stem", "kind"), [*DOCUMENT_CASES, *SLIDE_CASES])
def test_every_meaning_says_something(stem: str, kind: str) -> None:
    for field in ld.template_fields(stem, kind or None):
        assert field.meaning or field.path.startswith(WORDS)
        assert bool(field.example) != (field.kind in (Kind.GROUP, Kind.TEXTS))


def test_a_field_is_shown_as_a_template_has_it() -> None:
    fields = {field.path: field for field in ld.template_fields("plan")}
    assert fields["cards[].answers.goal"].example == "{{ card.answers.goal }}"
    assert fields["cards"].example == "{%p for card in cards %}"
    assert fields["cards[].questions"].example == "{%p for question in card.questions %}"
    assert fields["cover.has_deadline"].example == "{% if cover.has_deadline %} … {% endif %}"
    assert fields["words.contents"].meaning == LIBRARY.words["plan"]["contents"]


def test_who_asks_for_what_isnt_there_is_told_what_is() -> None:
    with pytest.raises(ld.InputError, match="Did you mean “action-card”"):
        ld.template_fields("actioncard")
    with pytest.raises(ld.InputError, match="Did you mean “exercise”"):
        ld.template_fields("deck", "exercice")
