"""What notices do when something happens."""

from virtualclusters.areas.targeted_notices.jobs import begin
from virtualclusters.capabilities.events.reactions import react

react("notice.sent", begin)
react("notice.stopped", begin)
