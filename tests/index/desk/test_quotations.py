"""Quotations are found, altered ones with what was altered, and what is nowhere is said to be nowhere."""

from __future__ import annotations

import random

import pytest

from index.archive import Archive
from index.desk import passages
from index.errors import Cancelled
from index.model import Verdict
from tests.index.desk.conftest import number_of, words_in

SENTENCE = "云州市委书记岑绍文主持会议，白石市市长费云帆出席。"


def test_words_that_stand_in_an_article_are_found_with_their_place(archive: Archive) -> None:
    meeting = number_of(archive, "联席会议")
    (one,) = archive.check_quotations(SENTENCE).quotations
    assert one.verdict is Verdict.EXACT
    source = one.sources[0]
    place = words_in(archive, meeting, SENTENCE.rstrip("。"))
    assert (source.article_id, source.start, source.end) == (meeting, place.start, place.end)
    assert (source.title, source.date, source.source) == (
        "云州白石两市联席会议召开",
        "2024-03-05",
        "云州日报",
    )
    assert source.text == SENTENCE.rstrip("。")


@pytest.mark.parametrize(
    "written",
    [
        "雲州市委書記岑紹文主持會議，白石市市長費雲帆出席",
        "云州市委书记 岑绍文 主持会议，白石市市长费云帆出席",
        "雲州市委書記(jì)岑紹(shào)文主持會議(yì)，白石市市長費雲帆出席",
        "云州市委书记岑绍文主持会议[3]，白石市市长费云帆出席①",
    ],
)
def test_script_blanks_glosses_and_note_numbers_are_no_difference(archive: Archive, written: str) -> None:
    assert [one.verdict for one in archive.check_quotations(written).quotations] == [Verdict.EXACT]


def test_other_punctuation_is_told_apart_from_other_words(archive: Archive) -> None:
    (one,) = archive.check_quotations("云州市委书记岑绍文主持会议、白石市市长费云帆出席").quotations
    assert one.verdict is Verdict.MARKS
    (mark,) = one.sources[0].alterations
    assert one.text[mark.start - one.start : mark.end - one.start] == "、"
    assert one.sources[0].text[mark.source_start : mark.source_end] == "，"


def test_what_was_altered_is_marked_on_both_sides(archive: Archive) -> None:
    text = "据报道，云州市委副书记岑绍文主持了会议，白石市长费云帆出席。"
    (one,) = archive.check_quotations(text).quotations
    assert one.verdict is Verdict.ALTERED
    told = [
        (text[a.start : a.end], one.sources[0].text[a.source_start : a.source_end])
        for a in one.sources[0].alterations
    ]
    assert ("副", "") in told and ("了", "") in told and ("", "市") in told


def test_what_is_nowhere_is_not_found(archive: Archive) -> None:
    (one,) = archive.check_quotations("火星殖民计划昨日正式启动并获得国际社会广泛关注").quotations
    assert (one.verdict, one.sources) == (Verdict.NOT_FOUND, ())


def test_too_few_words_say_nothing(archive: Archive) -> None:
    assert [one.verdict for one in archive.check_quotations("会议").quotations] == [Verdict.TOO_SHORT]
    assert archive.check_quotations(" \n，。\n").quotations[0].verdict is Verdict.TOO_SHORT
    assert archive.check_quotations("").quotations == ()


def test_the_quotations_of_a_paragraph_are_checked_one_by_one(archive: Archive) -> None:
    text = (
        "有研究者认为区域合作方兴未艾，例如该次会议“强调要共同推进云白铁路建设”，"
        "又如“费云帆任白石市代市长”，但所谓“两市即将合并为一个直辖市”之说并无根据。"
    )
    report = archive.check_quotations(text)
    assert [one.verdict for one in report.quotations] == [Verdict.EXACT, Verdict.EXACT, Verdict.NOT_FOUND]
    assert [text[one.start : one.end] == one.text for one in report.quotations] == [True] * 3
    assert report.counted(Verdict.EXACT) == 2
    first, second = (one.sources[0].article_id for one in report.quotations[:2])
    assert (first, second) == (number_of(archive, "联席会议"), number_of(archive, "任免"))


def test_words_around_quotations_are_not_taken_for_alterations_of_them(archive: Archive) -> None:
    text = "有人说“云州市委书记岑绍文主持会议，白石市市长费云帆出席”，又说“两市就要合并了”。"
    report = archive.check_quotations(text)
    assert [one.verdict for one in report.quotations] == [Verdict.EXACT, Verdict.NOT_FOUND]


def test_what_an_ellipsis_leaves_out_is_no_alteration(archive: Archive) -> None:
    text = "3月4日，云州市、白石市联席会议在云州召开……会议强调要共同推进跨江大桥建设"
    report = archive.check_quotations(text)
    assert [one.verdict for one in report.quotations] == [Verdict.EXACT, Verdict.EXACT]


def test_a_sentence_from_here_and_one_from_there(archive: Archive) -> None:
    report = archive.check_quotations("会议强调要共同推进跨江大桥建设。费云帆任白石市代市长。")
    assert {one.sources[0].title for one in report.quotations} == {
        "云州白石两市联席会议召开",
        "白石市任免名单",
    }


def test_a_title_can_be_quoted(archive: Archive) -> None:
    (one,) = archive.check_quotations("白石市任免名单").quotations
    assert one.verdict is Verdict.EXACT and one.sources[0].in_title


def test_a_check_can_be_stopped(archive: Archive) -> None:
    with pytest.raises(Cancelled):
        archive.check_quotations(SENTENCE, cancelled=lambda: True)


def test_no_text_upsets_the_check(archive: Archive) -> None:
    chance = random.Random(1)
    signs = "“”「」…[]()（）*?\"'/\\\n\t\ud800\x00云州会议市长ab12，。"
    for _ in range(60):
        text = "".join(chance.choice(signs) for _ in range(chance.randrange(60)))
        for one in archive.check_quotations(text).quotations:
            assert text[one.start : one.end] == one.text


def test_glosses_are_blanked_without_moving_anything() -> None:
    text = "新區(qū)建設(shè)與APEC（亞太）"
    assert passages.plain(text) == "新區    建設     與APEC（亞太）"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("文中写道：“3月4日，云州市、白石市联席会议在云州召开。云州市委书记岑绍文主持会议”", Verdict.EXACT),
        ("又说「3月4日，雲州市、白石市聯席會議在雲州召開。雲州市委書記岑紹文主持會議」。", Verdict.EXACT),
        ("他说“3月4日，云州市、白石市联席会议在青州召开。云州市委书记岑绍文主持会议”", Verdict.ALTERED),
    ],
)
def test_the_words_that_lead_to_a_quotation_are_not_part_of_it(
    archive: Archive, text: str, verdict: Verdict
) -> None:
    (one,) = archive.check_quotations(text).quotations
    assert one.verdict is verdict
    assert one.text.startswith("3月4日")
    changed = [text[each.start : each.end] for each in one.sources[0].alterations]
    assert changed == (["青"] if verdict is Verdict.ALTERED else [])


def test_a_quotation_that_runs_over_lines_is_one(archive: Archive) -> None:
    text = "报道说：“强调要共同推进云白铁路建设。\n　　会议强调要共同推进跨江大桥建设。”\n另外一行没有依据"
    first, second = archive.check_quotations(text).quotations
    assert (first.verdict, second.verdict) == (Verdict.EXACT, Verdict.NOT_FOUND)
    assert first.text.startswith("强调要共同")
    assert first.text.endswith("大桥建设")


def test_a_paragraph_with_a_few_words_in_marks_is_one_quotation(archive: Archive) -> None:
    text = "3月4日，云州市、白石市“联席会议”在青州召开。"
    (one,) = archive.check_quotations(text).quotations
    assert one.verdict is Verdict.ALTERED
