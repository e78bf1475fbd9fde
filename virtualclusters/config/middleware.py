"""The actor of each request, the two anticipated failures as pages, and ways on from addresses that only take a form."""

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject

from virtualclusters.accounts.policy import PUBLIC
from virtualclusters.config import interrupted
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import actor_of, check_policy


class ActorMiddleware:
    """Sets ``request.actor``, checks the view's declared policy, and shows refusals."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = SimpleLazyObject(lambda: actor_of(request))
        return _or_the_page_above(request, self.get_response(request))

    def process_view(self, request, view, args, kwargs):
        answer = check_policy(request, view)
        if answer is None:
            return _to_send_again(request, view)
        if request.method == "POST" and not request.user.is_authenticated:
            interrupted.keep(request)
        return _as_whole_page(request, answer)

    def process_exception(self, request, failure):
        if isinstance(failure, NotFound):
            raise Http404 from failure
        if isinstance(failure, Refused):
            return _in_main(request, render(request, "422.html", {"refusal": failure}, status=422))
        return None


def _or_the_page_above(request, answer):
    """Who opens an address that only takes a form (after signing in, in another language, by going back) comes to the page above it."""
    is_page = request.method == "GET" and "text/html" in request.headers.get("Accept", "")
    if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED and is_page:
        return redirect(interrupted.page_above(request.path))
    return answer


def _to_send_again(request, view):
    """What she wrote before she had to sign in, to be sent with one tap; None where nothing waits."""
    if PUBLIC in view.policy.any_of or not (fields := interrupted.kept_for(request)):
        return None
    if request.method == "POST":
        interrupted.let_go(request)
        return None
    told = {"fields": fields, "shown": interrupted.shown(fields), "above": interrupted.page_above(request.path)}
    return render(request, "interrupted.html", told)


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
