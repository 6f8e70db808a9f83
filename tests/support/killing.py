"""Kills real processes at random moments while they write, and looks at what is left each time.

    python -m tests.support.killing --kills 200 --seed 1

Prints the counts as JSON; exit code 1 when something was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import ledertrivsel_docs as ld
from ledertrivsel_docs.disk import MANIFEST, changed_files
from tests.support.cards import Card
from tests.support.programmes import EXAMPLE, filled

EDITED = b"somebody's own work"
PROGRAMME = EXAMPLE.read_bytes()


class LostError(AssertionError):
    """Something isn't as it was, or isn't whole."""


def killed(work: Callable[[], object], after: float) -> bool:
    """Runs something in a process of its own and kills it after so many seconds; whether it was still at work."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def kits(kills: int, random: Random, folder: Path) -> Counter[str]:
    """Kits of two programmes, written in turn into a folder with edited files. See `main` for the counts."""
    packs = [ld.build_pack("ledergruppen", programme) for programme in (filled(), filled_otherwise())]
    packs[0].save(folder)
    edited = [document.path for document in packs[0].documents[::2]]
    for path in edited:
        (folder / path).write_bytes(EDITED)
    long = max(timed(lambda pack=pack: pack.save(folder)) for pack in (*packs, packs[0]))  # type: ignore[misc]
    counts = Counter(kills=kills)
    for number in range(kills):
        pack = packs[number % 2]
        counts["at_work"] += killed(lambda pack=pack: pack.save(folder), random.uniform(0, 1.2 * long))  # type: ignore[misc]
        counts["left"] += bool(_left(folder))
        _kit_is_whole(folder, packs, edited)
        if number % 10 == 9:
            pack.save(folder)
            _is_swept(folder)
            _holds(folder, pack, edited)
    return counts


def filled_otherwise() -> ld.Programme:
    return filled().model_copy(update={"organisation": "En anden kommune"})


def _kit_is_whole(folder: Path, packs: list[ld.Pack], edited: list[str]) -> None:
    """Each file is the old one or the new one, to the last byte; what was edited is as it was; we know what is ours."""
    if any((folder / path).read_bytes() != EDITED for path in edited):
        raise LostError("an edited file was written over")
    json.loads((folder / MANIFEST).read_bytes())
    ours = {document.bytes for pack in packs for document in pack}
    for file in _files(folder):
        path = file.relative_to(folder).as_posix()
        if path not in edited and path != MANIFEST and file.read_bytes() not in ours:
            raise LostError(f"{path} is half-written")
    if [file.path for file in changed_files(folder) if file.state == "edited"] != sorted(edited):
        raise LostError("the manifest takes a file of ours for an edited one, or the other way round")


def _holds(folder: Path, pack: ld.Pack, edited: list[str]) -> None:
    """The kit is all there, beside the edited files, and there is nothing else."""
    beside = [str(Path(path).with_stem(pack.beside.format(name=Path(path).stem))) for path in edited]
    wanted = {(beside[edited.index(d.path)] if d.path in edited else d.path): d.bytes for d in pack}
    found = {file.relative_to(folder).as_posix(): file.read_bytes() for file in _files(folder)}
    if found != wanted | dict.fromkeys(edited, EDITED) | {MANIFEST: found[MANIFEST]}:
        raise LostError("the folder doesn't hold the kit beside the edited files, and only that")


def answers(kills: int, random: Random, folder: Path) -> Counter[str]:
    """A programme file that answers are collected into. See `main` for the counts."""
    file, form = folder / "forloeb.yaml", folder / "svar" / "kort.docx"
    form.parent.mkdir()
    form.write_bytes(Card.of("sparring").fill("goal", text="Et nyt mål").bytes())
    cache = folder / "cache"

    def collect() -> None:
        ld.collect_into(file, form, cache=cache)

    file.write_bytes(PROGRAMME)
    collect()
    after = file.read_bytes()
    [kept] = folder.glob("forloeb (*")
    kept.unlink()
    file.write_bytes(PROGRAMME)
    long = timed(collect)
    counts = Counter(kills=kills)
    for _ in range(kills):
        for old in folder.glob("forloeb (*"):
            old.unlink()
        file.write_bytes(PROGRAMME)
        # Most of a run is reading: the moments in which it writes come at its end.
        counts["at_work"] += killed(collect, random.uniform(0.6, 1.1) * long)
        counts["left"] += bool(_left(folder))
        if file.read_bytes() not in (PROGRAMME, after):
            raise LostError("forloeb.yaml is half-written")
        if file.read_bytes() == after and kept.read_bytes() != PROGRAMME:
            raise LostError("the file as it was isn't kept")
        if random.random() < 0.1:
            collect()
            _is_swept(folder)
            if (file.read_bytes(), [old.read_bytes() for old in folder.glob("forloeb (*")]) != (after, [PROGRAMME]):
                raise LostError("after the next run there isn't the new file and the old one beside")
    return counts


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".tmp")


def _left(folder: Path) -> list[Path]:
    return list(folder.rglob("*.tmp"))


def _is_swept(folder: Path) -> None:
    if left := _left(folder):
        raise LostError(f"a run that was whole left {len(left)} temporary files of others")


def main() -> None:
    """Prints how many processes were killed, how many of them at work, and how often a temporary file was left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts = {}
    for work in (kits, answers):
        folder = Path(tempfile.mkdtemp(prefix="killing-"))
        try:
            counts[work.__name__] = work(options.kills, Random(options.seed), folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
