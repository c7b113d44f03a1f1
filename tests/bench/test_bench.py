"""The benchmark measures what it says, on a handful of articles."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

from index.fulltext.analysis import normal
from tests.bench.corpus import articles, keywords, known_items
from tests.bench.peers import PEERS, Peer, Tantivy


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


@pytest.mark.parametrize("kind", PEERS)
def test_every_engine_answers(kind: type[Peer], corpus: Path, tmp_path: Path) -> None:
    if kind is Tantivy:
        pytest.importorskip("tantivy")
    documents = list(articles(corpus, None))
    peer = kind(tmp_path)
    peer.build(peer.prepared(documents))
    peer.finish()
    found = peer.search(["联席会议"], 5)
    assert found is not None
    assert found[0] == sum("联席会议" in normal(d.title + "|" + d.body) for d in documents)
    assert len(found[1]) == 5
    assert peer.size() > 0
    items = known_items(documents, 5)
    assert all(peer.search(item.words, 5) is not None or kind.__name__ == "Trigram" for item in items)
    peer.close()
    assert all(any(k in normal(d.body) for d in documents) for k in keywords(documents, 20))
