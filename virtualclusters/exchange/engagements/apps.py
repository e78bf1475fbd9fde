from django.apps import AppConfig


class EngagementsConfig(AppConfig):
    name = "virtualclusters.exchange.engagements"
    label = "engagements"

    def ready(self):
        from virtualclusters.capabilities.messaging.registry import register
        from virtualclusters.exchange.engagements.notices import MESSAGES
        from virtualclusters.exchange.kinds.permissions import ExchangePermission
        from virtualclusters.network.clusters.models import ClusterRole
        from virtualclusters.network.clusters.roles import grant_in_cluster
        from virtualclusters.network.organisations.models import OrganisationKind, Role
        from virtualclusters.network.organisations.roles import DECIDERS, grant

        workers = [*DECIDERS, Role.OFFICER, Role.COORDINATOR]
        grant(ExchangePermission.OPPORTUNITY_PUBLISH, roles=workers)
        grant(ExchangePermission.ENGAGEMENT_ANSWER, roles=workers)
        grant(ExchangePermission.ENGAGEMENT_READ)
        grant(ExchangePermission.ENGAGEMENT_OVERSEE, roles=workers, kinds=[OrganisationKind.ADMINISTRATOR])
        grant_in_cluster(ExchangePermission.ENGAGEMENT_OVERSEE, roles=[ClusterRole.FACILITATOR])
        for message in MESSAGES:
            register(message)
