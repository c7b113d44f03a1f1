"""The page of one entity: name and counts, buttons, time line, months, sections. `pane` fills it.

Shows a Material and says what was clicked; asks nothing of the archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.entity_page.doubts import suggested
from desktop_app.entity_page.link_text import LinkText
from desktop_app.entity_page.material import Material
from desktop_app.entity_page.pieces import Section, part
from desktop_app.entity_page.sections import sections
from desktop_app.entity_page.tenures import timeline_rows
from desktop_app.entity_page.timeline import Timeline
from desktop_app.entity_page.words import tenures_title
from desktop_app.i18n.format import articles, span
from desktop_app.i18n.types import type_word
from desktop_app.theme import colours, icon, theme, wear
from desktop_app.widgets.histogram import Bar, HistogramWidget
from index.model import MonthCount, Suggestion

WIDEST = 860  # px of text
_YEARS = 120  # more months than this are shown as years


class EntityPageView(QScrollArea):
    """Emits what is wanted; `followed` addresses are those of `links`."""

    followed = Signal(str)
    row_chosen = Signal(int)  # index of a tenure
    statement_chosen = Signal(int, int)  # index of a tenure, article
    months_chosen = Signal(str, str)
    search_wanted = Signal()
    network_wanted = Signal()
    correct_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._material: Material | None = None
        self._whole: frozenset[str] = frozenset()
        self._sections: list[QWidget] = []
        self._suggestions: tuple[Suggestion, ...] = ()
        self._possible = False
        self._sign = QLabel(self)
        self.name = QLabel(self)
        self.name.setProperty("look", "title")
        self.name.setWordWrap(True)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.counts = QLabel(self)
        self.counts.setProperty("look", "secondary")
        self.counts.setWordWrap(True)
        self.search = QPushButton(self)
        self.network = QPushButton(self)
        self.correct = QPushButton(self)
        for button, picture in ((self.search, "search"), (self.network, "link"), (self.correct, "edit")):
            button.setProperty("look", "quiet")
            wear(button, picture, "secondary")
        self.timeline = Timeline(self)
        self.months = HistogramWidget(self)
        self._timeline_head, self._months_head = _heading(self), _heading(self)
        self._column = QVBoxLayout()
        self._lay_out()
        self.search.clicked.connect(self.search_wanted)
        self.network.clicked.connect(self.network_wanted)
        self.correct.clicked.connect(
            lambda: self.correct_wanted.emit(self.correct.mapToGlobal(self.correct.rect().bottomLeft()))
        )
        self.timeline.article_chosen.connect(self.statement_chosen)
        self.timeline.row_chosen.connect(self.row_chosen)
        self.months.picked.connect(self.months_chosen)
        theme().changed.connect(self._rewrite)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.name, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.search, self.network, self.correct):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._column.setContentsMargins(28, 20, 28, 28)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self.counts)
        self._column.addLayout(buttons)
        for widget in (self._timeline_head, self.timeline, self._months_head, self.months):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        inner.setLayout(self._column)
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        self.setWidget(ground)

    # -- showing

    @property
    def material(self) -> Material | None:
        """What is on show."""
        return self._material

    def show_material(self, material: Material, scroll: int = 0) -> None:
        """Show a page, scrolled to where it was left."""
        same = self._material is not None and self._material.page.entity.id == material.page.entity.id
        self._material = material
        if not same:
            self._whole = frozenset()
        self._suggestions = ()
        page = material.shown
        kind = page.entity.type
        self._sign.setPixmap(icon(kind.value, kind.value).pixmap(28, 28))
        self._sign.setAccessibleName(type_word(kind))
        self.name.setText(page.entity.name)
        self.setAccessibleName(f"{type_word(kind)}: {page.entity.name}")
        self.counts.setText(self._counts(material))
        rows = timeline_rows(page)
        self.timeline.show_rows(rows)
        self._timeline_head.setVisible(bool(rows))
        self.timeline.setVisible(bool(rows))
        self._timeline_head.setText(
            _headline(
                self.tr("%1 over the years", "posts or holders").replace("%1", tenures_title(kind)),
                part(len(rows), page.tenures_total) if len(rows) != page.tenures_total else "",
            )
        )
        bars = month_bars(page.months)
        self.months.show_bars(bars)
        self._months_head.setVisible(len(bars) > 1)
        self.months.setVisible(len(bars) > 1)
        self._rewrite()
        self.verticalScrollBar().setValue(scroll)

    def _counts(self, material: Material) -> str:
        entity = material.shown.entity
        text = f"{type_word(entity.type)} · {articles(entity.articles)}"
        seen = span(entity.first, entity.last)
        if seen:
            text += " · " + self.tr("seen %1", "%1 is a span of dates").replace("%1", seen)
        return text

    def _rewrite(self) -> None:
        """Write the sections, in the colours of today."""
        if self._material is None:
            return
        kind = self._material.shown.entity.type
        self._sign.setPixmap(icon(kind.value, kind.value).pixmap(28, 28))
        for widget in self._sections:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._sections = []
        for section in sections(self._material, self._whole):
            self._add(section)
        self._add_suggestions()

    def show_suggestions(self, suggestions: tuple[Suggestion, ...], *, possible: bool) -> None:
        """Show at the end what may be wrong with this name; `possible`: it may be corrected."""
        self._suggestions, self._possible = suggestions, possible
        self._add_suggestions()

    def _add_suggestions(self) -> None:
        if self._material is not None and self._suggestions:
            section = suggested(self._material.shown, self._suggestions, self._possible)
            if section.html:
                self._add(section)

    def _add(self, section: Section) -> None:
        heading = _heading(self)
        heading.setText(_headline(section.title, section.remark))
        text = LinkText(self)
        text.setAccessibleName(section.title)
        text.write(section.html)
        text.followed.connect(self._follow)
        text.seen_wanted.connect(lambda rect, text=text: self._keep_in_sight(text, rect))
        before = next((each for each in reversed(self._sections) if isinstance(each, LinkText)), self.months)
        for widget in (heading, text):
            self._column.insertWidget(self._column.count() - 1, widget)
            self._sections.append(widget)
            widget.show()
        QWidget.setTabOrder(before, text)

    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        if kind == "more":
            self._whole |= {key}
            self._rewrite()
        else:
            self.followed.emit(address)

    def _keep_in_sight(self, text: LinkText, rect: QRect) -> None:
        inner = self.widget()
        if inner is None:
            return
        centre = text.mapTo(inner, rect.center())
        self.ensureVisible(centre.x(), centre.y(), 0, 60)

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.search.setText(self.tr("Results that name it"))
        self.network.setText(self.tr("Network"))
        self.correct.setText(self.tr("Correct"))
        self.months.setAccessibleName(self.tr("Articles over time"))
        self._months_head.setText(
            _headline(self.tr("Articles over time"), self.tr("a click shows those articles"))
        )


def month_bars(months: Sequence[MonthCount]) -> list[Bar]:
    """Counts by month without gaps, or by year where months would be too many."""
    counts = {each.month: each.articles for each in months if each.month}
    if not counts:
        return []
    first, last = min(counts), max(counts)
    years = range(int(first[:4]), int(last[:4]) + 1)
    if len(years) * 12 > _YEARS or any(len(month) < 7 for month in counts):
        return [Bar(str(y), sum(n for month, n in counts.items() if month[:4] == str(y))) for y in years]
    every = [f"{y}-{m:02d}" for y in years for m in range(1, 13)]
    return [Bar(month, counts.get(month, 0)) for month in every if first <= month <= last]


def _heading(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("look", "rich")
    label.setContentsMargins(0, 18, 0, 4)
    font = QFont(label.font())
    font.setPixelSize(14)
    label.setFont(font)
    return label


def _headline(title: str, remark: str) -> str:
    grey = f'<span style="font-size: 12px; color: {colours().secondary}"> &nbsp;{escape(remark)}</span>'
    return f'<span style="font-weight: 600">{escape(title)}</span>{grey if remark else ""}'
