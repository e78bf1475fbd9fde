"""Requests: a unit says what money it looks for, and lenders answer."""
