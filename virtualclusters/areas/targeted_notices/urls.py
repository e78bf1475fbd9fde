"""Addresses of targeted notices, each under its language."""

from django.urls import path

from virtualclusters.areas.targeted_notices.views import office, receiver

urlpatterns = [
    path("desk/notices/", office.listed, name="desk_notices"),
    path("desk/notices/write/", office.new, name="notice_new"),
    path("desk/notices/look/", office.look, name="notice_look"),
    path("desk/notices/office/", office.setting, name="notice_office"),
    path("desk/notices/<int:pk>/", office.shown, name="notice_shown"),
    path("desk/notices/<int:pk>/change/", office.change, name="notice_change"),
    path("desk/notices/<int:pk>/<slug:verb>/", office.act, name="notice_act"),
    path("notices/", receiver.listed, name="notices"),
    path("notices/found-by/", receiver.found_by, name="notices_found_by"),
    path("notices/<int:pk>/", receiver.received, name="notice"),
    path("notices/<int:pk>/more/", receiver.more, name="notice_more"),
]
