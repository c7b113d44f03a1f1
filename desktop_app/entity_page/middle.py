"""The middle of the window: the reader, and in its stead the page asked for last."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop_app.entity_page.pane import EntityPages
from desktop_app.reader import ReaderPane
from desktop_app.session import Session


class Middle(QStackedWidget):
    """Shows one of both. Back and forward lead from page to page, to the article opened there, and back."""

    def __init__(
        self, session: Session, reader: ReaderPane, pages: EntityPages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.reader, self.pages = reader, pages
        self._left_page = False  # the article on show was opened from a page
        self.addWidget(reader)
        self.addWidget(pages)
        session.article_requested.connect(lambda *_: self._open_article())
        session.mention_requested.connect(lambda _: self._open_article())
        session.focus_reader_requested.connect(self._show_article)
        reader.commands["back"].triggered.connect(self._back)
        reader.commands["forward"].triggered.connect(self._forward)
        pages.shown.connect(self._show_page)
        pages.closed.connect(self._close_page)
        pages.travelled.connect(self._share_travel)

    @property
    def page_on_show(self) -> bool:
        """Whether a page lies over the reader."""
        return self.currentWidget() is self.pages

    def take_focus(self) -> None:
        """Put the focus onto what is on show."""
        (self.pages if self.page_on_show else self.reader).take_focus()

    def _show_page(self, quiet: bool = False) -> None:
        self.setCurrentWidget(self.pages)
        if not quiet:
            self.pages.take_focus()
        self._share_travel()

    def _open_article(self) -> None:
        """An article is asked for: from a page, back leads there again."""
        self._left_page = self.page_on_show
        self._show_article()

    def _close_page(self) -> None:
        self._left_page = False
        self._show_article()

    def _show_article(self) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.pages.isAncestorOf(focus)
        self.setCurrentWidget(self.reader)
        if had_focus:
            self.reader.take_focus()
        self._share_travel()

    def _share_travel(self) -> None:
        """Say whose back and forward are."""
        if self.page_on_show:
            self.reader.leave_travel(True, self.pages.can_go_forward)
        else:
            self.reader.leave_travel(True if self._left_page else None, None)

    def _back(self) -> None:
        if self.page_on_show:
            self.pages.back()
        elif self._left_page:
            self._left_page = False
            self._show_page()

    def _forward(self) -> None:
        if self.page_on_show:
            self.pages.forward()
