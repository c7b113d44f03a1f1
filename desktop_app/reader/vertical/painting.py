"""Painting the pieces of a column and what lies under and beside them. Called by `view`."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QRawFont

from desktop_app.reader.article_view import ArticleView
from desktop_app.reader.layers import HIGHLIGHT_EDGE, edge_of
from desktop_app.reader.page_text import Block
from desktop_app.reader.vertical.forms import Piece, Stand, aside, form
from desktop_app.theme import reading_colours

Cells = list[tuple[Piece, QRectF]]


def paint_grounds(painter: QPainter, view: ArticleView, block: Block, cells: Cells) -> None:
    """What lies under the characters: notes, the chosen entity, hits, matches, the selection."""
    layers, colours = view.layers, reading_colours()
    cursor = view.textCursor()
    selected = (cursor.selectionStart(), cursor.selectionEnd())
    painter.setPen(Qt.PenStyle.NoPen)
    for piece, cell in cells:
        start, end = block.to_document(piece.start), block.to_document(piece.end)
        inks = [colours.notes.of(note.colour) for note in layers.notes_within(start, end)[:1]]
        fills = list(inks)
        mentions = layers.mentions_within(start, end)
        fills += [colours.selected for mention in mentions if mention.entity == layers.chosen]
        for spans, plain, current in (
            (layers.query, colours.hit, layers.current),
            (layers.found, colours.found, layers.current_found),
        ):
            fills += [colours.current_hit if span == current else plain for span in spans.within(start, end)]
        if selected[0] < end and start < selected[1]:
            fills.append(colours.selected_text)
        for fill in fills:
            painter.fillRect(cell, QColor(fill))
        for ink in inks:
            edge = QRectF(cell.right(), cell.top(), HIGHLIGHT_EDGE, cell.height())
            painter.fillRect(edge, edge_of(ink, colours))
        if layers.current is not None and layers.current[0] < end and start < layers.current[1]:
            painter.fillRect(QRectF(cell.left() - 3, cell.top(), 2, cell.height()), QColor(colours.accent))


def paint_lines(painter: QPainter, view: ArticleView, block: Block, cells: Cells) -> None:
    """The lines of mentions and choices stand at the right of their characters."""
    layers, colours = view.layers, reading_colours()
    for piece, cell in cells:
        start, end = block.to_document(piece.start), block.to_document(piece.end)
        for mention in layers.mentions_within(start, end) if layers.show_mentions else ():
            painter.setPen(QPen(QColor(colours.of(mention.type)), 1.2))
            painter.drawLine(
                QPointF(cell.right() + 2, cell.top() + 1), QPointF(cell.right() + 2, cell.bottom() - 1)
            )
        for choice in layers.choices_within(start, end):
            style = Qt.PenStyle.DotLine if choice.decided else Qt.PenStyle.DashLine
            painter.setPen(QPen(QColor(colours.warning), 1.8, style))
            painter.drawLine(
                QPointF(cell.right() + 4, cell.top() + 1), QPointF(cell.right() + 4, cell.bottom() - 1)
            )


def paint_piece(
    painter: QPainter, metrics: QFontMetricsF, raw: QRawFont, text: str, stand: Stand, cell: QRectF
) -> None:
    """Paint one piece into its cell; `raw` tells which vertical forms the font has."""
    if stand is Stand.TURNED:
        painter.save()
        painter.translate(cell.center().x(), cell.top())
        painter.rotate(90)
        painter.drawText(
            QPointF(0, (metrics.ascent() - metrics.descent()) / 2 - metrics.ascent() * 0.08), text
        )
        painter.restore()
        return
    shown = form(text)
    middle = (cell.height() - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    if shown != text and not raw.supportsCharacter(ord(shown)):
        if aside(text):
            offset = QPointF(cell.width() * 0.55, -cell.height() * 0.55)
            painter.drawText(cell.topLeft() + offset + QPointF(0, middle), text)
        else:
            painter.save()
            painter.translate(cell.center())
            painter.rotate(90)
            painter.drawText(QPointF(-metrics.horizontalAdvance(text) / 2, middle - cell.height() / 2), text)
            painter.restore()
        return
    wide = metrics.horizontalAdvance(shown)
    if wide > cell.width():  # two figures in one cell
        painter.save()
        painter.translate(cell.left(), cell.top() + middle)
        painter.scale(cell.width() / wide, 1)
        painter.drawText(QPointF(0, 0), shown)
        painter.restore()
    else:
        painter.drawText(QPointF(cell.left() + (cell.width() - wide) / 2, cell.top() + middle), shown)
