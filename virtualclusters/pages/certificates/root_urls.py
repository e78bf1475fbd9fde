"""The short address printed on every certificate; it shows in the language of whoever opens it."""

from django.urls import path

from virtualclusters.pages.certificates import views

urlpatterns = [
    path("v/<str:code>", views.check, name="certificate_check"),
]
