"""Filled forms read back into typed answers."""

from .collector import collect
from .merging import Change, Merged
from .results import Answers, ReadFile

__all__ = ["Answers", "Change", "Merged", "ReadFile", "collect"]
