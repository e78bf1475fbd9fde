"""A person's calendar feed: one private address at which her calendar program reads what the areas put into it."""
