"""All units of this node in memory, for the worker: built from PostgreSQL, kept in a file, followed from events.

While there are none (the process began just now, the file is torn) the caller asks PostgreSQL instead.
"""
