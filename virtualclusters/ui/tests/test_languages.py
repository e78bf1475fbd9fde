from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from virtualclusters.ui import languages
from virtualclusters.ui.navigation import language_links


def visit(path, **headers):
    request = RequestFactory().get(path, **headers)
    return languages.RememberLanguageMiddleware(lambda r: HttpResponse())(request)


def test_a_page_in_another_language_than_the_browser_asks_is_remembered():
    response = visit("/hi/", HTTP_ACCEPT_LANGUAGE="en")

    assert response.cookies[settings.LANGUAGE_COOKIE_NAME].value == "hi"


def test_a_page_in_the_language_the_browser_asks_sets_no_cookie():
    assert not visit("/hi/", HTTP_ACCEPT_LANGUAGE="hi").cookies


def test_urdu_is_written_from_right_to_left_and_hindi_is_not():
    answers = {}
    for code in ("ur", "hi"):
        with translation.override(code):
            answers[code] = translation.get_language_bidi()
    assert answers == {"ur": True, "hi": False}


def test_all_twenty_two_scheduled_languages_and_english_have_a_name_of_their_own():
    assert len(set(languages.OWN_NAMES.values())) == 23


def test_the_switch_keeps_the_page_and_its_question():
    request = RequestFactory().get("/en/help/?from=sms")
    with translation.override("en"):
        links = {link["code"]: link["href"] for link in language_links(request)}

    assert links == {"en": "/en/help/?from=sms", "hi": "/hi/help/?from=sms", "ur": "/ur/help/?from=sms"}
