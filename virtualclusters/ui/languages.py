"""The languages of the portal, each named in its own script."""

LANGUAGES = [("en", "English"), ("hi", "हिन्दी"), ("ur", "اردو")]
