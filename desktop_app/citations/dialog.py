"""The citation dialog: one article, the selected ones or all results, in the style asked for.

For one article its particulars stand beside and can be corrected; what is corrected is kept in the archive
and used wherever the article is cited. Opened by `desk`; stays usable beside the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.desk.work import Work
from desktop_app.i18n.format import articles
from desktop_app.session import Session
from desktop_app.theme import wear
from index.model import Genre, Particulars

_STYLE = "citation.style"
_MANY = 300  # references that are shown; a file has all
_SUFFIX = {"ris": ".ris", "bibtex": ".bib"}
_PAUSE = 500  # ms after the last key


class CitationDialog(QDialog):
    """`cite(ids)` shows other articles."""

    def __init__(self, session: Session, work: Work, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self._ids: tuple[int, ...] = ()
        self._own = Particulars()  # as the article says, corrections included
        self._corrected = Particulars()
        self._filling = False
        self.style_box = QComboBox(self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self._about = QLabel(self)
        self._about.setProperty("look", "secondary")
        self._about.setWordWrap(True)
        self.genre = QComboBox(self)
        self.fields = {name: QLineEdit(self) for name in _names()}
        self.form = QGroupBox(self)
        self.copy_button, self.save_button, self.reset_button = (QPushButton(self) for _ in range(3))
        self._close = QPushButton(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._correct)
        self._fill()
        self._lay_out()
        self._connect()
        self.resize(640, 560)

    def cite(self, ids: Sequence[int]) -> None:
        """Show the references of articles."""
        self._correct_now()
        self._ids = tuple(dict.fromkeys(int(number) for number in ids))
        one = len(self._ids) == 1
        self.form.setVisible(one)
        self.form.setEnabled(self._work.possible)
        self._about.setText(articles(len(self._ids)))
        self._about.setVisible(not one)
        self._load()

    @property
    def style_name(self) -> str:
        """The style chosen."""
        return str(self.style_box.currentData())

    # -- loading

    def _load(self) -> None:
        ids, style = self._ids, self.style_name
        if not ids:
            self.text.setPlainText("")
            return
        if len(ids) == 1:
            number = ids[0]
            self._work.ask(
                lambda a: (a.citation(number, style), a.particulars(number), a.corrected_particulars(number)),
                lambda found: self._show_one(*found),
                lane="citation",
            )
        else:
            some = ids[:_MANY]
            self._work.ask(lambda a: a.citations(some, style), self._show_many, lane="citation")

    def _show_one(self, said: str, own: Particulars, corrected: Particulars) -> None:
        self._own, self._corrected = own, corrected
        self.text.setPlainText(said)
        self._filling = True
        self.genre.setCurrentIndex(max(0, self.genre.findData(own.genre)))
        for name, field in self.fields.items():
            if not field.hasFocus():
                field.setText(getattr(own, name) or "")
                field.setCursorPosition(0)
            font = field.font()
            font.setBold(getattr(corrected, name) is not None)
            field.setFont(font)
        self.reset_button.setEnabled(self._work.possible and corrected != Particulars())
        self._filling = False

    def _show_many(self, said: str) -> None:
        more = len(self._ids) - _MANY
        if more > 0:
            said += self.tr("… and %n more; all of them are saved to a file.", "", more)
        self.text.setPlainText(said)

    # -- doing

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText().rstrip("\n"))
        self._session.message.emit(self.tr("The references were copied."))

    def _save(self) -> None:
        suffix = _SUFFIX.get(self.style_name, ".txt")
        folder = Path(self._session.memory.text("export.folder", str(Path.home())))
        start = str(folder / (self.tr("References") + suffix))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the references"), start, f"*{suffix}")
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Write all references to a file."""
        ids, style = self._ids, self.style_name
        self._session.memory.put("export.folder", str(path.parent))

        def done(count: int) -> None:
            self._session.message.emit(self.tr("%n reference(s) saved", "", count) + f" · {path.name}")

        language = self._session.settings.language
        self._work.ask(lambda a: a.export_articles(style, path, ids, language=language), done)

    def _typed(self) -> None:
        if not self._filling:
            self._pause.start()

    def _correct(self) -> None:
        """Keep what was typed, as far as it differs from what the article says."""
        if len(self._ids) != 1 or not self._work.possible:
            return
        changes: dict[str, object] = {}
        for name, field in self.fields.items():
            text = " ".join(field.text().split())
            if text != (getattr(self._own, name) or ""):
                changes[name] = text
        genre = self.genre.currentData()
        if genre is not self._own.genre:
            changes["genre"] = genre
        if changes:
            number, wanted = self._ids[0], replace(self._corrected, **changes)  # type: ignore[arg-type]
            self._own = replace(self._own, **changes)  # type: ignore[arg-type]
            self._corrected = wanted
            self._work.change(lambda a: a.correct_particulars(number, wanted), quiet=True)

    def _correct_now(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._correct()

    def _reset(self) -> None:
        self._pause.stop()
        if len(self._ids) == 1:
            number = self._ids[0]
            self._work.change(lambda a: a.correct_particulars(number, Particulars()), quiet=True)

    def reject(self) -> None:
        """Keep what was typed last."""
        self._correct_now()
        super().reject()

    def _style_changed(self) -> None:
        self._session.memory.put(_STYLE, self.style_box.currentIndex())
        self._load()

    # -- shape

    def _connect(self) -> None:
        self.style_box.currentIndexChanged.connect(lambda _: self._style_changed())
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._save)
        self.reset_button.clicked.connect(self._reset)
        self._close.clicked.connect(self.reject)
        self.genre.currentIndexChanged.connect(lambda _: self._typed())
        for field in self.fields.values():
            field.textEdited.connect(lambda _: self._typed())
        self._work.edited.connect(lambda _: self._load())
        self._session.archive_changed.connect(lambda _: self.close())

    def _fill(self) -> None:
        self.setWindowTitle(self.tr("Cite"))
        styles = {
            "gbt7714": self.tr("GB/T 7714-2015"),
            "gbt7714-2025": self.tr("GB/T 7714-2025"),
            "footnote": self.tr("Chinese footnote"),
            "apa": self.tr("APA"),
            "ris": self.tr("RIS (Zotero, EndNote, NoteExpress)"),
            "bibtex": self.tr("BibTeX"),
        }
        for name, text in styles.items():
            self.style_box.addItem(text, name)
        self.style_box.setCurrentIndex(self._session.memory.number(_STYLE, 0) % len(styles))
        genres = {
            Genre.NEWSPAPER: self.tr("Newspaper [N]"),
            Genre.WEB: self.tr("Online [EB/OL]"),
            Genre.REPORT: self.tr("Report [R]"),
            Genre.JOURNAL: self.tr("Journal [J]"),
            Genre.STANDARD: self.tr("Standard [S]"),
            Genre.GENERAL: self.tr("Other [Z]"),
        }
        for genre, text in genres.items():
            self.genre.addItem(text, genre)
        self.copy_button.setText(self.tr("&Copy"))
        self.save_button.setText(self.tr("&Save…"))
        self.reset_button.setText(self.tr("As in the article"))
        self.reset_button.setToolTip(self.tr("Remove all corrections to these particulars"))
        self._close.setText(self.tr("Close"))
        self.copy_button.setProperty("look", "primary")
        wear(self.save_button, "save", "secondary")
        self.form.setTitle(self.tr("Particulars (corrections are kept)"))
        self.text.setAccessibleName(self.tr("References"))

    def _lay_out(self) -> None:
        labels = {
            "title": self.tr("Title"),
            "author": self.tr("Authors"),
            "source": self.tr("Newspaper, site or body"),
            "date": self.tr("Date"),
            "page": self.tr("Page or edition"),
            "issue": self.tr("Volume (issue) or number"),
            "place": self.tr("Place"),
            "url": self.tr("Address"),
            "accessed": self.tr("Read on"),
        }
        self.fields["date"].setPlaceholderText("2025-03-27")
        self.fields["accessed"].setPlaceholderText(self.tr("today", "the day on which a page was read"))
        form = QFormLayout(self.form)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.setVerticalSpacing(6)
        form.addRow(self.tr("Kind"), self.genre)
        for name, field in self.fields.items():
            form.addRow(labels[name], field)
        form.addRow("", self.reset_button)
        top = QHBoxLayout()
        label = QLabel(self.tr("S&tyle"))
        label.setBuddy(self.style_box)
        top.addWidget(label)
        top.addWidget(self.style_box, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._about)
        foot.addStretch(1)
        for button in (self.copy_button, self.save_button, self._close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        self.reset_button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.text, 1)
        column.addWidget(self.form)
        column.addLayout(foot)


def _names() -> tuple[str, ...]:
    return tuple(field.name for field in fields(Particulars) if field.name != "genre")
