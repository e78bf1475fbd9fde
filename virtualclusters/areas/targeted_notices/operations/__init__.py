"""Verbs of targeted notices: write, have approved, send, stop, tell, receive."""
