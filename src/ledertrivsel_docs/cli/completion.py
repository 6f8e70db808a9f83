"""The command that teaches a shell to complete ours: `completion`."""

from __future__ import annotations

import click

from ..errors import InputError, Problem, message
from ..i18n import translator
from .command import examples
from .main import main
from .telling import told

_ = translator()

_NAME, _VARIABLE = "ledertrivsel", "_LEDERTRIVSEL_COMPLETE"
"""The command, and what a shell sets when it asks it for completions; click makes the one of the other."""

_INSTALLED = {
    "bash": "ledertrivsel completion bash > ~/.ledertrivsel.bash && echo '. ~/.ledertrivsel.bash' >> ~/.bashrc",
    "zsh": "ledertrivsel completion zsh > ~/.ledertrivsel.zsh && echo '. ~/.ledertrivsel.zsh' >> ~/.zshrc",
    "fish": "ledertrivsel completion fish > ~/.config/fish/completions/ledertrivsel.fish",
    "powershell": "ledertrivsel completion powershell >> $PROFILE",
}

# Bash puts what it is given into the line as it is; a name of several words is to be one there.
_QUOTED_IN_BASH = """
_ledertrivsel_quoted() {
    _ledertrivsel_completion "$@"
    local i
    for i in "${!COMPREPLY[@]}"; do printf -v "COMPREPLY[i]" %q "${COMPREPLY[i]}"; done
}
complete -o nosort -F _ledertrivsel_quoted ledertrivsel"""


@main.command(
    help=_("Prints a script: with it the shell completes commands, kits, documents and themes when you press Tab."),
    short_help=_("Lets the Tab key complete commands and names."),
    epilog=examples("ledertrivsel completion bash"),
)
@click.argument("shell", type=click.Choice(tuple(_INSTALLED)), metavar=_("SHELL"), default="bash")
@told
def completion(shell: str) -> None:
    """`ledertrivsel completion [SHELL]`."""
    from click.shell_completion import get_completion_class  # noqa: PLC0415 - seldom asked for

    kind = get_completion_class(shell)
    if kind is None:
        what = message("The library click that is installed can't complete in {shell}.", shell=shell)
        raise InputError([Problem(what, message("Install a newer one: pip install -U click"))])
    click.echo(_("# To install: {command}").format(command=_INSTALLED[shell]))
    click.echo(kind(main, {}, _NAME, _VARIABLE).source())
    if shell == "bash":
        click.echo(_QUOTED_IN_BASH)
