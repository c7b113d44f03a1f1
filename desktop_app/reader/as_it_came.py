"""An article as it came beside the clean text, with every repair: the proof that nothing was thrown away."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import sentence
from desktop_app.i18n.format import number
from desktop_app.theme.fonts import Face, reading_font
from index.model import Article, Script

SHOWN = 2_000_000  # characters of the original that are shown


class AsItCame(QDialog):
    """Two texts side by side that scroll together, the repairs above them, the file below."""

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("As it came"))
        self.resize(1080, 720)
        self._article = article
        self._following = False
        self._came = _text_box(self.tr("Text as it came"))
        self._clean = _text_box(self.tr("Clean text"))
        self._clean.setPlainText(f"{article.title}\n\n{article.body}")
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(_column(self._came_heading(), self._came))
        splitter.addWidget(_column(self.tr("Clean"), self._clean))
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        heading = QLabel(article.title, self)
        heading.setProperty("look", "heading")
        heading.setWordWrap(True)
        layout.addWidget(heading)
        repairs = QLabel(self._repairs(), self)
        repairs.setWordWrap(True)
        repairs.setTextFormat(Qt.TextFormat.PlainText)
        repairs.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(repairs)
        layout.addWidget(splitter, 1)
        layout.addLayout(self._bottom())
        self._tie()

    def show_original(self, data: bytes) -> None:
        """Show the original bytes, decoded as they were read."""
        try:
            text = data.decode(self._article.encoding, "replace")
        except LookupError:
            text = data.decode("utf-8", "replace")
        self._came.setPlainText(text[:SHOWN])

    def show_trouble(self, text: str) -> None:
        """Say why the original cannot be shown."""
        self._came.setPlainText(text)

    def _came_heading(self) -> str:
        article = self._article
        text = self.tr("As it came · %1", "%1 is an encoding such as GB18030")
        return text.replace("%1", article.encoding.upper())

    def _repairs(self) -> str:
        lines = []
        for repair in self._article.repairs:
            line = f"{sentence(f'repair.{repair.kind.value}')}: {number(repair.count)}"
            if repair.before:
                after = repair.after or self.tr("(left out)")
                line += f"    {_short(repair.before)}  →  {_short(after)}"
            lines.append(line)
        if self._article.date_reason:
            lines.append(self.tr("The date was inferred from: %1").replace("%1", self._article.date_reason))
        return "\n".join(lines) or self.tr("Nothing had to be repaired.")

    def _bottom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        path = QLabel(self._article.file, self)
        path.setProperty("look", "small")
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(path, 1)
        file, folder, close = (QPushButton(text, self) for text in self._button_texts())
        file.clicked.connect(lambda: open_file(self._article.file))
        folder.clicked.connect(lambda: open_folder(self._article.file))
        close.clicked.connect(self.close)
        close.setDefault(True)
        for button in (file, folder, close):
            row.addWidget(button)
        return row

    def _button_texts(self) -> tuple[str, str, str]:
        return self.tr("Open file"), self.tr("Open folder"), self.tr("Close")

    def _tie(self) -> None:
        """Scroll both texts by the same share."""
        left, right = self._came.verticalScrollBar(), self._clean.verticalScrollBar()
        left.valueChanged.connect(lambda value: self._follow(left, right))
        right.valueChanged.connect(lambda value: self._follow(right, left))

    def _follow(self, source: QScrollBar, target: QScrollBar) -> None:
        if not self._following:
            self._following = True
            share = source.value() / source.maximum() if source.maximum() else 0.0
            target.setValue(round(share * target.maximum()))
            self._following = False


def open_file(path: str) -> None:
    """Open the file that an article came from in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def open_folder(path: str) -> None:
    """Open the folder of the file that an article came from."""
    folder, _, _ = path.replace("\\", "/").rpartition("/")
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder or "."))


def _text_box(name: str) -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setReadOnly(True)
    box.setAccessibleName(name)
    box.setFont(reading_font(Face.SERIF, Script.ORIGINAL, 15))
    return box


def _column(heading: str, box: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    label = QLabel(heading)
    label.setProperty("look", "secondary")
    layout.addWidget(label)
    layout.addWidget(box, 1)
    return column


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:59] + "…"
