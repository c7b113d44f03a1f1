"""The façade of the library: the only door for the window and the command line.

An archive is a folder: `archive.json` (format), `catalogue.sqlite` (the truth), `fulltext/` (derived),
`originals/` (the bytes as they came). Every reading method may be called from any thread.
"""

from index.archive.archive import Archive
from index.archive.hits import Hits
from index.archive.watching import FolderWatch
from index.exploration import Concordance

__all__ = ["Archive", "Concordance", "FolderWatch", "Hits"]
