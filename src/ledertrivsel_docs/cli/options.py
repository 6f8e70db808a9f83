"""The options that commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any, TypedDict, TypeVar

import click

from ..i18n import translator
from .completing import factors, kits, steps, themes
from .telling import told, verbose

_ = translator()
C = TypeVar("C", bound=Callable[..., Any])

PATH = click.Path(path_type=Path)


class Count(click.IntRange):
    """A number from one to another; click has no words for it but its own."""

    name = _("a whole number")


config = click.option(
    "-c",
    "--config",
    type=PATH,
    metavar=_("FILE"),
    help=_("The programme file. Default: forloeb.yaml, if it is here."),
)
brand_file = click.option("--brand", type=PATH, metavar=_("FILE"), help=_("A brand file: logo, colours and fonts."))
content_folder = click.option(
    "--content",
    type=PATH,
    metavar=_("FOLDER"),
    help=_("A folder of your own texts, themes and tools. Default: the one forloeb.yaml names."),
)
templates_folder = click.option(
    "--templates",
    type=PATH,
    metavar=_("FOLDER"),
    help=_("A folder of your own templates; where it lacks one, ours is used."),
)
output_file = click.option(
    "-o",
    "--output",
    type=PATH,
    metavar=_("FILE"),
    help=_("The file, .pdf for a PDF. Default: the document's own name, here."),
)


class Making(TypedDict):
    """What is chosen by the options of the commands that make one document."""

    config: Path | None
    output: Path | None
    pdf: bool
    brand: Path | None
    templates: Path | None
    content: Path | None


def which_copy(command: C) -> C:
    """The options that say which copy of a document is meant."""
    return _with(
        command,
        click.option(
            "--kit",
            metavar=_("KIT"),
            shell_complete=kits,
            help=_("The kit it belongs to. Default: samlet-plan, or the one you have a meeting of."),
        ),
        click.option("--theme", metavar=_("THEME"), shell_complete=themes, help=_("The theme, by id or number.")),
        click.option("--factor", metavar=_("FACTOR"), shell_complete=factors, help=_("The factor, by id.")),
        click.option(
            "--step",
            metavar=_("STEP"),
            shell_complete=steps,
            help=_("The workshop it is for: forbered, kvalificer or konkretiser."),
        ),
    )


def making(command: C) -> C:
    """The options of a command that makes one document: `Making`."""
    pdf = click.option("--pdf", is_flag=True, help=_("Makes PDFs too, beside the documents. Needs LibreOffice."))
    return _with(command, config, output_file, pdf, brand_file, templates_folder, content_folder, verbose, told)


def _with(command: C, *decorators: Callable[[Any], Any]) -> C:
    """A function with decorators, the first one outermost."""
    decorated: C = reduce(lambda inner, decorate: decorate(inner), reversed(decorators), command)
    return decorated
