"""Invented people, firms and their dealings, so that a newcomer sees a portal that lives.

All is data in ``data/``; the modules here make it with the portal's own verbs, as people would have. Dates are days before or
after the day on which the samples are loaded. Every name says "(sample)"; every number is of the invented range +91 60000 00001.
"""
