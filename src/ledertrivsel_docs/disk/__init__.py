"""The only place that writes files: each whole or not at all, and nothing that somebody has edited is lost."""

from .backup import rewrite_with_backup
from .folder import Saved, is_made_from, save_all
from .manifest import MANIFEST, ChangedFile, changed_files
from .whole import write_whole

__all__ = [
    "MANIFEST",
    "ChangedFile",
    "Saved",
    "changed_files",
    "is_made_from",
    "rewrite_with_backup",
    "save_all",
    "write_whole",
]
