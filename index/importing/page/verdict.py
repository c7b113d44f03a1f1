"""Whether a page is an article at all: list pages, error pages and empty shells are told apart.

Called by `index.importing.page.article`; the verdict is a code of the import report.
"""

from __future__ import annotations

import re

from index.importing.page.content import Content
from index.importing.page.head import Head
from index.importing.page.lines import Line
from index.importing.repair.furniture import is_contact_line, is_footer
from index.importing.vocabulary import page_words

_ERROR_WORDS = re.compile(page_words("page_gone"), re.I)
_SEARCH_WORDS = re.compile(page_words("search_results"))
_MOST_STAMPS = 4  # lines with a date in an article
# a date, and neither a telephone number (`06-2991111`) nor a span of figures (`25,250-48,000`)
_DATED = re.compile(r"(?<![\d,.-])\d{1,4}[-/.年月]\d{1,2}(?!\d|,\d)|\d\s?(?:小时|分钟|天)前")
_FIRST_PARAGRAPHS, _PARAGRAPH = 2, 24  # how many there are at least, and their characters
_SENTENCE = re.compile("[。！？!?]")


def judge(lines: list[Line], content: Content, title: str, head: Head, *, dated: bool) -> str:
    """ "" for an article, else the reason why the page is none."""
    words = sum(line.own for line in content.lines)
    text = "\n".join(line.text for line in content.lines)
    everything = "\n".join(line.text for line in lines[:200])
    if words < 250 and (
        _ERROR_WORDS.search(f"{head.page_title}\n{title}")
        or _ERROR_WORDS.search(text)
        or (words < 60 and _ERROR_WORDS.search(everything))
    ):
        return "reason.soft_404"
    total = sum(len(line.text) for line in lines)
    linked = sum(line.linked for line in lines)
    prose = [line for line in content.lines if not (is_footer(line.text) or is_contact_line(line.text))]
    sentences = len(_SENTENCE.findall("\n".join(line.text for line in prose)))
    if sum(line.own for line in prose) < 40 and not sentences:
        return "reason.list_page" if linked > 0.5 * total and total > 200 else "reason.no_article"
    if _SEARCH_WORDS.search(f"{head.page_title}\n{everything[:2000]}") and _stamps(prose) >= _MOST_STAMPS:
        return "reason.list_page"
    if not dated and words < 80 and linked > 0.5 * total:
        return "reason.list_page"
    listed = _is_list(prose, content, linked, total, sentences, dated=dated)
    return "reason.list_page" if listed else ""


def _stamps(prose: list[Line]) -> int:
    return sum(1 for line in prose if len(line.text) < 60 and _DATED.search(line.text))


def _begins_with_text(prose: list[Line]) -> bool:
    """Whether the first lines are paragraphs of sentences, as those of a short article over links are."""
    first = prose[:_FIRST_PARAGRAPHS]
    return len(first) == _FIRST_PARAGRAPHS and all(
        line.own >= _PARAGRAPH and line.text.endswith("。") for line in first
    )


def _teasers(prose: list[Line], left_out: list[Line]) -> int:
    """How many linked headlines stand between the lines of prose: each heads the summary of another page."""
    first, last = prose[0].index, prose[-1].index
    opening = next((line.index for line in prose if line.own >= 30), last)
    between = {line.index for line in prose}
    teasers = [
        line.index
        for line in (*prose, *left_out)
        if first - 2 <= line.index < last
        and line.linked > 0.8 * len(line.text) >= 6
        and line.index + 1 in between
    ]
    return len(teasers) if teasers and min(teasers) < opening else 0


def _is_list(
    prose: list[Line], content: Content, linked: int, total: int, sentences: int, *, dated: bool
) -> bool:
    """Mostly links, and what is not linked are dates and teasers: few sentences for many lines.

    A page with a dated headline over lines that lead nowhere is a list of names or posts, and an article.
    """
    everything = [*prose, *content.left_out]
    inside = sum(len(line.text) for line in everything) or 1
    inside_linked = sum(line.linked for line in everything)
    if len(everything) >= 8 and prose and _teasers(prose, content.left_out) >= max(5, 0.4 * len(prose)):
        return True
    if linked < 0.5 * total or len(everything) < 8:
        return False
    if inside_linked > 0.5 * inside and sentences < 5:
        return not (dated and _begins_with_text(prose))
    if dated and inside_linked < 0.1 * inside:
        return False
    if (
        len(prose) >= 20
        and sentences < 0.1 * len(prose)
        and sum(len(line.text) for line in prose) < 14 * len(prose)
    ):
        return True
    return _stamps(prose) > 0.5 * len(prose) and sentences < len(prose) / 2
