from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "virtualclusters.pages.desk"
    label = "pages_desk"

    def ready(self):
        from virtualclusters.network.clusters.models import ClusterRole
        from virtualclusters.network.clusters.roles import grant_in_cluster
        from virtualclusters.network.desk_entries import add_desk_entry
        from virtualclusters.network.organisations.models import OrganisationKind
        from virtualclusters.network.organisations.roles import DECIDERS, Role, grant
        from virtualclusters.network.verification.permissions import VerificationPermission
        from virtualclusters.network.vocabulary.permissions import VocabularyPermission
        from virtualclusters.pages.desk.entries import ENTRIES
        from virtualclusters.pages.desk.permissions import DeskPermission
        from virtualclusters.pages.navigation import opens_desk

        lenders_and_offices = [
            OrganisationKind.FINANCIAL_INSTITUTION,
            OrganisationKind.GOVERNMENT_BODY,
            OrganisationKind.PUBLIC_UNDERTAKING,
            OrganisationKind.NGO,
        ]
        grant_in_cluster(VerificationPermission.VERIFICATION_DECIDE, roles=[ClusterRole.VERIFIER])
        grant_in_cluster(DeskPermission.DESK_OPEN, roles=ClusterRole)
        grant_in_cluster(VocabularyPermission.WORD_DECIDE, roles=[ClusterRole.FACILITATOR])
        for permission in (*DeskPermission, VocabularyPermission.WORD_DECIDE):
            grant(permission, roles=[*DECIDERS, Role.OFFICER], kinds=[OrganisationKind.ADMINISTRATOR])
        grant(
            DeskPermission.DESK_OPEN,
            roles=[*DECIDERS, Role.OFFICER, Role.COORDINATOR],
            kinds=[OrganisationKind.ACADEMIC_INSTITUTION],
        )
        grant(DeskPermission.DESK_OPEN, roles=[*DECIDERS, Role.OFFICER], kinds=lenders_and_offices)
        opens_desk(DeskPermission.DESK_OPEN)
        for entry in ENTRIES:
            add_desk_entry(entry)
