"""A table laid over a programme file: one programme a unit, each checked as if it were a file of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import InputError, Problem, message
from ..models.columns import is_list
from ..models.library import Library
from ..models.programme import Programme, library_named_in
from ..naming import distinct_names, safe_name
from ..reading.tree import Entry, Node
from ..reading.validation import read_text
from ..reading.yaml_text import Loc, YamlText
from .heads import Places, checked_heads
from .tables import Row, Table, parts, read_table

THEMES, BRAND, ORGANISATION = ("themes", "selected"), ("brand",), ("organisation",)


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of a table: its programme, or why it can't be used."""

    number: int
    """Of the row as Excel counts, in a YAML list of the line."""
    name: str
    """The name of its folder; no two units of a table have one."""
    programme: Programme | None
    """What to fill its kit with; None where the row can't be used."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with it; where it has a programme, what is likely a slip."""


def read_units(
    table: str | os.PathLike[str],
    programme: str | os.PathLike[str] | None = None,
    *,
    library: Library | None = None,
) -> tuple[Unit, ...]:
    """The units in a csv file, a spreadsheet or a YAML list, each laid over the programme of a file.

    A row that can't be used has its problems and no programme; the others have theirs. No two units have one name.

    Args:
        table: a csv file (semicolon, comma or tab; UTF-8 or Windows), a spreadsheet (xlsx, ods; needs the extra
            `xlsx`) or a YAML list. Its columns are fields of a programme by their Danish or English names.
        programme: the programme file that each row is laid over.
        library: the content; by default what the programme file names, else what comes with the package.

    Raises:
        InputError: a file can't be read, or a column means nothing.
    """
    found = read_table(Path(table))
    base = _base(programme, library or Library.default())
    library = library or library_named_in(base, programme or {})
    columns = checked_heads(found.file, found.heads, library)
    titles = _theme_titles(base, library)
    units = [_unit(_Laid.of(found, row, columns, base, titles), columns, library) for row in found.rows]
    named = distinct_names(unit.name for unit in units)
    return tuple(replace(unit, name=name) for unit, name in zip(units, named, strict=True))


def _base(programme: str | os.PathLike[str] | None, library: Library) -> YamlText:
    if programme is None:
        return YamlText(None, Node(0, {}), library.key_aliases)
    text = read_text(programme, library.key_aliases)
    return text if isinstance(text.root.value, dict) else replace(text, root=Node(1, {}))


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row laid over a programme: the whole as text, and which of its places are the row's, under which head."""

    table: Table
    row: Row
    base: YamlText
    text: YamlText
    values: Mapping[Loc, tuple[str, Node]]

    @classmethod
    def of(
        cls, table: Table, row: Row, columns: Mapping[str, Places], base: YamlText, titles: Mapping[str, str]
    ) -> _Laid:
        values: dict[Loc, tuple[str, Node]] = {}
        root = base.root
        for head in (head for head in columns if head in row.cells):
            for place in columns[head]:
                node = _as_written(place, row.cells[head], Path(table.file), titles)
                values[place] = (head, node)
                root = _with(root, place, Entry(node.line, head, node))
        return cls(table, row, base, replace(base, root=root), values)

    def told(self, problem: Problem) -> Problem:
        """A problem at its place in the table, where it is the row's own; else at that in the programme's file."""
        path = problem.path
        own = [place for place in self.values if place == path[: len(place)] or path == place[: len(path)]]
        if not own and path and _at(self.base.root, path) is not None:
            return problem
        head, node = self.values[own[0]] if own and path else ("", Node(0, None))
        if self.table.has_lines:
            return replace(problem, file=self.table.file, line=node.line or self.row.number, where=None)
        where = message("row {row}, column “{column}”", row=self.row.number, column=head)
        return replace(
            problem,
            file=self.table.file,
            line=None,
            where=where if head else message("row {row}", row=self.row.number),
        )


def _unit(laid: _Laid, columns: Mapping[str, Places], library: Library) -> Unit:
    head = next((head for head, places in columns.items() if ORGANISATION in places), None)
    organisation = _at(laid.text.root, ORGANISATION) if head is None or ORGANISATION in laid.values else None
    name = safe_name(str(organisation.value)) if organisation and organisation.value else ""
    if not name:
        head = head or "organisation"
        remedy = message("Fill in the column “{column}”.", column=head)
        return Unit(laid.row.number, "", None, (laid.told(Problem(message("The unit has no name."), remedy)),))
    if laid.row.too_many:
        what = message("There are more values than columns.")
        problem = Problem(what, message("Put quotes around text that holds the sign between the columns."))
        return Unit(laid.row.number, name, None, (laid.told(problem),))
    try:
        programme, warnings = Programme.checked(laid.text, library)
    except InputError as error:
        told = {str(problem): problem for problem in map(laid.told, error.problems)}  # a cell can fill several fields
        return Unit(laid.row.number, name, None, tuple(told.values()))
    if BRAND in laid.values and not Path(programme.brand or "").is_file():
        what, remedy = message("The file isn't there."), message("Check the name and the folder.")
        return Unit(laid.row.number, name, None, (laid.told(Problem(what, remedy, path=BRAND)),))
    return Unit(laid.row.number, name, programme, tuple(map(laid.told, warnings)))


def _as_written(place: Loc, node: Node, table: Path, titles: Mapping[str, str]) -> Node:
    """A cell as a programme file would have it: a list, themes by their ids, a path from the table's folder."""
    if not isinstance(node.value, str):
        return node
    if place == BRAND:
        return Node(node.line, str(table.absolute().parent / node.value))
    if not is_list(place):
        return node
    known = titles if place == THEMES else {}
    items = parts(node.value, known)
    return Node(node.line, [Node(node.line, known.get(item.casefold(), item)) for item in items])


def _theme_titles(base: YamlText, library: Library) -> dict[str, str]:
    """The id of each theme by its title and its short one, in small letters; the programme's own among them."""
    found = {
        name.casefold(): theme.id for theme in library.samlet_plan.themes.themes for name in (theme.title, theme.short)
    }
    own = _at(base.root, ("themes", "own"))
    for item in own.value if own and isinstance(own.value, list) else ():
        texts = (
            {key: str(entry.node.value) for key, entry in item.value.items()} if isinstance(item.value, dict) else {}
        )
        found |= {texts[key].casefold(): texts["id"] for key in ("title", "short") if key in texts and "id" in texts}
    return found


def _with(node: Node, place: Loc, entry: Entry) -> Node:
    """A tree with a value at a place; the old one stays as it is. An item goes at most behind the last one."""
    if not place:
        return entry.node
    part, rest = place[0], place[1:]
    if isinstance(part, int):
        items = list(node.value) if isinstance(node.value, list) else []
        at = min(part, len(items))
        inside = items[at] if at < len(items) else Node(entry.line, None)
        return Node(node.line, [*items[:at], _with(inside, rest, entry), *items[at + 1 :]])
    named = dict(node.value) if isinstance(node.value, dict) else {}
    known = named.get(part) or Entry(entry.line, part, Node(entry.line, None))
    inner = _with(known.node, rest, entry)
    return Node(node.line, {**named, part: Entry(known.line, known.written if rest else entry.written, inner)})


def _at(node: Node, place: Loc) -> Node | None:
    """What stands at a place, None where nothing does."""
    for part in place:
        inside = node.value
        if isinstance(inside, dict) and part in inside:
            node = inside[str(part)].node
        elif isinstance(inside, list) and isinstance(part, int) and part < len(inside):
            node = inside[part]
        else:
            return None
    return node
