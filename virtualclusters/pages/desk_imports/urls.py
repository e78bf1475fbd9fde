"""Addresses of files at the desk, each under its language."""

from django.urls import path

from virtualclusters.pages.desk_imports import views

urlpatterns = [
    path("desk/files/", views.listed, name="desk_imports"),
    path("desk/files/new/", views.send, name="desk_import_send"),
    path("desk/files/<int:pk>/", views.show, name="desk_import"),
    path("desk/files/<int:pk>/progress/", views.progress, name="desk_import_progress"),
    path("desk/files/<int:pk>/columns/", views.confirm, name="desk_import_confirm"),
    path("desk/files/<int:pk>/refused/", views.refused, name="desk_import_refused"),
    path("desk/files/<int:pk>/refused.csv", views.refused_table, name="desk_import_refused_table"),
    path("desk/files/<int:pk>/errors.xlsx", views.workbook, name="desk_import_workbook"),
    path("desk/files/<int:pk>/undo/", views.undo, name="desk_import_undo"),
]
