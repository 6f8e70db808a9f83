"""PDF/UA: our PDFs, held against ISO 14289-1 (PyPI `page-validation`)."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from tests.support.office import REQUIRE_TOOLS

MODULE = "page"


def needs_validator() -> None:
    """Skips the test where the validator isn't installed; a failure where tools are asked for."""
    try:
        importlib.import_module(MODULE)
    except ImportError:
        if os.environ.get(REQUIRE_TOOLS):
            pytest.fail("page-validation is not installed")
        pytest.skip("page-validation is not installed")


def findings(documents: Iterable[ld.Document], folder: Path) -> list[str]:
    """What is wrong with the PDFs that `ld.to_pdf` makes of documents, a line each."""
    page = importlib.import_module(MODULE)
    lines = []
    for number, document in enumerate(ld.to_pdf(documents)):
        (file := folder / f"{number}.pdf").write_bytes(document.bytes)
        report = page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1)
        lines += [f"{document.path}: {failure.rule_id}: {failure.message}" for failure in report.failures]
    return lines
