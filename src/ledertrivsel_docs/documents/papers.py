"""What the kit's papers are called, for those that mention them: always as the kit itself names them."""

from __future__ import annotations

from ..models.base import Step
from ..models.kit import Kit, KitDocument
from ..models.library import Library
from ..models.meeting_tool import paper_key


def paper(kit: Kit, document_id: str, step: Step | str | None = None, variant: str | None = None) -> str:
    """Number and name of a document, such as "11 Drejebog"."""
    return kit_document(kit, document_id, step, variant).plain_title


def kit_document(kit: Kit, document_id: str, step: Step | str | None = None, variant: str | None = None) -> KitDocument:
    """A document of a kit: that of the step, where the step has one.

    `variant` is `blank`, `example` or, for the one that comes once for each, `theme`.
    """
    found = [
        document
        for document in kit.documents
        if document.id == document_id and (variant is None or variant in (document.variant, document.each))
    ]
    of_step = [document for document in found if kit.folder_of(document).step == step]
    return (of_step or found)[0]


def has_paper(kit: Kit, document_id: str) -> bool:
    """Whether the kit has the document at all."""
    return any(document.id == document_id for document in kit.documents)


def paper_names(library: Library, kit: Kit) -> dict[str, str]:
    """What to lay out, by the number and name that its file has; `action_card_blank` is the blank action card."""
    pattern = library.words_of(kit.id, "run-sheet")["paper"]
    names: dict[str, str] = {}
    for found in kit.documents:
        names.setdefault(paper_key(found), pattern.format(paper=found.plain_title))
    return names
