"""Addresses of allocation rounds, each under its language."""

from django.urls import path

from virtualclusters.areas.student_projects.rounds import views

urlpatterns = [
    path("rounds/", views.listed, name="rounds"),
    path("rounds/new/", views.add, name="round_add"),
    path("rounds/<int:pk>/", views.shown, name="round"),
    path("rounds/<int:pk>/projects/", views.projects, name="round_projects"),
    path("rounds/<int:pk>/teams/", views.teams, name="round_teams"),
    path("rounds/<int:pk>/rehearse/", views.rehearse, name="round_rehearse"),
    path("rounds/<int:pk>/give/", views.apply, name="round_apply"),
    path("rounds/<int:pk>/give-now/", views.give_now, name="round_give_now"),
    path("rounds/<int:pk>/cancel/", views.cancel, name="round_cancel"),
    path("rounds/teams/<int:pk>/wishes/", views.wishes, name="round_wishes"),
    path("rounds/units/<int:pk>/", views.unit, name="round_unit"),
]
