"""A kit of documents, in memory: which documents, under which names, and their bytes."""

from __future__ import annotations

import builtins
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .digests import content_digest
from .disk import Saved, save_all
from .engine.package import Member, pieces_of_package

LANGUAGE = "da-DK"
_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "pptx": f"{_OFFICE}.presentationml.presentation",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document, with its `bytes`."""

    id: str
    """Such as `action-card`."""
    name: str
    """The file's name, such as `35 Action card - Sparring.docx`."""
    folder: str
    """That of its kit, such as `1 Forbered`; in a pack of all kits the kit's own stands before it."""
    media_type: str
    """The MIME type, for a download."""
    bytes: builtins.bytes
    beside: str = "{name} (2)"
    """How a new version is named beside a file that has been edited; `{name}` is the file's."""

    @property
    def path(self) -> str:
        """Folder and name, with a forward slash."""
        return f"{self.folder}/{self.name}" if self.folder else self.name

    @property
    def digest(self) -> str:
        """The SHA-256 of its members by name, as hex digits; the same on every machine for the same input."""
        return content_digest(self.bytes)

    def save(self, file: str | os.PathLike[str]) -> Saved:
        """Writes the document to a file; one there that somebody has edited is kept, the new one stands beside it.

        Args:
            file: the file's path; folders are made.

        Raises:
            OutputError: the file could not be written; what was there is still there.
        """
        target = Path(file)
        return save_all(target.parent, {target.name: self.bytes}, self.beside)[0]


@dataclass(frozen=True, slots=True)
class Pack:
    """A kit, or all of them, for one programme. It can be gone through, and has a length."""

    kit: str
    """The id, such as `samlet-plan`, or `alle`."""
    title: str
    """What its folder is called, in Danish."""
    documents: tuple[Document, ...]
    """In the order in which they are used; no two have the same path."""
    beside: str = "{name} (2)"
    """How a new version is named beside a file that has been edited."""

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)

    def __len__(self) -> int:
        return len(self.documents)

    def adding(self, documents: Iterable[Document]) -> Pack:
        """The kit with more documents, such as the PDFs that `pack_pdfs` makes of it."""
        return replace(self, documents=(*self.documents, *documents))

    def save(self, folder: str | os.PathLike[str]) -> list[Saved]:
        """Writes the kit to a folder; a document that somebody has edited there is kept, the new one stands beside it.

        Args:
            folder: the folder, made where there is none; the kit's own folders lie in it.

        Raises:
            OutputError: a file could not be written; those before it are whole, it and those after are as they were.
        """
        return save_all(Path(folder), {document.path: document.bytes for document in self.documents}, self.beside)

    def zip_bytes(self) -> bytes:
        """The kit as one zip file, in a folder with its title; the same bytes for the same input."""
        return b"".join(self.zip_chunks())

    def save_zip(self, file: str | os.PathLike[str]) -> Saved:
        """Writes the kit as one zip file; one there that somebody has edited is kept, the new one stands beside it.

        Args:
            file: the file's path; folders are made.

        Raises:
            OutputError: the file could not be written; what was there is still there.
        """
        target = Path(file)
        return save_all(target.parent, {target.name: self.zip_bytes()}, self.beside)[0]

    def zip_chunks(self) -> Iterator[bytes]:
        """The zip file piece by piece, at most a document at a time, for a response that streams."""
        return pieces_of_package(
            Member.stored(f"{self.title}/{document.path}", document.bytes) for document in self.documents
        )
