"""Named events: meetings, conferences, campaigns, programmes. Called by `recogniser`.

A name runs backwards from its last word (座谈会, 工程) to a cue (召开, 出席, 在), a mark, or a quotation mark.
"""

from __future__ import annotations

import re

from index.entities.lexicons import Kind
from index.entities.reading import Reading

_ORDINAL_MEETING = re.compile(
    r"(?:中国共产党)?(?:第?[一二三四五六七八九十]{1,4}[届次])?(?:全国人大|全国政协|中央纪委|中央委员会)?(?:[一二三四五六七八九十]{1,3}[届中次])?(?:一|二|三|四|五|六|七|八)?(?:中)?(?:次)?全会"
)
_FIXED = re.compile(
    r"(?:党的)?第?(?:十[一二三四五六七八九]|二十[一二]?)(?:大(?!的|于|约|量|批|型|力|家|亚)|届[一二三四五六七八]中全会)"
    r"|中国共产党第[一二三四五六七八九十]{1,3}次全国代表大会"
    r"|中共(?:十[一二三四五六七八九]|二十)大"
    r"|[一二三四五六七八九十]{1,3}届(?:全国|省|市)?(?:人大|政协|中央纪委)?(?:常委会)?(?:第?[一二三四五六七八九十]{1,3})[次届中]?(?:常委)?(?:会议|全会|全体会议)"
    r"|(?:十[一二三四五]届)?(?:全国人大|全国政协)(?:常委会)?第?[一二三四五六七八九十]{1,3}次会议"
    r"|第?\d{1,2}届立法院第?\d{1,2}会期"
    r"|“[^“”\n]{2,16}”(?:行动计划|计划|工程|行动|规划|专项行动|战略|倡议|活动|项目)"
    r"|“十[一二三四五六]五”规划|第十[一二三四五六]个五年规划"
)
_CUES = frozenset(
    "召开 举行 主持召开 出席 参加 在 的 和 与 及 了 将 于 主持 是 为 对 向 由 为了 举办 迎接 参与 视察 并 并将 推动 推出 实施 落实 开展 启动 到 至 "
    "今天 今日 昨天 明天 本次 此次 这次 该 这个 一个 我国 我们 他 她 从 以 把 被 让 等 或 就 也 还 又 前往 赴 应邀 承办 主办 通过 结束 闭幕 开幕 会见 "
    "期间 正在 同时 发起 提出 继续 组织 协办 包括 根据 按照 通过 经 自 自从 如 例如 比如 说 指出 表示 强调 随着 因 因为 每年 目前 现场 观看 收看 传达 学习 贯彻 "
    "成功 顺利 即将 宣布 支持 欢迎 看 去 来 有 没有 成为 作为 属于 办好 办 开 首次 曾 已 就是 再次 共同 分别 先后 全国 各 各地 多 所 本 分别 以及 抵达".split()
)
_MARKS = frozenset("，,。;:!?、()[]【】「」『』“”\"\n \t《》〈〉|/—~…·#")
_GENERIC_LEAD = frozenset("重要 国际 全国 主题 系列 专题 现场 新闻 相关 工作 视频 电视电话 经验 交流 大型 年度 中央 首脑 高峰 民主 组织 专题 学术 专家 媒体".split())


def find_events(reading: Reading, dates_end: frozenset[int]) -> list[tuple[int, int]]:
    """Spans of events; `dates_end` are ends of dates, at which a name may not be cut open."""
    folded = reading.folded
    spans: list[tuple[int, int]] = []
    for match in _FIXED.finditer(folded):
        start, end = match.span()
        if reading.free(start, end) and reading.boundary[start]:
            spans.append((start, end))
    for hit in reading.hits:
        if hit.kinds & Kind.EVENT and reading.boundary[hit.start] and reading.boundary[hit.end] and reading.free(hit.start, hit.end):
            spans.append((hit.start, hit.end))
        elif hit.kinds & Kind.EVENT_HEAD and reading.free(hit.start, hit.end):
            span = _compose(reading, hit.start, hit.end)
            if span:
                spans.append(span)
    return spans


def _compose(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    folded = reading.folded
    if not reading.boundary[end]:
        return None
    position = start if reading.boundary[start] else reading.starts[reading.index_at(start)]
    while position > 0 and end - position < 40:
        if reading.taken[position - 1]:
            break
        at = reading.index_at(position - 1)
        word = reading.words[at]
        if word in _CUES or word[0] in _MARKS or word in reading.lexicon.people:
            break
        position = reading.starts[at]
    lead = folded[position:start]
    if len(lead) < 2 or lead in _GENERIC_LEAD or len(lead) > 34:
        return None
    proper = _proper(reading, position, start)
    strong = len(folded[start:end]) >= 3
    if not proper or not strong and not proper:
        return None
    return position, end


def _proper(reading: Reading, start: int, end: int) -> bool:
    """Whether the words before an event's last word make it one event: a place, body, year, ordinal."""
    lead = reading.folded[start:end]
    if re.search(r"\d{2,4}年|第[一二三四五六七八九十\d]{1,3}[届次]|[一二三四五六七八九十]{1,3}届", lead):
        return True
    return any(start <= at and stop <= end for at, stop in reading.names_from.items() if start <= at < end)
