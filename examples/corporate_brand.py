"""A corporate look: logo and colours, Word papers on the organisation's letterhead, slides on its presentation.

    python examples/corporate_brand.py FOLDER

First it makes what a communication department has: logo.png, brand.yaml, brevpapir.docx and praesentation.pptx. Of these
come the templates in the folder skabeloner, which designers can edit in Word and PowerPoint; they are checked, and the
kit is made with them. On the command line: `ledertrivsel templates copy`, `templates check`, `pack --templates`.
"""

import sys
from pathlib import Path

import docx
import pptx
from docx.shared import Mm, RGBColor
from PIL import Image, ImageDraw
from pptx.dml.color import RGBColor as SlideColour

import ledertrivsel_docs as ld

EXAMPLES = Path(__file__).parent


def draw_logo(file: Path) -> None:
    """A sun and two mountains."""
    logo = Image.new("RGB", (320, 96), "#4A1D3D")
    draw = ImageDraw.Draw(logo)
    draw.ellipse((16, 16, 80, 80), fill="#F2B632")
    draw.polygon([(96, 80), (150, 22), (197, 72), (244, 38), (298, 80)], fill="white")
    logo.save(file)


def make_letterhead(file: Path, logo: Path) -> None:
    """A letterhead: the logo at the top, the address at the bottom, headings in the organisation's colour."""
    paper, colour = docx.Document(), RGBColor.from_string("4A1D3D")
    page = paper.sections[0]
    page.page_width, page.page_height, page.top_margin, page.left_margin = Mm(210), Mm(297), Mm(32), Mm(22)
    page.header.paragraphs[0].add_run().add_picture(str(logo), height=Mm(12))
    page.footer.paragraphs[0].text = "Eksempel Kommune · Rådhuspladsen 1 · 9999 Eksempel"
    for name in ("Heading 1", "Heading 2", "Heading 3", "Footer"):
        paper.styles[name].font.color.rgb = colour
    paper.save(str(file))


def make_presentation(file: Path) -> None:
    """A wide presentation on a background of its own."""
    deck = pptx.Presentation()
    background = deck.slide_master.background.fill
    background.solid()
    background.fore_color.rgb = SlideColour.from_string("FBF6EC")
    deck.slide_width = deck.slide_width * 4 // 3
    for box in (*deck.slide_master.placeholders, *deck.slide_layouts[0].placeholders):
        wider = (box.left * 4 // 3, box.top, box.width * 4 // 3, box.height)
        box.left, box.top, box.width, box.height = wider
    deck.save(str(file))


def main(folder: str) -> None:
    """Makes the look, the templates and the kit."""
    home = Path(folder)
    home.mkdir(parents=True, exist_ok=True)
    logo, letterhead, slides = (home / name for name in ("logo.png", "brevpapir.docx", "praesentation.pptx"))
    draw_logo(logo)
    make_letterhead(letterhead, logo)
    make_presentation(slides)
    (home / "brand.yaml").write_text(f'{(EXAMPLES / "brand.yaml").read_text("utf-8")}logo: "logo.png"\n', "utf-8")

    templates = home / "skabeloner"
    ld.copy_templates(templates, brand=ld.Brand.load(home / "brand.yaml"), letterhead=letterhead, slides=slides)
    for problem in ld.check_templates(templates):
        print(problem.told(ld.translator("da")))
    pack = ld.build_pack("samlet-plan", ld.Programme.load(EXAMPLES / "forloeb.yaml"), templates=templates)
    pack.save(home / pack.title)
    print(f"{pack.title}: {len(pack)} documents")


if __name__ == "__main__":
    main(*sys.argv[1:])
