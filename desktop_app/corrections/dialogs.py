"""The questions of corrections: another name, which entity it is really, which articles mean another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n.format import number
from desktop_app.i18n.script import convert
from desktop_app.i18n.types import type_word
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.theme import icon
from index.model import (
    Completion,
    EntityName,
    FacetField,
    Filter,
    MentionType,
    ResultRow,
    SearchRequest,
    Sort,
)

WAIT = 150  # ms after a key before offers are looked up
MOST = 300  # articles that the split dialog lists
_OFFERS = 60


class NameDialog(QDialog):
    """A field with the present name; `name` is what is to be."""

    def __init__(self, entity: EntityName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rename “%1”").replace("%1", entity.name))
        self._entity = entity
        self.field = QLineEdit(entity.name, self)
        self.field.selectAll()
        self.field.setAccessibleName(self.tr("New name"))
        self._note = _note(
            self.tr("The name is changed in all articles. With the name of another entry, both become one."),
            self,
        )
        self._buttons = _buttons(self, self.tr("Rename"))
        column = QVBoxLayout(self)
        for widget in (self.field, self._note, self._buttons):
            column.addWidget(widget)
        self.field.textChanged.connect(lambda _: self._enable())
        self.setMinimumWidth(420)
        self._enable()

    def ask_for_another(self, count: int) -> None:
        """Ask for the name of another whom `count` articles mean."""
        self.setWindowTitle(self.tr("“%1” is another in some articles").replace("%1", self._entity.name))
        self._note.setText(
            self.tr(
                "A name that tells the other apart, in %n article(s), such as one with a place.", "", count
            )
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Split off"))

    @property
    def name(self) -> str:
        """The new name."""
        return self.field.text().strip()

    def _enable(self) -> None:
        _ok(self._buttons).setEnabled(bool(self.name) and self.name != self._entity.name)


class MergeDialog(QDialog):
    """A field with offers under it; `choice` is the entity chosen."""

    def __init__(
        self, entity: EntityName, session: Session, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entity, self._session, self._tasks = entity, session, tasks
        self.setWindowTitle(self.tr("“%1” is the same as …").replace("%1", entity.name))
        self.field = QLineEdit(entity.name, self)
        self.field.selectAll()
        self.field.setAccessibleName(self.tr("Whom or what is meant"))
        self.field.setPlaceholderText(self.tr("Characters, pinyin or initials"))
        self.offers = QListWidget(self)
        self.offers.setProperty("look", "framed")
        self.offers.setAccessibleName(self.tr("Names in the archive"))
        note = _note(
            self.tr("All its mentions become mentions of the name you choose, which stays as it is."), self
        )
        self._buttons = _buttons(self, self.tr("Merge"))
        column = QVBoxLayout(self)
        for widget in (self.field, self.offers, note, self._buttons):
            column.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._look_up)
        self.field.textChanged.connect(lambda _: self._timer.start())
        self.field.returnPressed.connect(self.offers.setFocus)
        self.offers.currentItemChanged.connect(lambda *_: self._enable())
        self.offers.itemActivated.connect(lambda _: self._chosen())
        self.resize(460, 400)
        self._enable()
        self._look_up()

    @property
    def choice(self) -> tuple[MentionType, str]:
        """Type and name of the entity chosen."""
        data = self.offers.currentItem().data(Qt.ItemDataRole.UserRole)
        assert isinstance(data, Completion)  # noqa: S101
        return MentionType(data.group), data.text

    def done(self, result: int) -> None:
        """Stop looking up."""
        self._timer.stop()
        super().done(result)

    def _chosen(self) -> None:
        if _ok(self._buttons).isEnabled():
            self.accept()

    def _look_up(self) -> None:
        archive, text = self._session.archive, self.field.text().strip()
        if archive is None or not text:
            return
        # for its own name offer what begins like it
        texts = [text] if text != self._entity.name else [text, text[:2], text[:1]]
        self._tasks.run(
            "offers",
            lambda control: [offer for each in texts for offer in archive.complete(each, _OFFERS)],
            self._show,
            self._session.trouble.emit,
            lane="place",
            newest=True,
            owner=self,
        )

    def _show(self, offers: Sequence[Completion]) -> None:
        self.offers.clear()
        kinds = {kind.value for kind in MentionType if kind is not MentionType.DATE}
        named = [each for each in dict.fromkeys(offers) if each.group in kinds and not self._itself(each)]
        named.sort(key=lambda each: each.group != self._entity.type.value)
        for each in named:
            kind = MentionType(each.group)
            shown = convert(each.text, self._session.script).text
            count = f"  {number(each.count)}" if each.count else ""
            item = QListWidgetItem(icon(kind.value, kind.value), f"{shown}{count}")
            item.setData(Qt.ItemDataRole.UserRole, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{type_word(kind)}: {shown}{count}")
            self.offers.addItem(item)
        if named:
            self.offers.setCurrentRow(0)
        else:
            none = QListWidgetItem(self.tr("No other name was found."), self.offers)
            none.setFlags(Qt.ItemFlag.NoItemFlags)
        self._enable()

    def _itself(self, offer: Completion) -> bool:
        return offer.group == self._entity.type.value and offer.text == self._entity.name

    def _enable(self) -> None:
        item = self.offers.currentItem()
        _ok(self._buttons).setEnabled(item is not None and item.data(Qt.ItemDataRole.UserRole) is not None)


class SplitDialog(QDialog):
    """The articles that name it, to be ticked, and a name; `article_ids` and `name` are the answer."""

    def __init__(
        self, entity: EntityName, session: Session, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entity, self._session = entity, session
        self.setWindowTitle(self.tr("“%1” is another in some articles").replace("%1", entity.name))
        note = _note(
            self.tr("Tick the articles that mean another, and give that one a name of its own."), self
        )
        self.articles = QListWidget(self)
        self.articles.setProperty("look", "framed")
        self.articles.setAccessibleName(self.tr("Articles"))
        self._every = QCheckBox(self.tr("All of these"), self)
        self._part = _note("", self)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Name of the other"))
        self.field.setPlaceholderText(
            self.tr("Name of the other, such as %1").replace("%1", f"{entity.name}（…）")
        )
        self._buttons = _buttons(self, self.tr("Split off"))
        column = QVBoxLayout(self)
        for widget in (note, self.articles, self._every, self._part, self.field, self._buttons):
            column.addWidget(widget)
        self.articles.itemChanged.connect(lambda _: self._enable())
        self.field.textChanged.connect(lambda _: self._enable())
        self._every.toggled.connect(self._tick_all)
        self.resize(620, 520)
        self._enable()
        self._load(tasks)

    @property
    def article_ids(self) -> list[int]:
        """The articles ticked."""
        items = (self.articles.item(row) for row in range(self.articles.count()))
        return [
            int(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    @property
    def name(self) -> str:
        """The name of the other."""
        return self.field.text().strip()

    def _load(self, tasks: Tasks) -> None:
        archive = self._session.archive
        if archive is None:
            return
        named = Filter(FacetField(self._entity.type.value), (self._entity.name,))
        request = SearchRequest("", Sort.OLDEST, (named,))

        def work() -> tuple[int, list[ResultRow]]:
            hits = archive.search(request)
            return hits.total, archive.rows(hits, 0, MOST)

        tasks.run(
            "articles of a name",
            lambda control: work(),
            self._show,
            self._session.trouble.emit,
            lane="place",
            newest=True,
            owner=self,
        )

    def _show(self, found: tuple[int, list[ResultRow]]) -> None:
        total, rows = found
        for row in rows:
            title = convert(row.title, self._session.script).text
            item = QListWidgetItem(f"{row.date or '—'}  {title}  {row.source or ''}")
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.articles.addItem(item)
        if total > len(rows):
            text = self.tr("The first %1 of %2 articles, oldest first.")
            self._part.setText(text.replace("%1", number(len(rows))).replace("%2", number(total)))
        self._part.setVisible(total > len(rows))

    def _tick_all(self, on: bool) -> None:
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        for row in range(self.articles.count()):
            self.articles.item(row).setCheckState(state)

    def _enable(self) -> None:
        ready = bool(self.name) and self.name != self._entity.name and bool(self.article_ids)
        _ok(self._buttons).setEnabled(ready)


def _note(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("look", "small")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _buttons(dialog: QDialog, word: str) -> QDialogButtonBox:
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel, dialog)
    box.button(kinds.Ok).setText(word)
    box.button(kinds.Ok).setProperty("look", "primary")
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def _ok(box: QDialogButtonBox) -> QWidget:
    return box.button(QDialogButtonBox.StandardButton.Ok)
