"""Who, which post, where, when: recognition of entities in one article, and keys that merge their names.

Called by `index.archive` for every imported article and by `index.cli` for the `entities` command.

Method (no model, no network; lexicons and grammar):

1. The text is folded (`index.script.fold`), so that one Simplified lexicon serves both scripts and every
   offset stays; it is cut into dictionary words, which say where a name can begin and end (`reading`).
2. One Aho-Corasick pass finds all names and last words of the lexicons (`lexicons`): divisions, countries,
   bodies, titles, events.
   Divisions that no lexicon has, but the article names with their kind more than once or in a body's name
   (云州市, 云州市政府), are added for that article (`local_places`); so are towns abroad that sound foreign
   and stand where only a place can (`foreign_places`).
3. Titles 《》 and dates are read by regular expressions (`documents`, `dates`); dates are resolved with the
   publication date and the dates before them.
4. Posts, organisations and events are composed backwards from their last word (书记, 委员会, 座谈会) over
   the words that can belong to a name (`phrases`, `titles`, `organisations`, `events`).
5. People are scored: surname, given-name characters (log odds counted over a dictionary of names), what
   stands before and after; names beside a post need least, names in running text most. Transliterated
   names are runs of transliterating characters beside a post or with a dot (`persons`); a decision names
   people before their posts (`decided_people`), and Tibetan and Mongolian names are made of known words
   (`native_people`). Waters and bridges that no lexicon has stand between marks (`landforms`).
6. The article is read as a whole: a name once established is found everywhere, a surname with a title is
   resolved to the full name, local short forms take the article's province or city (`resolver`), posts
   are given to people by apposition, lists and verbs of appointment (`appointments`), and what a post
   leaves out is filled in from the article (`contexts`): 省长 in a Jiangxi article is Jiangxi's.
"""

from __future__ import annotations

from index.entities.fuller import (
    fuller_documents,
    fuller_names,
    fuller_places,
    fuller_posts,
    publishing_place,
    titled_surnames,
)
from index.entities.keys import entity_key, tidy
from index.model import Recognition

EDITION = 3  # raised whenever archives should have their names recognised again

__all__ = [
    "EDITION",
    "entity_key",
    "fuller_documents",
    "fuller_names",
    "fuller_places",
    "fuller_posts",
    "publishing_place",
    "recognise",
    "tidy",
    "titled_surnames",
]


def recognise(text: str, date: str | None) -> Recognition:
    """Mentions and appointments in one article, as `recogniser.recognise` gives them.

    Loaded at first use: a window opens an archive without reading a text.
    """
    from index.entities import recogniser

    return recogniser.recognise(text, date)
