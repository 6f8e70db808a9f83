"""A corporate look: colours and logo, Word papers on the organisation's letterhead, slides on its presentation.

    python examples/corporate_brand.py FOLDER

Colours and logo stand in profil/brand.yaml; a letterhead and a presentation are made here, where you have your own. Of
these come the templates in the folder skabeloner, for designers to edit in Word and PowerPoint. They are checked, and
the kit is made with them. On the command line: `ledertrivsel templates copy`, `templates check`, `pack --templates`.
"""

import sys
from pathlib import Path

import docx
import pptx
from docx.shared import Mm, RGBColor
from pptx.dml.color import RGBColor as SlideColour

import ledertrivsel_docs as ld

EXAMPLES = Path(__file__).parent
PROFILE = EXAMPLES / "profil"


def make_letterhead(file: Path) -> None:
    """A letterhead: the logo at the top, the address at the bottom, headings in the organisation's colour."""
    paper = docx.Document()
    page = paper.sections[0]
    page.page_width, page.page_height, page.top_margin, page.left_margin = Mm(210), Mm(297), Mm(32), Mm(22)
    page.header.paragraphs[0].add_run().add_picture(str(PROFILE / "logo.png"), height=Mm(12))
    page.footer.paragraphs[0].text = "Eksempel Kommune · Rådhuspladsen 1 · 9999 Eksempel"
    for name in ("Heading 1", "Heading 2", "Heading 3", "Footer"):
        paper.styles[name].font.color.rgb = RGBColor(0x4A, 0x1D, 0x3D)
    paper.styles["Normal"].font.name = "Arial"
    paper.save(str(file))


def make_presentation(file: Path) -> None:
    """A wide presentation on a background of its own."""
    deck = pptx.Presentation()
    background = deck.slide_master.background.fill
    background.solid()
    background.fore_color.rgb = SlideColour(0xFB, 0xF6, 0xEC)
    deck.slide_width = deck.slide_width * 4 // 3
    for box in (*deck.slide_master.placeholders, *deck.slide_layouts[0].placeholders):
        wider = (box.left * 4 // 3, box.top, box.width * 4 // 3, box.height)
        box.left, box.top, box.width, box.height = wider
    deck.save(str(file))


def main(folder: str) -> None:
    """Makes the templates and the kit."""
    home = Path(folder)
    home.mkdir(parents=True, exist_ok=True)
    templates, letterhead, slides = home / "skabeloner", home / "brevpapir.docx", home / "praesentation.pptx"
    make_letterhead(letterhead)
    make_presentation(slides)
    ld.copy_templates(templates, brand=ld.Brand.load(PROFILE / "brand.yaml"), letterhead=letterhead, slides=slides)
    for problem in ld.check_templates(templates):
        print(problem.told(ld.translator("da")))
    pack = ld.build_pack("samlet-plan", ld.Programme.load(EXAMPLES / "forloeb.yaml"), templates=templates)
    pack.save(home / pack.title)
    print(f"{pack.title}: {len(pack)} documents")


if __name__ == "__main__":
    main(*sys.argv[1:])
