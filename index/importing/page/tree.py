"""HTML to an lxml tree, safely: no network, no entities, no scripts, tolerant of broken pages."""

from __future__ import annotations

import re

from lxml import etree

from index.errors import ReadError

# lxml drops what follows a stray end tag of the page, and starts over at a second <body>.
_PAGE_ENDS = re.compile(r"(?i)</(?:html|body)\s*>")
_PAGE_STARTS = re.compile(r"(?i)<(?:html|body|head)(?:\s[^<>]*)?>")
_DECLARATION = re.compile(r"(?is)^\s*<\?xml[^>]*\?>")
_COMMENT = re.compile(r"(?s)<!--.*?-->")
_PARAGRAPH = re.compile(r"(?i)<(?:p|br|div)\b")
_LEAST_MARKUP = 120
_UNPRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse(page: str, name: str) -> etree._Element:
    """The root element of `page`; ReadError(reason.damaged) if there is none."""
    page = _DECLARATION.sub("", page)
    page = _COMMENT.sub("", page)
    page = _PAGE_ENDS.sub(" ", page)
    page = _only_first(page)
    page = _UNPRINTED.sub(" ", page)
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        recover=True,
    )
    try:
        root = etree.fromstring(page.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError("reason.damaged", path=name, problem=str(error)[:120]) from error
    if root is None:
        raise ReadError("reason.no_article", path=name)
    _open_text_areas(root)
    _open_hidden(root)
    return root


def _open_hidden(root: etree._Element) -> None:
    """Show what a component keeps to itself, and the article for browsers without scripts."""
    for element in list(root.iter("template", "noscript")):
        paragraphs = sum(len("".join(map(str, each.itertext()))) for each in element.iter("p"))
        if element.get("shadowrootmode") is not None or (
            element.tag == "noscript" and paragraphs >= _LEAST_MARKUP
        ):
            element.tag = "div"


def _open_text_areas(root: etree._Element) -> None:
    """Put the markup that a page keeps in a text area, for a script to draw, in its place."""
    for area in list(root.iter("textarea")):
        markup = area.text or ""
        if len(markup) < _LEAST_MARKUP or not _PARAGRAPH.search(markup):
            continue
        inner = etree.fromstring(markup.encode("utf-8"), etree.HTMLParser(encoding="utf-8", no_network=True))
        if inner is not None:
            area.tag, area.text = "div", None
            area.extend(inner.iter("body").__next__() if inner.tag == "html" else [inner])


def _only_first(page: str) -> str:
    """`page` with only the first <html>, <head> and <body> tag of each kind."""
    seen: set[str] = set()

    def keep(tag: re.Match[str]) -> str:
        kind = tag.group()[1:5].lower()
        if kind in seen:
            return " "
        seen.add(kind)
        return tag.group()

    return _PAGE_STARTS.sub(keep, page)
