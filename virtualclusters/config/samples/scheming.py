"""The schemes that come with the portal, one of a sample office that decides here, and the firms that follow and apply."""

from datetime import timedelta
from decimal import Decimal
from functools import partial

from virtualclusters.areas.schemes.answers import Answers
from virtualclusters.areas.schemes.content import Condition, Content, Figure, Text
from virtualclusters.areas.schemes.data_file import SHIPPED, read
from virtualclusters.areas.schemes.keeping import keep_answers
from virtualclusters.areas.schemes.loading import keep_schemes
from virtualclusters.areas.schemes.models import Scheme
from virtualclusters.areas.schemes.operations import publish_version, write_draft
from virtualclusters.config.samples.making import actor_of, once, unit_of
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.milestones import reach
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.foundation.time import day_in_india
from virtualclusters.matching.rules import Rule

OFFICE, FOLLOWER, APPLICANTS = "government", "spice", ("bakery", "pickle")
NAME = "Help with a packing machine (sample)"
SOURCE = "https://example.org/sample-order"


def load_schemes(now):
    """Real ones from the file, then what the samples do with them."""
    keep_schemes(read(SHIPPED.read_text(encoding="utf-8")), at=now)
    once("scheme:packing", partial(_write, now), now=now)
    once("scheme:follow", partial(_follow, FOLLOWER, now), now=now)
    for place, key in enumerate(APPLICANTS):
        once(f"scheme:apply:{key}", partial(_apply, key, place, now), now=now)


def _content(day, *, most, name=NAME):
    rules = (
        Rule("size_class", "one_of", ["micro", "small"], source=SOURCE),
        Rule("own_percent", "at_least", 10, source=SOURCE),
    )
    documents = ("Udyam registration", "Quotation for the machine", "Bank statements of the last year")
    words = Text(
        name, "A subsidy for a machine that packs food cleanly.", "Apply here. We answer in 14 days.", documents
    )
    return Content(
        effective_from=day,
        language="en",
        source_title="Sample order 12",
        source_address=SOURCE,
        as_of=day,
        texts={"en": words},
        figures=(Figure("subsidy_most", Decimal(most), checked=True),),
        conditions=tuple(Condition(rule, checked=True) for rule in rules),
    )


def _write(now):
    """A version that holds, and the next one as a draft."""
    office, day = actor_of(OFFICE), day_in_india(now)
    begun = _content(day - timedelta(days=40), most=200_000)
    draft = write_draft(content=begun, unit_id=unit_of(OFFICE).pk, here=True, actor=office, at=now - timedelta(days=40))
    version = publish_version(version_id=draft.pk, actor=office, at=now - timedelta(days=40))
    following = _content(day + timedelta(days=60), most=250_000)
    write_draft(content=following, scheme_id=version.scheme_id, actor=office, at=now - timedelta(days=2))


def _follow(key, now):
    at, actor, unit = now - timedelta(days=12), actor_of(key), unit_of(key)
    said = Answers(size_class="micro", had_support=False, own_money="to_25")
    keep_answers(unit_id=unit.pk, answers=said, may_keep_owners=False, language="en", actor=actor, at=at)
    scheme = Scheme.objects.get(code="cgtmse")
    talk = answer(opportunity_id=scheme.pk, unit_id=unit.pk, actor=actor, at=max(at, scheme.opportunity.published_at))
    reach(engagement_id=talk.pk, code="preparing", actor=actor, at=now)


def _apply(key, place, now):
    scheme = Scheme.objects.get(opportunity__title=NAME)
    at = now - timedelta(days=9 - place * 4)
    talk = answer(
        opportunity_id=scheme.pk,
        unit_id=unit_of(key).pk,
        actor=actor_of(key),
        at=at,
        words="We want to pack in clean pouches and have two quotations.",
    )
    if place == 0:
        act(
            engagement_id=talk.pk,
            verb="shortlist",
            actor=actor_of(OFFICE),
            at=at + timedelta(days=2),
            words="We look at your quotations and visit you next week.",
        )
