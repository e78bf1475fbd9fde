"""The last step: claim, hand over, mark. Nothing here runs twice for the same key."""

from django.utils import translation

from virtualclusters.capabilities.jobs.effects import claim, give_back, mark_done
from virtualclusters.capabilities.messaging.choices import address_of
from virtualclusters.capabilities.messaging.gateways import Message, NotSent, Rejected, sms_gateway
from virtualclusters.capabilities.messaging.links import short_link, unsubscribe_path
from virtualclusters.capabilities.messaging.mailing import send_email
from virtualclusters.capabilities.messaging.models import Channel, SentMessage
from virtualclusters.capabilities.messaging.registry import gaps_of, registered
from virtualclusters.capabilities.messaging.rendering import render_body, render_line, render_sms
from virtualclusters.capabilities.messaging.resting import unless_resting
from virtualclusters.capabilities.messaging.texts import CODE


def once(*, effect_key, person_id, channel, key, at, hand_over, occasion=""):
    """Do `hand_over()`, which gives a receipt, unless it was done under this key before; say whether it left now.

    When it breaks in a way that leaves open whether the message left, it is not sent again. Nor is what the provider will not
    take: that is kept with the provider's reason.

    Raises:
        NotSent: it surely did not leave; the key is free again.
    """
    if not claim(effect_key, at=at):
        return False
    try:
        receipt = hand_over()
    except NotSent:
        give_back(effect_key)
        raise
    except Rejected as rejected:
        kept = {"rejected_because": rejected.reason}
    else:
        kept = {"parts": receipt.parts, "reference": receipt.reference}
    SentMessage.objects.create(person_id=person_id, channel=channel, key=key, occasion=occasion, sent_at=at, **kept)
    mark_done(effect_key, at=at)
    return "rejected_because" not in kept


def send_sms_to(person, *, template, variables, about, category, at):
    """Send a registered SMS to a person in her language. `about` is the path that `{link}` leads to."""
    wanted = gaps_of(template.sms.get(person.language, template.sms["en"]))
    filled = dict(variables)
    if "link" in wanted:
        filled["link"] = short_link(target=about, at=at, person_id=person.pk)
    if "stop" in wanted:
        stop = unsubscribe_path(person_id=person.pk, category=category, channel=Channel.SMS)
        filled["stop"] = short_link(target=stop, at=at, person_id=person.pk)
    text = render_sms(template, language=person.language, variables=filled)
    address = address_of(person, Channel.SMS, invited=template.invites)
    return _hand_to_gateway(Message(address=address, text=text, at=at))


def send_email_to(person, *, subject, items, category):
    """Send an e-mail to a person in her language, which is active when this is called."""
    stop = unsubscribe_path(person_id=person.pk, category=category, channel=Channel.EMAIL)
    return send_email(address=address_of(person, Channel.EMAIL), subject=subject, items=items, stop_path=stop)


def send_code(*, code, language, at, phone="", email=""):
    """Send a sign-in code at once, by day and by night. It never stands in a list, a log or a queue.

    Args:
        phone: E.164, or empty when the code goes by e-mail only.

    Raises:
        NotSent: the provider could not be reached, or rests after failures; the person should be told to try again.
        Rejected: the provider takes no SMS for this number; the person should be told to use another.
    """
    template = registered(CODE)
    with translation.override(language):
        if phone:
            text = render_sms(template, language=language, variables={"code": code})
            _hand_to_gateway(Message(address=phone, text=text, at=at, is_secret=True))
        if email:
            words = {
                "line": render_line(template, variables={"code": code}),
                "body": render_body(template, variables={"code": code}),
            }
            send_email(address=email, subject=words["line"], items=[words | {"path": ""}])


def _hand_to_gateway(message):
    return unless_resting(Channel.SMS, lambda: sms_gateway().send(message), at=message.at)
