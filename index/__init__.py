"""Juanzong's library: archives of Chinese press and government articles, without any window.

`index.archive.Archive` is the one façade that the window and the command line use.
"""

from index.version import __version__

__all__ = ["__version__"]
