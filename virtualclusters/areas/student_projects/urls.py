"""Addresses of student projects."""

from virtualclusters.areas.student_projects.college.urls import urlpatterns as of_college
from virtualclusters.areas.student_projects.projects.urls import urlpatterns as of_projects
from virtualclusters.areas.student_projects.rounds.urls import urlpatterns as of_rounds

urlpatterns = [*of_college, *of_projects, *of_rounds]
