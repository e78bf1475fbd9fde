"""Asking for advice: the short list, and the relay that asks one adviser after the other."""
