"""A bureau called by its bare name is the one that the article names in full, if there is only one."""

from __future__ import annotations

import pytest

from index.entities import (
    fuller_documents,
    fuller_names,
    fuller_places,
    fuller_posts,
    recognise,
    titled_surnames,
)


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (["臺南市政府衛生局", "衛生局"], {"衛生局": "臺南市政府衛生局"}),
        (["台南市卫生局", "臺南市政府衛生局", "卫生局"], {"卫生局": "臺南市政府衛生局"}),
        (["江西省发展改革委", "发展改革委"], {"发展改革委": "江西省发展改革委"}),
        (["臺南市政府衛生局", "高雄市政府衛生局", "衛生局"], {}),
        (["衛生局", "工務局"], {}),
        (["南昌市公安局", "九江市公安局"], {}),
        (["中国科学院", "学院"], {}),
    ],
)
def test_a_bare_name_is_the_only_fuller_one(names: list[str], meant: dict[str, str]) -> None:
    assert fuller_names(names) == meant


def test_a_surname_of_which_nobody_is_known_keeps_its_post() -> None:
    found = recognise("昨日市府說明，黃市長強調安全第一。黃董事長出席。", "2022-03-05").mentions
    assert set(titled_surnames(found).values()) == {"黃市長", "黃董事長"}
    known = recognise("台南市長黃偉哲表示，黃市長說過。", "2022-03-05").mentions
    assert titled_surnames(known) == {}


def test_a_bureau_of_a_government_that_publishes_is_its_own() -> None:
    names = ["衛生局", "調查局", "市府", "高雄市政府衛生局"]
    assert fuller_names(names, "臺南市政府") == {"衛生局": "臺南市政府衛生局", "市府": "臺南市政府"}
    assert fuller_names(["市府", "衛生局"], "九江日报") == {}


@pytest.mark.parametrize(
    ("names", "source", "meant"),
    [
        (["永康", "臺南市"], "", {"永康": "永康区"}),
        (["永康", "金华"], "", {"永康": "永康市"}),
        (["永康", "東區"], "臺南市政府", {"永康": "永康区", "東區": "台南市东区"}),
        (["東區", "台中市北區"], "", {"東區": "台中市东区"}),
        (["永康"], "", {}),
        (["南昌", "南昌市", "江西"], "", {}),
        (["安南區", "臺南"], "", {}),
    ],
)
def test_a_place_is_the_one_in_the_city_that_is_named(
    names: list[str], source: str, meant: dict[str, str]
) -> None:
    assert fuller_places(names, source) == meant


def test_a_short_title_is_the_only_fuller_one() -> None:
    full = "关于加强湖区保护的意见"
    assert fuller_documents(["意见", full]) == {"意见": full}
    assert fuller_documents(["意见", full, "关于水利的意见"]) == {}
    assert fuller_documents(["规划", "白石湖保护规划（2021—2035年）"]) == {
        "规划": "白石湖保护规划（2021—2035年）"
    }


def test_a_government_calls_its_own_people_by_their_bare_posts() -> None:
    posts = ["市長", "衛生局長", "市府都發局長", "副市長", "省長", "總統", "高雄市長", "主任"]
    assert fuller_posts(posts, "臺南市政府") == {
        "市長": "臺南市市長",
        "衛生局長": "臺南市衛生局長",
        "市府都發局長": "臺南市都發局長",
        "副市長": "臺南市副市長",
    }
    assert fuller_posts(posts, "九江日报") == {}
