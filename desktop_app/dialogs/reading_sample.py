"""A few lines of an article in the chosen face, size and paper, inside the settings."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.i18n.script import convert
from desktop_app.settings import Settings
from desktop_app.theme import reading_colours
from desktop_app.theme.fonts import reading_font
from desktop_app.theme.tokens import RADIUS
from index.model import Script

_TEXT = (
    "会议听取了三地联席会议办公室的工作汇报，审议通过了《合作框架协议》。"
    "与会各方认为，新区建设要从群众最关心的事情做起。"
)
_HEIGHT = 132
_PADDING = 16


class ReadingSample(QWidget):
    """Paints the sample."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._text = _TEXT
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Sample of the typeface"))

    def show_settings(self, settings: Settings) -> None:
        """Paint with these settings."""
        self._settings = settings
        self._text = _TEXT if settings.script is Script.ORIGINAL else convert(_TEXT, settings.script).text
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the page gives."""
        return QSize(480, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, and as many lines as there is room for."""
        colours = reading_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.line))
        painter.setBrush(QColor(colours.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        settings = self._settings
        font = reading_font(settings.reading_face, settings.script, settings.reading_size)
        layout = QTextLayout("　　" + self._text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        width = min(self.width() - 2 * _PADDING, settings.reading_measure * settings.reading_size)
        step = settings.reading_size * settings.reading_leading
        painter.setPen(QColor(colours.ink))
        painter.setClipRect(self.rect().adjusted(0, 0, 0, -8))
        layout.beginLayout()
        top = 10.0
        while (line := layout.createLine()).isValid() and top < self.height():
            line.setLineWidth(width)
            line.draw(painter, QRectF(_PADDING, top, 0, 0).topLeft())
            top += step
        layout.endLayout()
