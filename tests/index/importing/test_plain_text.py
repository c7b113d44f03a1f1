"""A plain text file becomes title, metadata and body; its own words stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import ReadError
from index.importing import drafts, units
from index.importing.composition import compose
from index.importing.encoding import Decoded
from index.model import DateOrigin, Draft, RepairKind

OPENING = "3月4日，江城市与湖州市在江城签署战略合作协议。江城市市长李明出席签约仪式。"
SECOND = "李明说，双方要以此次签约为契机，深化合作，互利共赢。"


def read(*lines: str) -> Draft:
    return compose(Decoded("\n".join(lines), "utf-8", 1.0), "test.txt")


def kinds(draft: Draft) -> set[RepairKind]:
    return {repair.kind for repair in draft.repairs}


def test_the_first_line_is_the_title_and_the_rest_the_body() -> None:
    draft = read("两市签署合作协议", "", "　　" + OPENING, "", "　　" + SECOND)
    assert draft.title == "两市签署合作协议"
    assert draft.body == f"{OPENING}\n{SECOND}"
    assert draft.repairs == ()


def test_a_repeated_title_stands_once_in_its_fuller_form() -> None:
    draft = read("江城湖州签署协议", "江城、湖州签署协议", OPENING)
    assert draft.title == "江城、湖州签署协议"
    assert draft.body == OPENING
    assert kinds(draft) == {RepairKind.REPEATED_TITLE}


@pytest.mark.parametrize(
    "line",
    [
        "发布时间:2024-03-05",
        "发布日期：2024年3月5日 10:20",
        "發布日期：113年3月5日",
        "2024-03-05 10:20:11",
        "日期：二〇二四年三月五日",
        "时　间：2024/3/5",
    ],
)
def test_a_line_of_its_own_with_the_date_is_read_and_left_out(line: str) -> None:
    draft = read("两市签署合作协议", line, OPENING, SECOND)
    assert (draft.date, draft.date_origin) == ("2024-03-05", DateOrigin.PRINTED)
    assert draft.body == f"{OPENING}\n{SECOND}"
    assert RepairKind.METADATA_LINE in kinds(draft)


def test_date_source_and_author_of_one_line_are_told_apart() -> None:
    draft = read("两市签署合作协议", "发布时间：2024-03-05 来源：江城日报 作者：张三 浏览次数：120", OPENING)
    assert (draft.date, draft.source, draft.author) == ("2024-03-05", "江城日报", "张三")
    assert draft.body == OPENING


def test_source_share_words_and_footer_behind_the_body_are_left_out() -> None:
    draft = read(
        "两市签署合作协议",
        OPENING,
        "来源:江城日报",
        "微博",
        "微信",
        "抖音",
        "单位地址:江城市人民路1号",
        "联系电话:0123-1234567",
    )
    assert draft.source == "江城日报"
    assert draft.body == OPENING
    furniture = next(repair for repair in draft.repairs if repair.kind is RepairKind.FURNITURE)
    assert furniture.count == 5
    assert "人民路1号" in furniture.before


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：张三",
        "責任編輯:",
        "（编辑：李四）",
        "【责编 王五】",
        "版权所有 江城市人民政府 江ICP备12345678号",
    ],
)
def test_editor_and_copyright_lines_are_left_out(line: str) -> None:
    assert read("两市签署合作协议", OPENING, line).body == OPENING


def test_the_telephone_number_of_a_notice_is_its_own() -> None:
    lines = ["关于报名的通知", "请各单位于3月10日前报名。", "联系人：张三", "联系电话：0123-1234567"]
    assert read(*lines).body == "\n".join(lines[1:])


def test_the_time_of_an_event_is_its_own() -> None:
    lines = ["关于召开座谈会的通知", "时间：2024年3月5日", "地点：市政府三楼会议室", "请准时参加。"]
    assert read(*lines).body == "\n".join(lines[1:])


def test_words_that_only_begin_like_labels_stay() -> None:
    body = ["来源：他说，这笔钱的来源是清楚的，没有问题。", "记者：您怎么看？", "李明：我认为很好。"]
    assert read("访谈", OPENING, *body).body == "\n".join([OPENING, *body])


def test_a_text_without_headline_gets_its_first_sentence_as_title_and_keeps_it() -> None:
    draft = read(OPENING + SECOND * 3, SECOND)
    assert draft.title == "3月4日，江城市与湖州市在江城签署战略合作协议"
    assert draft.body.startswith(OPENING)


def test_reporters_and_medium_are_taken_from_the_dateline() -> None:
    draft = read(
        "联席会议召开", "江城新闻网讯(江城日报记者　李明 湖州日报全媒记者 王小芳)8月29日,联席会议召开。"
    )
    assert draft.source == "江城新闻网"
    assert draft.author == "李明 王小芳"
    assert draft.date is None


def test_hard_wrapped_lines_are_joined() -> None:
    long = (OPENING + SECOND) * 6
    wrapped = [long[start : start + 36] for start in range(0, len(long), 36)]
    draft = read("两市签署合作协议", "", *wrapped)
    assert draft.body == long
    assert RepairKind.WRAPPED_LINES in kinds(draft)


def test_lines_of_a_poem_stay_lines() -> None:
    poem = ["白日依山尽，", "黄河入海流。", "欲穷千里目，", "更上一层楼。"] * 4
    assert read("登鹳雀楼", *poem).body == "\n".join(poem)


def test_stray_characters_are_removed_and_shown() -> None:
    draft = read("两市签署\u200b协议", "????3月4日，江城市\x07与湖州市签署协议。")
    assert draft.title == "两市签署协议"
    assert draft.body == "3月4日，江城市与湖州市签署协议。"
    (blanks,) = draft.repairs
    assert (blanks.kind, blanks.count) == (RepairKind.BLANKS, 3)


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_doubly_encoded_text_is_undone(codec: str) -> None:
    text = "今天开会".encode().decode("latin-1")
    draft = read("标题在此", "".join(chr(ord(character)) for character in text) * 3)
    assert draft.body == "今天开会" * 3
    assert RepairKind.MOJIBAKE in kinds(draft)
    assert codec


def test_utf8_read_as_gbk_is_undone_where_it_is_whole() -> None:
    text = "双方加强产业协同发展"
    draft = read("标题在此", text.encode().decode("gb18030"))
    assert draft.body == text


@pytest.mark.parametrize("text", ["", " \n\u3000\n", "\u200b", "----"])
def test_a_text_without_words_is_empty(text: str) -> None:
    with pytest.raises(ReadError) as error:
        read(text)
    assert error.value.code == "reason.empty"


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_empty_and_loses_no_han_character_silently(text: str) -> None:
    try:
        draft = read(text)
    except ReadError:
        return
    if not draft.repairs:
        kept = draft.title + draft.body
        assert all(character in kept for character in text if "\u4e00" <= character <= "\u9fff")


@pytest.mark.shared_data
def test_the_simplified_seed_comes_in_clean(shared_data: Path) -> None:
    (unit,) = units(shared_data / "seeds" / "003_82af632841959538.txt")
    (draft,) = drafts(unit)
    assert isinstance(draft, Draft)
    assert draft.title == "2023年长江中游三省协同推动高质量发展座谈会举行"
    assert draft.title not in draft.body.split("\n")
    assert (draft.date, draft.date_origin) == ("2023-12-01", DateOrigin.PRINTED)
    assert draft.source == "江西日报"
    assert draft.body.endswith("等10项合作协议。")
    assert "小红书" not in draft.body
    assert "\xa0" not in draft.body


@pytest.mark.shared_data
def test_the_traditional_seed_comes_in_clean(shared_data: Path) -> None:
    (unit,) = units(shared_data / "seeds" / "000_7b1a99291aa66f22.txt")
    (draft,) = drafts(unit)
    assert isinstance(draft, Draft)
    assert draft.title == "贛江新區、南昌市、九江市三地聯席會議召開"
    assert (draft.date, draft.date_origin) == ("2025-08-29", DateOrigin.INFERRED)
    assert "2025年4月28日" in draft.date_reason
    assert draft.source == "九江新聞網"
    assert "新聞記者　萬能 九江日報" in draft.body
    assert draft.body.endswith("匡建軍、歐陽新華出席會議。")
    assert {RepairKind.GLOSS, RepairKind.REPEATED_TITLE} <= kinds(draft)


@pytest.mark.parametrize(
    "lines",
    [
        ["首页 > 新闻中心 > 要闻", "两市签署战略合作协议", "2024-03-05 来源：江城日报", OPENING],
        ["您当前的位置：首页 > 要闻", "两市签署战略合作协议", "2024-03-05 来源：江城日报", OPENING],
        ["江城市人民政府门户网站", "两市签署战略合作协议", "2024-03-05 来源：江城日报", OPENING],
        [
            "两市签署战略合作协议_新闻中心_江城网",
            "两市签署战略合作协议",
            "2024-03-05 来源：江城日报",
            OPENING,
        ],
        [
            "两市签署战略合作协议",
            "2024-03-05 来源：江城日报",
            OPENING,
            "（原标题：双方签约）",
            "责任编辑 王五",
        ],
        ["标题：两市签署战略合作协议", "来源：江城日报", "日期：2024-03-05", OPENING],
    ],
)
def test_what_a_copied_page_brings_along_is_told_from_the_article(lines: list[str]) -> None:
    draft = read(*lines)
    assert (draft.title, draft.date, draft.source) == ("两市签署战略合作协议", "2024-03-05", "江城日报")
    assert draft.body == OPENING


def test_the_date_that_signs_a_notice_is_its_date_and_stays() -> None:
    draft = read("关于做好春耕工作的通知", "各县区人民政府：", OPENING, "江城市人民政府", "2024年3月5日")
    assert (draft.date, draft.date_origin) == ("2024-03-05", DateOrigin.PRINTED)
    assert draft.body.endswith("江城市人民政府\n2024年3月5日")


def test_an_official_document_is_called_by_its_title_and_keeps_its_letterhead() -> None:
    letterhead = ["江城市人民政府文件", "江府发〔2024〕5号"]
    title = ["江城市人民政府关于印发", "江城市产业协同发展行动方案的通知"]
    body = ["各县区人民政府，市政府各部门：", OPENING, "江城市人民政府", "2024年3月5日", "（此件公开发布）"]
    draft = read(*letterhead, *title, *body)
    assert draft.title == "江城市人民政府关于印发江城市产业协同发展行动方案的通知"
    assert draft.body.split("\n") == [*letterhead, *body]
    assert (draft.date, draft.date_origin) == ("2024-03-05", DateOrigin.PRINTED)


def test_a_document_number_below_the_title_leaves_the_title_alone() -> None:
    draft = read("关于做好春耕工作的通知", "江农发〔2024〕12号", "各县区农业农村局：", OPENING)
    assert draft.title == "关于做好春耕工作的通知"
    assert draft.body.startswith("江农发〔2024〕12号\n各县区")


@pytest.mark.parametrize(
    "lines",
    [
        ["江城日报记者 王小芳 李明", OPENING],
        [f"江城日报讯（记者王小芳 通讯员 李明）{OPENING}"],
        [OPENING, "采写：江城日报见习记者 王小芳 李明"],
        [f"{OPENING}（评论员 王小芳 李明）"],
        ["作者：王小芳 李明", OPENING],
    ],
)
def test_authors_are_found_where_papers_name_them(lines: list[str]) -> None:
    assert read("两市签署合作协议", *lines).author == "王小芳 李明"


def test_a_reporter_in_the_story_is_not_its_author() -> None:
    assert read("两市签署合作协议", OPENING, "他告诉记者 这是好事。", "记者：您怎么看？").author is None


def test_a_list_of_other_articles_behind_the_body_is_left_out() -> None:
    draft = read(
        "两市签署合作协议",
        OPENING,
        "来源：江城日报",
        "相关新闻",
        "· 全市春耕生产有序进行",
        "· 全市工作会议召开",
    )
    assert (draft.body, draft.source) == (OPENING, "江城日报")


@pytest.mark.parametrize(
    "title", ["【专题】两市签署协议", "两市签署协议——一线见闻", "会见主席Michelle FALARDEAU-RAMSAY"]
)
def test_brackets_and_dashes_of_a_title_are_its_own(title: str) -> None:
    assert read(f"标题：{title}", OPENING).title == title
    assert read(title, "时间：2024-03-05", "出席签约仪式的领导", OPENING).title == title
    assert read(f"{title}_江城网", OPENING).title == title


def test_the_letterhead_of_a_press_release_is_read_but_stays() -> None:
    letterhead = ["發稿單位：衛生局", "發稿日期：113年3月5日 10:20"]
    draft = read("江城市簽署合作協議", *letterhead, OPENING)
    assert (draft.date, draft.source) == ("2024-03-05", "衛生局")
    assert draft.body.split("\n") == [*letterhead, OPENING]
