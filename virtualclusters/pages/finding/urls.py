"""Addresses of finding, each under its language."""

from django.urls import path

from virtualclusters.pages.finding import not_for_me, searches, views

urlpatterns = [
    path("for-you/", views.for_you, name="for_you"),
    path("for-you/others/", views.peers, name="peers"),
    path("opportunities/<int:pk>/not-for-me/", not_for_me.not_for_me, name="not_for_me"),
    path("opportunities/<int:pk>/not-for-me/undo/", not_for_me.undo, name="not_for_me_undo"),
    path("searches/", searches.saved_searches, name="saved_searches"),
    path("searches/save/", searches.add, name="saved_search_add"),
    path("searches/<int:pk>/", searches.change, name="saved_search_change"),
    path("searches/<int:pk>/delete/", searches.delete, name="saved_search_delete"),
]
