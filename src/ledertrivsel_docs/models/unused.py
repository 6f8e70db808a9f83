"""What a programme says of a meeting that none of the kit's papers shows: likely in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..errors import message
from ..reading.yaml_text import Finding
from .library import Library
from .meetings import own_questions
from .programme_fields import ProgrammeFields

_SHOW_AGREEMENTS = {"agreement-sheet", "next-steps"}


def unused(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """A warning for each field, agreement, answer or level that no document of its kit would print."""
    for kit, meeting in programme.meetings.items():
        if kit in library.tools:
            used = _used(library, kit)
            for key in sorted(key for key in meeting.model_fields_set if not used.get(key, True)):
                what = message("No document of “{kit}” shows it.", kit=kit)
                yield Finding(("meetings", kit, key), what, warning=True)
    for index, agreement in enumerate(programme.agreements):
        if agreement.kit in library.kits and not _SHOW_AGREEMENTS & _papers(library, agreement.kit):
            what = message("No document of “{kit}” shows agreements.", kit=agreement.kit)
            yield Finding(("agreements", index), what, warning=True)
    yield from _answers(programme, library)
    yield from _levels(programme, library)


def _used(library: Library, kit: str) -> Mapping[str, bool]:
    """Which fields of a meeting the documents of its kit print; those that aren't named here always are."""
    sheet, papers = library.tools[kit].sheet, _papers(library, kit)
    return {
        "managers": sheet.by_manager,
        "groups": sheet.by_manager,
        "factors": bool(library.tools[kit].factors.factors),
        "own_questions": bool(papers & {"dialogue-sheet", "question-cards"}),
        "scale": "dialogue-sheet" in papers,
        "message": _box(library, kit) == "message",
        "follow_up_date": bool(papers & {"agreement-sheet", "summary"}),
    }


def _answers(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """Answers to questions that no agreement sheet gathers."""
    gathered = {kit for kit in library.tools if _box(library, kit) == "dialogue"}
    asked = {question.id for kit in gathered for question in library.tools[kit].questions.questions}
    held = (meeting for kit, meeting in programme.meetings.items() if kit in gathered)
    own = {question.id for meeting in held for question in own_questions(meeting)}
    for index, answer in enumerate(programme.dialogue):
        if answer.question not in asked | own:
            what = message("No agreement sheet shows the answer to “{question}”.", question=answer.question)
            yield Finding(("dialogue", index), what, warning=True)


def _levels(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """Levels of factors that no meeting is about, where the meetings say which they are about."""
    chosen = [meeting.factors for meeting in programme.meetings.values() if meeting.factors]
    for index, level in enumerate(programme.levels):
        if chosen and not any(level.factor in factors for factors in chosen):
            what = message("No meeting is about “{factor}”, so no document shows it.", factor=level.factor)
            remedy = message("Add it to the factors of the meeting.")
            yield Finding(("levels", index), what, remedy, warning=True)


def _papers(library: Library, kit: str) -> set[str]:
    return {document.id for document in library.kits[kit].documents}


def _box(library: Library, kit: str) -> str | None:
    """What the agreement sheet of a kit gathers: the dialogue, or the common message."""
    if "agreement-sheet" not in _papers(library, kit):
        return None
    box: str = library.words_of(kit, "agreement-sheet")["box"]["holds"]
    return box
