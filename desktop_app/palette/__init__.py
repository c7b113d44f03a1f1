"""The command palette (Ctrl+K): every action by its name, by pinyin or by initials."""

from desktop_app.palette.palette import Palette

__all__ = ["Palette"]
