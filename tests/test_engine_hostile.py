"""Templates are code from strangers: whatever they ask for ends soon, in little room, and with a clear error."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource")


def test_every_hostile_template_ends_soon_and_small() -> None:
    from tests.support.hostile import HOSTILE  # noqa: PLC0415 - where there is `resource`

    command = [sys.executable, "-m", "tests.support.hostile"]
    root = Path(__file__).parents[1]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True, timeout=600)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 2 * len(HOSTILE)
    for line in lines:
        assert line["seconds"] < 12, line
        assert line["memory"] < 400, line  # of which the templates themselves are a part
        words = HOSTILE[line["name"].removesuffix(" (check)")][1]
        if words is not None and not line["name"].endswith("(check)"):
            assert words in line["told"], line
