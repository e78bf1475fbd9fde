"""What can be done in the exchange, and who may."""

from enum import StrEnum


class ExchangePermission(StrEnum):
    """Permissions over opportunities, engagements and outcomes of one's own organisation."""

    OPPORTUNITY_PUBLISH = "opportunity:publish"
    ENGAGEMENT_READ = "engagement:read"
    ENGAGEMENT_ANSWER = "engagement:answer"
    ENGAGEMENT_OVERSEE = "engagement:oversee"
