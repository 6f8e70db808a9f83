"""Options and fixtures of all tests."""

from __future__ import annotations

import os

import pytest

from ledertrivsel_docs.cli.shared import CACHE_VARIABLE


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write tests/goldens anew")


@pytest.fixture(scope="session", autouse=True)
def _a_cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests leave the user's own cache alone: in this process, and by the variable in those they start."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ[CACHE_VARIABLE] = str(folder)
