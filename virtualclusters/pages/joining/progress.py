"""What a person told in registration so far, kept on the server after every page until it is sent."""

from uuid import uuid4

from virtualclusters.capabilities.drafts import operations as drafts

FORM = "joining"
EMPTY = {"kind": "", "owner_name": "", "name": "", "pin": "", "words": "", "tapped": [], "not_meant": [], "needs": []}


def told_so_far(person) -> dict:
    """Her answers, by field; each is empty until she gave it."""
    draft = drafts.load(form=FORM, person=person)
    return {**EMPTY, **(draft.values if draft else {})}


def keep(person, *, at, **answers) -> None:
    """Keep answers of one page beside the earlier ones. The first page also makes the mark by which registering twice is harmless."""
    told = told_so_far(person)
    drafts.save(form=FORM, person=person, at=at, values={"once": uuid4().hex, **told, **answers})


def forget(person) -> None:
    """It was sent."""
    drafts.discard(form=FORM, person=person)


def first_gap(told) -> str | None:
    """Address name of the first page whose answer is missing, or None when all is told."""
    if not (told["name"] and told["pin"]):
        return "join_name"
    if not (told["words"] or told["tapped"]):
        return "join_makes"
    return None if "needs_words" in told else "join_needs"
