"""The text of pages that are drawn by script: it lies in JSON-LD or in the script's own data.

Called by `index.importing.page.article` where the page itself shows no article.
"""

from __future__ import annotations

import json
import re

from index.errors import ReadError
from index.importing.page.head import Head
from index.importing.page.lines import lay_out
from index.importing.page.tree import parse

_LEAST = 60  # Han characters that make an article
_CONTENT = re.compile(
    r'"(?:content|article_?content|news_?content|body|detail|html|text|content_html)"\s*:\s*"((?:[^"\\]|\\.){120,400000})"',
    re.I,
)
_HAN = re.compile("[\u4e00-\u9fff]")
_TAG = re.compile(r"<(?:p|div|br|span|section)\b", re.I)


def embedded_text(head: Head, page: str, name: str) -> list[str]:
    """The paragraphs of the article that the page carries as data; empty if it carries none."""
    candidates = [head.body]
    for found in _CONTENT.finditer(page):
        try:
            candidates.append(str(json.loads(f'"{found[1]}"', strict=False)))
        except ValueError:
            continue
    text = max(candidates, key=lambda candidate: len(_HAN.findall(candidate)))
    if len(_HAN.findall(text)) < _LEAST:
        return []
    if not _TAG.search(text):
        return [line for line in text.split("\n") if line.strip()]
    try:
        return [line.text for line in lay_out(parse(text, name))]
    except ReadError:
        return []
