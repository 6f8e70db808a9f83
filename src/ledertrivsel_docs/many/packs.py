"""The kits of many programmes, by any executor: each result as soon as it and those before it are there."""

from __future__ import annotations

import os
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Generic, TypeVar

from ..errors import Problem, message
from ..lookup import kit_named
from ..models.brand import Brand
from ..models.kit import ALL_KITS
from ..models.library import Library
from ..models.programme import Programme
from ..naming import distinct_names, safe_name
from .units import ORGANISATION, Unit
from .work import BuiltPack, Recipe, SavedPack, Target, built, common_digest, saved

R = TypeVar("R")
T = TypeVar("T")


def build_packs(
    programmes: Iterable[Programme],
    *,
    kit: str = "samlet-plan",
    executor: Executor | None = None,
    ahead: int = 32,
    brand: Brand | None = None,
    templates: str | os.PathLike[str] | None = None,
    library: Library | None = None,
    cache: str | os.PathLike[str] | None = None,
) -> Iterator[BuiltPack]:
    """Makes the kit of each programme, in their order. What goes wrong with one is told in its result; the rest go on.

    Args:
        programmes: what to fill a kit with, each; taken as they are needed.
        kit: as in `build_pack`.
        executor: who makes them: any `concurrent.futures.Executor`, such as Dask's or Ray's own, which stays open. By
            default as many processes as there are processors; a script that calls this then needs the usual
            `if __name__ == "__main__":`.
        ahead: how many may be on their way at most, with their bytes in memory.
        brand: as in `build_pack`; it goes along with each programme, one that a programme names is read by the worker.
        templates: as in `build_pack`, by a path that is the same for the workers.
        library: as in `build_pack`; it goes along with each programme, the one of the package is read by the worker.
        cache: as in `build_pack`, by a path that is the same for the workers.

    Returns:
        An iterator that gives each result as soon as it and those before it are there.

    Raises:
        InputError: an unknown kit.
    """
    recipe = _recipe(kit, brand, templates, library, cache)

    def jobs() -> Iterator[_Job[BuiltPack]]:
        for programme in _each(programmes, Programme):
            yield _Job(partial(built, recipe, programme), partial(BuiltPack, programme, None, ()))

    return _in_order(jobs(), executor, ahead)


def save_packs(
    units: Iterable[Unit | Programme],
    folder: str | os.PathLike[str],
    *,
    kit: str = "samlet-plan",
    as_zip: bool = False,
    executor: Executor | None = None,
    ahead: int = 1000,
    brand: Brand | None = None,
    templates: str | os.PathLike[str] | None = None,
    library: Library | None = None,
    cache: str | os.PathLike[str] | None = None,
) -> Iterator[SavedPack]:
    """Saves the kit of each unit or programme in a folder of its own, or as a zip file, named after it.

    The workers save, so that no bytes travel. A kit that lies there already, made from the same programme, brand,
    templates and content by the same version, isn't made again; a document that somebody has edited is kept, the new
    one stands beside it. A unit that can't be used is told in its result, and so is whatever goes wrong with one.

    Args:
        units: as `read_units` gives them, or programmes, named after their organisations.
        folder: where to, by a path that is the same for the workers.
        kit: as in `build_pack`.
        as_zip: one zip file each instead of a folder.
        executor: as in `build_packs`.
        ahead: how many may be on their way at most.
        brand: as in `build_packs`.
        templates: as in `build_packs`.
        library: as in `build_packs`.
        cache: as in `build_packs`.

    Returns:
        An iterator as from `build_packs`; kits are only made while it is gone through.

    Raises:
        InputError: an unknown kit.
    """
    recipe = _recipe(kit, brand, templates, library, cache)
    common = common_digest(recipe)

    def jobs() -> Iterator[_Job[SavedPack]]:
        for unit in _named(units):
            target = Target(Path(folder).absolute(), unit.name, as_zip, common)
            failed = partial(SavedPack, unit.name, target.path, "failed", ())
            if unit.programme is None:
                yield _Job(None, partial(failed, unit.problems))
            else:
                yield _Job(partial(saved, recipe, target, unit.programme), partial(failed, ()))

    return _in_order(jobs(), executor, ahead)


def processes(count: int | None = None) -> Executor:
    """So many processes, by default one a processor; each is new, since one forked from a server's threads can hang."""
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"))


def _recipe(
    kit: str,
    brand: Brand | None,
    templates: str | os.PathLike[str] | None,
    library: Library | None,
    cache: str | os.PathLike[str] | None,
) -> Recipe:
    if kit != ALL_KITS:
        kit_named(kit, library or Library.default())
    return Recipe(kit, brand, _absolute(templates), library, _absolute(cache))


def _absolute(path: str | os.PathLike[str] | None) -> str | None:
    """A path for a worker, whose folder can be another one."""
    return None if path is None else str(Path(path).absolute())


def _named(units: Iterable[Unit | Programme]) -> Iterator[Unit]:
    """Units, each named; programmes after their organisations."""
    each = enumerate(_each(units, Unit, Programme), start=1)
    found = [unit if isinstance(unit, Unit) else _unit_of(number, unit) for number, unit in each]
    names = distinct_names(unit.name for unit in found)
    return (replace(unit, name=name) for unit, name in zip(found, names, strict=True))


def _each(items: Iterable[T], *kinds: type) -> Iterator[T]:
    """The items, each of one of the kinds; a programme by itself can be gone through too, but is none of them."""
    for item in [items] if isinstance(items, Programme) else items:
        if item is items or not isinstance(item, kinds):
            raise TypeError(f"{' or '.join(kind.__name__ for kind in kinds)} in a list, not {type(item).__name__}")
        yield item


def _unit_of(number: int, programme: Programme) -> Unit:
    if name := safe_name(programme.organisation):
        return Unit(number, name, programme)
    what, remedy = message("The unit has no name."), message("Write its name with letters or numbers.")
    return Unit(number, "", None, (Problem(what, remedy, path=ORGANISATION),))


@dataclass(frozen=True, slots=True)
class _Job(Generic[R]):
    """What a worker is to run, if anything; and the result that tells of an error outside of it."""

    run: Callable[[], R] | None
    failed: Callable[[str], R]


def _in_order(jobs: Iterator[_Job[R]], executor: Executor | None, ahead: int) -> Iterator[R]:
    """The results in the order of the jobs, of which so many at most are on their way."""
    if ahead < 1:
        raise ValueError(f"ahead is to be at least 1, not {ahead}")
    return _results(jobs, executor, ahead)


def _results(jobs: Iterator[_Job[R]], executor: Executor | None, ahead: int) -> Iterator[R]:
    waiting: deque[tuple[Future[R], _Job[R]]] = deque()
    with ExitStack() as stack:
        if executor is None:
            executor = stack.enter_context(processes())
        stack.callback(lambda: [future.cancel() for future, _ in waiting])
        while True:
            for job in islice(jobs, ahead - len(waiting)):
                waiting.append((_started(job, executor), job))
            if not waiting:
                return
            yield _result(*waiting.popleft())


def _started(job: _Job[R], executor: Executor) -> Future[R]:
    """The job on its way; one that can't be sent, or has nothing to run, is done at once."""
    try:
        if job.run is not None:
            return executor.submit(job.run)
        result = job.failed("")
    except Exception:  # the executor's own, such as of a pool that broke
        result = job.failed(traceback.format_exc())
    done: Future[R] = Future()
    done.set_result(result)
    return done


def _result(future: Future[R], job: _Job[R]) -> R:
    try:
        return future.result()
    except Exception:  # the kit's own errors are results: this is a worker that died
        return job.failed(traceback.format_exc())
