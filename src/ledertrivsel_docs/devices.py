"""Tells pipes and devices from files: who reads one waits for ever, or fills the memory."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def is_device(path: str | os.PathLike[str]) -> bool:
    """Whether a path leads to something that is neither a file nor a folder.

    Raises:
        OSError: nothing is known of it, such as that it isn't there.
    """
    mode = Path(path).stat().st_mode
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
