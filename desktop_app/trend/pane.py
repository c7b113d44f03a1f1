"""The view of trends in the search pane: what is compared, the chart, first and last use, export.

The search pane shows it in place of the result list and hands it the hits; counting is done in lane "trend".
The query of the search box is the first expression; others are added here and stay. A filter on dates is
left out of the count, since the chart is what dates are chosen with.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app import i18n
from desktop_app.dialogs.save_table import ask_path, ask_table_path
from desktop_app.i18n.format import number
from desktop_app.i18n.script import convert
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.theme import colours, theme, wear
from desktop_app.trend.chart import TrendChart, series_colour
from desktop_app.trend.measure import Measure, error_text
from desktop_app.widgets.chips import ChipRow, ChipText
from index.control import Control
from index.errors import ExportError
from index.model import FacetField, Filter, Script, Trend, TrendSeries, TrendStep, Use

if TYPE_CHECKING:
    from index.archive import Archive, Hits

MOST = 8  # expressions compared at once
_DATES = (FacetField.YEAR, FacetField.MONTH)


class TrendPane(QWidget):
    """Emits `picked(expression, period)` when somebody wants the articles of a bar."""

    picked = Signal(str, str)
    exported = Signal(object)  # Path

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._archive: Archive | None = None
        self._hits: Hits | None = None
        self._asked: object = None
        self._trend: Trend | None = None
        self._added: list[str] = []
        self.chart = TrendChart(self)
        self.chips = ChipRow(self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Compare with another word"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setMaxLength(200)
        self.measure = QComboBox(self)
        self.step = QComboBox(self)
        self.table = QGridLayout()
        self._note = QLabel(self)
        self._actions = self._make_actions()
        self._lay_out()
        self._connect()
        self._show(None)

    # -- what the search pane asks for

    def take_focus(self) -> None:
        """Put the focus onto the chart."""
        self.chart.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def menu_actions(self) -> list[QAction]:
        """Compare, and the exports."""
        return self._actions

    def show_hits(self, archive: Archive | None, hits: Hits | None) -> None:
        """These hits are to be shown; they are counted when the view is on show."""
        if archive is not self._archive:
            self._added.clear()
        self._archive, self._hits = archive, hits
        if self.isVisible() or hits is None:
            self.look()

    def look(self) -> None:
        """Count unless the counts are here already."""
        archive, hits = self._archive, self._hits
        expressions = self.expressions
        self._show_chips()
        if archive is None or hits is None or not expressions:
            self._asked = None
            self._tasks.cancel("trend")
            self._show(None)
            return
        step = TrendStep(self.step.currentData())
        filters = tuple(each for each in hits.request.filters if each.field not in _DATES)
        asked = (archive, hits, expressions, filters, step)
        if asked == self._asked:
            return
        self._asked = asked
        self._count(archive, expressions, filters, step)

    @property
    def expressions(self) -> tuple[str, ...]:
        """What is compared: the query first."""
        query = self._hits.request.text if self._hits is not None else ""
        return tuple(dict.fromkeys(each for each in (query, *self._added) if each))[:MOST]

    def compare(self, text: str) -> None:
        """Add an expression."""
        text = text.strip()
        if text and text not in self._added:
            self._added = [*self._added, text][: MOST - 1]
        self.look()

    def _drop(self, text: str) -> None:
        self._added = [each for each in self._added if each != text]
        self.look()

    def _count(
        self, archive: Archive, expressions: tuple[str, ...], filters: tuple[Filter, ...], step: TrendStep
    ) -> None:
        self._tasks.run(
            "trend",
            lambda control: archive.trend(expressions, filters, step, cancelled=lambda: control.cancelled),
            self._show,
            self._session.trouble.emit,
            lane="trend",
            newest=True,
            owner=self,
        )

    # -- what came

    def _show(self, trend: Trend | None) -> None:
        self._trend = trend
        self.chart.show_trend(trend, Measure(self.measure.currentData()))
        there = trend is not None and bool(trend.periods)
        self._stack.setCurrentIndex(1 if there else 0)
        for action in self._actions[1:]:
            action.setEnabled(there)
        if trend is None:
            self._note.setText(self.tr("Search for a word to see how often it was used over the years."))
        elif not there:
            self._note.setText(self.tr("None of these words stands in an article with a date."))
        self._fill_table(trend)

    def _show_chips(self) -> None:
        script = self._session.script
        self.chips.show_chips([ChipText(text, convert(text, script).text) for text in self._added])

    def _fill_table(self, trend: Trend | None) -> None:
        while (item := self.table.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, one in enumerate(trend.series if trend is not None else ()):
            swatch = QLabel(str(row + 1))
            swatch.setPixmap(_square(row))
            self.table.addWidget(swatch, row, 0)
            self.table.addWidget(QLabel(one.text), row, 1)
            count = QLabel(self._counted(one))
            count.setProperty("look", "error" if one.error else "secondary")
            count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            count.setToolTip(count.text())
            self.table.addWidget(count, row, 2)
            for column, use, text in (
                (3, one.first, self.tr("first %1", "%1 is the date of the first article")),
                (4, one.last, self.tr("last %1", "%1 is the date of the last article")),
            ):
                if use is not None:
                    self.table.addWidget(self._link(use, text), row, column)

    def _counted(self, one: TrendSeries) -> str:
        if one.error:
            return error_text(one)
        places = self.tr("%n place(s)", "number of occurrences", one.occurrences)
        articles = self.tr("%n article(s)", "number of articles", one.articles)
        parts = [
            articles.replace(str(one.articles), number(one.articles), 1),
            places.replace(str(one.occurrences), number(one.occurrences), 1),
        ]
        if one.undated.articles:
            undated = self.tr("%n without a date", "number of articles", one.undated.articles)
            parts.append(undated)
        return " · ".join(parts)

    def _link(self, use: Use, text: str) -> QPushButton:
        button = QPushButton(text.replace("%1", use.date))
        button.setProperty("look", "link")
        title = convert(use.title, self._session.script).text
        button.setToolTip(title)
        button.setAccessibleName(f"{button.text()}: {title}")
        button.clicked.connect(lambda: self._session.open_article(use.article_id))
        return button

    def _picked(self, series: int, period: int) -> None:
        if self._trend is not None:
            self.picked.emit(self._trend.series[series].text, self._trend.periods[period].period)

    # -- export

    def ask_picture(self) -> None:
        """Ask for a file and save the chart as a picture."""
        kinds = {self.tr("Picture (*.png)"): ".png"}
        path = ask_path(self, self.tr("Save the chart"), self._name(), self._session.memory, kinds)
        if path is not None:
            self.save_picture(path)

    def save_picture(self, path: Path) -> None:
        """Save the chart as it is, at twice the resolution."""
        image = self.chart.picture()

        def work(_: Control) -> Path:
            if not image.save(str(path)):
                raise ExportError(path=path, reason="png")
            return path

        self._save(work, path)

    def ask_table(self) -> None:
        """Ask for a file and save the counts as a table."""
        path = ask_table_path(self, self.tr("Save the counts"), self._name(), self._session.memory)
        if path is not None:
            self.save_table(path)

    def save_table(self, path: Path) -> None:
        """Save all counts, absolute and relative, to an .xlsx or .csv file."""
        archive, trend, language = self._archive, self._trend, i18n.current()
        if archive is not None and trend is not None:
            self._save(lambda _: archive.export_trend(trend, path, language=language), path)

    def _save(self, work: Callable[[Control], object], path: Path) -> None:
        def written(_: object) -> None:
            self._session.message.emit(self.tr("Saved in %1").replace("%1", path.name))
            self.exported.emit(path)

        self._tasks.run(
            "save trend",
            work,
            written,
            self._session.trouble.emit,
            lane="export",
            owner=self,
        )

    def _name(self) -> str:
        return self.tr("Trend of %1", "name of a file").replace("%1", " ".join(self.expressions))

    # -- making

    def _make_actions(self) -> list[QAction]:
        add = self.tr("Add a word to the chart")
        compare = self._action(self.tr("Compare with another word…"), "Ctrl+Shift+A", add, "plus")
        compare.triggered.connect(lambda: self.field.setFocus())
        tip = self.tr("Save the chart as a picture")
        picture = self._action(self.tr("Save the chart as a picture…"), "Ctrl+Shift+P", tip, "save")
        picture.triggered.connect(self.ask_picture)
        tip = self.tr("Save the counts as .xlsx or .csv")
        counts = self._action(self.tr("Save the counts…"), "Ctrl+Shift+G", tip, "export")
        counts.triggered.connect(self.ask_table)
        return [compare, picture, counts]

    def _action(self, text: str, keys: str, tip: str, icon: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(f"{tip} ({keys})")
        wear(action, icon, "secondary")
        return action

    def _lay_out(self) -> None:
        for measure in Measure:
            self.measure.addItem(measure.label, measure.value)
        self.measure.setAccessibleName(self.tr("What is counted"))
        self.measure.setToolTip(self.measure.accessibleName())
        self.step.addItem(self.tr("By year"), TrendStep.YEAR.value)
        self.step.addItem(self.tr("By month"), TrendStep.MONTH.value)
        self.step.setAccessibleName(self.tr("Years or months"))
        self.step.setToolTip(self.step.accessibleName())
        self.measure.setMinimumContentsLength(8)
        self.measure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choices = QHBoxLayout()
        choices.setSpacing(6)
        choices.addWidget(self.measure, 3)
        choices.addWidget(self.step, 2)
        choices.addWidget(self.field, 4)
        choices.addWidget(self._export_button())
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._note.setProperty("look", "secondary")
        self._note.setContentsMargins(24, 32, 24, 24)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._note)
        self._stack.addWidget(self.chart)
        self.table.setHorizontalSpacing(12)
        self.table.setVerticalSpacing(0)
        self.table.setColumnStretch(2, 1)
        self.setProperty("look", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(choices)
        column.addWidget(self.chips)
        column.addWidget(self._stack, 1)
        column.addLayout(self.table)

    def _export_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        button.menu().addActions(self._actions[1:])
        button.setToolTip(self.tr("Save as a picture or as a table"))
        button.setAccessibleName(button.toolTip())
        wear(button, "export", "secondary")
        return button

    def _theme_changed(self) -> None:
        self._fill_table(self._trend)

    def _connect(self) -> None:
        self.field.returnPressed.connect(self._entered)
        self.chips.removed.connect(self._drop)
        self.measure.currentIndexChanged.connect(
            lambda _: self.chart.show_trend(self._trend, Measure(self.measure.currentData()))
        )
        self.step.currentIndexChanged.connect(lambda _: self.look())
        self.chart.picked.connect(self._picked)
        self._session.script_changed.connect(self._script_changed)
        theme().changed.connect(self._theme_changed)

    def _entered(self) -> None:
        text = self.field.text()
        self.field.clear()
        self.compare(text)

    def _script_changed(self, _: Script) -> None:
        self._show_chips()
        self._fill_table(self._trend)


def _square(place: int) -> QPixmap:
    square = QPixmap(11, 11)
    square.fill(series_colour(colours(), place))
    return square
