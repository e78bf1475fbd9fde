"""Addresses without a language: what a calendar program reads."""

from django.urls import path

from virtualclusters.areas.trainings.views import bookings

urlpatterns = [path("calendar/<str:key>.ics", bookings.feed, name="training_feed")]
