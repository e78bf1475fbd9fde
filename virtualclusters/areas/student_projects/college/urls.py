"""Addresses of a college's side, each under its language."""

from django.urls import path

from virtualclusters.areas.student_projects.college.views import (
    consent,
    faculty,
    overview,
    setting_up,
    students,
    teams,
)

urlpatterns = [
    path("desk/college/", overview.shown, name="college"),
    path("desk/college/departments/new/", setting_up.add_department, name="college_department_add"),
    path("desk/college/departments/<int:pk>/", setting_up.change_department, name="college_department"),
    path("desk/college/rules/new/", setting_up.add_rule, name="college_rule_add"),
    path("desk/college/rules/<int:pk>/", setting_up.change_rule, name="college_rule"),
    path("desk/college/courses/new/", setting_up.add_course, name="college_course_add"),
    path("desk/college/courses/<int:pk>/", students.course, name="college_course"),
    path("desk/college/courses/<int:pk>/change/", setting_up.change_course, name="college_course_change"),
    path("desk/college/courses/<int:pk>/close/", setting_up.close_course, name="college_course_close"),
    path("desk/college/courses/<int:pk>/list/", students.upload, name="college_course_upload"),
    path("desk/college/courses/<int:pk>/ask/", students.ask, name="college_course_ask"),
    path("desk/college/courses/<int:pk>/students/new/", students.add, name="college_student_add"),
    path("desk/college/courses/<int:pk>/teams/new/", teams.add, name="college_team_add"),
    path("desk/college/students/<int:pk>/", students.change, name="college_student"),
    path("desk/college/students/<int:pk>/guardian/", students.guardian, name="college_student_guardian"),
    path("desk/college/students/<int:pk>/left/", students.end, name="college_student_end"),
    path("desk/college/teachers/new/", faculty.add, name="college_faculty_add"),
    path("desk/college/teachers/<int:pk>/", faculty.change, name="college_faculty"),
    path("desk/college/teachers/<int:pk>/left/", faculty.end, name="college_faculty_end"),
    path("desk/college/teams/<int:pk>/", teams.shown, name="college_team"),
    path("desk/college/teams/<int:pk>/add/", teams.add_member, name="college_team_add_member"),
    path("desk/college/teams/<int:pk>/remove/", teams.remove_member, name="college_team_remove_member"),
    path("desk/college/teams/<int:pk>/teacher/", teams.supervise, name="college_team_supervise"),
    path("desk/college/teams/<int:pk>/end/", teams.close, name="college_team_close"),
    path("desk/college/projects/", teams.projects, name="college_projects"),
    path("student-consent/<str:key>/", consent.student, name="student_consent"),
    path("student-consent/<str:key>/answer/", consent.student_answer, name="student_consent_answer"),
    path("guardian-consent/<str:key>/", consent.guardian, name="guardian_consent"),
    path("guardian-consent/<str:key>/answer/", consent.guardian_answer, name="guardian_consent_answer"),
    path("my-project/", consent.my_project, name="my_project"),
    path("my-teams/", faculty.mine, name="my_teams"),
    path("my-teams/<int:pk>/", faculty.change_mine, name="my_teaching"),
    path("my-teams/<int:pk>/answer/", faculty.answer, name="my_teaching_answer"),
]
