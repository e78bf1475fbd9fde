"""From a need to help: drafts of every kind that can answer, what lies there already, and the answers side by side."""
