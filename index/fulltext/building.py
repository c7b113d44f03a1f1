"""Documents to one segment file. Runs in worker processes; nothing is shared but the folder.

Called by `FullText.build` and by the import's workers.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from index.fulltext.whoosh_writer import ArrayIndex, Built
from index.model import IndexDocument


def build_segment(folder: Path, documents: Iterable[IndexDocument]) -> Built:
    """Write one new segment file for `documents` into `folder`, durable but not yet committed.

    Memory is about 30 bytes per character at the peak, whatever of `documents` is made on the way: hand
    over a few thousand articles at a time.
    """
    writer = ArrayIndex(Path(folder)).writer()
    try:
        for document in documents:
            writer.add(document)
    except BaseException:
        writer.cancel()
        raise
    return writer.finish()
