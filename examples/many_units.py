"""Kits for all units of a region, made by a Dask cluster.

    pip install "ledertrivsel-docs[xlsx]" distributed
    python examples/many_units.py examples/enheder.csv ud/

The cluster here is one of this machine; `Client("tcp://…")` takes one of many machines, which then need the same
package and a folder that they share. Nothing in the library knows of Dask: any `concurrent.futures.Executor` will do.
"""

from __future__ import annotations

import sys
from pathlib import Path

from distributed import Client, LocalCluster

import ledertrivsel_docs as ld

EXAMPLES = Path(__file__).parent


def main(table: str, folder: str) -> int:
    """Saves a kit for each row of the table; prints one line each and gives the number of kits that failed."""
    units = ld.read_units(table, EXAMPLES / "forloeb.yaml")
    failed = 0
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        for kit in ld.save_packs(units, folder, executor=client.get_executor()):
            print(f"{kit.name}: {kit.outcome}", *kit.problems, kit.error, sep="\n  " if kit.outcome == "failed" else "")
            failed += kit.outcome == "failed"
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
