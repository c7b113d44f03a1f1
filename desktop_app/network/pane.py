"""A network with what it shows: types, time, size; as a picture or a table; to be saved. Held by the pages.

Loads in lane "network"; what is clicked goes to whoever holds it by signals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.corrections.menus import KINDS
from desktop_app.i18n import error_sentence
from desktop_app.i18n.format import articles, number
from desktop_app.i18n.script import in_script
from desktop_app.i18n.types import type_word
from desktop_app.network.edges import EdgeTable
from desktop_app.network.picture import STEP, NetworkPicture
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.theme import wear
from desktop_app.widgets.histogram import Bar, HistogramWidget
from index.control import Control
from index.model import FacetField, MentionType, Network, Script

if TYPE_CHECKING:
    from index.archive import Archive, Hits

SIZES = (20, 40, 80, 150, 300, 400)
USUAL = (MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A network in the script on show, its years, and the name in its centre."""

    network: Network
    years: tuple[Bar, ...]
    title: str


class NetworkPane(QWidget):
    """Emits `entity_opened(id)`, `pair_wanted(one, other)` and `titled(str)` once it has loaded."""

    entity_opened = Signal(int)
    pair_wanted = Signal(int, int)
    titled = Signal(str)

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._subject: int | Hits | None = None
        self._span: tuple[str, str] | None = None
        self._loaded: Loaded | None = None
        self.picture = NetworkPicture(self)
        self.table = EdgeTable(self)
        self.years = HistogramWidget(self)
        self.kinds = {kind: QToolButton(self) for kind in KINDS}
        self.size_box = QComboBox(self)
        self.table_switch, self.save, self._in, self._out, self._fit = (QToolButton(self) for _ in range(5))
        self.remark = QLabel(self)
        self.remark.setProperty("look", "small")
        self.remark.setWordWrap(True)
        self._empty = QLabel(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(32)
        self._empty.setProperty("look", "secondary")
        self._stack = QStackedWidget(self)
        for widget in (self._empty, self.picture, self.table):
            self._stack.addWidget(widget)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for kind, button in self.kinds.items():
            button.setCheckable(True)
            button.setChecked(kind in USUAL)
            wear(button, kind.value, kind.value)
        for size in SIZES:
            self.size_box.addItem("", size)
        self.size_box.setCurrentIndex(1)
        self.table_switch.setCheckable(True)
        for button, picture in (
            (self.table_switch, "list"), (self.save, "export"), (self._fit, "unfold"),
            (self._in, "zoom-in"), (self._out, "zoom-out"),
        ):  # fmt: skip
            wear(button, picture)
        bar = QFrame(self)
        bar.setProperty("look", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        for button in self.kinds.values():
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.size_box)
        row.addStretch(1)
        for button in (self._out, self._in, self._fit, self.table_switch, self.save):
            row.addWidget(button)
        below = QHBoxLayout()
        below.setContentsMargins(12, 4, 12, 4)
        below.setSpacing(16)
        below.addWidget(self.years, 1)
        below.addWidget(self.remark, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        column.addLayout(below)
        self.setFocusProxy(self.picture)

    def _connect(self) -> None:
        for button in self.kinds.values():
            button.toggled.connect(lambda _: self.reload())
        self.size_box.currentIndexChanged.connect(lambda _: self.reload())
        self.years.picked.connect(self._pick)
        self.years.cleared.connect(lambda: self._limit(None))
        self.picture.opened.connect(self.entity_opened)
        self.table.pair_wanted.connect(self.pair_wanted)
        self.table_switch.toggled.connect(lambda _: self._show_form())
        self._in.clicked.connect(lambda: self.picture.zoom(STEP))
        self._out.clicked.connect(lambda: self.picture.zoom(1 / STEP))
        self._fit.clicked.connect(self.picture.fit)
        self.save.clicked.connect(self._save)

    # -- loading

    def show_subject(self, subject: int | Hits | None) -> None:
        """Show the network around an entity, or of hits; the time filter of another subject is dropped."""
        if subject != self._subject:
            self._span = None
        self._subject = subject
        self.reload()

    def reload(self) -> None:
        """Load what is asked for by the buttons."""
        archive, subject, script = self._session.archive, self._subject, self._session.script
        if archive is None or subject is None:
            return
        kinds = tuple(kind for kind, button in self.kinds.items() if button.isChecked())
        span, size = self._span, int(self.size_box.currentData())
        self._tasks.run(
            "network",
            lambda control: load(archive, subject, kinds, span, size, script, control),
            self._show,
            self._failed,
            lane="network",
            newest=True,
            owner=self,
        )

    def _show(self, loaded: Loaded) -> None:
        self._loaded = loaded
        network = loaded.network
        self.picture.show_network(network)
        self.table.show_network(network)
        self.years.show_bars(loaded.years, self._span)
        self.years.setVisible(len(loaded.years) > 1)
        shown = self.tr("%1 names, %2 links, from %3")
        shown = shown.replace("%1", number(len(network.nodes))).replace("%2", number(len(network.edges)))
        text = shown.replace("%3", articles(network.articles))
        if network.entities > len(network.nodes):
            more = self.tr("the %1 most frequent of %2 names")
            more = more.replace("%1", number(len(network.nodes))).replace("%2", number(network.entities))
            text += f" · {more}"
        self.remark.setText(text)
        if not network.nodes:
            self._empty.setText(
                self.tr("No names of these types appear together here. Choose other types or years.")
            )
        self._show_form()
        title = loaded.title or self.tr("all results")
        self.titled.emit(self.tr("Network: %1").replace("%1", title))

    @property
    def empty_text(self) -> str:
        """What is said in place of a picture; "" while there is one."""
        return self._empty.text() if self._stack.currentWidget() is self._empty else ""

    def _failed(self, error: Exception) -> None:
        self._loaded = None
        self._empty.setText(error_sentence(error))
        self._stack.setCurrentWidget(self._empty)
        self.titled.emit("")

    def _show_form(self) -> None:
        table = self.table_switch.isChecked()
        there = self._loaded is not None and bool(self._loaded.network.nodes)
        self._stack.setCurrentWidget(self._empty if not there else self.table if table else self.picture)
        for button in (self._in, self._out, self._fit):
            button.setEnabled(there and not table)
        self.save.setEnabled(there)
        self.setFocusProxy(self.table if table else self.picture)

    def _pick(self, first: str, last: str) -> None:
        self._limit((first, last))

    def _limit(self, span: tuple[str, str] | None) -> None:
        self._span = span
        self.reload()

    # -- saving

    def _save(self) -> None:
        if self._loaded is None:
            return
        filters = f"{self.tr('Picture')} (*.png);;{self.tr('Drawing')} (*.svg)"
        name = f"{self._loaded.title or self.tr('network')}.png"
        path, chosen = QFileDialog.getSaveFileName(self, self.tr("Save the network"), name, filters)
        if path:
            target = Path(path)
            if target.suffix.lower() not in (".png", ".svg"):
                target = target.with_name(target.name + (".svg" if "svg" in chosen else ".png"))
            self.write(target)

    def write(self, path: Path) -> None:
        """Write what is on show to a PNG or an SVG file."""
        loaded = self._loaded
        if loaded is None:
            return
        if path.suffix.lower() == ".svg":
            content: Callable[[], bytes] = partial(bytes, self.picture.svg(loaded.title))
        else:
            content = partial(_png, self.picture.image())
        self._tasks.run(
            "save picture",
            lambda control: path.write_bytes(content()),
            lambda _: self._written(path),
            self._session.trouble.emit,
            lane="network",
            owner=self,
        )

    def _written(self, path: Path) -> None:
        self._session.message.emit(self.tr("Saved as %1").replace("%1", path.name))

    # -- words

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        for kind, button in self.kinds.items():
            _name(button, self.tr("Show: %1", "a type of names").replace("%1", type_word(kind)))
        for row, size in enumerate(SIZES):
            self.size_box.setItemText(row, self.tr("%1 names").replace("%1", str(size)))
        self.size_box.setAccessibleName(self.tr("How many names"))
        _name(self.table_switch, self.tr("As a table"))
        _name(self.save, self.tr("Save the picture…"))
        _name(self._in, self.tr("Larger (+)"))
        _name(self._out, self.tr("Smaller (-)"))
        _name(self._fit, self.tr("The whole picture (0)"))
        self.picture.setAccessibleName(self.tr("Network of names"))
        self.years.setAccessibleName(self.tr("Limit the network to some years"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def load(
    archive: Archive,
    subject: int | Hits,
    kinds: tuple[MentionType, ...],
    span: tuple[str, str] | None,
    size: int,
    script: Script,
    control: Control,
) -> Loaded:
    """The network, the years to choose from, the name in the centre; called in a worker."""
    since, until = span or (None, None)
    network = in_script(archive.network(subject, kinds, since, until, size), script)
    control.checkpoint()
    if isinstance(subject, int):
        counts: dict[str, int] = {}
        for each in archive.months(subject):
            if each.month:
                counts[each.month[:4]] = counts.get(each.month[:4], 0) + each.articles
        named = archive.entity_names([subject])
        title = in_script(named[subject], script).name if subject in named else ""
    else:
        found = archive.facets(subject, [FacetField.YEAR])[FacetField.YEAR]
        counts, title = {each.value: each.count for each in found}, ""
    years = sorted(int(year) for year in counts if year.isdigit())
    every = range(years[0], years[-1] + 1) if years else range(0)
    return Loaded(network, tuple(Bar(str(year), counts.get(str(year), 0)) for year in every), title)


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def _name(button: QToolButton, text: str) -> None:
    button.setToolTip(text)
    button.setAccessibleName(text)
