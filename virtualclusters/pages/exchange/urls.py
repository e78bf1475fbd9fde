"""Addresses of the exchange, each under its language."""

from django.urls import path

from virtualclusters.pages.exchange import mine, needs, opportunity, outcomes, publishing, talks

urlpatterns = [
    path("opportunities/<int:pk>/", opportunity.opportunity, name="opportunity"),
    path("opportunities/<int:pk>/answer/", opportunity.answer, name="answer"),
    path("opportunities/<int:pk>/undo/", opportunity.undo, name="answer_undo"),
    path("talks/", talks.engagements, name="engagements"),
    path("talks/<int:pk>/", talks.engagement, name="engagement"),
    path("talks/<int:pk>/say/", talks.say, name="engagement_say"),
    path("talks/<int:pk>/files/<str:key>/", talks.file, name="engagement_file"),
    path("talks/<int:pk>/do/<slug:verb>/", talks.act, name="engagement_act"),
    path("talks/<int:pk>/reached/<slug:code>/", talks.reach, name="engagement_reach"),
    path("talks/<int:pk>/last-word/", outcomes.closing_word, name="closing_word"),
    path("figures/<int:pk>/", outcomes.measure, name="measure"),
    path("figures/<int:pk>/confirm/", outcomes.confirm, name="measure_confirm"),
    path("publish/", publishing.publish, name="publish"),
    path("publish/<slug:kind>/", publishing.form, name="publish_form"),
    path("publish/<slug:kind>/check/", publishing.check, name="publish_check"),
    path("need/", needs.need, name="need"),
    path("needs/", needs.needs, name="needs"),
    path("need/<int:pk>/", needs.shown, name="need_shown"),
    path("need/<int:pk>/understood/", needs.correct, name="need_correct"),
    path("need/<int:pk>/mark/", needs.mark, name="need_mark"),
    path("need/<int:pk>/answer/<int:opportunity>/", needs.answer, name="need_answer"),
    path("need/<int:pk>/send/<slug:kind>/", needs.send, name="need_send"),
    path("need/<int:pk>/undo/<slug:kind>/", needs.undo, name="need_undo"),
    path("need/<int:pk>/change/<slug:kind>/", needs.change, name="need_change"),
    path("my-opportunities/", mine.my_opportunities, name="my_opportunities"),
    path("my-opportunities/<int:pk>/", mine.my_opportunity, name="my_opportunity"),
    path("my-opportunities/<int:pk>/invite/", mine.invite, name="invite"),
    path("my-opportunities/<int:pk>/end/", mine.end, name="opportunity_end"),
]
