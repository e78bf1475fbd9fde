"""Addresses without a language: what a calendar program reads."""

from django.urls import path

from virtualclusters.areas.advice.views import feed

urlpatterns = [path("calendar/meetings/<str:key>.ics", feed.read, name="meeting_feed")]
