"""Schools, firms and museums called by a foreign word that no dictionary knows: 萨尔尼拉克索学校.

Called by `organisations` for last words that such a name may have.
"""

from __future__ import annotations

from index.entities.phrases import FUNCTION
from index.entities.reading import Reading

FOREIGN = frozenset(
    (
        "大学 学院 学校 中学 小学 公司 集团 银行 医院 基金会 动物园 博物馆 俱乐部 车队 剧团 乐团 出版社 "
        "研究所 研究院 实验室 理工大学 医学院 财团"
    ).split()
)


def sounds_before(reading: Reading, start: int) -> int:
    """Where a foreign word that no dictionary knows begins before a last word: 萨尔尼拉克索|学校."""
    folded, sounds = reading.folded, reading.lexicon.transliterating
    begin = start
    while begin > 0 and folded[begin - 1] in sounds and not reading.taken[begin - 1]:
        begin -= 1
    if start - begin < 3 or not reading.boundary[start] or start in reading.names_to:
        return start
    while begin < start and not reading.boundary[begin]:
        begin += 1
    known, words = 0, reading.words[reading.index_at(begin) : reading.index_at(start - 1) + 1]
    for number, word in enumerate(words):
        if word in FUNCTION or (len(word) > 1 and word in reading.lexicon.words):
            known = number + 1
    begin += sum(map(len, words[:known]))
    foreign = any(char in _NEVER_CHINESE for char in folded[begin:start])
    return begin if start - begin >= 3 and foreign else start


_NEVER_CHINESE = frozenset("斯尔克夫茨诺姆赫顿蒂埃奥莱洛泽弗鲁穆萨扎佩贝契勒瓦兰多维塔拉")
