"""One kit of many: what is sent to a worker, what it makes of it, and what it sends back."""

from __future__ import annotations

import hashlib
import importlib.metadata
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from ..building import build_pack
from ..disk import MANIFEST, Saved, is_made_from, save_all
from ..errors import LedertrivselError, Problem
from ..models.brand import Brand
from ..models.library import Library
from ..models.programme import Programme
from ..pack import Pack
from ..resources import content_folder, templates_folder

T = TypeVar("T")

MANIFESTS = ".ledertrivsel"
"""In a folder of zips: for each, what it was made from."""


@dataclass(frozen=True, slots=True)
class BuiltPack:
    """The kit of one programme, or why there is none."""

    programme: Programme
    """What it was to be filled with."""
    pack: Pack | None = None
    """The kit; None where there is none."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the programme, its brand or a template."""
    error: str = ""
    """The traceback of anything else: our bug, or a worker that died; else empty."""


@dataclass(frozen=True, slots=True)
class SavedPack:
    """Where the kit of one programme was saved, or why it wasn't."""

    name: str
    """The unit's."""
    path: Path
    """Its folder, or its zip file."""
    outcome: Literal["made", "unchanged", "failed"]
    """`unchanged`, and not made, where it lay there already, made from the same."""
    files: tuple[Saved, ...] = ()
    """What became of each document."""
    problems: tuple[Problem, ...] = ()
    """As in `BuiltPack`."""
    error: str = ""
    """As in `BuiltPack`."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is the same for all kits of a run; small, since it goes to the workers with each of them.

    Without a `library` a worker reads that of its own package, once.
    """

    kit: str
    brand: Brand | None = None
    templates: str | None = None
    library: Library | None = None
    cache: str | None = None

    def build(self, programme: Programme) -> Pack:
        """The kit of a programme. The templates that it compiles are there for the next kit of the process."""
        return build_pack(
            self.kit, programme, brand=self.brand, templates=self.templates, library=self.library, cache=self.cache
        )


def built(recipe: Recipe, programme: Programme) -> BuiltPack:
    """The kit of a programme, with its bytes: run by a worker."""
    return _outcome(
        lambda: BuiltPack(programme, recipe.build(programme)), lambda *why: BuiltPack(programme, None, *why)
    )


@dataclass(frozen=True, slots=True)
class Target:
    """Where a kit is saved: a folder of that name, or a zip file; `common` is the digest of what all kits come from."""

    folder: Path
    name: str
    as_zip: bool
    common: str

    @property
    def path(self) -> Path:
        """The folder or the zip file."""
        return self.folder / (f"{self.name}.zip" if self.as_zip else self.name)


def saved(recipe: Recipe, target: Target, programme: Programme) -> SavedPack:
    """Makes and saves the kit of a programme where that is needed: run by a worker, so that no bytes travel."""
    return _outcome(
        lambda: _saved(recipe, target, programme),
        lambda *why: SavedPack(target.name, target.path, "failed", (), *why),
    )


def _saved(recipe: Recipe, target: Target, programme: Programme) -> SavedPack:
    made_from = _digest(
        [
            target.common.encode(),
            programme.model_dump_json(exclude={"brand"}).encode(),
            *_look(recipe, programme),
            *(_contents(Path(programme.content)) if programme.content and not recipe.library else ()),
        ]
    )
    folder = target.folder if target.as_zip else target.path
    manifest = f"{MANIFESTS}/{target.name}.json" if target.as_zip else MANIFEST
    if is_made_from(folder, made_from, manifest=manifest):
        return SavedPack(target.name, target.path, "unchanged")
    pack = recipe.build(programme)
    files = {target.path.name: pack.zip_bytes()} if target.as_zip else {one.path: one.bytes for one in pack}
    written = save_all(folder, files, pack.beside, manifest=manifest, made_from=made_from)
    return SavedPack(target.name, target.path, "made", tuple(written))


def _outcome(make: Callable[[], T], failed: Callable[[tuple[Problem, ...], str], T]) -> T:
    """What was made, or an outcome that tells why not: one kit's error doesn't stop the others."""
    try:
        return make()
    except LedertrivselError as error:
        return failed(error.problems, "")
    except Exception:  # a bug, told with its kit
        return failed((), traceback.format_exc())


def common_digest(recipe: Recipe) -> str:
    """A digest of what all kits of a run are made from: this version, the kit, content and templates."""
    version = importlib.metadata.version("ledertrivsel-docs")
    own = [repr(recipe.library).encode()] if recipe.library else _contents(content_folder())
    return _digest([version.encode(), recipe.kit.encode(), *own, *_contents(templates_folder())])


def _look(recipe: Recipe, programme: Programme) -> Iterator[bytes]:
    """What a kit's look is made from, beside our own templates."""
    brand = recipe.brand or (Brand.load(programme.brand, library=recipe.library) if programme.brand else None)
    yield repr(brand).encode()
    if brand and brand.logo:
        yield from (brand.logo.data, brand.logo.svg or b"")
    if own := recipe.templates or (brand.templates if brand else None):
        yield from _contents(Path(own))


def _contents(folder: Path) -> Iterator[bytes]:
    """The names and the bytes of all files in a folder, in one order."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield path.relative_to(folder).as_posix().encode()
        yield path.read_bytes()


def _digest(parts: Iterable[bytes]) -> str:
    """A digest of several texts; each by its own, so that none can pass for the end of another."""
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
