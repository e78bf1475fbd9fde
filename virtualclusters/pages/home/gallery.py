"""Every component on one page, for those who build pages. Served only while VIRTUALCLUSTERS_GALLERY or DEBUG is on."""

from datetime import timedelta
from decimal import Decimal

from django import forms as django_forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.ui import forms
from virtualclusters.ui.cards import Act, MatchCard
from virtualclusters.ui.components import Column, Row, Stage, Task
from virtualclusters.ui.formatters import inr
from virtualclusters.ui.navigation import Link, Tab

SECTORS = [("food", gettext_lazy("Food")), ("machines", gettext_lazy("Machines")), ("both", gettext_lazy("Both"))]
SIZES = [("micro", gettext_lazy("Micro")), ("small", gettext_lazy("Small"))]
PRODUCTS = [
    ("turmeric", gettext_lazy("Turmeric powder")),
    ("pickle", gettext_lazy("Pickle")),
    ("grinder", gettext_lazy("Grinder")),
]


class SampleForm(forms.Form):
    """One field of each kind."""

    name = django_forms.CharField(
        label=gettext_lazy("Name of your business"), help_text=gettext_lazy("As on the board outside.")
    )
    mobile = forms.MobileField(label=gettext_lazy("Mobile number"))
    pin = forms.PinField(label=gettext_lazy("PIN code"), required=False)
    sales = forms.AmountField(label=gettext_lazy("Sales last year"), required=False)
    started = forms.DateField(label=gettext_lazy("When did you start?"), required=False)
    sector = django_forms.ChoiceField(
        label=gettext_lazy("What do you make?"),
        choices=SECTORS,
        widget=forms.Tiles(signs={"food": "leaf", "machines": "machine", "both": "package"}),
        initial="food",
    )
    size = django_forms.ChoiceField(
        label=gettext_lazy("Size"),
        choices=SIZES,
        widget=forms.Radios(hints={"micro": gettext_lazy("Most units are micro.")}),
    )
    words = django_forms.MultipleChoiceField(
        label=gettext_lazy("We understood"), choices=PRODUCTS, widget=forms.Chips, initial=["turmeric", "pickle"]
    )
    about = django_forms.CharField(
        label=gettext_lazy("In your words"), widget=django_forms.Textarea(attrs={"rows": 3}), required=False
    )
    state = django_forms.ChoiceField(
        label=gettext_lazy("State"), choices=[("MH", "Maharashtra"), ("UP", "Uttar Pradesh")]
    )
    paper = django_forms.FileField(label=gettext_lazy("Picture of your licence"), required=False)
    agree = django_forms.BooleanField(label=gettext_lazy("I agree that members may see this."))


class SampleFilter(forms.Form):
    """Filters of a list."""

    kind = django_forms.MultipleChoiceField(
        label=gettext_lazy("What do you make?"),
        choices=PRODUCTS,
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )


def _cards(now):
    card = MatchCard(
        title=_("Turmeric powder, 500 kg a month"),
        href="#card",
        who=_("Annapurna Foods, Nashik (sample)"),
        kind=_("Buy requirement"),
        reasons_for=[_("Because you make turmeric powder"), _("They buy from micro units")],
        reason_against=_("They ask for an FSSAI licence, and yours is not here yet"),
        place=_("Nashik"),
        distance_km=140,
        money=Decimal(250000),
        closes_at=now + timedelta(days=3),
        act=Act(_("I'm interested"), "#card"),
        dismiss=Act(_("Not for me"), "#card"),
        is_new=True,
    )
    answered = MatchCard(
        title=_("Spice grinder, 50 kg an hour"),
        href="#card",
        who=_("Deccan Machines, Pune (sample)"),
        reasons_for=[_("Because you grind spices")],
        distance_km=12,
        answered=_("Sent. They will reply by 28 November."),
        undo=Act(_("Undo"), "#card"),
    )
    return [card, answered]


def _values(now):
    return {
        "now": now,
        "cards": _cards(now),
        "filled": SampleForm(),
        "broken": SampleForm(
            {"mobile": "12345", "sales": "25 lakh", "started_day": "31", "words": ["turmeric"]}, prefix="wrong"
        ),
        "filter": SampleFilter(prefix="filter"),
        "trail": [Link(_("Front page"), "#"), Link(_("Members"), "#"), Link(_("Gallery"), "")],
        "tabs": [Tab(_("For you"), "#", current=True, count=4), Tab(_("Sent"), "#", count=0), Tab(_("Ended"), "#")],
        "tasks": [
            Task(_("What you make"), "#", _("Done"), done=True),
            Task(_("Machines"), "#", _("Not started"), hint=_("About 3 minutes")),
        ],
        "rows": [Row(_("Name of your business"), "Sahyadri Spices", "#"), Row(_("Sales last year"), inr(2500000), "#")],
        "columns": [Column(_("Members")), Column(_("Sales last year"), numeric=True)],
        "lines": [["Sahyadri Spices", inr(2500000)], ["Annapurna Foods", inr(980000)]],
        "page": Paginator(range(45), 10).page(2),
        "stages": [
            Stage(_("New"), [{"title": "Sahyadri Spices", "href": "#", "note": _("2 days here")}]),
            Stage(_("Talking"), [{"title": "Annapurna Foods", "href": "#", "note": _("9 days here"), "late": True}]),
            Stage(_("Agreed"), []),
        ],
        "bars": [(_("Turmeric powder"), 42), (_("Pickle"), 17), (_("Grinder"), 3)],
        "funnel": [(_("Shown"), 240), (_("Interested"), 60), (_("Agreed"), 15)],
        "weeks": [3, 5, 4, 8, 9, 12],
        "states": {
            "MH": 214,
            "UP": 120,
            "TN": 96,
            "GJ": 75,
            "KA": 51,
            "BR": 22,
            "WB": 30,
            "AS": 4,
            "KL": 12,
            "LA": 1,
            "AN": 2,
        },
        "verified_at": now - timedelta(days=20),
    }


@policy(PUBLIC)
def gallery(request):
    """The gallery."""
    if not (settings.DEBUG or getattr(settings, "VIRTUALCLUSTERS_GALLERY", False)):
        raise Http404
    return render(request, "home/gallery.html", _values(timezone.now()))
