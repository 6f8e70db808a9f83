"""The same kits, made in processes that differ in what may not matter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "USER": "else", "HOME": "/nowhere"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LC_ALL": "da_DK.UTF-8", "LANG": "da_DK.UTF-8"},
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0", "SOURCE_DATE_EPOCH": "1"},
)


def made_in(room: dict[str, str], cwd: Path, cache: Path | None, python: str = sys.executable) -> dict[str, str]:
    """The digests of all kits, from a new process with these variables, in this folder, with or without a cache."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))} | room
    done = subprocess.run(
        [python, "-m", "tests.support.digests", *([str(cache)] if cache else [])],
        env=environment, cwd=cwd, capture_output=True, text=True, check=True, timeout=400,
    )  # fmt: skip
    found: dict[str, str] = json.loads(done.stdout)
    return found


def runs(folder: Path, pythons: Sequence[str] = ()) -> list[dict[str, str]]:
    """The digests of every run: hash seeds, time zones, languages, folders, a cold and a warm cache, other Pythons."""
    cache = folder / "cache"
    found = [made_in(room, folder, cache) for room in ROOMS]  # the first one's cache is cold
    return found + [made_in(ROOMS[0], Path("/"), cache, python) for python in pythons]


def differing(found: Sequence[dict[str, str]]) -> list[str]:
    """The documents that aren't the same in all runs."""
    return sorted(path for path in set().union(*found) if len({one.get(path) for one in found}) > 1)
