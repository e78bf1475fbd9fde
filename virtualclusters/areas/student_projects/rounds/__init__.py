"""Allocation rounds: teams and units rank each other, and seats are given so that nobody can better it (features D6)."""
