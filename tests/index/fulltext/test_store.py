"""The index folder: commits, deletions, merges, crashes and damage."""

from __future__ import annotations

import json
import multiprocessing
import shutil
import sys
import threading
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import IndexDamaged
from index.fulltext import INDEX_VERSION, FullText, build_segment, merging
from index.fulltext.container import Container
from index.model import FacetField, SearchRequest

from .conftest import SmallIndex, document

LINES = [
    "联席会议在南昌召开",
    "李红军出席 APEC 会议",
    "赣江新区与景德镇签署协议",
    "2025年4月28日，第二次会议",
    "的的的的的",
    "",
]


def documents(first: int, last: int) -> list:
    return [
        document(
            n,
            LINES[n % 6],
            "。".join(LINES[(n * k) % 6] for k in range(9)),
            f"20{n % 24:02d}-05-01",
            person=(f"人{n % 5}",),
        )
        for n in range(first, last)
    ]


def test_an_id_added_again_replaces_the_old_article(small: SmallIndex) -> None:
    small.add([document(1, "", "旧的文字"), document(2, "", "别的")])
    small.add([document(1, "", "新的文字")])
    assert small.ids("旧的") == []
    assert small.ids("新的") == [1]
    assert small.fulltext.article_ids().tolist() == [1, 2]


def test_the_last_of_two_with_the_same_id_in_one_segment_counts(small: SmallIndex) -> None:
    small.add([document(1, "", "先来"), document(1, "", "后到")])
    assert small.ids("先来") == []
    assert small.ids("后到") == [1]


def test_what_is_built_but_not_committed_is_not_found_nor_removed(small: SmallIndex) -> None:
    built = small.fulltext.build([document(1, "", "联席")])
    small.add([document(2, "", "会议")])
    assert small.ids("联席") == []
    small.fulltext.commit([built])
    assert small.find("联席").total == 1


def test_a_searcher_keeps_its_snapshot(small: SmallIndex) -> None:
    small.add(documents(0, 10))
    searcher = small.searcher()
    before = searcher.search(SearchRequest("联席")).all_ids().tolist()
    small.delete(before)
    assert searcher.search(SearchRequest("联席")).all_ids().tolist() == before
    assert small.ids("联席") == []


def test_another_process_sees_the_commit(small: SmallIndex) -> None:
    other = FullText.open(small.fulltext.folder)
    small.add(documents(0, 5))
    assert other.article_ids().tolist() == list(range(5))
    other.close()


def test_segments_can_be_built_in_spawned_processes(small: SmallIndex) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        folder = small.fulltext.folder
        built = pool.starmap(build_segment, [(folder, documents(0, 5)), (folder, documents(5, 9))])
    small.fulltext.commit(built)
    assert small.fulltext.article_ids().tolist() == list(range(9))


WINDOWS = sys.platform == "win32"  # which lets no file go that is still mapped: a later commit removes it


def test_merged_segments_are_the_same_as_one_built_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "_CHUNK", 64)
    one, many = SmallIndex(FullText.open(tmp_path / "one")), SmallIndex(FullText.open(tmp_path / "many"))
    one.add(documents(0, 60))
    many.add(documents(0, 60), parts=7)
    assert many.fulltext.merge()
    assert not many.fulltext.merge()
    left, right = (index.fulltext.snapshot().segments[0].segment.file for index in (one, many))
    assert sorted(left.names()) == sorted(right.names())
    for name in left.names():
        assert np.array_equal(left.whole(name), right.whole(name)), name
    assert len(many.fulltext.snapshot().segments) == 1
    assert WINDOWS or len(list((tmp_path / "many").glob("*.seg"))) == 1


def test_few_large_segments_are_left_as_they_are_when_nothing_else_is_to_do(
    small: SmallIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.add(documents(0, 60), parts=6)
    assert len(small.fulltext.merge_plan(at_rest=True)) == 6, "small segments never gather"
    monkeypatch.setattr(merging, "_SMALLEST", 1)
    assert len(small.fulltext.merge_plan()) == 6
    assert not small.fulltext.merge_plan(at_rest=True)
    small.add(documents(60, 70))
    assert len(small.fulltext.merge_plan(at_rest=True)) == 7


def test_merging_drops_deleted_articles(small: SmallIndex) -> None:
    small.add(documents(0, 60), parts=6)
    small.delete(range(0, 60, 3))
    wanted = {text: small.ids(text) for text in ("联席", "李?军", "apec", "的", "人物:人3", "赣江新区")}
    assert small.fulltext.merge()
    assert sum(live.count for live in small.fulltext.snapshot().segments) == 40
    assert {text: small.ids(text) for text in wanted} == wanted


def test_what_changes_while_segments_are_merged_is_not_undone(small: SmallIndex) -> None:
    small.add(documents(0, 60), parts=6)
    small.delete([1, 2, 3])
    index = small.fulltext
    chosen = index.merge_plan()
    assert not index.merge_plan({name for name, _ in chosen})
    built = merging.merge_files(index.folder, chosen)
    first = index.snapshot().segments[0].segment.ids.tolist()
    small.delete([n for n in (*first, 33, 58) if n in small.documents])
    small.add([document(44, "新的标题", "另一篇")])
    index.merged(chosen, built)
    assert index.article_ids().tolist() == sorted(small.documents)
    assert small.ids("另一篇") == [44]
    assert small.ids("联席会议") == small.scan("联席会议")


def test_an_empty_segment_is_forgotten(small: SmallIndex) -> None:
    small.add(documents(0, 3))
    small.delete([0, 1, 2])
    assert small.ids("") == []
    assert small.fulltext.snapshot().segments == ()
    assert WINDOWS or list(small.fulltext.folder.glob("*.seg")) == []


def test_searching_goes_on_while_articles_are_committed_and_merged(small: SmallIndex) -> None:
    everything = {found.id: found for found in documents(0, 120)}
    done = threading.Event()
    wrong: list[object] = []

    def search() -> None:
        while not done.is_set():
            searcher = small.fulltext.searcher(lambda n: (everything[n].title, everything[n].body))
            try:
                known = searcher.snapshot.ids.tolist()
                found = searcher.search(SearchRequest("李*军 OR apec")).all_ids().tolist()
                truth = [n for n in known if "李红军" in everything[n].title + everything[n].body]
                if found != sorted(truth):
                    wrong.append((found, truth))
            except Exception as error:
                wrong.append(error)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for first in range(0, 120, 12):
        small.fulltext.commit([small.fulltext.build(documents(first, first + 12))])
        while small.fulltext.merge():
            pass
    done.set()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("pristine")
    index = SmallIndex(FullText.open(folder))
    index.add(documents(0, 40), parts=2)
    index.delete([3])
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def answers(folder: Path) -> list[object]:
    index = FullText.open(folder)
    searcher = index.searcher(lambda n: (documents(n, n + 1)[0].title, documents(n, n + 1)[0].body))
    out: list[object] = [index.article_ids().tolist()]
    for text in (
        "联席会议",
        "的",
        "ap*",
        "apec",
        "人物:人3",
        "日期:2003..2009",
        "李?军",
        "红军 NOTIN 李红军",
    ):
        found = searcher.search(SearchRequest(text))
        out += [found.ids(0, None).tolist(), found.facets(list(FacetField))]
    return out


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_flipped_bit_anywhere_never_becomes_an_answer(
    tmp_path_factory: pytest.TempPathFactory, pristine: dict[str, bytes], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("flipped")
    for name, content in pristine.items():
        (folder / name).write_bytes(content)
    right = answers(folder)
    name = data.draw(st.sampled_from(sorted(pristine)))
    at = data.draw(st.integers(0, len(pristine[name]) - 1))
    broken = bytearray(pristine[name])
    broken[at] ^= 1 << data.draw(st.integers(0, 7))
    (folder / name).write_bytes(broken)
    try:
        assert answers(folder) == right
        assert FullText.open(folder).verify()  # the byte was not needed, but a full check finds it
    except IndexDamaged:
        pass


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_torn_file_is_found_on_opening(
    tmp_path_factory: pytest.TempPathFactory, pristine: dict[str, bytes], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("torn")
    for name, content in pristine.items():
        (folder / name).write_bytes(content)
    name = data.draw(st.sampled_from(sorted(pristine)))
    (folder / name).write_bytes(pristine[name][: data.draw(st.integers(0, len(pristine[name]) - 1))])
    with pytest.raises(IndexDamaged):
        FullText.open(folder)


def test_a_missing_segment_and_a_missing_table_of_contents_are_damage(
    small: SmallIndex, tmp_path: Path
) -> None:
    small.add(documents(0, 3))
    folder = tmp_path / "copy"  # that nobody has open
    shutil.copytree(small.fulltext.folder, folder)
    toc = (folder / "toc.json").read_bytes()
    (folder / "toc.json").unlink()
    with pytest.raises(IndexDamaged):
        FullText.open(folder)
    (folder / "toc.json").write_bytes(toc)
    next(folder.glob("*.seg")).unlink()
    with pytest.raises(IndexDamaged):
        FullText.open(folder)


def test_an_index_of_another_version_is_damage(small: SmallIndex) -> None:
    path = small.fulltext.folder / "toc.json"
    body = path.read_bytes().partition(b"\n")[2]
    path.write_bytes(f"juanzong-fulltext 999 {zlib.crc32(body):08x}\n".encode() + body)
    with pytest.raises(IndexDamaged):
        FullText.open(small.fulltext.folder)


def test_segment_names_cannot_lead_out_of_the_folder(small: SmallIndex) -> None:
    path = small.fulltext.folder / "toc.json"
    body = json.dumps(
        {"generation": 1, "segments": [{"name": "../x.seg", "documents": 1, "deleted": ""}]}
    ).encode()
    path.write_bytes(f"juanzong-fulltext {INDEX_VERSION} {zlib.crc32(body):08x}\n".encode() + body)
    with pytest.raises(IndexDamaged):
        FullText.open(small.fulltext.folder)


def test_a_container_refuses_what_lies_outside_an_array(small: SmallIndex) -> None:
    small.add(documents(0, 3))
    file = Container(next(small.fulltext.folder.glob("*.seg")))
    with pytest.raises(IndexDamaged):
        file.part("id", 2, 5)


def test_values_keep_their_numbers_through_commits(small: SmallIndex) -> None:
    small.add([document(1, "联席", "会议", person=("乙", "丁"))])
    field = FacetField.PERSON
    first = small.fulltext.snapshot()
    before = first.numbering.of(first.segments[0].segment, field)
    small.add([document(2, "联席", "会议", person=("甲", "丁"))])
    second = small.fulltext.snapshot()
    assert second.numbering.of(second.segments[0].segment, field) is before
    assert second.numbering.of(second.segments[1].segment, field).tolist() == [0, 2]
    assert [(count.value, count.count) for count in small.find("会议").facets([field])[field]] == [
        ("丁", 2),
        ("乙", 1),
        ("甲", 1),
    ]
