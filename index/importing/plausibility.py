"""How plausible decoded text is as Chinese: the log-likelihood of its characters.

Called by `index.importing.encoding` to choose between decodings of the same bytes. A decoding is a
hypothesis; because every hypothesis must account for the same bytes, total log-likelihoods compare fairly
even where one encoding makes fewer characters of them than another.

The table `resources/encoding/character_frequency.tsv` holds, for each character, the negative natural
logarithm of its share (times 10, rounded) in Simplified and in Traditional text. It is derived from the word
frequencies of jieba's dictionary, for Traditional converted with OpenCC (see `derive_table`).
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache

from index.paths import resource

# Costs in nats. A character that no frequency list knows is about as likely as one in e^12.
_ASCII = 3.2
_PUNCTUATION = 4.5
_RARE_HAN = 13.0
_FOREIGN_LETTER = 10.0
_SYMBOL = 11.0
_IMPOSSIBLE = 22.0
_COMMON_PUNCTUATION = "，。、：；？！“”‘’（）《》〈〉「」『』【】—…·　％～"
_UNKNOWN_WORD_COUNT = 2  # jieba lists words it has hardly seen with this count


@cache
def _costs() -> tuple[dict[str, float], dict[str, float]]:
    simplified: dict[str, float] = {}
    traditional: dict[str, float] = {}
    rows = resource("encoding", "character_frequency.tsv").read_text(encoding="utf-8").splitlines()
    for row in rows:
        if row.startswith("#"):
            continue
        character, simple, complex_ = row.split("\t")
        if simple:
            simplified[character] = min(_RARE_HAN, int(simple) / 10)
        if complex_:
            traditional[character] = min(_RARE_HAN, int(complex_) / 10)
    for table in (simplified, traditional):
        table.update(dict.fromkeys(_COMMON_PUNCTUATION, _PUNCTUATION))
        table.update({chr(code): _ASCII for code in range(32, 127)})
        table.update(dict.fromkeys("\n\r\t", _ASCII))
    return simplified, traditional


def _other_cost(character: str) -> float:
    """The cost of a character that the frequency tables do not have."""
    code = ord(character)
    if 0x4E00 <= code <= 0x9FFF:
        return _RARE_HAN
    if 0xFF01 <= code <= 0xFF5E or 0x2010 <= code <= 0x203B or 0x2460 <= code <= 0x24FF:
        return _PUNCTUATION + 3
    if 0x3040 <= code <= 0x30FF or 0x0370 <= code <= 0x04FF or 0x00C0 <= code <= 0x024F:
        return _FOREIGN_LETTER
    if (
        code < 32
        or 0x7F <= code < 0xA0
        or 0xD800 <= code < 0xF900
        or code == 0xFFFD
        or code in (0xFFFE, 0xFFFF)
    ):
        return _IMPOSSIBLE
    if 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x323AF or 0xF900 <= code <= 0xFAFF:
        return _RARE_HAN + 3
    if 0x3000 <= code <= 0x303F or 0x2000 <= code <= 0x2BFF or 0xA0 <= code < 0xC0:
        return _SYMBOL
    return _IMPOSSIBLE - 4


def cost(text: str) -> float:
    """The negative log-likelihood of `text` in nats, under the script that explains it better."""
    counts = Counter(text)
    best = math.inf
    for table in _costs():
        total = 0.0
        for character, count in counts.items():
            each = table.get(character)
            total += count * (_other_cost(character) if each is None else each)
        best = min(best, total)
    return best


def derive_table() -> str:
    """The content of `character_frequency.tsv`, from the installed jieba and OpenCC."""
    import jieba
    from opencc import OpenCC

    convert = OpenCC("s2t").convert
    words: list[tuple[str, int]] = []
    with jieba.get_dict_file() as lines:
        for line in lines:
            word, count, *_ = line.decode("utf-8").split(" ")
            words.append((word, int(count)))
    tables: list[Counter[str]] = [Counter(), Counter()]
    for word, count in words:
        for table, form in zip(tables, (word, convert(word)), strict=True):
            for character in form:
                table[character] += max(1, count - _UNKNOWN_WORD_COUNT)
    totals = [math.log(sum(table.values()) * 1.25) for table in tables]  # a fifth is punctuation and ASCII
    rows = [
        "# character, cost in Simplified and Traditional text (nats times 10); derived from jieba and OpenCC"
    ]
    for character in sorted(set(tables[0]) | set(tables[1])):
        if not 0x4E00 <= ord(character) <= 0x9FFF:
            continue
        shares = [
            str(round(10 * (total - math.log(table[character])))) if table[character] else ""
            for table, total in zip(tables, totals, strict=True)
        ]
        rows.append("\t".join((character, *shares)))
    return "\n".join(rows) + "\n"
