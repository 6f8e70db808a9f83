"""Runs what `docs/quality.md` tells of and writes it: every figure there comes from this run.

    python tools/quality.py
    python tools/quality.py --fuzz fuzz-1.json fuzz-2.json --python /path/to/another/python

Each section is one function that gives lines of Markdown; `SECTIONS` is the order. With `--fuzz` the counts come from
the JSON files of longer runs of `tools/fuzz.py`, else from a short run now.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import ledertrivsel_docs as ld
from ledertrivsel_docs.accessibility import RULES
from ledertrivsel_docs.resources import templates_folder
from tests.support import deck_rules, pdfua, rules, same_bytes, validator
from tests.support.programmes import LOOKS, PROGRAMMES
from tests.test_clean_properties import traces

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "quality.md"
HEAD = """# Quality

Made by `python tools/quality.py`, with the figures of that run ({system}, Python {python}). Each section names the
tests that hold it in CI; the commands run by themselves too.
"""
Section = Callable[[argparse.Namespace], Iterator[str]]


def documents(_: argparse.Namespace) -> Iterator[str]:
    """Every document of every kit, through our own rules and Microsoft's validator."""
    made = {
        (programme, brand, document.path): document
        for programme, start in PROGRAMMES.items()
        for brand, look in LOOKS.items()
        for document in ld.build_pack("alle", start(), brand=look())
    }
    broken = [
        line
        for document in made.values()
        for line in (deck_rules if document.name.endswith("pptx") else rules).broken(document.bytes)
    ]
    yield "## Documents that keep every rule\n"
    yield f"{len(made)} documents: every kit as {_listed(PROGRAMMES)}, in {len(LOOKS)} brands.\n"
    yield f"- Our own rules (structure, language, headings, tables, controls, contrast, slides): {_found(broken)}."
    for version in validator.VERSIONS:
        yield f"- Open XML SDK, {version}: {_validated(list(made.values()), version)}."


def _validated(made: Sequence[ld.Document], version: str) -> str:
    with tempfile.TemporaryDirectory() as name:
        files = [Path(name) / f"{number}-{document.name}" for number, document in enumerate(made)]
        for file, document in zip(files, made, strict=True):
            file.write_bytes(document.bytes)
        try:
            return f"{len(files)} files, {_found(validator.findings(files, version))}"
        except FileNotFoundError:
            return "not run, the validator isn't installed here"


def accessible(_: argparse.Namespace) -> Iterator[str]:
    """The rules of accessibility over all documents and templates, and PDF/UA over the PDFs of Word documents."""
    made = [
        document
        for start in (PROGRAMMES["blank"], PROGRAMMES["filled"])
        for look in LOOKS.values()
        for document in ld.build_pack("alle", start(), brand=look())
    ]
    found = [one for document in made for one in ld.check_accessibility((document.path, document.bytes))]
    templates = sorted(templates_folder().glob("*/*.*x"))
    found += [one for path in templates for one in ld.check_accessibility(path, template=True)]
    grave = [str(one) for one in found if one.level != "tip"]
    levels = Counter(rule.level for rule in RULES.values())
    yield "## Accessible\n"
    yield (
        f"{len(RULES)} rules ({levels['error']} errors, {levels['warning']} warnings, {levels['tip']} tips), over"
        f" {len(made)} documents and {len(templates)} templates: {_found(grave)} of errors and warnings. Each rule has"
        " a document that breaks it and one that doesn't (`tests/test_accessibility_word.py`, `_deck.py`).\n"
    )
    words = [one for one in ld.build_pack("alle", PROGRAMMES["filled"]()) if one.name.endswith(".docx")]
    yield f"PDF/UA, by page-validation: {_pdf_ua(words)}."


def _pdf_ua(words: Sequence[ld.Document]) -> str:
    try:
        return f"{len(words)} PDFs of Word documents, {_found(pdfua.findings(words))}"
    except (ImportError, ld.PdfError):
        return "not run, LibreOffice or the validator isn't installed here"


def hostile(options: argparse.Namespace) -> Iterator[str]:
    """Mutated files, by the door through which they come in."""
    runs = [json.loads(file.read_text(encoding="utf-8")) for file in options.fuzz] or [_fuzzed()]
    counts: dict[str, Counter[str]] = {}
    for run in runs:
        for area, found in run["areas"].items():
            counts.setdefault(area, Counter()).update(found)
    slowest = {area: max(run["slowest_seconds"].get(area, 0) for run in runs) for area in counts}
    yield "## Hostile input\n"
    total = sum(sum(found.values()) for found in counts.values())
    faults = sum(found["fault"] for found in counts.values())
    yield (
        f"{total:,} mutated files (`tools/fuzz.py`, seeds {_listed(sorted({run['seed'] for run in runs}))}): each ends"
        f" with a good document or an error that names its place, or it is a fault. {faults} faults."
    )
    yield ""
    yield "| door | files | good document | error with a place | faults | slowest, s of processor |"
    yield "|---|---:|---:|---:|---:|---:|"
    for area, found in counts.items():
        cells = (sum(found.values()), found["good"], found["told"], found["fault"], slowest[area])
        yield f"| {area} | {' | '.join(f'{cell:,}' for cell in cells)} |"
    yield ""
    yield "A sample runs in CI: `tests/test_hostile_files.py`."


def _fuzzed() -> Any:
    command = [sys.executable, "tools/fuzz.py", "--cases", "400", "--seed", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return json.loads(done.stdout.splitlines()[-1])


def nothing_lost(options: argparse.Namespace) -> Iterator[str]:
    """Processes that are killed while they write."""
    command = [sys.executable, "-m", "tests.support.killing", "--kills", str(options.kills)]
    found = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    names = {"kits": "A kit into a folder with edited files", "answers": "Answers into forloeb.yaml"}
    yield "## Nothing lost\n"
    yield (
        f"{sum(count['kills'] for count in found.values())} processes killed (SIGKILL) at random moments. After each:"
        " no half-written file, no edited file written over, a manifest that knows ours; after the next run no"
        " temporary file.\n"
    )
    for key, count in found.items():
        yield (
            f"- {names[key]}: {count['kills']} kills, {count['at_work']} of a process at work,"
            f" {count['left']} in the middle of a file."
        )
    yield "\nFull disks, closed folders, open files, two runs at once and odd names: `tests/test_nothing_lost.py`."


def same(options: argparse.Namespace) -> Iterator[str]:
    """Content digests from processes that differ in what may not matter."""
    pythons = [sys.executable, *options.python]
    with tempfile.TemporaryDirectory() as name:
        found = same_bytes.runs(Path(name), options.python)
    versions = [
        subprocess.run([p, "-V"], capture_output=True, text=True, check=True).stdout.split()[1] for p in pythons
    ]
    yield "## Same bytes\n"
    yield (
        f"{sum(map(len, found)):,} content digests from {len(found)} processes with other hash seeds, time zones,"
        f" languages, folders and caches, on Python {_listed(versions)}: {len(same_bytes.differing(found))} of"
        f" {len(found[0])} documents differ (`tests/test_same_bytes.py`)."
    )


def clean(_: argparse.Namespace) -> Iterator[str]:
    """Traces of who made a document, where, when and with what."""
    packs = [
        ld.build_pack("alle", PROGRAMMES[programme](), brand=look())
        for programme in ("blank", "filled")
        for look in LOOKS.values()
    ]
    made = [document.bytes for pack in packs for document in pack]
    templates = [path.read_bytes() for path in sorted(templates_folder().glob("*/*.*x"))]
    left = [line for data in (*made, *templates) for line in traces(data)]
    yield "## Clean properties\n"
    yield (
        f"{len(made)} documents and {len(templates)} templates searched in every member for names of users and"
        f" machines, paths, programs and the time of making: {_found(left)} (`tests/test_clean_properties.py`)."
    )


SECTIONS: tuple[Section, ...] = (documents, accessible, hostile, nothing_lost, same, clean)


def main() -> None:
    """Writes docs/quality.md and prints it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fuzz", type=Path, nargs="+", default=[], help="counts of runs of tools/fuzz.py --json")
    parser.add_argument("--python", nargs="+", default=[], help="other Pythons that have the libraries")
    parser.add_argument("--kills", type=int, default=300, help="of each kind")
    options = parser.parse_args()
    head = HEAD.format(system=platform.system(), python=platform.python_version())
    told = [head, *("\n".join(section(options)) + "\n" for section in SECTIONS)]
    PAGE.write_text("\n".join(told), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


def _found(lines: Sequence[str]) -> str:
    return f"{len(lines)} findings" + (f", the first: {lines[0][:200]}" if lines else "")


def _listed(names: Sequence[object] | dict[str, Any]) -> str:
    return ", ".join(map(str, names))


if __name__ == "__main__":
    main()
