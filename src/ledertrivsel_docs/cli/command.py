"""What our commands do otherwise than click's: the reader's language, and the nearest name for a slip."""

from __future__ import annotations

from typing import Any

import click

from ..errors import Problem, message, nearest
from ..i18n import translator
from .click_words import in_readers_language

_ = translator()

DASHES = ("\N{EN DASH}", "\N{EM DASH}")
"""What Word makes of two hyphens."""


def examples(*commands: str) -> str:
    """The end of a command's help: commands to copy, a line each."""
    head = _("Example:") if len(commands) == 1 else _("Examples:")
    return "\n".join(["\b", head, *(f"  {command}" for command in commands)])  # \b keeps the lines


class Command(click.Command):
    """A command whose usage line is in the reader's language."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"options_metavar": _("[OPTIONS]"), **settings})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads the arguments: two hyphens that Word has made a dash are told, and what is missing with an example."""
        if not ctx.resilient_parsing:
            self._refuse_dashes(ctx, args)
        try:
            return super().parse_args(ctx, args)
        except click.MissingParameter as error:
            ctx.fail(f"{error.format_message()} {self._first_example()}".rstrip())

    def _first_example(self) -> str:
        lines = [line.strip() for line in (self.epilog or "").splitlines() if line.startswith("  ")]
        return _("Example: {command}").format(command=lines[0]) if lines else ""

    def _refuse_dashes(self, ctx: click.Context, args: list[str]) -> None:
        options = {name for found in self.get_params(ctx) for name in found.opts}
        for given in args:
            option = "--" + given[1:]
            if given[:1] in DASHES and option.partition("=")[0] in options:
                what = message("“{given}” begins with a dash.", given=given)
                ctx.fail(Problem(what, message("Write two hyphens: {option}", option=option)).told(_))


class Group(click.Group):
    """A group of commands that names the nearest one for a slip."""

    command_class = Command
    group_class = type

    def __init__(self, *args: Any, **settings: Any) -> None:
        names = {"options_metavar": _("[OPTIONS]"), "subcommand_metavar": _("COMMAND …")}
        super().__init__(*args, **{**names, **settings})

    def main(self, *args: Any, **settings: Any) -> Any:
        """Runs the command, click's own words in the reader's language."""
        with in_readers_language():
            return super().main(*args, **settings)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-") and not ctx.resilient_parsing:
            remedy = nearest(name, self.list_commands(ctx))
            ctx.fail(Problem(message("There is no command “{name}”.", name=name), remedy).told(_))
        return super().resolve_command(ctx, args)
