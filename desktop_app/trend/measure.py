"""What a trend chart draws: which of the counts, what they are called, and ticks for their axis."""

from __future__ import annotations

import math
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop_app.i18n import sentence
from desktop_app.i18n.format import number
from index.model import TrendCount, TrendSeries


class Measure(StrEnum):
    """One of the counts of a period."""

    ARTICLES = "articles"
    OCCURRENCES = "occurrences"
    PER_THOUSAND = "per_thousand"
    PER_MILLION = "per_million"

    def of(self, count: TrendCount) -> float:
        """Its value in a period."""
        return float(getattr(count, self.value))

    @property
    def label(self) -> str:
        """Its name, for the choice and the axis."""
        tr = QCoreApplication.translate
        return {
            Measure.ARTICLES: tr("Measure", "Articles"),
            Measure.OCCURRENCES: tr("Measure", "Occurrences"),
            Measure.PER_THOUSAND: tr("Measure", "Articles in 1,000 articles"),
            Measure.PER_MILLION: tr("Measure", "Occurrences in 1,000,000 characters"),
        }[self]

    def text(self, value: float) -> str:
        """A value as it is written: exact counts, relative figures with two decimals."""
        if self in (Measure.ARTICLES, Measure.OCCURRENCES):
            return number(round(value))
        return f"{value:,.2f}"


def error_text(one: TrendSeries) -> str:
    """Why an expression is no query."""
    return sentence(one.error, one.error_details)


def ticks(highest: float, wanted: int = 4) -> list[float]:
    """Round values from 0 to at least `highest`, about `wanted` steps apart."""
    if highest <= 0:
        return [0.0, 1.0]
    rough = highest / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
    return [step * at for at in range(math.ceil(highest / step - 1e-9) + 1)]
