"""Addresses of clusters, each under its language."""

from django.urls import path

from virtualclusters.pages.clusters import health, opening, public, room

urlpatterns = [
    path("clusters/", public.listed, name="clusters"),
    path("clusters/<slug:slug>/", public.shown, name="cluster"),
    path("clusters/<slug:slug>/members/", public.members, name="cluster_members"),
    path("clusters/<slug:slug>/join/", public.join, name="cluster_join"),
    path("clusters/<slug:slug>/leave/", public.leave, name="cluster_leave"),
    path("clusters/<slug:slug>/room/", room.shown, name="cluster_room"),
    path("desk/clusters/", health.listed, name="desk_clusters"),
    path("desk/clusters/open/", opening.opened, name="cluster_open"),
    path("desk/clusters/<slug:slug>/preview/", opening.preview, name="cluster_preview"),
    path("desk/clusters/<slug:slug>/publish/", opening.publish, name="cluster_publish"),
    path("desk/clusters/<slug:slug>/officers/", opening.officers, name="cluster_officers"),
    path("desk/clusters/<slug:slug>/", health.shown, name="cluster_health"),
    path("desk/clusters/<slug:slug>/write/<slug:about>/", health.write, name="cluster_write"),
]
