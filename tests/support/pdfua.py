"""PDF/UA: what LibreOffice makes of our Word documents, held against ISO 14289-1 (PyPI `page-validation`)."""

from __future__ import annotations

import importlib
import json
import os
import re
from pathlib import Path

import pytest

from tests.support.office import REQUIRE_TOOLS, libreoffice

MODULE = "page"
# What LibreOffice 7.4 itself does wrong, whatever the document: it doesn't tag the lines of borders and tab leaders,
# writes `/Tabs (S)` for `/Tabs /S`, and doesn't know that a drawing is decorative.
KNOWN = re.compile("contains path painting|no /Tabs /S entry|Figure structure element has neither")
_SETTINGS = {"PDFUACompliance": True, "UseTaggedPDF": True, "ExportBookmarks": True}
EXPORT = "pdf:writer_pdf_Export:" + json.dumps(
    {name: {"type": "boolean", "value": str(value).lower()} for name, value in _SETTINGS.items()}
)


def needs_validator() -> None:
    """Skips the test where the validator isn't installed; a failure where tools are asked for."""
    try:
        importlib.import_module(MODULE)
    except ImportError:
        if os.environ.get(REQUIRE_TOOLS):
            pytest.fail("page-validation is not installed")
        pytest.skip("page-validation is not installed")


def findings(files: list[Path], folder: Path) -> list[str]:
    """What is wrong with the PDFs that LibreOffice makes of Word documents, a line each, but for its own faults."""
    page = importlib.import_module(MODULE)
    lines = []
    for file, pdf in zip(files, libreoffice(files, folder, EXPORT), strict=True):
        report = page.validate_pdf(str(pdf), profile=page.ValidationProfile.PDF_UA_1)
        lines += [f"{file.name}: {failure.rule_id}: {failure.message}" for failure in report.failures]
    return [line for line in lines if not KNOWN.search(line)]
