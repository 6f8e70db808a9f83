"""A kit: which documents, in which folders, under which names."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, model_validator

from ..errors import message
from ..reading.validation import refusal
from ..windows import refuses
from .base import Id, Line, Model, Step, WholeNumber
from .source import Sourced

ALL_KITS = "alle"
"""The name of all kits together."""


def _file_name(name: str) -> str:
    if refuses(name):
        raise refusal(message("“{name}” can't be the name of a file in Windows.", name=name))
    return name


FileName = Annotated[Line, AfterValidator(_file_name)]
"""A name that Windows takes for a file or a folder."""


Accent = Literal["primary", "prepare", "qualify", "concretise", "green"]
"""The colour of a kit of its own, by its name in the brand file."""


class Stage(Model):
    """One of the boxes of the wayfinding bar: that of the folder with its number."""

    named_by: ClassVar[str] = "number"

    number: WholeNumber
    name: Line


class Folder(Model):
    """A folder of the kit; documents numbered 10–19 lie in folder 1."""

    named_by: ClassVar[str] = "number"

    number: WholeNumber
    name: FileName
    step: Step | None = None

    @property
    def title(self) -> str:
        """The folder's name on disk, such as "1 Forbered"."""
        return f"{self.number} {self.name}"


class KitDocument(Model):
    """A document of the kit; `each` makes one copy a chosen theme or factor, `variant` a blank or an example copy.

    One that is `on_request` is made only when it is asked for by its name, and not with the kit.
    """

    named_by: ClassVar[str] = "number"

    number: WholeNumber
    id: Id
    name: FileName
    each: Literal["theme", "factor"] | None = None
    variant: Literal["blank", "example"] | None = None
    on_request: bool = False

    @property
    def title(self) -> str:
        """Number and name, such as "33 Action card - eksempel"; that of a document for each theme holds "{theme}"."""
        return f"{self.number:02} {self.name}"

    @property
    def plain_name(self) -> str:
        """The name without the place for a theme: "Arbejdsark"."""
        return self.name_for("").rstrip(" -–")

    @property
    def plain_title(self) -> str:
        """Number and name without the place for a theme: "24 Arbejdsark"."""
        return f"{self.number:02} {self.plain_name}"

    def name_for(self, subject: str) -> str:
        """The name of the copy for one theme or factor: "Arbejdsark - Sparring"."""
        return self.name.replace(f"{{{self.each}}}", subject)

    @model_validator(mode="after")
    def _named_by_what_it_comes_for(self) -> KitDocument:
        places = [f"{{{self.each}}}"] if self.each else []
        if re.findall(r"\{.*?\}", self.name) != places:
            raise refusal(
                message(
                    "A document for each theme is to have {theme} in its name, for each factor {factor}, and no other.",
                    theme="{theme}",
                    factor="{factor}",
                )
            )
        return self


class Kit(Sourced):
    """A list of documents in folders, in the order in which they are used.

    `accent` is the brand's colour for what belongs to no step; its title is that of the folder that the kit lies in.
    """

    id: Id
    title: FileName
    accent: Accent = "primary"
    stages: tuple[Stage, ...]
    folders: tuple[Folder, ...]
    documents: tuple[KitDocument, ...]

    @property
    def has_steps(self) -> bool:
        """Whether its folders are those of the plan's three steps, with a colour each."""
        return any(folder.step for folder in self.folders)

    def folder_of(self, document: KitDocument) -> Folder:
        """The folder a document lies in."""
        return next(folder for folder in self.folders if folder.number == document.number // 10)

    @model_validator(mode="after")
    def _every_document_has_its_place(self) -> Kit:
        folders = {folder.number for folder in self.folders}
        numbers = [document.number for document in self.documents]
        for number in numbers:
            if number // 10 not in folders:
                raise refusal(message("Document {number} has no folder.", number=number))
            if numbers.count(number) > 1:
                raise refusal(message("Two documents have the number {number}.", number=number))
        return self
