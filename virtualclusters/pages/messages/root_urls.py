"""Addresses without a language: short, for an SMS."""

from django.urls import path

from virtualclusters.pages.messages import views

urlpatterns = [
    path("s/<str:key>", views.short_link, name="short_link"),
    path("u/<str:token>", views.unsubscribe, name="unsubscribe"),
]
