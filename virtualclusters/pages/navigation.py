"""The links in the head of every page: few, by task, and only those the actor can use."""

from enum import StrEnum

from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from virtualclusters.ui.navigation import Account, Link

_desk_permissions: set[StrEnum] = set()


def opens_desk(permission: StrEnum) -> None:
    """Say that who holds this permission works at the desk and finds it in the head; called from ``ready()``."""
    _desk_permissions.add(permission)


def navigation(request):
    """``navigation`` and ``account`` for the base template; worked out only when a page shows its head."""
    return {
        "navigation": SimpleLazyObject(lambda: _links(request)),
        "account": SimpleLazyObject(lambda: _account(request)),
    }


def _links(request):
    actor = getattr(request, "actor", None)
    if actor is None or not actor.person:
        public = [("directory", _("Directory")), ("opportunities", _("Opportunities"))]
        public += [("trainings", _("Trainings")), ("schemes", _("Schemes")), ("clusters", _("Cluster"))]
        return _known(request, public)
    wanted = [("for_you", _("For you")), ("engagements", _("My talks")), ("opportunities", _("Opportunities"))]
    wanted += [("trainings", _("Trainings")), ("schemes", _("Schemes")), ("clusters", _("Cluster"))]
    wanted.append(("directory", _("Directory")))
    wanted.append(("publish", _("Publish")))
    if any(actor.may_somewhere(permission) for permission in _desk_permissions):
        wanted.insert(0, ("desk", _("Desk")))
    return _known(request, wanted)


def _known(request, wanted):
    links = []
    for name, label in wanted:
        try:
            href = reverse(name)
        except NoReverseMatch:
            continue
        links.append(Link(label=label, href=href, current=request.path.startswith(href)))
    return links


def _account(request):
    actor = getattr(request, "actor", None)
    if actor is None or not actor.person:
        return None
    return Account(
        name=actor.organisation.name if actor.organisation else actor.person.name or _("My desk"),
        href=reverse("workspace"),
        sign_out_href=reverse("sign_out"),
        organisation=actor.organisation.name if actor.organisation else "",
    )
