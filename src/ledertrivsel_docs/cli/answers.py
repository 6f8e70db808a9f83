"""The command that brings filled forms back: `collect`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..errors import InputError, Problem, message
from ..i18n import translator
from ..models.programme import library_of
from ..reporting import file_lines, outcome_lines, suggestion_lines
from .main import main
from .shared import FILE, PROGRAMME_FILE, cache, config, content_folder, library_in, show, tell, templates_folder, told

_ = translator()


@main.command(
    help=_("Reads filled forms and writes their answers into the programme file; the old one is kept beside."),
    epilog=_("Example: ledertrivsel collect svar/ -c forloeb.yaml"),
)
@click.argument("sources", type=FILE, nargs=-1, required=True)
@config
@templates_folder
@content_folder
@click.option("--dry-run", is_flag=True, help=_("Shows what would change, and writes nothing."))
@click.option("--again", is_flag=True, help=_("Reads files again that have been read; your own changes are lost."))
@told
def collect(
    sources: tuple[Path, ...],
    config: Path | None,
    templates: Path | None,
    content: Path | None,
    dry_run: bool,
    again: bool,
) -> None:
    """`ledertrivsel collect SOURCES`."""
    from ..collecting import collect_into  # noqa: PLC0415 - making a kit needs no XML library

    file = config or Path(PROGRAMME_FILE)
    if not file.exists():
        what, remedy = message("The file isn't there."), message("“{command}” makes one.", command="ledertrivsel new")
        raise InputError([Problem(what, remedy, file=str(file))])
    collected = collect_into(
        file,
        sources,
        library=library_in(content),
        templates=templates,
        cache=cache(),
        write=not dry_run,
        again=again,
    )
    library = library_in(content) or library_of(collected.merged.programme)
    for found in collected.answers.files:
        show(file_lines(found, _))
        tell(found.problems)
    tell((*collected.merged.conflicts, *collected.warnings))
    show(outcome_lines(collected, file, library, _))
    show(suggestion_lines(collected.merged.programme, library, _))
    if not any(found.outcome in ("read", "known") for found in collected.answers.files):
        sys.exit(1)
