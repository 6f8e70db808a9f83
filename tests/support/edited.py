"""Our own templates as somebody else has edited them: a tag put in, a part changed, something taken out."""

from __future__ import annotations

import re
from collections.abc import Callable

from ledertrivsel_docs.resources import templates_folder
from ledertrivsel_docs.template_check import check_template
from tests.support.packages import unzipped, zipped
from tests.support.word import MAIN

_RUN = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
_LINE = "<a:p><a:r><a:rPr/><a:t>{}</a:t></a:r></a:p>"


def ours(stem: str) -> bytes:
    """The committed template of a document."""
    suffix = "pptx" if stem in ("deck", "plan-presentation") else "docx"
    return (templates_folder() / suffix / f"{stem}.{suffix}").read_bytes()


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """A file with one part changed, which must make a difference."""
    members = unzipped(data)
    before = members[part].decode()
    after = change(before)
    assert after != before
    return zipped(members | {part: after.encode()})


def with_paragraphs(stem: str, *texts: str) -> bytes:
    """A template with these paragraphs at the end, of the last slide's first shape in a deck."""
    return with_xml(stem, "".join((_LINE if is_deck(stem) else _RUN).format(text) for text in texts))


def with_xml(stem: str, xml: str) -> bytes:
    """A template with this markup at the end of its text, or of the first slide's first shape."""
    if is_deck(stem):
        return changed(
            ours(stem), slide_of(stem, "exercise"), lambda old: old.replace("</p:txBody>", f"{xml}</p:txBody>", 1)
        )
    return changed(
        ours(stem), MAIN, lambda old: re.sub(r"(?=<w:sectPr[ >](?!.*<w:sectPr))", lambda _: xml, old, count=1)
    )


def is_deck(stem: str) -> bool:
    """Whether a template has slides."""
    return stem in ("deck", "plan-presentation")


def slide_of(stem: str, kind: str) -> str:
    """The part of the slide of a kind."""
    members = unzipped(ours(stem))
    for name, content in members.items():
        if name.startswith("ppt/notesSlides/_rels") or not name.startswith("ppt/notesSlides/"):
            continue
        if f"{{%slide {kind} %}}" in re.sub("<[^>]*>", "", content.decode()):
            relations = members[name.replace("notesSlides/", "notesSlides/_rels/") + ".rels"].decode()
            found = re.search(r"slides/slide\d+\.xml", relations)
            assert found is not None
            return f"ppt/{found[0]}"
    raise AssertionError(kind)


def told(data: bytes, stem: str) -> list[str]:
    """What is said about a template: warnings begin with a question mark."""
    return [f"{'? ' if problem.warning else ''}{problem}" for problem in check_template(data, stem)]
