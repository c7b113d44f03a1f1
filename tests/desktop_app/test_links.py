"""Deep links lead where they were made, and anything else is refused with a sentence."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.links import Link, parse
from desktop_app.session import Place
from index.errors import LinkUnreadable

archives = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).map(str.strip)
places = st.builds(
    lambda start, length, title: Place(start, start + length, in_title=title),
    st.integers(0, 10**6),
    st.integers(0, 1000),
    st.booleans(),
)


@given(archives.filter(bool), st.none() | st.integers(0, 10**9), st.none() | places, st.text(max_size=20))
def test_a_link_leads_back(archive: str, article: int | None, place: Place | None, query: str) -> None:
    query = query.encode("utf-8", "replace").decode()
    link = Link(archive, article, place, query)
    assert parse(str(link)) == link


def test_a_link_reads_as_it_is_documented() -> None:
    link = Link("长江 中游", 17, Place(120, 134))
    assert str(link) == "juanzong://%E9%95%BF%E6%B1%9F%20%E4%B8%AD%E6%B8%B8/17#120-134"
    assert parse("JUANZONG://a/3/#t1-2") == Link("a", 3, Place(1, 2, in_title=True))
    assert parse("juanzong:a/3") == Link("a", 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "juanzong:",
        "juanzong://",
        "http://a/1",
        "juanzong://a/b",
        "juanzong://%20/1",
        "juanzong://a#1",
        "x" * 5000,
    ],
)
def test_what_is_no_link_is_refused(text: str) -> None:
    with pytest.raises(LinkUnreadable):
        parse(text)


@given(st.text(max_size=60))
def test_no_text_upsets_it(text: str) -> None:
    for each in (text, f"juanzong://{text}"):
        with contextlib.suppress(LinkUnreadable):
            parse(each)


def test_half_characters_in_a_link_do_no_harm() -> None:
    link = parse("juanzong://a\ud800?q=\udfff红军")
    assert str(link).isascii()
    assert "红军" in link.query
