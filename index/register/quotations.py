"""What people said: 尹某 指出，要加强合作。 and “……”，费某说。 with the words and their place.

A verb of saying stands before or after the words. Words in quotation marks end with the mark, others with the
sentence; indirect speech without a comma counts after verbs that hardly mean anything else. Who speaks is
found by `speakers`. Called by `pages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.catalogue.register import Span
from index.register.speakers import Speakers
from index.script.fold import fold

_PLAIN = "指出|强调|表示|认为|透露|坦言|呼吁|重申|宣布|直言"  # what follows them is what was said
_MARKED = (  # often another thing (提出方案, 演说): the words must be marked off by a comma or by marks
    "告诉记者|说明|解释|介绍|要求|提到|谈到|回应|提出|期盼|希望|感叹|感慨|警告|提醒|承诺|写道|批评|答复|补充|回忆|说|称"
)
_VERB = re.compile(
    rf"(?P<verb>(?:(?P<plain>{_PLAIN})|{_MARKED})(?:道|到|过|了)?)(?P<mark>[,:]?[\s\u3000]{{0,2}}[“「『\"]?)"
)
_OTHER_WORD = re.compile(  # what precedes, a stroke, the verb: 演|说, 的|说明; nobody says it: 据|说
    r"[的之不没未勿别所]\||(?:[演解论学小传听据再来胡邪虽按俗好难话诉述劝游图且如]|例如|可以|不用|换句话)\|说(?:道|到|过)?$"
    r"|[著堪俗简名号通统职人被美敬合尊戏匀对昵谎泛]\|称|[来面]\|说明|后\|提出|[先各]\|表示了"
)
# What follows a verb of saying that has another object (表示哀悼) or begins something else (宣布时).
_NO_WORDS = re.compile(
    r"[、;)\]的时后之是等]|(?:沉痛|深切|衷心|诚挚|热烈|高度|由衷|崇高|强烈|最)?(?:的|地)?"
    r"(?:感谢|谢意|敬佩|佩服|欢迎|祝贺|慰问|哀悼|敬意|赞赏|关切|关注|不满|谴责|抗议|反对|支持|遗憾|歉意|肯定[,。]|同意[,。]|了解[,。])"
)
_SECOND = re.compile(rf"(?:并|还|也|则)?(?:{_PLAIN}|称)(?:道|到|过)?[,:]?")  # 回应，称他希望……
_OPENING = {"“": "”", "「": "」", "『": "』", '"': '"'}
_CLOSING = "”」』"
_END = re.compile(r"[。!?\n]")
_LONGEST = 600
_SHORTEST = 4
_NAME_IN_MARKS = 9


@dataclass(frozen=True, slots=True)
class Said:
    """Words in a body: whose (several people say something together), the verb, where the words stand."""

    speakers: tuple[int, ...]
    verb: str
    start: int
    end: int


def said(body: str, people: Sequence[Span]) -> Iterator[Said]:
    """All quotations in `body` whose speaker is known, in order; `people`: where it names persons."""
    folded = fold(body)
    who = Speakers(folded, people)
    last = 0
    for found in _VERB.finditer(folded):
        begin = found.start()
        if begin < last or _OTHER_WORD.search(f"{folded[max(0, begin - 3) : begin]}|{found['verb']}"):
            continue
        words, after = _following(folded, found), True
        if words is None:
            words, after = _preceding(folded, found, last), False
        if words is None or words[1] - words[0] < _SHORTEST:
            continue
        speakers = who.at(begin, begin=0 if after else words[1])
        if speakers:
            last = max(words[1], found.end())
            yield Said(speakers, body[begin : found.end("verb")], *words)


def _following(folded: str, found: re.Match[str]) -> tuple[int, int] | None:
    """The words after a verb, if what stands there are words said."""
    marked = bool(found["mark"].strip())
    if not marked and (found["plain"] is None or found["verb"].endswith("了")):
        return None
    if not marked and _NO_WORDS.match(folded, found.end()):
        return None
    mark, start = found.start("mark"), found.end("mark")
    opening = folded[start - 1] if start > mark else ""
    if opening in _OPENING:
        end = _close(folded, start, opening)
        if end < 0:
            return None
        if _whole(folded, start, end, marked=folded[mark] in ",:"):
            return start, end
        start -= 1
    elif marked:
        second = _SECOND.match(folded, start)
        start = second.end() if second else start
    return _sentence(folded, start)


def _close(folded: str, start: int, opening: str) -> int:
    """Where the mark opened before `start` is closed, or -1; each paragraph of a speech may open anew."""
    closing, depth = _OPENING[opening], 1
    for at in range(start, min(len(folded), start + _LONGEST)):
        if folded[at] == closing:
            depth -= 1
            if not depth:
                return at
        elif folded[at] == opening and folded[at - 1] not in "\n \u3000":
            depth += 1
    return -1


def _whole(folded: str, start: int, end: int, *, marked: bool) -> bool:
    """Whether the words in marks are all that was said, and not a name with which a sentence begins."""
    goes_on = folded[end - 1] not in "。!?,…" and folded[end + 1 : end + 2] not in (*",。!?;:\n)", "")
    return (marked or end - start > _NAME_IN_MARKS) and not (goes_on and end - start < 3 * _NAME_IN_MARKS)


def _sentence(folded: str, start: int) -> tuple[int, int]:
    """The words up to the end of the sentence, with a mark that closes one opened in it."""
    while start < len(folded) and folded[start] in " \u3000":
        start += 1
    end_mark = _END.search(folded, start, start + _LONGEST)
    end = end_mark.end() - (end_mark[0] == "\n") if end_mark else min(len(folded), start + _LONGEST)
    closing = folded[end : end + 1]
    opening = next((o for o, c in _OPENING.items() if c == closing), "")
    if (
        closing
        and closing in _CLOSING
        and folded.count(opening, start, end) > folded.count(closing, start, end)
    ):
        end += 1
    return start, end


def _preceding(folded: str, found: re.Match[str], last: int) -> tuple[int, int] | None:
    """The words in marks before a verb that ends its sentence: “……”，费某说。"""
    if folded[found.end("verb") : found.end("verb") + 1] not in ("", "。", "\n"):
        return None
    begin = max(folded.rfind(mark, last, found.start()) for mark in "。!?\n") + 1
    close = max(folded.rfind(mark, last, found.start()) for mark in _CLOSING)
    if close < max(0, begin - 1) or (folded[close - 1] not in "。!?,…" and folded[close + 1] not in ",。"):
        return None
    opening = next(o for o, c in _OPENING.items() if c == folded[close])
    start = folded.rfind(opening, max(last, close - _LONGEST), close)
    return (start + 1, close) if start >= 0 else None
