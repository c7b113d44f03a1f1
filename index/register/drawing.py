"""A network as SVG text, to be kept in a file; readable on paper and on dark ground. Called by the façade."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple
from xml.sax.saxutils import escape

from index.model import MentionType, Network

_SIZE = 1000
_MARGIN = 90
_LETTER = 15
_COLOURS = {
    MentionType.PERSON: "#3b6ea8",
    MentionType.POST: "#7a5aa6",
    MentionType.ORGANISATION: "#2f7d62",
    MentionType.PLACE: "#b5651d",
    MentionType.DOCUMENT: "#8c6d1f",
    MentionType.EVENT: "#b0413e",
    MentionType.DATE: "#777777",
}
_FONTS = "'Noto Sans CJK SC','Microsoft YaHei','Microsoft JhengHei','PingFang SC',sans-serif"


def svg(network: Network, *, dark: bool = False, title: str = "") -> str:
    """The picture of a network, 1000 by 1000, with the colours of light or dark ground."""
    ground, ink, line = ("#1e1f22", "#e6e6e6", "#9a9a9a") if dark else ("#ffffff", "#202020", "#808080")
    places = {n.entity.id: (_at(n.x), _at(n.y)) for n in network.nodes}
    most = max((node.articles for node in network.nodes), default=1)
    strongest = max((edge.articles for edge in network.edges), default=1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE} {_SIZE}" font-family="{_FONTS}">',
        f"<title>{_text(title)}</title>" if title else "",
        f'<rect width="{_SIZE}" height="{_SIZE}" fill="{ground}"/>',
        f'<g stroke="{line}" stroke-linecap="round">',
    ]
    for edge in reversed(network.edges):
        (x1, y1), (x2, y2) = places[edge.one], places[edge.other]
        share = sqrt(edge.articles / strongest)
        parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
            f' stroke-width="{0.6 + 5 * share:.1f}" stroke-opacity="{0.2 + 0.5 * share:.2f}"/>'
        )
    parts.append("</g>")
    radii = {node.entity.id: 6 + 22 * sqrt(node.articles / most) for node in network.nodes}
    labels = _labels(network, places, radii)
    named: list[str] = []  # after all circles, so that none covers a name
    for node in reversed(network.nodes):
        x, y = places[node.entity.id]
        radius = radii[node.entity.id]
        ring = f' stroke="{ink}" stroke-width="3"' if node.entity.id == network.centre else ""
        name = _text(node.entity.name)
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{_COLOURS[node.entity.type]}"{ring}>'
            f"<title>{name} · {node.articles}</title></circle>"
        )
        if (box := labels.get(node.entity.id)) is not None:
            named.append(
                f'<text x="{(box.left + box.right) / 2:.1f}" y="{box.bottom - 3:.1f}" font-size="{_LETTER}"'
                f' text-anchor="middle" fill="{ink}">{name}</text>'
            )
    parts += [*named, "</svg>"]
    return "\n".join(part for part in parts if part) + "\n"


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def _labels(
    network: Network, places: Mapping[int, tuple[float, float]], radii: Mapping[int, float]
) -> dict[int, _Box]:
    """Where names find room beside their nodes, the foremost first; those that find none are left out.

    Their nodes still say who they are when pointed at. Widths are estimated: a Han character is as wide as
    it is high, a Latin letter about half.
    """
    taken = [
        _Box(x - radii[number], y - radii[number], x + radii[number], y + radii[number])
        for number, (x, y) in places.items()
    ]
    found: dict[int, _Box] = {}
    for node in sorted(network.nodes, key=lambda n: (n.entity.id != network.centre, -n.articles)):
        x, y = places[node.entity.id]
        radius = radii[node.entity.id]
        width = sum(_LETTER if ord(char) > 0x2E7F else _LETTER * 0.56 for char in node.entity.name) + 4
        height = _LETTER + 5.0
        for left, top in (
            (x - width / 2, y + radius),
            (x + radius, y - height / 2),
            (x - radius - width, y - height / 2),
            (x - width / 2, y - radius - height),
            (x + radius * 0.7, y + radius * 0.7),
            (x - radius * 0.7 - width, y + radius * 0.7),
            (x + radius * 0.7, y - radius * 0.7 - height),
            (x - radius * 0.7 - width, y - radius * 0.7 - height),
        ):
            box = _Box(left, top, left + width, top + height)
            inside = box.left >= 0 and box.top >= 0 and box.right <= _SIZE and box.bottom <= _SIZE
            if inside and not any(box.meets(other) for other in taken):
                found[node.entity.id] = box
                taken.append(box)
                break
    return found


def _at(share: float) -> float:
    return _MARGIN + share * (_SIZE - 2 * _MARGIN)


def _text(text: str) -> str:
    """Text fit for XML: marked characters escaped, what XML cannot hold left out."""
    return escape(
        "".join(c for c in text if c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
    )
