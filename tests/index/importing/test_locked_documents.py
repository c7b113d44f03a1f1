"""Documents behind a password, and tables under a wrong name, made by LibreOffice and other real programs."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from index.errors import ReadError
from index.importing.readers import read_any
from index.model import Draft

LOCKED = Path(__file__).parent / "locked"


@pytest.mark.parametrize("name", ["locked.pdf", "locked.docx"])
@pytest.mark.parametrize("called", ["", "a.docx", "a.xlsx", "a.doc"])
def test_a_document_behind_a_password_says_so(name: str, called: str) -> None:
    with pytest.raises(ReadError) as caught:
        list(read_any((LOCKED / name).read_bytes(), called or name))
    assert caught.value.code == "reason.encrypted"


def test_an_open_document_behind_a_password_says_so() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", b"\x93\x12 ciphered")
        package.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
            "</manifest:file-entry></manifest:manifest>",
        )
    with pytest.raises(ReadError) as caught:
        list(read_any(buffer.getvalue(), "a.odt"))
    assert caught.value.code == "reason.encrypted"


@pytest.mark.parametrize("suffix", ["xls", "xlsx", "doc", "et"])
def test_an_old_spreadsheet_is_read_whatever_it_is_called(suffix: str) -> None:
    (item,) = read_any((LOCKED.parent / "tables" / "meetings.xls").read_bytes(), f"a.{suffix}")
    assert isinstance(item, Draft)
    assert (item.title, item.date) == ("会议召开", "2024-03-05")


@pytest.mark.parametrize("suffix", ["ods", "xlsx"])
def test_spreadsheets_of_libreoffice_are_read(suffix: str) -> None:
    (item,) = read_any((LOCKED.parent / "tables" / f"meetings.{suffix}").read_bytes(), f"a.{suffix}")
    assert isinstance(item, Draft)
    assert item.body == "澄安市召开会议研究部署有关工作。"
