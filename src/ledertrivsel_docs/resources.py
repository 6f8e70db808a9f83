"""Where the content and the templates lie: beside the code in an installed package, at the root in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent.parent


def content_folder() -> Path:
    """The folder of the Danish words, `content/`."""
    return _folder("content")


def templates_folder() -> Path:
    """The folder of the looks, `templates/`."""
    return _folder("templates")


def _folder(name: str) -> Path:
    installed = PACKAGE / name
    return installed if installed.is_dir() else CHECKOUT / name
