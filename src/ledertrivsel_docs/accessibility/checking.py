"""Checks a file: opened, read, held against every rule that its kind of document has."""

from __future__ import annotations

import os
from pathlib import Path

from ..devices import is_device
from ..engine.properties import CORE
from ..errors import message, system_reason
from . import rules as _rules  # noqa: F401 - so that the rules are known
from .deck_reader import read_deck
from .finding import LEVELS, Fault, Finding, Place
from .model import Document
from .opening import Parts, UnreadableError, parts_of
from .registry import RULES, Rule
from .word_reader import read_word

Source = str | os.PathLike[str] | tuple[str, bytes]
_W, _P = "http://schemas.openxmlformats.org/wordprocessingml", "http://schemas.openxmlformats.org/presentationml"
_UNREADABLE = "unreadable"


def check_accessibility(source: Source, *, template: bool = False) -> list[Finding]:
    """What makes a Word or PowerPoint file hard to use, the gravest first; a file that can't be read is a finding too.

    Args:
        source: a path, or a name with the bytes.
        template: it is a template with tags: they count as text, and what only a finished document can have isn't
            asked for.
    """
    name = source[0] if isinstance(source, tuple) else os.fspath(source)
    try:
        document = _document(source, template=template)
    except UnreadableError as error:
        return [_finding(RULES[_UNREADABLE], name, Fault(Place(), error.message, error.remedy))]
    kind = "pptx" if document.is_deck else "docx"
    found = [
        _finding(rule, name, fault)
        for rule in RULES.values()
        if kind in rule.formats and (rule.templates or not template)
        for fault in rule.check(document)
    ]
    return sorted(found, key=lambda finding: LEVELS.index(finding.level))


def _document(source: Source, *, template: bool) -> Document:
    parts = parts_of(_content(source))
    main, root = parts.first("", "officeDocument")
    kind = str(root.tag) if root is not None else ""
    title = _title(parts)
    if kind.startswith(f"{{{_W}") and kind.endswith("}document"):
        return read_word(parts, main, title, template=template)
    if kind.startswith(f"{{{_P}") and kind.endswith("}presentation"):
        return read_deck(parts, main, title, template=template)
    raise UnreadableError(message("This is not a Word or PowerPoint file."))


def _content(source: Source) -> bytes:
    if isinstance(source, tuple):
        return source[1]
    try:
        if is_device(source):
            raise UnreadableError(message("This isn't an ordinary file."))
        return Path(source).read_bytes()
    except OSError as error:
        what = message("The file can't be read: {reason}.", reason=system_reason(error))
        raise UnreadableError(what, message("Check the name of the file, and that you may read it.")) from error
    except ValueError as error:
        raise UnreadableError(message("This can't be the name of a file.")) from error


def _title(parts: Parts) -> str:
    path = next(iter(parts.related("", "core-properties")), CORE)
    core = parts.tree(path)
    return (core.findtext("{*}title") or "").strip() if core is not None else ""


def _finding(rule: Rule, name: str, fault: Fault) -> Finding:
    return Finding(name, rule.id, rule.level, rule.criterion, rule.clause, *fault)
