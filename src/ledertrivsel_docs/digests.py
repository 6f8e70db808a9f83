"""Whether two files say the same: a digest of what is in them, whichever program or library has packed them."""

from __future__ import annotations

import hashlib

from .engine.package import PackageError, contents


def content_digest(data: bytes) -> str:
    """The SHA-256 of an Office or zip file's members, sorted by name: each name and its unpacked bytes.

    Of another file, or one that can't be unpacked, it is that of the bytes.
    """
    try:
        members = sorted(contents(data))
    except PackageError:
        return hashlib.sha256(data).hexdigest()
    digest = hashlib.sha256()
    for member, content in members:
        name = member.encode()
        digest.update(b"%d %d\0" % (len(name), len(content)))  # no two archives run together to the same
        digest.update(name)
        digest.update(content)
    return digest.hexdigest()
