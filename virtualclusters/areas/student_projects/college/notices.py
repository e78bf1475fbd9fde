"""What a college's students, their guardians and its teachers are told and asked: notices of consent, and messages."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.models import Consent
from virtualclusters.accounts.notices import Item, Notice
from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Tag, Urgency, Variable, register

STUDENT_ASKED, STUDENT_OF_AGE, GUARDIAN_ASKED, FACULTY_ASKED = (
    "student_projects.student_asked",
    "student_projects.student_of_age",
    "student_projects.guardian_asked",
    "student_projects.faculty_asked",
)
COLLEGE = Variable("college", Tag.ALPHANUMERIC, max_length=30)

TEMPLATES = (
    MessageTemplate(
        key=STUDENT_ASKED,
        category=Category.DECISION,
        urgency=Urgency.INSTANT,
        sms={
            "en": "{college} wants you to do a project at a small firm. Read what is shown of you, say yes or no: {link} Stop: {stop}",
            "hi": "{college} चाहता है कि आप छोटे उद्योग में प्रोजेक्ट करें। पढ़ें कि आपका क्या दिखेगा, हाँ या ना कहें: {link} बंद करें: {stop}",
        },
        line=_("{college} asks whether you take part in student projects. Say yes or no."),
        body=_("Nobody outside your college sees your name until you say yes."),
        variables=(COLLEGE,),
        invites=True,
    ),
    MessageTemplate(
        key=STUDENT_OF_AGE,
        category=Category.DECISION,
        urgency=Urgency.INSTANT,
        sms={
            "en": "You are 18 now. {college} asks you again: do you take part in student projects? Say yes or no: {link} Stop: {stop}",
            "hi": "अब आप 18 के हैं। {college} फिर पूछता है: क्या आप छात्र प्रोजेक्ट में भाग लेंगे? हाँ या ना कहें: {link} बंद करें: {stop}",
        },
        line=_("You are 18 now. {college} asks you again whether you take part in student projects."),
        body=_(
            "Your earlier yes waited for your guardian. Now your own word decides. Until you say yes nobody outside sees you."
        ),
        variables=(COLLEGE,),
        invites=True,
    ),
    MessageTemplate(
        key=GUARDIAN_ASKED,
        category=Category.DECISION,
        urgency=Urgency.INSTANT,
        sms={
            "en": "A student of {college} wants to do a project at a small firm. You are the guardian. Say yes or no: {link} Stop: {stop}",
            "hi": "{college} के एक छात्र को छोटे उद्योग में प्रोजेक्ट करना है। आपका नाम अभिभावक के रूप में है। हाँ या ना कहें: {link} बंद करें: {stop}",
        },
        line=_("A student of {college} wants to take part in student projects. You are the guardian. Say yes or no."),
        body=_("Who it is shows when you sign in with your number. Nothing is shown to others until you say yes."),
        variables=(COLLEGE,),
        invites=True,
    ),
    MessageTemplate(
        key=FACULTY_ASKED,
        category=Category.DECISION,
        urgency=Urgency.INSTANT,
        sms={
            "en": "{college} asks you to look after student projects on Virtual Clusters. Say yes or no: {link} Stop: {stop}",
            "hi": "{college} चाहता है कि आप Virtual Clusters पर छात्र प्रोजेक्ट देखें। हाँ या ना कहें: {link} बंद करें: {stop}",
        },
        line=_("{college} asks you to look after student projects. Say yes or no."),
        variables=(COLLEGE,),
        invites=True,
    ),
)

_WHAT, _WHO, _UNTIL = (
    _("Your name, course, skills and language"),
    _("That your college puts you into a team, and that the team can send its answer to projects of small firms."),
    _(
        "Firms to which your team sends an answer see them, nobody else. It ends when you take your yes back or leave the college."
    ),
)
STUDENT_NOTICE = Notice(
    name="student projects",
    version="2026-11",
    items=(
        Item(_WHAT, _UNTIL, Consent.Purpose.STUDENT_PROJECTS, needed=True),
        Item(
            _("Your mobile number"),
            _("Only your college and this portal have it. Firms see it after both sides agreed on a project."),
            Consent.Purpose.STUDENT_PROJECTS,
            needed=True,
        ),
        Item(_("Your place in a team"), _WHO, Consent.Purpose.STUDENT_PROJECTS, needed=True),
    ),
)
GUARDIAN_NOTICE = Notice(
    name="guardian of a student",
    version="2026-11",
    items=(
        Item(
            _("Name, course, skills and language of your child"),
            _(
                "Firms to which the team sends an answer see them, nobody else. It ends when you or your child take the yes back."
            ),
            Consent.Purpose.GUARDIAN_OF_STUDENT,
            needed=True,
        ),
        Item(
            _("Your name and mobile number"),
            _("To show that a guardian said yes. The college looks at your paper. Firms do not see it."),
            Consent.Purpose.GUARDIAN_OF_STUDENT,
            needed=True,
        ),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
