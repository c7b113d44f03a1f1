"""The bytes as they came."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.catalogue import originals


@given(data=st.binary(max_size=2000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_come_back_as_they_were(tmp_path: Path, data: bytes) -> None:
    source = tmp_path / "source"
    source.write_bytes(data)
    digest = originals.store(tmp_path / "originals", source)
    with originals.open_original(tmp_path / "originals", digest) as stream:
        assert stream.read() == data
    assert originals.intact(tmp_path / "originals", digest)


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"the same" * 50)
        originals.store(tmp_path / "originals", tmp_path / name)
    assert len([p for p in (tmp_path / "originals").rglob("*") if p.is_file()]) == 1


def test_what_is_compressed_already_is_not_compressed_again(tmp_path: Path) -> None:
    source = tmp_path / "a.gz"
    source.write_bytes(gzip.compress(b"text" * 100))
    digest = originals.store(tmp_path / "originals", source)
    place = originals.place(tmp_path / "originals", digest)
    assert place is not None and place.read_bytes() == source.read_bytes()


@pytest.mark.parametrize("harm", ["remove", "truncate", "flip"])
def test_harm_is_noticed(tmp_path: Path, harm: str) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"an article" * 300)
    folder = tmp_path / "originals"
    digest = originals.store(folder, source)
    place = originals.place(folder, digest)
    assert place is not None
    data = bytearray(place.read_bytes())
    if harm == "remove":
        place.unlink()
    elif harm == "truncate":
        place.write_bytes(data[:-9])
    else:
        data[-10] ^= 1
        place.write_bytes(data)
    assert not originals.intact(folder, digest)
