"""The commands for an organisation's own look: `brand` and `templates`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..brand_file import brand_text
from ..disk import write_whole
from ..i18n import translator
from ..models.brand import Brand
from .command import examples
from .completing import documents
from .main import main
from .options import PATH, brand_file, output_file
from .shared import brand_in, cache, our_library, refuse_existing, save_one
from .telling import as_json, report, show, tell, tell_json, told, verbose

_ = translator()

BRAND_FILE = "brand.yaml"


@main.group(
    help=_("Your logo, colours and fonts: a file for them, and a page that shows them."),
    short_help=_("Your logo, colours and fonts."),
    epilog=examples("ledertrivsel brand new"),
)
def brand() -> None:
    """`ledertrivsel brand`."""


@brand.command(
    "new",
    help=_("Writes a brand file to fill in."),
    epilog=examples("ledertrivsel brand new"),
)
@click.argument("file", type=PATH, default=BRAND_FILE, metavar=_("[FILE]"))
@told
def new_brand(file: Path) -> None:
    """`ledertrivsel brand new [FILE]`."""
    refuse_existing(file)
    write_whole(file, brand_text(our_library(), file=file.name).encode())
    click.echo(_("{file} is ready. Open it, fill in your own, and see it:").format(file=file))
    click.echo(f"  ledertrivsel brand show {file}")


@brand.command(
    "show",
    help=_("Makes a page that shows a brand: its colours with their contrast, its fonts, a form."),
    short_help=_("Makes a page that shows a brand."),
    epilog=examples("ledertrivsel brand show brand.yaml"),
)
@click.argument("file", type=PATH, default=BRAND_FILE, metavar=_("[FILE]"))
@output_file
@told
def show_brand(file: Path, output: Path | None) -> None:
    """`ledertrivsel brand show [FILE]`."""
    from ..own_look import build_brand_sample  # noqa: PLC0415 - seldom asked for

    save_one(build_brand_sample(Brand.load(file), cache=cache()), output)


@main.group(
    help=_("The templates in Word and PowerPoint: get them to edit, and check them."),
    short_help=_("The templates in Word and PowerPoint."),
    epilog=examples("ledertrivsel templates copy skabeloner"),
)
def templates() -> None:
    """`ledertrivsel templates`."""


@templates.command(
    "copy",
    help=_("Writes the templates to a folder, for you to change in Word and PowerPoint."),
    short_help=_("Writes the templates to a folder."),
    epilog=examples("ledertrivsel templates copy skabeloner --brand brand.yaml"),
)
@click.argument("folder", type=PATH, metavar=_("FOLDER"))
@brand_file
@click.option(
    "--letterhead",
    type=PATH,
    metavar=_("FILE"),
    help=_("Your letterhead, a .dotx or .docx: the A4 templates stand on it."),
)
@click.option(
    "--slides", type=PATH, metavar=_("FILE"), help=_("Your presentation, a .potx or .pptx: the decks stand on it.")
)
@verbose
@told
def copy(folder: Path, brand: Path | None, letterhead: Path | None, slides: Path | None) -> None:
    """`ledertrivsel templates copy FOLDER`."""
    from ..own_look import copy_templates  # noqa: PLC0415 - seldom asked for

    report(copy_templates(folder, brand=brand_in(brand), letterhead=letterhead, slides=slides), folder)
    click.echo(_("Use them like this:"))
    click.echo(f"  ledertrivsel pack samlet-plan --templates {folder}")


@templates.command(
    "check",
    help=_("Checks your own templates: everything that is wrong, before anything is made with them."),
    short_help=_("Checks your own templates."),
    epilog=examples("ledertrivsel templates check skabeloner"),
)
@click.argument("folder", type=PATH, metavar=_("FOLDER"))
@verbose
@as_json
@told
def check(folder: Path, as_json: bool) -> None:
    """`ledertrivsel templates check FOLDER`."""
    from ..template_check import check_templates  # noqa: PLC0415 - making a kit needs no XML library

    problems = check_templates(folder)
    tell(problems)
    errors = sum(not problem.warning for problem in problems)
    if as_json:
        tell_json(folder=folder)
    else:
        click.echo(_("Errors: {errors}. Notes: {notes}.").format(errors=errors, notes=len(problems) - errors))
    if errors:
        sys.exit(1)


@templates.command(
    "fields",
    help=_("Lists what a template can print: each field with its meaning and how a tag names it."),
    short_help=_("Lists what a template can print."),
    epilog=examples("ledertrivsel templates fields action-card", "ledertrivsel templates fields deck --kind map"),
)
@click.argument("document", metavar=_("DOCUMENT"), shell_complete=documents)
@click.option("--kind", metavar=_("KIND"), help=_("The kind of slide, for a deck."))
@verbose
@told
def fields(document: str, kind: str | None) -> None:
    """`ledertrivsel templates fields DOCUMENT`."""
    from ..models.template_fields import slide_kinds, template_fields  # noqa: PLC0415 - seldom asked for

    kinds = slide_kinds(document)
    if kinds and kind is None:
        click.echo(_("A deck has fields for each kind of slide; choose one with --kind:"))
        show(f"  {known}" for known in kinds)
        return
    found = template_fields(document, kind)
    show(line for f in found for line in (click.style(f.example or f.path, bold=True), f"    {f.meaning}"))
