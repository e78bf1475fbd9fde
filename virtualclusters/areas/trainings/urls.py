"""Addresses of trainings, each under its language."""

from django.urls import path

from virtualclusters.areas.trainings.views import bookings, calendar, teaching, timetable
from virtualclusters.areas.trainings.wishes import views as wishes

urlpatterns = [
    path("trainings/", calendar.listed, name="trainings"),
    path("trainings/mine/", bookings.mine, name="my_trainings"),
    path("trainings/wishes/<int:pk>/answer/", wishes.answer, name="training_wish_answer"),
    path("trainings/<int:pk>/", calendar.shown, name="training"),
    path("trainings/<int:pk>/book/", calendar.book, name="training_book"),
    path("trainings/bookings/<int:pk>/", bookings.shown, name="training_booking"),
    path("trainings/bookings/<int:pk>/leave/", bookings.leave, name="training_leave"),
    path("trainings/bookings/<int:pk>/sessions.ics", bookings.calendar_file, name="training_ics"),
    path("trainings/people/<int:pk>/name/", bookings.rename, name="training_rename"),
    path("trainings/people/<int:pk>/drop/", bookings.drop, name="training_drop"),
    path("trainings/people/<int:pk>/certificate.pdf", bookings.certificate, name="training_certificate"),
    path("trainings/people/<int:pk>/remove/", teaching.remove, name="training_remove"),
    path("trainings/people/<int:pk>/revoke/", teaching.revoke, name="training_revoke"),
    path("trainings/<int:pk>/class/", teaching.shown, name="training_class"),
    path("trainings/<int:pk>/class/tell/", teaching.tell, name="training_tell"),
    path("trainings/<int:pk>/class/finish/", teaching.finish, name="training_finish"),
    path("trainings/<int:pk>/class/cancel/", teaching.cancel, name="training_cancel"),
    path("trainings/<int:pk>/class/change/", timetable.change, name="training_change"),
    path("trainings/<int:pk>/class/sessions/", timetable.add, name="training_session_add"),
    path("trainings/sessions/<int:pk>/", timetable.edit, name="training_session"),
    path("trainings/sessions/<int:pk>/remove/", timetable.remove, name="training_session_remove"),
    path("trainings/sessions/<int:pk>/attendance/", teaching.attendance, name="training_attendance"),
]
