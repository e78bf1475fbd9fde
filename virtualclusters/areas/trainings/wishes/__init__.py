"""A unit wishes for a training; trainers say what they would hold, and one is chosen."""
