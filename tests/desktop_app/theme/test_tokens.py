"""Every text colour can be read on every ground it is used on."""

from __future__ import annotations

import pytest

from desktop_app.theme.tokens import DARK, LIGHT, SEPIA, Colours
from index.model import MentionType

SCHEMES = {"light": LIGHT, "dark": DARK, "sepia": SEPIA}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


GROUNDS = ("window", "paper", "hover", "pressed", "selected", "selected_text", "warning_ground")
INKS = ("ink", "secondary", "faint", "accent", "accent_hover", "good", "warning", "error")
INKS += tuple(kind.value for kind in MentionType)


def washed(colour: str, ground: str, strength: float) -> str:
    """A colour that lets the ground through."""
    parts = (
        round(int(colour[at : at + 2], 16) * strength + int(ground[at : at + 2], 16) * (1 - strength))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=list(SCHEMES))
@pytest.mark.parametrize("text", INKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_stand_out(scheme: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=list(SCHEMES))
def test_marks_and_buttons_can_be_read(scheme: Colours) -> None:
    for ground in (scheme.hit, scheme.current_hit, scheme.found):
        assert contrast(scheme.ink, ground) >= 4.5
        assert contrast(scheme.on_hit, ground) >= 4.5
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5
    assert contrast(scheme.on_accent, scheme.accent_hover) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=list(SCHEMES))
@pytest.mark.parametrize("kind", list(MentionType))
def test_words_of_the_chosen_name_can_be_read(scheme: Colours, kind: MentionType) -> None:
    for strength in (0.1, 0.24):
        assert contrast(scheme.ink, washed(scheme.of(kind), scheme.paper, strength)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=list(SCHEMES))
@pytest.mark.parametrize("name", ["yellow", "green", "blue", "pink", "violet"])
def test_highlighted_words_can_be_read(scheme: Colours, name: str) -> None:
    assert contrast(scheme.ink, scheme.notes.of(name)) >= 4.5
