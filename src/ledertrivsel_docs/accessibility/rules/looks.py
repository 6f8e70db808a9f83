"""How text looks: contrast, size, capitals, underlining."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...colours import contrast
from ...errors import message
from ..finding import TIP, WARNING, Fault, Place
from ..model import Document, Paragraph, Text, paragraphs
from ..registry import rule

_PLAIN, _LARGE = 4.5, 3.0
_LARGE_SIZE, _LARGE_BOLD = 18, 14
_SMALLEST_PAPER, _SMALLEST_MARGIN, _SMALLEST_SLIDE = 9, 8, 12
_CAPITALS = 24  # letters
_BIGGER = message("Make the text larger.")


@rule("contrast", WARNING, message("Text stands out: 4.5 to 1, large text 3 to 1."), "1.4.3")
def contrast_low(document: Document) -> Iterator[Fault]:
    """Told once for each pair of colours in a paragraph; what lies on a picture or a gradient can't be measured."""
    for found in document.paragraphs():
        for (ink, ground, size), text in _pairs(found).items():
            ratio = contrast(ink, ground)
            if ratio < _least(text):
                what = message(
                    "The contrast is {ratio} to 1 (#{ink} on #{ground}, {size} point), and {least} is asked for.",
                    ratio=f"{ratio:.1f}",
                    ink=ink,
                    ground=ground,
                    size=f"{size:g}",
                    least=f"{_least(text):g}",
                )
                yield Fault(_at(found, text), what, message("Choose a darker colour, or a lighter one behind it."))


@rule("text-small", TIP, message("Text is at least 9 points, in headers and footers 8, on slides 12."))
def text_small(document: Document) -> Iterator[Fault]:
    """Told once a paragraph."""
    running = {id(found) for flow in document.main for found in paragraphs(flow.blocks)}
    for found in document.paragraphs():
        paper = _SMALLEST_PAPER if id(found) in running else _SMALLEST_MARGIN
        least = _SMALLEST_SLIDE if document.is_deck else paper
        small = [text for text in found.texts if text.text.strip() and text.size and text.size < least - 0.1]
        if small:
            what = message("The text is only {size} points.", size=f"{small[0].size:g}")
            yield Fault(_at(found, small[0]), what, _BIGGER)


@rule("capitals", TIP, message("Whole sentences are not typed in capitals."), templates=False)
def capitals(document: Document) -> Iterator[Fault]:
    """Some screen readers spell them, and all of us read them slower."""
    for found in document.paragraphs():
        letters = [sign for sign in found.text if sign.isalpha()]
        if len(letters) >= _CAPITALS and len(found.text.split()) > 3 and found.text == found.text.upper():
            remedy = message("Write it in small letters. A style can show it in capitals.")
            yield Fault(found.place, message("The text is typed in capitals."), remedy)


@rule("underlined", TIP, message("Only links are underlined."))
def underlined(document: Document) -> Iterator[Fault]:
    """Told once a paragraph."""
    for found in document.paragraphs():
        for text in found.texts:
            if text.underlined and not text.linked and sum(sign.isalpha() for sign in text.text) > 2:
                what = message("The text is underlined, which looks like a link.")
                yield Fault(_at(found, text), what, message("Use bold instead."))
                break


def _pairs(found: Paragraph) -> dict[tuple[str, str, float], Text]:
    return {
        (text.ink, text.ground, text.size or 0): text
        for text in reversed(found.texts)
        if text.ink and text.ground and any(sign.isalnum() for sign in text.text)
    }


def _least(text: Text) -> float:
    size = text.size or 0
    return _LARGE if size >= _LARGE_SIZE or (text.bold and size >= _LARGE_BOLD) else _PLAIN


def _at(found: Paragraph, text: Text) -> Place:
    return replace(found.place, excerpt=text.text)
