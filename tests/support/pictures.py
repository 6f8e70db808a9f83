"""The smallest pictures that have a size: as much of a file as says it is 20 by 10 pixels."""

from __future__ import annotations

import struct

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">IIBBBBB", 20, 10, 8, 2, 0, 0, 0) + b"\0\0\0\0"
JPEG = b"\xff\xd8\xff\xe0\x00\x04\0\0\xff\xff\xc0\x00\x11\x08\x00\x0a\x00\x14\x03" + b"\0" * 12
