"""The same article comes in alike from every format; the files were written by LibreOffice."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
import xlsxwriter

from index.errors import ReadError
from index.importing import RecordFailure, drafts, units
from index.importing.readers import read_any
from index.model import DateOrigin, Draft

FILES = Path(__file__).parent / "files"
TITLE = "江城市与湖州市签署合作协议"
OPENING = "3月4日，江城市与湖州市在江城签署战略合作协议。"
CLOSING = "李明说，双方要以此次签约为契机，深化合作，互利共赢。"
TEXT = f"{TITLE}\n发布时间:2024-03-05\n来源:江城日报\n\n{OPENING}\n{CLOSING}\n"
PAGE = (
    f"<html><head><meta charset='utf-8'><title>{TITLE}_江城网</title></head><body><h1>{TITLE}</h1>"
    f"<p>2024-03-05 10:00 来源：江城日报</p><div id='zoom'>"
    f"<p>{OPENING}会议强调，要加强产业协同发展，推动两地产业高效衔接。</p>"
    f"<p>{CLOSING}</p></div></body></html>"
)


def read(data: bytes, name: str) -> list[Draft | RecordFailure]:
    return list(read_any(data, name))


def only(data: bytes, name: str) -> Draft:
    (item,) = read(data, name)
    assert isinstance(item, Draft)
    return item


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("suffix", ["docx", "doc", "odt", "rtf", "pdf", "epub"])
def test_documents_of_office_programs_are_read(suffix: str) -> None:
    (unit,) = units(FILES / f"agreement.{suffix}")
    (draft,) = drafts(unit)
    assert isinstance(draft, Draft)
    assert (draft.title, draft.date, draft.source) == (TITLE, "2024-03-05", "江城日报")
    paragraphs = draft.body.split("\n")
    assert paragraphs[0].startswith(OPENING)
    assert CLOSING in paragraphs
    assert "责任编辑" not in draft.body
    assert "江城市政府" in draft.body


@pytest.mark.parametrize("suffix", ["docx", "doc", "odt"])
def test_a_row_of_a_table_is_one_line(suffix: str) -> None:
    (unit,) = units(FILES / f"agreement.{suffix}")
    (draft,) = drafts(unit)
    assert isinstance(draft, Draft)
    assert "江城市政府\u3000市长" in draft.body.split("\n")


def test_a_file_is_read_by_its_content_where_its_name_is_wrong() -> None:
    rtf = (FILES / "agreement.rtf").read_bytes()
    docx = (FILES / "agreement.docx").read_bytes()
    for data, name in (
        (rtf, "a.doc"),
        (docx, "a.doc"),
        (docx, "a.wps"),
        (PAGE.encode(), "a.doc"),
        (PAGE.encode(), "a.txt"),
        (PAGE.encode(), "page"),
    ):
        assert only(data, name).title == TITLE, name


def test_wps_documents_are_read() -> None:
    assert only((FILES / "agreement.doc").read_bytes(), "a.wps").title == TITLE


def test_rtf_in_the_code_page_of_china_is_read() -> None:
    def escaped(text: str) -> str:
        return "".join(
            character
            if character.isascii()
            else "".join(f"\\'{byte:02x}" for byte in character.encode("gbk"))
            for character in text
        )

    rtf = (
        "{\\rtf1\\ansi\\ansicpg936 {\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}"
        + "".join(escaped(line) + "\\par\n" for line in TEXT.split("\n"))
        + "}"
    )
    draft = only(rtf.encode("ascii"), "a.rtf")
    assert (draft.title, draft.date) == (TITLE, "2024-03-05")
    assert draft.body == f"{OPENING}\n{CLOSING}"


def test_markdown_loses_its_marks_and_front_matter_is_metadata() -> None:
    front = f"---\ntitle: {TITLE}\ndate: 2024-03-05\nsource: 江城日报\n---\n\n"
    table = "| 职务 | 姓名 |\n|--|--|\n| 市长 | 李明 |\n"
    text = f"{front}# {TITLE}\n\n**{OPENING}**[全文](http://example.org)\n\n- {CLOSING}\n\n{table}"
    draft = only(text.encode(), "a.md")
    assert (draft.title, draft.date, draft.source) == (TITLE, "2024-03-05", "江城日报")
    assert draft.body == f"{OPENING}全文\n{CLOSING}\n职务\u3000姓名\n市长\u3000李明"


@pytest.mark.parametrize(
    ("suffix", "delimiter", "codec"),
    [("csv", ",", "gb18030"), ("csv", ";", "utf-8-sig"), ("tsv", "\t", "utf-8")],
)
def test_rows_of_a_table_with_a_header_are_articles(suffix: str, delimiter: str, codec: str) -> None:
    rows = [
        ("编号", "标题", "正文", "发布时间", "来源"),
        ("7", TITLE, f'"{OPENING}\n{CLOSING}"', "2024年3月5日", "江城日报"),
    ]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode(codec)
    draft = only(data, f"a.{suffix}")
    assert (draft.title, draft.body, draft.date) == (TITLE, f"{OPENING}\n{CLOSING}", "2024-03-05")
    assert (draft.own_id, draft.record, draft.source) == ("7", "2", "江城日报")


def test_rows_of_a_spreadsheet_are_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("文章")
    sheet.write_row(0, 0, ["标题", "内容", "日期"])
    sheet.write_row(1, 0, [TITLE, OPENING + CLOSING, 20240305])
    workbook.close()
    draft = only(path.read_bytes(), "a.xlsx")
    assert (draft.title, draft.body, draft.date, draft.record) == (
        TITLE,
        OPENING + CLOSING,
        "2024-03-05",
        "2",
    )


def test_a_table_without_header_is_refused() -> None:
    with pytest.raises(ReadError) as error:
        read(b"1,2,3\n4,5,6", "a.csv")
    assert error.value.code == "reason.no_header"


@pytest.mark.parametrize("shape", ["list", "data", "single"])
def test_json_arrays_and_objects_are_read(shape: str) -> None:
    record = {"title": TITLE, "body": OPENING, "date": "2024-03-05"}
    value = {"list": [record], "data": {"total": 1, "data": [record]}, "single": record}[shape]
    assert only(json.dumps(value).encode(), "a.json").title == TITLE


def _mht(charset: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = TITLE
    message["Snapshot-Content-Location"] = "http://www.example.org/2024/0305/1.html"
    message.set_content(
        PAGE.replace("utf-8", charset), subtype="html", charset=charset, cte="quoted-printable"
    )
    message.add_related(b"\x89PNG", "image", "png", cid="<1>")
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_page_saved_as_one_file_is_read(charset: str) -> None:
    draft = only(_mht(charset), "a.mht")
    assert (draft.title, draft.date, draft.source) == (TITLE, "2024-03-05", "江城日报")
    assert draft.url == "http://www.example.org/2024/0305/1.html"


def test_a_mail_and_its_attachments_are_articles() -> None:
    message = EmailMessage()
    message["Subject"] = "转发：协议"
    message["From"] = "张三 <a@example.org>"
    message["Date"] = "Tue, 5 Mar 2024 10:00:00 +0800"
    message.set_content(f"{OPENING}\n{CLOSING}\n", charset="gb2312", cte="base64")
    message.add_attachment(TEXT.encode("gb18030"), "text", "plain", filename="协议.txt")
    message.add_attachment(b"MZ\x90", "application", "octet-stream", filename="virus.bin")
    mail, attached, failed = read(message.as_bytes(), "a.eml")
    assert isinstance(mail, Draft)
    assert (mail.title, mail.date, mail.date_origin, mail.author) == (
        "转发：协议",
        "2024-03-05",
        DateOrigin.META,
        "张三",
    )
    assert isinstance(attached, Draft)
    assert (attached.title, attached.record) == (TITLE, "协议.txt")
    assert isinstance(failed, RecordFailure)
    assert (failed.record, failed.code) == ("virus.bin", "reason.unknown_format")


def test_members_of_archives_are_read_however_deep() -> None:
    inner = zipped({"协议.txt": TEXT.encode("gb18030"), "photo.jpg": b"\xff\xd8"})
    outer = zipped(
        {
            "2024/inner.zip": inner,
            "2024/page.html": PAGE.encode(),
            "2024/page_files/x.html": b"<p>x</p>",
            "bad.pdf": b"%PDF-1.4 broken",
        }
    )
    first, second, third = read(outer, "a.zip")
    assert isinstance(first, Draft)
    assert (first.record, first.encoding) == ("2024/inner.zip/协议.txt", "gb18030")
    assert isinstance(second, Draft)
    assert second.record == "2024/page.html"
    assert isinstance(third, RecordFailure)
    assert (third.record, third.code) == ("bad.pdf", "reason.damaged")


def test_a_large_archive_is_shared_out_and_nothing_is_read_twice(tmp_path: Path) -> None:
    names = [f"{number:03}.txt" for number in range(101)]
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({name: f"{name}\n{TEXT}".encode() for name in names}))
    shares = list(units(path))
    assert len(shares) == 3
    assert [item.record for unit in shares for item in drafts(unit)] == names


def test_a_document_called_zip_is_one_article(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    members = {f"word/media/{number}.png": b"" for number in range(60)}
    document = (FILES / "agreement.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        members |= {name: package.read(name) for name in package.namelist()}
    path.write_bytes(zipped(members))
    (unit,) = units(path)
    (draft,) = drafts(unit)
    assert isinstance(draft, Draft) and draft.title == TITLE


def test_names_of_members_written_by_windows_in_china_are_read() -> None:
    info = zipfile.ZipInfo("placeholder.txt")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(info, TEXT)
    name = "协议文本11".encode("gbk") + b".txt"
    assert len(name) == len("placeholder.txt") - 1 or len(name) <= len("placeholder.txt")
    data = buffer.getvalue().replace(b"placeholder.txt", name.rjust(len("placeholder.txt"), b"a"))
    (item,) = read(data, "a.zip")
    assert item.record.endswith("协议文本11.txt")


def test_a_compressed_single_file_is_read() -> None:
    assert only(gzip.compress(PAGE.encode()), "a.html.gz").title == TITLE


def test_ofd_documents_are_read() -> None:
    namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"'

    def text_object(top: int, text: str) -> str:
        code = f'<ofd:TextCode X="0" Y="6">{text}</ofd:TextCode>'
        return f'<ofd:TextObject Boundary="20 {top} 170 8">{code}</ofd:TextObject>'

    lines = "".join(
        text_object(20 + 10 * number, line) for number, line in enumerate(TEXT.strip().split("\n")) if line
    )
    info = "<ofd:DocInfo><ofd:CreationDate>2024-03-06</ofd:CreationDate></ofd:DocInfo>"
    root = f"<ofd:OFD {namespace}><ofd:DocBody>{info}</ofd:DocBody></ofd:OFD>"
    content = f"<ofd:Page {namespace}><ofd:Content>{lines}</ofd:Content></ofd:Page>"
    data = zipped({"OFD.xml": root.encode(), "Doc_0/Pages/Page_0/Content.xml": content.encode()})
    draft = only(data, "a.ofd")
    assert (draft.title, draft.date, draft.source) == (TITLE, "2024-03-05", "江城日报")
    assert CLOSING in draft.body


def test_the_date_of_a_document_is_its_own_stamp_only_for_want_of_a_printed_one() -> None:
    schema = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    word = f'<w:document xmlns:w="{schema}"><w:body>{{}}</w:body></w:document>'
    created = "<t:created>2024-03-06T08:00:00Z</t:created>"
    core = f'<c xmlns:t="http://purl.org/dc/terms/">{created}</c>'

    def document(*lines: str) -> Draft:
        body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
        return only(
            zipped({"word/document.xml": word.format(body).encode(), "docProps/core.xml": core.encode()}),
            "a.docx",
        )

    assert document(TITLE, OPENING).date_origin is DateOrigin.FILE_TIME
    assert document(TITLE, OPENING).date == "2024-03-06"
    assert document(TITLE, "2024-03-05", OPENING).date_origin is DateOrigin.PRINTED


def warc_record(kind: str, url: str, content: bytes, content_type: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{url[-6:]}>\r\n"
        "WARC-Date: 2024-03-06T00:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def answer(status: str, kind: str, content: bytes) -> bytes:
    return (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode()
        + content
    )


@pytest.mark.parametrize("compressed", [False, True])
def test_a_crawl_dump_gives_its_pages(tmp_path: Path, compressed: bool) -> None:
    answers = [
        ("1.html", answer("200 OK", "text/html; charset=gb2312", PAGE.encode("gb18030"))),
        ("2.html", answer("404 Not Found", "text/html", b"<p>404</p>")),
        ("3.png", answer("200 OK", "image/png", b"PNG")),
        (
            "4.html",
            answer("200 OK", "text/html", "<title>页面不存在</title><p>您访问的页面不存在</p>".encode()),
        ),
    ]
    records = [
        warc_record("response", f"http://example.org/{name}", content, "application/http; msgtype=response")
        for name, content in answers
    ]
    path = tmp_path / ("a.warc.gz" if compressed else "a.warc")
    path.write_bytes(b"".join(gzip.compress(record) if compressed else record for record in records))
    (unit,) = units(path)
    page, error = drafts(unit)
    assert isinstance(page, Draft)
    assert (page.title, page.url, page.encoding) == (TITLE, "http://example.org/1.html", "gb18030")
    assert page.record == "http://example.org/1.html@2024-03-06T00:00:00Z"
    assert isinstance(error, RecordFailure)
    assert error.code == "reason.soft_404"


def test_the_text_of_a_crawl_dump_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.wet.gz"
    path.write_bytes(
        gzip.compress(warc_record("conversion", "http://example.org/1.html", TEXT.encode(), "text/plain"))
    )
    (unit,) = units(path)
    (draft,) = drafts(unit)
    assert isinstance(draft, Draft)
    assert (draft.title, draft.date, draft.url) == (TITLE, "2024-03-05", "http://example.org/1.html")


@pytest.mark.parametrize("name", ["plan.dwg", "movie.rmvb", "noname.xyz"])
def test_unknown_formats_say_so(name: str) -> None:
    with pytest.raises(ReadError) as error:
        read(b"\x01\x02\x03 nothing known", name)
    assert error.value.code == "reason.unknown_format"


@pytest.mark.parametrize("suffix", ["docx", "odt", "doc", "rtf"])
def test_a_footnote_stands_behind_its_paragraph(suffix: str) -> None:
    (draft,) = drafts(next(iter(units(FILES / f"notes.{suffix}"))))
    assert isinstance(draft, Draft)
    assert draft.date == "2024-03-05"
    lines = draft.body.split("\n")
    assert lines[lines.index("渡口始建于明代，清代重修两次。") + 1] == "据旧县志卷三津梁篇记载。"


@pytest.mark.parametrize("suffix", ["docx", "doc", "rtf"])
def test_the_words_of_a_text_box_are_read_and_break_no_sentence(suffix: str) -> None:
    (draft,) = drafts(next(iter(units(FILES / f"box.{suffix}"))))
    assert isinstance(draft, Draft)
    assert draft.body.count("施工期间请绕行，咨询电话见公告栏。") == 1
    assert "框外文字照常排印，工期以公告为准。" in draft.body.split("\n")


def test_a_headline_set_on_two_lines_of_a_pdf_is_one() -> None:
    (draft,) = drafts(next(iter(units(FILES / "columns.pdf"))))
    assert isinstance(draft, Draft)
    assert (draft.title, draft.date) == ("清溪县人民政府关于修缮古渡口的通知", "2024-03-05")


def test_running_feet_that_differ_in_their_page_number_stay_out_of_a_pdf() -> None:
    (draft,) = drafts(next(iter(units(FILES / "running_feet.pdf"))))
    assert isinstance(draft, Draft)
    assert "清溪县政府办公室编印" not in draft.body
    assert "清溪县政府公报" not in draft.body


def test_deleted_words_stay_out_of_rich_text() -> None:
    text = "{\\rtf1\\ansi\\ansicpg936 Title of a notice\\par The day {\\deleted is not}{is} fixed.\\par}"
    assert only(text.encode(), "a.rtf").body == "The day is fixed."


@pytest.mark.parametrize("suffix", ["doc", "docx", "odt", "rtf"])
def test_words_deleted_while_changes_are_tracked_stay_out_and_inserted_ones_count(suffix: str) -> None:
    (draft,) = drafts(next(iter(units(FILES / f"changes.{suffix}"))))
    assert isinstance(draft, Draft)
    assert draft.body.split("\n")[0] == "清溪渡口自三月五日起停用。请过河的群众改走新建的清溪大桥。"


@pytest.mark.parametrize("name", ["a.warc.wet", "a.warc.wet.gz"])
def test_a_dump_inside_archives_is_read(name: str) -> None:
    dump = warc_record("conversion", "http://example.org/1.html", TEXT.encode(), "text/plain")
    packed = gzip.compress(dump) * 2 if name.endswith(".gz") else dump * 2
    items = read(zipped({"b.zip": zipped({name: packed})}), "c.zip")
    assert [item.title for item in items if isinstance(item, Draft)] == [TITLE] * 2
    assert all(item.record.startswith(f"b.zip/{name}/http://example.org/1.html") for item in items)
