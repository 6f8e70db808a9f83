"""The content digests of whole kits, made in a process of its own: `python -m tests.support.digests [CACHE]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import ledertrivsel_docs as ld

ROOT = Path(__file__).parents[2]  # not from `programmes`: another Python may have no test libraries


def digests(cache: str | None = None) -> dict[str, str]:
    """Of every document of every kit: blank, filled from the example, and filled in the second brand."""
    filled = ld.Programme.load(ROOT / "examples" / "forloeb.yaml")
    second = ld.Brand.load(ROOT / "examples" / "brand.yaml")
    packs = {
        "blank": ld.build_pack("alle", cache=cache),
        "filled": ld.build_pack("alle", filled, cache=cache),
        "second": ld.build_pack("samlet-plan", filled, brand=second, cache=cache),
    }
    return {f"{name}/{document.path}": document.digest for name, pack in packs.items() for document in pack}


if __name__ == "__main__":
    print(json.dumps(digests(*sys.argv[1:2])))
