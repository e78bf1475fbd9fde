"""Search in finished documents: a derived tantivy index, with PostgreSQL's text search when the index cannot be read.

It knows nothing of what it indexes. An owner registers a `SearchSource` in `ready()`; one indexer process a node
follows the
events; web processes call `searching.search`. Everything here can be thrown away and rebuilt by one command.
"""
