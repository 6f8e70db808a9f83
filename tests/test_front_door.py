"""What comes in at the library's front door: data from web forms, wrong types, other folders, many threads at once."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs import template_folder
from ledertrivsel_docs.engine import Template
from ledertrivsel_docs.layouts import __main__ as layouts_command
from ledertrivsel_docs.resources import content_folder


def problems(data: dict[str, Any]) -> list[str]:
    with pytest.raises(ld.InputError) as caught:
        ld.Programme.load(data)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("name", ["brand.yaml", "/etc/passwd", "../../brand.yaml"])
def test_what_came_from_a_form_opens_no_file(name: str) -> None:
    (told,) = problems({"organisation": "Eksempel", "brand": name})
    assert "brand" in told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for read in (ld.Programme.load, ld.Template, lambda pipe: ld.copy_templates(tmp_path / "ud", letterhead=pipe)):
        with pytest.raises(ld.LedertrivselError, match="ordinary file"):
            read(pipe)
    (finding,) = ld.check_accessibility(pipe)
    assert "ordinary file" in str(finding)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "forloeb.yaml").open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(ld.InputError, match="2 MB"):
        ld.Programme.load(tmp_path / "forloeb.yaml")


@pytest.mark.parametrize("start", [9.3, -1, 24, True, time(9, 0, 30), time(9, tzinfo=UTC), Decimal("9.3"), [9]])
def test_a_start_that_is_no_time_of_day_is_refused(start: Any) -> None:
    assert problems({"organisation": "Eksempel", "workshops": {"prepare": {"start": start}}})


@pytest.mark.parametrize("start", ["9.00", "09:00", 9, time(9)])
def test_a_start_can_be_text_a_whole_hour_or_a_time(start: Any) -> None:
    programme = ld.Programme.load({"organisation": "Eksempel", "workshops": {"prepare": {"start": start}}})
    assert programme.workshops.prepare.start == time(9)


@pytest.mark.parametrize(
    "day", [1_798_848_000, 20270112, 1.5, True, b"2027-01-12", Decimal(9), datetime(2027, 1, 12, tzinfo=UTC)]
)
def test_what_is_no_day_is_no_date(day: Any) -> None:
    assert problems({"organisation": "Eksempel", "workshops": {"prepare": {"date": day}}})


@pytest.mark.parametrize("day", ["2027-01-12", "12. januar 2027", date(2027, 1, 12), datetime(2027, 1, 12, 9)])
def test_a_date_can_be_text_or_a_date(day: Any) -> None:
    programme = ld.Programme.load({"organisation": "Eksempel", "workshops": {"prepare": {"date": day}}})
    assert programme.workshops.prepare.date == date(2027, 1, 12)


def test_data_in_itself_is_refused() -> None:
    data: dict[str, Any] = {"organisation": "Eksempel"}
    data["themes"] = data
    assert problems(data)
    deep: Any = []
    for _ in range(5_000):
        deep = [deep]
    assert problems({"organisation": "Eksempel", "themes": deep})


@pytest.mark.parametrize(
    "call",
    [
        lambda: ld.Programme.load(b"organisation: Eksempel"),  # type: ignore[arg-type]
        lambda: ld.Programme.load(None),  # type: ignore[arg-type]
        lambda: ld.build_pack("lederrollen", {"organisation": "Eksempel"}),  # type: ignore[arg-type]
        lambda: ld.build_document("plan", {}),  # type: ignore[arg-type]
        lambda: ld.build_document("plan", brand="brand.yaml"),  # type: ignore[arg-type]
        lambda: ld.build_document("plan", library="content"),  # type: ignore[arg-type]
        lambda: ld.build_pack(None),  # type: ignore[arg-type]
        lambda: ld.Programme.load(("forloeb.yaml", "organisation: Eksempel")),  # type: ignore[arg-type]
        lambda: ld.Programme.load(("forloeb.yaml", None)),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_such_thing_is_told_at_once(call: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match=r"not (bytes|NoneType|dict|str)"):
        call()


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_the_bytes_of_a_file_can_be_of_any_kind(kind: Callable[[bytes], bytes]) -> None:
    assert ld.Programme.load(("forloeb.yaml", kind(b"organisation: Eksempel"))).organisation == "Eksempel"


def test_a_template_may_have_its_cache_by_name(tmp_path: Path) -> None:
    Template(ld.build_document("coaching").bytes, cache=str(tmp_path))
    assert list(tmp_path.iterdir())


def test_a_cache_folder_may_be_text(tmp_path: Path) -> None:
    made = ld.build_document("coaching", cache=str(tmp_path / "cache"))
    assert made.bytes == ld.build_document("coaching").bytes
    assert list((tmp_path / "cache").rglob("*"))


@pytest.mark.parametrize("kind", [str, Path])
def test_content_can_lie_in_a_folder_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Callable[[str], str | Path]
) -> None:
    _content(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert list(ld.Library.load(kind("content")).kits) == list(ld.Library.default().kits)


def test_content_can_be_sent_to_another_process() -> None:
    library = pickle.loads(pickle.dumps(ld.Library.default()))  # noqa: S301 - our own
    assert {ld.Library.default(): "known"}[library] == "known"
    made = ld.build_document("coaching", library=library)
    assert made.bytes == ld.build_document("coaching").bytes


@pytest.mark.parametrize("name", ["common", "styles", "slide-layouts", "nonsense"])
def test_a_kit_cant_name_what_is_no_document(tmp_path: Path, name: str) -> None:
    kit = _content(tmp_path) / "samlet-plan" / "kit.yaml"
    kit.write_text(kit.read_text("utf-8").replace("id: checklist", f"id: {name}"), "utf-8")
    with pytest.raises(ld.InputError, match=f"kit.yaml:.*There is no “{name}” here") as caught:
        ld.Library.load(tmp_path / "content")
    assert "styles" not in str(caught.value).partition("Write one of these")[2]


def test_words_alone_make_no_document(tmp_path: Path) -> None:
    content = _content(tmp_path)
    kit = content / "samlet-plan" / "kit.yaml"
    kit.write_text(kit.read_text("utf-8").replace("id: checklist", "id: chekclist"), "utf-8")
    shutil.copy(content / "documents" / "checklist.yaml", content / "documents" / "chekclist.yaml")
    with pytest.raises(ld.InputError, match=r"“chekclist”\. Did you mean “checklist”"):
        ld.build_document("chekclist", library=ld.Library.load(content))


def test_a_template_that_is_not_made_yet_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_folder, "templates_folder", lambda: tmp_path)
    with pytest.raises(ld.TemplateError, match=r"coaching\.docx: .*layouts coaching"):
        ld.build_document("coaching", brand=ld.Brand.default())


def _content(folder: Path) -> Path:
    return Path(shutil.copytree(content_folder(), folder / "content"))


def test_threads_that_ask_at_once_share_a_template(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    def counted(*args: Any, **kwargs: Any) -> Any:
        made.append(args)
        return Template(*args, **kwargs)

    monkeypatch.setattr(template_folder, "Template", counted)
    template_folder._kept.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        results = list(threads.map(lambda _: ld.build_document("coaching").bytes, range(16)))
    template_folder._kept.cache_clear()
    assert len(set(results)) == 1
    assert len(made) == 1


def test_three_looks_of_all_templates_stay_compiled() -> None:
    template_folder._kept.cache_clear()
    ld.build_pack("alle")
    kept = template_folder._kept.cache_info()
    assert 3 * kept.currsize <= (kept.maxsize or 0)


def test_a_misspelt_name_is_an_error() -> None:
    assert set(ld.__all__) <= set(dir(ld))
    with pytest.raises(AttributeError):
        ld.build_documents  # type: ignore[attr-defined]  # noqa: B018 - mypy says so too: the comment would be unused


def test_a_programme_can_be_built_of_its_parts_as_type_checkers_know_them() -> None:
    programme = ld.Programme(
        organisation="Eksempel",
        workshops=ld.Workshops(prepare=ld.PrepareWorkshop(date=date(2027, 1, 12), start=time(9), intro=True)),
        meetings={"ledergruppen": ld.Meeting(own_questions=("Hvad nu?",))},
        themes=ld.ThemeChoice(selected=("sparring", "1"), ratings=(ld.Placement(theme="1", importance=5, success=2),)),
        action_cards=(ld.ActionCard(theme="sparring", goal="Mål"),),
        factors=(ld.Factor(id="ro", title="Ro", short="Ro", steps=(ld.Characteristic(name="Lidt", text="Ro"),) * 2),),
        plan=ld.Plan(forums=(ld.Forum(name="MED"),)),
    )
    assert programme.resolved().themes.selected == ("sparring", "nye-ledere")


def test_messages_are_in_danish_or_english() -> None:
    sentence = "The file isn't there."
    assert ld.translator("EN")(sentence) == ld.translator("en-GB")(sentence) == sentence
    assert ld.translator("DA")(sentence) == ld.translator("da_DK")(sentence) == "Filen findes ikke."
    with pytest.raises(ValueError, match="no language 'de'"):
        ld.translator("de")


def test_layouts_are_written_by_stem_where_they_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(layouts_command, "templates_folder", lambda: tmp_path)
    for _ in range(2):
        layouts_command.main(["coaching"])
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / "docx" / "coaching.docx")]
    assert [path.name for path in tmp_path.rglob("*.*x")] == ["coaching.docx"]
