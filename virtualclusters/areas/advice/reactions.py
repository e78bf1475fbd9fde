"""What advice does when something happens."""

from virtualclusters.areas.advice.jobs import begin_sending, free_meeting, go_on, tell_asked
from virtualclusters.capabilities.events.reactions import react

react("engagement.ask", tell_asked)
react("engagement.lapse", go_on)
react("engagement.decline", go_on)
react("engagement.close_out", go_on)
react("engagement.withdraw", go_on, free_meeting)
react("engagement.finish", free_meeting)
react("help_offer.sent", begin_sending)
