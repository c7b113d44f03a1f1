"""Events of one series share the words that stay; years, days and ordinals are what differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.archive import Archive
from index.model import MentionType
from index.register.series import series_of
from index.script.fold import fold

from .conftest import write_records


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
        ("赣江新区、南昌市、九江市三地联席会议", "2025年南昌、九江市和赣江新区三地聯席會議"),
    ],
)
def test_names_of_one_series(one: str, other: str) -> None:
    assert series_of(fold(one)) == series_of(fold(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲县、乙县两地论坛", "甲县、丙县两地论坛"),
        ("赣鄂联席会议", "湘鄂联席会议"),
        ("湖区论坛", "湖区博览会"),
        ("第一产业大会", "第二产业大会"),
    ],
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


def test_a_series_may_be_called_by_the_end_of_its_name(tmp_path: Path) -> None:
    meeting = "赣江新区、南昌市、九江市三地联席会议"
    write_records(
        tmp_path / "r.jsonl",
        [
            ("a", "2023-03-05", "会议召开", f"3月5日，{meeting}召开。三地联席会议第二次会议由南昌市承办。"),
            ("b", "2024-03-06", "会议召开", f"3月6日，{meeting}召开。三地联席会议第三次会议由九江市承办。"),
            ("c", "2025-04-01", "会议预告", f"{meeting}将于下月召开。"),
        ],
    )
    with Archive.create(tmp_path / "甲.juanzong") as archive:
        archive.import_paths([tmp_path / "r.jsonl"], workers=0)
        number = archive.find_entity(MentionType.EVENT, meeting)
        assert number is not None
        page = archive.entity_page(number)
        assert page is not None
        assert [(one.entity.name, one.first) for one in page.instances] == [
            ("三地联席会议第二次会议", "2023-03-05"),
            ("三地联席会议第三次会议", "2024-03-06"),
            (meeting, "2025-04-01"),
        ]


def test_the_meeting_before_is_an_instance_and_its_report_is_linked(tmp_path: Path) -> None:
    write_records(
        tmp_path / "r.jsonl",
        [
            ("a", "2025-04-29", "联席会议召开", "4月28日，南昌市、九江市、赣江新区三地联席会议召开。"),
            (
                "b",
                "2025-08-29",
                "联席会议再次召开",
                "8月29日，赣江新区、南昌市、九江市三地联席会议召开。会议听取2025年4月28日联席会议落实情况。",
            ),
        ],
    )
    with Archive.create(tmp_path / "甲.juanzong") as archive:
        archive.import_paths([tmp_path / "r.jsonl"], workers=0)
        number = archive.find_entity(MentionType.EVENT, "赣江新区、南昌市、九江市三地联席会议")
        assert number is not None
        page = archive.entity_page(number)
        assert page is not None
        assert [one.first for one in page.instances] == ["2025-04-29", "2025-08-29"]
        [followed] = page.follow_ups
        assert followed.text == "2025年4月28日联席会议"
        assert [link.origin for link in followed.reports] == ["a"]
