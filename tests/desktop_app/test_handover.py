"""A second start hands over what it was asked for, and nothing from outside can upset the first."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing, suppress
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop_app.handover import MOST, Request, address, call, dump, family, load
from desktop_app.reception import Reception

names = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=40)


@given(st.lists(names, max_size=5), names, st.booleans())
@settings(suppress_health_check=[HealthCheck.too_slow])  # names of every sort are slow to make
def test_a_request_arrives_as_it_was_sent(paths: list[str], link: str, sample: bool) -> None:
    request = Request(tuple(Path(each) for each in paths), link, sample)
    assert load(dump(request)) == request


@given(st.binary(max_size=300) | st.from_regex(rb'\{"juanzong": ?1,.*\}', fullmatch=True))
@example(b'{"juanzong": 1, "paths": "abc"}')
@example(b'{"juanzong": 1, "paths": [1]}')
@example(b'{"juanzong": 1, "paths": ["a\\u0000b"]}')
@example(b'{"juanzong": 1, "link": 7}')
@example(b"[" * 60_000)
@example(b'{"juanzong": 2}')
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_what_is_no_request_is_none_and_never_an_error(line: bytes) -> None:
    found = load(line)
    assert found is None or isinstance(found, Request)


def test_without_a_program_nobody_takes_the_call() -> None:
    assert not call(Request())


def test_the_first_program_takes_the_call_of_the_second(qtbot: QtBot, tmp_path: Path) -> None:
    reception = Reception()
    try:
        assert reception.open
        code = (
            "import sys; from pathlib import Path; from desktop_app.handover import Request, call;"
            "sys.exit(0 if call(Request((Path(sys.argv[1]),), 'juanzong://a/1')) else 3)"
        )
        with qtbot.waitSignal(reception.called, timeout=20_000) as heard:
            done = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "文章.txt")])
        assert done.wait(20) == 0
        assert heard.args == [Request((tmp_path / "文章.txt",), "juanzong://a/1")]
    finally:
        reception.close()
    assert not call(Request())


def test_noise_on_the_line_is_passed_over(qtbot: QtBot) -> None:
    reception = Reception()
    try:
        for noise in (b"", b"\xff\xfe", b"bye", b"{}", b"x" * 2000):
            with closing(Client(address(), family())) as connection:
                connection.send_bytes(noise)
                with pytest.raises((EOFError, OSError)):
                    connection.recv_bytes(16)
        with closing(Client(address(), family())) as connection, suppress(OSError):
            connection.send_bytes(b"y" * (MOST + 1))  # cut off before it is through
        half = Client(address(), family())
        if sys.platform != "win32":
            os.write(half.fileno(), b"\0\0\1\0half")  # says nothing more, and stays
        with closing(Client(address(), family())):
            pass  # went away without a word
        qtbot.waitUntil(lambda: call(Request(sample=True)), timeout=20_000)
        half.close()
    finally:
        reception.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe leaves nothing behind")
def test_what_a_killed_program_left_does_not_keep_the_next_from_listening(qtbot: QtBot) -> None:
    Path(address()).write_bytes(b"")
    reception = Reception()
    try:
        assert reception.open
        assert Path(address()).stat().st_mode & 0o077 == 0
        assert Path(address()).stat().st_uid == os.getuid()
    finally:
        reception.close()
