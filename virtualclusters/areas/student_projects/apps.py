from django.apps import AppConfig


class StudentProjectsConfig(AppConfig):
    name = "virtualclusters.areas.student_projects"
    label = "student_projects"
