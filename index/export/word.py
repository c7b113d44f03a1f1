"""A Word document: contents, then one article per chapter with its facts, text and citation.

python-docx builds the whole document in memory. Fonts are set for Latin and East Asian text apart, since
Word takes the latter from `w:eastAsia` only; they are fonts that every Windows has, and Word replaces them
elsewhere. The contents are links to bookmarks, with page numbers as fields that Word fills in.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from index.export.citation import citation
from index.export.clean import xml_text
from index.export.item import ExportItem, Heading
from index.model import Note


@dataclass(frozen=True, slots=True)
class _Fonts:
    """Fonts for text and headings, and the language tag for East Asian text."""

    text: str
    heading: str
    tag: str


TEXT_SIZE = 11  # points
_FONTS = {"zh_TW": _Fonts("PMingLiU", "Microsoft JhengHei", "zh-TW")}
_FONTS_ELSE = _Fonts("SimSun", "SimHei", "zh-CN")


def write(path: Path, items: Iterable[ExportItem], heading: Heading) -> None:
    """Write all items as chapters of one document."""
    document = Document()
    fonts = _FONTS.get(heading.language, _FONTS_ELSE)
    _set_styles(document, fonts)
    _set_page(document, heading)
    end = document.element.body.sectPr
    _add_paragraph(document, end, "Title", xml_text(heading.archive_name))
    _add_paragraph(document, end, "Subtitle", heading.label("contents"))
    last = _add_paragraph(document, end, "Normal")._p  # the contents grow before it
    part = ""
    for number, item in enumerate(items, start=1):
        article = item.article
        if item.part != part:
            part = item.part
            _add_paragraph(document, last, "PartLine", xml_text(part))
            _add_paragraph(document, end, "Part", xml_text(part))
        title = " ".join(xml_text(article.title).split()) or heading.label("untitled")
        _add_contents_line(_add_paragraph(document, last, "Contents"), number, title)
        _add_bookmarked(_add_paragraph(document, end, "Heading1"), number, title)
        _add_paragraph(document, end, "Facts", _facts(item, heading))
        for paragraph in article.body.splitlines():
            if paragraph.strip():
                _add_paragraph(document, end, "", xml_text(paragraph.strip()))
        for note in item.notes:
            _add_note(document, end, note_lines(note, heading))
        said = heading.label(
            "citation", citation=xml_text(citation(article, "gbt7714", corrected=item.particulars))
        )
        _add_paragraph(document, end, "Facts", said)
    _save(document, path)


class NoteBook:
    """A document of notes: articles as headings, under each its quotations and what was noted."""

    def __init__(self, heading: Heading, title: str) -> None:
        self._document = Document()
        _set_styles(self._document, _FONTS.get(heading.language, _FONTS_ELSE))
        _style(self._document, "Heading 1").paragraph_format.page_break_before = False
        _set_page(self._document, heading)
        self._end = self._document.element.body.sectPr
        _add_paragraph(self._document, self._end, "Title", xml_text(title))

    def article(self, title: str, citation: str) -> None:
        """Begin the notes of an article."""
        _add_paragraph(self._document, self._end, "Heading1", xml_text(title))
        if citation:
            _add_paragraph(self._document, self._end, "Facts", xml_text(citation))

    def note(self, quote: str, remark: str, foot: str) -> None:
        """One note."""
        _add_note(self._document, self._end, (quote, remark, foot))

    def save(self, path: Path) -> None:
        """Write the document."""
        _save(self._document, path)


def note_lines(note: Note, heading: Heading) -> tuple[str, str, str]:
    """(words, remark, tags and day) of a note as a book prints them."""
    tags = " ".join(f"#{tag}" for tag in note.tags)
    foot = " · ".join(part for part in (heading.label("note.note"), tags, note.created_at[:10]) if part)
    return note.passage.quote if note.passage else "", note.remark, foot


def _add_note(document: DocumentObject, end: BaseOxmlElement, lines: tuple[str, str, str]) -> None:
    quote, remark, foot = (xml_text(text) for text in lines)
    for paragraph in quote.splitlines():
        if paragraph.strip():
            _add_paragraph(document, end, "Quotation", paragraph.strip())
    for paragraph in remark.splitlines():
        if paragraph.strip():
            _add_paragraph(document, end, "Remark", paragraph.strip())
    _add_paragraph(document, end, "Facts", foot)


def _save(document: DocumentObject, path: Path) -> None:
    made = io.BytesIO()  # on a full disk a half-written zip would complain again when it is forgotten
    document.save(made)
    path.write_bytes(made.getbuffer())


def _facts(item: ExportItem, heading: Heading) -> str:
    article = item.article
    when = article.date or heading.label("date_origin.none")
    if article.date and article.date_origin.value in ("inferred", "file_time"):
        when += f" ({heading.label('date_origin.' + article.date_origin.value)})"
    parts = [when, article.source, article.author, article.url, article.origin]
    return xml_text("  ·  ".join(part for part in parts if part))


def _set_styles(document: DocumentObject, fonts: _Fonts) -> None:
    normal = _style(document, "Normal")
    normal.font.size = Pt(TEXT_SIZE)
    normal.paragraph_format.line_spacing = 1.5
    normal.paragraph_format.space_after = Pt(0)
    _set_fonts(normal, "Times New Roman", fonts.text, fonts.tag)
    _indent_first_line(normal)
    for name, size in (("Title", 22), ("Subtitle", 14), ("Heading 1", 16)):
        style = _style(document, name)
        style.font.size = Pt(size)
        style.font.bold = True
        style.font.italic = False
        style.font.color.rgb = RGBColor(0, 0, 0)
        _set_fonts(style, "Arial", fonts.heading, fonts.tag)
        _indent_first_line(style, 0)
    chapter = _style(document, "Heading 1").paragraph_format
    chapter.page_break_before = True
    chapter.space_after = Pt(6)
    sizes = {"Facts": 9, "Contents": TEXT_SIZE, "PartLine": TEXT_SIZE, "Part": 20}
    for name, size in (sizes | {"Quotation": TEXT_SIZE - 1, "Remark": TEXT_SIZE}).items():
        added = document.styles.add_style(name, 1)
        assert isinstance(added, ParagraphStyle)  # noqa: S101
        added.base_style = normal
        added.font.size = Pt(size)
        _indent_first_line(added, 0)
    for name in ("Part", "PartLine"):
        _style(document, name).font.bold = True
    part = _style(document, "Part").paragraph_format
    part.page_break_before = True
    part.alignment = WD_ALIGN_PARAGRAPH.CENTER
    part.space_before = Pt(200)
    _style(document, "Quotation").paragraph_format.left_indent = Cm(0.9)
    _style(document, "Quotation").font.color.rgb = RGBColor(0x33, 0x44, 0x66)
    for name in ("Header", "Footer"):
        _indent_first_line(_style(document, name), 0)
    facts = _style(document, "Facts")
    facts.font.color.rgb = RGBColor(0x55, 0x55, 0x55)
    facts.paragraph_format.space_after = Pt(6)
    stops = _style(document, "Contents").paragraph_format.tab_stops
    stops.add_tab_stop(Cm(15.9), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _style(document: DocumentObject, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101
    return style


def _set_fonts(style: ParagraphStyle, latin: str, han: str, tag: str) -> None:
    style.font.name = latin
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    assert fonts is not None  # noqa: S101  # font.name made it
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), han)
    language = properties.find(qn("w:lang"))
    if language is None:
        language = _element("w:lang")
        properties.append(language)
    language.set(qn("w:eastAsia"), tag)


def _indent_first_line(style: ParagraphStyle, hundredths: int = 200) -> None:
    """First-line indent in hundredths of a character, as Chinese typesetting counts it."""
    indent = style.element.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:firstLineChars"), str(hundredths))
    indent.set(qn("w:firstLine"), str(hundredths * TEXT_SIZE * 20 // 100))


def _set_page(document: DocumentObject, heading: Heading) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    header = section.header.paragraphs[0]
    header.text = xml_text(heading.archive_name)
    header.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_field(footer, "PAGE")
    properties = document.core_properties
    properties.title = xml_text(heading.archive_name)[:255]
    properties.author = "卷宗 Juanzong"
    properties.comments = ""


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    made = cast(BaseOxmlElement, OxmlElement(tag))
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def _add_paragraph(
    document: DocumentObject, before: BaseOxmlElement, style: str, text: str = ""
) -> Paragraph:
    """A paragraph in front of the element `before`, with the style's id ("" for the default style).

    python-docx's own `add_paragraph` looks through the whole body for its end each time.
    """
    element = _element("w:p")
    before.addprevious(element)
    paragraph = Paragraph(cast(CT_P, element), document._body)
    if style:
        paragraph._p.style = style
    if text:
        paragraph.add_run(text)
    return paragraph


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """A field that Word computes: page numbers, references to pages."""
    run = paragraph.add_run()._r
    text = _element("w:instrText")
    text.text = f" {instruction} "
    run.append(_element("w:fldChar", fldCharType="begin", dirty="true"))
    run.append(text)
    run.append(_element("w:fldChar", fldCharType="separate"))
    run.append(_element("w:fldChar", fldCharType="end"))


def _add_contents_line(line: Paragraph, number: int, title: str) -> None:
    link = _element("w:hyperlink", anchor=f"article{number}", history="1")
    link.append(line.add_run(f"{number}. {title}")._r)
    line._p.append(link)
    line.add_run("\t")
    _add_field(line, f"PAGEREF article{number} \\h")


def _add_bookmarked(paragraph: Paragraph, number: int, title: str) -> None:
    paragraph._p.append(_element("w:bookmarkStart", id=str(number), name=f"article{number}"))
    paragraph.add_run(title)
    paragraph._p.append(_element("w:bookmarkEnd", id=str(number)))
