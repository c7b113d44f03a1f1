"""Did you mean: queries close to one that finds little, each of which really has hits.

Four ways to go wrong: marks that look alike (3・15), characters that sound alike (联习会议), neighbours
exchanged (席联会议), one character wrong, missing or too many (联席会仪). Candidates come from the names and
words of the archive and, for longer keywords, from what stands in its texts; all are counted by the search
itself. Called through `Explorer`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice, pairwise

from index.catalogue import Catalogue, names, texts
from index.errors import QueryError
from index.exploration.explanation import parts
from index.exploration.marked import marked_forms
from index.exploration.occurrences import Cancel
from index.fulltext import Searcher, parse
from index.fulltext.analysis import normal
from index.fulltext.leaves import plain
from index.fulltext.query import Fuzzy, Keyword, Word
from index.fulltext.tokens import tokens
from index.model import QuerySuggestion, QuerySuggestionKind, SearchRequest
from index.script.readings import sounding, sounds_of

FEW = 3  # a query with more hits than this is left alone
_ALIKE = ("·・•‧∙⋅", "〇○", "-‐‑–—―")
_LONGEST = 24  # characters of a keyword that is looked at
_READ = 60  # texts in which variants are looked for
_COUNTED = 40  # candidates that are counted in each way to go wrong
_MANY = 10  # with one that has so many hits, less likely ways are not looked at
_MORE = 5  # a candidate must have so many times the hits of what was typed
_LIKELY = {QuerySuggestionKind.SOUND: 2.5, QuerySuggestionKind.SWAP: 3.0}  # others 0
_ENOUGH = 500  # hits from which forms are not looked for either: that would keep common searches busy
_WORTH = 1.02  # so much more must be found with the forms that have marks inside
_KNOWN = 2.0  # names and words rather than pieces of sentences; like _LIKELY in the scale of ln(hits)
_CLOSE = 5.0  # what is so much less likely than the best is not told


@dataclass(frozen=True, slots=True)
class _Candidate:
    kind: QuerySuggestionKind
    text: str


def suggestions(
    searcher: Searcher, catalogue: Catalogue, request: SearchRequest, limit: int, cancelled: Cancel
) -> tuple[QuerySuggestion, ...]:
    """At most `limit` queries that differ from the request in one keyword and have more hits, best first.

    For a request with more than FEW hits only those that ask for forms with marks inside besides, for one
    with more than _ENOUGH none. Raises QueryError, Cancelled.
    """

    def count(text: str) -> int:
        return searcher.search(replace(request, text=text), cancelled=cancelled).total

    total = count(request.text)
    if total > _ENOUGH:
        return ()
    marked = [
        QuerySuggestion(text, hits, QuerySuggestionKind.MARKED, typed, forms)
        for text, typed, forms in _marked(searcher, catalogue, request.text, cancelled)
        if (hits := count(text)) > total * _WORTH
    ]
    if total > FEW or marked:
        return tuple(marked[:limit])
    found: dict[str, QuerySuggestion] = {}
    for part in parts(request.text)[0]:
        field, typed = _field_and_word(part.text)
        leaf = _plain_leaf(typed)
        if part.negative or leaf is None or searcher.search_query(leaf).total > (total if field else FEW):
            continue
        for way in _ways(searcher, catalogue, leaf, cancelled):
            done = False
            for candidate in islice(way, _COUNTED):
                text = request.text.replace(part.text, f"{field}{candidate.text}", 1)
                hits = count(text) if text not in found else 0
                if hits > _MORE * total:
                    kind = candidate.kind
                    found[text] = QuerySuggestion(text, hits, kind, typed, candidate.text)
                    done = done or hits >= _MANY or _is_known(searcher, catalogue, candidate.text)
            if done:
                break
    known = {one.meant: _is_known(searcher, catalogue, one.meant) for one in found.values()}

    def likely(one: QuerySuggestion) -> float:
        return math.log(one.total) + _LIKELY.get(one.kind, 0.0) + (_KNOWN if known[one.meant] else 0.0)

    best = sorted(found.values(), key=lambda one: (-likely(one), one.text))
    return tuple(one for one in best if likely(one) > likely(best[0]) - _CLOSE)[:limit]


def _marked(
    searcher: Searcher, catalogue: Catalogue, text: str, cancelled: Cancel
) -> Iterator[tuple[str, str, str]]:
    """The query with a keyword's forms with marks inside besides, the keyword, the forms."""
    found, conjunction = parts(text)
    for part in found:
        leaf = None if part.negative else _plain_leaf(part.text)
        if isinstance(leaf, Keyword):
            forms = " OR ".join(marked_forms(searcher, catalogue, leaf.text, cancelled))
            either = f"{part.text} OR {forms}"
            if forms:
                whole = either if len(found) == 1 or not conjunction else f"({either})"
                yield text.replace(part.text, whole, 1), part.text, forms


def _is_known(searcher: Searcher, catalogue: Catalogue, text: str) -> bool:
    """Whether the text is a name or a word of the archive, rather than a piece of its sentences."""
    return names.is_name(catalogue.reading, text) or any(
        len(live.segment.word_units(text)[0]) for live in searcher.snapshot.segments
    )


def _field_and_word(text: str) -> tuple[str, str]:
    """A part of a query as a field of names with its colon ("" if there is none) and the word behind it."""
    first, *others = tokens(text)
    if others and first.kind == "field" and first.value not in ("date", "source"):
        return text[: first.end], text[first.end :].strip()
    return "", text


def _plain_leaf(text: str) -> Keyword | Word | None:
    """The keyword that a part of a query is, if it is nothing else and not too short or long."""
    try:
        query = parse(text).query
    except QueryError:
        return None
    if isinstance(query, Keyword | Word) and 1 < len(query.text) <= _LONGEST and not query.place:
        return query
    return None


def _ways(
    searcher: Searcher, catalogue: Catalogue, leaf: Keyword | Word, cancelled: Cancel
) -> Iterator[Iterator[_Candidate]]:
    """The ways to go wrong, likely ones first; whether the whole query then has hits is not known yet."""
    text = leaf.text
    yield _marks(text)
    yield chain(_swaps(searcher, text), _sounds(searcher, text))
    yield _two_sounds(searcher, text)
    if isinstance(leaf, Word):
        yield _words(searcher, text)
    elif len(text) > 2:
        yield _variants(searcher, catalogue, text, cancelled)


def _marks(text: str) -> Iterator[_Candidate]:
    """Marks replaced by others that look alike (3・15, 二○二三, 2019—2023), or left out."""
    for group in _ALIKE:
        if any(char in group for char in text):
            for other in group:
                changed = "".join(other if char in group else char for char in text)
                if changed != text:
                    yield _Candidate(QuerySuggestionKind.CHARACTER, changed)
    bare = "".join(char for char in text if char.isalnum())
    if 1 < len(bare) < len(text) and not any(map(str.isdigit, bare)):  # 3·15 is not 315
        yield _Candidate(QuerySuggestionKind.CHARACTER, bare)


def _sounds(searcher: Searcher, text: str) -> Iterator[_Candidate]:
    """One character replaced by another of the same sound, where the archive has the result."""
    for at, char in enumerate(text):
        for other in _homophones(char):
            changed = text[:at] + other + text[at + 1 :]
            if _stands(searcher, changed):
                yield _Candidate(QuerySuggestionKind.SOUND, changed)


def _two_sounds(searcher: Searcher, text: str) -> Iterator[_Candidate]:
    """Two neighbours replaced by others of the same sounds."""
    homophones = [_homophones(char) for char in text]
    for at, (first, second) in enumerate(pairwise(homophones)):
        before, after = text[at - 1 : at] if at else "", text[at + 2 : at + 3]
        firsts = [one for one in first if not before or _adjacent(searcher, before + one)]
        seconds = [two for two in second if not after or _adjacent(searcher, two + after)]
        for one in firsts:
            for two in seconds:
                changed = text[:at] + one + two + text[at + 2 :]
                if _adjacent(searcher, one + two) and _stands(searcher, changed):
                    yield _Candidate(QuerySuggestionKind.SOUND, changed)


def _homophones(char: str) -> list[str]:
    sounds = sounds_of().get(char, ())[:2]
    return [other for sound in sounds for other in sounding()[sound] if other != char]


def _swaps(searcher: Searcher, text: str) -> Iterator[_Candidate]:
    for at in range(len(text) - 1):
        changed = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        if _stands(searcher, changed):
            yield _Candidate(QuerySuggestionKind.SWAP, changed)


def _variants(searcher: Searcher, catalogue: Catalogue, text: str, cancelled: Cancel) -> Iterator[_Candidate]:
    """What stands in the archive's texts and differs in one character, the commonest first."""
    leaf = Fuzzy(text)
    found = searcher.search_query(leaf, cancelled=cancelled).all_ids()[:_READ].tolist()
    variants: Counter[str] = Counter()
    for block in texts.blocks(catalogue.reading, found):
        for one in block:
            for printed in (normal(one.title), normal(one.body)):
                variants.update(printed[start:end] for start, end in leaf.spans(printed))
    for variant, _ in variants.most_common():
        if len(variant) > 1 and all(char.isalnum() for char in variant):
            yield _Candidate(QuerySuggestionKind.CHARACTER, variant)


def _words(searcher: Searcher, text: str) -> Iterator[_Candidate]:
    """Words of Latin letters and digits that differ in one."""
    found: Counter[str] = Counter()
    for size in (0, 1):  # words with the same first letter, or the same second
        for live in searcher.snapshot.segments:
            segment = live.segment
            letters = "abcdefghijklmnopqrstuvwxyz0123456789"
            prefixes = (
                [text[0]] if not size else [letter + text[1] for letter in letters if letter != text[0]]
            )
            for prefix in prefixes:
                for number in segment.words.prefixed(prefix.encode()):
                    word = segment.words.text(number).decode()
                    if word.isascii() and _one_off(word, text):
                        found[word] += len(segment.word_posting(number)[0])
    for word, _ in found.most_common():
        yield _Candidate(QuerySuggestionKind.CHARACTER, word)


def _one_off(word: str, text: str) -> bool:
    """Whether the words differ in one letter replaced, missing or too many."""
    if abs(len(word) - len(text)) > 1 or word == text:
        return False
    short, long = sorted((word, text), key=len)
    same = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _stands(searcher: Searcher, text: str) -> bool:
    """Whether `text` stands anywhere in the archive; nearly always answered by its pairs alone."""
    if not all(_adjacent(searcher, text[at : at + 2]) for at in range(len(text) - 1)):
        return False
    return bool(searcher.search_query(plain(text, "")).total)


def _adjacent(searcher: Searcher, pair: str) -> bool:
    return any(live.segment.pair_extent(pair) != (0, 0) for live in searcher.snapshot.segments)
