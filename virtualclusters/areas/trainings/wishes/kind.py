"""The kind *wish for a training*: many trainers may answer, the unit chooses one. Read this first."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.trainings.kind import TRAINERS
from virtualclusters.areas.trainings.wishes import forms, from_need, operations, queries
from virtualclusters.exchange.kinds.kind import Indicator, Kind, KindScreens
from virtualclusters.exchange.kinds.paths import CONTEST
from virtualclusters.network.organisations.models import OrganisationKind

WISHERS = frozenset({OrganisationKind.ENTERPRISE, OrganisationKind.INDUSTRY_ASSOCIATION, OrganisationKind.NGO})

TRAINING_WISH = Kind(
    slug=operations.KIND,
    words=_("Wish for a training"),
    words_plural=_("Wishes for trainings"),
    path=CONTEST,
    wants="asks",
    publisher_kinds=WISHERS,
    answerer_kinds=TRAINERS,
    most_answers=5,
    indicators=(
        Indicator("monthly_sales", _("Sales in a month"), "rupees", "publisher"),
        Indicator("people_trained", _("People who took part"), "people", "answerer", from_nothing=True),
    ),
    decline_reasons={
        "price": _("The price does not fit"),
        "time": _("The time does not fit"),
        "topic": _("The topic does not fit"),
        "place": _("It is too far away"),
        "other_chosen": _("Another was chosen"),
    },
    matching="requirement",
)

TRAINING_WISH_SCREENS = KindScreens(
    answer_words=_("I can hold this"),
    verbs={
        ("publisher", "shortlist"): _("Keep on the short list"),
        ("publisher", "choose"): _("Choose: share contacts"),
        ("publisher", "decline"): _("Decline"),
        ("publisher", "withdraw"): _("Step back"),
        ("publisher", "start"): _("The training has begun"),
        ("publisher", "finish"): _("It was held: finish"),
        ("publisher", "invite"): _("Invite"),
        ("answerer", "apply"): _("I can hold this"),
        ("answerer", "take_up"): _("Yes, I am interested"),
        ("answerer", "refuse"): _("Not for me"),
        ("answerer", "withdraw"): _("Step back"),
        ("answerer", "start"): _("The training has begun"),
        ("answerer", "finish"): _("It was held: finish"),
    },
    detail_template="trainings/wish.html",
    form=forms.WishForm,
    publish_words=_("Wish for a training"),
    publish=operations.publish_wish,
    facts=queries.wish_facts,
    own_row="training_wish",
    answer_page="training_wish_answer",
    from_need=from_need.wish_from_need,
    answer_facts=queries.answer_facts,
)
