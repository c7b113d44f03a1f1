"""Organisations, places, documents and events in single sentences."""

from __future__ import annotations

import pytest

from index.entities import recognise
from index.model import MentionType


def named(kind: MentionType, text: str) -> list[str]:
    return [mention.text for mention in recognise(text, "2024-06-12").mentions if mention.type is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("俄罗斯国防部称演习结束。", ["俄罗斯国防部"]),
        ("以及東區復興國小、海佃國中、建興國中參賽。", ["東區復興國小", "海佃國中", "建興國中"]),
        ("記者從交通部公路總局獲悉。", ["交通部公路總局"]),
        ("江西省南昌市中级人民法院公开宣判。", ["江西省南昌市中级人民法院"]),
        ("美国防部承认此事。", ["美国防部"]),
        ("刊於《朝鮮日報》。", ["朝鮮日報"]),
        ("他在好处与坏处之间权衡，到处布局。", []),
        ("多家银行和上市公司参与，孩子急需去医院。", []),
    ],
)
def test_organisations(text: str, expected: list[str]) -> None:
    assert named(MentionType.ORGANISATION, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江西省南昌市红谷滩区天气晴朗。", ["江西省南昌市红谷滩区"]),
        ("北京市民其中国家队员很多。", ["北京"]),
        ("东至长江，西接山区。", ["长江"]),
        ("巴拿马共和国位于中美洲。", ["巴拿马共和国"]),
        ("习近平新时代中国特色社会主义思想指引下", []),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert named(MentionType.PLACE, text)[: len(expected) or None] == expected


@pytest.mark.parametrize(
    ("text", "span", "values"),
    [
        ("赣鄂湘三省携手同行。", "赣鄂湘", ("江西", "湖北", "湖南")),
        ("今年是中约建交45周年，约旦国王致电。", "中约", ("中国", "约旦")),
        ("總統感謝代表團訪臺。", "臺", ("台湾",)),
        ("花東地區風景優美。", "花東", ("花莲", "台东")),
    ],
)
def test_letters_stand_for_several_places(text: str, span: str, values: tuple[str, ...]) -> None:
    found = [m for m in recognise(text, None).mentions if m.type is MentionType.PLACE and m.text == span]
    assert [m.value for m in found] == [values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("签署《甲市与乙市〈合作〉协议》《丙办法》。", ["甲市与乙市〈合作〉协议", "丙办法"]),
        ("《没有收尾\n的标题》", []),
        ("《》", []),
    ],
)
def test_documents(text: str, expected: list[str]) -> None:
    assert named(MentionType.DOCUMENT, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("认真学习党的二十大精神。", ["党的二十大"]),
        ("江西省委十五届六次全会召开。", ["江西省委十五届六次全会"]),
        ("会议强调推进“6510”行动计划。", ["“6510”行动计划"]),
        ("出席「第三屆健康樂齡論壇」時表示", ["第三屆健康樂齡論壇"]),
        ("主持召开进一步推动长江经济带高质量发展座谈会。", ["进一步推动长江经济带高质量发展座谈会"]),
        ("第一次会议今天举行，会议强调工程质量。", []),
    ],
)
def test_events(text: str, expected: list[str]) -> None:
    assert named(MentionType.EVENT, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "衛生福利部食品藥物管理署（下稱食藥署）公布，食藥署已開罰。",
            ["衛生福利部食品藥物管理署", "食藥署", "食藥署"],
        ),
        ("州教育局、州工业和信息化局参加。", ["州教育局", "州工业和信息化局"]),
        ("记者走访新源能源（安徽）有限公司。", ["新源能源（安徽）有限公司"]),
        ("外交部及駐帛琉大使館協助。", ["外交部", "駐帛琉大使館"]),
        ("广东省交通运输厅组织专家验收。", ["广东省交通运输厅"]),
        ("申请人可向两地法院提出，有关法院应当答复。", []),
    ],
)
def test_bodies_composed_of_their_parts(text: str, expected: list[str]) -> None:
    assert named(MentionType.ORGANISATION, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本府推動「青年返鄉築夢計畫」，計畫明年上路。", ["青年返鄉築夢計畫"]),
        ("圖書館「海風讀書趣」比賽開跑。", ["海風讀書趣"]),
        ("第三届中国—中亚经贸论坛闭幕。", ["第三届中国—中亚经贸论坛"]),
        ("市里开展“清风护航”专项行动。", ["“清风护航”专项行动"]),
        ("学习十九届二中、三中全会精神。", ["十九届二中、三中全会"]),
    ],
)
def test_events_by_their_marks_and_numbers(text: str, expected: list[str]) -> None:
    assert named(MentionType.EVENT, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("會議在國家圖書館國際會議廳舉行。", ["國家圖書館國際會議廳"]),
        ("车队经南湖大道、秦山路等路段。", ["南湖大道", "秦山路"]),
        ("他赴日本東京參訪。", ["日本", "東京"]),
        ("这里有真金白银的支持。", []),
    ],
)
def test_places_of_every_day(text: str, expected: list[str]) -> None:
    assert named(MentionType.PLACE, text) == expected
