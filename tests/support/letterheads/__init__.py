"""Three letterheads that have nothing in common, as programs of municipalities write them; none is anybody's own."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.letterheads.libreoffice import lincoln
from tests.support.letterheads.new_word import aastrup
from tests.support.letterheads.old_word import bremark

LETTERHEADS: dict[str, Callable[[], bytes]] = {"aastrup": aastrup, "bremark": bremark, "lincoln": lincoln}
