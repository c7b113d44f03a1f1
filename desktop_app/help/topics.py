"""The pages of the help and what is found in them. Called by `desktop_app.help.window`.

A page is `resources/help/TOPIC.LANGUAGE.html`: one h1, headings h2, paragraphs, lists and tables, links
`topic:TOPIC` to other pages and `query:TEXT` to searches.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.paths import resource
from index.script.fold import fold

TOPICS = (
    "start",
    "importing",
    "searching",
    "query",
    "reading",
    "names",
    "notes",
    "citing",
    "collections",
    "safety",
    "problems",
    "news",
)
_TAG = re.compile(r"<[^>]+>")
_TITLE = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page: its name, its title, the HTML, and the words in it (folded, for finding)."""

    topic: str
    title: str
    source: str
    words: str


def pages(language: str) -> tuple[HelpPage, ...]:
    """All pages in a language, in the order to read them."""
    return tuple(page(topic, language) for topic in TOPICS)


def page(topic: str, language: str) -> HelpPage:
    """One page; raises FileNotFoundError if there is none of that name."""
    source = resource("help", f"{topic}.{language}.html").read_text("utf-8")
    title = _TITLE.search(source)
    text = html.unescape(_TAG.sub(" ", source))
    return HelpPage(topic, html.unescape(title[1]) if title else topic, source, fold(text).casefold())


def found(among: Sequence[HelpPage], wanted: str) -> list[HelpPage]:
    """The pages that have all the words, those with a word in the title first; all if nothing is wanted."""
    words = fold(wanted).casefold().split()
    hits = [each for each in among if all(word in each.words for word in words)]
    return sorted(hits, key=lambda each: not any(word in fold(each.title).casefold() for word in words))
