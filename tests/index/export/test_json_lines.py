"""JSON Lines carries everything, one line per article whatever the reader takes for a line end."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from index.export import ExportItem, write

Export = Callable[..., Path]
WithText = Callable[[str, str], ExportItem]


def test_everything_known_is_there_and_offsets_fit_the_text(export: Export, plain: ExportItem) -> None:
    (line,) = export("jsonl", plain).read_text(encoding="utf-8").splitlines()
    said = json.loads(line)
    assert list(said) == [
        "origin", "title", "text", "date", "source", "author", "url",
        "date_origin", "mentions", "title_mentions", "appointments",
    ]  # fmt: skip
    assert said["text"] == plain.article.body
    assert said["date_origin"] == "printed"
    assert all(said["text"][m["start"] : m["end"]] == m["text"] for m in said["mentions"])
    assert said["mentions"][0]["value"] == "2025-03-26"
    assert said["title_mentions"][0]["type"] == "event"
    assert said["appointments"] == [{"person": "费云帆", "post": "云州市市长", "place": "云州市"}]


def test_what_is_missing_is_null(export: Export, bare: ExportItem) -> None:
    said = json.loads(export("jsonl", bare).read_text(encoding="utf-8"))
    assert [said[key] for key in ("date", "source", "author", "url")] == [None] * 4


@given(body=st.text(st.characters(), max_size=60), title=st.text(st.characters(), max_size=10))
def test_any_text_comes_back_with_only_surrogates_replaced(
    with_text: WithText, body: str, title: str
) -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        write("jsonl", out, [with_text(title, body)] * 2, archive_name="a", language="en")
        lines = out.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    said = json.loads(lines[0])["text"]
    assert len(said) == len(body)
    assert all(b == ("\ufffd" if "\ud800" <= a <= "\udfff" else a) for a, b in zip(body, said, strict=True))
