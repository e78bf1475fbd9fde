"""What a lender's people are told about a package: it waits for a second person's yes, or it came back."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.finance.messages import instant
from virtualclusters.areas.finance.permissions import PackagePermission
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.capabilities.messaging.registry import Category, Variable, register
from virtualclusters.exchange.engagements.notices import TITLE
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Membership
from virtualclusters.network.organisations.roles import roles_holding

WAITS, RETURNED = "loan_package.waits", "loan_package.came_back"
WHO = Variable("who", max_length=30)

TEMPLATES = (
    instant(
        WAITS,
        Category.REPLY,
        en="{who} wrote a loan package and asks for your yes: {title}.",
        hi="{who} ने कर्ज़ का पैकेज लिखा है और आपकी हाँ माँगते हैं: {title}।",
        ur="{who} نے قرض کا پیکیج لکھا ہے اور آپ کی ہاں چاہتے ہیں: {title}۔",
        line=_("{who} wrote “{title}” and asks for your yes."),
        body=_("It is published only when a second person says yes. Read it, then publish it or send it back."),
        variables=(WHO, TITLE),
    ),
    instant(
        RETURNED,
        Category.REPLY,
        en="your loan package came back: {title}. Read why and change it.",
        hi="आपका कर्ज़ पैकेज वापस आया: {title}। पढ़ें क्यों, और बदलें।",
        ur="آپ کا قرض پیکیج واپس آیا: {title}۔ پڑھیں کیوں، اور بدلیں۔",
        line=_("“{title}” came back to you. Read why, change it, send it again."),
        variables=(TITLE,),
    ),
)


def tell_of_event(*, event_id, at) -> None:
    """Tell those who may give the second yes, or who wrote it; nobody when the package is gone or has moved on since."""
    event = Event.objects.get(pk=event_id)
    rows = Opportunity.objects.filter(pk=event.subject_id, published_at=None, loan_package__isnull=False)
    package = rows.select_related("unit", "loan_package__drafted_by").first()
    if package is None:
        return
    key, people = _whom(event.code, package)
    notify(
        people_ids=people,
        key=key,
        variables={"title": package.title, "who": _name(package.loan_package.drafted_by)}
        if key == WAITS
        else {"title": package.title},
        at=at,
        about=reverse("lender_package", args=[package.pk]),
        dedupe_key=f"{key}:{event_id}",
    )


def _whom(code, package):
    detail = package.loan_package
    if code == "loan_package.returned":
        return RETURNED, [detail.drafted_by_id] if detail.drafted_by_id else []
    waits = detail.submitted_at is not None
    return WAITS, [
        one for one in _approvers(package.unit.organisation_id) if one != detail.drafted_by_id
    ] if waits else []


def _approvers(organisation_id):
    holding = roles_holding(PackagePermission.PACKAGE_APPROVE)
    members = Membership.objects.live().filter(organisation=organisation_id).order_by("person")
    rows = members.values_list("person_id", "organisation__kind", "role")
    return [person for person, kind, role in rows if (kind, role) in holding]


def _name(person):
    return person.name if person and person.name else "–"


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
