"""The commands for an organisation's own look: `brand` and `templates`."""

from __future__ import annotations

from pathlib import Path

import click

from ..brand_file import brand_text
from ..disk import write_whole
from ..i18n import translator
from ..models.brand import Brand
from ..models.library import Library
from ..own_look import build_brand_sample, copy_templates
from .main import main
from .shared import FILE, brand_file, brand_in, cache, refuse_existing, report, save_one, told

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
    save_one(build_brand_sample(Brand.load(file), cache=cache()), output)


@main.group(help=_("The templates in Word and PowerPoint: get them to edit."))
def templates() -> None:
    """`ledertrivsel templates`."""


@templates.command(
    "copy",
    help=_("Writes the templates to a folder, for you to change in Word and PowerPoint."),
    epilog=_("Example: ledertrivsel templates copy skabeloner --brand brand.yaml"),
)
@click.argument("folder", type=FILE)
@brand_file
@told
def copy(folder: Path, brand: Path | None) -> None:
    """`ledertrivsel templates copy FOLDER`."""
    report(copy_templates(folder, brand=brand_in(brand)), folder)
    click.echo(_("Use them like this:"))
    click.echo(f"  ledertrivsel pack samlet-plan --templates {folder}")
