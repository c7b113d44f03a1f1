"""What the importer makes of the sample archive's files, held against the manifest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.importing import drafts, units
from index.model import Draft
from index.paths import resource

SOURCES = Path(__file__).resolve().parents[2] / "packaging" / "sample_archive" / "sources"
MANIFEST: dict[str, Any] = json.loads(resource("sample.json").read_text(encoding="utf-8"))

# A press release keeps its letterhead in the text (by design); the glossed page's year is nowhere near its
# dateline, and a guess would be bolder than the importer is.
NOT_YET: set[tuple[str, str]] = {
    ("taiwan", "body"),
    ("gloss", "date"),
}


def squeezed(text: str | None) -> str | None:
    return None if text is None else "".join(text.split())


def clean_body(article: dict[str, Any]) -> str:
    text = (SOURCES / Path(article["clean"]).name).read_text(encoding="utf-8")
    return text.partition("\n\n")[2]


def expected(article: dict[str, Any]) -> dict[str, str | None]:
    return {
        "title": squeezed(article["title"]),
        "date": article["date"] or article["inferred_date"],
        "source": article["source"],
        "body": squeezed(clean_body(article)),
    }


def found(draft: Draft) -> dict[str, str | None]:
    return {
        "title": squeezed(draft.title),
        "date": draft.date,
        "source": draft.source,
        "body": squeezed(draft.body),
    }


def read(name: str) -> Iterator[Draft]:
    for unit in units(resource("sample", name)):
        for draft in drafts(unit):
            assert isinstance(draft, Draft)
            yield draft


@pytest.mark.parametrize("entry", MANIFEST["files"], ids=lambda entry: entry["file"])
def test_a_file_gives_the_articles_of_the_manifest(entry: dict[str, Any]) -> None:
    got = list(read(entry["file"]))
    assert len(got) == len(entry["articles"])
    for draft, article in zip(got, entry["articles"], strict=True):
        wanted, said = expected(article), found(draft)
        for field in wanted:
            if (entry["layout"], field) not in NOT_YET:
                assert said[field] == wanted[field], field
