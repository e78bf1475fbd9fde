"""Verbs of trainings: `publishing` a class and its times, `booking` places, `teaching` it to its end."""
