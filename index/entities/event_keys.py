"""Events that have a short and a full name by rule: congresses and plenums of the party, Olympic games.

党的十九大 is 中国共产党第十九次全国代表大会, and 十八届三中全会 a plenum of its Central Committee. Called
by `keys`.
"""

from __future__ import annotations

import re

_PARTY = r"(?:中国共产党|中共|党的)"
_NUMBER = "[一二三四五六七八九十]"
_CONGRESS = re.compile(
    rf"^(?:{_PARTY}第?(?P<any>{_NUMBER}{{1,3}})大|(?P<late>{_NUMBER}?十{_NUMBER}?)大"
    rf"|{_PARTY}第(?P<full>{_NUMBER}{{1,3}})次全国(?:代表大会|党代会))$"
)
_PLENUM = re.compile(
    rf"^{_PARTY}?第?(?P<term>{_NUMBER}{{1,3}})届(?:中央委员会)?第?(?P<number>{_NUMBER})"
    r"(?:中全会|(?<=委员会第.)次全体会议)$"
)
_WINTER = re.compile(r"冬季?奥(?:运(?:会)?|会)$")
_SUMMER = re.compile(r"(?<!冬)(?<!冬季)奥运会?$")


def event_key(key: str) -> str:
    """The full name of such an event (folded, without quotation marks); other names stay as they are."""
    if found := _CONGRESS.match(key):
        number = found["any"] or found["late"] or found["full"]
        return f"中国共产党第{number}次全国代表大会"
    if found := _PLENUM.match(key):
        return f"中国共产党第{found['term']}届中央委员会第{found['number']}次全体会议"
    if "奥" in key:
        key = _SUMMER.sub("奥林匹克运动会", _WINTER.sub("冬季奥林匹克运动会", key))
    return key
