"""How much room text takes in the fonts of Office documents, without any font file; lengths in points."""

from .faces import SLIDES, Face, face
from .lines import CUT, Run, shortened, wrapped

__all__ = ["CUT", "SLIDES", "Face", "Run", "face", "shortened", "wrapped"]
