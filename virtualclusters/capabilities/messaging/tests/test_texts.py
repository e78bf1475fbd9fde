"""What may be registered, how texts are filled, and what an SMS costs."""

import pytest
from django.conf import settings
from django.utils import translation

from virtualclusters.capabilities.messaging import registry
from virtualclusters.capabilities.messaging.parts import Size, size_of
from virtualclusters.capabilities.messaging.registry import Category, Tag, Urgency, Variable
from virtualclusters.capabilities.messaging.rendering import TextRefused, fit, render_sms
from virtualclusters.capabilities.messaging.tests.conftest import message
from virtualclusters.capabilities.messaging.texts import CODE


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("a" * 160, Size("GSM-7", 160, 1)),
        ("a" * 161, Size("GSM-7", 161, 2)),
        ("a" * 306, Size("GSM-7", 306, 2)),
        ("a" * 307, Size("GSM-7", 307, 3)),
        ("€" * 80, Size("GSM-7", 160, 1)),
        ("क" * 70, Size("UCS-2", 70, 1)),
        ("क" * 71, Size("UCS-2", 71, 2)),
        ("क" * 134, Size("UCS-2", 134, 2)),
        ("😀" * 35, Size("UCS-2", 70, 1)),
    ],
)
def test_size_of_when_a_text_has_a_length_and_alphabet_counts_the_parts_that_are_paid(text, size):
    assert size_of(text) == size


@pytest.mark.parametrize(
    ("changes", "objection"),
    [
        ({"category": Category.MATCH}, "may not come at once"),
        ({"sms": {"en": "{name} {stop}"}}, "no SMS in hi"),
        ({"sms": {"en": "{name}", "hi": "{name} {stop}"}}, "names no {stop}"),
        ({"sms": {"en": "{who} {stop}", "hi": "{name} {stop}"}}, "unknown gap {who}"),
        ({"key": "Test Reply"}, "small letters"),
        ({"sms": {}}, "needs an SMS"),
    ],
)
def test_a_message_that_could_not_be_sent_lawfully_cannot_be_made(changes, objection):
    with pytest.raises(ValueError, match=objection):
        message(**changes)


def test_registered_when_no_message_has_the_key_refuses():
    with pytest.raises(LookupError):
        registry.registered("free.text")


def test_register_when_another_message_has_the_key_refuses():
    with pytest.raises(ValueError, match="registered twice"):
        registry.register(message(key="test.match", category=Category.MATCH, urgency=Urgency.DIGEST, line="Other"))


@pytest.mark.parametrize(
    ("variable", "value", "filled"),
    [
        (Variable("name"), "Asha Foods", "Asha Foods"),
        (Variable("name", max_length=20), "Asha Foods and Machines of Pune", "Asha Foods and.."),
        (Variable("name"), "See http://bad.example/x now", "See now"),
        (Variable("name"), "win at www.bad.example", "win at"),
        (Variable("name"), "bad.com/prize for Pvt.Ltd", "for Pvt.Ltd"),
        (Variable("name"), "two\nlines", "two lines"),
        (Variable("name"), "", "-"),
        (Variable("amount", Tag.NUMERIC), 125000, "125000"),
    ],
)
def test_fit_when_a_value_is_given_makes_it_what_the_network_lets_pass(variable, value, filled):
    assert fit(variable, value) == filled


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        (Variable("amount", Tag.NUMERIC), "ten"),
        (Variable("amount", Tag.NUMERIC, max_length=3), "1250"),
        (Variable("link", Tag.URL), "javascript:alert(1)"),
        (Variable("link", Tag.URL, max_length=10), "https://vc.example/s/abcdefgh"),
    ],
)
def test_fit_when_a_value_is_of_another_kind_refuses(variable, value):
    with pytest.raises(TextRefused):
        fit(variable, value)


def test_render_sms_when_the_language_has_no_registered_text_uses_english(settings):
    settings.SMS_HEADER = "VRTCLS"
    settings.SMS_TEMPLATE_IDS = {"test.other.en": "1107", "test.other.hi": "1108"}
    values = {"name": "Asha", "link": "https://vc.example/s/abcdefgh", "stop": "https://vc.example/s/hgfedcba"}

    texts = [render_sms(message(), language=language, variables=values) for language in ("ta", "hi")]

    assert [(text.language, text.dlt_template_id, text.header) for text in texts] == [
        ("en", "1107", "VRTCLS"),
        ("hi", "1108", "VRTCLS"),
    ]
    assert texts[0].body == "Asha answered. Read: https://vc.example/s/abcdefgh Stop: https://vc.example/s/hgfedcba"


def test_the_code_when_it_is_sent_ends_on_the_line_that_a_browser_fills_in():
    text = render_sms(registry.registered(CODE), language="hi", variables={"code": "012345"})

    assert text.body.splitlines()[-1].endswith(" #012345")
    assert size_of(text.body).parts <= 2


def test_every_registered_message_when_it_is_translated_names_only_its_own_gaps():
    strange = []
    for key, template in registry.all_registered().items():
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                gaps = registry.gaps_of(template.line) + registry.gaps_of(template.body)
            strange += [(key, language, gap) for gap in gaps if gap not in {known.name for known in template.variables}]

    assert strange == []
