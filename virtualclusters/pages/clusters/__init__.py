"""The cluster on screen: its public page, the members' room, the facilitator's health page, and how one is opened."""
