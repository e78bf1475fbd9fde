"""Words that the story and the look into the database share."""

NEWCOMER = "Killed Kitchen"
