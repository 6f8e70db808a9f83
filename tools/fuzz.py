"""Tries the doors through which files of others come in with mutated files, and tells what came out that may not.

    python tools/fuzz.py --cases 300 --seed 1
    python tools/fuzz.py --areas programme --seed 1 --only 4711

Each case is the same in every run with its seed. It may take so many seconds and so much memory, and ends with a good
document or with an error that names its place. Exit code 1 when one doesn't.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import resource
import signal
import sys
import time
import traceback
import warnings
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.support import fuzz_areas

SECONDS = 5.0
"""Of the processor: machines that run tests are busy with other things too."""

MEMORY = 1_500 * 2**20
SHARES = {"content": 4, "programme": 52, "brand": 14, "template": 6, "collected": 24}
"""Of a hundred cases, by what a case of each costs."""


class SlowError(BaseException):
    """A case that isn't done in time; nothing that catches `Exception` may swallow it."""


def main() -> None:
    """Runs the cases and prints one line for each fault, then the counts."""
    options = _options()
    _limited()
    started, slowest = time.monotonic(), dict.fromkeys(options.areas, 0.0)
    counts = {area: {fuzz_areas.GOOD: 0, fuzz_areas.TOLD: 0, "fault": 0} for area in options.areas}
    for area, number in _cases(options):
        begun = time.process_time()
        result = _tried(area, options.seed, number, loud=options.only is not None)
        counts[area][result] += 1
        slowest[area] = max(slowest[area], time.process_time() - begun)
    fuzz_areas.cleared()
    faults = sum(count["fault"] for count in counts.values())
    found: dict[str, Any] = {
        "seed": options.seed,
        "cases": sum(sum(count.values()) for count in counts.values()),
        "faults": faults,
        "areas": counts,
        "slowest_seconds": {area: round(seconds, 2) for area, seconds in slowest.items()},
        "seconds": round(time.monotonic() - started),
    }
    print(json.dumps(found))
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    sys.exit(1 if faults else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--areas", nargs="+", choices=fuzz_areas.AREAS, default=list(fuzz_areas.AREAS))
    parser.add_argument("--only", type=int, help="the number of one case, whose error is printed in full")
    parser.add_argument("--json", type=Path, help="a file for the counts")
    return parser.parse_args()


def _cases(options: argparse.Namespace) -> list[tuple[str, int]]:
    if options.only is not None:
        return [(area, options.only) for area in options.areas]
    whole = sum(SHARES[area] for area in options.areas)
    return [(area, number) for area in options.areas for number in range(max(1, options.cases * SHARES[area] // whole))]


def _limited() -> None:
    """Memory ends with a `MemoryError`, a case with `SlowError`; one that is stuck in a library ends the run."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, _slow)
    warnings.simplefilter("error")


def _slow(*_: object) -> None:
    raise SlowError


def _tried(area: str, seed: int, number: int, *, loud: bool) -> str:
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    faulthandler.dump_traceback_later(20 * SECONDS, exit=True)
    try:
        return fuzz_areas.case(area, seed, number)
    except (Exception, SlowError) as error:
        if loud:
            print("".join(traceback.format_tb(error.__traceback__)), file=sys.stderr)
        what = f"{type(error).__name__} {str(error)[:300]} {_place(error)}"
        print(f"--areas {area} --seed {seed} --only {number}: {what}", flush=True)
        return "fault"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()


def _place(error: BaseException) -> str:
    """The innermost line of ours."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "ledertrivsel_docs" in frame.filename]
    return f"({Path(ours[-1].filename).name}:{ours[-1].lineno})" if ours else ""


if __name__ == "__main__":
    main()
