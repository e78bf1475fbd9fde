"""Addresses of the desk."""

from django.urls import path

from virtualclusters.pages.workspace import calendar, own_data, people, profile, views

urlpatterns = [
    path("workspace/", views.workspace, name="workspace"),
    path("workspace/organisation/", views.switch, name="switch_organisation"),
    path("workspace/people/", people.people, name="people"),
    path("workspace/people/invite/", people.invite, name="people_invite"),
    path("workspace/people/<int:pk>/role/", people.change_role, name="people_role"),
    path("workspace/people/<int:pk>/end/", people.end, name="people_end"),
    path("workspace/people/leave/", people.leave, name="people_leave"),
    path("workspace/about/", profile.facts, name="profile_facts"),
    path("workspace/figures/", profile.check_in, name="check_in"),
    path("workspace/places/new/", profile.new_unit, name="unit_new"),
    path("workspace/places/<int:pk>/renew/", views.renew, name="profile_renew"),
    path("workspace/places/<int:pk>/approach/", views.approach, name="profile_approach"),
    path("workspace/places/<int:pk>/preview/", views.preview, name="profile_preview"),
    path("workspace/places/<int:pk>/address/", profile.place, name="profile_place"),
    path("workspace/places/<int:pk>/capacity/", profile.capacity, name="profile_capacity"),
    path("workspace/places/<int:pk>/<slug:part>/", profile.part, name="profile_part"),
    path("me/", own_data.my_data, name="my_data"),
    path("me/calendar/", calendar.own, name="my_calendar"),
    path("me/calendar/end/", calendar.end, name="my_calendar_end"),
    path("me/everything/", own_data.everything, name="my_everything"),
    path("me/everything.json", own_data.download, name="my_download"),
    path("me/language/", own_data.choose_language, name="my_language"),
    path("me/take-back/", own_data.take_back, name="my_take_back"),
    path("me/sign-ins/end/", own_data.end_sign_in, name="my_sign_in_end"),
    path("me/delete/", own_data.erase, name="my_erase"),
]
