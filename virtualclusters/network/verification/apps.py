from django.apps import AppConfig


class VerificationConfig(AppConfig):
    name = "virtualclusters.network.verification"
    label = "verification"

    def ready(self):
        from virtualclusters.capabilities.messaging.registry import register
        from virtualclusters.network.organisations.models import OrganisationKind
        from virtualclusters.network.organisations.roles import DECIDERS, Role, grant
        from virtualclusters.network.organisations.search import register_verified
        from virtualclusters.network.verification.badges import verified_among
        from virtualclusters.network.verification.notices import MESSAGES
        from virtualclusters.network.verification.permissions import VerificationPermission

        grant(
            VerificationPermission.VERIFICATION_DECIDE,
            roles=[*DECIDERS, Role.OFFICER],
            kinds=[OrganisationKind.ADMINISTRATOR],
        )
        register_verified(verified_among)
        for message in MESSAGES:
            register(message)
