"""Addresses of reviews, each under its language."""

from django.urls import path

from virtualclusters.areas.reviews import views

urlpatterns = [
    path("desk/reviews/", views.listed, name="desk_reviews"),
    path("desk/reviews/log/", views.log, name="desk_review_log"),
    path("desk/reviews/write/", views.write, name="desk_review_write"),
    path("reviews/", views.own, name="reviews"),
    path("reviews/<int:pk>/answer/", views.answer, name="review_answer"),
]
