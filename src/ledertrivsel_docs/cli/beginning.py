"""The commands to begin with: `list` shows what there is, `new` writes a programme file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from ..disk import write_whole
from ..i18n import translator
from ..lookup import kit_named
from ..models.kit import Folder, Kit, KitDocument
from ..models.library import Library
from .command import examples
from .completing import kits
from .main import main
from .options import PATH, content_folder
from .shared import PROGRAMME_FILE, library_in, our_library, refuse_existing
from .telling import as_json, show, table, tell_json, told, verbose

_ = translator()

_WIDTH = 78


@main.command(
    "list",
    help=_("Shows the kits, or what one kit holds: documents, themes, factors, questions."),
    short_help=_("Shows the kits, or what one of them holds."),
    epilog=examples("ledertrivsel list samlet-plan"),
)
@click.argument("kit", required=False, metavar=_("[KIT]"), shell_complete=kits)
@content_folder
@verbose
@as_json
@told
def list_kits(kit: str | None, content: Path | None, as_json: bool) -> None:
    """`ledertrivsel list [KIT]`."""
    library = library_in(content) or our_library()
    if kit is not None:
        chosen = kit_named(kit, library)
        if as_json:
            tell_json(**_kit_data(chosen, library))
        else:
            show(_kit_lines(chosen, library), instead=_kit_in_short(chosen, library))
    elif as_json:
        tell_json(kits=[{"id": known.id, "title": known.title} for known in library.kits.values()])
    else:
        show(table((known.id, known.title) for known in library.kits.values()))
        command = "ledertrivsel document guide"
        click.echo(_("A guide from the idea to the plan, as a Word document: {command}").format(command=command))


def _kit_data(kit: Kit, library: Library) -> dict[str, list[dict[str, Any]]]:
    """What a kit holds, for a program: documents, and what a programme file can name."""
    documents = [
        {"number": d.number, "name": d.plain_name, "id": d.id, "each": d.each, "folder": kit.folder_of(d).title}
        for d in _made(kit)
    ]
    named = {"themes": _themes(kit, library), "factors": _factors(kit, library), "questions": _questions(kit, library)}
    others = {key: [{"id": name, "title": text} for name, text in found] for key, found in named.items() if found}
    return {"documents": documents, **others}


def _made(kit: Kit) -> list[KitDocument]:
    """What a kit is made of."""
    return [document for document in kit.documents if not document.on_request]


def _by_folder(kit: Kit) -> Iterator[tuple[Folder, list[KitDocument]]]:
    """The folders that something is made for, each with its documents."""
    for folder in kit.folders:
        if documents := [document for document in _made(kit) if kit.folder_of(document) == folder]:
            yield folder, documents


def _themes(kit: Kit, library: Library) -> list[tuple[str, str]]:
    """The tool's own themes, by id; a kit that is held as one meeting has none."""
    return [] if kit.id in library.tools else [(t.id, t.title) for t in library.samlet_plan.themes.themes]


def _factors(kit: Kit, library: Library) -> list[tuple[str, str]]:
    tool = library.tools.get(kit.id)
    return [(factor.id, factor.title) for factor in tool.factors.factors] if tool else []


def _questions(kit: Kit, library: Library) -> list[tuple[str, str]]:
    tool = library.tools.get(kit.id)
    return [(question.id, question.text) for question in tool.questions.questions] if tool else []


def _kit_lines(kit: Kit, library: Library) -> Iterator[str]:
    """All that a kit holds, a line each."""
    for folder, documents in _by_folder(kit):
        yield _heading(folder.title)
        yield from table((f"  {d.number:02}", d.name_for("…"), d.id) for d in documents)
    if themes := _themes(kit, library):
        yield _heading(_("Themes"))
        yield from table((f"  {number}", title, name) for number, (name, title) in enumerate(themes, 1))
    for heading, named in ((_("Factors"), _factors(kit, library)), (_("Questions"), _questions(kit, library))):
        if named:
            yield _heading(heading)
            yield from table((f"  {name}", text) for name, text in named)


def _kit_in_short(kit: Kit, library: Library) -> Iterator[str]:
    """The same in a few lines: documents by number and name, the others by id."""
    for folder, documents in _by_folder(kit):
        yield _heading(folder.title)
        yield from _in_a_row(f"{d.number:02} {d.name_for('…')}" for d in documents)
    parts = (
        (_("Themes"), [f"{number} {name}" for number, (name, _title) in enumerate(_themes(kit, library), 1)]),
        (_("Factors"), [name for name, _title in _factors(kit, library)]),
        (_("Questions"), [name for name, _text in _questions(kit, library)]),
    )
    for heading, names in parts:
        if names:
            yield _heading(heading)
            yield from _in_a_row(names)


def _heading(text: str) -> str:
    return click.style(text, bold=True)


def _in_a_row(names: Iterable[str]) -> list[str]:
    """Names one after another, as many lines as it takes; no name is broken."""
    from textwrap import wrap  # noqa: PLC0415 - seldom asked for

    kept = " · ".join(name.replace(" ", "\N{NO-BREAK SPACE}") for name in names)
    lines = wrap(kept, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


@main.command(
    help=_("Writes a programme file; at a terminal it asks for what is to stand there, Enter leaves a place open."),
    short_help=_("Writes a programme file, with your answers in it."),
    epilog=examples("ledertrivsel new", "ledertrivsel new efteraar.yaml --yes"),
)
@click.argument("file", type=PATH, default=PROGRAMME_FILE, metavar=_("[FILE]"))
@click.option("-y", "--yes", is_flag=True, help=_("Asks nothing: all is yours to fill in."))
@told
def new(file: Path, yes: bool) -> None:
    """`ledertrivsel new [FILE]`."""
    refuse_existing(file)
    library = our_library()
    if yes or not _somebody_is_there():
        write_whole(file, library.starter.encode())
        click.echo(_("{file} is ready. Open it, fill in what you know, and run:").format(file=file))
    else:
        from ..programme_file import programme_text  # noqa: PLC0415 - a script is asked nothing
        from .dialogue import asked  # noqa: PLC0415 - see above

        text = programme_text(library, asked(library))
        refuse_existing(file)  # meanwhile somebody can have made it
        write_whole(file, text.encode())
        click.echo(_("{file} is ready:").format(file=file))
        show(f"  {line}" for line in text.splitlines() if line.strip() and not line.startswith("#"))
        click.echo(_("Open it, add what you like, and run:"))
    click.echo(f"  ledertrivsel pack samlet-plan -c {file}")


def _somebody_is_there() -> bool:
    """Whether a person sits at a terminal: questions to a script would never be answered."""
    return sys.stdin.isatty() and sys.stdout.isatty()
