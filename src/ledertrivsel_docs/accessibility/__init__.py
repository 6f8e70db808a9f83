"""Whether a document can be read by everybody: the rules of Microsoft's checker and EN 301 549 that a program can see."""

from __future__ import annotations

from .checking import check_accessibility
from .finding import Finding, Place
from .registry import RULES, Rule

__all__ = ["RULES", "Finding", "Place", "Rule", "check_accessibility"]
