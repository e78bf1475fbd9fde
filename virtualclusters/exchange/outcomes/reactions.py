"""What outcomes do when something happens: every step into agreement or to the end asks for readings."""

from virtualclusters.capabilities.events.reactions import react
from virtualclusters.exchange.kinds.paths import PATHS, Phase
from virtualclusters.exchange.outcomes.jobs import ask_last_word, ask_when_due, tell_of_figure

_COUNTED = {step.verb for path in PATHS.values() for step in path.steps if step.after in (Phase.AGREED, Phase.CLOSED)}

for _verb in sorted(_COUNTED - {"remind"}):
    react(f"engagement.{_verb}", ask_when_due)

for _verb in ("finish", "withdraw", "miss"):
    react(f"engagement.{_verb}", ask_last_word)
react("measure.stated", tell_of_figure)
