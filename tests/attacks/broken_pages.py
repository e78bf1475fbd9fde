"""The portal's addresses and one more that fails, so that the page of a failure can be asked for."""

from django.urls import path

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.config import urls
from virtualclusters.config.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500"]


@policy(PUBLIC)
def fails(request):
    """A fault of ours."""
    raise RuntimeError("This page fails on purpose.")


urlpatterns = [path("fails/", fails, name="fails"), *urls.urlpatterns]
