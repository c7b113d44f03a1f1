"""Plain text files: one article each, its first line the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.errors import ReadError
from index.importing.composition import compose
from index.importing.encoding import decode
from index.model import Draft

LONGEST_ARTICLE = 32 << 20  # bytes; a longer plain text is no article

_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000]")


def read(data: bytes, name: str) -> Iterator[Draft]:
    """The one draft of a text file. Raises ReadError: empty, too_large, binary."""
    if len(data) > LONGEST_ARTICLE:
        raise ReadError("reason.too_large", path=name, size=len(data) >> 20)
    decoded = decode(data)
    if is_binary(decoded.text):
        raise ReadError("reason.binary", path=name)
    yield compose(decoded, name)


def is_binary(text: str) -> bool:
    """Whether decoded text is so full of control and broken characters that it is no text."""
    sample = text[:20_000]
    return len(_BROKEN.findall(sample)) > 0.05 * len(sample)
