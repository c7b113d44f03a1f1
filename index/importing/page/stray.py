"""Lines behind an article's last paragraph that are no part of it, though they stand in its element.

Called by `index.importing.page.content`: labels of buttons, headings over links, counters of galleries.
"""

from __future__ import annotations

import re

from index.importing.metadata import is_bare_date
from index.importing.page.lines import Line

_PARAGRAPH = 24  # characters of a paragraph
_ENDS = ("。", "！", "？", "」", "”", "；", "…")
_LONGEST_LABEL = 16
_MARKS = re.compile("[，。、；：！？,;:!?《》（）()“”「」]")
_IMAGES = re.compile(r"(?i)(?:https?://\S+\.(?:jpe?g|png|gif|bmp|webp)(?:[?!#]\S*)?\s*)+")
_COUNTER = re.compile(r"(?=.*[/|])[\d\s/|]{1,12}")
_LINKED = 0.7  # share of a line that leads elsewhere


def is_scrap(line: Line) -> bool:
    """Whether a line is addresses of pictures, or the counter or separator of a gallery (`/15`, `|`)."""
    return bool(_IMAGES.fullmatch(line.text) or _COUNTER.fullmatch(line.text))


def stray_lines(kept: list[Line], left_out: list[Line]) -> set[int]:
    """The numbers of those kept lines behind the last paragraph that belong to what was left out.

    That is a short label over links that were left out, and one outside the element of the last paragraph
    behind anything that was left out.
    """
    last = next((line for line in reversed(kept) if is_paragraph(line)), None)
    if last is None:
        return set()
    out = {line.index: line for line in left_out if line.index > last.index}
    if not out:
        return set()
    home = last.block.getparent()
    stray: set[int] = set()
    for line in reversed([line for line in kept if line.index > last.index]):
        following = out.get(line.index + 1)
        over_links = following is not None and following.led > _LINKED
        behind = min(out) < line.index and not any(element is home for element in line.block.iterancestors())
        if _is_label(line) and (over_links or behind):
            stray.add(line.index)
            out[line.index] = line
    return stray


def is_paragraph(line: Line) -> bool:
    """Whether a line is a paragraph of sentences."""
    return line.own >= _PARAGRAPH and line.text.endswith(_ENDS) and line.linked < 0.5 * len(line.text)


def _is_label(line: Line) -> bool:
    """Whether a line may be a label: short, without punctuation, and no date that signs a notice."""
    text = line.text
    return len(text) <= _LONGEST_LABEL and not _MARKS.search(text) and not is_bare_date(text)
