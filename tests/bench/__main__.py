"""Builds the index and its peers from the same articles, asks the same queries, writes the tables.

python -m tests.bench

takes about fifteen minutes on two processors: the corpus as it is, then 200,000 articles made from it, then
imports through the command line. `--articles 8000 --no-import` is a short run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from index.fulltext.analysis import normal
from tests.bench import report
from tests.bench.corpus import KnownItem, articles, keep, kept, keywords, known_items
from tests.bench.importing import import_articles, import_files
from tests.bench.measure import answering, building, peers
from tests.bench.peers import Juanzong, Peer
from tests.bench.report import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.model import IndexDocument

_DATA = Path(__file__).parents[3] / "shared" / "data" / "corpus" / "dev.jsonl.gz"
_RESULTS = Path(__file__).parent / "RESULTS.md"
_CHECKED = 40  # totals that are compared with the truth
_SAMPLE = 31600  # articles that queries are taken from


def main() -> None:
    arguments = _arguments()
    began, load = time.monotonic(), os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    corpora: list[tuple[int, Sequence[Result]]] = []
    text = [f"# What the benchmark measured\n\n{report.machine(load)}\n"]
    for wanted in arguments.articles:
        with _folder() as folder:
            count, results, text_bytes = _compare(arguments, wanted or None, folder)
        corpora.append((count, results))
        text.append(report.engines(results, count, text_bytes))
    notes = "Memory of building is what comes on top of the articles, workers included.\n"
    text[1:1] = ["## Budgets\n", report.budgets(corpora)]
    text[3:3] = ["## Engines\n", notes, "What they are given:\n", report.given(corpora[0][1])]
    if arguments.imports:
        with _folder() as folder:
            some = list(articles(arguments.corpus, arguments.imports))
            whole = import_articles(some, folder)
            text[3:3] = [report.importing(whole, *import_files(arguments.files, folder))]
    text.append(f"The whole run took {(time.monotonic() - began) / 60:.0f} minutes.\n")
    print("\n".join(text))
    arguments.out.write_text("\n".join(text), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--corpus", type=Path, default=_DATA, help="articles as .jsonl.gz")
    parser.add_argument(
        "--articles",
        type=int,
        nargs="*",
        default=[0, 200_000],
        help="sizes of corpora to measure (0: as it is; more than there are: sentences shuffled)",
    )
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--only", nargs="*", help="class names of the engines to run; ours is always first")
    parser.add_argument(
        "--imports", type=int, default=8000, help="articles to import through the command line"
    )
    parser.add_argument("--no-import", dest="imports", action="store_const", const=0)
    parser.add_argument("--files", type=int, default=20_000, help="files to import and pass over again")
    parser.add_argument("--out", type=Path, default=_RESULTS, help="Markdown file to write")
    return parser.parse_args()


def _compare(
    arguments: argparse.Namespace, wanted: int | None, folder: Path
) -> tuple[int, list[Result], int]:
    """All engines on one corpus: how many articles it has, the results, and its bytes."""
    path = folder / "articles"
    count = keep(articles(arguments.corpus, wanted), path)
    documents = kept(path)
    text_bytes = sum(len((d.title + d.body).encode("utf-8", "surrogatepass")) for d in documents)
    asked = keywords(documents[:_SAMPLE], arguments.queries)
    known = known_items(documents[:_SAMPLE], arguments.queries, among=documents)
    truth = _truth(documents, list(dict.fromkeys(asked))[:_CHECKED])
    del documents
    results: list[Result] = []
    for kind in peers([Juanzong.__name__, *arguments.only] if arguments.only else None):
        if reason := kind.missing():
            print(f"{kind.name} is left out: {reason}", flush=True)
            continue
        place = folder / kind.__name__
        place.mkdir()
        results.append(_one(kind, path, place, asked, known, truth))
        print(f"{results[-1].name}: {results[-1].building}", flush=True)
        shutil.rmtree(place, ignore_errors=True)
    return count, results, text_bytes


def _one(
    kind: type[Peer],
    path: Path,
    place: Path,
    asked: list[str],
    known: list[KnownItem],
    truth: dict[str, list[int]],
) -> Result:
    built = building(kind.__name__, path, place)
    inside = [item for item in known if min(item.article_ids) <= built.articles]
    answered = answering(kind.__name__, place, asked, inside)
    right = [
        answered.totals[word] == sum(number <= built.articles for number in numbers)
        for word, numbers in truth.items()
        if word in answered.totals
    ]
    return Result(kind.__name__, kind.name, kind.given, built, answered, sum(right) / max(1, len(right)))


def _truth(documents: Sequence[IndexDocument], words: list[str]) -> dict[str, list[int]]:
    """The articles that contain each of the words, by looking at every text."""
    found: dict[str, list[int]] = {word: [] for word in words}
    for document in documents:
        title, body = normal(document.title), normal(document.body)
        for word, numbers in found.items():
            if word in title or word in body:
                numbers.append(document.id)
    return found


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
