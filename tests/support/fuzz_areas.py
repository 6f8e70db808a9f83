"""The doors through which files of others come in, each tried with a mutated file.

What comes out is a good document or an error that names its place; anything else is a `FaultError`.
"""

from __future__ import annotations

import io
import shutil
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from lxml import etree
from PIL import Image

import ledertrivsel_docs as ld
from ledertrivsel_docs.errors import LedertrivselError, Problem
from ledertrivsel_docs.models.programme import Programme
from ledertrivsel_docs.reading.rewriting import rewritten
from ledertrivsel_docs.resources import content_folder, templates_folder
from tests.support import deck_rules, rules
from tests.support.mutated_office import office_file
from tests.support.mutated_texts import chewed, text_file
from tests.support.programmes import EXAMPLE, ROOT, filled

GOOD, TOLD = "good", "told"
LONGEST = 15_000
"""Of an error, in letters: what people wrote where it isn't read is quoted whole, so that they can copy it."""


class FaultError(AssertionError):
    """Something came out that may not: a broken document, or an error without a place."""


def content(random: Random) -> str:
    """`Library.load` of a folder in which one file is another."""
    folder, file = _copied_content(), random.choice(_content_files())
    original = file.read_bytes()
    if random.random() < 0.05:
        file.unlink()
    else:
        file.write_bytes(text_file(random, original))
    try:
        library = ld.Library.load(folder)
        kit = random.choice(sorted(library.kits))
        document = random.choice([found for found in library.kits[kit].documents if not found.each])
        return _sound(ld.build_document(document.number, kit=kit, library=library, cache=_cache()).bytes)
    except LedertrivselError as error:
        return _told(error)
    finally:
        file.write_bytes(original)


def programme(random: Random) -> str:
    """A programme file, and a document that is filled from it."""
    base = random.choice((EXAMPLE, content_folder() / "starter.yaml"))
    data = text_file(random, base.read_bytes())
    try:
        loaded, warnings = Programme.check(("forloeb.yaml", data))
        _placed(warnings)
        library = ld.Library.default()
        kit = random.choice(sorted(library.kits))
        number = random.choice([d.number for d in library.kits[kit].documents if not d.each])
        return _sound(ld.build_document(number, loaded, kit=kit, brand=ld.Brand.default(), cache=_cache()).bytes)
    except LedertrivselError as error:
        return _told(error)


def brand(random: Random) -> str:
    """A brand file with its logo, and a document in that look."""
    folder = _folder("brand")
    name = random.choice(("logo.png", "logo.jpg", "logo.svg"))
    text = (ROOT / "examples" / "brand.yaml").read_bytes() + f'logo: "{name}"\n'.encode()
    is_logo = random.random() < 0.5
    (folder / "brand.yaml").write_bytes(text if is_logo else text_file(random, text))
    for file, data in _logos().items():
        if not (name == "logo.svg" and file == "logo.png" and random.random() < 0.7):  # else the svg is drawn
            (folder / file).write_bytes(_picture(random, file, data) if is_logo else data)
    try:
        loaded = ld.Brand.load(folder / "brand.yaml")
        if random.random() < 0.7:  # a new look is compiled: the slow part, and seldom another one
            return GOOD
        stem = random.choice(("action-card", "agreement-sheet", "checklist"))
        return _sound(ld.build_document(stem, kit=_kit(stem), brand=loaded).bytes)
    except LedertrivselError as error:
        return _told(error)


def template(random: Random) -> str:
    """A template of somebody's own."""
    stem = random.choice(("action-card", "agreement-sheet", "checklist", "known-facts", "coaching", "12", "41"))
    own = {"12": "pptx/deck.pptx", "41": "pptx/plan-presentation.pptx"}.get(stem, f"docx/{stem}.docx")
    folder = _folder("templates")
    changed = office_file(random, (templates_folder() / own).read_bytes())
    (folder / own).parent.mkdir(exist_ok=True)
    (folder / own).write_bytes(changed)
    name = int(stem) if stem.isdigit() else stem
    try:
        made = ld.build_document(name, filled(), kit=_kit(stem), brand=ld.Brand.default(), templates=folder)
        return _well_formed(made.bytes)
    except LedertrivselError as error:
        return _told(error)


def collected(random: Random) -> str:
    """Filled forms and decks that are read back, and written into the programme file."""
    name, data = random.choice(_forms())
    made = ld.collect([(name, office_file(random, data))], programme=filled(), cache=_cache())
    _placed([problem for file in made.files for problem in file.problems])
    library = ld.Library.default()
    text = EXAMPLE.read_bytes()
    try:
        merged = made.merged(Programme.load(("forloeb.yaml", text)), library=library)
        after = rewritten("forloeb.yaml", text, merged.puts, library.key_aliases)
        Programme.check(("forloeb.yaml", after))
    except LedertrivselError as error:
        return _told(error)
    return GOOD if any(file.outcome == "read" for file in made.files) else TOLD


AREAS: dict[str, Callable[[Random], str]] = {
    "content": content,
    "programme": programme,
    "brand": brand,
    "template": template,
    "collected": collected,
}


def case(area: str, seed: int, number: int) -> str:
    """One case, the same in every run: `GOOD` or `TOLD`."""
    return AREAS[area](Random(f"{area} {seed} {number}"))


# What may come out


def _told(error: LedertrivselError) -> str:
    if not error.problems:
        raise FaultError(f"{type(error).__name__} without a problem")
    _placed(error.problems)
    return TOLD


def _placed(problems: list[Problem] | tuple[Problem, ...]) -> None:
    for problem in problems:
        said = problem.told()
        said.encode()  # it can be printed
        if not (problem.file or problem.where or problem.path):
            raise FaultError(f"an error without a place: {said[:200]}")
        if len(said) > LONGEST:
            raise FaultError(f"an error of {len(said)} letters: {said[:200]}")


def _sound(data: bytes) -> str:
    _well_formed(data)
    is_deck = b"ppt/presentation.xml" in data
    if lines := (deck_rules if is_deck else rules).broken(data):
        raise FaultError("a document against the rules: " + "; ".join(lines[:3]))
    return GOOD


def _well_formed(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if package.testzip() is not None:
            raise FaultError("a damaged zip")
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                try:
                    tree = etree.fromstring(package.read(name))
                except etree.XMLSyntaxError as error:
                    raise FaultError(f"{name} is not well-formed: {error}") from None
                if tree.getroottree().docinfo.internalDTD is not None:
                    raise FaultError(f"{name} has a document type")
            if b"root:x:0" in package.read(name):
                raise FaultError(f"{name} holds a file of this machine")
    return GOOD


# What is mutated


@cache
def _root() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


def cleared() -> None:
    """Removes what the cases have written."""
    shutil.rmtree(_root())
    for kept in (_root, _copied_content, _content_files):
        kept.cache_clear()


def _cache() -> Path:
    return _root() / "cache"


def _folder(name: str) -> Path:
    folder = _root() / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


@cache
def _copied_content() -> Path:
    return Path(shutil.copytree(content_folder(), _root() / "content"))


@cache
def _content_files() -> list[Path]:
    return sorted(_copied_content().rglob("*.yaml"))


def _kit(stem: str) -> str:
    return {"agreement-sheet": "ledergruppen", "coaching": "lederrollen"}.get(stem, "samlet-plan")


@cache
def _forms() -> tuple[tuple[str, bytes], ...]:
    """Forms of several kinds, filled as the example is, and two decks."""
    made = [
        *(ld.build_document(stem, filled()) for stem in ("priority-map", "known-facts", "hearing-response", 12)),
        *(ld.build_document(stem, filled(), theme="sparring") for stem in ("theme-qualification", "action-card")),
        ld.build_document("agreement-sheet", filled(), kit="ledergruppen"),
        ld.build_document("status-sheet", filled()),
    ]
    return tuple((document.name, document.bytes) for document in made)


@cache
def _logos() -> dict[str, bytes]:
    made = {}
    for kind, name in (("PNG", "logo.png"), ("JPEG", "logo.jpg")):
        file = io.BytesIO()
        Image.effect_noise((60, 20), 30).convert("RGB").save(file, kind)
        made[name] = file.getvalue()
    return made | {"logo.svg": _HEAD + b'<rect width="9" height="9" fill="#123456"/></svg>'}


def _picture(random: Random, name: str, data: bytes) -> bytes:
    if random.random() < 0.5:
        return chewed(random, data)
    if name.endswith(".svg"):
        return random.choice(_ROUGH_SVGS)
    return random.choice(
        (b"", b"GIF89a", _huge_png(random), data * 3, data[:40], _logos()["logo.svg"], b"\x89PNG\r\n\x1a\n")
    )


def _huge_png(random: Random) -> bytes:
    """A few hundred bytes that say they are a picture of many millions of dots."""
    side = random.choice((12_000, 40_000, 2**31 - 1))
    rows = zlib.compress(b"\0" * 100_000, 9)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", side, side, *random.choice(((8, 2), (1, 0), (16, 6))), 0, 0, 0)),
        (b"IDAT", rows),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in (*chunks, (b"IEND", b""))
    )


_HEAD = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
_ROUGH_SVGS = (
    b'<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + _HEAD + b"<text>&e;</text></svg>",
    _HEAD + b"<script>alert(1)</script></svg>",
    _HEAD + b'<image xlink:href="file:///etc/passwd" width="9" height="9"/></svg>',
    _HEAD + b'<image href="http://x.invalid/x.png" width="9" height="9"/></svg>',
    _HEAD + b'<rect width="9" height="9" onload="alert(1)"/></svg>',
    _HEAD + b'<style>@import url("http://x.invalid/x.css");</style></svg>',
    _HEAD + b"<g>" * 50_000 + b"</g>" * 50_000 + b"</svg>",
    _HEAD + b"<g>" * 300 + b"</g>" * 300 + b"</svg>",
    _HEAD + b'<g id="a"><use href="#a"/></g></svg>',
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1000000"><rect width="1" height="9"/></svg>',
    b'<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9"/>',
    b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="-1"/>',
    _HEAD,
    b"<svg",
    "<svg/>".encode("utf-16"),
)
