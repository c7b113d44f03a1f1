"""Juanzong's library: archives of Chinese press and government articles, without any window.

`index.archive.Archive` is the one façade that the window and the command line use.
"""

import os

from index.version import __version__

# NumPy's linear algebra would start a thread for each processor when it is loaded, which spin and wait for
# work that never comes: 50 ms and 40 MB of address space in each start and in each worker process.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__all__ = ["__version__"]
