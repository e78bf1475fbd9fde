"""Conversations of known people: who takes part, what was said, how far each has read.

A thread knows people only. The row that owns it (`Engagement.thread`) and its owner's code decide who may open one.
"""
