"""The commands that make kits: `pack`, `document`, `plan` and `changed`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Unpack

import click

from ..building import build_document, build_pack
from ..disk import changed_files
from ..errors import Problem
from ..i18n import translator
from .command import examples
from .completing import documents, kits
from .main import main
from .options import PATH, Making, brand_file, config, content_folder, making, templates_folder, which_copy
from .shared import brand_in, cache, library_in, pdfs_made, programme_in, save_one
from .telling import as_json, report, saved_data, show, stop_at, tell, tell_json, told, verbose

_ = translator()


@main.command(
    help=_("Makes a whole kit, or all of them (alle): blank, or filled from a programme file."),
    short_help=_("Makes a whole kit."),
    epilog=examples("ledertrivsel pack samlet-plan", "ledertrivsel pack alle -c forloeb.yaml -o kit --zip"),
)
@click.argument("kit", default="samlet-plan", metavar=_("[KIT]"), shell_complete=kits)
@config
@click.option(
    "-o",
    "--output",
    type=PATH,
    metavar=_("FOLDER"),
    help=_("The folder, or with --zip the file. Default: one named after the kit."),
)
@click.option("--zip", "as_zip", is_flag=True, help=_("Makes one zip file instead of a folder."))
@click.option("--pdf", is_flag=True, help=_("Makes PDFs too, and one to print for each workshop. Needs LibreOffice."))
@brand_file
@templates_folder
@content_folder
@verbose
@as_json
@told
def pack(
    kit: str,
    config: Path | None,
    output: Path | None,
    as_zip: bool,
    pdf: bool,
    brand: Path | None,
    templates: Path | None,
    content: Path | None,
    as_json: bool,
) -> None:
    """`ledertrivsel pack KIT`."""
    library, look = library_in(content), brand_in(brand)
    programme = programme_in(config, library, missed=True)
    made = build_pack(kit, programme, brand=look, templates=templates, library=library, cache=cache())
    problems: Sequence[Problem] = ()
    if pdf:
        from ..printing import pack_pdfs  # noqa: PLC0415 - most kits are made without

        only = made
        more, problems = pdfs_made(
            lambda: pack_pdfs(only, programme, brand=look, templates=templates, library=library, cache=cache())
        )
        made = made.adding(more)
    as_zip = as_zip or (output is not None and output.suffix.lower() == ".zip")
    target = output or Path(made.kit + (".zip" if as_zip else ""))
    saved = [made.save_zip(target)] if as_zip else made.save(target)
    tell(problems)
    if as_json:
        tell_json(kit=made.kit, folder=target, files=saved_data(saved))
    else:
        report(saved, target.parent if as_zip else target)
        click.echo(_("{count} documents in {target}").format(count=len(made), target=target))
    stop_at(problems)


@main.command(
    help=_("Makes one document: by its id, its number or its Danish name."),
    short_help=_("Makes one document."),
    epilog=examples('ledertrivsel document "Action card" --theme sparring -o kort.docx'),
)
@click.argument("name", metavar=_("NAME"), shell_complete=documents)
@which_copy
@making
def document(
    name: str,
    kit: str | None,
    theme: str | None,
    factor: str | None,
    step: str | None,
    **options: Unpack[Making],
) -> None:
    """`ledertrivsel document NAME`."""
    _make(name, {"kit": kit, "theme": theme, "factor": factor, "step": step}, options)


@main.command(
    help=_("Makes the plan: the action cards of a programme file gathered in one document for MED and AMO."),
    short_help=_("Makes the plan for MED and AMO."),
    epilog=examples("ledertrivsel plan -c forloeb.yaml -o plan.docx"),
)
@making
def plan(**options: Unpack[Making]) -> None:
    """`ledertrivsel plan`."""
    _make("plan", {}, options, missed=True)


def _make(name: str, which: dict[str, str | None], options: Making, *, missed: bool = False) -> None:
    """Makes and writes one document; where a programme file is `missed`, that is told."""
    library = library_in(options["content"])
    made = build_document(
        name,
        programme_in(options["config"], library, missed=missed),
        **which,
        brand=brand_in(options["brand"]),
        templates=options["templates"],
        library=library,
        cache=cache(),
    )
    save_one(made, options["output"], options["pdf"])


@main.command(
    help=_("Shows which documents of a kit's folder have been edited or removed since they were made."),
    short_help=_("Shows what has been edited since it was made."),
    epilog=examples("ledertrivsel changed samlet-plan"),
)
@click.argument("folder", type=PATH, metavar=_("FOLDER"))
@verbose
@as_json
@told
def changed(folder: Path, as_json: bool) -> None:
    """`ledertrivsel changed FOLDER`."""
    found = changed_files(folder)
    if as_json:
        tell_json(files=[{"path": file.path, "state": file.state} for file in found])
        return
    words = {"edited": _("  {path} (edited)"), "missing": _("  {path} (not there)")}
    show(words[file.state].format(path=file.path) for file in found)
    if not found:
        click.echo(_("Every document in {folder} is as it was made.").format(folder=folder))
