from django.apps import AppConfig


class TrainingsConfig(AppConfig):
    name = "virtualclusters.areas.trainings"
    label = "trainings"

    def ready(self):
        from virtualclusters.accounts import erasure, exporting
        from virtualclusters.areas.trainings import kind, notices
        from virtualclusters.areas.trainings.feeds import sessions_of
        from virtualclusters.areas.trainings.own_data import EXPORT, erase_person
        from virtualclusters.areas.trainings.waiting import register_waiting
        from virtualclusters.areas.trainings.wishes import kind as wishes
        from virtualclusters.capabilities.calendars import feeds
        from virtualclusters.exchange.kinds.kind import register

        register(kind.TRAINING, kind.TRAINING_SCREENS)
        register(wishes.TRAINING_WISH, wishes.TRAINING_WISH_SCREENS)
        notices.register_all()
        erasure.register(erase_person)
        exporting.register(EXPORT)
        register_waiting()
        feeds.register(sessions_of)
