"""Whether the page lies in lines or stands in columns, and the change between both. For the reader pane."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.reader.article_view import ArticleView
from desktop_app.reader.material import Material
from desktop_app.reader.places import ReadingPlace
from desktop_app.reader.typesetting import Typography
from desktop_app.reader.vertical import VerticalView
from index.model import Script
from index.script.manner import TRADITIONAL


class Standing(QObject):
    """Puts the one view or the other into the stack; `scrolled(away)` says if the title is out of sight."""

    scrolled = Signal(bool)

    def __init__(self, view: ArticleView, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._view, self._stack = view, stack
        self.vertical = VerticalView(view)
        stack.addWidget(self.vertical)
        view.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())
        self.vertical.scrolled.connect(self._scrolled)

    @property
    def upright(self) -> bool:
        """Whether the page stands in columns."""
        return self._view.stand_in is not None

    @property
    def front(self) -> QWidget:
        """The view that has the page."""
        return self.vertical if self.upright else self._view

    def show(self, material: Material, typography: Typography, place: ReadingPlace, *, wanted: bool) -> None:
        """The page of an article is set in the view: show it there, or in columns where the user wants it."""
        traditional = material.script in TRADITIONAL or (
            material.script is Script.ORIGINAL and material.printed_traditional
        )
        focused = self.front.hasFocus()
        if wanted and traditional:
            self._stack.setCurrentWidget(self.vertical)
            self._view.stand_in = self.vertical
            self.vertical.show_page(typography, place)
        else:
            self._stack.setCurrentWidget(self._view)
            if self.upright:
                self._view.stand_in = None
                self._view.go_to(place)
        if focused:
            self.front.setFocus()
        self._scrolled()

    def tell(self) -> None:
        """Say again where the page stands."""
        self._scrolled()

    def _scrolled(self) -> None:
        if self.upright:
            self.scrolled.emit(self.vertical.horizontalScrollBar().value() > 120)
        else:
            self.scrolled.emit(self._view.verticalScrollBar().value() > self._view.title_height())
