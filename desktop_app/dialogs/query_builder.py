"""A form for people who never learn a syntax: it makes a query, shows it, and searches with one click.

It opens with the query in the box, where that is one that it could have made.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app import i18n
from desktop_app.search.query_text import QueryParts, query_parts, query_text

_DATE = re.compile(r"\d{4}([-/.年]\d{1,2}([-/.月]\d{1,2})?)?[年月日]?|(民国|民國)\d{1,3}年?")


class QueryBuilder(QDialog):
    """Emits `wanted(text)` and closes; what was filled in is kept by the window until it is closed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Build a query"))
        self.setMinimumWidth(560)
        self._fields: dict[str, QLineEdit] = {}
        self.distance = QSpinBox()
        self._query = QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addLayout(self._make_form())
        column.addWidget(self._make_card())
        column.addWidget(self._make_buttons())
        self._show()

    def _make_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        blank = self.tr("words, separated by spaces")
        self._add(form, "all_words", self.tr("&All of these words"), blank)
        self._add(form, "phrase", self.tr("This exact &phrase"), self.tr("as it is printed"))
        self._add(form, "any_words", self.tr("A&ny of these words"), blank)
        self._add(form, "none_words", self.tr("N&one of these words"), blank)
        self._add_near(form)
        self._add_inside(form)
        misprinted = self.tr("words that may have one character wrong")
        self._add(form, "roughly", self.tr("Perhaps &misprinted"), misprinted)
        self._add(form, "title", self.tr("In the &title"), blank)
        self._add_names(form, ("person", self.tr("P&erson")), ("post", self.tr("Post")))
        self._add_names(form, ("organisation", self.tr("Or&ganisation")), ("place", self.tr("Place")))
        self._add_names(form, ("document", self.tr("Doc&ument")), ("event", self.tr("Event")))
        self._add(form, "source", self.tr("&Source"), self.tr("a newspaper or a site"))
        self._add_dates(form)
        return form

    def _make_card(self) -> QFrame:
        self._query.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._query.setWordWrap(True)
        self._query.setMinimumHeight(36)
        self._query.setAccessibleName(self.tr("The query"))
        card = QFrame()
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        head = QLabel(self.tr("The query"))
        head.setProperty("look", "small")
        inside.addWidget(head)
        inside.addWidget(self._query)
        return card

    @property
    def text(self) -> str:
        """The query as it stands."""
        return query_text(self._parts(), i18n.current())

    def fill(self, name: str, value: str) -> None:
        """Put text into a field of QueryParts."""
        self._fields[name].setText(value)

    def show_query(self, text: str) -> bool:
        """Fill the form so that it makes this query; False, and no change, if it could not have."""
        parts = query_parts(text) if text.strip() else None
        if parts is None:
            return False
        self.distance.setValue(parts.near_distance)
        for name, field in self._fields.items():
            field.setText(getattr(parts, name))
        return True

    def _parts(self) -> QueryParts:
        texts = {name: field.text() for name, field in self._fields.items()}
        return QueryParts(near_distance=self.distance.value(), **texts)

    def _line(self, name: str, label: str, hint: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setClearButtonEnabled(True)
        field.setAccessibleName(label.replace("&", ""))
        field.textChanged.connect(self._show)
        self._fields[name] = field
        return field

    def _add(self, form: QFormLayout, name: str, label: str, hint: str) -> None:
        form.addRow(label, self._line(name, label, hint))

    def _add_near(self, form: QFormLayout) -> None:
        label = self.tr("Near eac&h other")
        self.distance.setRange(1, 200)
        self.distance.setValue(10)
        self.distance.setSuffix(self.tr(" characters", "distance of two words"))
        self.distance.setAccessibleName(self.tr("At most this far from each other"))
        self.distance.setToolTip(self.distance.accessibleName())
        self.distance.valueChanged.connect(self._show)
        one = self._line("near_one", label, self.tr("one word"))
        other = self._line("near_other", label, self.tr("the other word"))
        self._add_row(form, label, one, other, self.distance)

    def _add_inside(self, form: QFormLayout) -> None:
        label = self.tr("&Word not within others")
        inner = self._line("inner", label, self.tr("one word"))
        outer = self._line("outer", self.tr("not within these"), self.tr("not within these"))
        self._add_row(form, label, inner, outer)

    def _add_names(self, form: QFormLayout, left: tuple[str, str], right: tuple[str, str]) -> None:
        """A row of two fields: the label of the first stands before it, that of the second within it."""
        self._add_row(form, left[1], self._line(*left, ""), self._line(*right, right[1]))

    def _add_dates(self, form: QFormLayout) -> None:
        label = self.tr("&Dates")
        first = self._line("first_date", self.tr("From"), self.tr("from, such as 2019 or 2023-11"))
        last = self._line("last_date", self.tr("To"), self.tr("to"))
        self._add_row(form, label, first, QLabel("–"), last)
        self._wrong = QLabel(self.tr("A date is a year, a month or a day: 2023, 2023-11, 2023-11-05."))
        self._wrong.setProperty("look", "error")
        self._wrong.setWordWrap(True)
        form.addRow("", self._wrong)

    def _add_row(self, form: QFormLayout, label: str, *widgets: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
        form.addRow(label, row)
        buddy = form.labelForField(row)
        if isinstance(buddy, QLabel):
            buddy.setBuddy(widgets[0])

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._search = QPushButton(self.tr("Search"))
        self._search.setProperty("look", "primary")
        self._search.setDefault(True)
        self._search.clicked.connect(self._accept)
        clear = QPushButton(self.tr("&Clear"))
        clear.setAutoDefault(False)
        clear.clicked.connect(self._clear)
        buttons.addButton(self._search, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(clear, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        return buttons

    def _clear(self) -> None:
        for field in self._fields.values():
            field.clear()

    def _dates_right(self) -> bool:
        dates = (self._fields[name].text().replace(" ", "") for name in ("first_date", "last_date"))
        return all(not date or _DATE.fullmatch(date) for date in dates)

    def _show(self) -> None:
        if not hasattr(self, "_search"):
            return
        text, right = self.text, self._dates_right()
        self._query.setText(text or self.tr("Fill in what you look for."))
        self._query.setProperty("look", "" if text else "secondary")
        self._query.style().polish(self._query)
        self._wrong.setVisible(not right)
        self._search.setEnabled(bool(text) and right)

    def _accept(self) -> None:
        self.wanted.emit(self.text)
        self.accept()
