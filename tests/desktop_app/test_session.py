"""The session: what changes is told once, what is the same is not."""

from __future__ import annotations

from desktop_app.session import Session
from index.model import FacetField, Filter, Script, SearchRequest, Sort


def test_the_same_request_is_not_searched_again(session: Session) -> None:
    heard: list[SearchRequest] = []
    session.request_changed.connect(heard.append)
    session.search(SearchRequest("会议"))
    session.search(SearchRequest("会议"))
    session.sort(Sort.NEWEST)
    added = Filter(FacetField.YEAR, ("2023",))
    session.add_filter(added)
    session.add_filter(added)
    assert heard == [
        SearchRequest("会议"),
        SearchRequest("会议", Sort.NEWEST),
        SearchRequest("会议", Sort.NEWEST, (added,)),
    ]


def test_searching_for_a_name_drops_filters_and_keeps_the_order(session: Session) -> None:
    session.search(SearchRequest("会议", Sort.OLDEST, (Filter(FacetField.YEAR, ("2023",)),)))
    session.search_text("李红军")
    assert session.request == SearchRequest("李红军", Sort.OLDEST)


def test_the_script_goes_round_with_the_users_variant(session: Session) -> None:
    session.change_settings(traditional_variant=Script.TAIWAN)
    seen = []
    for _ in range(3):
        session.next_script()
        seen.append(session.script)
    assert seen == [Script.SIMPLIFIED, Script.TAIWAN, Script.ORIGINAL]


def test_variants_go_round_and_are_kept(session: Session) -> None:
    seen = []
    for _ in range(4):
        session.next_variant()
        seen.append(session.script)
    assert seen == [Script.TRADITIONAL, Script.TAIWAN, Script.HONGKONG, Script.TRADITIONAL]
    session.set_script(Script.ORIGINAL)
    session.next_variant()
    assert session.script is Script.TRADITIONAL


def test_zoom_stays_within_bounds_and_is_remembered(session: Session) -> None:
    session.set_zoom(1000)
    assert session.zoom == 300
    session.set_zoom(0)
    assert session.zoom == 50
    assert session.memory.number("reader.zoom") == 50


def test_another_archive_starts_with_an_empty_search(session: Session) -> None:
    session.search(SearchRequest("会议", Sort.NEWEST))
    session.set_archive(None)
    assert session.request == SearchRequest("", Sort.NEWEST)
    assert session.article is None
