"""Fuller names for what an article calls by a part of a name, so that entities do not mix.

The bodies: 衛生局, where it names 臺南市政府衛生局 or comes from 臺南市政府. Only where the article leaves no
doubt: the bare name is that of a bureau or committee without a place, and all fuller names in the article
that end with it are one body. The places: 永康 in Tainan is 永康區, not the city in Zhejiang. The documents:
《意见》 is the one whose title the article has in full. The posts: 市長 in what 臺南市政府 publishes. The
people of whom it tells the surname only: 黃市長 and 黃董事長 are not one 黃. Called by `index.archive` when
it stores mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from index.entities.districts import located
from index.entities.keys import entity_key
from index.entities.lexicons import lexicons
from index.model import Mention, MentionType
from index.script.fold import fold

_BARE = re.compile(r"^[\u4e00-\u9fff]{2,9}(?:局|处|科|厅|委|委员会|部|署|中心|学院|医院|法院|检察院)$")
_OF_LOCALS = (  # what a local government has; other bare names may be those of a ministry
    "民政|教育|农业|农渔|农业农村|经济发展|经发|观光旅游|观光|观旅|工务|水利|社会|劳工|地政|都市发展|都发|文化|文化旅游|交通|交通运输|卫生"
    "|环境保护|环保|生态环境|警察|公安|消防|财政税务|财政|财税|税务|法制|司法|人事|主计|政风|新闻及国际关系|体育|民族事务"
    "|建设|城乡发展|兵役|客家事务|原住民族事务|捷运工程|市场处?|统计|审计|水务|住建|人社|商务|信访|应急管理|市场监督管理|发展改革"
)
_LOCAL = re.compile(rf"^(?:{_OF_LOCALS})(?:局|处|委员会|委)$")
_LOCAL_POST = re.compile(
    rf"^(?P<government>[市县区州省]政?府)?(?:(?:{_OF_LOCALS})(?:局局?|处处?|委员会|委)(?:副?长|副?主任委?员?|副?主委|副局长|副处长)"
    r"|(?P<head>[市县区州省])长|副(?P<deputy>[市县区州省])长)$"
)
_GOVERNMENT = re.compile(r"^(?P<place>[\u4e00-\u9fff]{2,9}?[市县区州省])(?:人民)?政府$")
_THE_GOVERNMENT = re.compile(r"^(?:[市县区州省](?:人民)?政?府|本府)$")
_SHORT_TITLE = 8
_TAIL = re.compile(r"\([^()]{1,30}\)$")  # 规划(2021—2035年)
_OWNER = re.compile(r"(?:政府|[省市县区州旗盟]|自治区|行政院|国务院|大学|总局|集团)$")


def fuller_names(names: Iterable[str], source: str = "") -> dict[str, str]:
    """For each bare name of a body among `names` (as printed) the fuller one, if it is sure which.

    `source`: who published the article, if that is told; a government's own bureaus have no other owner.
    """
    folded = {name: _without_blanks(name) for name in dict.fromkeys(names)}
    publisher = _GOVERNMENT.match(_without_blanks(source))
    places = lexicons().divisions
    found: dict[str, str] = {}
    for name, bare in folded.items():
        if publisher and _THE_GOVERNMENT.match(bare) and bare[0] in (publisher["place"][-1], "本"):
            found[name] = source
            continue
        if not _BARE.match(bare) or any(bare[:end] in places for end in range(2, len(bare) - 1)):
            continue
        if publisher and _LOCAL.match(bare):
            found[name] = source + name
            continue
        meant = [
            other
            for other, full in folded.items()
            if len(full) > len(bare) and full.endswith(bare) and _OWNER.search(full.removesuffix(bare))
        ]
        if meant and len({entity_key(MentionType.ORGANISATION, other) for other in meant}) == 1:
            found[name] = max(meant, key=len)
    return found


def fuller_places(names: Iterable[str], source: str = "") -> dict[str, str]:
    """For each place among `names` that several cities have the full name (folded) of the one meant."""
    folded = {name: _without_blanks(name) for name in dict.fromkeys(names)}
    publisher = _GOVERNMENT.match(_without_blanks(source))
    meant = located(folded.values(), publisher["place"] if publisher else "")
    return {name: meant[bare] for name, bare in folded.items() if bare in meant}


def publishing_place(source: str) -> str:
    """The place whose government published an article (臺南市 of 臺南市政府), or ""."""
    publisher = _GOVERNMENT.match(_without_blanks(source))
    return "".join(source.split())[: publisher.end("place")] if publisher else ""


def fuller_posts(names: Iterable[str], source: str = "") -> dict[str, str]:
    """For each bare post among `names` (as printed) the fuller one, if a government says it of its own."""
    place, found = publishing_place(source), dict[str, str]()
    for name in dict.fromkeys(names) if place else ():
        own = _LOCAL_POST.match(_without_blanks(name))
        if own and (own["head"] or own["deputy"] or _without_blanks(place)[-1]) == _without_blanks(place)[-1]:
            bare = "".join(name.split())
            found[name] = place + (bare[own.end("government") :] if own["government"] else bare)
    return found


def fuller_documents(names: Iterable[str]) -> dict[str, str]:
    """For each short title (《意见》, 《刑法》) the only longer one among `names` that ends with it."""
    folded = {name: _TAIL.sub("", _without_blanks(name)) for name in dict.fromkeys(names)}
    found: dict[str, str] = {}
    for name, short in folded.items():
        if len(short) > _SHORT_TITLE:
            continue
        meant = {
            full: other for other, full in folded.items() if len(full) > len(short) and full.endswith(short)
        }
        if len(meant) == 1:
            found[name] = next(iter(meant.values()))
    return found


@lru_cache(maxsize=1 << 15)
def _without_blanks(name: str) -> str:
    return "".join(fold(name).split())


def titled_surnames(mentions: Sequence[Mention]) -> dict[int, str]:
    """For each surname alone of which nobody is known (by its start) the name with the post beside it."""
    alone = [m for m in mentions if m.type is MentionType.PERSON and not m.value and _is_surname(m.text)]
    if not alone:
        return {}
    posts = {m.start: m.text for m in mentions if m.type is MentionType.POST}
    return {m.start: m.text + posts[m.end] for m in alone if m.end in posts}


def _is_surname(text: str) -> bool:
    return len(text) == 1 or (len(text) == 2 and fold(text) in lexicons().surnames)
