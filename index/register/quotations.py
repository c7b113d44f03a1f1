"""What a person said: 尹某 指出，要加强合作。 and 费某说：“……”, with the words and their place.

A quotation begins with the person's name, then at most a few words (在会上, 昨日), a verb of saying and
a mark or the words themselves. Words in quotation marks end with the mark, others with the sentence. Called
by `pages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.script.fold import fold

_VERBS = (
    "指出|强调|表示|认为|说明|说|介绍|透露|坦言|要求|呼吁|提到|谈到|回应|重申|解释|宣布|告诉记者|直言|提出|称"
    "|期盼|希望"
)
_NEED_MARK = ("说", "称", "介绍")  # often part of other words: the words said must be marked off
# What follows a verb of saying that has another object (表示哀悼) or begins something else (宣布时).
_NO_WORDS = re.compile(
    r"[、;)\]的时后之是等]|(?:沉痛|深切|衷心|诚挚|热烈|高度|由衷|崇高|强烈|最)?(?:的|地)?"
    r"(?:感谢|谢意|欢迎|祝贺|慰问|哀悼|敬意|赞赏|关切|关注|不满|谴责|抗议|反对|支持|遗憾|歉意)"
)
_NEED_NEAR = ("希望", "要求", "提出")
_SAID = re.compile(
    rf"(?P<between>[^。！？；!?;\n“”「」『』]{{0,24}}?)(?P<verb>(?:并|还|进一步|也|则)?(?:{_VERBS})(?:道|到|过|了)?)"
    r"(?P<mark>[,，:：]?\s{0,2}[“「『\"]?)"
)
_OPENING = {"“": "”", "「": "」", "『": "』", '"': '"'}
_END = re.compile(r"[。！？!?\n]")
_LONGEST = 600
_SHORTEST = 4
_NAME_IN_MARKS = 9
_NO_QUOTE = re.compile(r"(?:据|据悉|如何|所|小|传|听|再|来|可以|不用|有人|或者)$")


@dataclass(frozen=True, slots=True)
class Said:
    """Words in a body: the verb, and where the words stand."""

    verb: str
    start: int
    end: int


def said_after(body: str, name_ends: Sequence[int], others: Sequence[int] = ()) -> Iterator[Said]:
    """The quotations that follow a name, for each place where it ends in `body`; none twice.

    `others`: where other people's names begin; whoever stands nearest to the verb is the one who speaks.
    """
    folded = fold(body)
    last = -1
    for name_end in sorted(name_ends):
        found = _SAID.match(folded, name_end)
        if found is None or name_end < last or _NO_QUOTE.search(found["between"]):
            continue
        if any(name_end <= start < found.start("verb") for start in others):
            continue
        verb, marked = found["verb"], bool(found["mark"].strip())
        if not marked and (verb in _NEED_MARK or (verb in _NEED_NEAR and len(found["between"]) > 8)):
            continue
        if not marked and (verb.endswith("了") or _NO_WORDS.match(folded, found.end())):
            continue
        words = _words(folded, found.start("mark"), found.end("mark"))
        if words is not None and words[1] - words[0] >= _SHORTEST:
            last = words[1]
            yield Said(body[found.start("verb") : found.end("verb")], *words)


def _longer(folded: str, start: int, closing: str) -> bool:
    """Whether what stands in quotation marks is more than a name in quotation marks."""
    end = folded.find(closing, start)
    return end < 0 or end - start > _NAME_IN_MARKS


def _words(folded: str, mark: int, start: int) -> tuple[int, int] | None:
    opening = folded[start - 1] if start > mark else ""
    if opening in _OPENING and (folded[mark] in ",:" or _longer(folded, start, _OPENING[opening])):
        end = folded.find(_OPENING[opening], start, start + _LONGEST)
        return (start, end) if end >= 0 else None
    if opening in _OPENING:
        start -= 1
    end_mark = _END.search(folded, start, start + _LONGEST)
    end = end_mark.end() - (end_mark[0] == "\n") if end_mark else min(len(folded), start + _LONGEST)
    while start < end and folded[start] in " \u3000":
        start += 1
    return start, end
