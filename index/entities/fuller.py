"""Fuller names for what an article calls by a part of a name, so that entities do not mix.

The bodies: 衛生局, where it names 臺南市政府衛生局. Only where the article leaves no doubt: the bare name is
that of a bureau or committee without a place, and all fuller names in the article that end with it are one
body. The people of whom it tells the surname only: 黃市長 and 黃董事長 are not one 黃. Called by
`index.archive` when it stores mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from index.entities.keys import entity_key
from index.entities.lexicons import lexicons
from index.model import Mention, MentionType
from index.script.fold import fold

_BARE = re.compile(r"^[\u4e00-\u9fff]{2,9}(?:局|处|科|厅|委|委员会|部|署|中心|学院|医院|法院|检察院)$")
_OWNER = re.compile(r"(?:政府|[省市县区州旗盟]|自治区|行政院|国务院|大学|总局|集团)$")


def fuller_names(names: Iterable[str]) -> dict[str, str]:
    """For each bare name of a body among `names` (as printed) the fuller one, if it is sure which."""
    folded = {name: _without_blanks(name) for name in dict.fromkeys(names)}
    places = lexicons().divisions
    found: dict[str, str] = {}
    for name, bare in folded.items():
        if not _BARE.match(bare) or any(bare[:end] in places for end in range(2, len(bare) - 1)):
            continue
        meant = [
            other
            for other, full in folded.items()
            if len(full) > len(bare) and full.endswith(bare) and _OWNER.search(full.removesuffix(bare))
        ]
        if meant and len({entity_key(MentionType.ORGANISATION, other) for other in meant}) == 1:
            found[name] = max(meant, key=len)
    return found


@lru_cache(maxsize=1 << 15)
def _without_blanks(name: str) -> str:
    return "".join(fold(name).split())


def titled_surnames(mentions: Sequence[Mention]) -> dict[int, str]:
    """For each surname alone of which nobody is known (by its start) the name with the post beside it."""
    alone = [m for m in mentions if m.type is MentionType.PERSON and not m.value and _is_surname(m.text)]
    if not alone:
        return {}
    posts = {m.start: m.text for m in mentions if m.type is MentionType.POST}
    return {m.start: m.text + posts[m.end] for m in alone if m.end in posts}


def _is_surname(text: str) -> bool:
    return len(text) == 1 or (len(text) == 2 and fold(text) in lexicons().surnames)
