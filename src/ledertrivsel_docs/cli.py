"""The command line: each command parses, calls one public function of the library, and prints for a person."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click
import platformdirs

from .disk import Saved, save_all, write_whole
from .errors import InputError, LedertrivselError, OutputError, Problem, message
from .finding import kit_named
from .i18n import translator
from .models.brand import Brand
from .models.library import Library
from .models.programme import Programme
from .pack import Document, build_document, build_pack
from .reporting import file_lines, outcome_lines, saved_lines, suggestion_lines

_ = translator()
P = ParamSpec("P")
T = TypeVar("T")

PROGRAMME_FILE = "forloeb.yaml"
CACHE_VARIABLE = "LEDERTRIVSEL_CACHE"
"""Names another folder for compiled templates than the user's own cache."""

CACHE = Path(os.environ.get(CACHE_VARIABLE) or platformdirs.user_cache_dir("ledertrivsel-docs", appauthor=False))
FILE = click.Path(path_type=Path)


def _told(command: Callable[P, T]) -> Callable[P, T]:
    """Turns the library's errors into lines for a person and exit code 1."""

    @wraps(command)
    def told(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return command(*args, **kwargs)
        except LedertrivselError as error:
            _tell(error.problems)
            if isinstance(error, OutputError) and "output" in kwargs:
                click.echo(_("-o chooses where to write."), err=True)
            sys.exit(1)

    return told


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        head = _("Note:") if problem.warning else _("Error:")
        click.echo(f"{click.style(head, fg='yellow' if problem.warning else 'red')} {problem.told(_)}", err=True)


def _programme(file: Path | None) -> Programme | None:
    """The programme to fill with: the file asked for, else a `forloeb.yaml` here, else none; the warnings are told."""
    if file is None:
        if not Path(PROGRAMME_FILE).is_file():
            return None
        file = Path(PROGRAMME_FILE)
        click.echo(_("Using {file}.").format(file=file))
    programme, warnings = Programme.check(file)
    _tell(warnings)
    return programme


def _report(saved: Iterable[Saved], folder: Path) -> None:
    _show(saved_lines(saved, folder, _))


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


config = click.option("-c", "--config", type=FILE, help=_("The programme file. Default: forloeb.yaml, if it is here."))
brand_file = click.option("--brand", type=FILE, help=_("A brand file with colours and fonts."))


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("Word and PowerPoint kits for work on managers' well-being."),
    epilog=_("Begin with: ledertrivsel pack samlet-plan"),
)
@click.version_option(package_name="ledertrivsel-docs")
def main() -> None:
    """The command `ledertrivsel`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a theme's emoji is no reason to stop on an old Windows console
            stream.reconfigure(errors="replace")


@main.command(
    "list",
    help=_("Shows the kits, or what one kit holds: documents, themes, factors, questions."),
    epilog=_("Example: ledertrivsel list samlet-plan"),
)
@click.argument("kit", required=False)
@_told
def list_kits(kit: str | None) -> None:
    """`ledertrivsel list [KIT]`."""
    library = Library.default()
    if kit is None:
        _table((known.id, known.title) for known in library.kits.values())
        return
    chosen = kit_named(kit, library)
    for folder in chosen.folders:
        documents = [document for document in chosen.documents if chosen.folder_of(document) == folder]
        if documents:
            click.secho(folder.title, bold=True)
            _table((f"  {d.number:02}", d.name_for("…"), d.id) for d in documents)
    tool = library.tools.get(chosen.id)
    if tool is None:
        click.secho(_("Themes"), bold=True)
        _table((f"  {theme.number}", theme.title, theme.id) for theme in library.samlet_plan.themes.themes)
        return
    if tool.factors.factors:
        click.secho(_("Factors"), bold=True)
        _table((f"  {factor.id}", factor.title) for factor in tool.factors.factors)
    if tool.questions.groups:
        click.secho(_("Questions"), bold=True)
        _table((f"  {question.id}", question.text) for question in tool.questions.questions)


def _table(rows: Iterable[tuple[str, ...]]) -> None:
    lines = list(rows)
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    _show("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines)


@main.command(
    help=_("Writes a programme file to fill in."),
    epilog=_("Example: ledertrivsel new"),
)
@click.argument("file", type=FILE, default=PROGRAMME_FILE)
@_told
def new(file: Path) -> None:
    """`ledertrivsel new [FILE]`."""
    if file.exists():
        raise InputError(
            [Problem(message("The file is there already."), message("Give another name."), file=str(file))]
        )
    write_whole(file, Library.default().starter.encode())
    click.echo(_("{file} is ready. Open it, fill in what you know, and run:").format(file=file))
    click.echo(f"  ledertrivsel pack samlet-plan -c {file}")


@main.command(
    help=_("Makes a whole kit, or all of them (alle): blank, or filled from a programme file."),
    epilog=_("Example: ledertrivsel pack samlet-plan -c forloeb.yaml -o kit"),
)
@click.argument("kit", default="samlet-plan")
@config
@click.option(
    "-o", "--output", type=FILE, help=_("The folder, or with --zip the file. Default: one named after the kit.")
)
@click.option("--zip", "as_zip", is_flag=True, help=_("Makes one zip file instead of a folder."))
@brand_file
@_told
def pack(kit: str, config: Path | None, output: Path | None, as_zip: bool, brand: Path | None) -> None:
    """`ledertrivsel pack KIT`."""
    programme = _programme(config)
    made = build_pack(kit, programme, brand=_brand(brand), cache=CACHE)
    as_zip = as_zip or (output is not None and output.suffix.lower() == ".zip")
    target = output or Path(made.kit + (".zip" if as_zip else ""))
    if as_zip:
        _report(save_all(target.parent, {target.name: made.zip_bytes()}, made.beside), target.parent)
    else:
        _report(made.save(target), target)
    click.echo(_("{count} documents in {target}").format(count=len(made), target=target))


@main.command(
    help=_("Makes one document: by its id, its number or its Danish name."),
    epilog=_('Example: ledertrivsel document "Action card" --theme sparring -o kort.docx'),
)
@click.argument("name")
@click.option("--kit", help=_("The kit it belongs to. Default: samlet-plan, or the one you have a meeting of."))
@click.option("--theme", help=_("The theme, by id or number."))
@click.option("--factor", help=_("The factor, by id."))
@click.option("--step", help=_("The workshop it is for: forbered, kvalificer or konkretiser."))
@config
@click.option("-o", "--output", type=FILE, help=_("The file. Default: the document's own name, here."))
@brand_file
@_told
def document(
    name: str,
    kit: str | None,
    theme: str | None,
    factor: str | None,
    step: str | None,
    config: Path | None,
    output: Path | None,
    brand: Path | None,
) -> None:
    """`ledertrivsel document NAME`."""
    programme = _programme(config)
    made = build_document(
        name, programme, theme=theme, factor=factor, step=step, kit=kit, brand=_brand(brand), cache=CACHE
    )
    _save_one(made, output)


@main.command(
    help=_("Makes the plan: the action cards of a programme file gathered in one document for MED and AMO."),
    epilog=_("Example: ledertrivsel plan -c forloeb.yaml -o plan.docx"),
)
@config
@click.option("-o", "--output", type=FILE, help=_("The file. Default: the document's own name, here."))
@brand_file
@_told
def plan(config: Path | None, output: Path | None, brand: Path | None) -> None:
    """`ledertrivsel plan`."""
    _save_one(build_document("plan", _programme(config), brand=_brand(brand), cache=CACHE), output)


@main.command(
    help=_("Reads filled forms and writes their answers into the programme file; the old one is kept beside."),
    epilog=_("Example: ledertrivsel collect svar/ -c forloeb.yaml"),
)
@click.argument("sources", type=FILE, nargs=-1, required=True)
@config
@click.option("--dry-run", is_flag=True, help=_("Shows what would change, and writes nothing."))
@click.option("--again", is_flag=True, help=_("Reads files again that have been read; your own changes are lost."))
@_told
def collect(sources: tuple[Path, ...], config: Path | None, dry_run: bool, again: bool) -> None:
    """`ledertrivsel collect SOURCES`."""
    from .collecting import collect_into  # noqa: PLC0415 - making a kit needs no XML library

    file, library = config or Path(PROGRAMME_FILE), Library.default()
    if not file.exists():
        what, remedy = message("The file isn't there."), message("“{command}” makes one.", command="ledertrivsel new")
        raise InputError([Problem(what, remedy, file=str(file))])
    collected = collect_into(file, sources, cache=CACHE, write=not dry_run, again=again)
    for found in collected.answers.files:
        _show(file_lines(found, _))
        _tell(found.problems)
    _tell((*collected.merged.conflicts, *collected.warnings))
    _show(outcome_lines(collected, file, library, _))
    _show(suggestion_lines(collected.merged.programme, library, _))
    if not any(found.outcome in ("read", "known") for found in collected.answers.files):
        sys.exit(1)


def _save_one(made: Document, output: Path | None) -> None:
    """Writes a document to the file or into the folder asked for, else under its own name here."""
    target = output or Path(made.name)
    if not target.suffix or target.is_dir():
        target = target / made.name
    if target.suffix.lower() != Path(made.name).suffix:
        what = message("The file is to end in {suffix}.", suffix=Path(made.name).suffix)
        raise InputError([Problem(what, file=str(target))])
    _report([made.save(target)], target.parent)


@main.command(
    help=_("Checks a programme file: errors, and what is likely a slip."),
    epilog=_("Example: ledertrivsel check -c forloeb.yaml"),
)
@config
@_told
def check(config: Path | None) -> None:
    """`ledertrivsel check`."""
    file = config or Path(PROGRAMME_FILE)
    programme, warnings = Programme.check(file)
    if programme.brand:
        Brand.load(programme.brand)
    _tell(warnings)
    counted = (
        (len(programme.themes.selected), _("Chosen themes: {count}.")),
        (len(programme.meetings), _("Meetings with the other tools: {count}.")),
    )
    told = [_("{file} can be used.").format(file=file), *(text.format(count=count) for count, text in counted if count)]
    click.echo(" ".join(told))


def _brand(file: Path | None) -> Brand | None:
    return Brand.load(file) if file else None
