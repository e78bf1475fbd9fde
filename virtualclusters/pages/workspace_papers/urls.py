"""Addresses of an organisation's numbers and papers, each under its language."""

from django.urls import path

from virtualclusters.pages.workspace_papers import views

urlpatterns = [
    path("papers/", views.papers, name="papers"),
    path("papers/add/<slug:kind>/", views.paper_add, name="paper_add"),
    path("papers/<int:pk>/paper/", views.paper_evidence, name="paper_evidence"),
    path("papers/<int:pk>/withdraw/", views.paper_withdraw, name="paper_withdraw"),
]
