"""What the shell offers when somebody presses Tab: kits, documents by id and Danish name, themes, factors, steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from ..models.base import Step
from ..models.kit import ALL_KITS, Kit
from .shared import our_library

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def kits(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of the kits, and the name of all of them where one is packed."""
    known = {kit.id: kit.title for kit in our_library().kits.values()}
    all_too = {ALL_KITS: ""} if context.info_name == "pack" else {}
    return _beginning(begun, known | all_too)


def documents(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The documents of the kit that is named before, else of every kit: by their ids and their names."""
    found = [document for kit in _kits(context) for document in kit.documents]
    by_id = {document.id: document.plain_name for document in found}
    return _beginning(begun, by_id | {document.plain_name: document.id for document in found})


def themes(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of the themes."""
    return _beginning(begun, {theme.id: theme.title for theme in our_library().samlet_plan.themes.themes})


def factors(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of the tools' own factors."""
    tools = our_library().tools.values()
    return _beginning(begun, {factor.id: factor.title for tool in tools for factor in tool.factors.factors})


def steps(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The names of the steps, else their ids."""
    named = {folder.name.lower(): folder.title for kit in _kits(context) for folder in kit.folders if folder.step}
    return _beginning(begun, named) or _beginning(begun, dict.fromkeys(Step, ""))


def _kits(context: click.Context) -> Iterable[Kit]:
    every = our_library().kits
    named = every.get(context.params.get("kit") or "")
    return [named] if named else every.values()


def _beginning(begun: str, known: Mapping[str, str]) -> list[CompletionItem]:
    """The names that begin like that, whatever the case, each with what it means."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only when a shell asks

    wanted = begun.casefold()
    return [
        CompletionItem(name, help=told or None) for name, told in known.items() if name.casefold().startswith(wanted)
    ]
