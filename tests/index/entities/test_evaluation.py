"""Recognition against articles marked by hand, with bars a little below what is reached."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from index.entities import recognise
from index.model import MentionType

BARS = {
    "person": 0.95,
    "post": 0.94,
    "organisation": 0.84,
    "place": 0.89,
    "document": 0.97,
    "event": 0.78,
    "date": 0.96,
    "pairs": 0.88,
    "values": 0.97,
}


def pairs(found: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Without posts that are only the tail of a fuller post of the same person."""
    return {
        (who, post)
        for who, post in found
        if not any(other == who and fuller != post and fuller.endswith(post) for other, fuller in found)
    }


@pytest.mark.shared_data
def test_hand_marked_articles(shared_data: Path) -> None:
    hit: Counter[str] = Counter()
    said: Counter[str] = Counter()
    gold: Counter[str] = Counter()

    def count(name: str, expected: set[object], found: set[object]) -> None:
        hit[name] += len(expected & found)
        said[name] += len(found)
        gold[name] += len(expected)

    for line in (shared_data / "gold" / "entities_dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        result = recognise(row["text"], row["date"])
        for kind in MentionType:
            count(
                kind.value,
                {(m["start"], m["end"]) for m in row["mentions"] if m["type"] == kind},
                {(m.start, m.end) for m in result.mentions if m.type is kind},
            )
        count(
            "pairs",
            set(pairs({(held["person"], held["post"]) for held in row["appointments"]})),
            set(pairs({(held.person, held.post) for held in result.appointments})),
        )
        values = {(m["start"], m["end"]): m.get("value") for m in row["mentions"] if m["type"] == "date"}
        found = {(m.start, m.end): m.value for m in result.mentions if m.type is MentionType.DATE}
        both = values.keys() & found.keys()
        count("values", {(span, values[span]) for span in both}, {(span, found[span]) for span in both})

    scores = {name: 2 * hit[name] / (said[name] + gold[name]) for name in BARS}
    assert {name: round(score, 3) for name, score in scores.items() if score < BARS[name]} == {}
