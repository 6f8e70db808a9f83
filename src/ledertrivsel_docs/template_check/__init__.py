"""Checking templates that somebody else has edited, before anything is made with them."""

from __future__ import annotations

from .folder import check_templates
from .one_file import check_template

__all__ = ["check_template", "check_templates"]
