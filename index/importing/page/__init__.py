"""Extraction of an article from a saved web page.

`tree` parses, `lines` lays the tree out as lines of text that know where they stand, `head` reads meta tags
and JSON-LD, `headline`, `content` and `byline` find title, body and the line of date and source, `verdict`
tells list pages and error pages from articles. Called by the readers for HTML, MHT, EPUB and mail.
"""
