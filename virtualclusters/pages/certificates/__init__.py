"""Certificates on screen: the check that anybody may make, and a holder's own."""
