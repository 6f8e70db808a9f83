"""The four decisions before it all begins: sender, who is involved, who decides, and where the plan has its home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry, Fact
from ..reply import Reply


def read(reply: Reply) -> Iterator[Entry]:
    """The decisions; who has which role becomes notes."""
    for key in ("sender", "decides", "home"):
        if written := reply.changed(f"anchoring.{key}"):
            yield Fact(("anchoring", key), " ".join(written.split()))
    if involved := reply.changed("anchoring.involved"):
        names = [name.strip() for name in re.split(r"[,;\n]", involved)]
        yield Fact(("anchoring", "involved"), tuple(filter(None, names)))
