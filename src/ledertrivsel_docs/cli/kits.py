"""The commands that make kits: `list`, `new`, `pack`, `document`, `plan` and `changed`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ..disk import changed_files, save_all, write_whole
from ..errors import Problem
from ..finding import kit_named
from ..i18n import translator
from ..models.library import Library
from ..pack import build_document, build_pack
from .main import main
from .shared import (
    FILE,
    PROGRAMME_FILE,
    brand_file,
    brand_in,
    cache,
    config,
    content_folder,
    library_in,
    pdf_beside,
    pdfs_made,
    programme_in,
    refuse_existing,
    report,
    save_one,
    stop_at,
    table,
    templates_folder,
    told,
)

_ = translator()


@main.command(
    "list",
    help=_("Shows the kits, or what one kit holds: documents, themes, factors, questions."),
    epilog=_("Example: ledertrivsel list samlet-plan"),
)
@click.argument("kit", required=False)
@content_folder
@told
def list_kits(kit: str | None, content: Path | None) -> None:
    """`ledertrivsel list [KIT]`."""
    library = library_in(content) or Library.default()
    if kit is None:
        table((known.id, known.title) for known in library.kits.values())
        return
    chosen = kit_named(kit, library)
    for folder in chosen.folders:
        documents = [document for document in chosen.documents if chosen.folder_of(document) == folder]
        if documents:
            click.secho(folder.title, bold=True)
            table((f"  {d.number:02}", d.name_for("…"), d.id) for d in documents)
    tool = library.tools.get(chosen.id)
    if tool is None:
        click.secho(_("Themes"), bold=True)
        themes = enumerate(library.samlet_plan.themes.themes, 1)
        table((f"  {number}", theme.title, theme.id) for number, theme in themes)
        return
    if tool.factors.factors:
        click.secho(_("Factors"), bold=True)
        table((f"  {factor.id}", factor.title) for factor in tool.factors.factors)
    if tool.questions.groups:
        click.secho(_("Questions"), bold=True)
        table((f"  {question.id}", question.text) for question in tool.questions.questions)


@main.command(
    help=_("Writes a programme file to fill in."),
    epilog=_("Example: ledertrivsel new"),
)
@click.argument("file", type=FILE, default=PROGRAMME_FILE)
@told
def new(file: Path) -> None:
    """`ledertrivsel new [FILE]`."""
    refuse_existing(file)
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
@click.option(
    "--pdf",
    is_flag=True,
    help=_("Makes PDFs too, and one to print for each workshop. Needs LibreOffice."),
)
@brand_file
@templates_folder
@content_folder
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
) -> None:
    """`ledertrivsel pack KIT`."""
    library, look = library_in(content), brand_in(brand)
    programme = programme_in(config, library)
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
    if as_zip:
        report(save_all(target.parent, {target.name: made.zip_bytes()}, made.beside), target.parent)
    else:
        report(made.save(target), target)
    click.echo(_("{count} documents in {target}").format(count=len(made), target=target))
    stop_at(problems)


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
@click.option("-o", "--output", type=FILE, help=_("The file, .pdf for a PDF. Default: the document's own name, here."))
@pdf_beside
@brand_file
@templates_folder
@content_folder
@told
def document(
    name: str,
    kit: str | None,
    theme: str | None,
    factor: str | None,
    step: str | None,
    config: Path | None,
    output: Path | None,
    pdf: bool,
    brand: Path | None,
    templates: Path | None,
    content: Path | None,
) -> None:
    """`ledertrivsel document NAME`."""
    library = library_in(content)
    programme = programme_in(config, library)
    made = build_document(
        name,
        programme,
        theme=theme,
        factor=factor,
        step=step,
        kit=kit,
        brand=brand_in(brand),
        templates=templates,
        library=library,
        cache=cache(),
    )
    save_one(made, output, pdf)


@main.command(
    help=_("Makes the plan: the action cards of a programme file gathered in one document for MED and AMO."),
    epilog=_("Example: ledertrivsel plan -c forloeb.yaml -o plan.docx"),
)
@config
@click.option("-o", "--output", type=FILE, help=_("The file, .pdf for a PDF. Default: the document's own name, here."))
@pdf_beside
@brand_file
@templates_folder
@content_folder
@told
def plan(
    config: Path | None,
    output: Path | None,
    pdf: bool,
    brand: Path | None,
    templates: Path | None,
    content: Path | None,
) -> None:
    """`ledertrivsel plan`."""
    library = library_in(content)
    made = build_document(
        "plan",
        programme_in(config, library),
        brand=brand_in(brand),
        templates=templates,
        library=library,
        cache=cache(),
    )
    save_one(made, output, pdf)


@main.command(
    help=_("Shows which documents of a kit's folder have been edited or removed since they were made."),
    epilog=_("Example: ledertrivsel changed kit"),
)
@click.argument("folder", type=FILE)
@told
def changed(folder: Path) -> None:
    """`ledertrivsel changed FOLDER`."""
    found = changed_files(folder)
    for file in found:
        text = _("  {path} (edited)") if file.state == "edited" else _("  {path} (not there)")
        click.echo(text.format(path=file.path))
    if not found:
        click.echo(_("Every document in {folder} is as it was made.").format(folder=folder))
