"""Addresses without a language."""

from django.urls import path

from virtualclusters.pages.home import views

urlpatterns = [
    path("sw.js", views.service_worker, name="service_worker"),
    path("robots.txt", views.robots, name="robots"),
]
