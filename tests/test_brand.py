"""The brand: colours that can be read, tints that follow, and a default for what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledertrivsel_docs.colours import MIN_CONTRAST, WHITE, contrast, mixed_with_white
from ledertrivsel_docs.models.base import Step
from ledertrivsel_docs.models.brand import Brand
from tests.support.refusals import told_by

EXAMPLE = Path(__file__).parent.parent / "examples" / "brand.yaml"


def load(text: str) -> Brand:
    return Brand.load(("b.yaml", text.encode()))


def refused(text: str) -> list[str]:
    return told_by(lambda: load(text))


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert contrast("FFFFFF", "FFFFFF") == 1


def test_the_default_is_the_designs_palette() -> None:
    brand = Brand.default()
    assert brand.name is None
    assert (brand.colours.primary, brand.colours.ink) == ("12414F", "1D2B33")
    assert [(getattr(brand.colours, step.value), brand.tint(step.value)) for step in Step] == [
        ("0B6B7F", "E3F1F3"),
        ("7B3F74", "F3E9F2"),
        ("A64B12", "FAEBE0"),
    ]
    assert (brand.fonts.heading, brand.fonts.body) == ("Calibri", "Calibri")


@pytest.mark.parametrize("brand", [Brand.default(), Brand.load(EXAMPLE)], ids=["default", "example"])
def test_every_text_colour_can_be_read(brand: Brand) -> None:
    for name in ("primary", "prepare", "qualify", "concretise"):
        colour = getattr(brand.colours, name)
        assert contrast(colour, WHITE) >= MIN_CONTRAST
        assert contrast(colour, brand.tint(name)) >= MIN_CONTRAST


def test_an_empty_brand_is_the_default() -> None:
    assert load("") == load("colours:\nfonts:\ntints:\n") == Brand.default()


def test_a_brand_says_only_what_differs() -> None:
    brand = load('name: "X"\ncolours: {prepare: "004b23"}\nfonts: {heading: Georgia}\n')
    assert brand.colours.prepare == "004B23"
    assert brand.tint("prepare") == mixed_with_white("004B23", 0.11) == "E3EBE7"
    assert brand.tint("qualify") == Brand.default().tint("qualify")
    assert (brand.fonts.heading, brand.fonts.body) == ("Georgia", "Calibri")


def test_danish_names_serve_as_well() -> None:
    assert load('navn: X\nfarver: {forbered: "#004B23"}\nskrifter: {brødtekst: Arial}\n') == load(
        'name: X\ncolours: {prepare: "#004B23"}\nfonts: {body: Arial}\n'
    )


def test_a_brand_is_built_in_python() -> None:
    assert Brand.model_validate({"name": "X"}).colours == Brand.default().colours


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('colours:\n  prepare: "#E0A000"', 2, "#E0A000 is too light on white: the contrast is 2.28."),
        ('colours:\n  ink: "#AAAAAA"', 2, "#AAAAAA is too light on white: the contrast is 2.32."),
        ('colours:\n  prepare: "#757575"', 2, "On a pale fill this colour has too little contrast: 4.04."),
        ('tints:\n  qualify: "#C080B0"', 2, "Text on this tint has too little contrast: 2.00."),
        ("colours:\n  prepare: grøn", 2, "“grøn” is not a colour. Write six digits or letters A–F after a #"),
        ('colours: {prepare: "#123"}', 1, "“#123” is not a colour."),
        ("colours:\n  prepare: #12414F", 2, "Everything from “#12414F” is read as a comment."),
        ("colours:\n  blå: x", 2, "“blå” is not a name that is used here."),
        ('fonts:\n  body: "Arial; x"', 2, "“Arial; x” is not the name of a font."),
        ("fonts: Arial", 1, "“fonts” is to hold names with values"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    told = refused(f"{text}\n")
    assert len(told) == 1, told
    assert told[0].startswith(f"b.yaml:{line}: ")
    assert said in told[0]


def test_all_problems_come_at_once() -> None:
    told = refused('colours:\n  prepare: "#FFFF00"\n  qualify: x\nfonts:\n  body: "@"\nlogoer: y\n')
    assert [one.split(": ")[0] for one in told] == ["b.yaml:2", "b.yaml:3", "b.yaml:5", "b.yaml:6"]
