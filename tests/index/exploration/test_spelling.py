"""Did you mean: only what has hits, with their number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from index.errors import Cancelled, QueryError
from index.model import FacetField, Filter, QuerySuggestionKind, SearchRequest

from .conftest import record, write

SOUND, SWAP, CHARACTER, _ = QuerySuggestionKind


@pytest.mark.parametrize(
    ("typed", "meant", "kind"),
    [
        ("联席会义", "联席会议", SOUND),
        ("聯席會義", "联席会议", SOUND),
        ("连西会议", "联席会议", SOUND),
        ("赣江新去", "赣江新区", SOUND),
        ("联会席议", "联席会议", SWAP),
        ("红军长年", "红军长征", CHARACTER),
        ("红军的长征", "红军长征", CHARACTER),
        ("apce", "apec", SWAP),
        ("apac", "apec", CHARACTER),
        ("apecc", "apec", CHARACTER),
        ("联席、会议", "联席会议", CHARACTER),
    ],
)
def test_a_slip_is_recognised(archive: Archive, typed: str, meant: str, kind: QuerySuggestionKind) -> None:
    assert archive.search(SearchRequest(typed)).total == 0
    best = archive.suggestions(SearchRequest(typed))[0]
    assert (best.text, best.kind, best.typed, best.meant) == (meant, kind, typed, meant)
    assert best.total == archive.search(SearchRequest(meant)).total > 0


def test_only_the_wrong_keyword_is_replaced(archive: Archive) -> None:
    best = archive.suggestions(SearchRequest("红军 联席会义 -火箭"))[0]
    assert best.text == "红军 联席会议 -火箭"
    assert best.total == archive.search(SearchRequest(best.text)).total


def test_suggestions_respect_the_filters(archive: Archive) -> None:
    none = (Filter(FacetField.YEAR, ("1901",)),)
    assert archive.suggestions(SearchRequest("联席会义", filters=none)) == ()
    some = (Filter(FacetField.SOURCE, ("云州日报",)),)
    best = archive.suggestions(SearchRequest("联席会义", filters=some))[0]
    assert best.total == archive.search(SearchRequest("联席会议", filters=some)).total


@pytest.mark.parametrize("query", ["联席会议", "", "龘龘龘龘", "人", "-红军", "标题:红军"])
def test_what_is_right_or_hopeless_gets_none(archive: Archive, query: str) -> None:
    assert archive.suggestions(SearchRequest(query)) == ()


def test_every_suggestion_has_hits(archive: Archive) -> None:
    for query in ("红君", "文花", "务政", "公商共建", "人人来家"):
        for one in archive.suggestions(SearchRequest(query)):
            assert one.total == archive.search(SearchRequest(one.text)).total > 0


def test_mistakes_and_cancels_pass_through(archive: Archive) -> None:
    with pytest.raises(QueryError):
        archive.suggestions(SearchRequest('"红军'))
    with pytest.raises(Cancelled):
        archive.suggestions(SearchRequest("联席会义"), cancelled=lambda: True)


def test_a_name_in_a_field_is_mended_too(archive: Archive) -> None:
    assert archive.search(SearchRequest("人物：李洪军 联席")).total == 0
    best = archive.suggestions(SearchRequest("人物：李洪军 联席"))[0]
    assert (best.text, best.typed, best.meant) == ("人物：李红军 联席", "李洪军", "李红军")
    assert best.total == archive.search(SearchRequest(best.text)).total > 0


@pytest.fixture
def printed(tmp_path: Path) -> Iterator[Archive]:
    """Articles that put marks into names."""
    bodies = ["“三农”问题座谈会", "關注「三農」問題", "三农问题", "三农，问题"]
    bodies += ["“一带一路”建设", "欧·亨利的小说", "“互联网”企业2025年会"]
    records = [record(n, f"第{n}篇", body) for n, body in enumerate(bodies)]
    with Archive.create(tmp_path / "marks.juanzong") as archive:
        archive.import_paths([write(tmp_path / "marks.jsonl", records)], workers=0)
        yield archive


@pytest.mark.parametrize(
    ("typed", "total", "meant", "with_marks"),
    [
        ("三农问题", 1, {"三农”问题", "三农」问题"}, 3),
        ("三農問題", 1, {"三农”问题", "三农」问题"}, 3),
        ("一带一路建设", 0, {"一带一路”建设"}, 1),
        ("欧亨利", 0, {"欧·亨利"}, 1),
        ("互联网企业2025", 0, {"互联网”企业2025"}, 1),
    ],
)
def test_forms_with_marks_inside_are_offered_besides(
    printed: Archive, typed: str, total: int, meant: set[str], with_marks: int
) -> None:
    assert printed.search(SearchRequest(typed)).total == total
    (best,) = printed.suggestions(SearchRequest(typed))
    assert best.kind is QuerySuggestionKind.MARKED
    assert set(best.meant.split(" OR ")) == meant
    assert best.total == printed.search(SearchRequest(best.text)).total == with_marks


def test_forms_with_marks_keep_the_rest_of_the_query(printed: Archive) -> None:
    (best,) = printed.suggestions(SearchRequest("座谈会 三农问题 -小说"))
    assert best.text.startswith("座谈会 (三农问题 OR 三农")
    assert best.text.endswith("问题) -小说")
    assert best.total == 1
