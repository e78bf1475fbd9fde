from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "virtualclusters.areas.advice"
    label = "advice"

    def ready(self):
        from django.core.checks import register as look_at_start

        from virtualclusters.accounts import exporting
        from virtualclusters.areas.advice import kind, notices
        from virtualclusters.areas.advice.cases.calendar import meetings_of
        from virtualclusters.areas.advice.checks import holidays_are_days
        from virtualclusters.areas.advice.entries import ENTRY
        from virtualclusters.areas.advice.own_data import EXPORT
        from virtualclusters.areas.advice.waiting import register_turns
        from virtualclusters.capabilities.calendars import feeds
        from virtualclusters.exchange.kinds.kind import register
        from virtualclusters.network.desk_entries import add_desk_entry

        register(kind.ADVICE_KIND, kind.ADVICE_SCREENS)
        register(kind.HELP_OFFER_KIND, kind.HELP_OFFER_SCREENS)
        notices.register_all()
        exporting.register(EXPORT)
        add_desk_entry(ENTRY)
        register_turns()
        feeds.register(meetings_of)
        look_at_start(holidays_are_days)
