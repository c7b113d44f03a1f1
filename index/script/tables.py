"""OpenCC's dictionaries as tables of the program, and the longest-match walk over them.

OpenCC's Python package gives converted text but not which piece became which, so `index.script.conversion`
walks the same dictionaries itself. They lie in `resources/script/opencc/` as plain `source TAB target`
rows (several targets separated by blanks, the first is OpenCC's choice), derived from the installed
OpenCC by `derive`; a test keeps the walk equal to OpenCC's own output.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from index.paths import resource

# Our table: OpenCC's dictionaries that it unites (their phrases do not overlap in what they say).
SOURCES: dict[str, tuple[str, ...]] = {
    "compatibility": ("CJK_Compatibility_Ideographs",),
    "st_characters": ("STCharacters",),
    "st_phrases": ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases"),
    "ts_characters": ("TSCharactersExt", "TSCharacters"),
    "ts_phrases": ("TSPhrases",),
    "tw_variants": ("TWVariants",),
    "tw_variant_phrases": ("TWVariantsPhrases",),
    "tw_words": ("TWPhrases",),
    "hk_variants": ("HKVariants",),
    "hk_variant_phrases": ("HKVariantsPhrases",),
    "hk_words": ("HKPhrases",),
    "tw_words_back": ("TWPhrasesRev",),
    "hk_words_back": ("HKPhrasesRev",),
}


@cache
def rows(name: str) -> dict[str, tuple[str, ...]]:
    """The table `name`: source to its candidates, OpenCC's choice first."""
    lines = resource("script", "opencc", f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    pairs = (line.split("\t") for line in lines if line and line[0] != "#")
    return {source: tuple(targets.split(" ")) for source, targets in pairs}


def _choices(name: str) -> dict[str, str]:
    """The table `name` with OpenCC's choice only; quicker to load than `rows`."""
    lines = resource("script", "opencc", f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    choices = dict(line.split("\t") for line in lines if line and line[0] != "#")
    for source, targets in choices.items():
        if " " in targets:
            choices[source] = targets.split(" ", 1)[0]
    return choices


@cache
def characters(*names: str) -> dict[int, str]:
    """Tables of single characters as one `str.translate` map; earlier names win."""
    table: dict[int, str] = {}
    for name in reversed(names):
        table.update((ord(source), target) for source, target in _choices(name).items() if len(source) == 1)
    return table


SOFT = 1  # a boundary of words
WALL = 2  # a place that no phrase runs across
EDGE = 3  # where Han text begins or ends: a boundary that does not stop a phrase like U盘


class Phrases:
    """A phrase table, ready for finding the longest phrase that begins at a place."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._target = dict(pairs)
        masks: dict[str, int] = {}
        for source in self._target:
            head = source[:2]
            masks[head] = masks.get(head, 0) | 1 << len(source)
        tuples = {mask: _lengths(mask) for mask in set(masks.values())}
        self._lengths = {head: tuples[mask] for head, mask in masks.items()}

    def walk(self, text: str, walls: bytearray) -> Iterator[tuple[int, int, str]]:
        """The phrases of `text` from left to right, longest first: (start, end, target).

        `walls[i]` says what lies before character i: a WALL stops every phrase; over a SOFT one a phrase
        may run only if it begins and ends at a wall itself. `len(walls)` is `len(text) + 1`.
        """
        at, end = 0, len(text)
        lengths, target = self._lengths, self._target
        while at < end:
            found = lengths.get(text[at : at + 2])
            if found is None:
                at += 1
                continue
            for length in found:
                stop = at + length
                answer = target.get(text[at:stop])
                if answer is not None and stop <= end and not _walled(walls, at, stop):
                    yield at, stop, answer
                    at = stop
                    break
            else:
                at += 1

    def __contains__(self, source: str) -> bool:
        return source in self._target


def _lengths(mask: int) -> tuple[int, ...]:
    return tuple(bit for bit in range(mask.bit_length(), 0, -1) if mask >> bit & 1)


def _walled(walls: bytearray, start: int, end: int) -> bool:
    inside = walls[start + 1 : end]
    return WALL in inside or (SOFT in inside and not (walls[start] and walls[end]))


@cache
def phrases(*names: str) -> Phrases:
    """Phrase tables as one, with the single characters that stand in them; earlier names win."""
    pairs: dict[str, str] = {}
    for name in reversed(names):
        pairs.update(_choices(name))
    return Phrases(pairs.items())


def derive(folder: Path) -> None:
    """Write all tables afresh into `folder` from the installed OpenCC (needs its `opencc_dict`)."""
    import opencc

    package = Path(opencc.__file__).parent / "clib"
    folder.mkdir(parents=True, exist_ok=True)
    for name, dictionaries in SOURCES.items():
        table: dict[str, str] = {}
        for dictionary in reversed(dictionaries):
            table.update(_dump(package, dictionary))
        origin = f"{' + '.join(dictionaries)} of OpenCC {opencc.__version__} (Apache-2.0)"
        head = f"# {origin}. Derived, not edited.\n"
        body = "".join(f"{source}\t{table[source]}\n" for source in sorted(table))
        (folder / f"{name}.tsv").write_text(head + body, encoding="utf-8", newline="\n")


def _dump(package: Path, dictionary: str) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as work:
        out = Path(work) / "dictionary.txt"
        source = package / "share" / "opencc" / f"{dictionary}.ocd2"
        command = [package / "bin" / "opencc_dict", "-i", source, "-o", out, "-f", "ocd2", "-t", "text"]
        subprocess.run([str(part) for part in command], check=True, capture_output=True)
        lines = out.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if "\t" in line)
