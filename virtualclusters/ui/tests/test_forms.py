import re
from datetime import date
from decimal import Decimal

import pytest
from django import forms as django_forms
from django.core.validators import RegexValidator
from django.utils import translation

from virtualclusters.ui import forms
from virtualclusters.ui.fields import problems_of

STOCK = [
    django_forms.CharField(max_length=3, min_length=2),
    django_forms.IntegerField(min_value=1, max_value=5),
    django_forms.DecimalField(max_digits=3, decimal_places=1),
    django_forms.EmailField(),
    django_forms.URLField(assume_scheme="https"),
    django_forms.ChoiceField(choices=[("a", "A")]),
    django_forms.MultipleChoiceField(choices=[("a", "A")]),
    django_forms.BooleanField(),
    django_forms.FileField(),
    django_forms.DateField(),
]
BAD = ["", "x", "xxxxxxxx", "0", "99", "1234.56", "\x00ab"]


def form_of(field):
    return type("OneField", (forms.Form,), {"answer": field})


def shown(field, value):
    with translation.override("en"):
        return [str(e) for e in form_of(field)({"answer": value}).errors.get("answer", [])]


def test_no_stock_field_shows_a_sentence_of_django():
    sentences = {sentence for field in STOCK for value in BAD for sentence in shown(field, value)}

    assert (
        sorted(s for s in sentences if re.search(r"^(Ensure|This field|Enter a valid|Select a valid|No file)", s)) == []
    )


def test_a_sentence_given_to_a_field_stays():
    field = django_forms.CharField(error_messages={"required": "Say your name."})

    assert shown(field, "") == ["Say your name."]


def test_a_validator_with_its_own_sentence_keeps_it():
    field = django_forms.CharField(validators=[RegexValidator(r"^a", "Begin with a.")])

    assert shown(field, "b") == ["Begin with a."]


class Whole(forms.Form):
    name = django_forms.CharField(label="Name", help_text="As on the board")
    mobile = forms.MobileField(label="Mobile")
    sales = forms.AmountField(label="Sales", required=False)
    started = forms.DateField(label="Started", required=False)
    code = forms.CodeField(label="Code")
    pin = forms.PinField(label="PIN")
    once = forms.OnceField()


GOOD = {
    "name": "Ganesh Foods",
    "mobile": "098765 43210",
    "sales": "25 lakh",
    "started_day": "२१",
    "started_month": "11",
    "started_year": "2019",
    "code": "12 34 56",
    "pin": "411 001",
    "once": "0" * 32,
}


def test_fields_clean_what_people_type_into_normal_forms():
    form = Whole(GOOD)

    assert (form.is_valid(), form.errors) == (True, {})
    assert form.cleaned_data == {
        "name": "Ganesh Foods",
        "mobile": "+919876543210",
        "sales": Decimal("2500000.00"),
        "started": date(2019, 11, 21),
        "code": "123456",
        "pin": "411001",
        "once": "0" * 32,
    }


@pytest.mark.parametrize(
    "typed", [("31", "2", "2019"), ("1", "1", "99999999999999999999"), ("31", "12", "9999"), ("1", "1", "1")]
)
def test_a_day_that_is_not_in_the_calendar_is_refused_in_words(typed):
    day, month, year = typed
    with translation.override("en"):
        errors = Whole({**GOOD, "started_day": day, "started_month": month, "started_year": year}).errors

    assert errors == {"started": ["Enter a real date, like 21 11 2026."]}


def test_hint_and_error_are_tied_to_the_input_and_what_was_typed_stays():
    html = str(Whole({**GOOD, "mobile": "12345"})["mobile"].as_field_group())

    assert re.search(r'<input[^>]* value="12345"[^>]*>', html)
    assert re.search(r'<input[^>]* aria-describedby="id_mobile_error"', html)
    assert re.search(r'<p class="vc-error-message" id="id_mobile_error">', html)


def test_a_field_that_a_form_adds_when_it_is_made_speaks_our_words_too():
    class Grown(forms.Form):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.fields["title"] = django_forms.CharField()

    with translation.override("en"):
        assert Grown({}).errors == {"title": ["Fill this in."]}


def test_the_summary_links_to_the_first_box_of_each_field():
    with translation.override("en"):
        problems = problems_of(Whole({**GOOD, "name": "", "started_day": ""}))

    assert [problem["href"] for problem in problems] == ["#id_name", "#id_started_0"]


def test_the_summary_says_which_field_a_general_sentence_is_about():
    with translation.override("en"):
        whole = Whole({**GOOD, "name": "", "mobile": "12345"})
        said = [problem["sentence"] for problem in problems_of(whole)]
        beside = [whole["name"].errors[0], whole["mobile"].errors[0]]

    assert (said, beside[0]) == ([f"{whole['name'].label}: {beside[0]}", beside[1]], "Fill this in.")


def test_the_amount_is_repeated_in_words_beneath_its_box():
    with translation.override("en"):
        html = str(Whole(GOOD)["sales"].as_field_group())

    assert re.search(r'<p class="vc-beneath">(.*?)</p>', html)[1] == "₹25,00,000 – 25 lakh"


def test_a_form_sent_without_its_token_is_shown_with_a_new_one():
    form = Whole({**GOOD, "once": ""})

    assert (form.is_valid(), len(form["once"].value())) == (False, 32)


def test_two_forms_never_share_a_token():
    assert len({Whole()["once"].value() for _ in range(20)}) == 20


def test_telephone_fields_are_typed_left_to_right():
    assert re.search(r'<input type="tel"[^>]* dir="ltr"', str(Whole()["mobile"]))


class Named(forms.Form):
    name = django_forms.CharField(error_messages={"required": "Enter the name of your business."})
    more = django_forms.CharField(required=False)


@pytest.mark.parametrize(
    ("name", "kept", "said"),
    [
        ("\u202e\u200b", None, ["Enter the name of your business."]),
        ("\u202eevil masala", "evil masala", None),
        ("मसाला", "मसाला", None),
    ],
)
def test_a_name_that_nobody_can_see_is_no_name_and_no_sign_turns_another_round(name, kept, said):
    form = Named({"name": name, "more": "\u200b"})

    assert (form.is_valid(), form.cleaned_data.get("name"), form.errors.get("name")) == (said is None, kept, said)
    assert form.cleaned_data["more"] == ""
