"""Addresses of the front page and the standing pages, each under its language."""

from django.urls import path

from virtualclusters.pages.home import gallery, views

urlpatterns = [
    path("", views.front, name="home"),
    path("languages/", views.languages, name="languages"),
    path("help/", views.help_page, name="help"),
    path("site-map/", views.site_map, name="site_map"),
    path("offline/", views.offline, name="offline"),
    path("gallery/", gallery.gallery, name="gallery"),
    *[path(f"{standing.slug}/", standing.view, name=standing.name) for standing in views.STANDING],
]
