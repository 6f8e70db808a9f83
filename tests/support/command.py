"""The command line in tests, run in this process."""

from __future__ import annotations

from click.testing import CliRunner, Result

from ledertrivsel_docs.cli import main


def run(*arguments: object) -> Result:
    """A command with its exit code and what it says; a traceback fails the test."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def output_of(*arguments: object) -> str:
    """What a command says that goes well."""
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.output
