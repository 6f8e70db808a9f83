"""Checks a folder of templates, all files at once, before anything is made with them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..errors import InputError, Problem, message, system_reason
from ..models.brand import Brand
from ..models.library import Library
from ..models.template_fields import stems_with_fields
from .files import SUFFIXES, suffix_of, unknown_stem
from .one_file import check_template

_BRAND = "brand.yaml"
_TEMPLATES = (".dotx", ".docm", ".dotm", ".doc", ".potx", ".pptm", ".potm", ".ppt", ".odt", ".odp")


def check_templates(folder: str | os.PathLike[str], *, library: Library | None = None) -> list[Problem]:
    """Everything that is wrong with a folder of templates, or likely to be: errors first, then warnings.

    Args:
        folder: shaped like our own: `brand.yaml`, `docx/<document>.docx`, `pptx/<document>.pptx`.
        library: the content; by default what comes with the package.

    Raises:
        InputError: there is no such folder.
    """
    root = Path(folder)
    if not root.is_dir():
        what = message("There is no such folder.")
        raise InputError([Problem(what, message("Give the folder that the templates lie in."), file=str(root))])
    library = library or Library.default()
    found = [problem for path in _files(root) for problem in _check(root, path, library)]
    if not any(path.suffix[1:] in SUFFIXES for path in _files(root)):
        remedy = message("The templates of documents lie in docx, those of slides in pptx.")
        found.append(Problem(message("There is no template in this folder."), remedy, file=str(root)))
    return sorted(_once(found), key=lambda problem: problem.warning)


def _once(found: Iterable[Problem]) -> Iterator[Problem]:
    """What is wrong in the same place of several templates, such as a header that all have, once."""
    same: dict[tuple[str, ...], list[Problem]] = {}
    for problem in found:
        same.setdefault((str(problem.message), str(problem.remedy), str(problem.where)), []).append(problem)
    for first, *others in same.values():
        what = message("{what} (In {count} templates.)", what=first.message, count=1 + len(others))
        yield replace(first, message=what) if others else first


def _files(root: Path) -> list[Path]:
    """The files that somebody put there; Office's own notes beside an open file are not among them."""
    files = (path for path in root.rglob("*") if path.is_file())
    return sorted(path for path in files if not path.name.startswith((".", "~$")))


def _check(root: Path, path: Path, library: Library) -> Iterator[Problem]:
    name, suffix = path.relative_to(root).as_posix(), path.suffix[1:].lower()
    if name == _BRAND:
        yield from _brand(path, library)
    elif path.suffix.lower() in _TEMPLATES:
        what = message("A template is a .docx or .pptx file.")
        yield Problem(what, message("Save it as one, under the same name."), file=name, warning=True)
    elif suffix in SUFFIXES:
        yield from _template(path, name, suffix, library)


def _brand(path: Path, library: Library) -> Iterator[Problem]:
    try:
        Brand.load(path, library=library)
    except InputError as error:
        yield from (replace(problem, file=_BRAND) for problem in error.problems)


def _unused(stem: str, name: str, library: Library) -> Iterator[Problem]:
    """What to say of a file that no document uses: a new version that stands beside an edited one, or a slip."""
    pattern = library.words["common"]["new_version"]
    edited = next((known for known in stems_with_fields() if pattern.format(name=known) == stem), None)
    if edited is None:
        yield unknown_stem(stem, name)
        return
    what = message("This is the new version of “{name}”, which you have edited.", name=edited)
    remedy = message("Take your changes over into it and give it the other's name, or delete it.")
    yield Problem(what, remedy, file=name, warning=True)


def _template(path: Path, name: str, suffix: str, library: Library) -> Iterator[Problem]:
    if path.stem not in stems_with_fields():
        yield from _unused(path.stem, name, library)
        return
    right = f"{suffix_of(path.stem)}/{path.stem}.{suffix_of(path.stem)}"
    if name != right:
        what = message("Nothing uses the template here.")
        yield Problem(what, message("Its place is {place}.", place=right), file=name)
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield Problem(message("The template can't be read: {reason}.", reason=system_reason(error)), file=name)
        return
    yield from check_template(data, path.stem, name=name, library=library)
