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
    return root


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
