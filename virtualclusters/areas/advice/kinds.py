"""The names of the two kinds, and who takes part in them."""

from virtualclusters.network.organisations.models import OrganisationKind

ADVICE, HELP_OFFER = "advice", "help_offer"
KINDS = (ADVICE, HELP_OFFER)

ADVISERS = frozenset(
    {
        OrganisationKind.EXPERT_PRACTICE,
        OrganisationKind.VOLUNTEER_EXECUTIVE,
        OrganisationKind.NGO,
        OrganisationKind.GOVERNMENT_BODY,
    }
)
HELPERS = ADVISERS | {OrganisationKind.ADMINISTRATOR, OrganisationKind.INDUSTRY_ASSOCIATION}
ASKERS = frozenset({OrganisationKind.ENTERPRISE})
