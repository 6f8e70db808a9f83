"""Where a document's template lies: in an organisation's own folder where that has one, else among ours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from .engine import Template, Theme
from .errors import InputError, Problem, TemplateError, message
from .models.brand import Brand
from .models.library import Library
from .resources import templates_folder

KINDS = ("docx", "pptx")
"""The folders of templates, and what the files in them end in."""


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """The templates that documents are made from; `own` is an organisation's folder, shaped like our `templates/`."""

    own: Path | None = None

    @classmethod
    def at(cls, folder: Path | None) -> TemplateFolder:
        """Templates with those of a folder in the place of ours.

        Raises `InputError` where there is no such folder, or it holds no templates.
        """
        if folder is not None and not any((folder / kind).is_dir() for kind in KINDS):
            what = (
                message("The folder holds no templates: it has neither a folder “docx” nor one “pptx”.")
                if folder.is_dir()
                else message("There is no such folder.")
            )
            remedy = message("“{command}” makes one.", command="ledertrivsel templates copy …")
            raise InputError([Problem(what, remedy, file=str(folder))])
        return cls(folder)

    def file(self, stem: str, kind: str) -> Path:
        """The template of a document; `kind` is docx or pptx. Raises `TemplateError` where there is none."""
        paths = [folder / kind / f"{stem}.{kind}" for folder in (self.own, templates_folder()) if folder]
        found = next((path for path in paths if path.is_file()), None)
        if found is None:
            what = message("There is no such template.")
            remedy = message("“{command}” makes it.", command=f"python -m ledertrivsel_docs.layouts {stem}")
            raise TemplateError([Problem(what, remedy, file=str(paths[-1]))])
        return found

    def template(self, stem: str, kind: str, theme: Theme, cache: Path | None = None) -> Template:
        """The template of a document in a look. Raises `TemplateError` where there is none, or it can't be used."""
        path = self.file(stem, kind)
        state = path.stat()
        return _compiled(path, state.st_mtime_ns, state.st_size, theme, cache)

    def brand(self, library: Library) -> Brand:
        """The brand that goes with the templates: that of their folder, else ours."""
        file = self.own / "brand.yaml" if self.own else None
        return Brand.load(file, library=library) if file and file.is_file() else Brand.default()


def _compiled(*key: Any) -> Template:
    """A template compiled once for each look, as long as its file stays as it is; also when threads ask at once."""
    with _locks[hash(key) % len(_locks)]:
        return _kept(*key)


@lru_cache(maxsize=512)  # all templates in as many looks as a server is likely to serve
def _kept(path: Path, _changed: int, _size: int, theme: Theme, cache: Path | None) -> Template:
    return Template(path, theme=theme, cache=cache)


_locks = tuple(Lock() for _ in range(16))
