from django.apps import AppConfig


class StudentProjectsConfig(AppConfig):
    name = "virtualclusters.areas.student_projects"
    label = "student_projects"

    def ready(self):
        from virtualclusters.areas.student_projects.college import registration
        from virtualclusters.areas.student_projects.projects import registering
        from virtualclusters.areas.student_projects.rounds import permissions, telling

        registering.register_projects()
        registration.register_college()
        permissions.grant_all()
        telling.register_all()
