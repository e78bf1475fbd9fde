"""The made-up documents of the benchmark of search, and PostgreSQL beside it."""
