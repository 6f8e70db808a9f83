"""Filled forms read back into typed answers."""

from .collector import collect
from .into_file import Collected, collect_into
from .merging import Change, Merged
from .results import Answers, ReadFile

__all__ = ["Answers", "Change", "Collected", "Merged", "ReadFile", "collect", "collect_into"]
