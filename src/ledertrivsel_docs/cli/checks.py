"""The command that checks: a programme file, or whether everybody can read some documents."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..i18n import translator
from ..models.brand import Brand
from ..models.library import Library
from ..models.programme import Programme
from .command import examples
from .main import main
from .options import PATH, config, content_folder
from .shared import PROGRAMME_FILE, library_in
from .telling import as_json, in_json, show, tell, tell_json, told, verbose

if TYPE_CHECKING:
    from ..accessibility import Finding

_ = translator()

_OFFICE = (".docx", ".pptx", ".docm", ".pptm", ".dotx", ".potx")


@main.command(
    help=_("Checks a programme file for slips; or Word and PowerPoint files: can everybody read them?"),
    short_help=_("Checks a programme file, or documents."),
    epilog=examples("ledertrivsel check -c forloeb.yaml", "ledertrivsel check plan.docx samlet-plan/"),
)
@click.argument("files", type=PATH, nargs=-1, metavar=_("[FILE …]"))
@config
@content_folder
@verbose
@as_json
@told
def check(files: tuple[Path, ...], config: Path | None, content: Path | None, as_json: bool) -> None:
    """`ledertrivsel check [FILE ...]`."""
    programmes = [file for file in files if file.suffix.lower() in (".yaml", ".yml")]
    documents = [document for file in files if file not in programmes for document in _documents_in(file)]
    if not files:
        programmes = [config or Path(PROGRAMME_FILE)]
    for file in programmes:
        _check_programme(file, library_in(content))
    found = _findings(documents)
    if as_json:
        tell_json(files=[*programmes, *documents], problems=[finding.as_data(_) for finding in found])
    elif len(programmes) < len(files):
        _tell_found(found, len(documents))
    if any(finding.level == "error" for finding in found):
        sys.exit(1)


def _check_programme(file: Path, library: Library | None) -> None:
    programme, warnings = Programme.check(file, library=library)
    if programme.brand:
        Brand.load(programme.brand, library=library)
    tell(warnings)
    if in_json():
        return
    counted = (
        (len(programme.themes.selected), _("Chosen themes: {count}.")),
        (len(programme.meetings), _("Meetings with the other tools: {count}.")),
    )
    told = [_("{file} can be used.").format(file=file), *(text.format(count=count) for count, text in counted if count)]
    click.echo(" ".join(told))


def _findings(documents: Sequence[Path]) -> list[Finding]:
    """What is found in documents; an error is something that shuts somebody out."""
    if not documents:
        return []
    from ..accessibility import check_accessibility  # noqa: PLC0415 - making a kit needs no XML library

    return [finding for document in documents for finding in check_accessibility(document)]


def _documents_in(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    inside = (file for file in path.rglob("*") if file.suffix.lower() in _OFFICE and not file.name.startswith("~$"))
    return sorted(inside)


def _tell_found(found: Sequence[Finding], documents: int) -> None:
    show(finding.told(_) for finding in found)
    counted = Counter(finding.level for finding in found)
    summary = _("Checked: {documents}. Errors: {errors}. Warnings: {warnings}. Tips: {tips}.")
    click.echo(
        summary.format(documents=documents, errors=counted["error"], warnings=counted["warning"], tips=counted["tip"])
    )
