"""The words of an action without their shortcut letter: for labels, lists and screen readers."""

from __future__ import annotations

import re

_MNEMONIC = re.compile(r"\s*\(&\w\)|&(?!&)|…$")


def plain(text: str) -> str:
    """`打开档案库(&O)…` is 打开档案库, `&Open archive…` is Open archive."""
    return _MNEMONIC.sub("", text)
