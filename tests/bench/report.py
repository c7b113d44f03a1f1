"""The measurements as Markdown: a table of the engines, a table of the budgets. Called by `__main__`."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.importing import Importing
from tests.bench.measure import Answering, Building


@dataclass(frozen=True)
class Result:
    """What one engine did with one corpus. `exact`: the share of totals that are right."""

    kind: str
    name: str
    given: str
    building: Building
    answering: Answering
    exact: float

    def percentile(self, share: float) -> float:
        """Of the milliseconds of its answers."""
        return _percentile(self.answering.times, share)


@dataclass(frozen=True)
class Bar:
    """A budget: what it is about, where the bar is, and whether more or less is better."""

    what: str
    kind: str  # the peer it compares with, "" if it stands by itself
    bar: float
    more: bool
    unit: str = ""


RATIOS = (
    Bar("indexing, times SQLite FTS5 trigram", "Trigram", 1.4, more=True),
    Bar("indexing, times tantivy + rjieba", "Tantivy", 0.6, more=True),
    Bar("indexing, times Recoll", "Recoll", 10.0, more=True),
    Bar("indexing, times stock Whoosh", "StockWhoosh", 6.0, more=True),
)


def engines(results: Sequence[Result], count: int, text_bytes: int) -> str:
    """The table of the engines that indexed one corpus, ours first."""
    lines = [
        f"### {count:,} articles, {text_bytes / 1e6:,.0f} MB of UTF-8 text",
        "",
        "| engine | articles | articles/s | per CPU second | ours is x times as fast | by CPU | size / text "
        "| build MB | open and first answer, ms | first 20 hits, median ms | p95 ms | totals exact "
        "| cannot answer | known items, MRR | search MB |",
        "|---" + "|--:" * 14 + "|",
    ]
    lines += [_row(result, results[0]) for result in results]
    return "\n".join(lines) + "\n"


def _row(result: Result, ours: Result) -> str:
    building, answering = result.building, result.answering
    by_cpu = ours.building.per_cpu_second / building.per_cpu_second if building.per_cpu_second else 0.0
    return (
        f"| {result.name} | {building.articles:,} "
        f"| {building.per_second:,.0f} | {building.per_cpu_second:,.0f} "
        f"| {ours.building.per_second / building.per_second:.2f} | {by_cpu:.2f} "
        f"| {building.bytes / building.text_bytes:.2f} | {building.megabytes:,.0f} "
        f"| {answering.open_and_first:.0f} | {_median(answering.times):.2f} | {result.percentile(0.95):.2f} "
        f"| {result.exact:.0%} | {answering.unanswered} of {answering.unanswered + len(answering.times)} "
        f"| {answering.reciprocal:.3f} | {answering.megabytes:,.0f} |"
    )


def given(results: Sequence[Result]) -> str:
    """What each engine is given and what is timed."""
    return "".join(f"- {result.name}: {result.given}.\n" for result in results)


def budgets(corpora: Sequence[tuple[int, Sequence[Result]]]) -> str:
    """The budgets beside what was measured, a column per corpus."""
    rows: list[tuple[Bar, list[float | None]]] = [
        (bar, [_ratio(results, bar.kind) for _, results in corpora]) for bar in RATIOS
    ]
    ours = [results[0] for _, results in corpora]
    answers = [result.answering for result in ours]
    rows += [
        (
            Bar("index size, times the text", "", 1.1, more=False),
            [r.building.bytes / r.building.text_bytes for r in ours],
        ),
        (Bar("first 20 hits, median", "", 5, more=False, unit="ms"), [_median(a.times) for a in answers]),
        (Bar("of it processor time", "", 5, more=False, unit="ms"), [_median(a.busy) for a in answers]),
        (
            Bar("first 20 hits, p95", "", 25, more=False, unit="ms"),
            [_percentile(a.times, 0.95) for a in answers],
        ),
        (
            Bar("of it processor time", "", 25, more=False, unit="ms"),
            [_percentile(a.busy, 0.95) for a in answers],
        ),
        (
            Bar("with all facets, p95", "", 60, more=False, unit="ms"),
            [_percentile(a.facet_times, 0.95) for a in answers],
        ),
        (
            Bar("of it processor time", "", 60, more=False, unit="ms"),
            [_percentile(a.facet_busy, 0.95) for a in answers],
        ),
        (
            Bar("opening and first answer", "", 300, more=False, unit="ms"),
            [a.open_and_first for a in answers],
        ),
        (Bar("memory of searching", "", 300, more=False, unit="MB"), [a.megabytes for a in answers]),
        (Bar("memory of indexing", "", 1000, more=False, unit="MB"), [r.building.megabytes for r in ours]),
        (Bar("known items, MRR", "", 0.85, more=True), [a.reciprocal for a in answers]),
        (Bar("totals exact", "", 1.0, more=True), [r.exact for r in ours]),
    ]
    head = "".join(f" {count:,} articles |" for count, _ in corpora)
    lines = [f"| budget | bar |{head}", "|---|--:|" + "--:|" * len(corpora)]
    lines += [_budget(bar, values) for bar, values in rows]
    return "\n".join(lines) + "\n"


def importing(whole: Importing, first: Importing, again: Importing) -> str:
    """The budgets of importing."""
    rate = whole.articles / whole.seconds
    rows = [
        (Bar(f"full import of {whole.articles:,} articles", "", 400, more=True, unit="articles/s"), rate),
        (Bar("memory of importing them", "", 1000, more=False, unit="MB"), whole.megabytes),
        (
            Bar(f"pass over {first.articles:,} unchanged files", "", 1.0, more=False, unit="s"),
            again.seconds,
        ),
    ]
    lines = ["| budget | bar | measured |", "|---|--:|--:|"]
    return "\n".join(lines + [_budget(bar, [value]) for bar, value in rows]) + "\n"


def machine(load: float) -> str:
    """On what this was measured."""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}; load when it began: {load:.1f}."
    )


def _budget(bar: Bar, values: Sequence[float | None]) -> str:
    sign = "≥" if bar.more else "≤"
    cells = ""
    for value in values:
        met = value is not None and (value >= bar.bar if bar.more else value <= bar.bar)
        cells += f" {_figure(value)}{'' if met or value is None else ' (missed)'} |"
    return f"| {bar.what} | {sign} {bar.bar:g} {bar.unit}".rstrip() + f" |{cells}"


def _figure(value: float | None) -> str:
    return "not measured" if value is None else f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def _ratio(results: Sequence[Result], kind: str) -> float | None:
    for result in results:
        if result.kind == kind:
            return results[0].building.per_second / result.building.per_second
    return None


def _median(values: Sequence[float]) -> float:
    return statistics.median(values) if values else float("nan")


def _percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[int(len(values) * share)] if values else float("nan")
