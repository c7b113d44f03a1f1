"""Finding one's way in an archive: completion, suggestions, explanations, contexts, trends, kept searches.

`index.archive` is the only caller, through `Explorer`.
"""

from index.exploration import tables
from index.exploration.concordance import Concordance
from index.exploration.explorer import Explorer

__all__ = ["Concordance", "Explorer", "tables"]
