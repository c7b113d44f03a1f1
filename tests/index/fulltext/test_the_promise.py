"""A keyword finds exactly the articles that contain it."""

from __future__ import annotations

import gzip
import json
import random
import re
from pathlib import Path

import opencc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.fulltext import FullText, postings, segment
from index.fulltext.analysis import normal
from index.model import IndexDocument

from .conftest import SmallIndex, document

# few characters, so that keywords are found: both scripts, variants, full width, kana, rare ones, marks
ALPHABET = "联聯席会會议臺台红軍李A1ａ５b 　\n\r，。-（的カ𠀀é́\u3000"
TEXTS = st.text(alphabet=ALPHABET, max_size=30)
slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def quoted(keyword: str) -> str:
    return f'"{keyword}"'


@slow
@given(
    texts=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8), data=st.data(), parts=st.integers(1, 3)
)
def test_quoted_text_is_found_wherever_it_stands(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str]], data: st.DataObject, parts: int
) -> None:
    small = SmallIndex(FullText.open(tmp_path_factory.mktemp("index")))
    small.add([IndexDocument(7 * n, title, body) for n, (title, body) in enumerate(texts)], parts)
    whole = data.draw(st.sampled_from([text for pair in texts for text in pair]))
    drawn = data.draw(st.one_of(st.text(alphabet=ALPHABET, min_size=1, max_size=5), st.just(whole[2:7])))
    if normal(drawn).strip():
        assert small.ids(quoted(drawn)) == small.scan(drawn)


def test_long_postings_that_are_read_in_part_give_the_same(
    small: SmallIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (postings, segment):
        monkeypatch.setattr(module, "SKIPPED", 12)
        monkeypatch.setattr(module, "STRIDE", 4)
    monkeypatch.setattr(segment, "_SIEVE", 64)
    rng = random.Random(2)
    texts = ["".join(rng.choices("联席会议红军", k=200)) for _ in range(30)]
    small.add([document(n, "", text) for n, text in enumerate(texts)], parts=6)
    for merged in (False, True):
        assert small.fulltext.merge() is merged if merged else True
        for size in (2, 3, 4, 6):
            for _ in range(40):
                text = rng.choice(texts)
                start = rng.randrange(len(text) - size)
                keyword = text[start : start + size]
                assert small.ids(keyword) == small.scan(keyword)
                one_more = re.compile(f"{keyword[0]}.{keyword[1:]}").search
                wanted = small.scan_with(lambda found, search=one_more: search(found) is not None)
                assert small.ids(f"{keyword[0]}?{keyword[1:]}") == wanted


def test_words_that_jieba_would_not_cut_are_found(small: SmallIndex) -> None:
    small.add(
        [document(1, "", "贛江新區聯席會議"), document(2, "李红军任职", ""), document(3, "联合", "席位")]
    )
    assert small.ids("联席") == [1]
    assert small.ids("江新") == [1]
    assert small.ids("红军") == [2]
    assert small.ids("席会") == [1]


def test_title_and_body_are_not_joined(small: SmallIndex) -> None:
    small.add([document(1, "会议在联", "席上"), document(2, "会", "议")])
    assert small.ids("联席") == []
    assert small.ids("会议") == [1]


def test_neighbouring_articles_are_not_joined(small: SmallIndex) -> None:
    small.add([document(1, "", "联"), document(2, "席", "")])
    assert small.ids("联席") == []


def test_white_space_between_han_characters_does_not_count(small: SmallIndex) -> None:
    small.add([document(1, "", "联席\r\n　　会议"), document(2, "", "联席，会议"), document(3, "", "ab cd")])
    assert small.ids("联席会议") == [1]
    assert small.ids("“席 会”") == [1]
    assert small.ids('"ab cd"') == [3]
    assert small.ids('"a b"') == []


def test_ascii_keywords_match_whole_words_and_mixed_ones_substrings(small: SmallIndex) -> None:
    small.add(
        [
            document(1, "", "APEC会议在2025年4月28日"),
            document(2, "", "xapec 12025年4月"),
            document(3, "", "ＡＰＥＣ"),
        ]
    )
    assert small.ids("apec") == [1, 3]
    assert small.ids("AP*") == [1, 3]
    assert small.ids("*pec") == [1, 2, 3]
    assert small.ids("ap?c") == [1, 3]
    assert small.ids("2025") == [1]
    assert small.ids("2025年4月") == [1, 2]
    assert small.ids("EC会") == [1]


def test_variants_and_widths_are_the_same(small: SmallIndex) -> None:
    small.add([document(1, "", "臺灣裏的高峯"), document(2, "", "台湾里的高峰")])
    for keyword in ("台湾", "臺灣", "裏的高峰", "高峯"):
        assert small.ids(keyword) == [1, 2]


def test_a_text_that_goes_missing_from_the_segment_is_not_found(small: SmallIndex) -> None:
    small.add([document(1, "", "联席会议"), document(2, "", "联席会议")])
    small.delete([1])
    assert small.ids("联席") == [2]


def test_punctuation_alone_can_be_searched(small: SmallIndex) -> None:
    small.add([document(1, "", "《条例》"), document(2, "", "条例")])
    assert small.ids("《") == [1]
    assert small.ids("《条例》") == [1]
    assert small.ids("》《") == []


@pytest.mark.shared_data
def test_keywords_cut_out_of_real_articles_are_exact(small: SmallIndex, shared_data: Path) -> None:
    with gzip.open(shared_data / "corpus" / "dev-small.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line, _ in zip(file, range(400), strict=False)]
    small.add([document(n, row["title"], row["body"]) for n, row in enumerate(rows)], parts=3)
    small.fulltext.merge()
    rng = random.Random(4)
    traditional = opencc.OpenCC("s2t")
    for _ in range(300):
        text = normal(rng.choice(rows)["body"])
        start = rng.randrange(max(1, len(text) - 8))
        keyword = text[start : start + rng.choice([1, 2, 2, 3, 4, 5, 8])]
        if '"' not in keyword and "”" not in keyword and keyword.strip():
            form = rng.choice([keyword, traditional.convert(keyword)])
            assert small.ids(quoted(form)) == small.scan(form), form
