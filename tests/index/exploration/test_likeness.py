"""Similar articles and related words."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from index.errors import Cancelled
from index.exploration.keyness import keyness
from index.fulltext.analysis import normal, words
from index.model import MentionType, SearchRequest

from .conftest import record, write

TOPICS = {
    "登革热": "卫生部门开展登革热防治 社区清除积水容器 志愿者消灭蚊虫孳生源 医院报告登革热病例",
    "铁路": "铁路工程开工建设 隧道全线贯通 列车时速提高 轨道铺设完成 动车组投入运营",
    "文物": "考古人员发掘古墓 墓中出土青铜器和陶器 文物修复工作展开 博物馆展出考古成果 专家鉴定壁画年代",
}


@pytest.fixture(scope="module")
def topics(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Ten articles of each topic, with a reprint of the first and one article in the other script."""
    folder = tmp_path_factory.mktemp("topics")
    rng = random.Random(3)
    records = [
        record(
            100 * t + n,
            f"{name}消息之{n}",
            "。".join(rng.sample(body.split(), 3)) + "。活动将持续到月底。",
        )
        for t, (name, body) in enumerate(TOPICS.items())
        for n in range(10)
    ]
    records.append(record(900, "登革熱通報", "衛生部門開展登革熱防治，清除積水容器，市長黃偉哲到場。"))
    with Archive.create(folder / "t.juanzong") as archive:
        archive.import_paths([write(folder / "t.jsonl", records)], workers=0)
        yield archive


def test_similar_articles_are_of_the_same_topic(topics: Archive) -> None:
    for name in TOPICS:
        first = topics.search(SearchRequest(f"标题:{name}")).ids()[0]
        found = topics.similar(first, 5)
        assert found
        assert all(normal(one.title).startswith(name) for one in found)
        assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
        assert all(0 < one.score <= 1 and one.id != first for one in found)
        assert all(one.words for one in found)


def test_the_other_script_is_no_obstacle(topics: Archive) -> None:
    traditional = topics.search(SearchRequest("标题:登革热通报")).ids()[0]
    assert all("登革热" in normal(one.title) for one in topics.similar(traditional, 3))


def test_reprints_are_not_similar_but_the_same(topics: Archive) -> None:
    for article in (topics.article(number) for number in topics.search(SearchRequest("铁路")).ids()):
        assert not {one.id for one in topics.similar(article.id, 40)} & {article.id, *article.reprints}


def test_an_article_that_is_gone_is_like_none(topics: Archive) -> None:
    assert topics.similar(10**6) == ()


def test_related_words_set_the_hits_apart(topics: Archive) -> None:
    hits = topics.search(SearchRequest("登革热"))
    found = topics.related(hits)
    assert {"防治", "积水", "孳生"} & {one.text for one in found}
    assert not {"铁路", "文物", "登革热", "第"} & {one.text for one in found}
    assert [one.keyness for one in found] == sorted((one.keyness for one in found), reverse=True)


def test_what_a_form_prints_each_time_is_not_related(tmp_path: Path) -> None:
    form = "[开标会议]{0}年[适用政府采购协定]否[监办单位]廉政公署采购稽核小组[招标文件]采购契约范本第{0}号"
    report = "{0}月召开的会议讨论水库和河道的治理。代表{0}人出席会议。"
    rows = [record(n, "招标公告", form.format(n)) for n in range(30)]
    rows += [record(100 + n, f"第{n}次会议", report.format(n)) for n in range(12)]
    rows += [record(200 + n, f"晚会{n}", f"晚会演出第{n}场，观众{n}人。") for n in range(300)]
    with Archive.create(tmp_path / "a.juanzong") as archive:
        archive.import_paths([write(tmp_path / "rows.jsonl", rows)], workers=0)
        found = {one.text for one in archive.related(archive.search(SearchRequest("会议")))}
    assert {"召开", "出席"} & found
    assert not {"采购", "稽核", "契约", "监办"} & found


def test_the_numbers_of_related_words_are_exact(topics: Archive) -> None:
    hits = topics.search(SearchRequest("考古"))
    everything = topics.search(SearchRequest("")).ids()

    def having(word: str, ids: set[int]) -> int:
        texts = (topics.article(number) for number in ids)
        return sum(word in words(normal(a.title)) + words(normal(a.body)) for a in texts)

    found = [one for one in topics.related(hits) if one.group == "word"]
    assert found
    for one in found:
        assert one.hits == having(one.text, set(hits.ids()))
        assert one.articles == having(one.text, set(everything))
        assert one.keyness == keyness(one.hits, hits.total, one.articles, len(everything))
    assert {one.group for one in topics.related(hits)} <= {"word", *MentionType}


def test_there_is_nothing_to_set_apart_from_nothing(topics: Archive) -> None:
    assert topics.related(topics.search(SearchRequest("火箭"))) == ()
    assert topics.related(topics.search(SearchRequest(""))) == ()
    with pytest.raises(Cancelled):
        topics.related(topics.search(SearchRequest("考古")), cancelled=lambda: True)


@pytest.mark.parametrize(
    ("inside", "hits", "having", "total"), [(5, 10, 8, 100), (10, 10, 10, 50), (3, 4, 4, 9)]
)
def test_keyness_is_the_log_likelihood_ratio(inside: int, hits: int, having: int, total: int) -> None:
    # twice the sum of O ln(O/E) over the four cells
    cells = [inside, hits - inside, having - inside, total - hits - having + inside]
    expected = [
        column * row / total
        for row, column in (
            (hits, having),
            (hits, total - having),
            (total - hits, having),
            (total - hits, total - having),
        )
    ]
    g2 = 2 * sum(o * math.log(o / e) for o, e in zip(cells, expected, strict=True) if o)
    assert keyness(inside, hits, having, total) == pytest.approx(g2, abs=0.01)


def test_what_is_used_less_has_no_keyness() -> None:
    assert keyness(1, 10, 50, 100) == 0.0
    assert keyness(0, 10, 5, 100) == 0.0


def test_similar_articles_share_names(tmp_path: Path) -> None:
    told = (
        "市长黄伟哲视察农田水利。",
        "文化節開幕，市長黃偉哲致詞。",
        "岑绍文调研企业生产。",
        "梁慧君获得冠军。",
    )
    more = ("孙向东参观学校。", "吴志明谈交通安全。", "道路施工请绕行。", "明日有雨。")
    records = [record(n, f"新闻{n}", body) for n, body in enumerate(told + more)]
    with Archive.create(tmp_path / "n.juanzong") as archive:
        archive.import_paths([write(tmp_path / "n.jsonl", records)], workers=0)
        first = archive.search(SearchRequest("农田水利")).ids()[0]
        found = archive.similar(first, 1)[0]
        assert found.title == "新闻1"
        assert "黄伟哲" in {normal(name) for name in found.names}
