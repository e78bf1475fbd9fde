"""The link in an adviser's message: it opens one request without signing in, for seven days, and lets her answer it. Nothing more.

It is signed and bound to the engagement, which is one adviser's turn in one request, and to the person to whom it was sent. Opening it
changes nothing, for previews and scanners open links too; it shows nobody's number. Afterwards it leads to the page behind sign-in.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing
from django.urls import reverse

from virtualclusters.accounts.models import Person
from virtualclusters.areas.advice.cases.queries import CasePage, case_page
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import PUBLISHER
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.actors import Actor, actor_for

LIVES = timedelta(days=7)
_SIGNER = signing.Signer(salt="advice.asked", sep="~")


@dataclass(frozen=True)
class Link:
    """What a token says: which engagement, sent to whom, until when it opens without signing in."""

    engagement_id: int
    person_id: int
    until: int

    def is_over(self, at: datetime) -> bool:
        return at.timestamp() > self.until


def token_for(*, engagement_id, person_id, at) -> str:
    """The token of one person's link, good for seven days."""
    return _SIGNER.sign_object([engagement_id, person_id, int((at + LIVES).timestamp())])


def path_for(*, engagement_id, person_id, at) -> str:
    """The path of the page it opens."""
    return reverse("advice_asked", args=[token_for(engagement_id=engagement_id, person_id=person_id, at=at)])


def read_link(token) -> Link:
    """What a token says, whether it is over or not.

    Raises:
        NotFound: it was not signed here.
    """
    try:
        return Link(*_SIGNER.unsign_object(token))
    except signing.BadSignature as forged:
        raise NotFound from forged


def behind(link: Link, *, at) -> tuple[Actor, CasePage]:
    """Who acts by the link, and the request as she may see it; what she may do is asked again by every verb.

    Raises:
        NotFound: she was erased, or does not advise for that organisation any more.
    """
    person = Person.objects.filter(pk=link.person_id, is_active=True).first()
    asked = Engagement.objects.select_related("opportunity__unit").filter(pk=link.engagement_id).first()
    if person is None or asked is None:
        raise NotFound
    actor = actor_for(person, organisation_id=asked.opportunity.unit.organisation_id)
    page = case_page(actor, link.engagement_id, at=at)
    if page.side != PUBLISHER:
        raise NotFound
    return actor, page
