"""How members are compressed and summed: by zlib, or several times as fast by ISA-L with the extra `fast`.

Both are deflate, which every zip program reads. The bytes differ, and ISA-L's are about a fifth more; the content is
the same, and that is what tests compare.
"""

from __future__ import annotations

import zlib

LEVEL = 6
RAW = -15  # deflate without a header, with the largest window: what a zip holds


def deflate_by_zlib(content: bytes) -> bytes:
    """`content`, compressed at a fixed level."""
    return zlib.compress(content, LEVEL, RAW)


try:
    from isal import isal_zlib
except ImportError:
    deflate, crc32 = deflate_by_zlib, zlib.crc32
else:
    crc32 = isal_zlib.crc32

    def deflate(content: bytes) -> bytes:
        """`content`, compressed at ISA-L's own default level; its levels are others than zlib's."""
        compressed: bytes = isal_zlib.compress(content, isal_zlib.ISAL_DEFAULT_COMPRESSION, RAW)
        return compressed
