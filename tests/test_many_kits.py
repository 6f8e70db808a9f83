"""Kits for many units: in order, by any executor, only what is missing, and one bad unit doesn't stop the others."""

from __future__ import annotations

import os
import pickle
import re
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import ledertrivsel_docs as ld
from ledertrivsel_docs.cli import main
from ledertrivsel_docs.disk import MANIFEST
from ledertrivsel_docs.many import processes, work
from tests.support.programmes import ROOT

KIT = "lederrollen"  # the smallest
TABLE = "Enhed;Mødeleder\nPlejecenter Syd;Anne\nPlejecenter Nord;Bo\n"


class Here(Executor):
    """Runs a call at once; counts them, and what they took to send."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.sizes.append(len(pickle.dumps((function, args, kwargs))))
        done: Future[Any] = Future()
        done.set_result(function(*args, **kwargs))
        return done


def programmes(*names: str) -> Iterator[ld.Programme]:
    return (ld.Programme(organisation=name) for name in names)


def test_kits_come_in_order_and_are_those_of_build_pack() -> None:
    names = [f"Enhed {number}" for number in range(6)]
    with ThreadPoolExecutor(3) as threads:
        found = list(ld.build_packs(programmes(*names), kit=KIT, executor=threads, ahead=4))
    assert [result.programme.organisation for result in found] == names
    for result in (found[0], found[-1]):
        assert result.pack == ld.build_pack(KIT, result.programme)


def test_processes_are_the_default() -> None:
    (found,) = ld.build_packs(programmes("Syd"), kit=KIT, cache=os.environ["LEDERTRIVSEL_CACHE"])
    assert found.pack == ld.build_pack(KIT, found.programme)


def test_one_that_fails_is_a_result_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = ld.Programme(organisation="Uden profil", brand="nowhere.yaml")
    buggy = ld.Programme(organisation="Fejl")
    build = ld.build_pack
    monkeypatch.setattr(work, "build_pack", lambda kit, one, **kw: 1 // 0 if one is buggy else build(kit, one, **kw))
    found = list(ld.build_packs([bad, buggy, *programmes("Syd")], kit=KIT, executor=Here()))
    assert "nowhere.yaml" in str(found[0].problems[0])
    assert "ZeroDivisionError" in found[1].error
    assert [bool(result.pack) for result in found] == [False, False, True]


def test_an_executor_that_breaks_is_told_in_each_result(tmp_path: Path) -> None:
    class Broken(Executor):
        def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            raise RuntimeError("no workers")

    found = list(ld.save_packs(programmes("Syd", "Nord"), tmp_path, kit=KIT, executor=Broken()))
    assert [(kit.name, kit.outcome) for kit in found] == [("Syd", "failed"), ("Nord", "failed")]
    assert "no workers" in found[1].error


def test_a_worker_that_dies_is_told_in_each_result() -> None:
    with processes(1) as executor:
        assert executor.submit(os.getpid).result()
        executor.submit(os._exit, 1)
        found = list(ld.build_packs(programmes("Syd", "Nord"), kit=KIT, executor=executor))
    assert all("BrokenProcessPool" in result.error for result in found)


def test_programmes_are_taken_as_they_are_needed() -> None:
    taken: list[str] = []

    def many() -> Iterator[ld.Programme]:
        for number in range(1000):
            taken.append(str(number))
            yield ld.Programme(organisation=str(number))

    results = ld.build_packs(many(), kit=KIT, executor=Here(), ahead=3)
    next(results)
    next(results)
    assert len(taken) == 4
    results.close()  # type: ignore[attr-defined]


def test_what_is_sent_is_small(tmp_path: Path) -> None:
    executor = Here()
    programme = ld.Programme.load(ROOT / "examples" / "forloeb.yaml")
    list(ld.save_packs([programme], tmp_path, kit=KIT, executor=executor))
    assert max(executor.sizes) < 20_000


def test_an_unknown_kit_is_told_before_the_work() -> None:
    with pytest.raises(ld.InputError, match="Did you mean"):
        ld.build_packs(programmes("Syd"), kit="samlet-plam", executor=Here())


def saved(folder: Path, *found: ld.Programme, **options: Any) -> list[str]:
    return [kit.outcome for kit in ld.save_packs(found, folder, kit=KIT, executor=Here(), **options)]


@pytest.mark.parametrize("as_zip", [False, True])
def test_a_second_run_makes_only_what_is_missing_or_has_changed(tmp_path: Path, as_zip: bool) -> None:
    south, north = programmes("Syd", "Nord")
    assert saved(tmp_path, south, north, as_zip=as_zip) == ["made", "made"]
    assert saved(tmp_path, south, north, as_zip=as_zip) == ["unchanged", "unchanged"]
    changed = north.model_copy(update={"contact": ld.Contact(name="HR")})
    assert saved(tmp_path, south, changed, as_zip=as_zip) == ["unchanged", "made"]
    next(tmp_path.glob("Syd*" if as_zip else "Syd/*/*.docx")).unlink()
    assert saved(tmp_path, south, changed, as_zip=as_zip) == ["made", "unchanged"]
    brand = ld.Brand.load(("brand.yaml", b'colours: {primary: "#12414F"}'))
    assert saved(tmp_path, south, changed, as_zip=as_zip, brand=brand) == ["made", "made"]
    assert saved(tmp_path, south, changed, as_zip=as_zip) == ["made", "made"]


def test_what_is_named_in_a_brand_file_counts_too(tmp_path: Path) -> None:
    brand = tmp_path / "brand.yaml"
    brand.write_text("templates: skabeloner\n", "utf-8")
    (tmp_path / "skabeloner" / "docx").mkdir(parents=True)
    one = ld.Programme(organisation="Syd", brand=str(brand))
    assert saved(tmp_path, one) == ["made"]
    assert saved(tmp_path, one) == ["unchanged"]
    template = ROOT / "templates" / "docx" / "coaching.docx"
    (tmp_path / "skabeloner" / "docx" / "coaching.docx").write_bytes(template.read_bytes())
    assert saved(tmp_path, one) == ["made"]


def test_a_run_that_was_stopped_is_taken_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (south,) = programmes("Syd")
    saved(tmp_path, south)
    changed = south.model_copy(update={"contact": ld.Contact(name="HR")})
    with monkeypatch.context() as patched:
        patched.setattr("ledertrivsel_docs.disk.folder.put", _stops_at_the_first_document())
        assert saved(tmp_path, changed) == ["failed"]
    assert saved(tmp_path, south) == ["made"]
    assert {kit.outcome for kit in ld.build_pack(KIT, south).save(tmp_path / "Syd")} == {"unchanged"}


def _stops_at_the_first_document() -> Callable[..., None]:
    def write(path: Path, data: bytes) -> None:
        raise KeyError("stopped")

    return write


def test_what_somebody_has_edited_is_kept(tmp_path: Path) -> None:
    (south,) = programmes("Syd")
    saved(tmp_path, south)
    edited = next((tmp_path / "Syd").rglob("*.docx"))
    edited.write_bytes(b"mine")
    assert saved(tmp_path, south) == ["unchanged"]
    changed = south.model_copy(update={"contact": ld.Contact(name="HR")})
    (kit,) = ld.save_packs([changed], tmp_path, kit=KIT, executor=Here())
    assert edited.read_bytes() == b"mine"
    assert [file.path.name for file in kit.files if file.outcome == "beside"] == [f"{edited.stem} (ny).docx"]


def test_units_of_one_name_have_folders_of_their_own(tmp_path: Path) -> None:
    assert saved(tmp_path, *programmes("Syd", "SYD", "a/b")) == ["made"] * 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["SYD (2)", "Syd", "ab"]


def batch(folder: Path, *arguments: str, table: str = TABLE) -> Result:
    (folder / "enheder.csv").write_text(table, "utf-8")
    command = ["batch", str(folder / "enheder.csv"), "-o", str(folder / "ud"), "--kit", KIT, "--jobs", "1", *arguments]
    return CliRunner().invoke(main, command, catch_exceptions=False)


def test_the_command_makes_a_folder_for_each_row(tmp_path: Path) -> None:
    done = batch(tmp_path)
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in (tmp_path / "ud").iterdir()) == ["Plejecenter Nord", "Plejecenter Syd"]
    first, second, last = done.output.splitlines()
    assert re.match(r"1 \w+ 2: Plejecenter Syd: \d+ .*\(.*\d+ min \d+ s", first)
    assert re.match(r"2 \w+ 2: Plejecenter Nord: \d+ \w+$", second)
    assert re.search(r"2 \D+0 \D+0 ", last)
    assert not list(tmp_path.rglob("*.tmp"))


def test_the_command_goes_on_after_a_bad_row_and_says_so(tmp_path: Path) -> None:
    done = batch(tmp_path, "--zip", table="Enhed;Deltagere\nSyd;mange\nNord;18\n")
    assert done.exit_code == 1
    assert re.search(r"enheder.csv: \w+ 2, .*Deltagere.*mange", done.output)
    assert done.output.count("mange") == 1
    assert re.search(r"1 \D+0 \D+1 ", done.output.splitlines()[-1])
    assert [path.name for path in (tmp_path / "ud").glob("*.zip")] == ["Nord.zip"]
    with zipfile.ZipFile(tmp_path / "ud" / "Nord.zip") as archive:
        assert len(archive.namelist()) == len(ld.build_pack(KIT))


def test_the_manifest_is_hidden_beside_the_documents(tmp_path: Path) -> None:
    saved(tmp_path, *programmes("Syd"))
    assert [path.name for path in (tmp_path / "Syd").iterdir() if path.is_file()] == [MANIFEST]


def test_a_change_in_content_that_a_programme_names_makes_its_kit_anew(tmp_path: Path) -> None:
    own = tmp_path / "indhold" / "documents" / "coaching.yaml"
    own.parent.mkdir(parents=True)
    (tmp_path / "forloeb.yaml").write_text('organisation: "Syd"\nindhold: indhold\n', "utf-8")
    (tmp_path / "enheder.csv").write_text("Enhed\nSyd\n", "utf-8")
    outcomes = []
    for title in ("Coaching", "Coaching", "Sparring"):
        own.write_text(f'title: "{title}"\n', "utf-8")
        units = ld.read_units(tmp_path / "enheder.csv", tmp_path / "forloeb.yaml")
        (found,) = ld.save_packs(units, tmp_path / "ud", kit=KIT, executor=Here())
        outcomes.append(found.outcome)
    assert outcomes == ["made", "unchanged", "made"]


def test_a_name_without_a_letter_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    found = list(ld.save_packs(programmes("???", "...", "Syd"), tmp_path, kit=KIT, executor=Here()))
    assert [one.outcome for one in found] == ["failed", "failed", "made"]
    assert "no name" in str(found[0].problems[0])
    assert [path.name for path in tmp_path.iterdir()] == ["Syd"]
