"""An organisation's own content: other words and minutes, a ladder, a theme and a whole tool, laid over ours.

    python examples/own_content.py FOLDER

It makes two kits from the folder eget-indhold: "Trivselstjek hvert kvartal", which is the organisation's own, and ours
for the plan, in which the invitation says "Kære kolleger". Whatever eget-indhold doesn't mention is as we have it.
On the command line it is  indhold: "eget-indhold"  in forloeb.yaml.
"""

import sys
from pathlib import Path

import ledertrivsel_docs as ld

OWN = Path(__file__).with_name("eget-indhold")
PROGRAMME = {
    "organisation": "Eksempel Kommune",
    "themes": {"selected": ["arbejdstid"]},
    "meetings": {"trivselstjek": {"date": "2027-03-01", "start": "9.00"}},
}


def main(folder: str) -> None:
    """Saves both kits and prints their documents."""
    library = ld.Library.load(over=OWN)
    programme = ld.Programme.load(PROGRAMME, library=library)
    for kit in ("trivselstjek", "samlet-plan"):
        pack = ld.build_pack(kit, programme, library=library)
        for saved in pack.save(Path(folder) / pack.title):
            print(saved.path)


if __name__ == "__main__":
    main(*sys.argv[1:])
