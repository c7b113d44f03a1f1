"""Every colour and measure of the window, in one file; widgets take them from here and own none.

Contrast of each text colour on each ground it is used on is at least 4.5:1 (a test computes it).
"""

from __future__ import annotations

from dataclasses import dataclass

from index.model import MentionType

GRID = 4  # px; every distance is a multiple
RADIUS = 6
ROW_PADDING = 8
PANE_PADDING = 12
BAR_HEIGHT = 48  # the top bar
STATUS_HEIGHT = 28
ACCENT_BAR = 3  # the bar before a selected row
ICON = 20  # the grid icons are drawn on
MENU_ICON = 16
MOTION = 120  # ms, the longest movement
DRAWER_BELOW = 1100  # px of window width at which the sidebar becomes a drawer


@dataclass(frozen=True, slots=True)
class NoteColours:
    """The grounds of highlights; ink on each is at least 4.5:1."""

    yellow: str
    green: str
    blue: str
    pink: str
    violet: str

    def of(self, name: str) -> str:
        """The colour of that name; yellow for one that is not known."""
        value = getattr(self, name) if name in NoteColours.__dataclass_fields__ else self.yellow
        assert isinstance(value, str)  # noqa: S101
        return value


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme. Values are `#rrggbb`."""

    dark: bool
    window: str  # the ground of panes and bars
    paper: str  # the ground of lists, fields and of the article
    ink: str
    secondary: str  # small grey text
    faint: str  # lines of icons that are off, placeholder text (still 4.5:1)
    line: str  # hairlines between panes and rows
    field_line: str  # border of fields and buttons
    hover: str  # ground under the pointer
    pressed: str
    selected: str  # ground of the selected row (the accent bar says the rest)
    selected_text: str  # ground of selected text
    accent: str
    accent_hover: str
    on_accent: str  # text on accent
    hit: str  # ground of a search hit
    current_hit: str  # ground of the hit one stands on
    on_hit: str  # text on both
    found: str  # ground of a find-in-article match
    good: str
    warning: str
    error: str
    warning_ground: str
    person: str
    organisation: str
    place: str
    post: str
    document: str
    event: str
    date: str
    shadow: str
    notes: NoteColours

    def of(self, kind: MentionType) -> str:
        """The colour of a type of mention."""
        value = getattr(self, kind.value)
        assert isinstance(value, str)  # noqa: S101
        return value


LIGHT = Colours(
    dark=False,
    window="#faf8f4",
    paper="#ffffff",
    ink="#1e1e1c",
    secondary="#64635f",
    faint="#696761",
    line="#e7e3da",
    field_line="#cfcac0",
    hover="#f2eee7",
    pressed="#ede8df",
    selected="#f7efeb",
    selected_text="#f8e3dd",
    accent="#b03a2e",
    accent_hover="#982f25",
    on_accent="#ffffff",
    hit="#ffe9a8",
    current_hit="#ffc94d",
    on_hit="#1e1e1c",
    found="#cfe6f7",
    good="#2e7031",
    warning="#8a5a00",
    error="#b03a2e",
    warning_ground="#fdf3d8",
    person="#3d4db7",
    organisation="#0a6868",
    place="#2e7031",
    post="#7a4f1d",
    document="#7b3fa0",
    event="#a0460b",
    date="#66645f",
    shadow="#c9c3b6",
    notes=NoteColours(yellow="#fbf0a0", green="#cfeec2", blue="#cfe3fb", pink="#fbd3dd", violet="#e4d8f8"),
)

DARK = Colours(
    dark=True,
    window="#1c1c1b",
    paper="#242423",
    ink="#e6e3dc",
    secondary="#a9a6a0",
    faint="#a3a09a",
    line="#343432",
    field_line="#4a4945",
    hover="#2d2d2b",
    pressed="#353432",
    selected="#332b29",
    selected_text="#48302b",
    accent="#ea8070",
    accent_hover="#f09384",
    on_accent="#1c1c1b",
    hit="#5f4b14",
    current_hit="#7a5a0a",
    on_hit="#fff6df",
    found="#27485c",
    good="#86c98a",
    warning="#e2b457",
    error="#f08b7b",
    warning_ground="#3a321f",
    person="#9fabff",
    organisation="#5cc8c4",
    place="#86c98a",
    post="#d2a679",
    document="#cfa0ec",
    event="#f0a05a",
    date="#b5b2ab",
    shadow="#0e0e0d",
    notes=NoteColours(yellow="#56500f", green="#2a4f26", blue="#23446a", pink="#64303f", violet="#473a6b"),
)

SEPIA = Colours(
    dark=False,
    window="#efe5d1",
    paper="#f7efdd",
    ink="#352b1f",
    secondary="#5f523b",
    faint="#5f523b",
    line="#ddd0b6",
    field_line="#c4b493",
    hover="#e8dcc4",
    pressed="#dfd0b3",
    selected="#f0dfc6",
    selected_text="#ecccb8",
    accent="#98301f",
    accent_hover="#822717",
    on_accent="#ffffff",
    hit="#f6d98a",
    current_hit="#efb73c",
    on_hit="#2c2318",
    found="#c3d9dc",
    good="#2b612d",
    warning="#754a00",
    error="#98301f",
    warning_ground="#f3e3b8",
    person="#35439f",
    organisation="#0a5c5c",
    place="#2b612d",
    post="#6b4418",
    document="#6b358c",
    event="#8c3d09",
    date="#5c5444",
    shadow="#b9a985",
    notes=NoteColours(yellow="#f1e384", green="#cbe0a8", blue="#c4dae6", pink="#f3c8c2", violet="#ddcde6"),
)
