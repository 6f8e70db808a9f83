"""The committed deck templates after a save in another program: the decks say the same."""

from __future__ import annotations

from pathlib import Path

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import DECKS, Copy
from ledertrivsel_docs.fitting import fitted
from ledertrivsel_docs.layouts import DECK_LAYOUTS
from ledertrivsel_docs.resources import templates_folder
from tests.support.decks import A, lines, slides
from tests.support.office import libreoffice, needs_tool
from tests.support.programmes import filled

NUMBERS = {"deck": 12, "plan-presentation": 41}


def test_templates_saved_by_libreoffice_still_make_the_decks(tmp_path: Path) -> None:
    needs_tool("soffice")
    templates = [templates_folder() / "pptx" / f"{stem}.pptx" for stem in DECK_LAYOUTS]
    for stem, again in zip(DECK_LAYOUTS, libreoffice(templates, tmp_path, "pptx"), strict=True):
        assert said(ld.Template(again), stem) == said(ld.Template(templates_folder() / "pptx" / f"{stem}.pptx"), stem)


def said(template: ld.Template, stem: str) -> list[list[str]]:
    """The words of each slide, in whatever order the shapes lie; not the number, which programs count anew."""
    library = ld.Library.default()
    kit = library.kits["samlet-plan"]
    document = next(document for document in kit.documents if document.number == NUMBERS[stem])
    deck = DECKS[stem](library, filled().resolved(library=library), Copy(kit, document))
    made = fitted(template, deck, library.words["common"]["slides"])
    data = template.render([(s.kind, s.context) for s in made.slides], common=made.common, scales=made.scales)
    trees = slides(data)
    for number in (field for tree in trees for field in list(tree.iter(f"{A}fld"))):
        for text in number.iter(f"{A}t"):
            text.text = ""
    return [sorted(lines(tree)) for tree in trees]
