"""The command `ledertrivsel`; its subcommands are in the other modules, by what they are about."""

from __future__ import annotations

import io
import os
import sys

import click

from ..i18n import translator
from .command import Group, examples

_ = translator()


@click.group(
    cls=Group,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "max_content_width": 100,
        "color": False if os.environ.get("NO_COLOR") else None,  # None: where it is shown on a terminal
    },
    help=_("Word and PowerPoint kits for work on managers' well-being."),
    epilog=examples("ledertrivsel pack samlet-plan"),
)
@click.version_option(package_name="ledertrivsel-docs", message="%(prog)s %(version)s", help=_("Shows the version."))
def main() -> None:
    """The command `ledertrivsel`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a theme's emoji is no reason to stop on an old Windows console
            stream.reconfigure(errors="replace")
