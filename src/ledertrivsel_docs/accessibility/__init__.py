"""Whether everybody can read a document: what a program can see of Microsoft's rules and EN 301 549."""

from __future__ import annotations

from .checking import check_accessibility
from .finding import Finding, Place
from .registry import RULES, Rule

__all__ = ["RULES", "Finding", "Place", "Rule", "check_accessibility"]
