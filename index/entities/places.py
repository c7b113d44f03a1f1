"""Places: divisions, countries, regions, waters, sites; abbreviations that stand for several. Called by `recogniser`."""

from __future__ import annotations

import re

from index.entities.lexicons import Kind, cues
from index.entities.phrases import FUNCTION
from index.entities.reading import Reading

_TAIL = re.compile(
    r"(?:[\u4e00-\u9fff]{1,4}?(?:省|自治区|自治州|市|自治县|县|地区|新区|林区|区|镇|乡|村|街道|里))+"
)
_UNIT = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:街道|镇|乡|村|社区|里|组团)")
_ROAD = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:大道|(?<![线铁公道网电思出之一陆水管套丝])路|街)(?![线口灯径])")
_SITE = (
    "车站",
    "火车站",
    "西站",
    "东站",
    "南站",
    "北站",
    "公园",
    "国家公园",
    "广场",
    "机场",
    "国际机场",
    "大桥",
    "水库",
    "大厦",
    "国宾馆",
    "遗址公园",
    "文化中心",
    "体育馆",
    "体育场",
    "训练中心",
    "园区",
    "科技园区",
    "科学园区",
    "工业园区",
    "开发区",
    "高新区",
    "经开区",
    "风景区",
    "保护区",
    "湿地",
    "夜市",
    "老街",
    "古城",
    "古镇",
    "码头",
    "渔港",
    "港",
    "营区",
    "古迹",
    "长廊",
    "步道",
    "故居",
    "旧址",
    "海峡",
    "半岛",
    "群岛",
    "高原",
    "平原",
    "盆地",
    "沙漠",
    "山脉",
    "水道",
    "运河",
    "湖",
    "山",
    "岛",
    "河",
    "溪",
    "州",
    "都会区",
    "经济带",
    "都市圈",
    "城市群",
    "经济区",
    "自贸区",
    "自由贸易试验区",
    "自由贸易港",
    "综合保税区",
    "组团",
    "会展中心",
    "活动中心",
    "运动中心",
    "展览馆",
    "纪念堂",
    "纪念公园",
    "口岸",
    "灯塔",
    "草原",
    "森林公园",
    "林场",
    "瀑布",
    "温泉",
    "隧道",
    "特大桥",
    "水电站",
    "核电站",
    "油田",
)
_SITES = (
    re.compile(
        rf"[\u4e00-\u9fff]{{0,4}}?(?:{'|'.join(word for word in sorted(_SITE, key=len, reverse=True) if len(word) > 1)})"
    ),
    re.compile(rf"[\u4e00-\u9fff]{{0,3}}?(?:{'|'.join(word for word in _SITE if len(word) == 1)})"),
)
_LETTER_RUN = re.compile(r"[京津冀晋辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁]{2,5}")
_COUNTRY_PAIR_AFTER = cues("places.country_pair_after")
_VISIT = re.compile(
    r"(?:(?<=来)|(?<=访)|(?<=驻)|(?<=赴)|(?<=对)|(?<=在)|(?<=反)|(?<=援)|(?<=抵)|(?<=涉)|(?<=全)|(?<=旅)|(?<=侨)|(?<=挺)|(?<=抗)|(?<=输)|(?<=亲)|(?<=离)|(?<=友))([华美台俄日韩英法德港澳朝印欧])"
)
_VISIT_WORDS = cues("places.visit_words")
_NOT_AFTER_TAIWAN = frozenset("独")


def find_places(reading: Reading) -> list[tuple[int, int, tuple[str, ...]]]:
    """Spans of places in what is still free, with the list of places that an abbreviation stands for."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    _abbreviations(reading, found)
    for start, end in _named(reading):
        if reading.free(start, end):
            canonical = reading.lexicon.canonical.get(reading.folded[start:end], "")
            values = tuple(canonical.split()) if " " in canonical else ()
            reading.take(start, end)
            found.append((start, end, values))
    return sorted(found)


def _named(reading: Reading) -> list[tuple[int, int]]:
    """Names of the lexicon, chained (江西省|南昌市) and lengthened by towns, roads and sites."""
    spans: list[tuple[int, int]] = []
    last = -1
    hits = sorted(
        (hit for hit in reading.hits if hit.kinds & Kind.PLACE), key=lambda hit: (hit.start, -hit.end)
    )
    for hit in hits:
        if hit.start < last or not reading.free(hit.start, hit.end):
            continue
        end = _lengthened(reading, hit.end)
        if spans and spans[-1][1] == hit.start and _chains(reading, spans[-1], hit.start, hit.end):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((hit.start, end))
        last = end
    return spans


def _chains(reading: Reading, before: tuple[int, int], start: int, end: int) -> bool:
    """Whether two adjacent names are one address: the second lies in the first."""
    divisions = reading.lexicon.divisions
    outer, inner = reading.folded[before[0] : before[1]], reading.folded[start:end]
    if outer in reading.lexicon.countries:
        return outer == "中国" and inner in divisions
    return inner in divisions and any(
        outer.endswith(name) for name in _parents(divisions[inner].parent, divisions)
    )


def _parents(name: str, divisions: dict[str, object]) -> set[str]:
    names: set[str] = set()
    while name and name not in names:
        names.add(name)
        division = divisions.get(name)
        short = getattr(division, "short", "")
        if short:
            names.add(short)
        name = getattr(division, "parent", "")
    return names


def _lengthened(reading: Reading, end: int) -> int:
    """The end of a place with the towns, roads and sites that follow it unbroken."""
    folded, lexicon = reading.folded, reading.lexicon
    for _ in range(4):
        unit = _UNIT.match(folded, end)
        if (
            unit
            and reading.boundary[unit.end()]
            and reading.free(*unit.span())
            and (
                unit.group() in lexicon.townships
                or (
                    unit.group()[-1] in "镇乡村"
                    and unit.group()[-2:]
                    not in ("乡村", "农村", "山村", "城镇", "下乡", "老乡", "进村", "全村")
                    and reading.word_from(end) not in lexicon.words
                )
            )
        ):
            end = unit.end()
            continue
        road = _ROAD.match(folded, end)
        if (
            road
            and reading.boundary[road.end()]
            and reading.free(*road.span())
            and not _has_stop(reading, end, road.end())
        ):
            end = road.end()
            continue
        break
    best = end
    for pattern in _SITES:
        site = pattern.match(folded, end)
        if site and site.end() > best and reading.boundary[site.end()] and reading.free(end, site.end()):
            if not _has_stop(reading, end, site.end()):
                best = site.end()
    return best


def _has_stop(reading: Reading, start: int, end: int) -> bool:
    """Whether a word that cannot be part of a name stands in the span."""
    words = reading.words[reading.index_at(start) : reading.index_at(end - 1) + 1]
    return any(
        word in FUNCTION or reading.lexicon.words.get(word, "n") in "vdpcrtm" for word in words[:-1]
    ) or not _HAN_ONLY.fullmatch(reading.folded[start:end])


_HAN_ONLY = re.compile(r"[\u4e00-\u9fff]+")


def _abbreviations(reading: Reading, found: list[tuple[int, int, tuple[str, ...]]]) -> None:
    folded, lexicon = reading.folded, reading.lexicon
    provinces = lexicon.province_letters
    for match in _LETTER_RUN.finditer(folded):
        start, end = match.span()
        if not reading.free(start, end) or reading.names_from.get(start, 0) >= end:
            continue
        if (
            not (reading.boundary[start] and reading.boundary[end])
            or reading.word_from(start) in lexicon.words
        ):
            continue
        if len(match.group()) == 2 and not re.match(
            r"两[省市地]|合作|[省界]|协同|一体|高速|高铁", folded[end : end + 3]
        ):
            continue
        reading.take(start, end)
        found.append((start, end, tuple(provinces[char] for char in match.group())))
    letters = lexicon.country_letters
    for at, word in zip(reading.starts, reading.words, strict=True):
        if reading.taken[at]:
            continue
        if reading.names_from.get(at + 1, 0) > at + 2:
            continue
        if word in _VISIT_WORDS or (
            len(word) == 1 and folded[at : at + 2] in _VISIT_WORDS and reading.boundary[at + 2]
        ):
            start = at + 1
            if reading.free(start, at + 2) and folded[at + 2 : at + 3] not in _NOT_AFTER_TAIWAN:
                reading.take(start, at + 2)
                found.append((start, at + 2, (_country(reading, folded[start]),)))
        elif word[0] in letters and len(word) <= 3:
            _country_pair(reading, at, found)
    _spread_letters(reading, found)


_INSIDE_STATE = re.compile(r"(?<![一-龥])[美英法德俄日韩朝印菲泰伊乌土叙埃澳](?=境内|籍|产|媒|国内)")
_TOWARDS = re.compile("[来访赴驻对在抵离]([一-龥])")


def _spread_letters(reading: Reading, found: list[tuple[int, int, tuple[str, ...]]]) -> None:
    """A pair (中哥) once established is found everywhere, and its foreign letter after 来, 访, 驻."""
    folded = reading.folded
    pairs = {
        folded[start:end]: values for start, end, values in found if end - start == 2 and len(values) == 2
    }
    for pair, values in pairs.items():
        at = folded.find(pair)
        while at >= 0:
            if reading.free(at, at + 2) and reading.boundary[at] and reading.boundary[at + 2]:
                reading.take(at, at + 2)
                found.append((at, at + 2, values))
            at = folded.find(pair, at + 2)
    letters = {pair[at]: values[at] for pair, values in pairs.items() for at in (0, 1)}
    for match in _TOWARDS.finditer(folded):
        start, end = match.span(1)
        if (
            match.group(1) in letters
            and reading.boundary[start]
            and reading.boundary[end]
            and reading.free(start, end)
        ):
            reading.take(start, end)
            found.append((start, end, (letters[match.group(1)],)))
    for match in _INSIDE_STATE.finditer(folded):
        start, end = match.span()
        if reading.free(start, end) and reading.names_from.get(start, 0) <= end and reading.boundary[end]:
            reading.take(start, end)
            found.append((start, end, (_country(reading, folded[start]),)))


def _country_pair(reading: Reading, at: int, found: list[tuple[int, int, tuple[str, ...]]]) -> None:
    """中美, 中法德: letters of countries before a word like 关系."""
    folded, letters = reading.folded, reading.lexicon.country_letters
    end = at
    while end < len(folded) and end - at < 4 and folded[end] in letters:
        end += 1
    while end - at >= 2:
        after = reading.word_from(end)
        if (
            (folded[at:end] in _SURE_PAIRS and reading.boundary[end])
            or after in _COUNTRY_PAIR_AFTER
            or folded[end : end + 2] in _COUNTRY_PAIR_AFTER
            or folded[end : end + 1] == "两"
        ):
            run = folded[at:end]
            if (
                ("中" in run or "美" in run or "台" in run or (len(run) == 2 and run in _PAIRS))
                and reading.free(at, end)
                and len(set(run)) == len(run)
            ):
                reading.take(at, end)
                found.append((at, end, tuple(_country(reading, char) for char in run)))
            return
        end -= 1


_SURE_PAIRS = frozenset(
    "中港 中美 美中 中俄 俄中 中日 日中 中韩 韩中 中越 中印 中欧 欧中 中非 中英 中法 法中 中德 德中 中澳 澳中 台美 美台 台日 日台 港台 俄乌 巴以 以巴 朝韩 美日 美韩 日韩 美俄 俄美 陆港 中台 中朝 朝中 美朝 朝美 美伊 中哈 中巴 中泰 中老 中柬 中缅 中蒙 中乌 中塔 中吉 中土 中拉 中阿 中加 中新 中马 中菲 中意 中西 中希 中匈 中捷 中波 中瑞 中以 中埃 中南 中澳 中智 中秘 中古".split()
) - frozenset("中西 中南 中古 中新 中马 中土 中以 中波 中智 中加".split())
_PAIRS = cues("places.pairs")


def _country(reading: Reading, letter: str) -> str:
    """The country a letter stands for: the one that the article names, else the likeliest."""
    options = reading.lexicon.country_letters[letter]
    if letter == "中":
        return "中国"
    countries = reading.lexicon.countries
    named = {
        reading.folded[start:end]
        for start, end in reading.names_from.items()
        if reading.folded[start] == letter
    }
    named &= countries.keys()
    if named:
        return countries[max(sorted(named), key=reading.folded.count)]
    return options[0]
