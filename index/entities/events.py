"""Named events: meetings, conferences, campaigns, programmes. Called by `recogniser`.

A name runs backwards from its last word (座谈会, 工程) to a cue (召开, 出席, 在) or a mark; it must
hold a place, a body, a year or an ordinal. Names in quotation marks count whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from index.entities.led import Led
from index.entities.lexicons import Kind, cues
from index.entities.phrases import INSIDE
from index.entities.projects import counts_as_works, find_projects
from index.entities.reading import Reading, occurrences

_NUM = "一二三四五六七八九十"
_FIXED = Led(
    rf"[党中第工妇共科文作残省市县区“「{_NUM}\d](?:(?<=[{_NUM}])(?=[{_NUM}]{{0,2}}[届大国五])"
    r"|(?<=中)(?=共第?[十二]|国(?:共产|工会|妇女|共青|科协|文联|作协|残联))"
    rf"|(?<=\d)(?=\d{{0,3}}(?:年第|花莲|大?地震|届立))|(?<=第)(?=[{_NUM}\d])|(?<=[省市县区])(?=第?[{_NUM}])"
    r"|(?<=[科作])(?=协)|(?<=[文残])(?=联)|(?<=工)(?=会)|(?<=共)(?=青团)|(?<=妇)(?=女)|(?<=党)(?=的)"
    r"|(?<=“)|(?<=「)(?=十))",
    rf"(?:(?:党的|中共)?第?(?:十[{_NUM[:9]}]|二十[一二]?)(?:大(?!的|于|约|量|批|型|力|家|亚|部|类)|届[{_NUM}]中全会)"
    rf"|中国共产党第[{_NUM}]{{1,3}}次全国代表大会"
    rf"|(?:中国)?(?:工会|妇女|共青团|科协|文联|作协|残联)第?[{_NUM}]{{1,3}}(?:大(?!的)|次全国代表大会)"
    rf"|(?:省|市|县|区)?(?:第?[{_NUM}]{{1,3}}届)(?:全国|省|市)?(?:人大|政协|中央纪委|人民代表大会)?(?:常委会|委员会)?第?[{_NUM}]{{1,3}}次(?:会议|全会|全体会议|主席会议|常委会会议)"
    rf"|第[{_NUM}]{{1,4}}次(?:主席|主任|常务|常委会|党组|部长|院务|市政)(?:\((?:扩大)\))?(?:会议|会)"
    rf"|二十国集团领导人(?:第[{_NUM}]{{1,3}}次(?:会议|峰会)|[\u4e00-\u9fff]{{2,5}}峰会|峰会)"
    rf"|第?[{_NUM}]{{1,3}}届(?:中央)?第[{_NUM}]{{1,2}}轮巡视"
    r"|第?\d{1,2}届立法院第?\d{1,2}会期"
    r"|“[^“”\n]{2,16}”[\u4e00-\u9fff]{0,6}?(?:测试赛|行动计划|计划|工程攻坚战|攻坚战|工程|行动|规划|专项行动|专项工作|专项整治|战略|倡议|活动|项目|专案(?!组)|方案|演习|联演|联训|军演|训练|联合巡航|学习教育|主题教育|技能竞赛|竞赛|大赛|总决赛|邀请赛|公开赛|锦标赛|文化节|艺术节|旅游节|美食节|马拉松|论坛|嘉年华|博览会)"
    rf"|[“「]?十[{_NUM[:6]}]五[”」]?规划|第十[{_NUM[:6]}]个五年规划"
    rf"|(?:第?[{_NUM}]{{1,3}}届)(?:[{_NUM}]中(?:全会)?、)+[{_NUM}]中全会|\d{{4}}年第\d{{1,2}}号(?:洪水|台风)|\d{{3,4}}(?:花莲)?大?地震)",
)
_QUOTED = re.compile(r"[「『“]([^「」『』“”\n,。;:!?《》]{4,40})[」』”]")
_STATES = "俄美日韩越法德英印欧非阿拉泰新马巴哈乌塔吉土缅老柬尼澳加"
_QUOTED_LONG = re.compile(
    r"[「『]([^「」『』\n。;!?]{2,20},[^「」『』,\n。;!?]{2,20}"
    r"(?:特展|展览|音乐会|论坛|研讨会|嘉年华|系列活动|计划|记者会|课程|讲座))[」』]"
)
_CALLED = re.compile(
    r"(?:系列|主题|公益|宣导|推广|展售|征文|摄影|创意)?(?:活动|比赛|竞赛|特展|展览|营队|市集|演出|音乐会|记者会|讲座|工作坊|行程|典礼|专案|计划|方案|行动|课程|展演|征才|巡演|首展|研习|嘉年华|品牌|机制|军演|演习|工程|(?:交流)?酒会|体验活动|餐会|午餐会|仪式|(?:大)?游行|大会师|健走|路跑|会议|讲习)"
)
# “6510”行动计划, 「亚洲哨兵」机制: the marks belong to a name that only the word behind them tells
_WITH_KIND = re.compile(r"(?:行动计划|计划|机制|军演|演习|工程|行动)(?![一-龥]{0,2}(?:说明|记者)会)")
_SHOWN = re.compile(
    r"(?:特展|大展|巡回展|个展|联展|主题展|展览|年展|影展|音乐会|演唱会|工作坊|营队|专案|计划)$"
)
_QUOTED_EVENT = re.compile(
    r"(?:座谈会|论坛|峰会|博览会|(?<![发进开拓施])展|特展|计划|工程|专案|方案|课程|活动|大会|会议|研讨会|竞赛|比赛|音乐会|行动|典礼|记者会|节|季|祭|赛|展览|高峰会|年会|(?<![范军雄兵])营|嘉年华|路跑|马拉松|晚会|联展|双年展|说明会|公听会|发布会|专班|外交|系列调查|仪式|弥撒|推广日|体验日|同乐日|开放日|项目|战略|政策|演习|倡议|运动会|展演|市集|路跑|巡回展|园游会|展售会|研习|讲座|讲习|维护工作|培训班|(?:分享|交流|发表|见面|同乐|联欢|欢送|欢迎|表扬|庆功|推介|恳谈|成果|媒合|茶|酒|餐|晚|午)会|学程|巡游|专列|纲领|纲领2\\.0|2\\.0|之旅|旅展|决赛|杯)$"
)
_QUOTED_BODY = re.compile(
    r"(?:小组|委员会|协会|协进会|促进会|互助会|联谊会|商会|同盟|表演队|艺术团|代表队|车队|战队|基金会|公司|联盟|中心|工程段|厂|学会|公会|大学|研究院|研究所|合作社|俱乐部|农场|学校)$"
)
_CONVENED = ("会议", "大会", "代表会", "全会")  # 第五次会议|选举: what follows a meeting is a verb
_HARD_CUES = cues("events.hard_cues")
_SOFT_CUES = cues("events.soft_cues")
_MARKS = frozenset('，,。;:!?()[]〔〕【】「」『』“”"\n \t《》〈〉|/—~…#\r*')
_WORKS = re.compile(
    r"(?:[新改扩迁重]建|复航|治理|改造|整治|修复|提升|[引调输]水|码头|大桥|铁路|公路|高铁|水库|隧道|枢纽|灌区|防波堤|疏浚|配套|机场|地铁|轻轨|捷运|水运|新通道|锁边|高铁|电气化|运河|保护利用|现代化改造|高速公路|下水道|加固|防洪|供水|排水|堤防|扩容|改线|续建|改扩建|延伸线|环线|支线|[一二三四]期|前期|管网|闸门|截流|输水|灌溉|护岸|清淤|基地)$"
)
_VICTORY = re.compile(
    rf"(?:中国人民)?抗日战争(?:暨|和|及)世界反法西斯战争胜利(?:\d{{2}}|[{_NUM}]{{1,3}})周年"
    r"(?:纪念活动|纪念大会|大会|阅兵式?|系列活动)"
)
_YEAR_OF = re.compile(rf"中[{_STATES}][一-龥]{{2,6}}(?:交流|文化|旅游|友好|合作|创新)年")  # 中越人文交流年
_CONDUIT = re.compile(r"引[一-龥]{1,2}(?:[入济补][一-龥]{1,2}(?:供水|调水)?|供水|灌溉)工程")  # 引洮供水工程
_OPENS_EDITION = re.compile(rf"(?:第?[{_NUM}\d]{{1,3}}|首)届$")
_IN_QUOTES = re.compile(
    r"[“「][^“”「」\n]{2,14}(?:论坛|大会|节|杯|赛|展|奖|峰会|博览会|嘉年华)[”」](?![一-龥]{0,4}(?:节|赛))"
)


def _composed(reading: Reading) -> Iterator[tuple[int, int]]:
    """中越人文交流年, 引洮供水工程, 第四届“良渚论坛”: names of a few fixed forms."""
    folded = reading.folded
    patterns = (_YEAR_OF, _CONDUIT, _VICTORY) if "反法西斯战争胜利" in folded else (_YEAR_OF, _CONDUIT)
    for match in chain.from_iterable(pattern.finditer(folded) for pattern in patterns):
        yield match.span()
    for opening in ("届“", "届「"):
        for at in occurrences(folded, opening):
            quoted = _IN_QUOTES.match(folded, at + 1)
            edition = _OPENS_EDITION.search(folded, max(0, at - 4), at + 1)
            if quoted and edition:
                yield edition.start(), quoted.end()


_PLAIN_HEADS = frozenset(
    "会议 大会 全会 年会 论坛 联席会议 工作会议 座谈会 研讨会 代表大会 理事会 会期 运动会".split()
)
_DASHES = frozenset("—-–")
_OF_BODY = re.compile(
    rf"(?:会议|委员会|常委会|大会|理事会|领导小组)第[{_NUM}百\d]{{1,5}}次(?:全体|主席|主任)?$"
)
_MEETINGS = re.compile(
    r"(?:现场会|推进会|动员会|部署会|表彰会|说明会|发布会|座谈会|论坛|峰会|会议|大会|研讨会|对话会|博览会|洽谈会|年会|推介会|联席会)$"
)
_LONG_NAME = re.compile(r"全[国省市县区]|\d{2,4}年|新时代|庆祝|纪念|进一步|全面|深入|推动|推进|第")
_YEARS_SINCE = re.compile(r"\d+周年")
_ANNIVERSARY = re.compile(r"\d+周年$")
_ORDINAL = re.compile(
    rf"\d{{2,4}}年|(?<!\d)20\d\d(?=[一-龥])|一[〇一二三]{{1}}[〇一二三四五六七八九]年|第[{_NUM}\d]{{1,4}}[届次]|[{_NUM}]{{1,3}}届|首届"
)


def find_quoted(reading: Reading) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Events and bodies named in quotation marks: spans between the marks."""
    events: list[tuple[int, int]] = []
    bodies: list[tuple[int, int]] = []
    events.extend(
        match.span(1) for match in _QUOTED_LONG.finditer(reading.folded) if reading.free(*match.span(1))
    )
    for match in _QUOTED.finditer(reading.folded):
        name = match.group(1)
        span = match.span(1)
        if match.group()[0] == "“" and reading.word_from(span[0]) in _SOFT_CUES:
            continue  # “完善就业优先政策”: a demand
        if (
            (
                match.group()[0] in "「『"
                and _CALLED.match(reading.folded, match.end())
                and _nominal(reading, *span)
            )
            or (
                match.group()[0] in "「『"
                and _SHOWN.search(reading.folded, max(0, match.start() - 4), match.start())
                and _nominal(reading, *span)
            )
            or (
                _QUOTED_EVENT.search(name)
                and len(name) >= 4 + (name[-2:] not in _BUILT_HEADS)
                and _nominal(reading, *span)
            )
        ):
            whole = _WITH_KIND.match(reading.folded, match.end()) if match.group()[0] == "「" else None
            events.append((match.start(), whole.end()) if whole else span)
        elif _QUOTED_BODY.search(name) and name not in reading.lexicon.generic and _nominal(reading, *span):
            bodies.append(span)
    return events, bodies


def _nominal(reading: Reading, start: int, end: int) -> bool:
    """Whether the words of a span could be a name: no pronoun, particle or auxiliary among them."""
    words = reading.words[reading.index_at(start) : reading.index_at(end - 1) + 1]
    return not any(word in _SENTENCE_WORDS for word in words)


_SENTENCE_WORDS = cues("events.sentence_words")


def find_events(reading: Reading) -> list[tuple[int, int]]:
    """Spans of events; they may begin with a year."""
    folded = reading.folded
    spans: list[tuple[int, int]] = []
    spans.extend(span for span in _composed(reading) if reading.free(*span) and reading.boundary[span[0]])
    spans.extend(_yeared(reading))
    spans.extend(span for span in find_projects(reading) if reading.free(*span) and reading.boundary[span[0]])
    for match in _FIXED.finditer(folded):
        start, end = match.span()
        if _CARRIED_ON.search(match.group()):
            continue  # “供给侧结构性改革”推出多场分论坛
        if folded[start] in "省市县区" and not reading.boundary[start]:
            start += 1  # 自治区|十四届人大四次会议
        if reading.free(start, end) and reading.boundary[start]:
            body = reading.names_to.get(start, start)
            spans.append(
                (
                    body
                    if body < start
                    and reading.free(body, start)
                    and ("届" in match.group() or "洪水" in match.group() or _congress(reading, start, match))
                    else start,
                    end,
                )
            )
    for hit in reading.hits:
        if hit.kinds & Kind.EVENT and reading.boundary[hit.start] and reading.boundary[hit.end]:
            if reading.free(hit.start, hit.end) and hit.end not in reading.heads_from:
                start = _year_before(reading, hit.start)
                quoted = folded[hit.start] == "“"
                spans.append((hit.start + 1, hit.end - 1) if quoted else (start, hit.end))
        elif hit.kinds & Kind.EVENT_HEAD and reading.free(hit.start, hit.end):
            held = folded.startswith(_HOLDERS, hit.end)  # 香港电影金像奖|协会
            span = None if held else _compose(reading, hit.start, hit.end)
            if span:
                spans.append(span)
    return spans


_HOLDERS = ("协会", "学会", "基金会", "组委会", "评委会", "评审委员会", "组织委员会", "执委会")


_CARRIED_ON = re.compile("”.{0,3}(?:[推多场为在的]|举办|召开|开展)")
_YEARED = re.compile(
    r"20\d\d[一-龥]{3,18}?(?:节|祭|季|展|赛|杯|嘉年华|论坛|大会|博览会|马拉松|演唱会|音乐会|灯会|路跑|市集|峰会|年会|晚会)"
    r"(?=[」』”,。、!?()\s]|登场|落幕|开幕|闭幕|开锣|起跑|开跑|圆满|热闹|正式|揭幕|即将|今|昨|明|将|于|在|由|期间|吸引|活动|$)"
)
_NO_PART = re.compile(r"[的在于了是和与将]|开赛$|^20\d\d年|月\d|届")


def _yeared(reading: Reading) -> Iterator[tuple[int, int]]:
    """2025花莲县原住民族联合丰年节: what begins with a year without 年 and ends with its kind."""
    for match in _YEARED.finditer(reading.folded):
        start, end = match.span()
        cut = reading.boundary[start] and reading.boundary[end] and reading.free(start, end)
        if cut and not _NO_PART.search(match.group()) and not reading.folded[start - 1 : start].isdigit():
            yield start, end


_EDITION = re.compile(rf"(?:(?:\d{{4}}年)?(?:第[{_NUM}\d]{{1,4}}届|首届)|\d{{4}}年?|\d{{2,3}}年)$")


def _congress(reading: Reading, start: int, match: re.Match[str]) -> bool:
    """越共|十四大, 民革|十四大: the congress of a party or union of its own."""
    return match.group()[-1] == "大" and start in reading.bodies_to and match.group()[0] != "党"


def _year_before(reading: Reading, start: int) -> int:
    year = _EDITION.search(reading.folded, max(0, start - 11), start)
    return start - len(year.group()) if year and reading.free(start - len(year.group()), start) else start


def _compose(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The span of the event whose last word is `start`..`end`, None if it has no name."""
    folded = reading.folded
    if not reading.boundary[end] or reading.starts_longer_head(start, end):
        return None
    head = folded[start:end]
    stop = start if head in _CEREMONIES and folded[start - 1 : start] in _HELD else end  # 论坛|开幕式
    meeting = bool(_MEETINGS.search(head))
    position, soft = _back_to_cue(reading, start, end, meeting)
    works = head in _PROJECTS and position in reading.names_from
    if soft >= 0 and not works and not _whole_counts(folded, position, end):
        position = soft
    if not (meeting and _LONG_NAME.match(folded, position)):
        position = _without_verb(reading, position, start)
    if position and folded[position - 1] in "』在":
        position = _before_mark(folded, position)
    lead = folded[position:start]
    if position and folded[position - 1] in "至到-~—":
        return None
    if not 2 <= len(lead) <= 40 or (head == "代表大会" and lead.endswith("人民")):
        return None  # 市人民代表大会: the body
    ordinal = bool(_ORDINAL.search(lead))
    if reading.lexicon.event_heads.get(head, "weak") == "weak":
        named = position in reading.names_from
        built = head in _BUILT_HEADS and counts_as_works(reading, position, start)
        return (position, stop) if built or _weak_counts(head, lead, meeting, ordinal, named) else None
    national = lead.startswith(_NATIONAL) and len(lead) >= 4
    ordinal = ordinal or bool(_YEARS_SINCE.search(lead))
    if not ordinal and not national and not _holds_name(reading, position, start):
        return None
    if head in _PLAIN_HEADS and _SESSION.fullmatch(lead):
        return None
    return position, end


_NATIONAL = ("全国", "中央", "世界", "国际", "亚洲", "中国", "两岸", "海峡")
_CEREMONIES = ("开幕式", "闭幕式")
_HELD = ("会", "坛", "节", "赛", "展", "周")
_PROJECTS = ("工程", "项目")
_BUILT_HEADS = ("工程", "项目", "计划", "专案")
_SESSION = re.compile(rf"第[{_NUM}\d]{{1,3}}[届次](?:全体|特别|临时)?")


def _joins_subjects(reading: Reading, at: int) -> bool:
    """Whether the word `at` joins two subjects of one meeting: a noun of a name before it, and no name."""
    before = reading.starts[at]
    named = before in reading.names_to or before in reading.heads_to or before in reading.titles_to
    if named or at < 2 or reading.words[at - 1] not in INSIDE:
        return False
    return reading.starts[at - 1] in reading.names_to


_OF_PLANS = ("建设", "规划", "完善")  # 捷运绿线建设|计划
_BATCH = re.compile(rf"第[{_NUM}\d]{{1,3}}批在$")


def _before_mark(folded: str, position: int) -> int:
    """Where a name begins that opens with quoted words or a batch: 『百岁百画』|邀请展, 第十二批在|韩烈士."""
    if folded[position - 1 : position] == "』":
        opening = folded.rfind("『", max(0, position - 16), position)
        return opening if opening >= 0 else position
    batch = _BATCH.search(folded, max(0, position - 6), position) if position else None
    return batch.start() if batch else position


def _back_to_cue(reading: Reading, start: int, end: int, meeting: bool) -> tuple[int, int]:
    """How far the name of an event may reach back, and where it begins if a soft cue ends it; -1 if none."""
    folded = reading.folded
    position = start if reading.boundary[start] else reading.starts[reading.index_at(start)]
    soft = -1
    while position > 0 and end - position < 44 and not reading.taken[position - 1]:
        name = reading.names_to.get(position, position)
        if position - name >= 3 and reading.free(name, position) and position < start:
            position = name  # 上合组织: no word of it is a cue
            continue
        at = reading.index_at(position - 1)
        word = reading.words[at]
        between = reading.starts[at] in reading.names_to and position in reading.names_from
        if word[0] in _DASHES and between:
            position = reading.starts[at]
            continue
        if word == "、" and between and folded[start:end] in ("联席会议", "联席会", "协作会议"):
            position = reading.starts[at]
            continue
        if word[0] == "”" and meeting:
            opening = folded.rfind("“", max(0, position - 26), position - 1)
            if opening < 0 or not reading.free(opening, position):
                break
            position = opening  # “校友回归”暨“校城融合”|发展大会
            continue
        if word == "、" or word in _HARD_CUES or word[0] in _MARKS or word in reading.lexicon.people:
            break
        if word in _JOINING and meeting and soft < 0 and _joins_subjects(reading, at):
            position = reading.starts[at]  # 中国—东盟商务与|投资峰会
            continue
        if word in _SOFT_CUES and soft < 0 and not (position == start and word in _OF_PLANS):
            soft = position
            if word in _JOINING and folded.endswith("会议", 0, reading.starts[at]):
                break  # 党组会议和|常务会议
            if not meeting and not (word in _JOINING and folded[start:end] in _PROJECTS):
                break
        position = reading.starts[at]
    return position, soft


def _weak_counts(head: str, lead: str, meeting: bool, ordinal: bool, named: bool) -> bool:
    """Whether what leads a weak last word makes it a name; `named`: a place or body begins it."""
    if _SESSION.fullmatch(lead) or lead.endswith(_CONVENED):
        return False
    if meeting and len(lead) >= 8 and _OF_BODY.search(lead):
        return True
    if head == "项目" and lead.endswith(("配套", "工程")):
        return False
    if head in _PROJECTS and named and len(lead) >= 5 and _WORKS.search(lead):
        return True
    if meeting and len(lead) >= 4 and lead.startswith(("全国", "中央", "世界", "全省", "全市", "全县")):
        return True
    if meeting and _ANNIVERSARY.search(lead):
        return True
    if named and len(lead) >= 4 and head.endswith("典礼"):
        return True
    of_year = lead.endswith(("年", "年度"))
    dated = bool(_ORDINAL.match(lead)) and len(lead) >= 6
    return not of_year and (dated or (ordinal and named))


def _without_verb(reading: Reading, position: int, start: int) -> int:
    """下载|台南购物节: no verb or crowd begins a name before a proper name or a number."""
    word = reading.word_from(position)
    if not word or position in reading.names_from or _ORDINAL.match(reading.folded, position):
        return position
    if reading.lexicon.words.get(word, "n") not in "vdpcra" and word not in _CROWD:
        return position
    at = position + len(word)
    for _ in range(4):
        if at >= start:
            return position
        if at in reading.names_from or _ORDINAL.match(reading.folded, at):
            return at
        at += len(reading.word_from(at)) or start
    return position


_JOINING = frozenset("与 和 及 暨".split())
_CROWD = frozenset("民众 市民 大家 友邦 我国 各位 同学 学生 选手 业者 代表 嘉宾".split())


def _whole_counts(folded: str, position: int, end: int) -> bool:
    """Whether a meeting's long name begins at `position`: after 召开, or with a year, 进一步 and the like."""
    if folded[max(0, position - 1) : position] == "在" and folded[end : end + 1] == "上":
        return True
    if folded[max(0, position - 2) : position] in ("召开", "举行", "举办", "出席", "参加"):
        return True
    long = _LONG_NAME.match(folded, position)
    return long is not None and not (long[0] in ("推动", "推进", "深入", "全面") and end - position < 12)


def _holds_name(reading: Reading, start: int, end: int) -> bool:
    """Whether a place or body stands in the span."""
    names = reading.names_from
    return any(
        names.get(at, end + 1) <= end
        for at in reading.starts[reading.index_at(start) : reading.index_at(end - 1) + 1]
    )
