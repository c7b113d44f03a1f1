"""Conversion between scripts for display, with an exact alignment to the text as printed.

Called by the reader (through the archive's façade) and by the command line. `convert` never changes what
the catalogue holds: it makes another view of a text, and `Converted` carries spans (hits, mentions, the
reading position) from one view to the other.

What each script does, line by line, because one archive, and often one article, holds both scripts:

- SIMPLIFIED: OpenCC's t2s; it leaves Simplified text alone. Taiwan writes 著 for 着 as well: where a text
  has no 着 at all, 著 becomes 着 save in the words of `resources/script/zhu.tsv`.
- TRADITIONAL: Simplified lines as s2t; Traditional lines stay as printed, except for characters that only
  Simplified has. (s2t over Traditional text would spoil it: 里長 would become 裏長.)
- TAIWAN, HONGKONG: the same, then the standard forms of the place (t2tw, t2hk). `words=True` also replaces
  words by those of the place (软件/軟體), as s2twp and s2hkp do, and for SIMPLIFIED those of Taiwan and Hong
  Kong by the mainland's, as tw2sp does; not the default, since it alters quotations.

Who knows what a whole text is printed in, and where, says so (`printed`), and no line is looked at.

Longest-match conversion joins characters across words (展示/了/如何 -> 瞭如, 被/发明 -> 髮). Two things
prevent that: word boundaries by rjieba, which a phrase may contain or end at but not straddle, and
`resources/script/walls.tsv`. `resources/script/corrections.tsv` and the caller's `corrections` win over
everything.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from index.model import Script
from index.paths import resource
from index.script import tables
from index.script.detection import Evidence, evidence, line_evidence, simplified_only
from index.script.surnames import with_surnames
from index.script.tables import EDGE, SOFT, WALL, Phrases

Correction = tuple[str, str]
_EVIDENCE: dict[Script, Evidence] = {
    script: Evidence.SIMPLIFIED if script is Script.SIMPLIFIED else Evidence.TRADITIONAL
    for script in Script
    if script is not Script.ORIGINAL
}
_HAN_RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,}")
_PIECE_END = re.compile(r"[\n。！？；]")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch that was replaced as a whole by one of another length."""

    source_start: int
    source_end: int
    shown_start: int
    shown_end: int


@dataclass(frozen=True, slots=True)
class Converted:
    """A text in another script. Outside `blocks` characters correspond one to one."""

    text: str
    source_length: int
    blocks: tuple[Block, ...] = ()

    def to_shown(self, start: int, end: int) -> tuple[int, int]:
        """The span of `text` that shows [start, end) of the source; whole blocks, never parts of one."""
        start, end = _clamp(start, end, self.source_length)
        if not self.blocks:
            return start, end
        starts = [block.source_start for block in self.blocks]

        def place(position: int, *, upper: bool) -> int:
            at = bisect_right(starts, position) - 1
            if at < 0:
                return position
            block = self.blocks[at]
            if block.source_start < position < block.source_end:
                return block.shown_end if upper else block.shown_start
            if position == block.source_start:
                return block.shown_start
            return position - block.source_end + block.shown_end

        first = place(start, upper=False)
        return first, place(end, upper=True) if end > start else first

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that [start, end) of `text` shows."""
        return self.reversed().to_shown(start, end)

    def reversed(self) -> Converted:
        """The same alignment seen from the shown text; its `text` is not known and empty."""
        blocks = tuple(Block(b.shown_start, b.shown_end, b.source_start, b.source_end) for b in self.blocks)
        return Converted("", len(self.text), blocks)


def _clamp(start: int, end: int, length: int) -> tuple[int, int]:
    start = min(max(start, 0), length)
    return start, min(max(end, start), length)


@dataclass(frozen=True, slots=True)
class Context:
    """What a piece of a text must know of the whole: its script, and whether it writes 着 at all."""

    evidence: Evidence
    writes_zhe: bool


def context_of(text: str) -> Context:
    """What pieces of `text` are to be converted with."""
    return Context(evidence(text), "着" in text)


def convert(
    text: str,
    script: Script,
    corrections: Sequence[Correction] = (),
    *,
    words: bool = False,
    protected: Sequence[tuple[int, int]] = (),
    people: Iterable[tuple[int, int]] = (),
    printed: Script | None = None,
    context: Context | None = None,
) -> Converted:
    """`text` shown in `script`.

    `corrections`: (source, target) pairs of the user, the longest wins; `protected`: spans of `text` that
    stay as printed (names, quotations, titles); `people`: where people are named, as far as the caller
    knows, so that their surnames keep their form (于, not 於); `words`: also the words of the place;
    `printed`: what all of it is printed in, if the caller knows; otherwise each line is judged by its
    characters. `context`: of the whole that `text` is a piece of.
    """
    if script is Script.ORIGINAL or not text:
        return Converted(text, len(text))
    fixed = _fixed(text, script, tuple(corrections), protected, words=words)
    if script is not Script.SIMPLIFIED:
        fixed = with_surnames(text, fixed, people)
    walls = _walls(text, fixed, script)
    middle = _letters(text, script, walls, printed, context)
    if script is Script.SIMPLIFIED:
        items = list(_mainland(text, walls, printed)) if words else []
    else:
        items = list(_regional(middle, script, walls, words=words))
    return _assemble(text, middle, items, fixed)


def convert_pieces(
    text: str,
    script: Script,
    corrections: Sequence[Correction] = (),
    *,
    words: bool = False,
    size: int = 8192,
) -> Iterator[tuple[int, Converted]]:
    """`text` piece by piece for long documents: (offset of the piece in `text`, its conversion).

    Pieces end after a line or a sentence where there is one, so that the pieces together are what
    `convert` gives, save for lines longer than `size`, whose script is judged piece by piece.
    """
    at, context = 0, context_of(text)
    while at < len(text):
        end = min(at + size, len(text))
        if end < len(text):
            cut = text.rfind("\n", at, end)
            if cut < 0:
                cut = max((found.start() for found in _PIECE_END.finditer(text, at, end)), default=end - 1)
            end = cut + 1
        yield at, convert(text[at:end], script, corrections, words=words, context=context)
        at = end


def prepare(script: Script = Script.TRADITIONAL) -> None:
    """Load what conversion to `script` needs (0.2 s), so that the first toggle is as quick as the next."""
    convert("国家", script)


@cache
def _correction_phrases(
    script: Script, words: bool, extra: tuple[Correction, ...]
) -> tuple[Phrases, Phrases]:
    """The user's corrections and the program's own, for one script."""
    wanted = {script.value, f"{script.value}+words"} if words else {script.value}
    own: list[Correction] = []
    for line in resource("script", "corrections.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            scripts, source, target = line.split("\t")
            if not wanted.isdisjoint(scripts.split(",")):
                own.append((source, target))
    return Phrases(pair for pair in extra if pair[0]), Phrases(own)


def _fixed(
    text: str,
    script: Script,
    corrections: tuple[Correction, ...],
    protected: Sequence[tuple[int, int]],
    *,
    words: bool,
) -> list[tuple[int, int, str]]:
    """What is decided before any dictionary is asked: (start, end, target), sorted, not overlapping."""
    open_walls = bytearray(len(text) + 1)
    fixed: list[tuple[int, int, str]] = []
    for start, end in sorted(protected):
        start, end = _clamp(start, end, len(text))
        if start < end and (not fixed or start >= fixed[-1][1]):
            fixed.append((start, end, text[start:end]))
    for phrases in _correction_phrases(script, words, corrections):
        taken = sorted(fixed)
        starts = [item[0] for item in taken]
        for start, end, target in phrases.walk(text, open_walls):
            at = bisect_left(starts, end)
            if at == 0 or taken[at - 1][1] <= start:
                fixed.append((start, end, target))
    return sorted(fixed)


@cache
def _wall_phrases() -> Phrases:
    lines = resource("script", "walls.tsv").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    return Phrases((entry.replace("|", ""), entry) for entry in entries)


def _walls(text: str, fixed: list[tuple[int, int, str]], script: Script) -> bytearray:
    """Before which characters no phrase may run across: WALL always, SOFT for boundaries of words."""
    walls = bytearray(len(text) + 1)
    if script is not Script.SIMPLIFIED:
        _mark_words(text, walls)
        for start, end, entry in _wall_phrases().walk(text, bytearray(len(text) + 1)):
            walls[start : end + 1] = bytes((SOFT, *bytes(end - start - 1), SOFT))
            for number, bar in enumerate(found.start() for found in re.finditer(r"\|", entry)):
                walls[start + bar - number] = WALL
    for start, end, _ in fixed:
        walls[start] = walls[end] = WALL
    walls[0] = walls[len(text)] = WALL
    return walls


def _mark_words(text: str, walls: bytearray) -> None:
    try:
        from rjieba import cut
    except ImportError:  # without it only the listed walls hold
        return
    walls[:] = bytes((EDGE,)) * len(walls)
    for run in _HAN_RUN.finditer(text):
        at = run.start()
        walls[at + 1 : run.end()] = bytes(run.end() - at - 1)
        for word in cut(run.group(), False)[:-1]:
            at += len(word)
            walls[at] = SOFT


def _letters(
    text: str, script: Script, walls: bytearray, printed: Script | None, context: Context | None
) -> str:
    """The first stage: to Simplified, or to OpenCC's Traditional. Same length, character for character."""
    text = text.translate(tables.characters("compatibility"))
    whole = context or context_of(text)
    overall = whole.evidence if printed is None else _EVIDENCE[printed]
    if script is Script.SIMPLIFIED:
        shown = _stage(text, tables.phrases("ts_phrases"), tables.characters("ts_characters"), walls)
        taiwan = "著" in text and overall is Evidence.TRADITIONAL
        if printed is None:
            taiwan = taiwan and not whole.writes_zhe
        elif printed is not Script.TAIWAN:
            taiwan = False
        return _zhu().sub(lambda found: found.group(1) or "着", shown) if taiwan else shown
    out: list[str] = []
    at = 0
    lines = line_evidence(text, overall) if printed is None else ((text, overall),)
    for line, found in lines:
        part = walls[at : at + len(line) + 1]
        if found is Evidence.TRADITIONAL:
            out.append(line.translate(_only_simplified()))
        else:
            out.append(_stage(line, tables.phrases("st_phrases"), tables.characters("st_characters"), part))
            walls[at : at + len(line) + 1] = part
        at += len(line)
    return "".join(out)


@cache
def _zhu() -> re.Pattern[str]:
    lines = resource("script", "zhu.tsv").read_text(encoding="utf-8").splitlines()
    words = sorted((line for line in lines if line and not line.startswith("#")), key=len, reverse=True)
    return re.compile(f"({'|'.join(words)})|著")


@cache
def _only_simplified() -> dict[int, str]:
    table = tables.characters("st_characters")
    return {ord(char): table[ord(char)] for char in simplified_only() if ord(char) in table}


def _stage(text: str, phrases: Phrases, characters: dict[int, str], walls: bytearray) -> str:
    """`text` through one pair of tables; the phrases found become walls for the next stage."""
    out: list[str] = []
    last = 0
    for start, end, target in phrases.walk(text, walls):
        out.append(text[last:start].translate(characters))
        out.append(target)
        last = end
        walls[start] = walls[end] = WALL
    out.append(text[last:].translate(characters))
    return "".join(out)


def _regional(
    middle: str, script: Script, walls: bytearray, *, words: bool
) -> Iterable[tuple[int, int, str]]:
    """The second stage: what Taiwan or Hong Kong writes otherwise, as (start, end, target)."""
    place = {Script.TAIWAN: "tw", Script.HONGKONG: "hk"}.get(script)
    if place is None:
        return
    names = (f"{place}_words", f"{place}_variant_phrases") if words else (f"{place}_variant_phrases",)
    single = {f"{place}_words", f"{place}_variants"} if words else {f"{place}_variants"}
    characters = tables.characters(*sorted(single, reverse=True))
    last = 0
    for start, end, target in tables.phrases(*names).walk(middle, walls):
        yield from _single(middle, last, start, characters)
        yield start, end, target
        last = end
    yield from _single(middle, last, len(middle), characters)


def _mainland(text: str, walls: bytearray, printed: Script | None) -> Iterator[tuple[int, int, str]]:
    """The words of Taiwan and Hong Kong that the mainland says otherwise, in Simplified characters."""
    names = {
        Script.TAIWAN: ("tw_words_back",),
        Script.HONGKONG: ("hk_words_back",),
        None: ("tw_words_back", "hk_words_back"),
    }.get(printed, ())
    characters = tables.characters(*names)
    last = 0
    found: list[tuple[int, int, str]] = []
    for start, end, target in tables.phrases(*names).walk(text, walls):
        found += [*_single(text, last, start, characters), (start, end, target)]
        last = end
    found += _single(text, last, len(text), characters)
    phrases, letters = tables.phrases("ts_phrases"), tables.characters("ts_characters")
    for start, end, target in found:
        yield start, end, _stage(target, phrases, letters, bytearray(len(target) + 1))


def _single(text: str, start: int, end: int, characters: dict[int, str]) -> Iterator[tuple[int, int, str]]:
    for at in range(start, end):
        target = characters.get(ord(text[at]))
        if target is not None:
            yield at, at + 1, target


def _assemble(
    text: str, middle: str, items: list[tuple[int, int, str]], fixed: list[tuple[int, int, str]]
) -> Converted:
    """The shown text and its alignment from the middle stage and the replacements over it."""
    if fixed:
        starts = [item[0] for item in fixed]

        def free(start: int) -> bool:
            at = bisect_right(starts, start) - 1
            return at < 0 or fixed[at][1] <= start

        items = sorted([item for item in items if free(item[0])] + fixed)
    out: list[str] = []
    blocks: list[Block] = []
    last = shown = 0
    for start, end, target in items:
        out.append(middle[last:start])
        out.append(target)
        shown += start - last
        if len(target) != end - start:
            blocks.append(Block(start, end, shown, shown + len(target)))
        shown += len(target)
        last = end
    out.append(middle[last:])
    return Converted("".join(out), len(text), tuple(blocks))


def deciding_phrases(text: str, script: Script) -> dict[int, str]:
    """For each character of `text` that stands in a phrase of the dictionaries: that phrase, as printed."""
    walls = _walls(text, [], script)
    name = "ts_phrases" if script is Script.SIMPLIFIED else "st_phrases"
    decided: dict[int, str] = {}
    for start, end, _ in tables.phrases(name).walk(text, walls):
        decided.update(dict.fromkeys(range(start, end), text[start:end]))
    return decided


def standing_alone(text: str) -> frozenset[int]:
    """The characters of `text` that are words by themselves, as far as segmentation can tell."""
    walls = bytearray(len(text) + 1)
    _mark_words(text, walls)
    return frozenset(at for at in range(len(text)) if walls[at] and walls[at + 1])
