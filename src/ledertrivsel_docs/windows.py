"""Names that Windows can't give a file or folder; a kit is to be copied there wherever it was made."""

from __future__ import annotations

import re

_FORBIDS = re.compile(
    r'[<>:"/\\|?*\x00-\x1f]|[. ]$|^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(\.|$)',
    re.IGNORECASE,
)


def refuses(name: str) -> bool:
    """Whether Windows can't have a file or folder of that name, or takes it for a device such as a printer."""
    return _FORBIDS.search(name) is not None
