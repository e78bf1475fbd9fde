"""Addresses of the desk, each under its language."""

from django.urls import path

from virtualclusters.pages.desk import letters, organisations, verification, views, words

urlpatterns = [
    path("desk/", views.start, name="desk"),
    path("desk/verification/", verification.queue, name="desk_verification"),
    path("desk/verification/<int:pk>/", verification.decide, name="desk_verification_decide"),
    path("desk/verification/<int:pk>/paper/", verification.paper, name="desk_verification_paper"),
    path("desk/verification/<int:pk>/paper/<int:number>/", verification.page, name="desk_verification_page"),
    path("desk/verification/<int:pk>/undo/", verification.undo, name="desk_verification_undo"),
    path("desk/verification/batch/", verification.batch, name="desk_verification_batch"),
    path("desk/verification/keys/", verification.keys, name="desk_verification_keys"),
    path("desk/organisations/", organisations.listed, name="desk_organisations"),
    path("desk/organisations.csv", organisations.exported, name="desk_organisations_csv"),
    path("desk/words/", words.listed, name="desk_words"),
    path("desk/words/<int:pk>/", words.decide, name="desk_word_decide"),
    path("desk/failed/", letters.listed, name="desk_dead_letters"),
    path("desk/failed/<int:pk>/retry/", letters.retry, name="desk_dead_letter_retry"),
]
