from django.apps import AppConfig


class StudentProjectsConfig(AppConfig):
    name = "virtualclusters.areas.student_projects"
    label = "student_projects"

    def ready(self):
        from virtualclusters.areas.student_projects.college import registration
        from virtualclusters.areas.student_projects.projects import registering
        from virtualclusters.areas.student_projects.rounds import registering as rounds
        from virtualclusters.areas.student_projects.waiting import register_waiting

        registering.register_projects()
        registration.register_college()
        rounds.register_rounds()
        register_waiting()
