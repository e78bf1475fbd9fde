"""What trainings do when something happens."""

from virtualclusters.areas.trainings.jobs import name_whoever_booked, tell_cancelled, tell_moved_up, tell_removed
from virtualclusters.capabilities.events.reactions import react

react("engagement.enrol", name_whoever_booked)
react("engagement.take_up", name_whoever_booked)
react("engagement.accept", tell_moved_up)
react("engagement.decline", tell_removed)
react("engagement.withdraw", tell_removed)
react("opportunity.ended", tell_cancelled)
