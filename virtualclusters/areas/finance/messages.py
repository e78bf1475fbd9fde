"""How messages of finance are made: told at once, with the name of the portal before and the way to stop behind."""

from virtualclusters.capabilities.messaging.registry import MessageTemplate, Urgency


def instant(key, category, *, en, hi, ur, line, body="", variables=()) -> MessageTemplate:
    """A message that goes out at once. ``en``, ``hi`` and ``ur`` are what stands in an SMS before the link."""
    texts = {
        "en": f"Virtual Clusters: {en} {{link}} Stop: {{stop}}",
        "hi": f"{hi} {{link}} बंद करें: {{stop}}",
        "ur": f"{ur} {{link}} بند کریں: {{stop}}",
    }
    return MessageTemplate(
        key=key, category=category, urgency=Urgency.INSTANT, sms=texts, line=line, body=body, variables=variables
    )
