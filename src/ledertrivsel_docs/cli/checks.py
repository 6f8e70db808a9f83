"""The command that checks: a programme file, or whether everybody can read some documents."""

from __future__ import annotations

import json
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
from .main import main
from .shared import FILE, PROGRAMME_FILE, config, content_folder, library_in, tell, told

if TYPE_CHECKING:
    from ..accessibility import Finding

_ = translator()

_OFFICE = (".docx", ".pptx", ".docm", ".pptm", ".dotx", ".potx")


@main.command(
    help=_("Checks a programme file for slips; or Word and PowerPoint files: can everybody read them?"),
    epilog=_("Examples: ledertrivsel check -c forloeb.yaml, ledertrivsel check plan.docx samlet-plan/"),
)
@click.argument("files", type=FILE, nargs=-1)
@config
@content_folder
@click.option("--json", "as_json", is_flag=True, help=_("What was found in the files, for a program."))
@told
def check(files: tuple[Path, ...], config: Path | None, content: Path | None, as_json: bool) -> None:
    """`ledertrivsel check [FILE ...]`."""
    programmes = [file for file in files if file.suffix.lower() in (".yaml", ".yml")]
    for file in programmes:
        _check_programme(file, library_in(content))
    if documents := [file for file in files if file not in programmes]:
        _check_documents(documents, as_json=as_json)
    elif not programmes:
        _check_programme(config or Path(PROGRAMME_FILE), library_in(content))


def _check_programme(file: Path, library: Library | None) -> None:
    programme, warnings = Programme.check(file, library)
    if programme.brand:
        Brand.load(programme.brand, library)
    tell(warnings)
    counted = (
        (len(programme.themes.selected), _("Chosen themes: {count}.")),
        (len(programme.meetings), _("Meetings with the other tools: {count}.")),
    )
    told = [_("{file} can be used.").format(file=file), *(text.format(count=count) for count, text in counted if count)]
    click.echo(" ".join(told))


def _check_documents(files: Sequence[Path], *, as_json: bool) -> None:
    """Exit code 1 where there is an error: something that shuts somebody out."""
    from ..accessibility import check_accessibility  # noqa: PLC0415 - making a kit needs no XML library

    documents = [document for file in files for document in _documents_in(file)]
    found = [finding for document in documents for finding in check_accessibility(document)]
    if as_json:
        click.echo(json.dumps([finding.as_data(_) for finding in found], ensure_ascii=False, indent=2))
    else:
        _tell_found(found, len(documents))
    if any(finding.level == "error" for finding in found):
        sys.exit(1)


def _documents_in(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    inside = (file for file in path.rglob("*") if file.suffix.lower() in _OFFICE and not file.name.startswith("~$"))
    return sorted(inside)


def _tell_found(found: Sequence[Finding], documents: int) -> None:
    for finding in found:
        click.echo(finding.told(_))
    counted = Counter(finding.level for finding in found)
    summary = _("Checked: {documents}. Errors: {errors}. Warnings: {warnings}. Tips: {tips}.")
    click.echo(
        summary.format(documents=documents, errors=counted["error"], warnings=counted["warning"], tips=counted["tip"])
    )
