"""Deep links: `juanzong://ARCHIVE/ARTICLE#START-END` leads to a place of an article from any document.

ARCHIVE is the archive's name, percent-encoded; ARTICLE its number; START-END characters of the body as it is
kept, `tSTART-END` of the title. `juanzong://ARCHIVE?q=QUERY` leads to a search. Made by "copy link", taken
apart by `desktop_app.application` when the system hands one over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from desktop_app.launch import SCHEME
from desktop_app.session import Place
from index.errors import LinkUnreadable

_MOST = 2048  # characters of a link
_FORM = re.compile(
    r"juanzong:/*(?P<archive>[^/?#]+)(?:/(?P<article>[0-9]{1,12}))?/?"
    r"(?:\?q=(?P<query>[^#]*))?(?:#(?P<title>t?)(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads: to an archive and there to an article, a place of it, or a search."""

    archive: str
    article: int | None = None
    place: Place | None = None
    query: str = ""

    def __str__(self) -> str:
        text = f"{SCHEME}://{quote(self.archive, safe='')}"
        if self.article is not None:
            text += f"/{self.article}"
        if self.query:
            text += f"?q={quote(self.query, safe='')}"
        if self.place is not None:
            text += f"#{'t' if self.place.in_title else ''}{self.place.start}-{self.place.end}"
        return text


def parse(text: str) -> Link:
    """The link that `text` is; raises LinkUnreadable."""
    # Windows hands over half characters as they are
    text = text.strip().encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    form = _FORM.fullmatch(text) if len(text) <= _MOST else None
    archive = unquote(form["archive"], errors="replace").strip() if form else ""
    if form is None or not archive:
        raise LinkUnreadable(link=text[:80])
    place = None
    if form["start"] is not None:
        start, end = int(form["start"]), int(form["end"])
        place = Place(start, max(start, end), in_title=bool(form["title"]))
    article = int(form["article"]) if form["article"] is not None else None
    return Link(archive, article, place, unquote(form["query"] or "", errors="replace"))
