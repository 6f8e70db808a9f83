"""Text is as wide here as in the fonts, and falls into as many lines as LibreOffice makes of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont
from pptx import Presentation
from pptx.util import Pt

from ledertrivsel_docs.measuring import Face, Run, face, shortened, wrapped
from ledertrivsel_docs.measuring.lines import TIGHT
from tests.support.office import REQUIRE_TOOLS, libreoffice, needs_font, needs_tool

PLAIN = face("Calibri", bold=False)
BOLD = face("Calibri", bold=True)
ANY = face("", bold=False)
FILES = {
    ("Calibri", False): "Carlito-Regular.ttf",
    ("Calibri", True): "Carlito-Bold.ttf",
    ("Arial", False): "LiberationSans-Regular.ttf",
    ("Arial", True): "LiberationSans-Bold.ttf",
    ("Times New Roman", False): "LiberationSerif-Regular.ttf",
    ("Times New Roman", True): "LiberationSerif-Bold.ttf",
    ("Cambria", False): "Caladea-Regular.ttf",
    ("Cambria", True): "Caladea-Bold.ttf",
    ("Georgia", False): "Gelasio-Regular.ttf",
    ("Georgia", True): "Gelasio-Bold.ttf",
}
PARAGRAPHS = [
    "Ledertrivsel er ikke et privat anliggende, men en del af arbejdsmiljøet – og det kan I arbejde med sammen.",
    "Vælg ét tema, og aftal: Hvem gør hvad – og hvornår? Skriv navn / dato / sted (ca. 10–12 ord) på jeres kort.",
    "”Det er centralt at få taget fat på ledertrivsel hos os, for ellers kan det godt ende med, at alle tænker: Nå.”",
    "Arbejdsmiljørepræsentanternes ledelses- og samarbejdsplan, 50 % færdig: godtarbejdsmiljo.dk/ledertrivsel-plan",
    "1 = slet ikke, 5 = i høj grad. Giv hvert af de 12 temaer et tal fra 1 til 5: hvor vigtigt, og hvor godt.",
]
texts = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \n\t-–/…aæ\u00a0\u0301\u200b🙂"), max_size=80
)


def height(face: Face, size: float, lines: int) -> list[float]:
    return [face.line_height(size)] * lines


@pytest.mark.parametrize(("font", "bold"), FILES)
def test_letters_are_as_wide_as_in_the_font(font: str, bold: bool) -> None:
    try:
        drawn = ImageFont.truetype(FILES[font, bold], 2048, layout_engine=ImageFont.Layout.BASIC)
    except OSError:
        if os.environ.get(REQUIRE_TOOLS) and FILES[font, bold].startswith(("Carlito", "Liberation", "Caladea")):
            pytest.fail(f"no font as wide as {font} is installed")
        pytest.skip(f"no font as wide as {font} is installed")
    for char in map(chr, [*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100), *map(ord, "–—’”“…•€")]):
        assert face(font, bold=bold).width(char, 2048) == pytest.approx(drawn.getlength(char), abs=4), char


def test_names_of_fonts() -> None:
    assert face("carlito", bold=True) is face(" CALIBRI ", bold=True) is BOLD
    assert face("Helvetica", bold=False) is face("Arial", bold=False) is face("Liberation Sans", bold=False)
    assert face("Georgia", bold=False) is face("Gelasio", bold=False)
    assert face("Cambria", bold=False) is face("Caladea", bold=False)
    assert face("Times New Roman", bold=True) is face("Liberation Serif", bold=True)


@pytest.mark.parametrize(("font", "bold"), FILES)
def test_a_font_that_nobody_measured_counts_as_the_widest(font: str, bold: bool) -> None:
    widest, known = face("Kommunens Grotesk", bold=bold), face(font, bold=bold)
    assert all(widest.width(char, 10) >= known.width(char, 10) for char in "aæøåWM.–→☐ €")
    assert widest.line_height(10) >= known.line_height(10)


@pytest.mark.parametrize("text", ["e\u0301", "e\u200d", "e\ufe0f", "e\u200b"])
def test_marks_take_no_room(text: str) -> None:
    assert PLAIN.width(text, 12) == PLAIN.width("e", 12)


def test_letters_of_other_scripts_are_wide_enough() -> None:
    assert PLAIN.width("語", 12) == 12
    assert PLAIN.width("🙂", 12) > 12
    assert PLAIN.width("Ж", 12) >= 12 * 0.88


def test_words_fall_into_lines() -> None:
    width = PLAIN.width("Hej med jer", 20) * 1.02
    assert wrapped([Run("Hej med jer   ", PLAIN, 20)], width) == height(PLAIN, 20, 1)
    assert wrapped([Run("Hej med jer alle", PLAIN, 20)], width) == height(PLAIN, 20, 2)
    assert wrapped([Run("Hej\nmed\vjer\n", PLAIN, 20)], width) == height(PLAIN, 20, 4)
    assert wrapped([Run("Hej med ", PLAIN, 20), Run("jer alle", PLAIN, 30)], width) == [
        *height(PLAIN, 20, 1),
        *height(PLAIN, 30, 1),
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("aaaa bbbb", 2),
        ("aaaa-bbbb", 2),
        ("a aa bbb b", 2),
        ("a aa\u00a0bbb b", 3),
        ("x aaa–xx x", 2),
        ("x aaa–99 9", 3),
        ("aaaabbbbaaaabbbb", 3),
        ("aaaa/bbbb", 2),
    ],
)
def test_where_a_line_is_broken(text: str, lines: int) -> None:
    assert len(wrapped([Run(text, PLAIN, 20)], PLAIN.width("aaa–99", 20) * 1.02)) == lines


def test_a_word_of_several_looks_stays_whole() -> None:
    width = (PLAIN.width("leder", 20) + BOLD.width("trivsel", 14)) * 1.02
    runs = [Run("xx leder", PLAIN, 20), Run("trivsel", BOLD, 14)]
    assert wrapped(runs, width) == [PLAIN.line_height(20), PLAIN.line_height(20)]
    assert wrapped([Run("xx le", PLAIN, 20), Run("trivsel ", BOLD, 24), Run("x", PLAIN, 10)], width)[1] == (
        BOLD.line_height(24)
    )


def test_indents() -> None:
    room = PLAIN.width("Hej med", 20) * 1.02
    runs = [Run("1.\tHej med jer mm", PLAIN, 20)]
    assert len(wrapped(runs, room + 40, left=40, first=-40)) == 2
    assert len(wrapped(runs, room + 20, left=40, first=-40)) == 4
    assert len(wrapped([Run("Hej med jer mm", PLAIN, 20)], room, first=30)) == 3
    assert wrapped([Run("\t\t\ta", PLAIN, 20)], 100) == height(PLAIN, 20, 2)


def test_an_empty_paragraph_has_a_height() -> None:
    assert wrapped([Run("", PLAIN, 20)], 100) == height(PLAIN, 20, 1)
    assert wrapped([], 100) == []


@given(texts, st.floats(1, 300), st.floats(0, 50), st.floats(-50, 50))
def test_any_text_can_be_measured(text: str, width: float, left: float, first: float) -> None:
    for one in (PLAIN, ANY):
        heights = wrapped([Run(text, one, 12)], width, left=left, first=first)
        assert len(heights) >= 1 + len(re.findall("[\n\v\u2028\u2029]", text))
        assert set(heights) == {one.line_height(12)}
        assert one.width(text, 12) >= 0


@given(texts)
def test_nothing_is_lost(text: str) -> None:
    """What stands in one line is as wide as the text: a hair less room, and there are two."""
    text = re.sub(r"[\t\n\v\u2028\u2029/]", "", text).strip()
    width = PLAIN.width(text, 12) / TIGHT
    assert len(wrapped([Run(text, PLAIN, 12)], width + 0.1)) == 1
    if len([char for char in text if PLAIN.width(char, 12)]) > 1:
        assert len(wrapped([Run(text, PLAIN, 12)], width - 0.1)) == 2


@given(texts, st.floats(1, 300), st.floats(1, 300))
def test_more_room_never_makes_more_lines(text: str, one: float, other: float) -> None:
    text = text.replace("\t", " ")
    few, many = (len(wrapped([Run(text, PLAIN, 12)], width)) for width in (max(one, other), min(one, other)))
    assert few <= many


@given(texts, st.integers(0, 80), st.floats(1, 300))
def test_runs_of_one_look_are_one_text(text: str, place: int, width: float) -> None:
    """Only a hyphen at the end of a run, or a long word, may be broken where it would not have been."""
    text = re.sub(r"[-\u2010–—/]", "", text)
    runs = [Run(text[:place], PLAIN, 12), Run(text[place:], PLAIN, 12)]
    assert len(wrapped(runs, width)) == len(wrapped([Run(text, PLAIN, 12)], width))


@given(texts, st.integers(0, 40))
def test_a_cut_text_is_a_beginning_of_it(text: str, most: int) -> None:
    cut = shortened(text, lambda shown: len(shown) <= most)
    assert cut == text if len(text) <= most else cut.endswith("…")
    assert text.startswith(cut.removesuffix("…"))
    assert len(cut) <= max(most, 1)


def test_a_text_is_cut_after_a_word() -> None:
    assert shortened("Tid til ledelse, hver dag", lambda text: len(text) <= 20) == "Tid til ledelse…"
    assert shortened("Tid til ledelse", lambda text: len(text) <= 15) == "Tid til ledelse"
    assert shortened("Ledertrivsel hos os", lambda text: len(text) <= 7) == "Ledert…"
    assert shortened("Ledertrivsel", lambda text: not text) == "…"


def test_measuring_is_fast() -> None:
    runs = [Run("Vælg ét tema, og aftal, hvem der gør hvad, og hvornår I følger op. " * 3, PLAIN, 20)]
    wrapped(runs, 400)
    began = time.perf_counter()
    for _ in range(500):
        wrapped(runs, 400)
    assert time.perf_counter() - began < 500 * 0.001  # 0.00003 on an idle machine


def test_measuring_needs_no_font_library() -> None:
    code = "import sys, ledertrivsel_docs.measuring; print(sorted({'PIL', 'fontTools'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_as_many_lines_as_libreoffice_makes(tmp_path: Path) -> None:
    """Never fewer, and one more only now and then: a box that fits here fits there."""
    needs_tool("soffice")
    needs_tool("pdftotext")
    for font in ("Calibri", "Arial"):
        needs_font(font)
    looks = product(
        ("Calibri", "Arial"), (False, True), ((14, 110), (14, 233), (20, 187), (20, 340), (24, 451), (32, 702))
    )
    cases = [(text, *look) for text, look in product(PARAGRAPHS, looks)]
    off = []
    for (text, font, bold, (size, width)), tops in zip(cases, laid_out(cases, tmp_path), strict=True):
        ours = wrapped([Run(text, face(font, bold=bold), size)], width)
        assert len(tops) <= len(ours) <= len(tops) + 1, (text, font, bold, size, width)
        assert tops[-1] - tops[0] <= sum(ours[1:]) * 1.002  # it rounds to hundredths of a millimetre
        off += [text] * (len(ours) != len(tops))
    assert len(off) <= len(cases) / 20


def laid_out(cases: list[tuple[str, str, bool, tuple[int, int]]], folder: Path) -> list[list[float]]:
    """Where LibreOffice puts the lines of each paragraph, in a box on a slide of its own."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(800), Pt(1000)
    for text, font, bold, (size, width) in cases:
        frame = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_textbox(0, 0, Pt(width), Pt(100)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = 0
        run = frame.paragraphs[0].add_run()
        run.text, run.font.name, run.font.bold, run.font.size = text, font, bold, Pt(size)
    deck.save(str(folder / "boxes.pptx"))
    (pdf,) = libreoffice([folder / "boxes.pptx"], folder / "made", "pdf")
    shown = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    pages = shown.stdout.split("<page ")[1:]
    return [_lines(page, size) for page, (*_, (size, _width)) in zip(pages, cases, strict=True)]


def _lines(page: str, size: int) -> list[float]:
    tops = sorted(map(float, re.findall(r'<line [^>]*yMin="([\d.]+)"', page)))
    return tops[:1] + [below for above, below in pairwise(tops) if below - above > size / 2]
