"""All kits together: what `alle` makes is what each kit makes by itself, in a folder named after it."""

from __future__ import annotations

from functools import cache

import pytest

import ledertrivsel_docs as ld
from tests.support.programmes import PROGRAMMES, two_long_themes
from tests.support.said import parts, said

LIBRARY = ld.Library.default()
KITS = LIBRARY.kits
MADE = {"blank": PROGRAMMES["blank"], "filled": PROGRAMMES["filled"]}


@cache
def everything(name: str) -> ld.Pack:
    return ld.build_pack("alle", MADE[name]())


@pytest.mark.parametrize("name", MADE)
def test_every_kit_lies_in_it_byte_for_byte(name: str) -> None:
    singles = {kit: ld.build_pack(kit, MADE[name]()) for kit in KITS}
    expected = {f"{pack.title}/{d.path}": d.bytes for pack in singles.values() for d in pack}
    made = {document.path: document.bytes for document in everything(name)}
    assert list(made) == list(expected)
    assert [path for path, data in expected.items() if made[path] != data] == []


def test_it_has_a_name_of_its_own_and_a_folder_for_each_kit() -> None:
    pack = everything("blank")
    assert (pack.kit, pack.title) == ("alle", LIBRARY.words["common"]["all_kits"])
    assert {document.folder.split("/")[0] for document in pack} == {kit.title for kit in KITS.values()}


@pytest.mark.parametrize("kit", ["alle", "samlet-plan"])
def test_no_two_documents_have_the_same_path(kit: str) -> None:
    paths = [document.path.casefold() for document in ld.build_pack(kit, two_long_themes())]
    assert len([path for path in paths if path.endswith(" (2).docx")]) == 2, "the titles are cut to the same names"
    assert len(set(paths)) == len(paths)


def test_a_kit_without_the_three_steps_has_one_colour() -> None:
    colours = ld.Brand.default().colours
    for document in everything("blank"):
        part = "ppt/theme/theme1.xml" if document.name.endswith(".pptx") else "word/theme/theme1.xml"
        kit = next(kit for kit in KITS.values() if document.path.startswith(f"{kit.title}/"))
        own = getattr(colours, kit.accent)
        steps = (own,) * 3 if kit.id != "samlet-plan" else (colours.prepare, colours.qualify, colours.concretise)
        theme = parts(document)[part]
        for slot, colour in zip(("accent2", "accent3", "accent4"), steps, strict=True):
            assert f'<a:{slot}><a:srgbClr val="{colour}"' in theme, (document.path, slot)


def test_a_break_between_two_factors_is_about_neither() -> None:
    meeting = {"evne-ambition": {"factors": ["balance", "stoette"]}}
    programme = ld.Programme.load({"organisation": "E", "meetings": meeting})
    lines = said(ld.build_document("run-sheet", programme, kit="evne-ambition")).splitlines()
    assert "Pause" in lines
    assert [line for line in lines if line.startswith("Pause (")] == []
    assert [line for line in lines if "(Balance)" in line]
