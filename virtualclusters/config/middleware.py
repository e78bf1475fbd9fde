"""The actor of each request, and the two anticipated failures as pages."""

from django.http import Http404
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
        return check_policy(request, view)

    def process_exception(self, request, failure):
        if isinstance(failure, NotFound):
            raise Http404 from failure
        if isinstance(failure, Refused):
            return render(request, "422.html", {"refusal": failure}, status=422)
        return None
