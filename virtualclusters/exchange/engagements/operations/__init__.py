"""Verbs of engagements: opening one (`opening`), moving it (`acting`), and the one function that assigns a phase (`advance`)."""
