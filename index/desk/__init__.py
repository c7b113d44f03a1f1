"""What people do with articles: notes that hold on to their words, collections, particulars for citations.

Called by `index.archive`, which hands the methods on. Rows are changed through `ledger`, which also writes
the journal beside the catalogue, so that nothing acknowledged is lost when the catalogue is.
"""
