"""The benchmark measures what it says, on a handful of articles."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

from index.fulltext.analysis import normal
from tests.bench import report
from tests.bench.corpus import articles, keep, kept, keywords, known_items
from tests.bench.importing import Importing
from tests.bench.measure import Answering, Building, answering, building
from tests.bench.peers import PEERS, Peer
from tests.bench.report import Result


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rng = random.Random(1)
    path = tmp_path_factory.mktemp("corpus") / "some.jsonl.gz"
    pieces = ["联席会议在南昌召开", "赣江新区签署协议", "省委书记出席并讲话", "各部门负责人参加"]
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for n in range(40):
            body = "。".join("".join(rng.sample(pieces, 2)) for _ in range(4))
            print(
                json.dumps({"title": rng.choice(pieces), "body": body, "date": f"2020-01-{n % 28 + 1:02d}"}),
                file=file,
            )
    return path


def test_more_articles_than_there_are_come_shuffled(corpus: Path) -> None:
    found = list(articles(corpus, 70))
    assert [article.id for article in found] == list(range(1, 71))
    assert [a.title for a in found[:30]] == [a.title for a in found[40:]]
    assert sorted(found[0].body.split("。")) == sorted(found[40].body.split("。"))
    assert len(list(articles(corpus, None))) == 40


def test_articles_come_back_as_they_were_kept(corpus: Path, tmp_path: Path) -> None:
    assert keep(articles(corpus, 7), tmp_path / "kept") == 7
    assert kept(tmp_path / "kept") == list(articles(corpus, 7))
    assert kept(tmp_path / "kept", 3) == list(articles(corpus, 3))


@pytest.mark.parametrize("kind", PEERS)
def test_every_engine_answers(kind: type[Peer], corpus: Path, tmp_path: Path) -> None:
    if kind.missing():
        pytest.skip(kind.missing())
    documents = list(articles(corpus, None))
    folder = tmp_path / "index"
    folder.mkdir()
    keep(iter(documents), tmp_path / "kept")
    built = building(kind.__name__, tmp_path / "kept", folder)
    assert built.articles == 40
    assert min(built.seconds, built.bytes, built.text_bytes) > 0
    items = known_items(documents, 5)
    answered = answering(kind.__name__, folder, ["联席会议", "赣江新区"], items)
    for word, total in answered.totals.items():
        assert total == sum(word in normal(d.title + "|" + d.body) for d in documents)
    assert len(answered.times) == 2
    assert len(answered.facet_times) == (2 if "Juanzong" in kind.name else 0)
    assert 0 <= answered.reciprocal <= 1


def test_keywords_stand_in_the_articles(corpus: Path) -> None:
    documents = list(articles(corpus, None))
    assert all(any(k in normal(d.body) for d in documents) for k in keywords(documents, 20))


def test_the_tables_say_what_was_measured_and_which_bars_are_missed() -> None:
    def result(kind: str, per_second: float) -> Result:
        built = Building(1000, 1000 / per_second, 1.0, 50.0, 900, 1000)
        answered = Answering(20.0, (1.0, 2.0, 3.0), (1.0,), (5.0,), (4.0,), {}, 1, 0.9, 100.0)
        return Result(kind, kind, "text", built, answered, 1.0)

    results = [result("Juanzong", 1000), result("Trigram", 500), result("Tantivy", 2000)]
    text = report.budgets([(1000, results)])
    assert "| indexing, times SQLite FTS5 trigram | ≥ 1.4 | 2.00 |" in text
    assert "| indexing, times tantivy + rjieba | ≥ 0.6 | 0.50 (missed) |" in text
    assert "| indexing, times Recoll | ≥ 10 | not measured |" in text
    assert "| first 20 hits, median | ≤ 5 ms | 2.00 |" in text
    assert "| Trigram | 1,000 | 500 | 1,000 | 2.00 |" in report.engines(results, 1000, 1000)
    imports = report.importing(Importing(400, 2.0, 90.0), Importing(9, 1.0, 1.0), Importing(9, 0.5, 1.0))
    assert "| full import of 400 articles | ≥ 400 articles/s | 200 (missed) |" in imports
