"""A logo that an organisation gives: made smaller, drawn, or refused with what to do."""

from __future__ import annotations

import builtins
import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

import ledertrivsel_docs as ld
from ledertrivsel_docs.models.brand import Brand
from tests.support.own_looks import SVG, xml_of
from tests.support.refusals import told_by


def picture(kind: str, size: tuple[int, int], **more: Any) -> bytes:
    file = io.BytesIO()
    image = Image.new("RGB", size, "#4A1D3D")
    ImageDraw.Draw(image).line((0, 0, *size), "white", 5)
    image.save(file, kind, **more)
    return file.getvalue()


def refused(text: str, folder: Path) -> str:
    """What is said of a brand file in a folder."""
    (folder / "brand.yaml").write_text(text, encoding="utf-8")
    return "\n".join(told_by(lambda: Brand.load(folder / "brand.yaml")))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_large_picture_is_made_smaller_and_says_nothing_of_who_made_it(kind: str, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Ane Jensen"
    name = f"logo.{kind.lower()}"
    (tmp_path / name).write_bytes(picture(kind, (4000, 1000), exif=exif))
    (tmp_path / "brand.yaml").write_text(f"name: X\nlogo: {name}\n")
    logo = Brand.load(tmp_path / "brand.yaml").logo
    assert logo is not None
    assert (logo.width, logo.height) == (1200, 300)
    assert b"Ane" not in logo.data
    assert logo.within(36, 8) == (32, 8)


def test_a_logo_is_given_in_python() -> None:
    brand = Brand.model_validate({"name": "X", "logo": picture("PNG", (80, 40))})
    made = ld.build_document("checklist", brand=brand)
    assert 'descr="X"' in xml_of(made.bytes)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("logo.png", None, "There is no file “logo.png” that can be read. The path is read from the brand file's own"),
        ("logo.png", b"\x89PNG\r\n\x1a\nnothing", "The logo isn't a picture that can be shown. Save it as png, jpg or"),
        ("logo.bmp", picture("BMP", (20, 20)), "The logo isn't a picture that can be shown."),
        ("logo.svg", b'<!DOCTYPE x [<!ENTITY a "b">]><svg/>', "The logo is no svg that can be used"),
        ("logo.svg", b"<svg>", "The svg can't be drawn."),
        ("../../../../../../etc/passwd", None, "The logo isn't a picture that can be shown."),
    ],
)
def test_a_logo_that_cannot_be_shown_is_refused(name: str, content: bytes | None, said: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    told = refused(f'name: X\nfonts: {{body: Arial}}\nlogo: "{name}"\n', tmp_path)
    assert f"{tmp_path / 'brand.yaml'}:3: {said}" in told


def test_a_logo_needs_a_name_and_a_file_on_disk(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture("PNG", (80, 40)))
    assert "The logo needs the organisation's name" in refused("logo: logo.png\n", tmp_path)
    with pytest.raises(ld.InputError, match=r"can only be named in a brand file that is read from disk"):
        Brand.load(("b.yaml", b"name: X\nlogo: logo.png\n"))
    with pytest.raises(ld.InputError, match=r"needs the organisation's name"):
        ld.build_document("checklist", brand=Brand.model_validate({"logo": picture("PNG", (80, 40))}))


def test_without_a_library_for_it_an_svg_needs_a_png_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name == "resvg_py":
            raise ImportError(name)
        return original(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    (tmp_path / "logo.svg").write_text(SVG)
    assert 'pip install "ledertrivsel-docs[svg]"' in refused("name: X\nlogo: logo.svg\n", tmp_path)
    (tmp_path / "logo.png").write_bytes(picture("PNG", (80, 40)))
    logo = Brand.load(tmp_path / "brand.yaml").logo
    assert logo is not None
    assert (logo.svg, logo.width) == (SVG.encode(), 80)
