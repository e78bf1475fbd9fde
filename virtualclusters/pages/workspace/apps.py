"""The member's desk: what waits, the profile, the organisation and its people, one's own data."""

from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    name = "virtualclusters.pages.workspace"
    label = "pages_workspace"

    def ready(self):
        from virtualclusters.network.waiting import waits
        from virtualclusters.pages.workspace.own_waiting import invitations, second_lock

        for source in (invitations, second_lock):
            waits(source)
