"""Addresses of the directory, each under its language."""

from django.urls import path

from virtualclusters.pages.directory import organisation, views

urlpatterns = [
    path("directory/", views.directory, name="directory"),
    path("opportunities/", views.opportunities, name="opportunities"),
    path("organisations/<int:pk>/", organisation.organisation, name="organisation"),
]
