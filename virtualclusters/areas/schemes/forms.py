"""The eight questions, and the filter of the list. They parse and check; they never save."""

from django import forms as django_forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.schemes.answers import Answers
from virtualclusters.areas.schemes.models import OwnMoney, Started
from virtualclusters.matching.rules.facts import SIZES
from virtualclusters.network.organisations.bands import SalesBand
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.districts import meant_by
from virtualclusters.ui import forms
from virtualclusters.ui.state_tiles import STATE_NAMES

NOT_SAID = "not_said"
DO_NOT_KNOW, DO_NOT_SAY = _("I don't know"), _("I do not say")
YES_NO_VALUE = {"yes": True, "no": False, NOT_SAID: None}
YES_NO_WORD = {True: "yes", False: "no", None: NOT_SAID}
_SIZE_HINTS = {
    "micro": _("Sales of up to 10 crore a year"),
    "small": _("Sales of up to 100 crore a year"),
    "medium": _("Sales of up to 500 crore a year"),
}


def _yes_no(label, hint="", skip=DO_NOT_KNOW):
    return django_forms.TypedChoiceField(
        label=label,
        help_text=hint,
        choices=[("yes", _("Yes")), ("no", _("No")), (NOT_SAID, skip)],
        coerce=YES_NO_VALUE.get,
        required=False,
        empty_value=None,
        widget=forms.Radios,
    )


def _one_of(label, choices, hint="", widget=None):
    return django_forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=[*choices, ("", DO_NOT_KNOW)],
        required=False,
        widget=widget or forms.Radios,
    )


class QuestionsForm(forms.Form):
    """Eight questions; every one may be left open. ``kept``: who asks is a unit, whose answers are kept."""

    size_class = _one_of(_("1. How big is your firm?"), SIZES.items(), widget=forms.Radios(hints=_SIZE_HINTS))
    started = _one_of(_("2. For how long has it worked?"), Started.choices)
    state = django_forms.ChoiceField(
        label=_("3. In which state is it?"),
        choices=lambda: [("", DO_NOT_KNOW), *sorted(STATE_NAMES.items(), key=lambda pair: str(pair[1]))],
        required=False,
    )
    district = django_forms.CharField(label=_("In which district?"), max_length=80, required=False)
    words = django_forms.CharField(
        label=_("4. What do you make?"),
        help_text=_("In your own words, in any language."),
        max_length=1000,
        required=False,
        widget=django_forms.Textarea(attrs={"rows": 2}),
    )
    makes = _yes_no(_("Do you make things yourself?"), _("Not only buy and sell."))
    women = _yes_no(
        _("5. Is at least half of it owned by women?"),
        _("We ask who owns it because some schemes are only for such firms, or give them more. You need not say."),
        DO_NOT_SAY,
    )
    sc_st = _yes_no(_("Is it owned by people of Scheduled Castes or Tribes?"), skip=DO_NOT_SAY)
    minority = _yes_no(_("Is it owned by people of a minority community?"), skip=DO_NOT_SAY)
    keep_owners = django_forms.BooleanField(
        label=_("Keep who owns my firm, so that I am not asked again"),
        help_text=_(
            "Only to find schemes. Without it we use it this once and forget it. Take it back any time under My data."
        ),
        required=False,
    )
    sales = django_forms.ChoiceField(
        label=_("6. How much did you sell last year?"),
        choices=[("", DO_NOT_KNOW), *SalesBand.choices],
        required=False,
    )
    had_support = _yes_no(_("7. Have you had a government loan or subsidy before?"))
    own_money = _one_of(
        _("8. How much of a new plan can you pay yourself?"),
        OwnMoney.choices,
        _("For example: a machine costs 1 lakh, you have 10,000 rupees: 10 percent."),
    )

    def __init__(self, *args, kept=False, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("state", "district") if kept else ("keep_owners",):
            del self.fields[name]

    def clean_district(self):
        """The district as the postal directory names it; one that nobody knows is told beside the field."""
        typed = self.cleaned_data["district"].strip()
        if not typed:
            return ""
        found = meant_by(typed, state=self.cleaned_data.get("state", ""))
        if not found:
            raise django_forms.ValidationError(
                _("We do not know this district. Check how it is written, or leave it empty.")
            )
        return found[0].name

    def answers(self) -> Answers:
        """The cleaned answers."""
        told = {name: value for name, value in self.cleaned_data.items() if name not in ("makes", "keep_owners")}
        makes = self.cleaned_data["makes"]
        named = reading.read(told["words"], language=get_language()).named if told["words"] else ()
        products = tuple(sorted({one.slug for one in named}))
        return Answers(**told, products=products, only_trades=None if makes is None else not makes)

    @staticmethod
    def initial_from(answers: Answers, *, keeps_owners=False) -> dict:
        """What is known already, to be looked over."""
        told = {
            name: getattr(answers, name) for name in ("size_class", "started", "state", "district", "words", "sales")
        }
        yes_no = {name: YES_NO_WORD[getattr(answers, name)] for name in ("women", "sc_st", "minority", "had_support")}
        makes = YES_NO_WORD[None if answers.only_trades is None else not answers.only_trades]
        return {**told, **yes_no, "makes": makes, "own_money": answers.own_money, "keep_owners": keeps_owners}


class SchemeFilter(forms.Form):
    """Which schemes the list shows."""

    words = django_forms.CharField(label=_("Name or what it gives"), max_length=80, required=False)
    over = django_forms.BooleanField(label=_("Only those that are over"), required=False)

    def chosen(self) -> dict:
        """The filters that were set."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}
