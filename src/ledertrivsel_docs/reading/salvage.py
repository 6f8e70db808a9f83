"""What is left of a file when its faulty parts are taken out: it can be checked further in the same breath."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .yaml_text import Loc

M = TypeVar("M", bound=BaseModel)
ROUNDS = 5  # taking out a part can leave its surroundings wanting, which are then taken out in turn


def salvaged(data: Any, model: type[M], context: Any) -> M | None:
    """The model of what is sound in the data (which is changed), or None when nothing usable is left.

    Only values under a key are taken out, never items of a list: the places of the others stay as they are.
    """
    for _ in range(ROUNDS):
        try:
            return model.model_validate(data, context=context)
        except ValidationError as error:
            removed = [_without(data, detail["loc"]) for detail in error.errors(include_url=False)]
            if not any(removed):
                return None
    return None


def _without(data: Any, loc: Loc) -> bool:
    """Removes the value at a place, or the nearest one around it that stands under a key."""
    while loc:
        holder = data
        for part in loc[:-1]:
            holder = _inside(holder, part)
        if isinstance(holder, dict) and loc[-1] in holder:
            del holder[loc[-1]]
            return True
        loc = loc[:-1]
    return False


def _inside(holder: Any, part: int | str) -> Any:
    try:
        return holder[part]
    except (KeyError, IndexError, TypeError):
        return None
