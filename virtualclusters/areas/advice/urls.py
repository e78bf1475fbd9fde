"""Addresses of advice, each under its language."""

from django.urls import path

from virtualclusters.areas.advice.views import advising, asking, cases, desk, link, public, work

urlpatterns = [
    path("advice/", public.listed, name="advice"),
    path("advice/mine/", public.mine, name="advice_mine"),
    path("advice/hours/", work.hours, name="advice_hours"),
    path("advice/hours.csv", work.hours_table, name="advice_hours_table"),
    path("advice/ask/", asking.ask, name="advice_ask"),
    path("advice/ask/<int:pk>/", asking.ask_one, name="advice_ask_one"),
    path("advice/requests/<int:pk>/", asking.shown, name="advice_request"),
    path("advice/requests/<int:pk>/send/", asking.send, name="advice_request_send"),
    path("advice/requests/<int:pk>/next/", asking.ask_next, name="advice_request_next"),
    path("advice/requests/<int:pk>/stop/", asking.stop, name="advice_request_stop"),
    path("advice/asked/<str:token>/", link.asked, name="advice_asked"),
    path("advice/cases/<int:pk>/", cases.shown, name="advice_case"),
    path("advice/cases/<int:pk>/yes/", cases.say_yes, name="advice_yes"),
    path("advice/cases/<int:pk>/question/", cases.question, name="advice_question"),
    path("advice/cases/<int:pk>/time/", cases.take, name="advice_take"),
    path("advice/cases/<int:pk>/call-off/", cases.call_off, name="advice_call_off"),
    path("advice/cases/<int:pk>/contact/", cases.contact, name="advice_contact"),
    path("advice/cases/<int:pk>/meeting.ics", cases.calendar_file, name="advice_ics"),
    path("advice/cases/<int:pk>/plan/", work.scope, name="advice_scope"),
    path("advice/cases/<int:pk>/plan/yes/", work.agree, name="advice_agree"),
    path("advice/cases/<int:pk>/session/", work.session, name="advice_session"),
    path("advice/cases/<int:pk>/share/", work.share, name="advice_share"),
    path("advice/sessions/<int:pk>/strike/", work.strike, name="advice_strike"),
    path("advice/profile/<int:pk>/", advising.profile, name="advice_profile"),
    path("advice/profile/<int:pk>/edit/", advising.edit, name="advice_profile_edit"),
    path("advice/profile/<int:pk>/times/", advising.add_time, name="advice_time_add"),
    path("advice/times/<int:pk>/take-back/", advising.take_back, name="advice_time_back"),
    path("advice/weekly/<int:pk>/end/", advising.end_weekly, name="advice_weekly_end"),
    path("advice/offers/<int:pk>/", advising.reach, name="advice_outreach"),
    path("desk/advice/", desk.listed, name="desk_advice"),
    path("desk/advice/<int:pk>/", desk.one, name="desk_advice_one"),
    path("desk/advice/<int:pk>/settled/", desk.settle, name="desk_advice_settle"),
]
