"""Keys under which names of one entity meet: script, aliases and printed variants folded away.

Called by `index.archive` when it stores mentions.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.entities.districts import plain_name
from index.entities.event_keys import event_key
from index.entities.lexicons import lexicons
from index.model import MentionType
from index.script.fold import fold

_BLANK = re.compile(r"[\s\u3000]+")
_DOTS = re.compile(r"[·‧•・．]")
_QUOTES = re.compile(r"[“”\"'「」『』‘’]")
_LAYOUT = re.compile(r"(?<=[\u2e80-\uffef])\s+|\s+(?=[\u2e80-\uffef])")
_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("(", ")"), ("（", "）"))
_MARKS = frozenset(mark for pair in _PAIRS for mark in pair)
_SHORT_BODIES = (
    ("发展和改革委员会", "发展改革委"),
    ("发改委", "发展改革委"),
    ("人大常委会", "人民代表大会常务委员会"),
    ("农业委员会", "农委会"),
    ("卫健委", "卫生健康委员会"),
    ("管理委员会", "管委会"),
    ("工信厅", "工业和信息化厅"),
    ("住建厅", "住房和城乡建设厅"),
    ("人社厅", "人力资源和社会保障厅"),
    ("文旅厅", "文化和旅游厅"),
    ("国资委", "国有资产监督管理委员会"),
    ("市监局", "市场监督管理局"),
    ("市场监管局", "市场监督管理局"),
    ("住建局", "住房和城乡建设局"),
    ("人社局", "人力资源和社会保障局"),
    ("经发局", "经济发展局"),
    ("都发局", "都市发展局"),
    ("观旅局", "观光旅游局"),
    ("财税局", "财政税务局"),
    ("研考会", "研究发展考核委员会"),
    ("环保局", "环境保护局"),
    ("纪律检查委员会", "纪委"),
    ("政法委员会", "政法委"),
    ("统一战线工作部", "统战部"),
    ("政治局常务委员会", "政治局常委会"),
    ("台湾工作办公室", "台办"),
)
_WITHIN = r"[\u4e00-\u9fff]{1,9}?(?:省|市|县|区|州|旗|盟)"
_PARTY = re.compile(rf"^(?:中国共产党|中共)(?={_WITHIN}(?:党委|委|纪委))")
_COMMITTEE = re.compile(rf"^({_WITHIN}?)委员会$")
_CENTRAL = re.compile(
    r"^(?:中国共产党中央(?!委员会$)|中央(?=纪委|政法委|统战部|组织部|宣传部|对外联络部|政治局|书记处|党校))"
)
_GOVERNMENT = re.compile(
    r"(省|市|县|区|州)(?:人民)?政府(?!办公)(?=[\u4e00-\u9fff]{2,}(?:[局厅委办处]|局长|厅长|主任)$)"
)
_DOUBLED = re.compile(  # 台南市市长 is 台南市长, 外交部部长 is 外交部长
    r"(?:(省|市|县|区|州|旗|乡|镇)(?:政府)?\1|(部|局|署|处|院|厅|社|校|署)\2)长$"
)
_BODY_ENDS = ("部", "局", "署", "处", "院", "厅", "会", "会议", "总署", "总局")
_DEPUTY = re.compile(r"(省|市|县|区|州|旗|乡|镇)政府(?=(?:常务)?副\1长$)")
_TAIWAN_SHORT = dict(
    zip("南市 北市 中市 高市 竹市 嘉市".split(), "台南 台北 台中 高雄 新竹 嘉义".split(), strict=True)
)
_CITY_HALL = re.compile(r"(?<=[市县])府(?=$|[\u4e00-\u9fff]{2,5}(?:局|处|局长|处长)$)")
_SHORT_CITY = re.compile(r"^[南北中高竹嘉]市(?=府|政府|议会|[\u4e00-\u9fff]{2,5}(?:局|处|局长|处长)$)")
_PROCURACY = re.compile(r"(?<=[省市县区州院])检察院")
_HEALTH = re.compile(r"卫生健康委(?!员会)")


@lru_cache(maxsize=1 << 16)  # the same names come again and again in an import
def entity_key(type: MentionType, name: str) -> str:  # noqa: A002
    """The key of an entity: equal for all scripts and known aliases of one name, folded.

    People keep their name; places and organisations take the full name of the lexicon.
    """
    key = _DOTS.sub("·", fold(name).strip())
    if type is MentionType.PERSON:
        return _BLANK.sub("" if not key.isascii() else " ", key)
    if type is MentionType.DATE:
        return key
    key = _BLANK.sub("", key) if not key.isascii() else key
    if type is MentionType.ORGANISATION:
        return _body(key)
    if type is MentionType.POST:
        return _DOUBLED.sub(r"\1\2长", _DEPUTY.sub(r"\1", _body(_with_full_body(key))))
    if type is MentionType.EVENT:
        key = event_key(_QUOTES.sub("", key))
        return lexicons().canonical.get(key, key)
    if type is MentionType.PLACE:
        return _place(_TAIWAN_SHORT.get(key, key))
    return key


def _place(key: str) -> str:
    lexicon = lexicons()
    key = plain_name(key)
    if key in lexicon.countries:
        return lexicon.countries[key]
    if key in lexicon.namesakes and not _great(key):
        return key  # 永康 in Zhejiang or in Tainan: the short form does not tell which
    division = lexicon.divisions.get(key)
    if division is None:
        return lexicon.canonical.get(key, key)
    if division.level not in ("province", "city") or not division.short:
        return division.name
    return division.short if lexicon.divisions[division.short] == division else division.name  # 吉林市


def _great(key: str) -> bool:
    """Whether one of the divisions with this short form is so much greater that it is meant: 吉林, 海南."""
    return lexicons().divisions[key].level in ("province", "city")


def _body(key: str) -> str:
    if key[1:2] == "市" and _SHORT_CITY.match(key):
        key = _TAIWAN_SHORT[key[:2]] + key[1:]
    key = _CITY_HALL.sub("政府", key)
    canonical = lexicons().canonical
    if key in canonical:
        key = canonical[key]
    for written, short in _SHORT_BODIES:
        key = key.replace(written, short)
    key = _HEALTH.sub("卫生健康委员会", key)
    if key.startswith("中"):
        key = _of_the_party(key)
    key = _GOVERNMENT.sub(r"\1", key.replace("人民政府", "政府"))
    return _PROCURACY.sub("人民检察院", key)


def _with_full_body(post: str) -> str:
    """卫福部长 is 卫生福利部长: a post with the full name of its body."""
    canonical = lexicons().canonical
    for end in range(len(post) - 1, 1, -1):
        full = canonical.get(post[:end], "")
        if full.endswith(_BODY_ENDS):
            return full + post[end:]
    return post


def _of_the_party(key: str) -> str:
    """中共江西省委, 中国共产党江西省委员会 and 江西省委 are one body; so are 中央纪委 and 中共中央纪委."""
    local = _PARTY.sub("", key)
    if local != key:
        return _COMMITTEE.sub(r"\1委", local)
    return _CENTRAL.sub("中共中央", key)


@lru_cache(maxsize=1 << 16)
def tidy(name: str) -> str:
    """A printed name without the blanks of its layout and without the half of a pair of marks."""
    if _BLANK.search(name):
        name = " ".join(_LAYOUT.sub("", name).split())
    if not _MARKS.isdisjoint(name):
        for opening, closing in _PAIRS:
            if name.count(opening) != name.count(closing):
                name = name.replace(opening, "").replace(closing, "")
    return name
