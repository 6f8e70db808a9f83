"""Filled forms read back into typed answers."""

from .collecting import collect
from .results import Answers, CollectedCard, ReadFile

__all__ = ["Answers", "CollectedCard", "ReadFile", "collect"]
