"""Addresses of schemes, each under its language."""

from django.urls import path

from virtualclusters.areas.schemes.views import catalogue, desk, finder

urlpatterns = [
    path("schemes/", catalogue.listed, name="schemes"),
    path("schemes/questions/", finder.questions, name="scheme_questions"),
    path("schemes/for-you/", finder.results, name="scheme_results"),
    path("schemes/<int:pk>/versions/<int:number>/", catalogue.version, name="scheme_version"),
    path("schemes/<int:pk>/applications/", desk.applied, name="scheme_applications"),
    path("desk/schemes/", desk.desk, name="scheme_desk"),
    path("desk/schemes/new/", desk.begin, name="scheme_new"),
    path("desk/schemes/<int:pk>/write/", desk.write, name="scheme_write"),
    path("desk/schemes/drafts/<int:pk>/", desk.preview, name="scheme_preview"),
    path("desk/schemes/drafts/<int:pk>/publish/", desk.publish, name="scheme_publish"),
]
