"""The command that tells editors what the YAML files may hold: `schema`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..disk import save_all
from ..i18n import translator
from ..models.library import Library
from .main import main
from .shared import FILE, content_folder, library_in, report, show, told

_ = translator()


@main.command(
    help=_("JSON Schemas: by them an editor completes and checks forloeb.yaml, brand.yaml and your own content."),
    epilog=_("Examples: ledertrivsel schema programme, ledertrivsel schema -o skemaer"),
)
@click.argument("name", required=False)
@click.option("-o", "--output", type=FILE, help=_("A folder for all of them."))
@content_folder
@told
def schema(name: str | None, output: Path | None, content: Path | None) -> None:
    """`ledertrivsel schema [NAME]`."""
    from ..models.schemas import json_schema, json_schemas, schema_names  # noqa: PLC0415 - seldom asked for

    library = library_in(content) or Library.default()
    if output:
        files = {file: _written(made).encode() for file, made in json_schemas(library).items()}
        report(save_all(output, files, library.words["common"]["new_version"]), output)
    elif name:
        click.echo(_written(json_schema(name, library)), nl=False)
    else:
        show(schema_names(library))


def _written(made: object) -> str:
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
