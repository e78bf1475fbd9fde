"""The actor of each request, and the two anticipated failures as pages."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import actor_of, check_policy


class ActorMiddleware:
    """Sets ``request.actor``, checks the view's declared policy, and shows refusals."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = SimpleLazyObject(lambda: actor_of(request))
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        return _as_whole_page(request, check_policy(request, view))

    def process_exception(self, request, failure):
        if isinstance(failure, NotFound):
            raise Http404 from failure
        if isinstance(failure, Refused):
            return _in_main(request, render(request, "422.html", {"refusal": failure}, status=422))
        return None


def _as_whole_page(request, answer):
    """A way to the sign-in page is gone by the browser, never followed into a card that htmx would replace."""
    if answer is None or "HX-Request" not in request.headers or not answer.has_header("Location"):
        return answer
    return HttpResponse(headers={"HX-Redirect": answer["Location"]})


def _in_main(request, page):
    """A refusal takes the place of the page's content, not of the card whose button was pressed."""
    if "HX-Request" in request.headers:
        page["HX-Retarget"], page["HX-Reselect"], page["HX-Reswap"] = "main", "main", "outerHTML"
    return page
