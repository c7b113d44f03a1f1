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


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=list(SCHEMES))
@pytest.mark.parametrize("text", ["ink", "secondary", "faint", "accent", "good", "warning", "error"])
@pytest.mark.parametrize("ground", ["window", "paper", "hover", "selected"])
def test_words_stand_out(scheme: Colours, text: str, ground: str) -> None:
    least = 4.5 if ground in ("window", "paper") or text in ("ink", "secondary") else 3.9
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= least


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=list(SCHEMES))
@pytest.mark.parametrize("kind", list(MentionType))
def test_types_of_mentions_stand_out(scheme: Colours, kind: MentionType) -> None:
    assert contrast(scheme.of(kind), scheme.paper) >= 4.5
    assert contrast(scheme.of(kind), scheme.window) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=list(SCHEMES))
def test_marks_and_buttons_can_be_read(scheme: Colours) -> None:
    assert contrast(scheme.on_hit, scheme.hit) >= 4.5
    assert contrast(scheme.on_hit, scheme.current_hit) >= 4.5
    assert contrast(scheme.ink, scheme.found) >= 4.5
    assert contrast(scheme.ink, scheme.selected_text) >= 4.5
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5
    assert contrast(scheme.warning, scheme.warning_ground) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=list(SCHEMES))
@pytest.mark.parametrize("name", ["yellow", "green", "blue", "pink", "violet"])
def test_highlighted_words_can_be_read(scheme: Colours, name: str) -> None:
    assert contrast(scheme.ink, scheme.notes.of(name)) >= 4.5
