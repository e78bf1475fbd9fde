"""Tables to which the portal may add, but which it may not change. The right is taken away after the migrations."""

APPEND_ONLY = ["events_event", "verification_decision", "reviews_reviewentry", "reviews_reviewanswer", "wallet_look"]
