"""The kinds of student projects: what a unit wants a team for, and what a college offers by itself. Read this first."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.student_projects.projects import cards, drafting, forms, holding, rules, scope, talking
from virtualclusters.areas.student_projects.projects.baseline import NUMBER
from virtualclusters.areas.student_projects.projects.operations import publishing
from virtualclusters.exchange.kinds.kind import Indicator, Kind, KindScreens
from virtualclusters.exchange.kinds.paths import CONTEST, ENQUIRE
from virtualclusters.network.organisations.models import OrganisationKind

COLLEGES = frozenset({OrganisationKind.ACADEMIC_INSTITUTION})
UNITS = frozenset(
    {
        OrganisationKind.ENTERPRISE,
        OrganisationKind.NGO,
        OrganisationKind.INDUSTRY_ASSOCIATION,
        OrganisationKind.TESTING_LABORATORY,
        OrganisationKind.PUBLIC_UNDERTAKING,
    }
)
"""Who has units with troubles that students can work on."""

FOOT = "student_projects/projects/_foot.html"

STUDENT_PROJECT = Kind(
    slug=publishing.PROJECT,
    words=_("Student project"),
    words_plural=_("Student projects"),
    path=CONTEST,
    wants="asks",
    publisher_kinds=UNITS,
    answerer_kinds=COLLEGES,
    most_answers=10,
    takes=holding.takes,
    gives_back=holding.gives_back,
    guards=rules.GUARDS,
    indicators=(
        Indicator(NUMBER, _("The number that shows the trouble"), "number", "publisher"),
        Indicator("monthly_sales", _("Sales in a month"), "rupees", "publisher"),
    ),
    decline_reasons={
        "subject": _("The subject does not fit"),
        "time": _("The time does not fit"),
        "distance": _("It is too far away"),
        "team_taken": _("The team works on another project"),
        "other_chosen": _("Another team was chosen"),
        "plans_changed": _("Our plans have changed"),
    },
    matching="student_project",
)

STUDENT_PROJECT_SCREENS = KindScreens(
    answer_words=_("Apply with a team"),
    verbs={
        ("publisher", "invite"): _("Invite this college"),
        ("publisher", "shortlist"): _("Keep on the short list"),
        ("publisher", "choose"): _("Choose this team"),
        ("publisher", "decline"): _("Say no"),
        ("publisher", "start"): _("Work has begun"),
        ("publisher", "finish"): _("The project is finished"),
        ("publisher", "withdraw"): _("End it early"),
        ("answerer", "apply"): _("Apply with a team"),
        ("answerer", "take_up"): _("Yes, with our team"),
        ("answerer", "refuse"): _("Not for us"),
        ("answerer", "start"): _("Work has begun"),
        ("answerer", "finish"): _("The project is finished"),
        ("answerer", "withdraw"): _("Step back"),
    },
    detail_template="student_projects/projects/brief.html",
    form=forms.ProjectForm,
    publish_words=_("Get students to work on a trouble, free"),
    publish_position=30,
    publish=publishing.publish_project,
    facts=cards.project_facts,
    own_row="project",
    answer_page="project_apply",
    own_page="project_applicants",
    own_page_words=_("Teams that applied"),
    work_page="project_work",
    work_page_words=_("Open the project"),
    scope=scope.scope,
    foot_template=FOOT,
    from_need=drafting.from_need,
    author_names=talking.author_names,
    answer_facts=cards.project_answer_facts,
)

COLLEGE_OFFER = Kind(
    slug=publishing.OFFER,
    words=_("Help from a college"),
    words_plural=_("Help from colleges"),
    path=ENQUIRE,
    wants="offers",
    publisher_kinds=COLLEGES,
    answerer_kinds=UNITS,
    most_answers=10,
    indicators=(Indicator("monthly_sales", _("Sales in a month"), "rupees", "answerer"),),
    decline_reasons={
        "subject": _("The subject does not fit"),
        "time": _("The time does not fit"),
        "distance": _("It is too far away"),
        "full": _("All hours are taken"),
        "plans_changed": _("Our plans have changed"),
    },
    matching="college_offer",
)

COLLEGE_OFFER_SCREENS = KindScreens(
    answer_words=_("Ask for help"),
    verbs={
        ("publisher", "invite"): _("Offer it to this unit"),
        ("publisher", "offer"): _("Say what we can do"),
        ("publisher", "decline"): _("Say no"),
        ("publisher", "start"): _("Work has begun"),
        ("publisher", "finish"): _("It is finished"),
        ("publisher", "withdraw"): _("Step back"),
        ("answerer", "ask"): _("Ask for help"),
        ("answerer", "take_up"): _("Yes, I am interested"),
        ("answerer", "refuse"): _("Not for me"),
        ("answerer", "agree"): _("Agree: share contacts"),
        ("answerer", "ask_again"): _("Ask for something else"),
        ("answerer", "withdraw"): _("Step back"),
        ("answerer", "start"): _("Work has begun"),
        ("answerer", "finish"): _("It is finished"),
    },
    speaks=frozenset({"offer", "ask_again"}),
    detail_template="student_projects/projects/offer.html",
    form=forms.OfferForm,
    publish_words=_("Offer hours, a laboratory or a subject to units, free"),
    publish=publishing.publish_offer,
    facts=cards.offer_facts,
    own_row="college_offer",
    foot_template=FOOT,
    answer_facts=cards.offer_answer_facts,
)
