"""Addresses of the project's side, each under its language."""

from django.urls import path

from virtualclusters.areas.student_projects.projects.views import applying, closing, desk, working

urlpatterns = [
    path("projects/<int:pk>/teams/", applying.applicants, name="project_applicants"),
    path("projects/<int:pk>/apply/", applying.apply, name="project_apply"),
    path("projects/<int:pk>/money/", applying.money, name="project_money"),
    path("projects/work/<int:pk>/", working.shown, name="project_work"),
    path("projects/work/<int:pk>/terms/", working.terms, name="project_terms"),
    path("projects/work/<int:pk>/terms/yes/", working.terms_yes, name="project_terms_yes"),
    path("projects/work/<int:pk>/week/", working.week, name="project_week"),
    path("projects/work/<int:pk>/weeks/", working.weeks, name="project_weeks"),
    path("projects/weeks/<int:pk>/comment/", working.comment, name="project_comment"),
    path("projects/work/<int:pk>/talk/", working.talk, name="project_talk"),
    path("projects/work/<int:pk>/review/", working.review, name="project_review"),
    path("projects/work/<int:pk>/hand-over/", working.hand_over, name="project_hand_over"),
    path("projects/files/<int:pk>/", working.file, name="project_file"),
    path("projects/work/<int:pk>/how-it-was/", closing.evaluate, name="project_evaluate"),
    path("projects/certificates/<int:pk>.pdf", closing.certificate, name="project_certificate"),
    path("projects/work/<int:pk>/papers/", closing.paper_list, name="project_papers"),
    path("projects/work/<int:pk>/papers/<slug:name>.pdf", closing.paper, name="project_paper"),
    path("in-use/<slug:key>/", closing.in_use, name="project_in_use"),
    path("desk/project-money/", desk.reports, name="project_reports"),
    path("desk/project-money/<int:pk>/", desk.report, name="project_report"),
    path("desk/project-calls/", desk.calls, name="project_calls"),
    path("desk/project-calls/<int:pk>/", desk.call, name="project_call"),
]
