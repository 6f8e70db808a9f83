"""The commands for an organisation's own look: `brand` and `templates`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..brand_file import brand_text
from ..disk import write_whole
from ..i18n import translator
from ..models.brand import Brand
from ..models.library import Library
from .main import main
from .shared import FILE, brand_file, brand_in, cache, refuse_existing, report, save_one, show, tell, told

_ = translator()

BRAND_FILE = "brand.yaml"


@main.group(help=_("Your logo, colours and fonts: a file for them, and a page that shows them."))
def brand() -> None:
    """`ledertrivsel brand`."""


@brand.command(
    "new",
    help=_("Writes a brand file to fill in."),
    epilog=_("Example: ledertrivsel brand new"),
)
@click.argument("file", type=FILE, default=BRAND_FILE)
@told
def new_brand(file: Path) -> None:
    """`ledertrivsel brand new [FILE]`."""
    refuse_existing(file)
    write_whole(file, brand_text(Library.default(), file=file.name).encode())
    click.echo(_("{file} is ready. Open it, fill in your own, and see it:").format(file=file))
    click.echo(f"  ledertrivsel brand show {file}")


@brand.command(
    "show",
    help=_("Makes a page that shows a brand: its colours with their contrast, its fonts, a form."),
    epilog=_("Example: ledertrivsel brand show brand.yaml"),
)
@click.argument("file", type=FILE, default=BRAND_FILE)
@click.option("-o", "--output", type=FILE, help=_("The file. Default: the document's own name, here."))
@told
def show_brand(file: Path, output: Path | None) -> None:
    """`ledertrivsel brand show [FILE]`."""
    from ..own_look import build_brand_sample  # noqa: PLC0415 - seldom asked for

    save_one(build_brand_sample(Brand.load(file), cache=cache()), output)


@main.group(help=_("The templates in Word and PowerPoint: get them to edit, and check them."))
def templates() -> None:
    """`ledertrivsel templates`."""


@templates.command(
    "copy",
    help=_("Writes the templates to a folder, for you to change in Word and PowerPoint."),
    epilog=_("Example: ledertrivsel templates copy skabeloner --brand brand.yaml"),
)
@click.argument("folder", type=FILE)
@brand_file
@click.option("--letterhead", type=FILE, help=_("Your letterhead, a .dotx or .docx: the A4 templates stand on it."))
@click.option("--slides", type=FILE, help=_("Your presentation, a .potx or .pptx: the decks stand on it."))
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
    epilog=_("Example: ledertrivsel templates check skabeloner"),
)
@click.argument("folder", type=FILE)
@told
def check(folder: Path) -> None:
    """`ledertrivsel templates check FOLDER`."""
    from ..template_check import check_templates  # noqa: PLC0415 - making a kit needs no XML library

    problems = check_templates(folder)
    tell(problems)
    errors = sum(not problem.warning for problem in problems)
    click.echo(_("Errors: {errors}. Notes: {notes}.").format(errors=errors, notes=len(problems) - errors))
    if errors:
        sys.exit(1)


@templates.command(
    "fields",
    help=_("Lists what a template can print: each field with its meaning and how a tag names it."),
    epilog=_("Examples: ledertrivsel templates fields action-card, ledertrivsel templates fields deck --kind map"),
)
@click.argument("document")
@click.option("--kind", help=_("The kind of slide, for a deck."))
@told
def fields(document: str, kind: str | None) -> None:
    """`ledertrivsel templates fields DOCUMENT`."""
    from ..models.template_fields import slide_kinds, template_fields  # noqa: PLC0415 - seldom asked for

    kinds = slide_kinds(document)
    if kinds and kind is None:
        click.echo(_("A deck has fields for each kind of slide; choose one with --kind:"))
        show(f"  {known}" for known in kinds)
        return
    for field in template_fields(document, kind):
        click.secho(field.example or field.path, bold=True)
        click.echo(f"    {field.meaning}")
