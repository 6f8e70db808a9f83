"""Whether two files say the same: a digest of what is in them, whichever program or library has packed them."""

from __future__ import annotations

import hashlib

from .engine.package import PackageError, read_package


def content_digest(data: bytes) -> str:
    """The SHA-256 of an Office or zip file's members, sorted by name: each name and its unpacked bytes.

    Of another file, or one that can't be unpacked, it is that of the bytes.
    """
    try:
        members = sorted(read_package(data), key=lambda member: member.name)
    except PackageError:
        return hashlib.sha256(data).hexdigest()
    digest = hashlib.sha256()
    for member in members:
        name = member.name.encode()
        digest.update(b"%d %d\0" % (len(name), member.size))  # no two archives run together to the same
        digest.update(name)
        digest.update(member.content())
    return digest.hexdigest()
