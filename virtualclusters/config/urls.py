"""Root addresses. Pages carry their language (``/hi/…``); files, checks and short links do not."""

from importlib.util import find_spec

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

PAGES = [
    "joining",
    "workspace",
    "workspace_papers",
    "wallet",
    "exchange",
    "finding",
    "quality",
    "directory",
    "clusters",
    "certificates",
    "desk",
    "desk_imports",
    "messages",
    "home",
]
AREAS = [
    "tenders",
    "trainings",
    "purchase_plans",
    "advice",
    "student_projects",
    "reviews",
    "late_payments",
    "finance",
    "schemes",
    "targeted_notices",
]


def _parts(module):
    for package in [*(f"areas.{name}" for name in AREAS), *(f"pages.{name}" for name in PAGES)]:
        if find_spec(f"virtualclusters.{package}") and find_spec(f"virtualclusters.{package}.{module}"):
            yield path("", include(f"virtualclusters.{package}.{module}"))


urlpatterns = [*_parts("root_urls"), *i18n_patterns(*_parts("urls"))]
handler400 = "virtualclusters.pages.home.views.bad_request"
handler403 = "virtualclusters.pages.home.views.forbidden"
handler404 = "virtualclusters.pages.home.views.not_found"
handler500 = "virtualclusters.pages.home.views.server_error"
