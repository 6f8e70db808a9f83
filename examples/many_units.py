"""Kits for all units of a region, made by a Dask cluster.

    pip install distributed
    python examples/many_units.py examples/enheder.csv FOLDER

It saves a folder with a kit for each row of the table, and prints a line each: made, unchanged, or failed and why. The
table can be an .xlsx too, with `pip install "ledertrivsel-docs[xlsx]"`. The cluster is one of this machine;
`Client("tcp://…")` takes one of many, which then need the same package and a folder that they share. Nothing in the
library knows of Dask: any executor of concurrent.futures will do.
"""

import os
import sys
from pathlib import Path

from distributed import Client, LocalCluster

import ledertrivsel_docs as ld

PROGRAMME = Path(__file__).with_name("forloeb.yaml")


def main(table: str, folder: str) -> int:
    """Saves the kits; gives the number of those that failed."""
    units = ld.read_units(table, PROGRAMME)
    cache = os.environ.get("LEDERTRIVSEL_CACHE")  # a private folder for compiled templates, where there is one
    failed = 0
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        for kit in ld.save_packs(units, folder, executor=client.get_executor(), cache=cache):
            reasons = [*(problem.told(ld.translator("da")) for problem in kit.problems), kit.error]
            print(f"{kit.name}: {kit.outcome}", *filter(None, reasons), sep="\n  ")
            failed += kit.outcome == "failed"
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
