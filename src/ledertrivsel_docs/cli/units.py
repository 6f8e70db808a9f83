"""The command that makes a kit for each unit of a table: `batch`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import Problem
from ..i18n import translator
from ..reporting_units import bug_problem, kept_lines, progress_line, summary
from .command import examples
from .completing import kits
from .main import main
from .options import PATH, Count, brand_file, config, templates_folder
from .shared import brand_in, cache, programme_here
from .telling import as_json, saved_data, show, tell, tell_json, told, verbose

if TYPE_CHECKING:
    from ..many import SavedPack

_ = translator()


@main.command(
    help=_("Makes a kit for each unit of a table: a row each in a csv file, a spreadsheet or a YAML list."),
    short_help=_("Makes a kit for each unit of a table."),
    epilog=examples("ledertrivsel batch enheder.xlsx -c forloeb.yaml -o ud"),
)
@click.argument("units", type=PATH, metavar=_("TABLE"))
@config
@click.option(
    "-o", "--output", type=PATH, metavar=_("FOLDER"), help=_("The folder. Default: one named after the table.")
)
@click.option(
    "--kit", default="samlet-plan", metavar=_("KIT"), shell_complete=kits, help=_("Which kit. Default: samlet-plan.")
)
@click.option("--zip", "as_zip", is_flag=True, help=_("Makes one zip file for each unit instead of a folder."))
@click.option(
    "--jobs",
    type=Count(1, 256),
    metavar=_("NUMBER"),
    help=_("How many to make at the same time. Default: one a processor."),
)
@brand_file
@templates_folder
@verbose
@as_json
@told
def batch(
    units: Path,
    config: Path | None,
    output: Path | None,
    kit: str,
    as_zip: bool,
    jobs: int | None,
    brand: Path | None,
    templates: Path | None,
    as_json: bool,
) -> None:
    """`ledertrivsel batch UNITS`."""
    from ..many import processes, read_units, save_packs  # noqa: PLC0415 - one kit needs nothing of it

    found = read_units(units, config or programme_here())
    target, look = output or units.with_suffix(""), brand_in(brand)
    known = _once(problem for unit in found for problem in unit.problems)
    tell(known.values())  # before the work, which may take a while
    with processes(jobs) as executor:
        making = save_packs(
            found, target, kit=kit, as_zip=as_zip, executor=executor, brand=look, templates=templates, cache=cache()
        )
        results = list(making) if as_json else _shown(making, len(found))
    later = _once(problem for result in results for problem in result.problems)
    tell(problem for text, problem in later.items() if text not in known)
    tell(bug_problem(result) for result in results if result.error)
    if as_json:
        tell_json(folder=target, kits=[_data(result) for result in results])
    else:
        show(kept_lines(results, target, _))
        click.echo(summary(results, target, _))
    if any(result.outcome == "failed" for result in results):
        sys.exit(1)


def _shown(results: Iterable[SavedPack], count: int) -> list[SavedPack]:
    """All results, with a bar on a terminal while they come, else a line each."""
    if sys.stdout.isatty():
        with click.progressbar(results, length=count, label=_("Kits"), show_pos=True) as bar:
            return list(bar)
    begun, found = time.monotonic(), []
    for number, result in enumerate(results, start=1):
        found.append(result)
        left = (time.monotonic() - begun) / number * (count - number)
        click.echo(progress_line(result, number, count, left, _))
    return found


def _data(result: SavedPack) -> dict[str, Any]:
    """What became of a kit, for a program."""
    return {
        "name": result.name,
        "path": result.path,
        "outcome": result.outcome,
        "files": saved_data(result.files),
    }


def _once(problems: Iterable[Problem]) -> dict[str, Problem]:
    """Each problem once, by its text: what the programme file says is the same for every unit."""
    return {str(problem): problem for problem in problems}
