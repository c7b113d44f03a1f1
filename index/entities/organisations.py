"""Organisations: names of the lexicon, and names composed backwards from a last word (委员会, 公司, 局).

Called by `recogniser` after titles and people have taken their spans.
"""

from __future__ import annotations

import re

from index.entities.aliases import find_aliases, find_short_forms, in_address
from index.entities.firms import find_firms
from index.entities.foreign_bodies import FOREIGN, sounds_before
from index.entities.led import Led
from index.entities.lexicons import Kind, alternation, cues
from index.entities.phrases import FUNCTION, STOP_CLASSES, bureau_from, prefix_of, tail_words
from index.entities.reading import Reading, longest

# last words before which the rest of the name is a proper noun, possibly unknown to the dictionary
PROPER = cues("organisations.proper")
_HARD_STOPS = cues("organisations.hard_stops")
_LEADING = cues("organisations.leading")
# 庆阳网|讯, 〔新北人新闻网|记者: media that no lexicon knows, at the head of a line or a bracket
_MEDIUM = re.compile(
    r"[\n(〔\[【《]\s*([一-龥]{2,8}?(?:(?:网|报|融媒体?|新闻|在线|发布|客户端|电视台|广播|通讯社)"
    r"(?=讯|\s?(?:首席|全媒体|见习|特约)?记者|\d{1,2}日(?:电|讯|专))|(?=/\s?记者)))"
)
_REPORTING = ("记者", "讯", "日电", "日专")  # one of them is in whatever `_MEDIUM` matches
# 据三湘风纪网消息
_SOURCE = re.compile("据([一-龥]{2,8}?(?:网|客户端|电视台|日报|晚报|通讯社))(?:消息|报道|披露|通报)")
_LEGION = Led(
    r"[第\d](?:(?<=第)(?=[一二三四五六七八九十百\d]{1,4}[批集军师旅团舰])|(?<=\d)(?=\d集))",
    r"第\d{1,3}批护航编队|\d{2}集团军|第[一二三四五六七八九十百\d]{1,4}(?:集团军|军|师|旅|团|舰队)",
)
_MEDIA_AFTER = re.compile(r"\s?(?:全媒体?|首席|见习)?(?:记者|讯|客户端|特约)")
_LABEL = re.compile(
    r"(?:发稿单位|发布单位|新闻来源|资料来源|提供单位|业务单位|活动单位|发稿人|新闻联络人|联络人|联系人|主办单位|承办单位|协办单位|指导单位|主办|承办|执行单位|\[机关名称\]|\[单位名称\])\s?:?\s?([^\n\[\]:,;。]{3,40})"
)
_VENUE = re.compile(alternation("places.venues") + "$")
_BODY_END = re.compile(
    r"(?:局|处|会|所|公司|院|署|部|中心|政府|馆|校|学|社|团|室|协会|科|厅|台|大队|分局|小|中)$"
)


def find_organisations(reading: Reading, named: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of organisations, longest first where they overlap; they may cover places.

    `named`: organisations found before, whose short forms are looked for as well.
    """
    spans = _labelled(reading)
    places = {hit.start: hit.end for hit in reading.hits if hit.kinds & Kind.PLACE}
    for hit in reading.hits:
        if not reading.free(hit.start, hit.end):
            continue
        if hit.kinds & (Kind.ORGANISATION | Kind.LOCAL):
            if places.get(hit.start, 0) > hit.end:
                continue  # 国会|山庄
            if not reading.boundary[hit.end] or (
                not reading.boundary[hit.start] and hit.start not in reading.names_to
            ):
                continue
            if reading.folded.startswith("日", hit.end) and reading.folded[hit.end - 1] in "馆":
                continue  # 国际博物馆|日
            if _one_of_each(reading, hit.start):
                continue
            if reading.folded[hit.start].isascii() and in_address(reading, hit.start, hit.end):
                continue
            start = bureau_from(reading, hit.start, hit.end)
            spans.append((_local_before(reading, _place_before(reading, start)), hit.end))
        elif hit.kinds & Kind.ORGANISATION_HEAD and reading.bodies_to.get(hit.end, hit.start) >= hit.start:
            span = compose_body(reading, hit.start, hit.end)
            if span:
                spans.append(_without_lead(reading, *span))
    spans.extend(_bracketed(reading))
    spans.extend(_teams(reading))
    spans.extend(find_firms(reading))
    spans.extend(
        match.span()
        for match in _LEGION.finditer(reading.folded)
        if reading.free(*match.span()) and reading.boundary[match.end()]
    )
    spans.extend(_lettered(reading))
    if any(word in reading.folded for word in _REPORTING):
        media = [match.span(1) for match in _MEDIUM.finditer("\n" + reading.folded)]
        spans.extend((start - 1, end - 1) for start, end in media if reading.free(start - 1, end - 1))
    sources = (match.span(1) for match in _SOURCE.finditer(reading.folded))
    spans.extend(span for span in sources if reading.free(*span))
    spans = [_with_posting(reading, start, end) for start, end in spans]
    chosen = _joined(longest(spans), reading)
    aliases = find_aliases(reading, named + chosen)
    return longest(chosen + aliases + find_short_forms(reading, named + chosen))


_LEGAL = re.compile(r"[\u4e00-\u9fff]{2}(?:医疗|学校|社会福利)$")  # 奇美医疗|财团法人奇美医院
_UNIT = re.compile(r"第?[\d一二三四五六七八九十百]{1,4}(?:集团军|军团|作战区|联队|舰队|[旅营师团]|大队|中队)")
_DEPARTMENT = re.compile("(?!联|关|体)[\u4e00-\u9fff]{1,6}系(?![列统数])")
_OFFICES = frozenset("厅局委部处署会院")
_ELECTED = ("立法会", "立法院", "常委会", "政协", "人大", "议会", "国会")
_EDITION = re.compile(r"(?<!新)第?[一二三四五六七八九十\d]{1,3}届$")
_ABROAD = re.compile(r"(?:使馆|领馆|代表处|办事处|代表团|联络办公室|公署|使领馆)$")


def _one_of_each(reading: Reading, start: int) -> bool:
    """各县、市、|区人民政府: the bodies of all, and none of them."""
    folded = reading.folded
    return (
        folded[start] in "县市区"
        and folded[start - 1 : start] == "、"
        and folded[start - 2 : start - 1] in ("县", "市", "区")
        and start - 1 not in reading.names_to
    )


def _with_posting(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """驻|贝里斯大使馆: the 驻 before a mission belongs to it, and the body that posts it."""
    folded = reading.folded
    legal = _LEGAL.search(folded, max(0, start - 6), start)
    if folded.startswith("财团法人", start) and legal and reading.free(*legal.span()):
        return legal.start(), end
    department = _DEPARTMENT.match(folded, end) if folded[end - 2 : end] in ("大学", "学院") else None
    if department and reading.free(*department.span()) and reading.boundary[department.end()]:
        end = department.end()  # 南京大学|地理系
    unit = _UNIT.match(folded, end)
    if (
        unit
        and folded[end - 1] in "军团区队部"
        and reading.free(*unit.span())
        and reading.boundary[unit.end()]
    ):
        end = unit.end()
    if folded[start - 1 : start] == "届" and folded.endswith(_ELECTED, start, end):
        edition = _EDITION.search(folded, max(0, start - 6), start)
        if edition and reading.free(*edition.span()):
            return edition.start(), end  # 第八届|立法会
    if folded[start - 1 : start] != "驻" or not _ABROAD.search(folded, start, end):
        return start, end
    sender = reading.names_to.get(start - 1, start - 1)
    return (sender if reading.free(sender, start) else start - 1), end


def _without_lead(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """研究|县政府, 风力|气象署: words before a body that is complete by itself belong to the sentence."""
    own = reading.names_to.get(end, start)
    if own <= start or any(start <= at < own for at in reading.names_from if reading.names_from[at] <= own):
        return start, end
    word = reading.word_from(start)
    return (own, end) if reading.lexicon.words.get(word, "n") != "n" or word in _SUBJECTS else (start, end)


_SUBJECTS = frozenset("研究 调研 风力 雨量 学习 推动 配合 支持 组织 指导 监督 检查 规划 建设 部署".split())


def _teams(reading: Reading) -> list[tuple[int, int]]:
    """中国|队, 浙江|队: the team of a country, province or city."""
    lexicon, folded = reading.lexicon, reading.folded
    return [
        (start, end + 1)
        for start, end in reading.names_from.items()
        if folded.startswith("队", end)
        and reading.boundary[end + 1]
        and (folded[start:end] in lexicon.countries or folded[start:end] in lexicon.divisions)
        and reading.free(start, end + 1)
    ]


_IN_BRACKETS = r"\([\u4e00-\u9fff]{2,6}\)[\u4e00-\u9fff]{0,8}?(?:有限公司|公司|集团|银行|研究院|事务所)"
_PLACE_IN_BRACKETS = re.compile(_IN_BRACKETS)
_WITH_PLACE = re.compile(r"[\u4e00-\u9fff]{2,10}" + _IN_BRACKETS)


def _bracketed(reading: Reading) -> list[tuple[int, int]]:
    """Firms with their place in brackets: 聚变新能源(安徽)有限公司."""
    spans: list[tuple[int, int]] = []
    if not _PLACE_IN_BRACKETS.search(reading.folded):
        return spans
    for match in _WITH_PLACE.finditer(reading.folded):
        start, end = match.span()
        bracket = reading.folded.index("(", start)
        at = start
        while at < bracket:
            word = reading.word_from(at)
            if word in FUNCTION or word in _LEADING or not reading.boundary[at]:
                start = at + max(1, len(word))
            at += max(1, len(word))
        if bracket - start >= 2 and reading.free(start, end) and reading.boundary[end]:
            spans.append((start, end))
    return spans


def split_halls(
    reading: Reading, spans: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Bodies, and the halls and squares called after a body: 國家圖書館|國際會議廳, 縣府|大禮堂."""
    bodies, halls = [], []
    for start, end in spans:
        hall = _HALL.match(reading.folded, end)
        if hall and reading.free(*hall.span()) and reading.boundary[hall.end()]:
            halls.append((start, hall.end()))
        else:
            bodies.append((start, end))
    return bodies, halls


_HALL = re.compile(r"(?![之的内])[\u4e00-\u9fff]{0,2}?" + alternation("places.halls"))


_STATE_LETTERS = "[美英法德俄日韩朝印菲泰伊乌土叙埃澳加欧以巴]"
_LETTERED = Led(
    f"{_STATE_LETTERS}(?={alternation('organisations.of_state')})",
    rf"(?<![一-龥]){_STATE_LETTERS}{alternation('organisations.of_state')}",
)


_JOINT_BODY = re.compile(
    r"[中美俄英法德日韩印欧台港澳加新]{2}[一-龥]{0,6}?(?:联委会|混委会|合委会|联合委员会|混合委员会|合作委员会|联合工作组|友好协会)"
)


_JOINED_BY = ("联委会", "混委会", "合委会", "委员会", "联合工作组", "友好协会")


def _lettered(reading: Reading) -> list[tuple[int, int]]:
    """美国防部, 菲军方; 南美|馆 where a place's name begins an unknown body's."""
    found = [*_LETTERED.finditer(reading.folded)]
    if any(word in reading.folded for word in _JOINED_BY):
        found.extend(_JOINT_BODY.finditer(reading.folded))
    spans = [match.span() for match in found if reading.free(*match.span())]
    for start, end in reading.names_from.items():
        short = reading.word_from(end) in ("馆", "捷", "院", "署") and reading.free(start, end + 1)
        if short and reading.folded.count(reading.folded[start : end + 1]) > 1:
            spans.append((start, end + 1))
    return spans


def _joined(spans: list[tuple[int, int]], reading: Reading) -> list[tuple[int, int]]:
    """Bodies that touch are one: 臺南政府|教育局."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] == start and reading.folded[start - 1] not in "党军":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _labelled(reading: Reading) -> list[tuple[int, int]]:
    """The body named after a label: 發稿單位：體育局."""
    spans = []
    for match in _LABEL.finditer(reading.folded):
        start = match.start(1)
        for part in match.group(1).split("、"):
            stop = start + len(part)
            name = part.strip().split(" ")[0]
            begin = start + len(part) - len(part.lstrip())
            if _BODY_END.search(name) and reading.free(begin, begin + len(name)):
                spans.append((begin, begin + len(name)))
            start = stop + 1
    return spans


# how names of bodies end; what ends otherwise is a firm's, and the country before it no part of the name
_BODY_LAST = frozenset("班部院会局厅委军府行党署处台社馆学司所校团队组盟警方庭室心股室库网报局厂")


def _place_before(reading: Reading, start: int) -> int:
    """The start of the place name directly before a body (江西|省委, 中国|外交部)."""
    name = reading.names_to.get(start, -1)
    brand = reading.names_from.get(start, start)
    foreign = name >= 0 and reading.folded[name:start] in reading.lexicon.countries
    if foreign and brand > start and reading.folded[brand - 1] not in _BODY_LAST:
        return start  # 法国|阿尔斯通
    return name if name >= 0 and reading.free(name, start) and reading.boundary[name] else start


def _local_before(reading: Reading, start: int) -> int:
    """州|发展改革委: the local body of a ministry's name."""
    lead = reading.word_from(start - 1) if start else ""
    if lead not in ("省", "市", "县", "区", "州") or not reading.free(start - 1, start):
        return start
    return reading.names_to.get(start, start - 1)


def compose_body(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The span of the body whose last word is `start`..`end`, None if it has no name."""
    lexicon, folded = reading.lexicon, reading.folded
    head = folded[start:end]
    if len(head) == 1 and not _single_head(reading, start):
        return None
    if head == "组织" and (start in reading.heads_to or folded[start - 1 : start] in _OFFICES):
        return None  # 交通运输厅|组织专家
    if _VENUE.search(folded, max(0, end - 9), end):
        return None
    if head == "新闻" and not _MEDIA_AFTER.match(folded, end):
        return None
    sounding = sounds_before(reading, start) if head in FOREIGN else start
    if sounding < start:
        return sounding, end
    proper = head in PROPER
    prefix = prefix_of(reading, start, singles=2 if proper or head in _SOCIETIES else 0)
    if head in _SOCIETIES and not prefix.anchored:
        prefix = prefix_of(reading, start)
    if (proper and prefix.start == start) or (proper and not prefix.anchored and prefix.words == 0):
        widened = _proper_noun_before(reading, start)
        if widened < start:
            further = prefix_of(reading, widened)
            return (further.start if further.anchored else widened), end
    if prefix.start >= start:
        bureau = bureau_from(reading, start, end, nouns=int(end - start > 2))
        return (bureau, end) if bureau < start else None
    begin = prefix.start
    if "各" in folded[begin:start] or _one_of_each(reading, begin):
        return None  # 市府各局处
    if prefix.anchored:
        if folded[begin].isascii() and head == "政府":
            return None
        if folded[begin:end] in lexicon.generic or (len(head) == 1 and head == "党" and start - begin > 4):
            return None
        return begin, end
    begin = tail_words(reading, begin, start, 3)
    if not (proper and len(reading.word_from(begin)) == 1):
        begin = _without_leading_verbs(reading, begin, start)
    name = folded[begin:end]
    if (
        begin >= start
        or not 3 <= len(name) <= 14
        or any(name[at:] in lexicon.generic for at in range(len(name) - len(head)))
    ):
        return None
    if proper:
        words = reading.words[reading.index_at(begin) : reading.index_at(start - 1) + 1]
        unknown = any(
            word not in lexicon.words and word not in _HARD_STOPS and word not in FUNCTION for word in words
        )
        return (begin, end) if unknown or head in ("国小", "国中", "实小", "附幼", "高中") else None
    if lexicon.head_classes.get(head) == "specific" and start - begin >= 2:
        return begin, end
    return None


_SOCIETIES = frozenset("协会 发展协会 学会 联合会 促进会 合作社 促进协会 产业协会".split())


def _single_head(reading: Reading, start: int) -> bool:
    """Whether 局, 厅, 处 ... at `start` ends a body's name and not an ordinary word (布局, 好处)."""
    at = reading.index_at(start)
    word = reading.words[at]
    if len(word) == 1:
        before = reading.words[at - 1] if at else ""
        return word in "局厅处署司" and len(before) >= 2 and reading.lexicon.words.get(before, "n") in "nv"
    if (
        word in reading.lexicon.generic
        or (len(word) == 2 and word[-1] != "党")
        or (len(word) >= 4 and word in reading.lexicon.words)
    ):
        return False
    return reading.lexicon.words.get(word, "n") == "n" and word[-1] in "局厅处署司部党寺庙宫厂"


def _proper_noun_before(reading: Reading, start: int) -> int:
    """The start of the proper noun of a school or firm directly before its last word (勝利|國小)."""
    if start == 0 or reading.taken[start - 1]:
        return start
    at = reading.index_at(start - 1)
    word = reading.words[at]
    if (
        len(word) != 2
        or word[-1] in "到了上过着"
        or word in _HARD_STOPS
        or not "\u4e00" <= word[0] <= "\u9fff"
    ):
        return start
    return (
        reading.starts[at]
        if reading.folded[start : start + 2]
        in ("国小", "国中", "实小", "附幼", "高中", "小学", "中学", "大学")
        else start
    )


def _without_leading_verbs(reading: Reading, start: int, head: int) -> int:
    """`start` moved past verbs that begin a composed name but hardly belong to it (规划|西门实小)."""
    while start < head:
        word = reading.word_from(start)
        rest = start + len(word)
        if word and rest < head and word in _LEADING:
            start = rest
            continue
        if (
            not word
            or rest >= head
            or (reading.lexicon.words.get(word, "n") not in STOP_CLASSES and word not in _HARD_STOPS)
        ):
            break
        start = rest
    return start
