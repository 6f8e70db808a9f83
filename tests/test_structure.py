"""How the code hangs together: one direction, no words or looks in Python, nothing heavy at render time."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "ledertrivsel_docs"
MODULES = sorted(PACKAGE.rglob("*.py"))

# What each package or module may import of the others; `errors` and `devices` may be imported by all.
MAY_IMPORT = {
    "errors": set(),
    "devices": set(),
    "resources": set(),
    "colours": set(),
    "i18n": set(),
    "reading": set(),
    "private_cache": set(),
    "engine": {"measuring", "colours", "private_cache"},
    "windows": set(),
    "digests": {"engine"},
    "disk": {"digests", "windows"},
    "stamp": set(),
    "models": {"reading", "resources", "colours", "windows", "private_cache"},
    "measuring": set(),
    "documents": {"models", "engine", "measuring", "colours"},
    "look": {"models", "engine"},
    "page_parts": {"models", "engine", "colours"},
    "layouts": {"models", "engine", "page_parts", "look", "resources", "digests"},
    "collecting": {"models", "engine", "stamp", "reading", "building", "disk", "template_folder"},
    "accessibility": {"models", "engine", "reading", "resources", "colours"},
    "template_check": {"models", "engine", "resources", "accessibility"},
    "reporting": {"models", "documents", "collecting", "disk", "reading"},
    "fitting": {"documents", "engine", "measuring"},
    "finding": {"models", "documents", "naming"},
    "naming": {"documents", "windows"},
    "template_folder": {"models", "engine", "resources"},
    "pack": {"digests", "disk", "engine"},
    "building": {
        *("models", "documents", "engine", "fitting", "look", "stamp", "finding", "naming", "template_folder", "pack"),
    },
    "reporting_units": {"many"},
    "many": {"models", "reading", "resources", "finding", "naming", "building", "pack", "disk"},
    "brand_file": {"models"},
    "programme_file": {"models", "reading"},
    "pdf": {"engine", "pack"},
    "printing": {"models", "documents", "finding", "building", "pack", "pdf"},
    "own_look": {
        *("models", "documents", "engine", "look", "disk", "pack", "reading"),
        *("template_folder", "brand_file", "layouts"),
    },
    "cli": {
        "models",
        "building",
        "pack",
        "finding",
        "disk",
        "i18n",
        "collecting",
        "reporting",
        "brand_file",
        "programme_file",
        "own_look",
        "template_check",
        "pdf",
        "printing",
        "accessibility",
        "many",
        "reporting_units",
    },
    "__init__": {
        "models",
        "documents",
        "building",
        "pack",
        "disk",
        "engine",
        "i18n",
        "collecting",
        "own_look",
        "accessibility",
        "template_check",
        "pdf",
        "printing",
        "many",
    },
    "__main__": {"cli"},
}
OFFICE = {"docx", "pptx", "docxtpl"}


def area(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The areas of the package that a module imports, and the libraries it imports."""
    found: set[str] = set()
    package = ("ledertrivsel_docs", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            found |= {f"{module}.{alias.name}" for alias in node.names} if module == "ledertrivsel_docs" else {module}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    own = area(path)
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("ledertrivsel_docs.")}
    assert ours - {own, "errors", "devices"} <= MAY_IMPORT[own]


def test_no_module_is_imported_by_what_it_imports() -> None:
    """Not by way of others either, nor for types alone; a package's `__init__.py` only hands names on."""
    parts = {path: path.relative_to(PACKAGE).with_suffix("").parts for path in MODULES if path.stem != "__init__"}
    modules = {".".join(("ledertrivsel_docs", *of_path)): path for path, of_path in parts.items()}
    waiting = {name: imports(path) & modules.keys() for name, path in modules.items()}
    while ready := {name for name, needed in waiting.items() if not needed & waiting.keys()}:
        waiting = {name: needed for name, needed in waiting.items() if name not in ready}
    assert not waiting


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_office_libraries_are_for_layouts_only(path: Path) -> None:
    libraries = {name.split(".")[0] for name in imports(path)}
    if area(path) not in ("page_parts", "layouts"):
        assert not libraries & OFFICE


@pytest.mark.parametrize("path", [p for p in MODULES if area(p) in ("models", "documents")], ids=lambda path: path.name)
def test_the_middle_knows_no_clock_and_no_network(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(today|now|utcnow|urlopen|socket|requests)\(", text)
    if area(path) == "documents":
        assert not {"os", "pathlib", "io"} & {name.split(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_python_holds_neither_danish_nor_colours(path: Path) -> None:
    """Docstrings may show a Danish word; what is printed or told may not stand here."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    holders = (node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef))
    docstrings = {id(e.value) for h in holders for e in h.body if isinstance(e, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings)
    for text in (node.value for node in constants if isinstance(node.value, str)):
        assert not re.search(r"[æøåÆØÅ]", text) or text in TRANSLITERATED, text
        assert not re.search(r"\b(og|ikke|skriv|jeres|hvordan|hvem)\b", text, re.IGNORECASE), text
        if area(path) not in ("models", "reading"):  # where colours are checked, and examples of them told
            assert not re.fullmatch(r"#?[0-9A-Fa-f]{6}", text) or text in ("000000", "FFFFFF"), text


TRANSLITERATED = {"æ", "ø", "å"}  # letters that an id is spelled without


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_stay_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 300
    for node in ast.walk(ast.parse("\n".join(lines))):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name


def test_every_kit_is_made_without_any_office_library() -> None:
    code = f"import sys, ledertrivsel_docs as ld; ld.build_pack('alle'); print(sorted(set(sys.modules) & {OFFICE}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
