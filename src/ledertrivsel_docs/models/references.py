"""A programme's references brought to what the content knows: themes by their ids, marks in the content's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from .base import ID_PATTERN, as_id
from .library import Library
from .programme_fields import ProgrammeFields
from .themes import Theme

P = TypeVar("P", bound=ProgrammeFields)


def themes_of(programme: ProgrammeFields, library: Library) -> dict[str, Theme]:
    """Every theme the programme can name, by id: the tool's, then the organisation's own (which have no number)."""
    named = {
        theme.id: Theme(
            id=theme.id,
            title=theme.title,
            questions=(theme.question,) if theme.question else (),
            short=theme.short or theme.title,
        )
        for theme in programme.themes.own
    }
    return library.samlet_plan.themes.by_id() | named


def own_themes(programme: ProgrammeFields, library: Library) -> tuple[Theme, ...]:
    """The organisation's own themes: those of its own content, then those of the programme."""
    return tuple(theme for theme in themes_of(programme, library).values() if theme.is_own)


def theme_id(ref: str, library: Library) -> str:
    """A theme's id from its id, in any spelling of it, or its number in the order that they are printed in; what is
    neither is handed back.
    """
    if ID_PATTERN.fullmatch(ref):  # one of the organisation's own can be “sparring-2”
        return ref
    numbered = enumerate(library.samlet_plan.themes.themes, 1)
    return next((theme.id for number, theme in numbered if ref == str(number) or as_id(ref) == theme.id), ref)


def with_references_resolved(programme: P, library: Library) -> P:
    """The programme with ids for all theme references, and marks spelled as the content spells them."""
    themes = programme.themes

    def named(items: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(item.model_copy(update={"theme": theme_id(item.theme, library)}) for item in items)

    def marked(item: Any, field: str, words: Iterable[str]) -> Any:
        return item.model_copy(update={field: spelled(getattr(item, field), words)})

    plan_words = library.samlet_plan.tool.plan_words
    card_words = library.samlet_plan.action_card.status_words
    forums = tuple(marked(forum, "role", plan_words.roles.values()) for forum in programme.plan.forums)
    return programme.model_copy(
        update={
            "themes": themes.model_copy(
                update={
                    "selected": tuple(theme_id(ref, library) for ref in themes.selected),
                    "parked": named(themes.parked),
                    "ratings": named(themes.ratings),
                }
            ),
            "qualification": named(programme.qualification),
            "action_cards": tuple(marked(card, "status", card_words) for card in named(programme.action_cards)),
            "follow_ups": tuple(marked(found, "status", card_words) for found in named(programme.follow_ups)),
            "plan": marked(programme.plan, "status", plan_words.statuses.values()).model_copy(
                update={"forums": forums}
            ),
        }
    )


def spelled(word: str | None, words: Iterable[str]) -> str | None:
    """A mark as the content spells it, whatever its case; an unknown one as it is."""
    return next((known for known in words if word is not None and known.casefold() == word.casefold()), word)
