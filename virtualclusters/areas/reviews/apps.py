from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "virtualclusters.areas.reviews"
    label = "reviews"

    def ready(self):
        from virtualclusters.areas.reviews import notices
        from virtualclusters.areas.reviews.entries import ENTRY
        from virtualclusters.areas.reviews.permissions import grant_all
        from virtualclusters.network.desk_entries import add_desk_entry

        grant_all()
        notices.register_all()
        add_desk_entry(ENTRY)
