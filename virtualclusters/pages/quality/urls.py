"""Addresses of published quality and of matching by hand, each under its language."""

from django.urls import path

from virtualclusters.pages.quality import fits, public, suggesting

urlpatterns = [
    path("quality/", public.quality, name="quality"),
    path("desk/opportunities/", fits.found, name="desk_opportunities"),
    path("desk/opportunities/<int:pk>/fits/", fits.units, name="desk_fits"),
    path("desk/opportunities/<int:pk>/suggest/", suggesting.suggest, name="desk_suggest"),
    path("desk/units/<int:pk>/fits/", fits.opportunities, name="desk_unit_fits"),
]
