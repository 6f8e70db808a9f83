"""What the kit's papers are called, for those that mention them: always as the kit itself names them."""

from __future__ import annotations

from ..models.base import Step
from ..models.kit import Kit
from ..models.library import Library
from ..models.programme import Programme
from .copy import copies


def paper(kit: Kit, document_id: str, step: Step | str | None = None, variant: str | None = None) -> str:
    """Number and name of a document, such as "11 Drejebog": that of the step, where the step has one.

    `variant` is `blank`, `example` or, for the one that comes once for each, `theme`.
    """
    found = [
        document
        for document in kit.documents
        if document.id == document_id and (variant is None or variant in (document.variant, document.each))
    ]
    of_step = [document for document in found if kit.folder_of(document).step == step]
    return (of_step or found)[0].plain_title


def has_paper(kit: Kit, document_id: str) -> bool:
    """Whether the kit has the document at all."""
    return any(document.id == document_id for document in kit.documents)


def papers_by_folder(kit: Kit, library: Library, programme: Programme) -> dict[int, list[str]]:
    """What lies in each folder of a programme's kit, once each, in the kit's order."""
    found: dict[int, dict[str, None]] = {folder.number: {} for folder in kit.folders}
    for copy in copies(kit, library, programme):
        found[copy.folder.number][copy.document.plain_title] = None
    return {number: list(titles) for number, titles in found.items()}
