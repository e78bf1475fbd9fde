"""A case of advice: yes, a meeting, what shall be done, sessions, what came of it."""
