"""An organisation's own letterhead, a .dotx or .docx, as the base of our Word templates.

Headers, footers, margins, styles and theme are theirs; text, comments, properties and paths stay behind.
"""

from .brand import brand_of
from .prepare import Letterhead, letterhead

__all__ = ["Letterhead", "brand_of", "letterhead"]
