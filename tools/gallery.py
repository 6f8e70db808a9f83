"""Makes the pictures in the READMEs from real pages: builds what they show, lays it out, shrinks the PNGs.

    python tools/gallery.py                 # all pictures
    python tools/gallery.py plan titel      # these

Needs LibreOffice, poppler-utils and what the examples need (`pip install -e ".[test]"`). Run it after a change to a
page that is shown: a picture holds a digest of its documents, by which tests know whether it is what comes out now.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageOps, PngImagePlugin

import ledertrivsel_docs as ld
from ledertrivsel_docs.digests import content_digest

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
GALLERY, PICTURES = ROOT / "docs" / "gallery", EXAMPLES / "pictures"


class Page(NamedTuple):
    """A page or slide of a file, which lies in the folder of what the picture shows."""

    file: str
    number: int = 1


SHOWN = {  # name of the picture: the kit, the document, its theme, the page or slide
    "titel": ("samlet-plan", "12", None, 1),
    "oevelse": ("samlet-plan", "32", None, 4),
    "kort-paa-slide": ("samlet-plan", "12", None, 16),
    "drejebog": ("samlet-plan", "11", None, 1),
    "prioriteringskort": ("samlet-plan", "15", None, 1),
    "temakort": ("samlet-plan", "14", None, 2),
    "arbejdsark": ("samlet-plan", "24", "sparring", 1),
    "action-card": ("samlet-plan", "35", "nye-ledere", 1),
    "plan": ("samlet-plan", "40", None, 3),
    "dialogark": ("ledergruppen", "21", None, 1),
    "samtaleguide": ("tu-droeftelse", "21", None, 1),
    "opsamling": ("evne-ambition", "30", None, 1),
}
_OVERVIEW, _INVITATION = "0 Start her/01 Forløbet på én side.docx", "1 Forbered/10 Invitation.docx"
_SLIDES, _KIT = "1 Forbered/12 Præsentation.pptx", "Samlet plan for ledertrivsel"
_OWN = "Trivselstjek hvert kvartal"
EXAMPLES_SHOWN = {  # name of the picture: the pages, of what the command in examples/README.md saves
    "pack": [Page(_OVERVIEW), Page("1 Forbered/11 Drejebog.docx"), Page(_SLIDES, 1), Page(_SLIDES, 2)],
    "many_units": [Page(f"{unit}/{_SLIDES}") for unit in ("Plejecenter Syd", "Plejecenter Nord", "Hjemmeplejen Øst")],
    "web_service": [Page("35 Action card - Sparring.docx")],
    "survey_cards": [Page("24 Arbejdsark - Sparring.docx"), Page("35 Action card - Sparring.docx")],
    "plan_from_cards": [Page("plan.docx", 3), Page("plan.docx", 4)],
    "corporate_brand": [Page(f"{_KIT}/{_INVITATION}"), Page(f"{_KIT}/{_SLIDES}", 1), Page(f"{_KIT}/{_SLIDES}", 2)],
    "own_content": [
        Page(f"{_OWN}/1 Forbered/10 Drejebog.docx"),
        Page(f"{_OWN}/2 Hold mødet/20 Præsentation.pptx", 2),
        Page(f"{_OWN}/2 Hold mødet/20 Præsentation.pptx", 3),
    ],
}
HEIGHT, SLIDE_HEIGHT, ROW_HEIGHT, GAP, COLOURS, MORE_COLOURS = 760, 300, 560, 12, 32, 96
_DIGEST = "ledertrivsel-docs"


def commands() -> dict[str, list[str]]:
    """The command of each example, by the name of its picture, as examples/README.md has it."""
    rows = re.findall(r"`([^`]+)` \| !\[[^]]+]\(pictures/(\w+)\.png\)", (EXAMPLES / "README.md").read_text("utf-8"))
    return {name: shlex.split(command) for command, name in rows}


def run_example(name: str, folder: Path) -> str:
    """Runs the command of an example, with `folder` for its `ud`; gives what it prints."""
    if name == "web_service":  # whose command doesn't end; a test holds that it gives the same
        card = ld.build_document("action-card", theme="sparring")
        return str(card.save(folder / card.name).path)
    program, *words = commands()[name]
    start = ["-W", "error", *(() if program == "python" else ("-m", "ledertrivsel_docs"))]
    words = [str(ROOT / word) if word.startswith("examples/") else word for word in words]
    words = [str(folder) if word == "ud" else word for word in words]
    run = partial(subprocess.run, check=True, cwd=folder.parent, env=os.environ | {"PYTHONUTF8": "1"}, timeout=600)
    return run([sys.executable, *start, *words], stdout=subprocess.PIPE, encoding="utf-8").stdout


def save_shown(name: str, folder: Path) -> list[Page]:
    """Saves the document that a picture in docs/gallery shows; gives its page."""
    kit, document, theme, number = SHOWN[name]
    made = ld.build_document(document, ld.Programme.load(EXAMPLES / "forloeb.yaml"), theme=theme, kit=kit)
    made.save(folder / made.name)
    return [Page(made.name, number)]


def digest(pages: list[Page], folder: Path) -> str:
    """What the documents of a picture say, in brief."""
    found = [f"{content_digest((folder / page.file).read_bytes())} {page.number}" for page in pages]
    return hashlib.sha256("\n".join(found).encode()).hexdigest()


def is_current(name: str, pages: list[Page], folder: Path) -> bool:
    """Whether a picture was made from what the folder holds now."""
    with Image.open(picture_of(name)) as picture:
        return picture.info.get(_DIGEST) == digest(pages, folder)


def picture_of(name: str) -> Path:
    """The file of a picture."""
    return (GALLERY if name in SHOWN else PICTURES) / f"{name}.png"


def draw(name: str, pages: list[Page], folder: Path) -> None:
    """Writes a picture: the pages, laid out already, beside each other, and slides among them below each other."""
    picture = picture_of(name)
    paper, slide = (HEIGHT, SLIDE_HEIGHT) if name in SHOWN else (ROW_HEIGHT, (ROW_HEIGHT - GAP) // 2)
    papers = [_image(folder, page, paper) for page in pages if page.file.endswith("docx")]
    slides = [_image(folder, page, slide) for page in pages if page.file.endswith("pptx")]
    told = PngImagePlugin.PngInfo()
    told.add_text(_DIGEST, digest(pages, folder))
    row = _joined([*papers, _joined(slides, down=True)] if papers and slides else papers or slides)
    picture.parent.mkdir(parents=True, exist_ok=True)
    row.quantize(COLOURS if len(pages) == 1 else MORE_COLOURS).save(picture, optimize=True, pnginfo=told)
    print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size // 1000} kB")


def _image(folder: Path, page: Page, height: int) -> Image.Image:
    pdf = (folder / page.file).with_suffix(".pdf")
    size = ["-f", str(page.number), "-scale-to-y", str(height), "-scale-to-x", "-1"]
    done = subprocess.run(["pdftoppm", *size, "-singlefile", "-png", pdf], check=True, capture_output=True)
    return ImageOps.expand(Image.open(io.BytesIO(done.stdout)).convert("RGB"), 1, "#C9D1D5")


def _joined(images: list[Image.Image], *, down: bool = False) -> Image.Image:
    """Images in a row, or in a column, with a gap between them."""
    gaps = GAP * (len(images) - 1)
    widths, heights = [image.width for image in images], [image.height for image in images]
    size = (max(widths), sum(heights) + gaps) if down else (sum(widths) + gaps, max(heights))
    joined, at = Image.new("RGB", size, "white"), 0
    for image in images:
        joined.paste(image, (0, at) if down else (at, 0))
        at += GAP + (image.height if down else image.width)
    return joined


def lay_out(files: list[Path], temporary: Path) -> None:
    """Puts a PDF beside each file, by one call of LibreOffice."""
    flat = temporary / "flat"
    flat.mkdir()
    numbered = {file: flat / f"{number}{file.suffix}" for number, file in enumerate(files)}
    for file, copy in numbered.items():
        copy.write_bytes(file.read_bytes())
    command = ["soffice", "--headless", f"-env:UserInstallation={temporary.as_uri()}/profile", "--convert-to", "pdf"]
    words = [*command, "--outdir", str(flat), *map(str, numbered.values())]
    subprocess.run(words, check=True, timeout=600, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for file, copy in numbered.items():
        if not (made := copy.with_suffix(".pdf")).is_file():
            sys.exit(f"LibreOffice made nothing of {file.name}")
        made.rename(file.with_suffix(".pdf"))


def main(*names: str) -> None:
    """Writes docs/gallery/*.png and examples/pictures/*.png, or those that are named."""
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        pages = {}
        for name in names or (*SHOWN, *EXAMPLES_SHOWN):
            if name in SHOWN:
                pages[name] = save_shown(name, home / name)
            else:
                run_example(name, home / name)
                pages[name] = EXAMPLES_SHOWN[name]
        lay_out(sorted({home / name / page.file for name, shown in pages.items() for page in shown}), home)
        for name, shown in pages.items():
            draw(name, shown, home / name)


if __name__ == "__main__":
    main(*sys.argv[1:])
