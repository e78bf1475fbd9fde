from django.apps import AppConfig


class ClustersConfig(AppConfig):
    name = "virtualclusters.network.clusters"
    label = "clusters"

    def ready(self):
        from virtualclusters.network.clusters import notices
        from virtualclusters.network.clusters.membership_facet import clusters_of
        from virtualclusters.network.clusters.permissions import ClusterPermission
        from virtualclusters.network.organisations.models import OrganisationKind, Role
        from virtualclusters.network.organisations.roles import DECIDERS, grant
        from virtualclusters.network.organisations.search import register_facet

        notices.register_all()
        register_facet("cluster", clusters_of)
        grant(ClusterPermission.CLUSTER_OPEN, roles=[*DECIDERS, Role.OFFICER], kinds=[OrganisationKind.ADMINISTRATOR])
