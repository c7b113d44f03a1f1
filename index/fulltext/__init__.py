"""Full-text search: Whoosh with postings as NumPy arrays in mapped files, exact for every substring.

`index.archive` is the only caller. It hands over IndexDocuments, gets article ids back, and gives
`text_of` for the few queries that must look at texts. See `store` for the index, `searcher` for
answers, `parsing` for the query language, `whoosh_codec` for the way in for Whoosh's own classes.
"""

from index.fulltext import whoosh_alone as whoosh_alone  # isort: split  # before all others
from index.fulltext.building import build_segment
from index.fulltext.marking import excerpt, marks
from index.fulltext.merging import Chosen, merge_files
from index.fulltext.order import Order
from index.fulltext.parsing import ParsedQuery, parse
from index.fulltext.searcher import Found, Searcher
from index.fulltext.store import FullText
from index.fulltext.toc import INDEX_VERSION
from index.fulltext.whoosh_writer import Built

__all__ = [
    "INDEX_VERSION",
    "Built",
    "Chosen",
    "Found",
    "FullText",
    "Order",
    "ParsedQuery",
    "Searcher",
    "build_segment",
    "excerpt",
    "marks",
    "merge_files",
    "parse",
]
