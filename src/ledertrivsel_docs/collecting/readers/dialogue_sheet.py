"""The dialogue sheet of one person: what they would like to talk about, and their marks on the scale."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import message
from ...models.programme_answers import DialogueAnswer
from ..entries import Entry, OwnQuestion
from ..reply import Reply

_OWN = "dialogue.own_"


def read(reply: Reply) -> Iterator[Entry]:
    """The marks of each question that has any, and the questions that were added."""
    for row in reply.filled.rows("wanted"):
        wanted, rating = reply.is_ticked(f"{row}.wanted"), reply.mark(row)
        if row.startswith(_OWN):
            if question := reply.changed(f"{row}.text"):
                yield OwnQuestion(reply.stamp.kit, " ".join(question.split()))
            continue
        if "+" in row and (wanted or rating):
            what = message("There are marks in a copy of a row, which aren't read.")
            reply.tell(
                what, message("Save each sheet in its own file."), where=reply.filled.slots[f"{row}.wanted"].name
            )
        elif wanted or rating:
            question_id = row.removeprefix("dialogue.")
            yield from reply.entry(
                DialogueAnswer, question=question_id, wanted=wanted, rating=rating, person=reply.person
            )
