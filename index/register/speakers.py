"""Who speaks where an article has a verb of saying: 甲在会见乙时表示 is 甲, 甲、乙和丙表示 are all three.

The subject is looked for backwards from the verb, in its sentence: the nearest name that is not the object
of another verb. A bare title (市長表示) speaks for the one person who bears it in the article, 他表示 for who
spoke in the sentence before. Where somebody else may be meant, nobody is. Called by `quotations`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from index.catalogue.register import Span

_SENTENCE = re.compile(r"[。!?;\n“”「」『』]")
_FARTHEST = 120
_BETWEEN = 24  # characters between the name and the verb; those about an object in between do not count
_TITLES = (
    "副总统|总统|副总理|总理|副院长|院长|副市长|市长|副县长|县长|省长|州长|区长|部长|局长|处长|校长|理事长|董事长|总经理"
    "|会长|议长|主任委员|主委|主席|秘书长|发言人|大使"
)
_OF_STATES = ("总统", "总理", "主席")  # 帛琉總統某某 does not make 總統 in the article's next sentence him
_TITLE_SPEAKS = re.compile(
    rf"(?:^|[,:、\s]|今日|对此)(?P<title>{_TITLES})(?P<rest>[^,]{{0,14}}|[^,]{{0,14}},[^,]{{0,10}})$"
)
_MEETING = (
    "会见|接见|会晤|召见|拜会|拜访|看望|慰问|欢迎|迎接|宴请|陪同|感谢|邀请|致电|致函|探视|专访|采访|颁赠|颁授|祝贺|期待"
    "|听取|听了"
)
_OBJECT = re.compile(
    rf"(?:(?:{_MEETING})(?![^,]{{0,40}}(?:时|之?后|期间|会上|过程中))[^,]{{0,44}}"
    r"|(?:向|对|跟|给|告诉|应|由|使|让|请|把|被)[^,、]{0,16})$"
)
_TOGETHER = re.compile(r"(?:同|与|和|跟|偕同?)[^,]{0,30}$")
_MET = re.compile(r"[^,]{0,16}(?:举行|进行)?(?:会谈|会面|会晤|会见|座谈|通电话|通话|交谈|见面|互致|交换)")
_INSTRUCTED = re.compile(r"[^,]{0,14}作出?[^,]{0,4}(?:指示|批示)")
_ABOUT = re.compile(r"[对就][^,]{0,80}$")
_PARTY = re.compile(r"(?:\([^)]{0,60}\))?\W?[^,时]{0,14}?(?:一行|等人|等[^,]{0,6}|伉俪|夫妇|夫妻)")
_BARE_WHEN = re.compile(
    r"(?:\([^)]{0,60}\))?(?:[^,]{0,10}(?:员|长|席|统|理|使|表|事|生|士|授|任|委|王|相|人))?时"
)
_OWN_ACT = re.compile(
    r"致[词辞]|讲话|发言|采访|受访|主持|视察|考察|出席|会见|接见|会谈|谈|说|讲|答|见面|参加|参访|参观"
)
_OWN_WORDS = re.compile(
    r"的?(?:书面|新年|视频)?(?:讲话|发言|致[辞词]|报告|来信|贺信|贺电|复信|文章|演讲|谈话)"
)
_ONWARD = re.compile(
    r"(?:$|(?:他|她|其|本人|也|还|则|并|又|再|更|亦|均|都|同时|随[即后]|最后|首先|其次|接着|进一步|特别|再次|多次|反复|一再|共同"
    r"|当[场天日时]|现场|就|在|于|对|向|从|以|为|针对|根据|今|昨|日前|近日|\d|\(|一方面|强烈|严肃|郑重|明确|公开|直接|具体|曾|已"
    r"|此前|稍早|刚|致[词辞]|接受|通过|透过|发表|发文|谈|会上|讲话|代表|呼吁|强调|说明|指出|表示|除|兴奋|高兴|感性|欣慰|笑|不忘|期勉|勉励)[^,]*$)"
)
_OTHERS = re.compile(r"(?:方|方面|团队|公司|府|媒体|网友|家属|家人|我们|你们|他们|她们|大家|民众|有人)$")
_LISTED = re.compile(r"[^,。]{0,14}?(?:、|和|与|及|以及|暨)[^,。、]{0,16}")
_GOES_ON = re.compile(
    r"(?:此外|同时|另外|最后|随后|接着|对此|但|而|,)*(?:他|她)?(?:还|也|并|又|则|再次|进一步|特别|同时|最后|亦|更)*"
)


class Speakers:
    """Answers who speaks at a verb; verbs are asked for in their order in the text."""

    def __init__(self, folded: str, people: Sequence[Span]) -> None:
        self._folded = folded
        self._people = sorted(people, key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._people]
        self._holders: dict[str, int | None] = {}
        self._spoke: tuple[int, tuple[int, ...]] | None = None  # where, and who

    def at(self, verb: int, begin: int = 0) -> tuple[int, ...]:
        """Who speaks at the verb that starts at `verb`, looking back to `begin`; () if nobody surely does."""
        begin = self._sentence(verb, begin)
        named = [span for span in self._within(begin, verb) if span.end <= verb]
        found = self._by_title(begin, verb, named) or self._by_name(begin, verb, named)
        if not found and not named:
            found = self._as_before(begin, verb)
        self._spoke = (verb, found) if found else None
        return found

    def _sentence(self, verb: int, begin: int) -> int:
        start = max(begin, verb - _FARTHEST)
        marks = [mark.end() for mark in _SENTENCE.finditer(self._folded, start, verb)]
        return marks[-1] if marks else start

    def _within(self, start: int, end: int) -> list[Span]:
        return self._people[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    # -- by name

    def _by_name(self, begin: int, verb: int, named: list[Span]) -> tuple[int, ...]:
        text, skipped = self._folded, 0
        for at in range(len(named) - 1, -1, -1):
            span = named[at]
            between = text[span.end : verb]
            if self._is_object(text[begin : span.start], between):
                skipped += verb - span.end if not skipped else 0
                continue
            if len(between) - skipped > _BETWEEN + 8 * bool(skipped) or not _leads_to_verb(between):
                return ()
            return self._with_others(named[: at + 1])
        return ()

    def _is_object(self, before: str, between: str) -> bool:
        """Whether a name is what another verb of the sentence is about: 会见 X 时, 向 X 表示, 同 X 会谈时."""
        if _OBJECT.search(before):
            return True
        if _TOGETHER.search(before) and _MET.match(between):
            return True
        if _ABOUT.search(before) and _INSTRUCTED.match(between):
            return True
        if _PARTY.match(between) and re.search(_MEETING, before):
            return True
        when = _BARE_WHEN.match(between)
        return when is not None and not _OWN_ACT.search(when[0])

    def _with_others(self, named: list[Span]) -> tuple[int, ...]:
        """The last of the names and those listed right before it."""
        who = [named[-1]]
        for other in reversed(named[:-1]):
            if not _LISTED.fullmatch(self._folded, other.end, who[-1].start):
                break
            who.append(other)
        return tuple(dict.fromkeys(span.entity_id for span in reversed(who)))

    # -- by title, by pronoun

    def _by_title(self, begin: int, verb: int, named: list[Span]) -> tuple[int, ...]:
        found = _TITLE_SPEAKS.search(self._folded[begin:verb])
        if found is None or not _leads_to_verb(found["rest"]):
            return ()
        start, end = begin + found.start("title"), begin + found.end("title")
        if any(span.end > end or span.end >= start - 1 for span in named):
            return ()
        title = found["title"]
        if title not in self._holders:
            self._holders[title] = self._holder(title)
        holder = self._holders[title]
        return () if holder is None else (holder,)

    def _holder(self, title: str) -> int | None:
        """The one person called by a title, if the article calls him so before it uses the title alone."""
        holders: set[int] = set()
        for number, found in enumerate(re.finditer(rf"(?<!副){title}", self._folded)):
            beside = [
                s for s in self._within(found.start() - 12, found.end() + 1) if _beside(s, found.span())
            ]
            if number == 0 and not beside:
                return None
            foreign = (
                title in _OF_STATES
                and "\u3400" <= self._folded[found.start() - 1 : found.start()] <= "\u9fff"
            )
            if foreign and any(span.start >= found.end() for span in beside):
                return None
            holders.update(span.entity_id for span in beside)
        return holders.pop() if len(holders) == 1 else None

    def _as_before(self, begin: int, verb: int) -> tuple[int, ...]:
        """Who spoke in the sentences before, where this one begins 他还表示 and nobody was named since."""
        if self._spoke is None or not _GOES_ON.fullmatch(self._folded, begin, verb):
            return ()
        where, who = self._spoke
        named = self._within(where, begin)
        return () if named or "\n" in self._folded[where:begin] else who


def _beside(span: Span, title: tuple[int, int]) -> bool:
    """Whether a name stands right before or after a title, or holds it (黃市長)."""
    return span.end in (title[0], title[1]) or span.start == title[1] or span.start < title[0] < span.end


def _leads_to_verb(between: str) -> bool:
    """Whether the words between a name and a verb leave the name its subject."""
    if between.startswith("的") and not _OWN_WORDS.match(between):
        return False
    *_, last = re.sub(r"\([^)]*\)", "", between).split(",")
    if "," in between and not _ONWARD.match(last):
        return False
    return not _OTHERS.search(last)
