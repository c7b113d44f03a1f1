"""Garbage, bombs and tricks end in a ReadError, never in another exception, and quickly."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import ReadError
from index.importing import RecordFailure
from index.importing.readers import SUFFIXES, read_any
from index.model import Draft

FILES = Path(__file__).parent / "files"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def outcome(data: bytes, name: str) -> list[Draft | RecordFailure] | str:
    """The items of a file, or the code of its error; any other exception is a failure of the test."""
    try:
        return list(read_any(data, name))
    except ReadError as error:
        assert str(error)
        return error.code


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
@settings(max_examples=25, deadline=None)
@given(data=st.binary(max_size=300))
def test_random_bytes_never_raise_anything_else(suffix: str, data: bytes) -> None:
    outcome(data, f"a{suffix}")


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.iterdir()))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cuts=st.lists(st.tuples(st.integers(0, 20_000), st.binary(max_size=4)), min_size=1, max_size=6))
def test_damaged_documents_never_raise_anything_else(name: str, cuts: list[tuple[int, bytes]]) -> None:
    data = bytearray((FILES / name).read_bytes())
    for place, content in cuts:
        data[place % len(data) : place % len(data) + len(content)] = content
    outcome(bytes(data), name)
    outcome(bytes(data[: cuts[0][0] % len(data)]), name)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<div>",
                "</div>",
                "<p>",
                "<table><tr><td>",
                "</html>",
                "<body>",
                "<a href=x>",
                "<!--",
                "-->",
                "<script>",
                "文字，",
                "&#0;",
                "&lt",
                "<![CDATA[",
                "\x00",
                "<h1>标题",
                "2024-13-45",
            ]
        ),
        max_size=60,
    )
)
def test_broken_markup_never_raises_anything_else(pieces: list[str]) -> None:
    outcome(("<html>" + "".join(pieces)).encode(), "a.html")


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda: b"<html>" + b"<div>" * 100_000 + "文字".encode(), "deep.html"),
        (lambda: b"[" * 100_000, "deep.json"),
        (lambda: b"{\\rtf1" + b"{" * 20_000, "deep.rtf"),
        (lambda: b"> " * 20_000 + b"x", "deep.md"),
        (lambda: b"[" * 20_000 + b"](x)" * 100, "links.md"),
        (lambda: b"From: a\n" + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 2_000, "deep.eml"),
        (lambda: b"<a " * 50_000, "tags.html"),
        (lambda: ("一，" * 200_000).encode(), "long.txt"),
        (lambda: ("来源：" * 50_000).encode(), "labels.txt"),
        (lambda: ("（" * 50_000).encode(), "brackets.txt"),
        (lambda: ("微博 " * 50_000).encode(), "share.txt"),
        (lambda: b"2024-" * 50_000, "dates.txt"),
    ],
)
def test_nesting_and_repetition_cost_little(make: Callable[[], bytes], name: str) -> None:
    outcome(make(), name)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    (failure,) = outcome(zipped({"bomb.txt": b"\0" * (80 << 20)}), "a.zip")
    assert isinstance(failure, RecordFailure)
    assert failure.code == "reason.bomb"


def test_a_bomb_inside_a_document_is_refused() -> None:
    assert outcome(zipped({"word/document.xml": b" " * (140 << 20)}), "a.docx") == "reason.bomb"


def test_archives_inside_archives_end_at_a_small_depth() -> None:
    data = zipped({"a.txt": "标题\n正文".encode()})
    for _ in range(8):
        data = zipped({"a.zip": data})
    (failure,) = outcome(data, "a.zip")
    assert isinstance(failure, RecordFailure)
    assert failure.code == "reason.too_nested"


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("秘密内容", encoding="utf-8")
    trick = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY l "哈哈">]>'
    body = WORD.format("<w:p><w:r><w:t>标题</w:t></w:r></w:p><w:p><w:r><w:t>正文&x;&l;内容</w:t></w:r></w:p>")
    found = outcome(zipped({"word/document.xml": (trick + body).encode()}), "a.docx")
    assert "秘密" not in str(found)


def test_members_that_climb_out_of_the_archive_are_named_inside_it() -> None:
    (item,) = outcome(zipped({"../../etc/passwd.txt": "标题\n正文".encode()}), "a.zip")
    assert isinstance(item, Draft)
    assert item.record == "etc/passwd.txt"


def test_text_that_is_no_text_is_refused() -> None:
    assert outcome(bytes(range(32)) * 100, "a.txt") == "reason.binary"


def test_a_page_without_text_layer_is_reported_as_scanned() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    assert outcome(buffer.getvalue(), "scan.pdf") == "reason.scanned"
