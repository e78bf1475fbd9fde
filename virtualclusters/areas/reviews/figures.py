"""How the help of colleges and advisers goes, by institution, by district, by kind: counted from the exchange only.

Followed are engagements of the last twelve months of every kind that is asked for or applied for and in which a college or an
adviser can take part, with such a one as principal. The helped unit's district is the district. Here they are counted as they stand;
what of them people read, and when it may change, is in ``telling``.
"""

from dataclasses import asdict, dataclass
from datetime import timedelta

from django.db.models import (
    Aggregate,
    Case,
    Count,
    DateTimeField,
    DurationField,
    Exists,
    F,
    FloatField,
    Func,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.fields.json import KeyTextTransform

from virtualclusters.areas.reviews.models import ReviewEntry
from virtualclusters.areas.reviews.permissions import HELPING_KINDS
from virtualclusters.capabilities.events.models import Event
from virtualclusters.exchange.engagements.models import Engagement, Party
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.exchange.kinds.paths import CONTEST, ENQUIRE, Phase
from virtualclusters.exchange.outcomes.models import ClosingWord, Measure
from virtualclusters.exchange.outcomes.queries import BLIND_FOR

PERIOD = timedelta(days=365)
FEWEST = 3
SECONDS_A_DAY = 86_400


@dataclass(frozen=True)
class Figures:
    """Counts of one group; ``median_days`` from asking to the first answer of the other side, None when fewer than three answered."""

    asked: int
    in_time: int
    started: int
    finished: int
    lapsed: int
    confirmed: int
    median_days: float | None
    words: int = 0
    again: int = 0

    @property
    def too_few(self) -> bool:
        """Whether the group is too small for anything to be told of it."""
        return self.asked < FEWEST

    @property
    def too_few_words(self) -> bool:
        return self.words < FEWEST

    def kept(self) -> dict:
        """What an entry keeps: nothing of a group that is too small."""
        if self.too_few:
            return {"too_few": True}
        told = asdict(self)
        return told | ({"words": 0, "again": 0} if self.too_few_words else {})


class _Median(Aggregate):
    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"


def followed_kinds():
    """The kinds that are asked for or applied for and in which a college or an adviser can take part."""
    return [
        kind
        for kind in kinds()
        if kind.path in (CONTEST, ENQUIRE) and (kind.publisher_kinds | kind.answerer_kinds) & HELPING_KINDS
    ]


def figures_by(by, *, at) -> dict[tuple, Figures]:
    """Figures of the last twelve months by group: (organisation id,), (state, district) or (kind,). Two queries."""
    asked = _followed("", at, since=at - PERIOD).annotate(**_helper(""), **_moments(at))
    counts = {key: _without_median_of_few(told) for key, told in _grouped(by, asked, _COUNTED)}
    for key, told in _grouped(by, _shown_words(at, since=at - PERIOD), _SAID):
        if key in counts:
            counts[key] |= told
    return {key: Figures(**told) for key, told in counts.items()}


def answers_ever(by, *, at) -> dict[tuple, tuple[int, int]]:
    """By group how often it was asked since the beginning, and how many closing words are blind no more. Two queries."""
    asked = dict(_grouped(by, _followed("", at).annotate(**_helper("")), {"asked": Count("pk")}))
    words = dict(_grouped(by, _shown_words(at), {"words": Count("pk")}))
    return {key: (told["asked"], words.get(key, {"words": 0})["words"]) for key, told in asked.items()}


def _grouped(by, rows, counts):
    columns = _columns(by)
    for row in rows.values(*columns).order_by().annotate(**counts):
        yield tuple(row[name] for name in columns), {name: row[name] for name in counts}


def _without_median_of_few(told):
    few = told.pop("answered") < FEWEST
    return told | ({"median_days": None} if few else {})


def _columns(by):
    return {
        ReviewEntry.By.INSTITUTION: ("helper",),
        ReviewEntry.By.DISTRICT: ("of_state", "of_district"),
        ReviewEntry.By.KIND: ("of_kind",),
    }[by]


def _followed(prefix, at, *, since=None):
    """Engagements (or what hangs on them by ``prefix``) with a helping principal, opened until a moment."""
    helping = Q(**{f"{prefix}lead__organisation__kind__in": HELPING_KINDS}) | Q(
        **{f"{prefix}opportunity__unit__organisation__kind__in": HELPING_KINDS}
    )
    followed = {
        f"{prefix}opportunity__kind__in": [kind.slug for kind in followed_kinds()],
        f"{prefix}opened_at__lte": at,
    }
    if since is not None:
        followed[f"{prefix}opened_at__gt"] = since
    model = ClosingWord if prefix else Engagement
    return model.objects.filter(helping, **followed)


def _helper(prefix):
    """Who helps, and the place and the kind of the help: the answerer where it is a college or an adviser, else the publisher."""
    lead, publisher = f"{prefix}lead__", f"{prefix}opportunity__unit__"
    leads = Q(**{f"{lead}organisation__kind__in": HELPING_KINDS})

    def where(helps, helped):
        return Case(When(leads, then=F(helps)), default=F(helped))

    return {
        "helper": where(f"{lead}organisation", f"{publisher}organisation"),
        "of_state": where(f"{publisher}state", f"{lead}state"),
        "of_district": where(f"{publisher}district", f"{lead}district"),
        "of_kind": F(f"{prefix}opportunity__kind"),
    }


def _moments(at):
    """When the other side answered first, by when it should have, and whether a change was confirmed."""
    other = Case(When(opened_by="publisher", then=Value("answerer")), default=Value("publisher"))
    taken = Event.objects.annotate(by_side=KeyTextTransform("side", "dimensions"))
    steps = taken.filter(subject="engagement", subject_id=OuterRef("pk"), by_side=OuterRef("other_side"), at__lte=at)
    later = [moment for moment in Measure.Moment.values if moment != Measure.Moment.BASELINE]
    confirmed = Measure.objects.filter(engagement=OuterRef("pk"), moment__in=later, confirmed_by__isnull=False)
    return {
        "other_side": other,
        "answered_at": Subquery(steps.order_by("id").values("at")[:1], output_field=DateTimeField()),
        "time_given": Case(*_times_given(), default=Value(timedelta(days=7)), output_field=DurationField()),
        "was_confirmed": Exists(confirmed),
    }


def _times_given():
    """How long each kind's path gives for the first answer."""
    for kind in followed_kinds():
        for step in kind.path.steps:
            if step.before is None:
                opened = Q(opportunity__kind=kind.slug, opened_by=str(step.side))
                yield When(opened, then=Value(timedelta(days=step.days)))


_DAYS = Func(F("answered_at") - F("opened_at"), function="EXTRACT", template="EXTRACT(EPOCH FROM %(expressions)s)") / (
    Value(SECONDS_A_DAY)
)
_COUNTED = {
    "asked": Count("pk"),
    "answered": Count("answered_at"),
    "in_time": Count("pk", filter=Q(answered_at__lte=F("opened_at") + F("time_given"))),
    "started": Count("pk", filter=Q(phase__in=[Phase.UNDER_WAY, Phase.CLOSED])),
    "finished": Count("pk", filter=Q(phase=Phase.CLOSED)),
    "lapsed": Count("pk", filter=Q(phase=Phase.LAPSED)),
    "confirmed": Count("pk", filter=Q(was_confirmed=True)),
    "median_days": _Median(_DAYS, output_field=FloatField()),
}
_SAID = {"words": Count("pk"), "again": Count("pk", filter=Q(would_again=True))}


def _shown_words(at, *, since=None):
    """Closing words of the helped side that are blind no more: both sides gave theirs, or fourteen days are over."""
    leads = Q(party__engagement__lead__organisation__kind__in=HELPING_KINDS)
    of_helped = Q(leads, party__side="publisher") | ~leads & Q(party__side="answerer")
    both = ClosingWord.objects.filter(
        party__engagement=OuterRef("party__engagement"), party__role=Party.Role.PRINCIPAL
    ).exclude(pk=OuterRef("pk"))
    over = Q(party__engagement__ended_at__lte=at - BLIND_FOR)
    principal = Q(party__role=Party.Role.PRINCIPAL)
    words = _followed("party__engagement__", at, since=since).filter(of_helped & principal, Q(Exists(both)) | over)
    return words.annotate(**_helper("party__engagement__"))
