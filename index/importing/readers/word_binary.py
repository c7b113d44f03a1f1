"""Binary Word documents (doc since Word 6) and WPS Writer's wps, which shares the format.

The text is found through the piece table, as Microsoft's published format description [MS-DOC] tells;
formatting is ignored. Files that only call themselves .doc are sent to their real reader before.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from itertools import accumulate, pairwise

import olefile

from index.errors import ReadError
from index.importing.dates import iso_date
from index.importing.encoding import decode
from index.importing.readers.office import of_paragraphs
from index.importing.readers.word_revisions import Deletions, deletions
from index.model import Draft

_MAGIC = 0xA5EC
_WORD_97 = 0x00C1  # the first version whose text may be UTF-16 and lies in pieces
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_TEXT_LENGTH, _CLX = 0x004C, 0x01A2  # offsets in the file information block; seven lengths of parts
_COMPRESSED = 0x40000000
_LONGEST = 64 << 20
_CELL, _PARAGRAPH, _LINE, _PAGE = "\x07", "\r", "\x0b", "\x0c"
_NOTE, _DRAWN, _BLANKS = "\x02", "\x08", " \n\t\x00"
_GONE = "\ufffe"  # no character
_FIELD, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"


def read(data: bytes, name: str) -> Iterator[Draft]:
    """The one draft of a doc or wps file. Raises ReadError: damaged, encrypted, unknown_format."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if not ole.exists("WordDocument"):
                raise ReadError("reason.unknown_format", path=name, suffix="OLE")
            main = ole.openstream("WordDocument").read(_LONGEST)
            text = _text(main, ole, name)
            created = ole.get_metadata().create_time
    except (
        OSError,
        struct.error,
        ValueError,
        IndexError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
        UnicodeError,
        OverflowError,
    ) as error:
        raise ReadError("reason.damaged", path=name, problem=str(error)[:120]) from error
    stamp = (
        iso_date(created.year, created.month, created.day)
        if created is not None and hasattr(created, "year")
        else None
    )
    yield of_paragraphs(_paragraphs(text), name, stamp)


def _text(main: bytes, ole: olefile.OleFileIO, name: str) -> str:
    """The characters of the document, with Word's control characters; notes stand behind their paragraphs."""
    magic, version = struct.unpack_from("<HH", main, 0)
    (flags,) = struct.unpack_from("<H", main, 0x0A)
    if magic not in (_MAGIC, 0xA5DC):
        raise ReadError("reason.damaged", path=name, problem="FIB")
    if flags & _ENCRYPTED:
        raise ReadError("reason.encrypted", path=name)
    if version < _WORD_97:
        start, end = struct.unpack_from("<II", main, 0x18)
        return decode(main[start:end]).text
    lengths = struct.unpack_from("<7I", main, _TEXT_LENGTH)
    position, size = struct.unpack_from("<II", main, _CLX)
    table = ole.openstream("1Table" if flags & _SECOND_TABLE else "0Table").read(_LONGEST)
    text = "".join(_pieces(main, table[position : position + size], deletions(main, table)))
    bounds = list(accumulate(lengths, initial=0))
    body, footnotes, _, _, _, endnotes, boxes = (text[a:b] for a, b in pairwise(bounds))
    return _with_boxes(_with_notes(body, footnotes, endnotes), boxes)


def _with_notes(body: str, *parts: str) -> str:
    """The main text with each note behind the paragraph that refers to it; what is left over at the end."""
    notes = [note.strip() for part in parts for note in part.split(_NOTE)[1:] if note.strip()]
    pieces: list[str] = []
    for paragraph in body.split(_PARAGRAPH):
        count = min(paragraph.count(_NOTE), len(notes))
        pieces += [paragraph.replace(_NOTE, ""), *notes[:count]]
        del notes[:count]
    return _PARAGRAPH.join([*pieces, *notes])


def _with_boxes(body: str, boxes: str) -> str:
    """The main text with the words of its text boxes behind the paragraph where the first is anchored."""
    words = boxes.strip(_PARAGRAPH + _BLANKS)
    if not words:
        return body
    anchor = max(body.find(_DRAWN), 0)
    end = body.find(_PARAGRAPH, anchor)
    place = end + 1 if end >= 0 else len(body)
    return f"{body[:place]}{words}{_PARAGRAPH}{body[place:]}"


def _pieces(main: bytes, clx: bytes, deleted: Deletions) -> Iterator[str]:
    """The pieces of text in order, _GONE for deleted characters; formatting before the table is skipped."""
    at = 0
    while clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at] != 2:
        raise ValueError("piece table")
    (size,) = struct.unpack_from("<I", clx, at + 1)
    count = (size - 4) // 12
    if not 0 <= count <= len(clx) // 8:
        raise ValueError("piece table")
    bounds = struct.unpack_from(f"<{count + 1}I", clx, at + 5)
    descriptors = at + 5 + 4 * (count + 1)
    for index in range(count):
        (place,) = struct.unpack_from("<I", clx, descriptors + 8 * index + 2)
        characters = bounds[index + 1] - bounds[index]
        width = 1 if place & _COMPRESSED else 2
        start = (place & ~_COMPRESSED) // 2 if place & _COMPRESSED else place
        piece = main[start : start + width * characters].decode(
            "cp1252" if width == 1 else "utf-16-le", "replace"
        )
        if deleted.starts and len(piece) == characters:
            piece = "".join(
                _GONE if deleted.has(start + width * number) else char for number, char in enumerate(piece)
            )
        yield piece


def _paragraphs(text: str) -> list[str]:
    """Paragraphs and table rows; of fields (links, page numbers) only the printed result."""
    pieces: list[str] = []
    fields: list[bool] = []  # per open field: whether its result is being read
    for character in text.replace(_GONE, ""):
        if character == _FIELD:
            fields.append(False)
        elif character == _FIELD_RESULT and fields:
            fields[-1] = True
        elif character == _FIELD_END and fields:
            fields.pop()
        elif all(fields):
            pieces.append(character)
    text = "".join(pieces).replace(_CELL + _CELL, _PARAGRAPH).replace(_CELL, "\u3000")
    for ending in (_LINE, _PAGE):
        text = text.replace(ending, _PARAGRAPH)
    text = text.replace("\x1e", "-").replace("\x1f", "")
    return [paragraph.replace("\x01", "").replace("\x08", "") for paragraph in text.split(_PARAGRAPH)]
