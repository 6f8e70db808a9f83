"""Makes documents: of a copy's context and its template the bytes, of a kit's copies the whole kit."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from .documents import DECKS, DOCUMENTS, TELL_SLIDES, Context, Copy
from .documents.copy import Mark, copies
from .documents.slides import Deck
from .engine import Properties, Template
from .errors import InputError, Problem, message, nearest
from .fitting import FittedDeck, fitted
from .look import look
from .lookup import find_copy, kit_holding, kit_named, kits_named
from .models.base import Step
from .models.brand import Brand
from .models.kit import ALL_KITS
from .models.library import Library
from .models.programme import Programme, library_of
from .naming import distinct_names, document_title, file_name
from .pack import LANGUAGE, MEDIA_TYPES, Document, Pack
from .stamp import Stamp
from .template_folder import TemplateFolder


def build_pack(
    kit: str,
    programme: Programme | None = None,
    *,
    brand: Brand | None = None,
    templates: str | os.PathLike[str] | None = None,
    library: Library | None = None,
    cache: str | os.PathLike[str] | None = None,
) -> Pack:
    """Makes a whole kit, in memory.

    Args:
        kit: a kit's id, such as `samlet-plan`, or `alle` for all of them, each in a folder of its own.
        programme: what to fill it with; without one it is blank.
        brand: whose look; by default the one the programme names, else that of the templates.
        templates: a folder of own templates; by default the one the brand names. Where it lacks one, ours is used.
        library: the content; by default what the programme names, else what comes with the package.
        cache: a private folder to keep compiled templates and the content in, for the next process.

    Raises:
        InputError: an unknown kit, or a programme that doesn't fit the content; every problem.
        TemplateError: a template can't be used.
    """
    maker = Maker(library, programme, brand, templates, cache)
    words, every = maker.library.words["common"], kit == ALL_KITS
    chosen = kits_named(kit, maker.library)
    made = (
        replace(document, folder=f"{one.title}/{document.folder}") if every else document
        for one in chosen
        for document in map(maker.document, copies(one, maker.library, maker.programme))
    )
    title = words["all_kits"] if every else chosen[0].title
    return Pack(kit, title, _with_names_of_their_own(made), words["new_version"])


def build_document(
    name: str | int,
    programme: Programme | None = None,
    *,
    theme: str | int | None = None,
    factor: str | None = None,
    step: Step | str | None = None,
    kit: str | None = None,
    brand: Brand | None = None,
    templates: str | os.PathLike[str] | None = None,
    library: Library | None = None,
    cache: str | os.PathLike[str] | None = None,
) -> Document:
    """Makes one document of a kit, in memory.

    Args:
        name: its id (`action-card`), its number in the kit (`34`) or its name, with or without number, theme or factor.
        programme: what to fill it with; without one it is blank.
        theme: the theme's id or number, for a document that comes once per theme.
        factor: the factor's id, for a document that comes once per factor.
        step: for a document that comes once per workshop: `prepare`, `qualify`, `concretise`, or the kit's name of it.
        kit: its id; by default `samlet-plan` where that has it, else the only kit that does, or has a meeting here.
        brand: as in `build_pack`.
        templates: as in `build_pack`.
        library: as in `build_pack`.
        cache: as in `build_pack`.

    Raises:
        InputError: an unknown or ambiguous name, theme, factor or kit; a programme that doesn't fit the content.
        TemplateError: a template can't be used.
    """
    maker = Maker(library, programme, brand, templates, cache)
    library, programme = maker.library, maker.programme
    chosen = kit_named(kit, library) if kit else kit_holding(name, library, programme)
    return maker.document(find_copy(chosen, name, library, programme, theme=theme, factor=factor, step=step))


def _ready(programme: Programme | None, library: Library) -> Programme:
    """The programme as the documents take it, or a blank one."""
    if programme is None:
        return Programme.blank()
    if not isinstance(programme, Programme):
        raise TypeError(f"a Programme, not {type(programme).__name__}; Programme.load takes data")
    return programme.resolved(library=library)


class Maker:
    """Makes the documents of one programme in one look; the arguments are those of `build_pack`."""

    def __init__(
        self,
        library: Library | None,
        programme: Programme | None,
        brand: Brand | None,
        templates: str | os.PathLike[str] | None,
        cache: str | os.PathLike[str] | None,
    ) -> None:
        if brand is not None and not isinstance(brand, Brand):
            raise TypeError(f"a Brand, not {type(brand).__name__}; Brand.load takes a file")
        if library is not None and not isinstance(library, Library):
            raise TypeError(f"a Library, not {type(library).__name__}; Library.load takes a folder")
        self.library = library or library_of(programme if isinstance(programme, Programme) else None, cache=cache)
        self.programme = _ready(programme, self.library)
        self._cache = Path(cache) if cache is not None else None
        own_brand = self.programme.brand
        named = brand.checked() if brand else Brand.load(own_brand, library=self.library) if own_brand else None
        own = templates if templates is not None else named.templates if named else None
        self._templates = TemplateFolder.at(Path(own) if own is not None else None)
        self._brand = named or self._templates.brand(self.library)
        self._mark = Mark(self._brand.name or "", self._brand.logo) if self._brand.logo else None
        self._decks: dict[tuple[str, int], FittedDeck] = {}

    def document(self, copy: Copy) -> Document:
        """One copy, filled."""
        stem = copy.document.id
        if stem not in DOCUMENTS and stem not in DECKS:
            what = message("The kit “{kit}” names a document that nothing makes: “{name}”.", kit=copy.kit.id, name=stem)
            raise InputError([Problem(what, nearest(stem, [*DOCUMENTS, *DECKS]))])
        kind = "pptx" if stem in DECKS else "docx"
        copy = self.marked(copy)
        return Document(
            id=stem,
            name=f"{file_name(copy)}.{kind}",
            folder=copy.folder.title,
            media_type=MEDIA_TYPES[kind],
            bytes=self._deck_bytes(copy) if kind == "pptx" else self._page_bytes(copy),
            beside=self.library.words["common"]["new_version"],
        )

    def marked(self, copy: Copy) -> Copy:
        """A copy that bears the brand's logo."""
        return replace(copy, mark=self._mark)

    def _page_bytes(self, copy: Copy) -> bytes:
        stem = copy.document.id
        if stem in TELL_SLIDES and copy.deck:
            deck = self._fitted(self.marked(copy.deck))
            copy = replace(copy, slides=deck.by_row(), named=deck.by_name())
        return self.page(copy, DOCUMENTS[stem](self.library, self.programme, copy))

    def page(self, copy: Copy, context: Context) -> bytes:
        """A Word document of a context, in the look of its copy."""
        return self._template(copy, "docx").render(context, properties=self._properties(copy))

    def _deck_bytes(self, copy: Copy) -> bytes:
        deck = self._fitted(copy)
        slides = [(slide.kind, slide.context) for slide in deck.slides]
        template = self._template(copy, "pptx")
        return template.render(slides, common=deck.common, properties=self._properties(copy), scales=deck.scales)

    def _fitted(self, copy: Copy) -> FittedDeck:
        """The slides of a deck, as many as it takes; fitted once, since the run sheet tells their numbers."""
        key = (copy.kit.id, copy.document.number)
        if key not in self._decks:
            deck, made = self._fit(copy)
            self._decks[key] = self._fit(replace(copy, named=made.by_name()))[1] if deck.tells_numbers else made
        return self._decks[key]

    def _fit(self, copy: Copy) -> tuple[Deck, FittedDeck]:
        deck = DECKS[copy.document.id](self.library, self.programme, copy)
        return deck, fitted(self._template(copy, "pptx"), deck, self.library.words["common"]["slides"])

    def _template(self, copy: Copy, kind: str) -> Template:
        theme = look(self._brand, copy.step, copy.kit.accent, steps=copy.kit.has_steps)
        return self._templates.template(copy.document.id, kind, theme, self._cache)

    def _properties(self, copy: Copy) -> Properties:
        stamp = Stamp(
            kit=copy.kit.id,
            document=copy.document.id,
            theme=copy.theme.id if copy.theme else "",
            factor=copy.factor.id if copy.factor else "",
            step=copy.step or "",
            variant=copy.variant or "",
        )
        return Properties(
            title=document_title(copy),
            subject=copy.kit.title,
            author=self.programme.organisation,
            language=LANGUAGE,
            custom=stamp.properties(),
        )


def _with_names_of_their_own(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Long titles are cut for their file names, and then two can be equal: the later ones get a number."""
    every = list(documents)
    paths = distinct_names(document.path.rpartition(".")[0] for document in every)
    named = zip(every, (path.rpartition("/")[2] for path in paths), strict=True)
    return tuple(replace(one, name=f"{name}.{one.name.rpartition('.')[2]}") for one, name in named)
