"""Addresses without a language: what a calendar program reads."""

from django.urls import path

from virtualclusters.pages.workspace import calendar

urlpatterns = [
    path("calendar/meetings/<str:key>.ics", calendar.read, name="calendar_feed"),
    path("calendar/<str:key>.ics", calendar.ended, name="calendar_ended"),
]
