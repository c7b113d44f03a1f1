"""Builds the index and its peers from the same articles, asks the same queries, writes a Markdown table.

python -m tests.bench --corpus ../shared/data/corpus/dev.jsonl.gz --out bench.md [--articles 200000]
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import shutil
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from index.fulltext.analysis import normal
from index.model import IndexDocument
from tests.bench.corpus import KnownItem, articles, keywords, known_items
from tests.bench.peers import PEERS, Peer


@dataclass
class Result:
    """What one engine did."""

    name: str
    articles: int
    per_second: float
    per_cpu_second: float  # of all processes; a busy machine disturbs it less
    finish_seconds: float
    size: float  # times the UTF-8 text
    times: list[float] = field(default_factory=list)  # milliseconds of the queries it can answer
    exact: int = 0
    unanswered: int = 0
    reciprocal: float = 0.0
    known: int = 0

    def percentile(self, share: float) -> float:
        return sorted(self.times)[int(len(self.times) * share)] if self.times else float("nan")


def main() -> None:
    arguments = _arguments()
    documents = list(articles(arguments.corpus, arguments.articles))
    texts = sum(len((d.title + d.body).encode("utf-8", "surrogatepass")) for d in documents)
    sample = documents[:31600]
    asked, known = keywords(sample, arguments.queries), known_items(sample, arguments.queries)
    results: list[Result] = []
    for kind in PEERS:
        if arguments.only and kind.__name__ not in arguments.only:
            continue
        some = documents if kind.most is None else documents[: kind.most]
        folder = Path(tempfile.mkdtemp(prefix="bench-"))
        peer = kind(folder)
        try:
            results.append(_measure(peer, some))
            _ask(peer, results[-1], some, asked, known)
            print(_row(results[-1], results[0]), flush=True)
        finally:
            peer.close()
            del peer
            gc.collect()
            shutil.rmtree(folder, ignore_errors=True)
    text = _table(results, len(documents), texts)
    print(text)
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--corpus", type=Path, required=True, help="articles as .jsonl.gz")
    parser.add_argument("--articles", type=int, help="how many (more than there are: sentences shuffled)")
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--only", nargs="*", help="class names of the engines to run")
    parser.add_argument("--out", type=Path, help="Markdown file to write")
    return parser.parse_args()


def _measure(peer: Peer, documents: list[IndexDocument]) -> Result:
    rows = peer.prepared(documents)
    began, cpu = time.perf_counter(), sum(os.times()[:4])
    peer.build(rows)
    built, cpu = time.perf_counter(), sum(os.times()[:4]) - cpu
    peer.finish()
    done = time.perf_counter()
    size = sum(len((d.title + d.body).encode("utf-8", "surrogatepass")) for d in documents)
    return Result(
        peer.name,
        len(documents),
        len(documents) / (built - began),
        len(documents) / cpu,
        done - built,
        peer.size() / size,
    )


def _ask(
    peer: Peer, result: Result, documents: list[IndexDocument], asked: list[str], known: list[KnownItem]
) -> None:
    peer.search([asked[0]], 20)  # files are opened
    answers: dict[str, int | None] = {}
    for keyword in asked:
        began = time.perf_counter()
        found = peer.search([keyword], 20)
        if found is None:
            result.unanswered += 1
        else:
            result.times.append((time.perf_counter() - began) * 1000)
        answers[keyword] = None if found is None else found[0]
    checked = list(dict.fromkeys(asked))[:60]
    truth = dict.fromkeys(checked, 0)
    for document in documents:
        title, body = normal(document.title), normal(document.body)
        for keyword in checked:
            truth[keyword] += keyword in title or keyword in body
    result.exact = round(100 * sum(answers[word] == truth[word] for word in checked) / len(checked))
    inside = [item for item in known if min(item.article_ids) <= len(documents)]
    for item in inside:
        found = peer.search(item.words, 10)
        ranks = (
            [rank for rank, number in enumerate(found[1], 1) if number in item.article_ids] if found else []
        )
        result.reciprocal += 1 / ranks[0] if ranks else 0.0
    result.known = len(inside)


def _row(result: Result, ours: Result) -> str:
    median = statistics.median(result.times) if result.times else float("nan")
    return (
        f"| {result.name} | {result.articles:,} | {result.per_second:,.0f} "
        f"| {result.per_cpu_second:,.0f} "
        f"| {ours.per_second / result.per_second:.2f} | {result.finish_seconds:.1f} | {result.size:.2f} "
        f"| {median:.2f} | {result.percentile(0.95):.2f} | {result.exact} % | {result.unanswered} "
        f"| {result.reciprocal / max(1, result.known):.3f} |"
    )


def _table(results: list[Result], count: int, size: int) -> str:
    machine = f"{platform.machine()}, Python {platform.python_version()}, {platform.system()}"
    lines = [
        f"Full text: {count:,} articles, {size / 1e6:,.0f} MB of UTF-8 text ({machine}).",
        "",
        "| engine | articles | articles/s | articles per CPU second | Juanzong is x times as fast "
        "| merge s | size / text "
        "| first 20 hits, median ms | p95 ms | exact totals | keywords it cannot answer | known item MRR |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
        *(_row(result, results[0]) for result in results),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
