"""The register 名录 of entities: who held which post when, with whom, by which articles.

`pages` puts the page of an entity together, `corrections` changes what the recogniser got wrong,
`suggestions` says what looks like two people or one, `network` shows who appears with whom, `tables` gives
rows to export. Everything is read from the catalogue. Called by `index.archive`.
"""

from index.register import corrections, exchange
from index.register.pages import entity_page, months
from index.register.series import follow_ups
from index.register.tables import table_rows

__all__ = ["corrections", "entity_page", "exchange", "follow_ups", "months", "table_rows"]
