"""The plan from filled Word cards: three groups' cards are read back, and the plan says where they disagree.

    python examples/plan_from_cards.py FOLDER

First it does what people do: it makes action cards and fills in three, two of them for the same theme. Then it reads
the folder as `ledertrivsel collect` does, prints what was read of each file and what people must decide, and saves
plan.docx with both cards of that theme in it: people choose, not the program.
"""

import io
import sys
from pathlib import Path

import docx
from docx.oxml.ns import qn

import ledertrivsel_docs as ld

GROUPS = {  # invented
    "Gruppe 1.docx": ("sparring", {"goal": "Alle ledere har en fast makker.", "owner": "HR"}),
    "Gruppe 2.docx": ("sparring", {"goal": "Svære sager kommer på ledermødet.", "owner": "Centerchefen"}),
    "Gruppe 3.docx": ("restitution", {"goal": "Ledere holder fri, når de har fri.", "owner": "Direktionen"}),
}


def typed_in(card: ld.Document, answers: dict[str, str]) -> bytes:
    """A card as Word leaves it when somebody has typed in its fields, which are content controls with a tag."""
    paper = docx.Document(io.BytesIO(card.bytes))
    for field in paper.element.body.iter(qn("w:sdt")):
        properties, content = field
        tag = properties.find(qn("w:tag")).get(qn("w:val"))
        if tag in answers:
            properties.remove(properties.find(qn("w:showingPlcHdr")))  # the pale help text goes, with its look
            run = content.find(qn("w:r"))
            run.remove(run.find(qn("w:rPr")))
            run.text = answers[tag]
    data = io.BytesIO()
    paper.save(data)
    return data.getvalue()


def main(folder: str) -> None:
    """Fills in the cards, collects them, saves the plan."""
    forms = Path(folder) / "svar"
    forms.mkdir(parents=True, exist_ok=True)
    for name, (theme, answers) in GROUPS.items():
        (forms / name).write_bytes(typed_in(ld.build_document("action-card", theme=theme), answers))

    programme = ld.Programme(organisation="Eksempel Kommune")
    collected = ld.collect([forms], programme=programme, base=forms)
    merged = collected.merged(programme)
    for file in collected.files:
        print(f"{Path(file.path).name}: {file.title}: {' · '.join(file.read)}")
    for problem in (*collected.problems, *merged.conflicts):
        print(problem.told(ld.translator("da")))
    ld.build_document("plan", merged.programme).save(Path(folder) / "plan.docx")


if __name__ == "__main__":
    main(*sys.argv[1:])
