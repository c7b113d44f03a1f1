"""What leaves the reader: copies, prints, PDFs. Connects its commands; belongs to the reader pane."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice
from PySide6.QtWidgets import QFileDialog

from desktop_app.i18n.format import date
from desktop_app.reader.article_view import ArticleView
from desktop_app.reader.commands import ReaderCommands
from desktop_app.reader.copying import clean_text, markdown, quoted_text
from desktop_app.reader.material import Material
from desktop_app.reader.meta import on_paper
from desktop_app.reader.printing import Press, Sheet, pdf_writer
from desktop_app.session import Session
from desktop_app.tasks import Tasks

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class Output(QObject):
    """Takes the selection if there is one, otherwise the whole article; `printed(pages)` ends each print."""

    printed = Signal(int)

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        view: ArticleView,
        commands: ReaderCommands,
        material: Callable[[], Material | None],
    ) -> None:
        super().__init__(view)
        self._session, self._tasks, self._view, self._material = session, tasks, view, material
        commands["copy_article"].triggered.connect(self._copy)
        commands["copy_markdown"].triggered.connect(lambda: self._with_source(markdown_with_source))
        commands["copy_cited"].triggered.connect(lambda: self._with_source(text_with_source))
        commands["print"].triggered.connect(self._print)
        commands["pdf"].triggered.connect(self._choose_pdf)

    def _span(self) -> tuple[int, int] | None:
        cursor = self._view.textCursor()
        return (cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None

    def _copy(self) -> None:
        material, span = self._material(), self._span()
        if material is not None:
            self._put(clean_text(material, span))

    def _with_source(self, write: Callable[[Material, tuple[int, int] | None, str], str]) -> None:
        """Copy with the citation, which the archive is asked for."""
        material, span, archive = self._material(), self._span(), self._session.archive
        if material is None or archive is None:
            return
        self._tasks.run(
            "cite",
            lambda control: archive.citation(material.article.id),
            lambda citation: self._put(write(material, span, citation)),
            self._session.trouble.emit,
            lane="citations",
            owner=self,
        )

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        count = sum(not char.isspace() for char in text)
        self._session.message.emit(self.tr("%n character(s) copied.", "", count))

    # -- paper

    def _sheet(self, material: Material) -> Sheet:
        article = material.article
        day = date(article.date) if article.date else ""
        source = material.manner.convert(article.source).text if article.source else ""
        return Sheet(
            material.page,
            on_paper(material.meta),
            self._view.typography,
            material.page.title.text,
            "  ".join(part for part in (source, day) if part),
        )

    def _print(self) -> None:
        """Ask for a printer."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # only who prints loads it

        material = self._material()
        if material is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if sys.platform == "win32" and printer.outputFormat() != QPrinter.OutputFormat.NativeFormat:
            # its dialog would not even open
            self._session.message.emit(self.tr("This computer has no printer. Save the article as a PDF."))
            return
        printer.setDocName(material.page.title.text)
        dialog = QPrintDialog(printer, self._view)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._press(printer, printer.resolution(), self.tr("Sent to the printer."))

    def _choose_pdf(self) -> None:
        """Ask for a file and write a PDF."""
        material = self._material()
        if material is None:
            return
        name = _NOT_IN_NAMES.sub(" ", material.page.title.text).strip()[:80] or "article"
        folder = Path(self._session.memory.text("reader.pdf_folder", str(Path.home())))
        chosen, _ = QFileDialog.getSaveFileName(
            self._view, self.tr("Save as PDF"), str(folder / f"{name}.pdf"), "PDF (*.pdf)"
        )
        if chosen:
            self._session.memory.put("reader.pdf_folder", str(Path(chosen).parent))
            self.write_pdf(Path(chosen))

    def write_pdf(self, path: Path) -> None:
        """Write the article on show as a PDF."""
        material = self._material()
        if material is None:
            return
        try:
            writer = pdf_writer(path, material.page.title.text)
        except OSError as error:
            self._session.trouble.emit(error)
            return
        self._press(writer, writer.resolution(), self.tr("Saved: %1").replace("%1", str(path)))

    def _press(self, device: QPagedPaintDevice, resolution: int, said: str) -> None:
        material = self._material()
        if material is None:
            return
        press = Press(self._sheet(material), device, resolution, self)

        def finish(pages: int) -> None:
            press.deleteLater()
            self._session.message.emit(said)
            self.printed.emit(pages)

        press.done.connect(finish)
        press.start()


def text_with_source(material: Material, span: tuple[int, int] | None, citation: str) -> str:
    """The words and, on a line of its own, where they are from."""
    return f"{quoted_text(material, span)}\n\n{citation}"


def markdown_with_source(material: Material, span: tuple[int, int] | None, citation: str) -> str:
    """The same as Markdown."""
    return markdown(material, span, citation)
