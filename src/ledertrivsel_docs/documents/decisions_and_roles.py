"""The four decisions to take before it all begins, and the five roles with who fills them here."""

from __future__ import annotations

from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame, or_place
from .papers import paper
from .wording import listed

_LONGEST = 64  # letters in the title of a control


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: the source's `decisions` with answers, its `roles`, and when this was `agreed`."""
    words, tool = library.words["decisions-and-roles"], library.samlet_plan.tool
    anchoring = programme.anchoring
    answers = {
        "sender": anchoring.sender,
        "involved": listed(library.words["plan"], anchoring.involved) if anchoring.involved else None,
        "decides": anchoring.decides,
        "home": anchoring.home,
    }
    lead = words["lead"].format(hr_role=tool.hr_role)
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=lead) | {
        "ask": tool.decisions.title,
        "decisions": [
            {
                "key": key,
                "number": number,
                "question": question,
                "name": words["decision_names"][key],
                "answer": or_place(answers[key], words["by_hand"][key]),
            }
            for number, (key, question) in enumerate(zip(answers, tool.decisions.points, strict=True), 1)
        ],
        "roles": [
            {
                "key": f"role{number}",
                "name": role.name,
                "task": role.text,
                "field": words["role_field"].format(role=role.name)[:_LONGEST],
                "who": or_place(None, words["by_hand"]["role"]),
            }
            for number, role in enumerate(tool.roles, 1)
        ],
        "agreed": {key: or_place(None, place) for key, place in words["agreed_by_hand"].items()},
        "note": words["note"].format(plan=paper(copy.kit, "plan")),
    }
