"""Posts: a title head (书记, 主席, 局长) with the body or place before it. Called by `recogniser`.

A candidate whose head stands alone becomes a mention only beside a person, except the heads that mean one
definite office-holder (总统, 总书记).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.entities.lexicons import Kind, cues
from index.entities.organisations import compose_body
from index.entities.phrases import FUNCTION, INSIDE, Prefix, prefix_of, tail_words
from index.entities.reading import Reading

# heads before which any noun names the body (教育局长)
_HEADED = cues("titles.headed")
_BODY_ENDS = cues("titles.body_ends")
_PLURAL_BEFORE = cues("titles.plural_before")
_FORMER_LEAD = frozenset(
    "代表 委任 任命 聘请 聘任 增补 退休 现任 新任 时任 前任 候任 选举 个别 主持 促请".split()
)
_FORMER = frozenset("前 原 现任 新任 退休 时任 前任 候任".split())


@dataclass(slots=True)
class Title:
    """A candidate for a post. `kind`: bare or attached; `anchored`: a body or place is part of it."""

    start: int
    end: int
    head: int
    kind: str
    anchored: bool
    plural: bool


def find_titles(reading: Reading) -> list[Title]:
    """All title candidates from left to right, not overlapping."""
    titles: list[Title] = []
    for start, end in _heads(reading):
        title = _compose(reading, start, end)
        if title is None:
            continue
        if reading.folded[end : end + 1] == "(":
            title.end = _with_branch(reading, title)
        while titles and titles[-1].end > title.start:
            if titles[-1].head >= title.start:
                titles.pop()
            else:
                title.start = max(title.head, titles[-1].end)
                break
        before = titles[-1] if titles else None
        if (
            before
            and before.end == title.start
            and (before.anchored or before.kind == "bare")
            and not title.anchored
            and title.kind == "attached"
        ):
            before.end = title.end
            continue
        titles.append(title)
    return titles


_BRANCH = re.compile(
    "\\((?![前原现时兼代含左右试主])[\u4e00-\u9fff]{2,8}(?<![级时起长任员授导])\\)(?=([\u4e00-\u9fff])[\u4e00-\u9fff])"
)


def _with_branch(reading: Reading, title: Title) -> int:
    """The end of 警务处副处长|(行动)|叶云龙: Hong Kong says in brackets what a deputy is in charge of."""
    branch = _BRANCH.match(reading.folded, title.end) if reading.folded[title.end - 1] in "长监" else None
    named = branch is not None and reading.lexicon.surnames.get(branch[1], 0) >= 1
    return branch.end() if branch is not None and named else title.end


def _heads(reading: Reading) -> list[tuple[int, int]]:
    """Spans of title heads, longest first where they overlap, without those inside words like 总统府."""
    blocked = [
        (hit.start, hit.end) for hit in reading.hits if hit.kinds & (Kind.NEVER_TITLE | Kind.ORGANISATION)
    ]
    spans = sorted(
        (
            (hit.start, hit.end)
            for hit in reading.hits
            if hit.kinds & Kind.TITLE and reading.free(hit.start, hit.end)
        ),
        key=lambda span: (span[0], -span[1]),
    )
    never: dict[int, int] = {}
    for start, end in blocked:
        for inside in range(start, end):
            never[inside] = max(end, never.get(inside, 0))
    heads: list[tuple[int, int]] = []
    last = -1
    for start, end in spans:
        if start < last or never.get(start, 0) >= end or end in reading.heads_from:
            continue
        if reading.folded[start:end] in ("镇长", "乡长") and _VILLAGE_NAME.match(reading.folded, end - 1):
            continue  # 瓶窑镇|长命村
        if (
            reading.folded[start:end] in ("中将", "上将", "少将")
            and reading.folded[max(0, start - 1) : start] == "台"
        ):
            continue
        heads.append((start, end))
        last = end
    return heads


_VILLAGE_NAME = re.compile("长[\u4e00-\u9fff]{1,2}(?:村|社区)(?![委民支两])")


def _compose(reading: Reading, start: int, end: int) -> Title | None:
    folded, lexicon = reading.folded, reading.lexicon
    head = folded[start:end]
    begin = _with_modifiers(reading, start)
    kind = lexicon.title_classes.get(head, "attached")
    if kind == "plural":
        return _plural_post(reading, start, end)
    if not reading.boundary[begin] and begin == start and not _ends_word(reading, begin, end):
        return None
    prefix = _overlapping_name(reading, begin, end) or prefix_of(
        reading, begin, singles=_unknown_singles(reading, begin)
    )
    before = reading.words[reading.index_at(prefix.start - 1)] if prefix.start > 0 else ""
    plural = before in _PLURAL_BEFORE and not _of_career(reading, before, prefix.start)
    span = _extent(reading, begin, head, prefix)
    span = _after_former(reading, span, begin)
    if span < begin and not prefix.anchored and reading.word_from(span) in _NAMED_UNITS:
        span = _own_name_before(reading, span, begin)
    if span == begin and folded[begin - 1 : begin] in _TEMPLES:
        own = _own_name_before(reading, begin - 1, begin)
        span = own if own < begin - 1 else begin
    if folded[span : span + 1] == "驻" and span in reading.heads_to:
        body = compose_body(reading, reading.heads_to[span], span)  # 浙江省人民政府|驻北京办事处副主任
        if body:
            span = max(body[0], *(folded.rfind(verb, body[0], span) + 1 for verb in "任为"))
    while span < begin and reading.word_from(span) in _FORMER_LEAD:
        span += len(reading.word_from(span))
    if span == begin and begin in reading.heads_to:
        body = compose_body(reading, reading.heads_to[begin], begin)  # 建國中學|校長
        span = body[0] if body else span
    if span == begin and head[0] == "市" and folded[begin - 1 : begin] in CITY_LETTERS:
        named = CITY_LETTERS[folded[begin - 1]] in folded
        span -= int(named and bool(reading.boundary[begin - 1]) and reading.free(begin - 1, begin))
    if folded[span : span + 1] in _UNITS and folded[span - 1 : span] in _SEVERAL and span < begin:
        span -= 1  # 三|省省长
    if span < begin and folded[span - 1 : span] == "代" and reading.boundary[span - 1]:
        span -= 1  # 代|交通部长
    anchored = span < begin
    if anchored and not prefix.anchored:
        plural = plural or folded[span:begin] in _PLURAL_BEFORE
    return Title(span, end, begin, kind, anchored, plural)


# what no post begins with: it has a name of its own (西丽|街道办事处主任, 专勤|队队长)
_NAMED_UNITS = frozenset(
    (
        "街道 村 社区 镇 乡 中学 小学 高中 医院 公司 集团 局 队 处 科 室 所 站 厂 店 院 寺 宫 庙 观 分局 "
        "支队 大队 中队"
    ).split()
)
_TEMPLES = frozenset("宫寺庙观")


def _own_name_before(reading: Reading, span: int, begin: int) -> int:
    """Where a unit's own name begins, with the place before it; the head alone where it has none."""
    position = span
    while position > 0 and span - position < 3 and not reading.taken[position - 1]:
        name = reading.names_to.get(position, -1)
        if name >= 0 and position < span:
            return prefix_of(reading, position).start
        word = reading.words[reading.index_at(position - 1)]
        own = len(word) == 1 or word not in reading.lexicon.words
        if (
            not own
            or not "\u4e00" <= word[0] <= "\u9fff"
            or word in FUNCTION
            or span - position + len(word) > 3
        ):
            break
        position -= len(word)
    opened = position == 0 or not "\u4e00" <= reading.folded[position - 1] <= "\u9fff"
    if position in reading.names_to:
        return prefix_of(reading, position).start
    if span - position >= 2 and opened:
        return position
    doubled = begin - span == 1 and reading.folded[span] in reading.folded[begin : begin + 3]
    return begin if doubled else span  # 局|副局长


def _of_career(reading: Reading, before: str, start: int) -> bool:
    """Whether 历任 opens a career (。历任永顺县副县长) and is not said of many (历任书记)."""
    at = start - len(before)
    return before == "历任" and (at == 0 or not "\u4e00" <= reading.folded[at - 1] <= "\u9fff")


def _ends_word(reading: Reading, begin: int, end: int) -> bool:
    """Whether a head inside a longer dictionary word may be taken out of it: 教育局长, not 天主教."""
    at = reading.index_at(begin)
    word = reading.words[at]
    if reading.starts[at] + len(word) - 1 == begin and reading.word_from(begin + 1) == "长":
        return True  # 林务局|长
    if reading.folded[max(0, begin - 2) : begin - 1] == "驻":
        return True
    if reading.folded[begin] in "县州旗" and begin + 1 in reading.names_to:
        return True  # 江华瑶族自治|县委书记
    return word[-1] == "长" or (end - begin >= 2 and begin in reading.names_to)


def _after_former(reading: Reading, span: int, begin: int) -> int:
    """英国|新任|首相: the post begins behind 新任, 时任, 候任."""
    for word in ("新任", "时任", "候任", "现任", "卸任"):
        at = reading.folded.find(word, span, begin)
        if at >= 0:
            return at + 2
    return span


# 北|市长 in an article on Taipei
CITY_LETTERS = {"南": "台南", "高": "高雄", "北": "台北", "中": "台中", "桃": "桃园"}
_FIRMS = frozenset(
    (
        "股份有限公司 有限责任公司 有限公司 食品集团 企业 集团 公司 股份 "
        "大学 学院 中学 小学 国小 国中 高中 医院 银行 基金会"
    ).split()
)


def _unknown_singles(reading: Reading, begin: int) -> int:
    """How many unknown characters may belong to the firm or school before a head (江铜|集团|董事长)."""
    return 2 if begin and reading.words[reading.index_at(begin - 1)] in _FIRMS else 0


def _overlapping_name(reading: Reading, begin: int, end: int) -> Prefix | None:
    """A name that runs into the head: 中共中央政治局|委员 where the head is 政治局委员."""
    for stop in range(end - 1, begin, -1):
        start = reading.names_to.get(stop, begin)
        if start < begin:
            return (
                Prefix(prefix_of(reading, start).start, True, 1)
                if start in reading.names_to
                else Prefix(start, True, 1)
            )
    return None


def _with_modifiers(reading: Reading, start: int) -> int:
    """The start of the head with 副, 代理, 常务 and the like before it."""
    for _ in range(_MOST_MODIFIERS):
        if start <= 0 or not reading.boundary[start]:
            break
        word = reading.words[reading.index_at(start - 1)]
        if word not in reading.lexicon.modifiers or reading.taken[start - 1]:
            break
        if word in _ACTING and reading.folded[start - len(word) - 1 : start - len(word)] in _WILL:
            break  # 将|署理|行政长官职务: a verb here
        start -= len(word)
    return start


_MOST_MODIFIERS = 6
_UNITS = ("省", "市", "县", "区", "州")
_SEVERAL = ("两", "二", "三", "四", "五", "六", "七", "八", "九", "十", "几")
_ACTING = frozenset(("署理", "代理", "执行", "名誉"))
_WILL = frozenset("将由会暂并即")


def _plural_post(reading: Reading, start: int, end: int) -> Title | None:
    """江西省领导, 区人大常委会领导: only directly after the name of a place or body."""
    name = reading.names_to.get(start, -1)
    if name < 0 and start in reading.heads_to:
        body = compose_body(reading, reading.heads_to[start], start)  # 区人大常委会|领导
        name = body[0] if body else -1
    elif name >= 0:
        name = prefix_of(reading, name).start if reading.bodies_to.get(start, start) == name else name
    if name < 0:
        return None
    return Title(name, end, start, "attached", False, False)


def _extent(reading: Reading, begin: int, head: str, prefix: Prefix) -> int:
    """Where the post begins."""
    if prefix.anchored:
        session = _SESSION.search(reading.folded, max(0, prefix.start - 8), prefix.start)
        if session and reading.free(*session.span()):
            return session.start()  # 政协第六届|遵义市委员会委员
        posted = _POSTED.search(reading.folded, max(0, prefix.start - 12), prefix.start)
        if posted and reading.free(*posted.span()):
            return posted.start()  # 驻|欧盟暨|比利时代表
        return _founder_before(reading, prefix.start, begin)
    if reading.folded[begin - 1 : begin] in ("前", "原"):
        former = begin - 1
        if former in reading.names_to:
            return prefix_of(reading, former).start
        own = reading.heads_to.get(former, former - 1 if reading.folded[former - 1] in "司局处" else former)
        body = compose_body(reading, own, former) if own < former else None
        if body is not None:
            return body[0]
    if prefix.start >= begin:
        return begin
    last = reading.folded[begin - 1]
    if head == "负责人" and last not in "会处局部司厅":
        return begin
    nearest = reading.words[reading.index_at(begin - 1)]
    if len(nearest) == 1 and (nearest not in _BODY_ENDS or (nearest == "台" and head[0] == "市")):
        return begin
    if (
        last not in _BODY_ENDS
        and nearest not in reading.lexicon.words
        and nearest not in INSIDE
        and reading.boundary[begin]
    ):
        return begin
    if head in _HEADED or last in _BODY_ENDS:
        start = tail_words(reading, prefix.start, begin, 4)
        return start if begin - start <= 12 else tail_words(reading, prefix.start, begin, 1)
    return begin


_POSTED = re.compile(r"(?<!常)驻(?:[一-龥]{2,8}[暨兼及])?$")
_SESSION = re.compile(r"政协第?[一二三四五六七八九十\d]{1,3}届$")
_FOUNDER = re.compile(r"(?:^|[,、。;:及和与\s「])([一-龥]{2,4})$")


def _founder_before(reading: Reading, start: int, begin: int) -> int:
    """吴三连|台湾史料基金会: a person's name that begins a foundation's."""
    if not reading.folded[start:begin].endswith(("基金会", "纪念馆", "事务所")):
        return start
    founder = _FOUNDER.search(reading.folded[max(0, start - 5) : start])
    if founder and reading.lexicon.surnames.get(founder.group(1)[0], 0) >= 1:
        return start - len(founder.group(1))
    return start


def former(reading: Reading, start: int) -> bool:
    """Whether 前, 原 and the like stand before `start`."""
    return start > 0 and reading.words[reading.index_at(start - 1)] in _FORMER
