"""An article of a crawl dump is found again by its place, however the dump was compressed."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from index.archive import Archive
from index.model import SearchRequest

TITLES = [f"江城市召开第{number}次重点项目推进会" for number in "一二三四五六"]


def page(title: str) -> bytes:
    body = "".join(
        f"<p>3月4日，{title}在江城举行，市委书记李明出席会议并讲话，强调要压实责任，加快推进第{n}批项目。</p>"
        for n in range(1, 4)
    )
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    return f"<html>{head}<body><h1>{title}</h1>{body}</body></html>".encode()


def record(kind: str, url: str, content_type: str, content: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-05T00:00:00Z\r\n"
        f"WARC-Record-ID: <{url}>\r\nContent-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
RECORDS = [record("warcinfo", "", "application/warc-fields", b"software: Wget\r\n")] + [
    record("response", f"http://a.cn/{number}", "application/http; msgtype=response", HTTP + page(title))
    for number, title in enumerate(TITLES)
]
DUMPS = {
    "each.warc.gz": b"".join(map(gzip.compress, RECORDS)),
    "plain.warc": b"".join(RECORDS),
    "whole.warc.gz": gzip.compress(b"".join(RECORDS)),
}


@pytest.mark.parametrize("name", DUMPS)
def test_every_article_of_a_dump_is_shown_as_it_came(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(DUMPS[name])
    with Archive.create(tmp_path / "a.juanzong") as archive:
        archive.import_paths([file], workers=0)
        hits = archive.search(SearchRequest("江城"))
        articles = [archive.article(number) for number in hits.ids(0, 10)]
        assert sorted(article.title for article in articles) == sorted(TITLES)
        for article in articles:
            assert archive.as_it_came(article.id).startswith(article.title)
            assert len(archive.original(article.id)) < len(DUMPS["plain.warc"]) / 3
