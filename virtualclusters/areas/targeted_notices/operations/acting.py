"""The steps that a button of a notice's page takes, and what is said after each."""

from django.utils.translation import gettext as _

from virtualclusters.areas.targeted_notices.operations import sending, writing


def act(verb, *, notice_id, told, actor, at) -> str:
    """Take a step of ``VERBS``; the sentence that says it is done. Raises what the step raises."""
    more = {"words": told.get("words", "")} if verb == "give_back" else {}
    notice = VERBS[verb](notice_id=notice_id, actor=actor, at=at, **more)
    if verb == "submit" and notice.sent_at is None:
        return _("It waits for the yes of a second person of your office.")
    return {
        "submit": _("It is being sent."),
        "approve": _("It is being sent."),
        "give_back": _("It is a draft again."),
        "stop": _("Stopped. Nobody more is told."),
        "discard": _("The draft is thrown away."),
    }[verb]


VERBS = {
    "submit": sending.submit,
    "approve": sending.approve,
    "give_back": sending.give_back,
    "stop": sending.stop,
    "discard": writing.discard,
}
