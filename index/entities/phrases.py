"""Composing a name backwards from its last word over the words that can belong to it.

Called by `titles` and `organisations`.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.entities.lexicons import Lexicons, cues
from index.entities.reading import Reading, word_class

STOP_CLASSES = frozenset("vdpcrtmfa")
# verbs, adjectives and directions that stand inside names of bodies and posts
INSIDE = cues("phrases.inside")
# one-character words that may stand inside a name
SINGLES = frozenset(
    "省市县区州乡镇村里厅局委部党院校队社团会司署所馆站科处组室系国军路镇岛港湾河江湖山台副总"
)
ANCHOR_WORDS = cues("phrases.anchor_words")
WEAK_ANCHORS = frozenset("国际 世界 亚洲 两岸".split())
FUNCTION = cues("phrases.function")
LONGEST = 30
DEEPEST = 3  # names within names
NEVER_INSIDE = cues("phrases.never_inside")
_PLAIN = "\u4e00"


@dataclass(slots=True)
class Prefix:
    """What stands before a head: where it begins, whether a proper name or only nouns lead it."""

    start: int
    anchored: bool
    words: int


def looks_like_person(word: str, lexicon: Lexicons) -> bool:
    """Whether a dictionary word is most likely a person's name."""
    if word in lexicon.people:
        return True
    if (
        not 2 <= len(word) <= 4
        or word in lexicon.words
        or word in lexicon.canonical
        or word in lexicon.divisions
    ):
        return False
    if lexicon.surnames.get(word[:2], 0) >= 4 and len(word) >= 3:
        return True
    if lexicon.surnames.get(word[0], 0) < 1 or len(word) > 3:
        return False
    return len(word) == 3 and sum(lexicon.given.get(char, 0.5) for char in word[1:]) > 0.5


def can_stand_inside(word: str, lexicon: Lexicons) -> bool:
    """Whether `word` may be part of the name of a body, event or post."""
    if word in INSIDE:
        return True
    if word in NEVER_INSIDE:
        return False
    if len(word) == 1:
        return word in SINGLES
    if not _PLAIN <= word[0] <= "\u9fff":
        return word.isascii() and word.isalnum() and not word.isdigit()
    if (word[0] == "第" and len(word) <= 4) or (word[-1] == "届" and len(word) <= 4):
        return True
    kind = lexicon.words.get(word, "")
    if kind and kind in STOP_CLASSES:
        return False
    if word[0] in _NUMERALS and word[-1] in _MEASURES:
        return False
    return not looks_like_person(word, lexicon)


def prefix_of(reading: Reading, head: int, singles: int = 0, depth: int = 0) -> Prefix:
    """The words before `head` that belong to its name, back to a proper name if there is one.

    `singles`: how many unknown one-character words may stand directly before the head (schools, firms).
    """
    lexicon, firm = reading.lexicon, singles > 0
    posted = _posted(reading, head)
    if posted >= 0:
        return Prefix(posted, True, 1)
    position, count = _before_head(reading, head, firm)
    if position < 0:
        return Prefix(head, False, 0)
    anchored = False
    while position > 0 and head - position < LONGEST:
        name = reading.names_to.get(position, -1)
        if name >= 0 and not reading.taken[position - 1] and reading.taken.find(1, name, position) < 0:
            position, anchored = bureau_from(reading, name, position), True
            count += 1
            continue
        if reading.taken[position - 1]:
            break
        at = reading.index_at(position - 1)
        word = reading.words[at]
        linked = -1 if anchored else _linked(reading, position, word)
        if linked >= 0:
            position, anchored = linked, True
            count += 1
            continue
        if not anchored and count == 0 and word in _STATES and _opens(reading, reading.starts[at]):
            return Prefix(reading.starts[at], True, 1)
        if anchored:
            further = _further(reading, position, word, depth)
            if further == position:
                break
            position = further
            continue
        if word in ANCHOR_WORDS:
            position, anchored, count = reading.starts[at], True, count + 1
            continue
        if not can_stand_inside(word, lexicon):
            joins = word in _JOINING_WORDS and count and _lists_subjects(reading, head)
            beyond = _beyond_list(reading, reading.starts[at], depth) if joins else -1
            if beyond >= 0:
                return Prefix(beyond, True, count + 2)
            if singles and len(word) == 1 and "\u4e00" <= word <= "\u9fff" and word not in FUNCTION:
                singles -= 1
                position = reading.starts[at]
                count += 1
                continue
            break
        position = reading.starts[at]
        count += 1
        if position < reading.names_from.get(position, 0) <= position + len(word):
            anchored = True  # 江西省|人民政府 as one dictionary word
            continue
        if word in _LOCAL_LEADS:
            name = reading.names_to.get(position, -1)
            return Prefix(name if name >= 0 and not reading.taken[name] else position, True, count)
    place = _place_beyond(reading, position) if firm and not anchored and position < head else -1
    return Prefix(place, True, count + 1) if place >= 0 else Prefix(position, anchored, count)


def _before_head(reading: Reading, head: int, firm: bool) -> tuple[int, int]:
    """Where the words before a head's own word end, and how many were passed; -1 if these are taken."""
    position, count = head, 0
    if not reading.boundary[position] and position not in reading.names_to:
        position = reading.starts[reading.index_at(position)]
        count = int(head - position >= 2)
    if reading.taken.find(1, position, head) >= 0:
        return -1, 0
    if firm and position in reading.heads_to and position not in reading.names_to:
        return _proper_word(reading, reading.heads_to[position]), 1
    return position, count


def _posted(reading: Reading, head: int) -> int:
    """Where 中国驻美 or 驻美国 before a head begins, -1 if nothing of the kind stands there."""
    folded, letters = reading.folded, reading.lexicon.country_letters
    if folded[head - 2 : head - 1] == "驻" and folded[head - 1] in letters:
        name = reading.names_to.get(head - 2, head - 2)
        return name if not reading.taken[name] else head - 2
    state = folded[head - 3 : head - 2] == "驻" and folded[head - 1] == "国" and folded[head - 2] in letters
    return head - 3 if state and not reading.taken[head - 3] else -1


def _linked(reading: Reading, position: int, word: str) -> int:
    """The start of a place that 立 or 驻 with a letter joins to what follows; -1 if none."""
    if word == "立" and position - 1 in reading.names_to:
        return reading.names_to[position - 1]  # 台中市|立|美术馆
    letter = reading.folded[position - 1] in reading.lexicon.country_letters
    posted = letter and reading.folded[position - 2 : position - 1] == "驻"
    return reading.names_to.get(position - 2, -1) if posted else -1


def bureau_from(reading: Reading, start: int, end: int, nouns: int = 0) -> int:
    """Where the name of a bureau begins whose last words could be one: 万宁市|旅游和文化广电|体育局.

    `nouns`: how many stand in these last words for certain (舟山市海洋与|渔业局).
    """
    if reading.folded[end - 1] not in "局厅委" or end - start > 6 or start in reading.names_to:
        return start
    position, joined = start, False
    for passed in range(nouns, nouns + 6):
        name = reading.names_to.get(position, -1)
        if passed and name >= 0:
            division = reading.folded[name:position] in reading.lexicon.divisions
            return name if division and joined and reading.free(name, start) else start
        if position == 0 or reading.taken[position - 1]:
            return start
        word = reading.words[reading.index_at(position - 1)]
        if word in ANCHOR_WORDS:
            return start
        if passed and word in ("和", "与"):
            joined = True
        elif len(word) < 2 or not can_stand_inside(word, reading.lexicon):
            return start
        position -= len(word)
    return start


_FOUNDING = frozenset(
    (
        "成立 设立 注册 组建 创办 投资 收购 拥有 控股 参股 举办 召开 国有 民营 上市 合作 走访 考察 调研 支持 "
        "推动 引进 培育 破获 查处 侦破"
    ).split()
)


def _place_beyond(reading: Reading, position: int) -> int:
    """The start of the place that leads a firm's name over its own words: 广东|天农|食品集团; else -1."""
    stop, singles = max(0, position - 5), 0
    while position > stop and not reading.taken[position - 1]:
        word = reading.words[reading.index_at(position - 1)]
        known = reading.lexicon.words.get(word, "n")
        if word in FUNCTION or not all(_PLAIN <= char <= "\u9fff" for char in word):
            return -1
        counted = word[0] in _NUMERALS and word[-1] in _MEASURES
        if counted or ((known not in "nav" or word in _FOUNDING) and len(word) > 1):
            return -1
        singles += int(len(word) == 1)
        position -= len(word)
        name = reading.names_to.get(position, -1)
        if name >= 0:
            own = singles != 1 and position not in reading.bodies_to and reading.free(name, position)
            return name if own and reading.folded[name:position] in reading.lexicon.divisions else -1
    return -1


_NUMERALS = frozenset("一二两三四五六七八九十几数多")
_MEASURES = frozenset("家批名个所项位次座间")
_LOCAL_LEADS = frozenset("省 市 县 区 州".split())
_STATES = frozenset("美 俄 英 法 德 日 韩 朝 印 菲 泰 伊 叙 乌 土 埃 澳 欧 以".split())


def _opens(reading: Reading, start: int) -> bool:
    """Whether a name may begin at `start`: after a mark or the start of a line, not after a number."""
    before = reading.folded[start - 1 : start]
    return not before or not ("\u4e00" <= before <= "\u9fff" or before.isdigit())


def _proper_word(reading: Reading, head: int) -> int:
    """The start of a two-character word before a school's or firm's last word, of any class (成功|大学)."""
    if head == 0 or reading.taken[head - 1] or head in reading.names_to or not reading.boundary[head]:
        return head
    at = reading.index_at(head - 1)
    word = reading.words[at]
    known = reading.lexicon.words.get(word, "")
    if word[-1] in "到了上过着":
        return head
    return (
        reading.starts[at]
        if len(word) == 2 and known in ("v", "a", "n", "") and word not in NEVER_INSIDE
        else head
    )


_JOINING_WORDS = frozenset("暨 及 和 与".split())
_LIST_WORDS = frozenset("、 暨 及 和 与".split())
_JOINTS = frozenset("驻 在 常驻".split())


def _further(reading: Reading, position: int, word: str, depth: int) -> int:
    """Where a name goes on to the left of a proper name (国立|台湾, 新加坡驻|台北); else `position`."""
    start = position - len(word)
    if word in ANCHOR_WORDS:
        return start
    if word in _JOINTS and start in reading.names_to:
        return reading.names_to[start]
    head = reading.heads_to.get(position, -1)
    if head >= 0 and depth < DEEPEST:
        prefix = prefix_of(reading, head, depth=depth + 1)
        if prefix.anchored:
            return prefix.start
    return _within_body(reading, position) if depth == 0 else position


# words that can stand inside a name but are as often what a body does: 省政府|组织|教育厅
_DEEDS = frozenset(
    (
        "组织 指导 督导 督查 推动 推进 考察 访问 慰问 支援 协调 领导 建设 提升 访华 祝贺 庆贺 审查 审议 "
        "起诉 提名 联系 联合 合作 代表 评估 配合 委托 要求 附属 直属 调查 检查"
    ).split()
)


def _within_body(reading: Reading, position: int) -> int:
    """Where the body begins that a named part belongs to: 商务部贸易救济|调查局; `position` if none does."""
    end = reading.names_from.get(position, 0)
    if end not in reading.bodies_to:
        return position
    at = position
    for _ in range(3):
        if at == 0 or reading.taken[at - 1]:
            return position
        word = reading.words[reading.index_at(at - 1)]
        deed = word in _DEEDS or (word not in INSIDE and word_class(word)[:1] == "v")
        if len(word) < 2 or deed or not can_stand_inside(word, reading.lexicon):
            return position
        at -= len(word)
        start = reading.names_to.get(at, -1)
        if start >= 0:
            whole = at in reading.bodies_to or reading.folded[at - 1] in _UNITS
            return start if whole and reading.free(start, at) else position
    return position


_UNITS = frozenset("省市县区州")


def _lists_subjects(reading: Reading, head: int) -> bool:
    """Whether a body may be named after a list of subjects: 科学、太空暨科技委员会, not 档案室及办公室."""
    return not reading.folded.startswith(("办公室", "中心", "公司", "集团", "学校", "医院"), head)


def _beyond_list(reading: Reading, position: int, depth: int) -> int:
    """The start of a name that goes on before a list word (众议院科学、太空暨|科技委员会); -1 if none."""
    nouns = 0
    for _ in range(4):
        if position <= 0 or reading.taken[position - 1] or position in reading.titles_to:
            return -1
        if nouns and (position in reading.names_to or position in reading.heads_to):
            start = reading.names_to.get(position, reading.heads_to.get(position, position))
            if depth >= DEEPEST:
                return start
            prefix = prefix_of(reading, start, depth=depth + 1)
            return prefix.start if prefix.anchored else start
        word = reading.words[reading.index_at(position - 1)]
        if word in _LIST_WORDS and nouns:
            position -= len(word)
            continue
        if len(word) < 2 or not can_stand_inside(word, reading.lexicon) or position in reading.names_to:
            return -1
        nouns += 1
        position -= len(word)
    return -1


def tail_words(reading: Reading, start: int, head: int, most: int) -> int:
    """The start of the last `most` words before `head`, not before `start`."""
    position = head
    while most and position > start:
        position = reading.starts[reading.index_at(position - 1)]
        most -= 1
    return max(position, start)
