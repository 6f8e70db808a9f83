"""The shells that can complete our command, and what each of them needs."""

from __future__ import annotations

import re
from typing import Any

from click.shell_completion import BashComplete, CompletionItem, add_completion_class, get_completion_class

from .command import COMPLETE


@add_completion_class
class Bash(BashComplete):
    """As click's, for names with spaces too: bash puts what it is given into the line as it is."""

    def format_completion(self, item: CompletionItem) -> str:
        """The kind and the value, its spaces and signs after a backslash."""
        value = item.value if item.type != "plain" else re.sub(r"([^\w./:@%+=,~-])", r"\\\1", item.value)
        return f"{item.type},{value}"


def script(shell: str, command: Any, name: str) -> str | None:
    """The script that makes a shell complete the command; None where this version of click has none for it."""
    kind = get_completion_class(shell)
    return kind(command, {}, name, COMPLETE).source() if kind else None
