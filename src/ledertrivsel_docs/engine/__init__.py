"""The engine by itself: an Office file with tags in, bytes out. It knows no word of the project's domain."""

from .properties import Properties
from .template import Template
from .theme import Theme
from .values import DateText, Link, Picture, Placeholder

__all__ = ["DateText", "Link", "Picture", "Placeholder", "Properties", "Template", "Theme"]
