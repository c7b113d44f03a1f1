"""Bytes to text: the encoding is decided from the bytes, the declaration and the content together.

Called by every reader that gets bytes of unknown encoding. A byte order mark or valid UTF-8 decides at once;
otherwise each encoding in use for Chinese is a hypothesis, and the one wins whose text is the most likely
Chinese (`index.importing.plausibility`). A declaration counts as evidence, not as proof.
"""

from __future__ import annotations

import codecs
import math
import re
from dataclasses import dataclass

from index.importing.euc_tw import decode_euc_tw
from index.importing.plausibility import cost

_SAMPLE = 12_000  # bytes that are weighed; plenty for certainty, and cheap
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# What the names found in declarations stand for; GB2312 and GBK are subsets of GB18030.
_ALIASES = {
    "utf8": "utf-8",
    "utf-8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big-5": "big5hkscs",
    "cp950": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "hz-gb-2312": "hz",
    "hz": "hz",
    "euc-tw": "euc-tw",
    "x-euc-tw": "euc-tw",
    "utf-16": "utf-16-le",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "utf-32": "utf-32-le",
    "utf-32le": "utf-32-le",
    "utf-32be": "utf-32-be",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
}
# Evidence before looking, in nats: how much rarer an encoding is than GB18030.
_PRIORS = {
    "utf-8": -4.0,
    "gb18030": 0.0,
    "big5hkscs": 1.0,
    "utf-16-le": 3.0,
    "utf-16-be": 4.0,
    "euc-tw": 4.0,
    "cp1252": 8.0,
}
_DECLARED = 5.0  # what a declaration is worth, in nats: several sites declare gb2312 and send UTF-8
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I
)
_HZ = re.compile(rb"~\{(?:[\x21-\x7e]{2})+?(?:~\}|\n|$)")
_COMMON_CHINESE = 9.0  # nats per character; running text has 6 to 7
_NAMES = 10.0  # names have 8 to 9.5, bytes by chance 11 and more
_FEW_CHARACTERS, _FEW_STRETCHES = 8, 3
# Text in EUC-TW: nothing but two-byte characters, most of them in the rows of the common characters.
_EUC_TW = re.compile(rb"(?:[\xc4-\xe5][\xa1-\xfe]|\xa1[\xa1-\xfe]){2}|\x8e[\xa1-\xa7][\xa1-\xfe]{2}")
_LONG_ASCII = re.compile(rb"[\x00-\x7f]{64,}")
_REPLACED = "\ufffd"
# Signs of Big5 whose bytes Windows reads otherwise; the oblique strokes (`／`) are left as they are typed.
_AS_WINDOWS = str.maketrans("•､‾∼♁☉¥¢£", "‧﹑¯～⊕⊙￥￠￡")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without a byte order mark, the codec that made it, and how sure that is (0 to 1)."""

    text: str
    encoding: str
    confidence: float


def byte_order_mark(data: bytes) -> bytes:
    """The mark that `data` begins with; empty if there is none."""
    return next((mark for mark, _ in _MARKS if data.startswith(mark)), b"")


def declared_in_html(data: bytes) -> str | None:
    """The charset that the head of an HTML or XML document declares."""
    found = _CHARSET.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode `data`; never fails: bytes that fit no hypothesis become U+FFFD and lower the confidence."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _text(data[len(mark) :], encoding)
            return Decoded(text, encoding, 1.0 if _REPLACED not in text else 0.9)
    wide = _wide(data[:_SAMPLE])
    if wide is not None:
        return Decoded(_text(data, wide), wide, 0.99)
    hint = _ALIASES.get((declared or "").strip().lower())
    hz = _hidden_hz(data)
    if hz is not None:
        return hz
    if data.isascii() and not _may_be_hidden(data):
        return Decoded(data.decode("ascii"), "utf-8", 1.0)
    if _is_certain_utf8(data):
        return Decoded(_text(data, "utf-8"), "utf-8", 1.0)
    return _most_likely(data, hint)


def _text(data: bytes, encoding: str) -> str:
    """`data` decoded; a character cut off at the very end is left out, other bad bytes become U+FFFD."""
    if encoding == "euc-tw":
        return decode_euc_tw(data)
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    return decoder.decode(data, final=False)


def _wide(sample: bytes) -> str | None:
    """UTF-32 without a mark: of each four bytes the first, or the last, is zero and the next hardly more."""
    if len(sample) < 8 or b"\0\0" not in sample:
        return None
    sample = sample[: len(sample) - len(sample) % 4]
    for name, highest, next_one in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
        if not any(sample[highest::4]) and max(sample[next_one::4]) <= 0x10:
            text = sample.decode(name, "replace")
            if "\0" not in text and _REPLACED not in text:
                return name
    return None


def _hidden_hz(data: bytes) -> Decoded | None:
    """HZ: GB2312 between `~{` and `~}` in 7-bit bytes; certain if all of it is common Chinese.

    Lists of names are less common, but have many stretches.
    """
    if not data.isascii() or not _HZ.search(data):
        return None
    try:
        text = data.decode("hz")
    except UnicodeDecodeError:
        return None
    chinese = "".join(character for character in text if not character.isascii())
    many = len(chinese) >= _FEW_CHARACTERS and data.count(b"~{") >= _FEW_STRETCHES
    if not chinese or cost(chinese) > (_NAMES if many else _COMMON_CHINESE) * len(chinese):
        return None
    return Decoded(text, "hz", 0.99)


def _may_be_hidden(data: bytes) -> bool:
    """Whether 7-bit bytes may hide another encoding: the zero bytes of UTF-16."""
    return b"\0" in data


def _is_certain_utf8(data: bytes) -> bool:
    """Strictly valid UTF-8 with enough multi-byte characters to rule out chance."""
    if b"\0" in data[:_SAMPLE]:
        return False
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(data, final=False)
    except UnicodeDecodeError:
        return False
    return len(data) - len(text) >= 12


def _windows_or_hong_kong(data: bytes, hong_kong: str) -> tuple[str, str]:
    """Big5 as Windows in Taiwan writes it where that explains all bytes, else with Hong Kong's characters.

    The two differ in a few signs (`～`, `‧`), which Windows means even where the standard says otherwise.
    Circled numbers and kana stand for both where Hong Kong has them, since fonts in Taiwan did the same;
    Python's table for Windows has others there.
    """
    windows = _text(data, "cp950")
    if windows.count(_REPLACED) < hong_kong.count(_REPLACED):
        return windows, "cp950"
    if windows.count(_REPLACED) == hong_kong.count(_REPLACED):
        return hong_kong.translate(_AS_WINDOWS), "cp950"
    return hong_kong, "big5hkscs"


def _sample(data: bytes) -> bytes:
    """A part of `data` rich in bytes above ASCII, cut at a line end or an ASCII byte where possible."""
    if len(data) <= _SAMPLE:
        return data
    if b"\0" not in data:
        dense = _LONG_ASCII.sub(b"\n", data)  # the scripts of a page tell nothing
        return dense[:_SAMPLE]
    first = re.search(rb"[\x80-\xff]", data)
    start = first.start() if first else 0
    start = max(0, min(start, len(data) - _SAMPLE))
    if start:
        line = data.rfind(b"\n", 0, start)
        start = line + 1 if line >= 0 else start
        start -= start % 2  # keeps UTF-16 in step
    return data[start : start + _SAMPLE]


def _candidates(sample: bytes) -> list[str]:
    names = ["utf-8", "gb18030", "big5hkscs"]
    if _EUC_TW.search(sample):
        names.append("euc-tw")
    if len(sample) >= 4:
        names += ["utf-16-le", "utf-16-be"]
    names.append("cp1252")
    return names


def _most_likely(data: bytes, hint: str | None) -> Decoded:
    sample = _sample(data)
    costs: list[tuple[float, str]] = []
    for name in _candidates(sample):
        total = cost(_text(sample, name)) + _PRIORS.get(name, 2.0)
        if name.startswith("utf-16") and len(sample) % 2:
            total += 6
        if name == hint:
            total -= _DECLARED
        costs.append((total, name))
    costs.sort()
    (best, encoding), (second, _) = costs[0], costs[1]
    text = _text(data, encoding)
    if encoding == "big5hkscs":
        text, encoding = _windows_or_hong_kong(data, text)
    margin = min(60.0, second - best)
    confidence = 1 / (1 + math.exp(-margin))
    broken = text.count(_REPLACED)
    if broken:
        confidence *= max(0.1, 1 - 20 * broken / max(1, len(text)))
    return Decoded(text, encoding, round(confidence, 4))
