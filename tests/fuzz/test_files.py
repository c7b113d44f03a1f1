"""Files of strangers: a reader answers with articles or with a reason, soon and without eating the memory."""

from __future__ import annotations

import gzip
import io
import json
import math
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.archive.preparation import read_unit
from index.catalogue.records import Prepared
from index.errors import ReadError
from index.importing import RecordFailure, units
from index.importing.readers import read_any
from index.importing.repair.gloss import undo_glosses
from index.model import Script
from index.script.conversion import convert
from tests.fuzz.profile import FUZZ

ODD = [
    "\0",
    "\ud800",
    "\udfff",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\ue000",
    "（huì ）",
    "會(huì )",
    "ä¸­",
    "\x1b[31m",
    "𠮷",
]
TEXTS = st.lists(
    st.one_of(st.text(max_size=8), st.sampled_from([*ODD, "来源：", "2024年3月5日", "任命王小明为市长。"]))
).map("".join)
VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.just(10**400),
        st.floats(),
        TEXTS,
        st.sampled_from(["2024-13-45", "9999-99-99", "昨日", "0000-00-00", "x" * 100_000]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=5,
)
FIELDS = st.sampled_from("id title date source author url body text 标题 正文 日期".split())


def outcome(path: Path) -> tuple[int, set[str]]:
    """How many articles a file has, and the codes of what failed; another exception fails the test."""
    found, codes = 0, set()
    try:
        for unit in units(path):
            for item in read_unit(unit):
                if isinstance(item, RecordFailure):
                    codes.add(item.code)
                else:
                    assert isinstance(item, Prepared)
                    assert not item.trouble
                    item.draft.body.encode(), item.draft.title.encode()  # no lone surrogates come through
                    found += 1
    except ReadError as error:
        assert str(error)
        codes.add(error.code)
    return found, codes


@FUZZ
@given(
    st.lists(st.dictionaries(FIELDS, VALUES, max_size=6), min_size=1, max_size=4),
    st.sampled_from([".jsonl", ".json"]),
)
def test_records_of_every_wrong_type(tmp_path: Path, records: list[dict[str, object]], suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    lines = [json.dumps(record) for record in records]
    path.write_text("\n".join(lines) if suffix == ".jsonl" else f"[{','.join(lines)}]", encoding="utf-8")
    outcome(path)


@FUZZ
@given(TEXTS)
def test_repair_and_conversion_of_any_text(text: str) -> None:
    undo_glosses(text)
    for script in Script:
        assert convert(text, script).text is not None


@FUZZ
@given(st.dictionaries(TEXTS, st.binary(max_size=60), max_size=4), st.binary(max_size=6), st.integers(0, 400))
def test_zips_with_any_names_and_damage(members: dict[str, bytes], noise: bytes, place: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for number, (name, content) in enumerate(members.items()):
            package.writestr(
                f"../{number}{name}".encode("utf-8", "replace").decode().replace("\0", "_"), content
            )
    data = bytearray(buffer.getvalue())
    data[place : place + len(noise)] = noise
    try:
        list(read_any(bytes(data), "a.zip"))
    except ReadError as error:
        assert str(error)


MEGA = 1 << 20
MONSTERS: dict[str, Callable[[], bytes]] = {
    "newlines.jsonl": lambda: b"\n" * MEGA,
    "one-line.jsonl": lambda: b"a" * (40 * MEGA),
    "zeros.jsonl": lambda: b"\0" * (5 * MEGA),
    "bomb.jsonl.gz": lambda: gzip.compress(b"\0" * (100 * MEGA), 1),
    "cut.jsonl.gz": lambda: gzip.compress(b'{"body":"x"}\n' * 100)[:-9],
    "deep.jsonl": lambda: b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "huge-number.json": lambda: b'[{"id":' + b"9" * 100_000 + b',"body":"x"}]',
    "numbers.json": lambda: b"[" + b"1," * MEGA + b"1]",
    "letter.txt": lambda: b"a" * (33 * MEGA),
    "letter.eml": lambda: b"From: a\nTo: b\n\n" + b"a" * (97 * MEGA),
    "letter.warc": lambda: b"WARC/1.0\r\n" + b"a" * (30 * MEGA),
    "letter.pdf": lambda: b"%PDF-" + b"a" * (10 * MEGA),
    "letter.rtf": lambda: b"{\\rtf1 " + b"a" * (33 * MEGA),
    "letter.csv": lambda: b"a" * (10 * MEGA),
    "bomb.txt.gz": lambda: gzip.compress(b"a" * (100 * MEGA), 1),
}


@pytest.mark.parametrize("name", MONSTERS)
def test_monstrous_files_cost_little(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(MONSTERS[name]())
    size = path.stat().st_size
    began = time.process_time()
    tracemalloc.start()
    try:
        found, _ = outcome(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found <= 1
    assert time.process_time() - began < 20
    assert peak < 300 * MEGA + 2 * size


@pytest.mark.parametrize(
    "piece", ["中", "（huì ）", "(huì)", "2024年", "来源：", "王小明、", "王小明说：“", "〔2024〕5号"]
)
def test_a_million_characters_cost_no_more_than_ten_times_a_tenth(tmp_path: Path, piece: str) -> None:
    def seconds(count: int) -> float:
        path = tmp_path / f"{count}.txt"
        path.write_text((piece * (count // len(piece) + 1)), encoding="utf-8")
        began = time.process_time()
        outcome(path)
        return time.process_time() - began

    seconds(1_000)
    short, long = seconds(20_000), seconds(100_000)
    assert long < 15 * short + 0.5, (short, long)


def test_not_a_number_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"title": math.nan, "body": "正文"}) + '\n{"body":"甲","body":"乙"}', "utf-8")
    assert outcome(path) == (2, set())


def test_of_a_million_bad_records_the_first_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("[" + "{}," * 20_000 + "{}]", encoding="utf-8")
    items = [item for unit in units(path) for item in read_unit(unit)]
    assert len(items) == 10_001
    assert isinstance(items[-1], RecordFailure)
    assert (items[-1].code, items[-1].details) == ("reason.more_failures", (("count", "10001"),))


def test_a_damaged_dump_prints_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    head = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 4\r\n\r\n"
    (tmp_path / "a.warc").write_bytes(head + "秘密的正文".encode() * 50)
    outcome(tmp_path / "a.warc")
    assert capfd.readouterr() == ("", "")
