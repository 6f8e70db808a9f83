"""The command line: each command parses, calls one public function of the library, and prints for a person."""

from . import answers, kits, looks, units
from .main import main

__all__ = ["answers", "kits", "looks", "main", "units"]
