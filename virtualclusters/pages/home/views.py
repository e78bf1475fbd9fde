"""The front page, the standing pages, and the pages that say what went wrong."""

import json
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.pages.addresses import address
from virtualclusters.pages.home.addresses import (
    CERTIFICATE_CHECK,
    CLUSTERS,
    DIRECTORY,
    OPPORTUNITIES,
    PURCHASE_PLANS,
    REGISTER,
    REGISTER_OTHERS,
    SIGN_IN,
    TRAININGS,
    WORKSPACE,
)
from virtualclusters.pages.home.figures import figures
from virtualclusters.pages.home.furniture import standing_pages
from virtualclusters.ui.context import site
from virtualclusters.ui.formatters import long_date
from virtualclusters.ui.languages import OWN_NAMES, RIGHT_TO_LEFT
from virtualclusters.ui.navigation import Link, language_links


@policy(PUBLIC)
def front(request):
    """What this is, and the one thing to do first."""
    addresses = {
        "register": address(REGISTER),
        "register_others": address(REGISTER_OTHERS),
        "sign_in": address(SIGN_IN),
        "workspace": address(WORKSPACE),
        "directory": address(DIRECTORY),
        "opportunities": address(OPPORTUNITIES),
    }
    return render(request, "home/front.html", {"figures": figures(timezone.now()), "to": addresses})


@policy(PUBLIC)
def languages(request):
    """Every language, in its own script; those not offered yet are named."""
    later = [
        {"code": code, "name": name, "rtl": code in RIGHT_TO_LEFT}
        for code, name in OWN_NAMES.items()
        if code not in dict(settings.LANGUAGES)
    ]
    return render(request, "home/languages.html", {"offered": _front_pages(request), "later": later})


def _front_pages(request):
    return [{**link, "href": f"/{link['code']}/"} for link in language_links(request)]


@policy(PUBLIC)
def help_page(request):
    """Whom to ask, and how to be called back."""
    return render(request, "home/help.html")


@policy(PUBLIC)
def site_map(request):
    """Every public page."""
    found = [
        Link(_("Front page"), reverse("home")),
        Link(_("Register your unit"), address(REGISTER)),
        Link(_("Sign in"), address(SIGN_IN)),
        Link(_("Members"), address(DIRECTORY)),
        Link(_("Opportunities"), address(OPPORTUNITIES)),
        Link(_("Clusters"), address(CLUSTERS)),
        Link(_("Trainings"), address(TRAININGS)),
        Link(_("Buyers' plans"), address(PURCHASE_PLANS)),
        Link(_("Check a certificate"), address(CERTIFICATE_CHECK)),
        Link(_("Languages"), reverse("languages")),
        Link(_("Help"), reverse("help")),
        *standing_pages(),
    ]
    return render(request, "home/site_map.html", {"links": [link for link in found if link.href]})


@policy(PUBLIC)
def offline(request):
    """What the phone shows when there is no line."""
    return render(request, "home/offline.html")


@dataclass(frozen=True)
class Standing:
    """A page of plain text; its words stand in its template."""

    name: str
    slug: str
    title: str
    changed: date

    @property
    def view(self):
        """The view that shows it, with the day it was last changed."""

        @policy(PUBLIC)
        def show(request):
            values = {"title": self.title, "updated": long_date(self.changed)}
            return render(request, f"home/standing/{self.name}.html", values)

        return show


FIRST_EDITION = date(2026, 11, 21)
STANDING = [
    Standing("about", "about", gettext_lazy("About"), FIRST_EDITION),
    Standing("privacy", "privacy", gettext_lazy("Privacy"), FIRST_EDITION),
    Standing("terms", "terms", gettext_lazy("Terms"), FIRST_EDITION),
    Standing("accessibility", "accessibility", gettext_lazy("Accessibility"), FIRST_EDITION),
    Standing("copyright", "copyright", gettext_lazy("Copyright"), FIRST_EDITION),
    Standing("hyperlink_policy", "links", gettext_lazy("Links to other sites"), FIRST_EDITION),
]


@policy(PUBLIC)
@cache_control(no_cache=True)
def service_worker(request):
    """The script that keeps files and the offline page on the phone; stands at the root so that it covers every page."""
    values = {
        "version": static("built/vc.css").rsplit("/", 1)[-1],
        "offline_pages": json.dumps(_offline_pages()),
        "static_prefix": settings.STATIC_URL,
    }
    return render(request, "ui/sw.js", values, content_type="text/javascript; charset=utf-8")


@policy(PUBLIC)
@cache_control(max_age=86_400, public=True)
def robots(request):
    """Which addresses search engines leave alone: signed ones, and what a trial portal would have sent."""
    closed = [f"/{code}{path}" for code, _name in settings.LANGUAGES for path in ("/outbox/", "/sign-in/")]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in ["/s/", "/u/", "/v/", "/calendar/", *closed])]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _offline_pages() -> dict[str, str]:
    pages = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            pages[code] = reverse("offline")
    return pages


def bad_request(request, exception=None):
    """400: what was sent could not be read."""
    return render(request, "400.html", status=400)


def forbidden(request, exception=None):
    """403: the person may not."""
    return render(request, "403.html", status=403)


@policy(PUBLIC)
def csrf_failure(request, reason=""):
    """403: the form's protection has run out, mostly because the page was open for long."""
    return render(request, "403_csrf.html", status=403)


def not_found(request, exception=None):
    """404: there is no such page, or it is not for this person."""
    return render(request, "404.html", status=404)


def server_error(request):
    """500: our fault. The page needs no database and no session."""
    return HttpResponseServerError(render_to_string("500.html", site(request)))
