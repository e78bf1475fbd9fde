"""What engagements do when something happens."""

from virtualclusters.capabilities.events.reactions import react
from virtualclusters.exchange.engagements.jobs import close_out, tell_of
from virtualclusters.exchange.engagements.telling import told_events

react("opportunity.ended", close_out)
for _code in told_events():
    react(_code, tell_of)
