"""The catalogue: SQLite, the source of truth of an archive. Everything else is derived from it.

`Catalogue` opens and migrates the database and gives out connections; `articles`, `entities` and `runs`
hold the queries of their subject; `originals` keeps the bytes as they came. Called by `index.archive`.
"""

from index.catalogue.database import FORMAT_VERSION, Catalogue

__all__ = ["FORMAT_VERSION", "Catalogue"]
