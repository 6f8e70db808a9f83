"""Filled forms read back into typed answers."""

from .collector import collect
from .results import Answers, CollectedCard, ReadFile

__all__ = ["Answers", "CollectedCard", "ReadFile", "collect"]
