"""Find in article: every place of a text in the page on show, in either script. Called by the reader pane."""

from __future__ import annotations

from desktop_app.reader.layers import Span
from desktop_app.reader.material import Material
from index.script.fold import fold

MOST = 20_000


def find_spans(material: Material, text: str) -> list[Span]:
    """Document spans of all places whose fold equals the fold of `text`; a blank text is found nowhere."""
    wanted = fold(text.strip())
    if not wanted:
        return []
    page = material.page
    spans: list[Span] = []
    for in_title, folded in ((True, material.folded_title), (False, material.folded_body)):
        at = folded.find(wanted)
        while at >= 0 and len(spans) < MOST:
            end = at + len(wanted)
            start = page.shown_to_document(at, in_title=in_title)
            spans.append((start, page.shown_to_document(end, in_title=in_title, upper=True)))
            at = folded.find(wanted, end)
    return spans
