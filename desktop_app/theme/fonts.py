"""Font families with their fallbacks: for the interface by language, for reading by script.

Used by the theme (application font) and by the reader (article text). Families that are not installed
are skipped by Qt; the generic name comes last.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from index.model import Script
from index.script.detection import detect_script


class Face(StrEnum):
    """The reading faces that a user can choose."""

    SERIF = "serif"  # 宋体
    SANS = "sans"  # 黑体
    KAI = "kai"  # 楷体


_UI: dict[str, tuple[str, ...]] = {
    "zh_CN": ("Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC",
              "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", "SimSun"),
    "zh_TW": ("Microsoft JhengHei UI", "Microsoft JhengHei", "PingFang TC", "Source Han Sans TC",
              "Noto Sans CJK TC", "Noto Sans TC", "WenQuanYi Micro Hei", "PMingLiU"),
    "en": ("Segoe UI", "Inter", "Cantarell", "Noto Sans", "Source Han Sans SC", "Noto Sans CJK SC",
           "DejaVu Sans", "Microsoft YaHei UI", "SimSun"),
}  # fmt: skip

_SIMPLIFIED: dict[Face, tuple[str, ...]] = {
    Face.SERIF: ("Source Han Serif SC", "Source Han Serif CN", "Noto Serif CJK SC", "Noto Serif SC",
                 "Songti SC", "SimSun", "NSimSun"),
    Face.SANS: ("Source Han Sans SC", "Source Han Sans CN", "Noto Sans CJK SC", "Noto Sans SC",
                "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "SimHei"),
    Face.KAI: ("LXGW WenKai", "Kaiti SC", "KaiTi", "STKaiti", "AR PL UKai CN", "Source Han Serif SC",
               "Noto Serif CJK SC", "SimSun"),
}  # fmt: skip

_TAIWAN: dict[Face, tuple[str, ...]] = {
    Face.SERIF: ("Source Han Serif TC", "Source Han Serif TW", "Noto Serif CJK TC", "Noto Serif TC",
                 "Songti TC", "PMingLiU", "MingLiU", "SimSun"),
    Face.SANS: ("Source Han Sans TC", "Source Han Sans TW", "Noto Sans CJK TC", "Noto Sans TC",
                "Microsoft JhengHei", "PingFang TC", "WenQuanYi Micro Hei"),
    Face.KAI: ("LXGW WenKai TC", "BiauKai", "DFKai-SB", "AR PL UKai TW", "Source Han Serif TC",
               "Noto Serif CJK TC", "PMingLiU"),
}  # fmt: skip

_HONGKONG: dict[Face, tuple[str, ...]] = {
    Face.SERIF: ("Source Han Serif HC", "Source Han Serif HK", "Noto Serif CJK HK", "Noto Serif HK",
                 "MingLiU_HKSCS", *_TAIWAN[Face.SERIF]),
    Face.SANS: ("Source Han Sans HC", "Source Han Sans HK", "Noto Sans CJK HK", "Noto Sans HK",
                "PingFang HK", *_TAIWAN[Face.SANS]),
    Face.KAI: ("AR PL UKai HK", *_TAIWAN[Face.KAI]),
}  # fmt: skip

_GENERIC = {Face.SERIF: "serif", Face.SANS: "sans-serif", Face.KAI: "serif"}


def interface_families(language: str) -> tuple[str, ...]:
    """Families for the interface in `language` (one of index.wording.LANGUAGES)."""
    return (*_UI.get(language, _UI["en"]), "sans-serif")


def reading_families(face: Face, script: Script, *, printed_traditional: bool = False) -> tuple[str, ...]:
    """Families for archive text in `script`; for ORIGINAL say whether the text is Traditional."""
    if script is Script.HONGKONG:
        table = _HONGKONG
    elif script in (Script.TRADITIONAL, Script.TAIWAN) or (script is Script.ORIGINAL and printed_traditional):
        table = _TAIWAN
    else:
        table = _SIMPLIFIED
    return (*table[face], _GENERIC[face])


def installed(families: tuple[str, ...]) -> list[str]:
    """Those of `families` that this machine has, in order; never empty."""
    known = set(QFontDatabase.families())
    present = [family for family in families if family in known]
    return present or [families[-1]]


def face_available(face: Face) -> bool:
    """Whether a true font of this face is installed (楷 falls back to 宋 where it is not)."""
    known = set(QFontDatabase.families())
    own = [f for f in (*_SIMPLIFIED[face], *_TAIWAN[face]) if face is not Face.KAI or "Serif" not in f]
    return any(family in known for family in own if family not in ("SimSun", "PMingLiU"))


def interface_font(language: str, pixels: int = 13) -> QFont:
    """The application font."""
    font = QFont()
    font.setFamilies(installed(interface_families(language)))
    font.setPixelSize(pixels)
    return font


def glyphs_for(text: str, script: Script) -> Script:
    """In which script's shapes a text shown in `script` is drawn: as printed, in those it is printed in."""
    if script is not Script.ORIGINAL:
        return script
    return Script.TRADITIONAL if detect_script(text) is Script.TRADITIONAL else Script.SIMPLIFIED


@lru_cache(maxsize=64)
def row_font(glyphs: Script, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font of archive text in lists, beside the interface's own; `glyphs` as `glyphs_for` gives them."""
    font = QFont()
    font.setFamilies(installed(reading_families(Face.SANS, glyphs)))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def reading_font(face: Face, script: Script, pixels: int, *, printed_traditional: bool = False) -> QFont:
    """The font of article text at `pixels` (at 100 %)."""
    font = QFont()
    font.setFamilies(installed(reading_families(face, script, printed_traditional=printed_traditional)))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
