"""People, posts and appointments in single sentences."""

from __future__ import annotations

import pytest

from index.entities import recognise
from index.model import MentionType


def people(text: str, date: str | None = "2024-06-12") -> list[str]:
    return [mention.text for mention in recognise(text, date).mentions if mention.type is MentionType.PERSON]


def posts(text: str) -> list[str]:
    return [mention.text for mention in recognise(text, None).mentions if mention.type is MentionType.POST]


def holdings(text: str) -> set[tuple[str, str]]:
    return {(held.person, held.post) for held in recognise(text, "2024-06-12").appointments}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "江西省委副书记、省长周文海主持会议。",
            {("周文海", "江西省委副书记"), ("周文海", "省长")},
        ),
        ("省领导梁建平、吴立新、罗小云参加。", {(name, "省领导") for name in ("梁建平", "吴立新", "罗小云")}),
        ("抚州市委副书记、代市长王怀中陪同调研。", {("王怀中", "抚州市委副书记"), ("王怀中", "代市长")}),
        ("臺南市議員陳怡珍、蔡筱薇到場。", {("陳怡珍", "臺南市議員"), ("蔡筱薇", "臺南市議員")}),
        ("決定任命周光華為江西省人民政府副省長。", {("周光華", "江西省人民政府副省長")}),
        ("林志远当选为云南省总工会副主席。", {("林志远", "云南省总工会副主席")}),
        ("王　斌（江西省文化和旅游厅厅长）发言。", {("王　斌", "江西省文化和旅游厅厅长")}),
        ("交通部陳志明部長上午到場視察。", {("陳志明", "部長")}),
        ("包括育林中學校長莊志文、臨海國小校長張明德出席。", {
            ("莊志文", "育林中學校長"), ("張明德", "臨海國小校長")}),
        ("任命周光华同志为贵州省地质调查院院长（试用期一年）；", {("周光华", "贵州省地质调查院院长")}),
        ("决定周光华同志任贵州省统计局局长，不再担任贵州省地矿局副局长职务。", {
            ("周光华", "贵州省统计局局长"), ("周光华", "贵州省地矿局副局长")}),
        ("林務局長林志文、英国新任首相史密森到场。", {("林志文", "林務局長"), ("史密森", "首相")}),
        ("清华大学教授薛广坤到会作报告。", {("薛广坤", "清华大学教授")}),
        ("中国驻老挝大使王文天到机场迎接。", {("王文天", "中国驻老挝大使")}),
        ("马来西亚总理安瓦尔·易卜拉欣将访问中国。", {("安瓦尔·易卜拉欣", "马来西亚总理")}),
        ("越共中央政治局委员、河内市委书记兼市长阮文雄到机场迎接。", {
            ("阮文雄", "越共中央政治局委员"), ("阮文雄", "河内市委书记"), ("阮文雄", "市长")}),
    ],
)  # fmt: skip
def test_posts_are_given_to_their_people(text: str, expected: set[tuple[str, str]]) -> None:
    assert holdings(text) == expected


def test_a_singular_post_is_not_shared_by_the_next_name() -> None:
    assert holdings("南昌市市长周文海、王立群出席。") == {("周文海", "南昌市市长")}


def test_former_and_proposed_stay_outside_the_post() -> None:
    assert posts("前外交部長陳志明與新任財政部長李大同會面。") == ["外交部長", "財政部長"]


@pytest.mark.parametrize(
    "text", ["总统府今天发表声明。", "主席团会议通过决定。", "法定代表人须签字。", "台中將舉辦燈會。"]
)
def test_words_that_only_begin_like_titles_are_none(text: str) -> None:
    assert posts(text) == []


def test_a_bare_title_without_a_holder_counts_only_for_one_definite_office() -> None:
    assert posts("會後總統離開會場，三位市長留下。") == ["總統"]


def test_a_name_once_established_is_found_everywhere() -> None:
    text = "南昌市市长万国明到会。\n万国明说，工程进展顺利。会后万国明到企业调研。"
    assert people(text) == ["万国明"] * 3


def test_a_surname_with_a_title_resolves_to_the_full_name() -> None:
    text = "臺東縣長黃建廷到場。總統期許黃縣長繼續努力。"
    last = [m for m in recognise(text, None).mentions if m.type is MentionType.PERSON][-1]
    assert (last.text, last.value) == ("黃", "黃建廷")


@pytest.mark.parametrize(("date", "holder"), [("2015-03-01", "马英九"), ("2020-03-01", "")])
def test_a_president_by_surname_resolves_only_within_his_term(date: str, holder: str) -> None:
    assert recognise("馬總統上午出席典禮。", date).mentions[0].value == holder


def test_latin_names_in_brackets_are_people_of_their_own() -> None:
    text = "總統接見吐瓦魯總理葉德華（Edward Natapei）伉儷。"
    assert people(text) == ["葉德華", "Edward Natapei"]
    assert holdings(text) == {("葉德華", "吐瓦魯總理")}


def test_interleaved_names_are_one_person() -> None:
    mention = recognise("司法院翁前院長岳生到場。", None).mentions[1]
    assert (mention.text, mention.value) == ("翁前院長岳生", "翁岳生")


def test_names_of_bodies_and_common_words_are_not_people() -> None:
    assert people("衛生局表示，衛生所人員祝福所有老師，程序化管理已完成。") == []


def test_both_scripts_give_the_same_names() -> None:
    simplified, traditional = "国务院副总理刘国栋会见来宾。", "國務院副總理劉國棟會見來賓。"
    spans = [
        [(m.type, m.start, m.end) for m in recognise(text, None).mentions]
        for text in (simplified, traditional)
    ]
    assert spans[0] == spans[1]
    assert spans[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("祝賀蔡總統連任。蔡總統說，謝謝。", ["蔡", "蔡"]),
        ("總統葉南德茲（Juan Hernández）致電。葉南德茲總統說，葉南德茲很高興。", [
            "葉南德茲", "Juan Hernández", "葉南德茲", "葉南德茲"]),
        ("洽詢：陳小姐 06-2991111", ["陳"]),
        ("董事長鄧惟中昨日受訪。", ["鄧惟中"]),
        ("高污染企业应当搬离，卫戍区和仲裁庭、孔明灯、雷达站依照第五条、第五章处理。高污染须治理。", []),
        ("選舉周光華為副市長。", ["周光華"]),
    ],
)  # fmt: skip
def test_names_end_where_they_end(text: str, expected: list[str]) -> None:
    assert people(text) == expected
