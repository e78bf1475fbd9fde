from django.apps import AppConfig


class QualityPagesConfig(AppConfig):
    name = "virtualclusters.pages.quality"
    label = "pages_quality"

    def ready(self):
        from virtualclusters.network.desk_entries import add_desk_entry
        from virtualclusters.pages.quality.entries import ENTRY

        add_desk_entry(ENTRY)
