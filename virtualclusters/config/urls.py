"""Root addresses. Pages carry their language (``/hi/…``); files, checks and short links do not."""

from importlib.util import find_spec

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

PAGES = [
    "joining",
    "workspace",
    "workspace_papers",
    "exchange",
    "finding",
    "directory",
    "clusters",
    "certificates",
    "desk",
    "desk_imports",
    "messages",
    "home",
]


def _pages(module):
    for name in PAGES:
        if find_spec(f"virtualclusters.pages.{name}") and find_spec(f"virtualclusters.pages.{name}.{module}"):
            yield path("", include(f"virtualclusters.pages.{name}.{module}"))


urlpatterns = [*_pages("root_urls"), *i18n_patterns(*_pages("urls"))]
handler400 = "virtualclusters.pages.home.views.bad_request"
handler403 = "virtualclusters.pages.home.views.forbidden"
handler404 = "virtualclusters.pages.home.views.not_found"
handler500 = "virtualclusters.pages.home.views.server_error"
