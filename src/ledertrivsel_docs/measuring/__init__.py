"""How much room text takes in the fonts of Office documents, without any font file; lengths in points."""

from ledertrivsel_docs.measuring.faces import Face, face
from ledertrivsel_docs.measuring.lines import Run, shortened, wrapped

__all__ = ["Face", "Run", "face", "shortened", "wrapped"]
