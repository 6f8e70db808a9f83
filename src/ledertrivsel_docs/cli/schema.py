"""The command that tells editors what the YAML files may hold: `schema`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..disk import save_all
from ..i18n import translator
from .command import examples
from .main import main
from .options import PATH, content_folder
from .shared import library_in, our_library
from .telling import report, show, told, verbose

_ = translator()


@main.command(
    help=_("JSON Schemas: by them an editor completes and checks forloeb.yaml, brand.yaml and your own content."),
    short_help=_("Writes JSON Schemas for editors."),
    epilog=examples("ledertrivsel schema programme", "ledertrivsel schema -o skemaer"),
)
@click.argument("name", required=False, metavar=_("[NAME]"))
@click.option("-o", "--output", type=PATH, metavar=_("FOLDER"), help=_("A folder for all of them."))
@content_folder
@verbose
@told
def schema(name: str | None, output: Path | None, content: Path | None) -> None:
    """`ledertrivsel schema [NAME]`."""
    from ..models.schemas import json_schema, json_schemas, schema_names  # noqa: PLC0415 - seldom asked for

    library = library_in(content) or our_library()
    if output:
        files = {file: _written(made).encode() for file, made in json_schemas(library=library).items()}
        report(save_all(output, files, library.words["common"]["new_version"]), output)
    elif name:
        click.echo(_written(json_schema(name, library=library)), nl=False)
    else:
        show(schema_names(library))


def _written(made: object) -> str:
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
