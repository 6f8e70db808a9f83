"""The command line: each command parses, calls one public function of the library, and prints for a person."""

from . import answers, beginning, checks, completion, kits, looks, schema, units
from .main import main

__all__ = ["answers", "beginning", "checks", "completion", "kits", "looks", "main", "schema", "units"]
