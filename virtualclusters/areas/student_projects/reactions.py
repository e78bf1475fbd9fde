"""What projects do when something happens."""

from virtualclusters.areas.student_projects.jobs import (
    ask_how_it_was,
    begin_together,
    seat_anew,
    seat_teacher,
    tell_of_terms,
    tell_of_work,
)
from virtualclusters.capabilities.events.reactions import react

react("engagement.choose", begin_together)
react("engagement.finish", ask_how_it_was)
react("faculty.joined", seat_teacher)
for _code in (
    *("consented", "refused", "guardian_consented", "guardian_refused", "guardian_checked"),
    *("joined_team", "left_team", "left_college", "age_or_guardian_changed", "asked_at_eighteen"),
):
    react(f"student.{_code}", seat_anew)
for _code in ("project.terms_proposed", "project.terms_agreed"):
    react(_code, tell_of_terms)
for _code in ("project.week_commented", "project.off_track", "project.handed_over"):
    react(_code, tell_of_work)
