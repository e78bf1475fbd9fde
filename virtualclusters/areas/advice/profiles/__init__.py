"""Advisers: what they say of themselves, when they can be had, what came of their work."""
