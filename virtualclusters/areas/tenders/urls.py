"""Addresses of tenders, each under its language."""

from django.urls import path

from virtualclusters.areas.tenders import views

urlpatterns = [
    path("tenders/<int:pk>/bid-or-not/", views.bid, name="tender_bid"),
    path("tenders/from/<int:pk>/", views.new, name="tender_from"),
]
