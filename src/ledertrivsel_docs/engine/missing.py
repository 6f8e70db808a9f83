"""Finding every name that a template asks for in vain, not only the first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from jinja2 import Undefined


def recorder(found: list[tuple[int, str, Any]], filename: str) -> type[Undefined]:
    """An undefined value that notes (line of the compiled code, name, what lacks it) and lets the render go on."""

    class Recorder(Undefined):
        __slots__ = ()

        def _note(self) -> None:
            frame = sys._getframe()
            while frame.f_back is not None and frame.f_code.co_filename != filename:
                frame = frame.f_back
            holder = self._undefined_obj
            found.append((frame.f_lineno, str(self._undefined_name), holder))

        def __str__(self) -> str:
            self._note()
            return ""

        def __iter__(self) -> Iterator[Any]:
            self._note()
            return iter(())

        def __bool__(self) -> bool:
            self._note()
            return False

        def __len__(self) -> int:
            self._note()
            return 0

        def __eq__(self, other: object) -> bool:
            self._note()
            return False

        def __hash__(self) -> int:
            return id(type(self))

        def __call__(self, *_: Any, **__: Any) -> Any:
            self._note()
            return self

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            self._note()
            return self

        __getitem__ = __getattr__

    return Recorder
