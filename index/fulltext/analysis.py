"""From text to what is indexed: folded and squeezed characters, words of jieba, ASCII words.

Called by `parsing` and `ranking` for queries; `stream` and `segmentation` do the same for whole articles.
jieba is the definition of a word; rjieba gives the same words many times faster where it can be
imported.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from index.paths import user_data
from index.script.fold import HAN, fold, squeeze

_HAN_RUN = re.compile(f"{HAN}+")
_ASCII_WORD = re.compile(r"[a-z0-9]+")


def normal(text: str) -> str:
    """`text` as it is searched: folded, white space between Han characters left out."""
    return squeeze(fold(text))[0]


def is_word_char(char: str) -> bool:
    """Whether positions of `char` are indexed: letters, digits and marks of any script."""
    return unicodedata.category(char)[0] in "LNM"


def is_ascii_word(folded: str) -> bool:
    """Whether the folded keyword consists of ASCII letters and digits only (and matches whole words)."""
    return _ASCII_WORD.fullmatch(folded) is not None


def words(folded: str) -> list[str]:
    """The words that rank `folded`: jieba's words of two or more characters, and ASCII words."""
    found = [word for run in _HAN_RUN.findall(folded) for word in segmenter()(run) if len(word) > 1]
    return found + _ASCII_WORD.findall(folded)


@cache
def segmenter() -> Callable[[str], list[str]]:
    """The function that cuts text into words, exactly as `jieba.lcut` does."""
    try:
        import rjieba
    except ImportError:
        return jieba_segmenter()
    cut: Callable[[str], list[str]] = rjieba.cut
    return cut


@cache
def jieba_segmenter() -> Callable[[str], list[str]]:
    """jieba itself, its cache in the user's private folder (it is read back with marshal)."""
    import logging

    import jieba

    tokenizer = jieba.Tokenizer()
    folder = user_data() / "jieba"
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.tmp_dir = str(folder)
    tokenizer.cache_file = "words.cache"
    jieba.setLogLevel(logging.WARNING)
    cut: Callable[[str], list[str]] = tokenizer.lcut
    return cut
