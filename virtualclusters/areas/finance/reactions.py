"""What loans do when something happens."""

from virtualclusters.areas.finance.applications.telling import TEXTS
from virtualclusters.areas.finance.jobs import (
    after_end,
    ask_in_a_week,
    lender_gone,
    tell_of_loan,
    tell_of_package,
    tell_sanctioned,
)
from virtualclusters.capabilities.events.reactions import react

for _code in sorted({*TEXTS, "loan.stage"}):
    react(_code, tell_of_loan)
for _verb in ("withdraw", "decline", "lapse", "close_out", "refuse", "finish"):
    react(f"engagement.{_verb}", after_end)
react("loan.paid_out", ask_in_a_week)
react("organisation.closed", lender_gone)
react("loan_package.withdrawn", tell_sanctioned)
for _code in ("loan_package.submitted", "loan_package.returned"):
    react(_code, tell_of_package)
