"""The exchange on screen: an opportunity, one's talks, publishing, and what came of it."""
