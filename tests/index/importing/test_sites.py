"""Pages as content systems of many kinds make them: everything printed is found, nothing else comes along.

`sites/` holds imitations with made-up names and texts, in the encodings such sites use; `expected.jsonl` says
of each page what its headline, date, source and author are, what the body has and what it has not.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.importing.readers import read_any
from index.model import Draft

SITES = Path(__file__).parent / "sites"
EXPECTED = [json.loads(line) for line in (SITES / "expected.jsonl").read_text(encoding="utf-8").splitlines()]


def squeezed(text: str | None) -> str:
    return "".join((text or "").split())


@pytest.fixture(params=EXPECTED, ids=lambda row: row["page"])
def expected(request: pytest.FixtureRequest) -> dict[str, object]:
    row: dict[str, object] = request.param
    return row


def article(row: dict[str, object]) -> Draft:
    page = SITES / str(row["page"])
    (item,) = read_any(page.read_bytes(), page.name)
    assert isinstance(item, Draft)
    return item


def test_headline_and_date_are_those_printed(expected: dict[str, object]) -> None:
    draft = article(expected)
    assert squeezed(draft.title) == squeezed(str(expected["title"]))
    assert draft.date == expected["date"]


def test_source_and_author_are_those_named(expected: dict[str, object]) -> None:
    draft = article(expected)
    if expected["source"]:
        assert str(expected["source"]) in squeezed(draft.source)
    if expected["author"]:
        assert str(expected["author"]) in squeezed(draft.author)


def test_the_body_is_whole_and_nothing_else(expected: dict[str, object]) -> None:
    body = squeezed(article(expected).body)
    inside, outside = expected["inside"], expected["outside"]
    assert isinstance(inside, list) and isinstance(outside, list)
    assert [piece for piece in inside if squeezed(piece) not in body] == []
    assert [piece for piece in outside if squeezed(piece) in body] == []


@pytest.mark.parametrize("page", ["small_portal_in_GB2312", "forum_portal_in_GBK"])
def test_an_abstract_that_breaks_off_is_not_told_twice(page: str) -> None:
    row = next(row for row in EXPECTED if row["page"] == f"{page}.html")
    body = article(row).body
    assert body.count(row["inside"][0][:12]) == 1
    assert "..." not in body
