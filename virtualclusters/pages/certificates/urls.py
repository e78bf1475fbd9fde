"""Addresses of certificates, each under its language."""

from django.urls import path

from virtualclusters.pages.certificates import views

urlpatterns = [
    path("v/", views.ask, name="certificate_ask"),
    path("v/<str:code>/", views.check, name="certificate_check_in"),
    path("certificates/", views.mine, name="my_certificates"),
    path("certificates/<int:pk>.pdf", views.own_pdf, name="certificate_pdf"),
]
