"""Names of the addresses this folder links to in other folders, in one place."""

from django.urls import NoReverseMatch, reverse

REGISTER = "join"
REGISTER_OTHERS = "join_kind"
SIGN_IN = "account_login"
WORKSPACE = "workspace"
DIRECTORY = "directory"
OPPORTUNITIES = "opportunities"
CLUSTERS = "clusters"
PURCHASE_PLANS = "purchase_plans"
TRAININGS = "trainings"
CERTIFICATE_CHECK = "certificate_ask"


def address(name: str) -> str:
    """The address of a named page; empty when this deployment does not have it, and then nothing links to it."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
