"""stub"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from .yaml_text import Loc


@dataclass(frozen=True, slots=True)
class Put:
    loc: Loc
    value: Any


def put_in(data: dict[str, Any], puts: Any) -> dict[str, Any]:
    data = deepcopy(data)
    for put in puts:
        holder: Any = data
        for part, after in zip(put.loc, put.loc[1:]):
            if isinstance(holder, list):
                if part == len(holder):
                    holder.append([] if isinstance(after, int) else {})
                holder = holder[part]
            else:
                if holder.get(part) is None:
                    holder[part] = [] if isinstance(after, int) else {}
                holder = holder[part]
        last = put.loc[-1]
        if isinstance(holder, list) and last == len(holder):
            holder.append(put.value)
        else:
            holder[last] = put.value
    return data
