"""The portal's own messages: the sign-in code and the digest."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Tag, Urgency, Variable, register

CODE, DIGEST = "sign_in.code", "digest"


def register_own():
    """Register the two. The last line of the code's SMS lets a phone's browser fill the code in by one tap (WebOTP)."""
    register(_code(urlsplit(settings.SITE_ADDRESS).hostname))
    register(_digest())


def _code(host):
    filled_in = f"\n\n@{host} #{{code}}"
    return MessageTemplate(
        key=CODE,
        category=Category.CODE,
        urgency=Urgency.INSTANT,
        sms={
            "en": f"{{code}} is your Virtual Clusters code. It works for 10 minutes. Tell it to nobody.{filled_in}",
            "hi": f"{{code}} आपका Virtual Clusters कोड है। 10 मिनट तक चलेगा। किसी को न बताएँ।{filled_in}",
            "ur": f"{{code}} آپ کا Virtual Clusters کوڈ ہے۔ 10 منٹ تک چلے گا۔ کسی کو نہ بتائیں۔{filled_in}",
        },
        line=_("Your code is {code}"),
        body=_(
            "Your code is {code}. It works for 10 minutes. Tell it to nobody. If you did not ask for it, do nothing."
        ),
        variables=(Variable("code", Tag.NUMERIC, max_length=6),),
    )


def _digest():
    return MessageTemplate(
        key=DIGEST,
        category=Category.ACCOUNT,
        urgency=Urgency.DIGEST,
        sms={
            "en": "Virtual Clusters: {count} new for you. {first} See all: {link} Stop: {stop}",
            "hi": "Virtual Clusters: आपके लिए {count} नई बातें। {first} सब देखें: {link} बंद करें: {stop}",
        },
        line=_("{count} new for you. {first}"),
        variables=(Variable("count", Tag.NUMERIC, max_length=4), Variable("first", Tag.ALPHANUMERIC, max_length=60)),
    )
