"""The directory of organisations and the list of opportunities: searched by words in any script, by place and by facets."""
