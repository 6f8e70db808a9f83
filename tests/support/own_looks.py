"""The look of an organisation, for tests: Nordby's brand file with its logo."""

from __future__ import annotations

from pathlib import Path

from tests.support.packages import unzipped

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 90"><rect width="320" height="90" fill="#4A1D3D"/></svg>'
)
FOUR_COLOURS = """\
navn: "Nordby Kommune"
logo: "logo.svg"
farver:
  primær: "#4A1D3D"
  forbered: "#1F5C2E"
  kvalificer: "#8A1C2B"
  konkretiser: "#1B4B8F"
skrifter:
  overskrift: "Georgia"
  brødtekst: "Verdana"
"""


def nordby(folder: Path) -> Path:
    """The brand file of Nordby, which has a logo, four colours and fonts of its own, written in a folder."""
    (folder / "logo.svg").write_text(SVG)
    (folder / "brand.yaml").write_text(FOUR_COLOURS, encoding="utf-8")
    return folder / "brand.yaml"


def xml_of(data: bytes) -> str:
    """All the XML of a file."""
    return "".join(content.decode() for name, content in unzipped(data).items() if name.endswith((".xml", ".rels")))
