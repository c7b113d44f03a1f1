"""7z containers, all written by 7-Zip itself, are read like folders; damage and bombs cost nothing."""

from __future__ import annotations

import struct
import sys
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import ReadError
from index.importing import RecordFailure, drafts, units
from index.importing.readers import container, read_any
from index.model import Draft

ARCHIVES = Path(__file__).parent / "archives"
READABLE = ("lzma", "lzma2", "bzip2", "deflate", "copy", "branches", "delta", "apart")
TITLE = "江城市与湖州市签署合作协议"


def items(data: bytes, name: str = "档案.7z") -> dict[str, Draft | RecordFailure]:
    return {item.record: item for item in read_any(data, name)}


@pytest.mark.parametrize("method", READABLE)
def test_members_are_read_whatever_method_packed_them(method: str) -> None:
    found = items((ARCHIVES / f"{method}.7z").read_bytes())
    assert set(found) == {"2024年/协议.txt", "2024年/内部/说明.txt", "2024年/agreement.odt", "空白.txt"}
    for record in ("2024年/协议.txt", "2024年/agreement.odt"):
        draft = found[record]
        assert isinstance(draft, Draft)
        assert (draft.title, draft.date, draft.source) == (TITLE, "2024-03-05", "江城日报")
    empty = found["空白.txt"]
    assert isinstance(empty, RecordFailure) and empty.code == "reason.empty"


def test_archives_inside_are_read_too() -> None:
    assert set(items((ARCHIVES / "nested.7z").read_bytes())) == {
        "inner.zip/协议.txt",
        "inner.7z/内部/说明.txt",
    }


def test_a_7z_is_known_by_its_content() -> None:
    assert len(items((ARCHIVES / "lzma.7z").read_bytes(), "档案.zip")) == 4


def test_members_behind_a_password_are_named_in_the_report() -> None:
    found = items((ARCHIVES / "password.7z").read_bytes())
    codes = {record: item.code for record, item in found.items() if isinstance(item, RecordFailure)}
    assert codes["2024年/协议.txt"] == "reason.encrypted"
    assert not any(isinstance(item, Draft) for item in found.values())


def test_a_container_whose_names_are_behind_a_password_says_so() -> None:
    with pytest.raises(ReadError) as caught:
        items((ARCHIVES / "password_for_names.7z").read_bytes())
    assert caught.value.code == "reason.encrypted"


@pytest.mark.parametrize(("archive", "method"), [("ppmd", "PPMd"), ("deflate64", "Deflate64")])
def test_a_method_that_cannot_be_undone_is_named(archive: str, method: str) -> None:
    found = items((ARCHIVES / f"{archive}.7z").read_bytes())["2024年/协议.txt"]
    assert isinstance(found, RecordFailure)
    assert (found.code, found.details) == ("reason.unknown_method", (("method", method),))


def test_a_damaged_member_fails_alone() -> None:
    data = bytearray((ARCHIVES / "copy.7z").read_bytes())
    data[data.index(TITLE.encode("gb18030"))] ^= 1
    found = items(bytes(data))
    broken = found.pop("2024年/协议.txt")
    assert isinstance(broken, RecordFailure) and broken.code == "reason.damaged"
    assert sum(isinstance(item, Draft) for item in found.values()) == 2


def test_a_member_beyond_the_limit_is_refused_without_being_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "_LARGEST_MEMBER", 300)
    found = items((ARCHIVES / "lzma2.7z").read_bytes())
    document = found["2024年/agreement.odt"]
    assert isinstance(document, RecordFailure) and document.code == "reason.bomb"
    assert isinstance(found["2024年/协议.txt"], Draft)


def test_a_block_beyond_the_limit_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "_LARGEST_TOTAL", 1000)
    found = items((ARCHIVES / "lzma2.7z").read_bytes())
    codes = {item.code for item in found.values() if isinstance(item, RecordFailure)}
    assert codes == {"reason.bomb", "reason.empty"}


@settings(max_examples=150, deadline=None)
@given(
    method=st.sampled_from((*READABLE, "nested", "password")),
    changes=st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=4),
    cut=st.one_of(st.none(), st.integers(0, 1 << 20)),
)
def test_damage_ends_in_a_reason(method: str, changes: list[tuple[int, int]], cut: int | None) -> None:
    data = bytearray((ARCHIVES / f"{method}.7z").read_bytes())
    offset, size = struct.unpack("<QQ", data[12:28])
    header = slice(32 + offset, 32 + offset + size)
    for place, value in changes:
        data[header.start + place % size] = value
    data[28:32] = struct.pack("<I", zlib.crc32(data[header]))  # so that the damage is met by the reader
    data[8:12] = struct.pack("<I", zlib.crc32(data[12:32]))
    try:
        items(bytes(data if cut is None else data[: cut % len(data)]))
    except ReadError as error:
        assert str(error)


@pytest.mark.parametrize("packed", ["lzma2.7z", "inner.zip"])
def test_an_archive_too_large_for_memory_is_read_from_the_disk(
    packed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / packed
    if packed.endswith(".zip"):
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("2024年/协议.txt", f"{TITLE}\n发布时间：2024-03-05\n签约仪式在江城举行。\n")
    else:
        path.write_bytes((ARCHIVES / packed).read_bytes())
    monkeypatch.setattr(sys.modules[units.__module__], "_LARGEST_FILE", 100)
    (unit,) = units(path)
    found = {item.record: item for item in drafts(unit)}["2024年/协议.txt"]
    assert isinstance(found, Draft) and found.title == TITLE
