"""Letters that stand for places: 赣鄂湘, 中美关系, 访华, 菲境内. Called by `places`."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from index.entities.lexicons import cues, lexicons
from index.entities.reading import Reading

Found = list[tuple[int, int, tuple[str, ...]]]

_LETTER_RUN = re.compile(r"[京津冀晋辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁]{2,5}")
_COUNTRY_PAIR_AFTER = cues("places.country_pair_after")
_VISIT_WORDS = cues("places.visit_words")
_NOT_AFTER_LETTER = frozenset("独方")
_HEADLINED = "美英法德俄日韩朝印菲泰伊乌土叙埃澳以"
_TOWNS = "京沪渝穗蓉津"
_INSIDE_STATE = re.compile(
    rf"[{_HEADLINED}越陆港台{_TOWNS}](?:(?<=[{_HEADLINED}])(?<![一-龥].)"
    r"(?=境内|籍|产|媒|国内|边境|[东南西北中]部|加征|对中国|对华|对台|首都|多州|多地|一地|拟|或将|宣布|否认|证实|发警告)"
    r"|(?<=[越印菲泰陆日韩美港台])(?=籍)"
    rf"|(?<=[在来抵离赴返进][{_TOWNS}])"
    r"(?=举行|召开|会[见谈晤]|出席|开[幕会]|闭幕|成立|发布|参加|举办|启动|签|揭|与|同|[,。、]))"
)
# letters of states that are hardly ever another word, and of others at the head of a clause
_WAR = re.compile("[俄乌](?![方军媒孜苏鲁龙兰海镇拉木里溪鲁])")
_SPEAKING = re.compile(
    rf"[{_HEADLINED}](?<![一-龥].)(?=称|指责|拒绝|否认|要求|警告|防空|再次|继续|最高|停火|谈判|总统府|遭|促|吁|警方|民众|主帅|提出|多次)"
)
_STATE = re.compile(r"[宏瓜贝帛史索厄尼巴智秘阿海]国(?!家|际|民|会|语)")
_TOWARDS = re.compile("[来访赴驻对在抵离]([一-龥])")
_TO_PROVINCE = re.compile(
    "[在来赴抵进返离入驻援出](?<![一-龥][存现所].)([京津冀晋沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕陇])(?![剧菜江北])"
)
_SURE_PAIRS = cues("letters.sure_pairs")
_PAIRS = cues("places.pairs")


@cache
def _candidates() -> re.Pattern[str]:
    """Where a pair of country letters or a word like 访华 may begin."""
    letters = "".join(lexicons().country_letters)
    leads = "".join({word[0] for word in _VISIT_WORDS})
    return re.compile(f"[{leads}{letters}](?=[{letters}])")


def find_letters(reading: Reading, found: Found) -> None:
    """Add the spans of letters that stand for places to `found`, and take them."""
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
            r"两[省市地]|交界|毗邻|接壤|合作|[省界]|协同|一体|高速|高铁", folded[end : end + 3]
        ):
            continue
        reading.take(start, end)
        found.append((start, end, tuple(provinces[char] for char in match.group())))
    letters = lexicon.country_letters
    for candidate in _candidates().finditer(folded):
        at = candidate.start()
        if not reading.boundary[at] or reading.taken[at]:
            continue
        word = reading.word_from(at)
        if reading.names_from.get(at + 1, 0) > at + 2:
            continue
        if word in _VISIT_WORDS or (
            len(word) == 1 and folded[at : at + 2] in _VISIT_WORDS and reading.boundary[at + 2]
        ):
            start = at + 1
            if folded[start] == "港" and "香港" not in folded and "特区" not in folded:
                continue
            if folded[start : at + 3] in _SURE_PAIRS and reading.boundary[at + 3]:
                continue
            if reading.free(start, at + 2) and folded[at + 2 : at + 3] not in _NOT_AFTER_LETTER:
                reading.take(start, at + 2)
                found.append((start, at + 2, (_country(reading, folded[start]),)))
        elif word[0] in letters and len(word) <= 3:
            _country_pair(reading, at, found)
    for match in _TO_PROVINCE.finditer(folded):
        start, end = match.span(1)
        alone = reading.boundary[start] and reading.boundary[end] and reading.boundary[start - 1]
        if alone and reading.free(start, end) and reading.names_from.get(start, 0) <= end:
            reading.take(start, end)
            found.append((start, end, (provinces[match.group(1)],)))
    _spread_letters(reading, found)
    _with_state(reading, found)
    _lone_letters(reading, found)


def _lone_letters(reading: Reading, found: Found) -> None:
    """俄称, 在俄境内, 美制: letters of states that the article names in full."""
    folded = reading.folded
    for match in chain(_WAR.finditer(folded), _SPEAKING.finditer(folded), _MADE.finditer(folded)):
        at = match.start()
        if not reading.boundary[at] or not reading.boundary[at + 1] or not reading.free(at, at + 1):
            continue
        if reading.names_from.get(at, 0) > at + 1 or not _named(reading, folded[at]):
            continue
        reading.take(at, at + 1)
        found.append((at, at + 1, (_country(reading, folded[at]),)))


_MADE = re.compile(
    "[美俄德英法日韩](?=制(?!造|度|定|裁|止|作|约|服|片|品|药|冷|订|备|衡|图|式)|产(?=[一-龥]?[车机船]))"
)


def _named(reading: Reading, letter: str) -> bool:
    """Whether the article names a country that begins with the letter."""
    return any(name in reading.folded for name in _states(letter)) or (
        letter in "俄乌" and "俄乌" in reading.folded
    )


@cache
def _states(letter: str) -> tuple[str, ...]:
    return tuple(name for name in lexicons().countries if name[0] == letter and len(name) > 1)


def _with_state(reading: Reading, found: Found) -> None:
    """宏國, 貝國: the letter of a country that the article names, with 国."""
    folded, lexicon = reading.folded, reading.lexicon
    for match in _STATE.finditer(folded):
        start, end = match.span()
        letter = match.group()[0]
        if not reading.free(start, end) or reading.names_from.get(start, 0) >= end:
            continue
        named = any(
            folded[at] == letter and folded[at:to] in lexicon.countries
            for at, to in reading.names_from.items()
        )
        if letter in lexicon.country_letters and named and match.group() not in lexicon.words:
            reading.take(start, end)
            found.append((start, end, (_country(reading, letter),)))


def _spread_letters(reading: Reading, found: Found) -> None:
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


def _country_pair(reading: Reading, at: int, found: Found) -> None:
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


def _country(reading: Reading, letter: str) -> str:
    """The country a letter stands for: the one that the article names, else the likeliest."""
    options = reading.lexicon.country_letters.get(letter, (letter,))
    if letter in lexicons().province_letters and letter not in reading.lexicon.country_letters:
        return lexicons().province_letters[letter]
    if letter == "中":
        return "中国"
    if letter not in reading.letters_meant:
        reading.letters_meant[letter] = _named_country(reading, letter) or options[0]
    return reading.letters_meant[letter]


def _named_country(reading: Reading, letter: str) -> str:
    """The country of the article whose name begins with the letter, "" if there is none."""
    countries = reading.lexicon.countries
    named = {
        reading.folded[start:end]
        for start, end in reading.names_from.items()
        if reading.folded[start] == letter
    }
    named &= countries.keys()
    return countries[max(sorted(named), key=reading.folded.count)] if named else ""
