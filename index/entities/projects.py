"""Projects called by what is built, tested or launched: 捷运黄线建设计划, 沈白高铁, 江门中微子实验.

Called by `events`. They need no year, but a line, a number or a place of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.entities.phrases import FUNCTION
from index.entities.reading import Reading

_HAN = "[\u4e00-\u9fff]"
# a line, a road by its number, a series by its number: 捷运黄线建设, 国道7号高雄路段, 福卫八号
_LINE = re.compile(
    rf"(?:(?:捷运|地铁|轻轨|国道|省道|台铁|高铁|铁路){_HAN}*?(?:线|\d{{1,3}}[号线])|[红黄蓝绿橘橙紫棕]线"
    rf"|国道\d{{1,2}}号|{_HAN}{{1,4}}[一二三四五六七八九十]号|第[一二三四五六七八九十]期){_HAN}{{0,14}}$"
)
_BUILT = re.compile(
    r"(?:铁路|高铁|高速公路|公路|捷运|轻轨|大桥|水库|水利|灌区|运河|防波堤|港区|码头|机场|通道|排水|供水|调水|治理|"
    r"整治|改善|电气化|双轨化|效能提升|更新|延伸|产业链|产业园|工厂|电站|电厂|迁建|营区)"
)
_RAILWAY = re.compile(
    rf"(?:推进|推动|加快|建设|实施|争取|促进|、|,)({_HAN}{{2}}(?:高铁|铁路))"
    r"(?=年内|建设|项目|配套|工程|前期|开工|全线|[、,。])"
)
_CRAFT = ("神舟", "天舟", "嫦娥", "天问", "梦舟", "揽月")
_MISSION = re.compile(
    rf"(?:{'|'.join(_CRAFT)})(?:第?[一二三四五六七八九十]{{1,3}}号)?"
    rf"(?:{_HAN}{{0,12}}?(?:飞行任务|发射任务|飞行试验|验证试验)|任务)"
)
_TEST = re.compile(rf"{_HAN}{{2,10}}(?:中微子|衰变|对撞|核聚变|聚变)实验(?!室)")
_PARTIES = re.compile(r"《[^《》\n]{4,24}公约》(?:第[一二三四五六七八九十百\d]{1,4}次)缔约方(?:大会|会议)")
_FAIR = re.compile(rf"国际{_HAN}{{2,6}}?展(?!览|示|现|开|出|售|望|演|品|区|会|馆|商)")


def find_projects(reading: Reading) -> Iterator[tuple[int, int]]:
    """Spans of such projects; they may overlap others that `events` has found."""
    folded = reading.folded
    if "高铁" in folded or "铁路" in folded:
        for match in _RAILWAY.finditer(folded):
            if _own(reading, match.start(1)):
                yield match.span(1)
    if ("任务" in folded or "试验" in folded) and any(craft in folded for craft in _CRAFT):
        yield from (match.span() for match in _MISSION.finditer(folded))
    if "实验" in folded:
        yield from (_from_word(reading, *match.span()) for match in _TEST.finditer(folded))
    if "缔约方" in folded:
        yield from (match.span() for match in _PARTIES.finditer(folded))
    if "国际" in folded:
        for match in _FAIR.finditer(folded):
            place = reading.names_to.get(match.start(), -1)
            if place >= 0 and reading.boundary[match.end()]:
                yield place, match.end()


def counts_as_works(reading: Reading, start: int, head: int) -> bool:
    """Whether what stands before 计划, 工程 or 项目 names what is built: 红线延伸林园, 三峡水运新通道."""
    lead = reading.folded[start:head]
    if len(lead) < 4:
        return False
    if _LINE.match(lead):
        return True
    return bool(_BUILT.search(lead)) and (start in reading.names_from or _own(reading, start))


def _own(reading: Reading, start: int) -> bool:
    """Whether a word that no dictionary knows begins at `start`: 纳晴|高速公路."""
    word = reading.word_from(start)
    return word != "" and word not in FUNCTION and word not in reading.lexicon.words


def _from_word(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The span from its last proper beginning on: behind a mark or a word that is no part of a name."""
    at = start
    while at < end - 6:
        word = reading.words[reading.index_at(at)]
        if word in FUNCTION or word in ("公布", "用于", "开展", "升级", "完成", "进行"):
            start = at + len(word)
        at += len(word)
    return start, end
