"""Places: divisions, countries, regions, waters, sites, and letters that stand for them.

Called by `recogniser`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from index.entities.districts import parents
from index.entities.landforms import find_landforms
from index.entities.led import Led
from index.entities.letters import find_letters
from index.entities.lexicons import Division, Kind, alternation
from index.entities.phrases import FUNCTION
from index.entities.reading import Reading
from index.entities.sites import find_sites
from index.entities.titles import CITY_LETTERS

_UNIT = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:街道|镇|乡|村|社区|里|组团|部落)")
# what hardly is the own name of a town or village: 各村, 新农村
_VAGUE_UNIT = re.compile(
    "(?:.*[各全每某该个的等多所和与及农城古重街行政新老集建贫困美丽特色先进示范基层])?[镇乡村]$|[各全每某该个]"
)
_ROAD = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:大道|(?<![线铁公道网电思出之一陆水管套丝])路|街)(?![线口灯径])")
_SITES = (
    re.compile(r"[\u4e00-\u9fff]{0,4}?(?P<head>" + alternation("places.sites") + ")"),
    re.compile(r"[\u4e00-\u9fff]{0,3}?(?P<head>" + alternation("places.one_character_sites") + ")"),
)


def find_places(reading: Reading) -> list[tuple[int, int, tuple[str, ...]]]:
    """Spans of places in what is still free, with the list of places that an abbreviation stands for."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for start, end in _motorways(reading):
        reading.take(start, end)
        found.append((start, end, ()))
    find_letters(reading, found)
    for start, end in _roads(reading):
        if reading.free(start, end):
            reading.take(start, end)
            found.append((start, end, ()))
    for start, end in _short_cities(reading):
        if reading.free(start, end):
            reading.take(start, end)
            alone = end - start == 2  # 南市, not 南市|安平区
            found.append((start, end, (CITY_LETTERS[reading.folded[start]] + "市",) if alone else ()))
    for start, end in _longest_named(reading):
        if reading.free(start, end):
            canonical = reading.lexicon.canonical.get(reading.folded[start:end], "")
            values = tuple(canonical.split()) if " " in canonical else ()
            reading.take(start, end)
            found.append((start, end, values))
    return sorted(found)


_NUMBERED = Led(
    r"[国省县乡台](?=道?[一二三四五六七八九十\d])",
    r"(?:国道|省道|县道|乡道)[一二三四五六七八九十\d]{1,4}(?:号|线)?|(?:(?<![一-龥])|(?<=[与和及在沿至到经]))台[一二三四五六七八九十\d]{1,4}线",
)
_ROADS = re.compile(
    r"[、,。;\n在于沿从至到经的侧接和与及将由临原】](?!原)([\u4e00-\u9fff]{2,3}(?:大道|(?<![线铁公道网电思出之一陆水管套丝])路|街(?=[一二三四五六]段|\d+[号巷])))(?=[、,。和与及等上旁的至到段口交沿周]|\d+[号巷]|[东南西北一二三四五六]段)"
)
_SECOND_ROAD = re.compile(r"[路道街][、与和及]([\u4e00-\u9fff]{2,3}(?:大道|路))")
_STREET_OFFICE = re.compile(
    r"[、,在于到进赴往和与]([\u4e00-\u9fff]{2,3}街道(?:[\u4e00-\u9fff]{2,4}?社区)?)(?!办|党)"
)
_SECTION = re.compile("[路街](?<![铁公线网道]路)(?=[一二三四五六七八九十]段)")
_MOTORWAY = Led(
    "[高国省](?:(?<=高)(?=速)|(?<=[国省])(?=道))", r"高速(?:公路)?(?!铁|列|增|发|路网)|(?<=\d{3})[国省]道"
)
_MOTORWAY_LETTERS = frozenset(
    "京沪津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台昆蓉广深成连珠"
)

_ESTATE = re.compile("[邨苑](?![区学])")
_ROW_OF_ROADS = re.compile("[路街](?<![铁公线网道]路)(?:(?:[、和与]|以?及)[\u4e00-\u9fff]{2,3}[路街])+")
_HONG_KONG_ROADS = re.compile(
    r"[、,在于沿从至到经的和与及将由]([\u4e00-\u9fff]{2,4}道)(?=[、,。和与及等的至一\d])"
)
_SHORT_CITY = Led("[南高北中桃](?=市)", "(?<![新台])[南高北中桃]市(?![长府议委警场])")


def _roads(reading: Reading) -> list[tuple[int, int]]:
    """Roads named without their town, in a list or after 在, 沿, 至: 南湖大道、秦山路."""
    folded, boundary = reading.folded, reading.boundary
    spans = [match.span() for match in _NUMBERED.finditer(folded) if boundary[match.start()]]
    if "邨" in folded or ("香港" in folded and "苑" in folded):
        estates = ((max(0, match.start() - 2), match.end()) for match in _ESTATE.finditer(folded))
        spans.extend(
            span
            for span in estates
            if not _runs_into_name(reading, span[0], span[1] - 1)
            and boundary[span[0]]
            and _HAN_ONLY.fullmatch(folded, *span)
            and not _has_function(reading, *span)
        )
    if "路" not in folded and "街" not in folded and "道" not in folded:
        return spans
    for match in _ROW_OF_ROADS.finditer(folded):
        spans.extend(_row_of_roads(reading, max(0, match.start() - 3), match.end()))
    for match in _SECTION.finditer(folded):
        start, end = max(0, match.start() - 3), match.end()
        while start < end - 3 and (
            not boundary[start] or reading.word_from(start) in FUNCTION or folded[start] in "原里村"
        ):
            start += 1
        cut = boundary[start] and not _runs_into_name(reading, start, end) and reading.free(start, end)
        if cut and _HAN_ONLY.fullmatch(folded, start, end):
            spans.append((start, end))
    for match in chain(
        _ROADS.finditer(folded), _SECOND_ROAD.finditer(folded), _STREET_OFFICE.finditer(folded)
    ):
        start, end = match.span(1)
        named = reading.word_from(start) not in ("一条", "条", "这条")
        if not named or folded[start:end] in reading.lexicon.words:
            continue
        if boundary[start] and boundary[end] and reading.word_from(start) not in FUNCTION:
            spans.append((start, end))
    if "香港" not in folded and "区议会" not in folded:
        return spans
    for match in _HONG_KONG_ROADS.finditer(folded):
        start, end = match.span(1)
        last = reading.words[reading.index_at(end - 1)]
        if not boundary[start] or not boundary[end] or (last in reading.lexicon.words and len(last) > 1):
            continue
        if not _has_function(reading, start, end):
            spans.append((start, end))
    return spans


def _motorways(reading: Reading) -> list[tuple[int, int]]:
    """京港澳高速, 219国道: before their letters are taken for places of their own."""
    if "高速" not in reading.folded and "道" not in reading.folded:
        return []
    spans = []
    for match in _MOTORWAY.finditer(reading.folded):
        start, end = match.start(), match.end()
        if match.group()[0] in "国省":
            start -= 3
        else:
            while start > 0 and match.start() - start < 3 and reading.folded[start - 1] in _MOTORWAY_LETTERS:
                start -= 1
        named = match.start() - start >= 2 and reading.boundary[start]
        if named and not reading.folded[start - 1 : start].isdigit() and reading.free(start, end):
            spans.append((start, end))
    return spans


def _runs_into_name(reading: Reading, start: int, end: int) -> bool:
    """Whether a known name ends inside the span or where it begins: 安平|区永华路 is 安平区|永华路."""
    return any(at in reading.names_to for at in range(start, end))


def _row_of_roads(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """朝琴路、三福路及中正路: roads in a row, without the verb before the first."""
    for part in _ROAD_OF_ROW.finditer(reading.folded, start, end):
        begin, stop = part.span()
        while begin < stop - 3 and (not reading.boundary[begin] or reading.word_from(begin) in FUNCTION):
            begin += 1
        begin += int(reading.folded[begin] in "里村" and stop - begin > 3)  # 三和里|惠中路
        if reading.boundary[begin] and reading.boundary[stop] and reading.free(begin, stop):
            name = reading.folded[begin:stop]
            if _runs_into_name(reading, begin, stop):
                continue
            if name not in reading.lexicon.words and _NO_ROAD.isdisjoint(name):
                yield begin, stop


_NO_ROAD = frozenset("的在于和与及将从向由等是了条各该此")
_ROAD_OF_ROW = re.compile("[\u4e00-\u9fff]{2,3}[路街](?<![铁公线网道]路)")


def _has_function(reading: Reading, start: int, end: int) -> bool:
    words = reading.words[reading.index_at(start) : reading.index_at(end - 1) + 1]
    return any(word in FUNCTION for word in words)


def _short_cities(reading: Reading) -> list[tuple[int, int]]:
    """南市, 高市 and the like in an article of that city."""
    return [
        (match.start(), reading.names_from.get(match.end(), match.end()))
        for match in _SHORT_CITY.finditer(reading.folded)
        if CITY_LETTERS[match.group()[0]] in reading.folded
        and reading.boundary[match.start()]
        and reading.boundary[match.end()]
        and match.start() not in reading.names_to
    ]


def _longest_named(reading: Reading) -> list[tuple[int, int]]:
    """Names of the lexicon and sites, the longer first where they overlap."""
    spans = _named(reading) + find_sites(reading) + find_landforms(reading)
    return sorted(spans, key=lambda span: (span[0] - span[1], span[0]))


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
        if reading.folded.startswith(("舰", "号", "轮"), hit.end) and reading.boundary[hit.end + 1]:
            continue  # 唐山|舰 is a ship, 太鲁阁|号 a train
        abroad = reading.folded[hit.start : hit.end] in reading.lexicon.countries
        end = hit.end if abroad else _lengthened(reading, hit.end)
        begin = _after_letter(reading, hit.start, hit.end)
        if begin < hit.start and begin >= last:
            spans.append((begin, end))
            last = end
            continue
        if spans and spans[-1][1] == hit.start and _chains(reading, spans[-1], hit.start, hit.end):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((hit.start, end))
        last = end
    return spans


def _after_letter(reading: Reading, start: int, end: int) -> int:
    """皖|歙县, 俄|库尔斯克州: the letter of the province or state before a place in it."""
    folded, lexicon = reading.folded, reading.lexicon
    letter, name = folded[start - 1 : start], folded[start:end]
    if not letter or not reading.boundary[start - 1] or not reading.free(start - 1, start):
        return start
    division = lexicon.divisions.get(name)
    if division is None:
        abroad = letter in "俄乌" and name not in lexicon.countries
        return (
            start - 1 if abroad and lexicon.countries.get(lexicon.cities.get(name, "")) != "中国" else start
        )
    province = lexicon.province_letters.get(letter, "")
    above = _parents(division.parent, lexicon.divisions)
    return start - 1 if province and any(one.startswith(province) for one in above) else start


def _chains(reading: Reading, before: tuple[int, int], start: int, end: int) -> bool:
    """Whether two adjacent names are one address: the second lies in the first."""
    divisions = reading.lexicon.divisions
    outer, inner = reading.folded[before[0] : before[1]], reading.folded[start:end]
    district = inner[-1] in "市县区镇乡村旗社寨屯" or (len(inner) > 2 and inner[-1] in "州盟")
    if not district and outer not in reading.lexicon.countries:
        return False
    if outer in reading.lexicon.countries:
        return inner[-1] in "省州县市府道区" and (outer == "中国") == (inner in divisions)
    if inner not in divisions and outer not in reading.lexicon.countries:
        if inner[-1] in "州盟" and outer in divisions:
            return divisions[outer].level == "province"
        return (outer[-1] in "省市县区州" or (outer[-1] in "镇乡道" and inner[-1] in "村寨屯")) and (
            inner[-1] != outer[-1]
        )
    above = parents().get(inner) or ((divisions[inner].parent,) if inner in divisions else ())
    return any(outer.endswith(name) for parent in above for name in _parents(parent, divisions))


def _parents(name: str, divisions: dict[str, Division]) -> set[str]:
    names: set[str] = set()
    while name and name not in names:
        names.add(name)
        division = divisions.get(name)
        if division is None:
            break
        if division.short:
            names.add(division.short)
        name = division.parent
    return names


def _lengthened(reading: Reading, end: int) -> int:
    """The end of a place with the towns, roads and sites that follow it unbroken."""
    folded, lexicon = reading.folded, reading.lexicon
    for _ in range(4):
        unit = _UNIT.match(folded, end)
        if (
            unit
            and (reading.boundary[unit.end()] or folded[unit.end() - 1 : unit.end() + 1] in ("里内", "里长"))
            and reading.free(*unit.span())
            and "的" not in unit.group()
            and reading.word_from(end) not in FUNCTION
            and (
                unit.group() in lexicon.townships
                or (
                    (unit.group()[-1] in "镇乡村" or (unit.group()[-1] == "里" and folded[end - 1] == "区"))
                    and unit.group()[-2:]
                    not in ("乡村", "农村", "山村", "城镇", "下乡", "老乡", "进村", "全村")
                    and (
                        reading.word_from(end) not in lexicon.words
                        or (
                            folded[end - 1] in "县市区旗镇乡"
                            and len(reading.word_from(end)) == unit.end() - end - 1
                            and not _VAGUE_UNIT.match(unit.group())
                        )  # 无锡县|荡口镇
                    )
                )
            )
        ):
            end = unit.end()
            continue
        road = _ROAD.match(folded, end)
        if (
            road
            and reading.names_from.get(road.end() - 1, 0) <= road.end()
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
        if site and site.group().endswith("堰塞湖"):
            continue
        if not site or site.end() <= best or reading.names_from.get(end, 0) >= site.end():
            continue
        if not reading.boundary[site.end()] and not folded.startswith(("畔", "流域"), site.end()):
            continue
        if reading.free(end, site.end()) and not (
            site.start("head") > end and _has_stop(reading, end, site.start("head"), whole=True)
        ):
            best = site.end()
            if folded[best : best + 1] in ("港", "湖", "岛") and reading.boundary[best + 1]:
                best += int(reading.free(best, best + 1))  # 南山|港
    return best


def _has_stop(reading: Reading, start: int, end: int, whole: bool = False) -> bool:
    """Whether a word that cannot be part of a name stands in the span; `whole`: its last word counts too."""
    words = reading.words[reading.index_at(start) : reading.index_at(end - 1) + 1]
    return any(
        word in FUNCTION
        or word in _SOME
        or ((not whole or len(word) > 1) and reading.lexicon.words.get(word, "n") in "vdpcrtm")
        for word in (words if whole else words[:-1])
    ) or not _HAN_ONLY.fullmatch(reading.folded[start:end])


_SOME = frozenset("部分 若干 多个 有关 相关 其他 各地".split())  # 十堰市|部分县市区
_HAN_ONLY = re.compile(r"[\u4e00-\u9fff]+")
