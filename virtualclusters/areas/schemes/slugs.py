"""The slugs of the kinds, as stored with every opportunity."""

SCHEME, SCHEME_HERE = "scheme", "scheme_here"
SLUGS = (SCHEME, SCHEME_HERE)
