"""A page laid out as lines: the text between two line breaks, with the element it stands in.

Called by the other modules of this package, which judge lines rather than elements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

_BLOCKS = frozenset(
    (
        "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td "
        "tfoot th thead tr ul"
    ).split()
)
_SKIPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "select",
    "option",
    "button",
    "iframe",
    "object",
    "embed",
    "head",
    "textarea",
    "input",
    "canvas",
    "audio",
    "video",
    "map",
)
_HIDDEN = re.compile(r"(?i)display\s*:\s*none")
_CREDIT = re.compile(
    r"(?:[图圖影][像片]|照片|相片)(?:来源|來源|版权|版權)\s?[:：,，]|©"
)  # of a picture, beside its caption
_BLANKS = re.compile(r"[\s\xa0\u3000\u200b\ufeff]+")


_BYLINE = 240
# Text that was typed with empty lines between its paragraphs, and is shown so by a rule of style.
_TYPED = re.compile(r"\S[^\n]*\n[ \t\r]*\n(?=[ \t\u3000]*\S)")
_TYPED_PARAGRAPHS = 2
_DATE = r"[\[(（]?(?:\d{2,4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?[\])）]?"
_BESIDE_LINK = re.compile(rf"^[\s·•|｜>-]*(?:{_DATE}\s*)?|(?:\s*{_DATE})?[\s|｜·]*$")


@dataclass(slots=True)
class Line:
    """Text of one line; `linked` of its characters are links; `block` is the block element around it."""

    text: str
    linked: int
    block: etree._Element
    index: int = 0
    spaced: str = ""  # the text with a blank between inline elements: `来源：求是网 参与互动`

    @property
    def own(self) -> int:
        """Characters that are not links."""
        return len(self.text) - self.linked

    @property
    def led(self) -> float:
        """Which share of the text leads elsewhere; the date beside a linked headline does not count."""
        if not self.linked:
            return 0.0
        rest = self.text if self.linked == len(self.text) else _BESIDE_LINK.sub("", self.text)
        return min(1.0, self.linked / max(1, len(rest)))


def lay_out(root: etree._Element) -> list[Line]:
    """The lines of a page in reading order; scripts, forms' controls and hidden elements left out."""
    etree.strip_elements(root, *_SKIPPED, with_tail=False)
    for element in list(root.iter("*")):
        style = element.get("style")
        if (
            (style and _HIDDEN.search(style)) or element.get("hidden") is not None
        ) and element.getparent() is not None:
            _drop(element)
    for caption in root.iter("figcaption"):
        for part in list(caption.iter("small", "span", "em", "i", "cite")):
            if part is not caption and _CREDIT.match("".join(map(str, part.itertext())).strip()):
                _drop(part)
    layout = _Layout()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            layout.open(element)
        else:
            layout.close(element)
    layout.flush()
    for index, line in enumerate(layout.lines):
        line.index = index
    return layout.lines


def _drop(element: etree._Element) -> None:
    """Remove `element` but keep the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _leads(anchor: etree._Element) -> bool:
    """Whether an <a> leads anywhere; the mark of a place (`<a name=top>`), often never closed, does not."""
    return anchor.get("href") is not None or not (anchor.get("name") or anchor.get("id"))


class _Layout:
    """Collects text between block borders and line breaks."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._blocks: list[etree._Element] = []
        self._links = 0
        self._set = 0  # elements around whose lines stand as they were typed

    def open(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.flush()
            self._blocks.append(element)
        elif tag == "br":
            self.flush()
        elif tag == "a":
            self._links += _leads(element)
        self._set += tag == "pre"
        self._add(element.text)

    def close(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.flush()
            self._blocks.pop()
        elif tag == "a":
            self._links -= _leads(element)
        self._set -= tag == "pre"
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text and "\n" in text and (self._set or len(_TYPED.findall(text)) >= _TYPED_PARAGRAPHS):
            for number, line in enumerate(text.split("\n")):
                if number:
                    self.flush()
                self._add(line)
        elif text and self._blocks:
            self._pieces.append(text)
            if self._links:
                self._linked += len(text.strip())

    def flush(self) -> None:
        """End the current line."""
        if not self._pieces:
            return
        text = _BLANKS.sub(" ", "".join(self._pieces)).strip()
        if text:
            spaced = text
            if len(self._pieces) > 1 and len(text) < _BYLINE:
                spaced = _BLANKS.sub(" ", " ".join(self._pieces)).strip()
            self.lines.append(Line(text, min(self._linked, len(text)), self._blocks[-1], spaced=spaced))
        self._pieces = []
        self._linked = 0
