"""Makes the pictures in README from real pages: builds the example kits, lays them out, shrinks the PNGs.

Needs LibreOffice, poppler-utils and Pillow. Run it after a change to a page that README shows.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

import ledertrivsel_docs as ld

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "docs" / "gallery"
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
HEIGHT, SLIDE_HEIGHT, COLOURS = 760, 300, 32


def main() -> None:
    """Writes docs/gallery/*.png."""
    programme = ld.Programme.load(ROOT / "examples" / "forloeb.yaml")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name, (kit, document, theme, _) in SHOWN.items():
            made = ld.build_document(document, programme, theme=theme, kit=kit)
            (folder / f"{name}{Path(made.name).suffix}").write_bytes(made.bytes)
        command = ["soffice", "--headless", f"-env:UserInstallation={folder.as_uri()}/profile", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", folder, *sorted(folder.glob("*.*"))], check=True, timeout=300)
        for name, (*_, number) in SHOWN.items():
            pdf = folder / f"{name}.pdf"
            if not pdf.is_file():
                sys.exit(f"LibreOffice made nothing of {name}")
            height = SLIDE_HEIGHT if (folder / f"{name}.pptx").is_file() else HEIGHT
            size = ["-scale-to-y", str(height), "-scale-to-x", "-1"]
            subprocess.run(
                ["pdftoppm", "-f", str(number), *size, "-singlefile", "-png", pdf, folder / name], check=True
            )
            picture = Image.open(folder / f"{name}.png").convert("RGB")
            framed = Image.new("RGB", (picture.width + 2, picture.height + 2), "#C9D1D5")
            framed.paste(picture, (1, 1))
            GALLERY.mkdir(parents=True, exist_ok=True)
            framed.quantize(COLOURS).save(GALLERY / f"{name}.png", optimize=True)
            print(GALLERY / f"{name}.png")


if __name__ == "__main__":
    main()
