"""Importing: files of any encoding and format become clean articles (`index.model.Draft`).

`listing` says which files of a folder are taken, `units` cuts a file into pieces of work, `drafts` does the
work: decoding, extraction, repair, metadata. Called by `index.archive` and the command line.
"""

from index.importing.failure import RecordFailure
from index.importing.listing import is_taken, listing
from index.importing.source_text import is_table, record_as_it_came, text_as_it_came
from index.importing.units import DUMP_SUFFIXES, Unit, drafts, units

__all__ = [
    "DUMP_SUFFIXES",
    "RecordFailure",
    "Unit",
    "drafts",
    "is_table",
    "is_taken",
    "listing",
    "record_as_it_came",
    "text_as_it_came",
    "units",
]
