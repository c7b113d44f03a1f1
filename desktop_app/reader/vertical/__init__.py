"""Traditional text in columns from right to left, painted by ourselves: Qt's text documents cannot."""

from desktop_app.reader.vertical.view import VerticalView

__all__ = ["VerticalView"]
