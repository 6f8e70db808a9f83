"""The committed templates: what the code makes, what a designer may do to them, and how they take a brand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import DOCUMENTS, Copy, brand_sample, print_list
from ledertrivsel_docs.documents.print_list import PRINT_LIST, Pages, print_sets_of
from ledertrivsel_docs.layouts import LAYOUTS, build_template
from ledertrivsel_docs.look import look
from ledertrivsel_docs.own_look import SAMPLE
from ledertrivsel_docs.page_parts.base import lean_base
from ledertrivsel_docs.resources import templates_folder
from tests.support.office import libreoffice, needs_tool
from tests.support.packages import unzipped
from tests.support.programmes import BRANDS, filled
from tests.support.word import tree

DOCX = templates_folder() / "docx"
THEMES = {"theme-qualification": "sparring"}  # the documents that come once per theme and have no blank copy
NUMBERS = {"action-card": "34", "invitation": "10", "run-sheet": "11"}  # which of several copies


def parts(data: bytes) -> dict[str, str]:
    """Every part, so that two that say the same are the same; a template holds nothing but XML."""
    trees = {name: etree.fromstring(content) for name, content in unzipped(data).items()}
    return {name: etree.tostring(part, method="c14n").decode() for name, part in trees.items()}


@pytest.mark.parametrize("stem", LAYOUTS)
def test_template_is_what_its_layout_makes(stem: str) -> None:
    """Part by part: compressed bytes differ between builds of zlib. To mend it: python -m ledertrivsel_docs.layouts."""
    made = parts(build_template(stem, lean_base(), ld.Brand.default(), ld.Library.default()))
    committed = parts((DOCX / f"{stem}.docx").read_bytes())
    assert sorted(made) == sorted(committed)
    for name, xml in made.items():
        assert xml == committed[name], name


@pytest.mark.parametrize("stem", LAYOUTS)
def test_template_is_lean(stem: str) -> None:
    assert (DOCX / f"{stem}.docx").stat().st_size < 20_000


def test_templates_saved_by_libreoffice_still_render(tmp_path: Path) -> None:
    """A designer opens, saves, and the documents say the same. LibreOffice drops the tags of controls, and so do we."""
    needs_tool("soffice")
    templates = [DOCX / f"{stem}.docx" for stem in LAYOUTS]
    for again in libreoffice(templates, tmp_path, "docx"):
        stem = again.stem.split(" ", 1)[1]
        assert texts(rendered(again, stem)) == texts(rendered(DOCX / f"{stem}.docx", stem))


def rendered(template: Path, stem: str) -> bytes:
    library = ld.Library.default()
    if stem == SAMPLE:
        return ld.Template(template).render(brand_sample.context(library, ld.Brand.default()))
    if stem == PRINT_LIST:
        return ld.Template(template).render(print_list_context(library))
    kit = next(kit for kit in library.kits.values() if any(document.id == stem for document in kit.documents))
    number = NUMBERS.get(stem)
    document = next(d for d in kit.documents if str(d.number) == number or (number is None and d.id == stem))
    theme = library.samlet_plan.themes.by_id().get(THEMES.get(stem, ""))
    return ld.Template(template).render(DOCUMENTS[stem](library, filled(), Copy(kit, document, theme)))


def print_list_context(library: ld.Library) -> dict[str, Any]:
    printed = print_sets_of(library, filled(), library.kits["samlet-plan"])[0]
    names = [paper.copy.document.plain_title for paper in printed.papers]
    pages = [Pages(number, number, "A4") for number, _ in enumerate(names, 2)]
    return print_list.context(library, filled(), printed, printed.cover, names, pages)


def texts(data: bytes) -> list[str]:
    """The words of the page in order, without styles and controls."""
    paragraphs = ("".join(map(str, p.itertext("{*}t"))).split() for p in tree(data).iter("{*}p"))
    return [" ".join(words) for words in paragraphs if words]


@pytest.mark.parametrize("number", ["11", "33"])
def test_a_brand_leaves_nothing_of_the_default_look(number: str) -> None:
    default, second = BRANDS["default"](), BRANDS["second"]()
    ours = {default.tint("prepare"), default.tint("concretise")}
    ours |= {getattr(default.colours, name) for name in ("primary", "prepare", "qualify", "concretise", "ink", "link")}
    xml = "".join(parts(ld.build_document(number, brand=second).bytes).values())
    found = set(re.findall(r"\b[0-9A-F]{6}\b", xml))
    assert not found & ours
    assert second.colours.concretise in found
    assert "Calibri" not in xml
    assert 'typeface="Georgia"' in xml
    assert 'typeface="Arial"' in xml


def test_each_step_has_its_colour() -> None:
    colours = ld.Brand.default().colours
    for number, colour in (("11", colours.prepare), ("21", colours.qualify), ("31", colours.concretise)):
        theme = parts(ld.build_document(number).bytes)["word/theme/theme1.xml"]
        assert re.search(f"<a:accent1>.*?{colour}.*?</a:accent1>", theme)


def test_look_puts_every_colour_in_a_slot_of_its_own() -> None:
    theme = look(ld.Brand.default(), ld.Step.QUALIFY)
    assert theme.colours["accent1"] == theme.colours["accent3"] == ld.Brand.default().colours.qualify
    assert theme.colours["lt2"] == ld.Brand.default().tint("qualify")
