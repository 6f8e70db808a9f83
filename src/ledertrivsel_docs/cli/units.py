"""The command that makes a kit for each unit of a table: `batch`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import Problem
from ..i18n import translator
from ..reporting_units import bug_problem, kept_lines, progress_line, summary
from .main import main
from .shared import FILE, PROGRAMME_FILE, brand_file, brand_in, cache, config, show, tell, templates_folder, told

if TYPE_CHECKING:
    from ..many import SavedPack

_ = translator()


@main.command(
    help=_("Makes a kit for each unit of a table: a row each in a csv file, a spreadsheet or a YAML list."),
    epilog=_("Example: ledertrivsel batch enheder.xlsx -c forloeb.yaml -o ud"),
)
@click.argument("units", type=FILE)
@config
@click.option("-o", "--output", type=FILE, help=_("The folder. Default: one named after the table."))
@click.option("--kit", default="samlet-plan", help=_("Which kit. Default: samlet-plan."))
@click.option("--zip", "as_zip", is_flag=True, help=_("Makes one zip file for each unit instead of a folder."))
@click.option(
    "--jobs", type=click.IntRange(1, 256), help=_("How many to make at the same time. Default: one a processor.")
)
@brand_file
@templates_folder
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
) -> None:
    """`ledertrivsel batch UNITS`."""
    from ..many import processes, read_units, save_packs  # noqa: PLC0415 - one kit needs nothing of it

    if config is None and Path(PROGRAMME_FILE).is_file():
        config = Path(PROGRAMME_FILE)
        click.echo(_("Using {file}.").format(file=config))
    found = read_units(units, config)
    target, look = output or units.with_suffix(""), brand_in(brand)
    known = _once(problem for unit in found for problem in unit.problems)
    tell(known.values())  # before the work, which may take a while
    with processes(jobs) as executor:
        results = _shown(
            save_packs(
                found,
                target,
                kit=kit,
                as_zip=as_zip,
                executor=executor,
                brand=look,
                templates=templates,
                cache=cache(),
            ),
            len(found),
        )
    show(kept_lines(results, target, _))
    later = _once(problem for result in results for problem in result.problems)
    tell(problem for text, problem in later.items() if text not in known)
    tell(bug_problem(result) for result in results if result.error)
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


def _once(problems: Iterable[Problem]) -> dict[str, Problem]:
    """Each problem once, by its text: what the programme file says is the same for every unit."""
    return {str(problem): problem for problem in problems}
