from django.apps import AppConfig


class ClusterPagesConfig(AppConfig):
    name = "virtualclusters.pages.clusters"
    label = "pages_clusters"

    def ready(self):
        from virtualclusters.network.desk_entries import add_desk_entry
        from virtualclusters.pages.clusters import notices
        from virtualclusters.pages.clusters.entries import ENTRY

        notices.register_all()
        add_desk_entry(ENTRY)
