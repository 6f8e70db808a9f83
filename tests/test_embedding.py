"""What a developer meets who embeds the library: a form's data, arguments and types that are wrong, other processes."""

from __future__ import annotations

import copy
import logging
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ledertrivsel_docs as ld
from tests.support.refusals import told_by
from tests.support.word import word


@pytest.mark.parametrize("twice", [{"participants": 3, "deltagere": 4}, {"deltagere": 4, "participants": 3}])
def test_two_keys_for_one_field_are_told(twice: dict[str, int]) -> None:
    (problem,) = told_by(lambda: ld.Programme.load({"organisation": "Eksempel", **twice}))
    assert "is the same as" in problem


def test_a_form_may_send_blank_fields() -> None:
    blank: dict[str, Any] = {"participants": "", "workshops": {"prepare": {"date": " ", "start": "", "intro": ""}}}
    programme = ld.Programme.load({"organisation": "Eksempel", **blank, "themes": ""})
    assert programme == ld.Programme.load({"organisation": "Eksempel"})
    (problem,) = told_by(lambda: ld.Programme.load({"organisation": ""}))
    assert "organisation" in problem


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("theme", {"theme": "nope"}),
        ("factor", {"name": "ladder", "factor": "nope"}),
        ("kit", {"kit": "nope"}),
        ("name", {"name": "nope"}),
        ("step", {"name": "invitation", "step": "nope"}),
    ],
)
def test_a_wrong_argument_is_named(name: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(ld.InputError) as caught:
        ld.build_document(**{"name": "action-card", **arguments})
    assert [problem.path for problem in caught.value.problems] == [(name,)]


def test_how_many_may_be_on_their_way_is_at_least_one() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        list(ld.build_packs([ld.Programme(organisation="Syd")], ahead=0))


@pytest.mark.parametrize("wrong", [[{"organisation": "Syd"}], [None], "abc", ld.Programme(organisation="Syd")])
def test_what_is_no_list_of_programmes_is_told(wrong: Any, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as executor:
        with pytest.raises(TypeError, match="Programme in a list"):
            list(ld.build_packs(wrong, kit="lederrollen", executor=executor))
        with pytest.raises(TypeError, match="Programme in a list"):
            list(ld.save_packs(wrong, tmp_path, kit="lederrollen", executor=executor))


def test_values_and_templates_reach_other_processes() -> None:
    day = ld.DateText("1. januar", date(2027, 1, 1))
    for again in (copy.deepcopy(day), pickle.loads(pickle.dumps(day))):  # noqa: S301 - our own
        assert (again, again.day) == (day, day.day)
    template = ld.Template(word("{{ a }}"), theme=ld.Theme({"accent1": "112233"}), name="brev.docx")
    again = pickle.loads(pickle.dumps(template))  # noqa: S301
    assert again.render({"a": "Å"}) == template.render({"a": "Å"})


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: ld.Picture(b"", "", width=-3), "more than 0"),
        (lambda: ld.Picture(b"", "", height=float("nan")), "more than 0"),
        (lambda: ld.Theme({"accent9": "112233"}), "accent9"),
        (lambda: ld.Theme({"accent1": "red"}), "RED"),
        (lambda: ld.Theme(heading_font='A"<'), "fonts"),
    ],
)
def test_what_office_could_not_read_is_refused(make: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        make()


def test_a_colour_may_have_its_sign() -> None:
    assert ld.Theme({"accent1": "#12414f"}) == ld.Theme({"accent1": "12414F"})


@pytest.mark.parametrize("wrong", [None, iter([("a", {})]), "a"])
def test_what_can_fill_no_template_is_told(wrong: Any) -> None:
    with pytest.raises(TypeError, match="a mapping, or a list of kinds"):
        ld.Template(word("{{ a }}")).render(wrong)


def test_a_template_is_a_path_or_bytes() -> None:
    assert ld.Template(bytearray(word("{{ a }}"))).render({"a": "1"}) == ld.Template(word("{{ a }}")).render({"a": "1"})
    with pytest.raises(TypeError, match="a path or the bytes"):
        ld.Template(3)  # type: ignore[arg-type]


def test_a_cache_that_is_not_used_is_logged_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with caplog.at_level(logging.WARNING, "ledertrivsel_docs"):
        for number in range(2):
            ld.Template(word(f"{number} {{{{ a }}}}"), cache=file)
    assert len(caplog.records) == 1
    assert str(file) in caplog.text
