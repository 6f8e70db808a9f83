"""The command that teaches a shell to complete ours: `completion`."""

from __future__ import annotations

import click

from ..errors import InputError, Problem, message
from ..i18n import translator
from .command import examples
from .main import main
from .telling import told

_ = translator()

NAME = "ledertrivsel"

_INSTALLED = {
    "bash": "ledertrivsel completion bash > ~/.ledertrivsel.bash && echo '. ~/.ledertrivsel.bash' >> ~/.bashrc",
    "zsh": "ledertrivsel completion zsh > ~/.ledertrivsel.zsh && echo '. ~/.ledertrivsel.zsh' >> ~/.zshrc",
    "fish": "ledertrivsel completion fish > ~/.config/fish/completions/ledertrivsel.fish",
    "powershell": "ledertrivsel completion powershell >> $PROFILE",
}


@main.command(
    help=_("Prints a script: with it the shell completes commands, kits, documents and themes when you press Tab."),
    short_help=_("Lets the Tab key complete commands and names."),
    epilog=examples("ledertrivsel completion bash"),
)
@click.argument("shell", type=click.Choice(tuple(_INSTALLED)), metavar=_("SHELL"), default="bash")
@told
def completion(shell: str) -> None:
    """`ledertrivsel completion [SHELL]`."""
    from .shells import script  # noqa: PLC0415 - seldom asked for

    written = script(shell, main, NAME)
    if written is None:
        what = message("The library click that is installed can't complete in {shell}.", shell=shell)
        raise InputError([Problem(what, message("Install a newer one: pip install -U click"))])
    click.echo(f"# {_('To install:')} {_INSTALLED[shell]}")
    click.echo(written)
