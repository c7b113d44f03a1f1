"""Patterns that are tried only where they can begin. Used by the finders of this package.

`re` looks quickly for a first character of a class, but tries any other pattern at every position of the
text: lookaheads, lookbehinds and alternatives of classes. Most of a recogniser's time went there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


class Led:
    """A pattern with its lead: a pattern that begins with a class and matches wherever the first can.

    `flags` are those of `re.compile`; the lead may match too often, but never too rarely.
    """

    def __init__(self, lead: str, pattern: str, flags: int = 0) -> None:
        self.lead = re.compile(lead)
        self.pattern = re.compile(pattern, flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches that `re.finditer` would give; none of them may be empty."""
        match, last = self.pattern.match, 0
        for lead in self.lead.finditer(text):
            at = lead.start()
            if at >= last:
                found = match(text, at)
                if found is not None:
                    yield found
                    last = found.end()
