"""A bureau called by its bare name is the one that the article names in full, if there is only one."""

from __future__ import annotations

import pytest

from index.entities import fuller_names


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
