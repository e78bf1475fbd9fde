"""The kind of trainings: a class with seats and a waiting list that moves by itself. Read this first."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.trainings import forms, queries
from virtualclusters.areas.trainings.notices import REASONS
from virtualclusters.areas.trainings.operations import publishing
from virtualclusters.exchange.kinds.kind import Indicator, Kind, KindScreens
from virtualclusters.exchange.kinds.paths import ENROL
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.network.organisations.roles import EVERY_KIND

TOLD_BY_OURSELVES = {
    f"engagement.{verb}": ""
    for verb in ("enrol", "take_up", "accept", "decline", "withdraw", "close_out", "start", "finish", "miss")
}
"""Steps of which this area tells in its own words (`jobs`), or which everybody sees in the class."""

TRAINERS = frozenset(
    {
        OrganisationKind.ACADEMIC_INSTITUTION,
        OrganisationKind.ADMINISTRATOR,
        OrganisationKind.NGO,
        OrganisationKind.INDUSTRY_ASSOCIATION,
        OrganisationKind.GOVERNMENT_BODY,
        OrganisationKind.TESTING_LABORATORY,
        OrganisationKind.EXPERT_PRACTICE,
        OrganisationKind.PUBLIC_UNDERTAKING,
        OrganisationKind.ENTERPRISE,
    }
)

TRAINING = Kind(
    slug="training",
    words=_("Training"),
    words_plural=_("Trainings"),
    path=ENROL,
    wants="offers",
    publisher_kinds=TRAINERS,
    answerer_kinds=EVERY_KIND,
    indicators=(
        Indicator("monthly_sales", _("Sales in a month"), "rupees", "answerer"),
        Indicator("people_at_work", _("People who work in the unit"), "people", "answerer"),
    ),
    decline_reasons=REASONS,
    matching="training",
    accepts_by_itself=True,
)

TRAINING_SCREENS = KindScreens(
    answer_words=_("Book a place"),
    verbs={
        ("publisher", "invite"): _("Invite"),
        ("publisher", "accept"): _("Give a place"),
        ("publisher", "decline"): _("Decline"),
        ("publisher", "withdraw"): _("Take the place back"),
        ("publisher", "start"): _("The class has begun"),
        ("publisher", "finish"): _("Took part: finish"),
        ("publisher", "miss"): _("Did not come"),
        ("answerer", "enrol"): _("Book a place"),
        ("answerer", "take_up"): _("Yes, we come"),
        ("answerer", "refuse"): _("Not for us"),
        ("answerer", "withdraw"): _("Give the place back"),
    },
    detail_template="trainings/detail.html",
    form=forms.TrainingForm,
    publish_words=_("Hold a training"),
    publish=publishing.publish_training,
    facts=queries.training_facts,
    own_row="training",
    notices=TOLD_BY_OURSELVES,
    answer_page="training_book",
    own_page="training_class",
    own_page_words=_("Open the class"),
)
