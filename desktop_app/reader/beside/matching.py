"""Which places of two texts belong together, and what the second text is. No widgets.

`prepare` runs in a worker; `companion` shows what it gives.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.reader.layers import Span
from desktop_app.reader.material import Material, assemble
from index.control import Control
from index.model import Article, Marks, Script
from index.script.manner import Manner

if TYPE_CHECKING:
    from index.archive import Archive

SHOWN = 2_000_000  # characters of an original that are shown


class Beside(StrEnum):
    """What stands beside the article."""

    SCRIPT = "script"
    CAME = "came"  # as it came, before cleaning
    REPRINT = "reprint"


@dataclass(frozen=True, slots=True)
class Stretch:
    """[here_start, here_end) of the article stands where the other text has [there_start, there_end)."""

    here_start: int
    here_end: int
    there_start: int
    there_end: int


class Matching:
    """Leads from offsets of one body to those of the other; between differing stretches they run together."""

    def __init__(self, stretches: Sequence[Stretch] = ()) -> None:
        self.stretches = tuple(stretches)
        self._here = [each.here_start for each in stretches]
        self._there = [each.there_start for each in stretches]

    def there(self, offset: int) -> int:
        """The offset of the other text that belongs to one of the article."""
        at = bisect_right(self._here, offset) - 1
        if at < 0:
            return offset
        each = self.stretches[at]
        return _along(offset, each.here_start, each.here_end, each.there_start, each.there_end)

    def here(self, offset: int) -> int:
        """The offset of the article that belongs to one of the other text."""
        at = bisect_right(self._there, offset) - 1
        if at < 0:
            return offset
        each = self.stretches[at]
        return _along(offset, each.there_start, each.there_end, each.here_start, each.here_end)


def _along(offset: int, start: int, end: int, other_start: int, other_end: int) -> int:
    if offset >= end:
        return offset - end + other_end
    return other_start + (offset - start) * (other_end - other_start) // (end - start)


@dataclass(frozen=True, slots=True)
class Facing:
    """The text beside an article, and how both belong together."""

    kind: Beside
    article: int  # beside which
    material: Material
    matching: Matching

    def differences(self, here: Material) -> list[tuple[Span, Span]]:
        """The differing stretches as spans of both documents; one that is empty has an empty span."""
        return [
            (
                here.page.span(each.here_start, each.here_end),
                self.material.page.span(each.there_start, each.there_end),
            )
            for each in self.matching.stretches
        ]


def other_script(shown: Manner, article: Article, printed_traditional: bool, variant: Script) -> Manner:
    """What the other script is: as printed beside a converted text, the script it is not printed in else."""
    if shown.script is not Script.ORIGINAL:
        return shown.in_script(Script.ORIGINAL)
    return shown.in_script(Script.SIMPLIFIED if printed_traditional else variant)


def prepare(
    archive: Archive, here: Material, kind: Beside, other: int, variant: Script, control: Control
) -> Facing:
    """The text that stands beside `here`; `other` is the reprint. Raises what the archive raises."""
    article = here.article
    if kind is Beside.SCRIPT:
        manner = other_script(here.manner, article, here.printed_traditional, variant)
        there = assemble(article, here.query, here.marks, here.entities, manner, control)
        return Facing(kind, article.id, there, Matching())
    if kind is Beside.CAME:
        text = archive.as_it_came(article.id)[:SHOWN]
        came = replace(article, body=text, reprints=())
        manner = here.manner.in_script(Script.ORIGINAL)
    else:
        came, manner = archive.article(other), here.manner
    control.checkpoint()
    found = archive.differences(article.body, came.body, blind_to_script=kind is Beside.REPRINT)
    there = assemble(came, "", Marks(), (), manner, control)
    stretches = [Stretch(each.a_start, each.a_end, each.b_start, each.b_end) for each in found]
    return Facing(kind, article.id, there, Matching(stretches))
