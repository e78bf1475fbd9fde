"""Addresses of a person's messages, each under its language."""

from django.urls import path

from virtualclusters.pages.messages import views

urlpatterns = [
    path("messages/", views.told, name="messages"),
    path("messages/read/", views.read, name="messages_read"),
    path("messages/choices/", views.choices, name="message_choices"),
    path("outbox/", views.outbox, name="outbox"),
]
