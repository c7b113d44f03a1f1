"""What checking quotations says. See `index.model`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How words agree with their source, best first."""

    EXACT = "exact"  # the same characters, in either script
    MARKS = "marks"  # the same words, but other punctuation
    ALTERED = "altered"
    NOT_FOUND = "not_found"
    TOO_SHORT = "too_short"  # too few characters to say anything


@dataclass(frozen=True, slots=True)
class Alteration:
    """[start, end) of the checked text stands where the source has [source_start, source_end).

    Either may be empty: words added, or left out. Offsets of the source count as in `QuotationSource`.
    """

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class QuotationSource:
    """A place that a quotation may come from: [start, end) of the body (or title) of an article."""

    article_id: int
    title: str
    date: str | None
    source: str | None
    in_title: bool
    start: int
    end: int
    text: str  # the words that stand there
    verdict: Verdict
    distance: int  # letters that differ
    alterations: tuple[Alteration, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedQuotation:
    """A stretch [start, end) of the given text with its sources: the best first, then the earliest."""

    start: int
    end: int
    text: str
    verdict: Verdict
    sources: tuple[QuotationSource, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationReport:
    """What became of a text: its quotations in order."""

    text: str
    quotations: tuple[CheckedQuotation, ...]

    def counted(self, verdict: Verdict) -> int:
        """How many quotations have this verdict."""
        return sum(1 for one in self.quotations if one.verdict is verdict)
