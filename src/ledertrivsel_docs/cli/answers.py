"""The command that brings filled forms back: `collect`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import InputError, Problem, message
from ..i18n import translator
from ..models.programme import library_of
from ..reporting import file_lines, outcome_lines, suggestion_lines
from .command import examples
from .main import main
from .options import PATH, config, content_folder, templates_folder
from .shared import PROGRAMME_FILE, cache, library_in
from .telling import as_json, show, tell, tell_json, told, verbose

if TYPE_CHECKING:
    from ..collecting import Collected

_ = translator()


@main.command(
    help=_("Reads filled forms and writes their answers into the programme file; the old one is kept beside."),
    short_help=_("Reads filled forms into the programme file."),
    epilog=examples("ledertrivsel collect svar/", "ledertrivsel collect svar/ -c forloeb.yaml --dry-run"),
)
@click.argument("sources", type=PATH, nargs=-1, required=True, metavar=_("FILE …"))
@config
@templates_folder
@content_folder
@click.option("--dry-run", is_flag=True, help=_("Shows what would change, and writes nothing."))
@click.option("--again", is_flag=True, help=_("Reads files again that have been read; your own changes are lost."))
@verbose
@as_json
@told
def collect(
    sources: tuple[Path, ...],
    config: Path | None,
    templates: Path | None,
    content: Path | None,
    dry_run: bool,
    again: bool,
    as_json: bool,
) -> None:
    """`ledertrivsel collect SOURCES`."""
    from ..collecting import collect_into  # noqa: PLC0415 - making a kit needs no XML library

    file = config or Path(PROGRAMME_FILE)
    if not file.exists():
        what, remedy = message("The file isn't there."), message("“{command}” makes one.", command="ledertrivsel new")
        raise InputError([Problem(what, remedy, file=str(file))])
    library = library_in(content)
    collected = collect_into(
        file,
        sources,
        library=library,
        templates=templates,
        cache=cache(),
        write=not dry_run,
        again=again,
    )
    files = collected.answers.files
    if not as_json:
        show((line for found in files for line in file_lines(found, _)), instead=_counted(collected))
    tell(problem for found in files for problem in found.problems)
    tell((*collected.merged.conflicts, *collected.warnings))
    if as_json:
        tell_json(**_data(collected))
    else:
        library = library or library_of(collected.merged.programme)
        show(outcome_lines(collected, file, library, _))
        show(suggestion_lines(collected.merged.programme, library, _))
    if not any(found.outcome in ("read", "known") for found in files):
        sys.exit(1)


def _counted(collected: Collected) -> Iterator[str]:
    """How many files there were of each kind."""
    counted = Counter(found.outcome for found in collected.answers.files)
    yield _("Files: {read} read, {known} read before, {empty} without answers, {skipped} not read.").format(
        **{outcome: counted[outcome] for outcome in ("read", "known", "empty", "skipped")}
    )


def _data(collected: Collected) -> dict[str, Any]:
    """What became of each file, and what has changed, for a program; `backup` tells that it was written."""
    files = [
        {"path": found.path, "outcome": found.outcome, "document": found.document, "read": found.read}
        for found in collected.answers.files
    ]
    changes = [
        {"path": change.at, "value": change.value, "before": change.before, "file": change.file}
        for change in collected.merged.changes
    ]
    return {"files": files, "changes": changes, "backup": collected.backup}
