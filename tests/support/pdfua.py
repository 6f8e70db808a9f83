"""PDF/UA: our PDFs, held against ISO 14289-1 (PyPI `page-validation`)."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable

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


def broken(pdf: bytes) -> list[str]:
    """The rules of PDF/UA-1 that a PDF breaks, of those that a program can check, a line each."""
    page = importlib.import_module(MODULE)
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    found = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return found or ([] if report.is_compliant else ["it isn't compliant"])


def findings(documents: Iterable[ld.Document]) -> list[str]:
    """What is wrong with the PDFs that `ld.to_pdf` makes of documents, a line each."""
    return [f"{document.path}: {line}" for document in ld.to_pdf(documents) for line in broken(document.bytes)]
