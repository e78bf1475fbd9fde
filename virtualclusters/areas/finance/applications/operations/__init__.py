"""Verbs of applications, one module a part of the way."""
