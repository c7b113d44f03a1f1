"""Events of one series share the words that stay; years, days and ordinals are what differs."""

from __future__ import annotations

import pytest

from index.archive import Archive
from index.model import MentionType
from index.register.series import series_of
from index.script.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2023年赣鄂联席会议", "2025年贛鄂聯席會議"),
        ("第三届湖区论坛", "首届湖区论坛"),
        ("2020臺南藝術節", "臺南藝術節"),
        ("十二届全国人大四次会议", "十四届全国人大一次会议"),
        ("中国共产党第十八次全国代表大会", "中国共产党第二十次全国代表大会"),
        ("“湖区”论坛2024年年会", "湖区论坛2025年年会"),
        ("2025年4月28日聯席會議", "联席会议"),
        ("112年全國運動會", "全国运动会"),
    ],
)
def test_names_of_one_series(one: str, other: str) -> None:
    assert series_of(fold(one)) == series_of(fold(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("赣鄂联席会议", "湘鄂联席会议"), ("湖区论坛", "湖区博览会"), ("第一产业大会", "第二产业大会")],
)
def test_names_of_different_series(one: str, other: str) -> None:
    assert series_of(fold(one)) != series_of(fold(other))


def test_a_meeting_is_no_follow_up_of_itself(archive: Archive) -> None:
    reporting = archive.find("m-2025")
    assert reporting is not None
    assert archive.follow_ups(reporting) == ()


def test_short_names_lead_to_no_crowd_of_instances(archive: Archive) -> None:
    number = archive.find_entity(MentionType.EVENT, "2023年赣鄂联席会议")
    assert number is not None
    page = archive.entity_page(number)
    assert page is not None
    assert {one.entity.name for one in page.instances} == {"2023年赣鄂联席会议", "2025年赣鄂联席会议"}
