"""The second page beside the article's: scrolls with it, and steps from difference to difference.

The reader pane shows and hides it and says which article is on show; the two pages follow each other by the
characters that belong together, not by pixels, so that they stay level however their lines break.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.i18n.format import date, number
from desktop_app.reader.article_view import ArticleView
from desktop_app.reader.beside.matching import Beside, Facing, prepare
from desktop_app.reader.header import ElidedLabel
from desktop_app.reader.layers import Layers, Span, Spans
from desktop_app.reader.material import Material
from desktop_app.reader.page_view import PageView
from desktop_app.reader.places import ReadingPlace
from desktop_app.reader.provenance import repair_lines
from desktop_app.reader.typesetting import Typography
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.theme import wear
from index.model import Script

REMARKS = 7  # lines


class Companion(QWidget):
    """Shows one text beside that of `main`; `stepped(here)` asks the pane to show a difference there."""

    shown = Signal()
    closed = Signal()
    stepped = Signal(object)  # Span of the article's page

    def __init__(
        self, session: Session, tasks: Tasks, main: ArticleView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._main = session, tasks, main
        self._kind, self._other = Beside.SCRIPT, 0
        self._here: Material | None = None
        self._facing: Facing | None = None
        self._pairs: list[tuple[Span, Span]] = []
        self._at = -1
        self._following = False
        self.view = ArticleView(self)
        self.view.setAccessibleName(self.tr("Text beside the article"))
        self.heading = ElidedLabel(self)
        self.remarks = QLabel(self)  # what was repaired
        self.remarks.setWordWrap(True)
        self.remarks.setProperty("look", "remarks")
        self.remarks.setTextFormat(Qt.TextFormat.PlainText)
        self.remarks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.count = QLabel(self)
        self.count.setProperty("look", "secondary")
        self._previous, self._next, self._close = (QToolButton(self) for _ in range(3))
        self._lay_out()
        main.verticalScrollBar().valueChanged.connect(lambda _: self._follow(main, self.view))
        self.view.verticalScrollBar().valueChanged.connect(lambda _: self._follow(self.view, main))
        self.view.searchRequested.connect(session.search_text)
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.close_companion)
        self.retranslate()
        self.hide()

    @property
    def kind(self) -> Beside:
        """What is shown."""
        return self._kind

    @property
    def differences(self) -> int:
        """How many stretches differ."""
        return len(self._pairs)

    def open_beside(self, here: Material, kind: Beside, other: int = 0) -> None:
        """Show a text beside an article; `other` is the reprint."""
        self._kind, self._other = kind, other
        self.show()
        self._prepare(here)

    def follow(self, here: Material) -> None:
        """Another article is on show, or the same one in another script."""
        if self.isHidden():
            return
        if self._kind is Beside.REPRINT and (self._here is None or self._here.article.id != here.article.id):
            self._other = here.article.reprints[0] if here.article.reprints else 0
        self._prepare(here)

    def take_typography(self) -> None:
        """The article is set in another size or shape."""
        if self._facing is not None:
            self.view.set_typography(self._typography(self._facing))

    def close_companion(self) -> None:
        """Put it away."""
        self._forget()
        self.hide()
        self.view.clear_page()
        self._main.layers.differing = Spans()
        self._main.repaint_layers()
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next or previous difference, around both ends."""
        if not self._pairs:
            return
        if self._at < 0:
            first = self._main.first_visible()
            after = next((n for n, (here, _) in enumerate(self._pairs) if here[0] >= first), 0)
            self._at = (after if by > 0 else after - 1) % len(self._pairs)
        else:
            self._at = (self._at + by) % len(self._pairs)
        here, there = self._pairs[self._at]
        self._following = True
        self.stepped.emit(here)
        self.view.layers.current = there
        self.view.reveal(there)
        self._following = False
        self._level(self._main, self.view)
        self._show_count()

    # -- what is shown

    def _prepare(self, here: Material) -> None:
        archive, kind, other = self._session.archive, self._kind, self._other
        self._here = here
        if archive is None or (kind is Beside.REPRINT and not other):
            self._forget()
            self.view.clear_page()
            self.remarks.hide()
            self.heading.set_text(self.tr("This article has no reprint in the archive."))
            return
        variant = self._session.settings.traditional_variant
        self._tasks.run(
            "beside",
            lambda control: prepare(archive, here, kind, other, variant, control),
            self._show,
            self._failed,
            lane="beside",
            newest=True,
            owner=self,
        )

    def _failed(self, error: Exception) -> None:
        self.close_companion()
        self._session.trouble.emit(error)

    def _forget(self) -> None:
        self._facing, self._pairs, self._at = None, [], -1
        self._tasks.cancel("beside")
        self._show_count()

    def _show(self, facing: Facing) -> None:
        here = self._here
        if here is None or here.article.id != facing.article or self.isHidden():
            return

        def lay_over() -> None:
            layers = Layers()
            layers.show_mentions = False
            layers.query = facing.material.hits
            layers.differing = Spans([there for _, there in pairs])
            self.view.layers = layers
            self._main.layers.differing = Spans([near for near, _ in pairs])
            self._main.repaint_layers()
            self.view.repaint_layers()
            self._level(self._main, self.view)

        pairs = [] if facing.kind is Beside.SCRIPT else facing.differences(here)
        self._facing, self._pairs, self._at = facing, pairs, -1
        self._say(facing)
        place = self._counterpart(self._main, self.view, self._main.place())
        there = facing.material
        self.view.show_page(there.page, there.meta, place, self._typography(facing), lay_over)
        self.shown.emit()

    def _typography(self, facing: Facing) -> Typography:
        return replace(
            self._main.typography,
            script=facing.material.script,
            printed_traditional=facing.material.printed_traditional,
        )

    def _say(self, facing: Facing) -> None:
        article = facing.material.article
        if facing.kind is Beside.SCRIPT:
            text = self._script_words()[facing.material.script]
        elif facing.kind is Beside.CAME:
            text = self.tr("Original · %1", "%1 is an encoding such as GB18030")
            text = text.replace("%1", article.encoding.upper())
        else:
            day = date(article.date) if article.date else ""
            text = " · ".join(part for part in (article.source or "", day, article.title) if part)
        self.heading.set_text(text)
        came = facing.kind is Beside.CAME
        lines = repair_lines(article) if came else []
        self.remarks.setText("\n".join([*lines[:REMARKS], "…"] if len(lines) > REMARKS else lines))
        self.remarks.setVisible(came)
        self._show_count()

    def _script_words(self) -> dict[Script, str]:
        return {
            Script.ORIGINAL: self.tr("As printed"),
            Script.SIMPLIFIED: self.tr("Simplified"),
            Script.TRADITIONAL: self.tr("Traditional"),
            Script.TAIWAN: self.tr("Traditional, Taiwan"),
            Script.HONGKONG: self.tr("Traditional, Hong Kong"),
        }

    def _show_count(self) -> None:
        compared = self._kind is not Beside.SCRIPT and self._facing is not None
        for button in (self._previous, self._next):
            button.setVisible(compared and bool(self._pairs))
        if not compared:
            self.count.setText("")
        elif not self._pairs:
            self.count.setText(self.tr("The same, character for character"))
        elif self._at < 0:
            self.count.setText(self.tr("%n difference(s)", "", len(self._pairs)))
        else:
            text = self.tr("Difference %1 of %2")
            text = text.replace("%1", number(self._at + 1)).replace("%2", number(len(self._pairs)))
            self.count.setText(text)

    # -- scrolling together

    def _follow(self, source: PageView, target: PageView) -> None:
        if not self._following and not self.isHidden() and self._facing is not None:
            self._level(source, target)

    def _level(self, source: PageView, target: PageView) -> None:
        """Put the line under the eye of `source` and what belongs to it on one level."""
        if source.page is None or target.page is None:
            return
        self._following = True
        target.go_to(self._counterpart(source, target, source.place()))
        self._following = False

    def _counterpart(self, source: PageView, target: PageView, place: ReadingPlace) -> ReadingPlace:
        if place.in_title or place.top or self._facing is None:
            return place
        matching = self._facing.matching
        lead = matching.there if source is self._main else matching.here
        return replace(place, offset=lead(place.offset))

    # -- shape

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setProperty("look", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.heading, 1)
        row.addWidget(self.count)
        for button, picture in (
            (self._previous, "arrow-up"),
            (self._next, "arrow-down"),
            (self._close, "close"),
        ):
            wear(button, picture)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.remarks)
        column.addWidget(self.view, 1)

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        for button, text in (
            (self._previous, self.tr("Previous difference (Shift+F2)")),
            (self._next, self.tr("Next difference (F2)")),
            (self._close, self.tr("Close the text beside the article")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
