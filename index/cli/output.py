"""How the command line speaks: data to standard output, words to standard error, always UTF-8."""

from __future__ import annotations

import json
import sys
from io import TextIOWrapper

from index.errors import JuanzongError
from index.wording import say, system_language


def prepare_streams() -> None:
    """Make both streams UTF-8 with plain newlines, whatever the system's code page is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def data(line: str) -> None:
    """One line of data."""
    sys.stdout.write(line + "\n")


def record(value: dict[str, object]) -> None:
    """One JSON object on a line of its own."""
    data(json.dumps(value, ensure_ascii=False))


def words(code: str, **details: object) -> None:
    """One sentence for the person at the keyboard."""
    sys.stderr.write(sentence(code, **details) + "\n")
    sys.stderr.flush()


def sentence(code: str, **details: object) -> str:
    """The sentence for `code` in the system's language."""
    return say(code, system_language(), **details)


def error_words(error: JuanzongError) -> str:
    """The sentence for an error in the system's language."""
    return sentence(error.code, **error.details)
