"""What people type about a round. The forms parse and check; they never save."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from virtualclusters.foundation.scripts import fold
from virtualclusters.foundation.time import end_of_day_in_india
from virtualclusters.ui import forms

MOST_TEAMS = 20
NOT_WANTED, AFTER_THE_OTHERS = "no", "after"


class RoundForm(forms.Form):
    """Open a round. ``districts`` is {folded name: value} of the districts in which colleges lie."""

    title = django_forms.CharField(label=_("Name of the round"), max_length=120)
    closes_on = forms.DateField(label=_("Last day for wishes and ranks"))
    for_all_colleges = django_forms.BooleanField(
        label=_("Other colleges may enter teams too"), required=False, help_text=_("Leave it empty for your own teams.")
    )
    reserved_districts = django_forms.CharField(
        label=_("Under-served districts"),
        required=False,
        max_length=2000,
        widget=django_forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line. Teams of colleges in these districts get the reserved places first."),
    )

    def __init__(self, *args, districts=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.districts = dict(districts)

    def clean_closes_on(self):
        return end_of_day_in_india(self.cleaned_data["closes_on"])

    def clean_reserved_districts(self):
        lines = [line.strip() for line in self.cleaned_data["reserved_districts"].splitlines() if line.strip()]
        if unknown := [line for line in lines if fold(line) not in self.districts]:
            raise django_forms.ValidationError(
                _("No college of the portal lies in %(district)s. Check the spelling."), params={"district": unknown[0]}
            )
        return [self.districts[fold(line)] for line in lines]


class ProjectsForm(forms.Form):
    """Tick projects for a round."""

    projects = django_forms.MultipleChoiceField(
        label=_("Projects"), choices=(), widget=django_forms.CheckboxSelectMultiple
    )
    reserved = django_forms.IntegerField(
        label=_("Places of each project for teams of under-served districts first"),
        min_value=0,
        max_value=MOST_TEAMS,
        initial=0,
    )

    def __init__(self, *args, projects=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["projects"].choices = projects


class TeamsForm(forms.Form):
    """Tick teams for a round."""

    teams = django_forms.MultipleChoiceField(label=_("Teams"), choices=(), widget=django_forms.CheckboxSelectMultiple)

    def __init__(self, *args, teams=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["teams"].choices = teams


class WishesForm(forms.Form):
    """A team's wishes: one list a rank, the dearest first."""

    def __init__(self, *args, projects=(), ranks=6, wished=(), **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", _("No wish")), *projects]
        for rank in range(1, ranks + 1):
            self.fields[f"wish_{rank}"] = django_forms.ChoiceField(
                label=_("Wish %(rank)s") % {"rank": rank},
                choices=choices,
                required=False,
                initial=wished[rank - 1] if rank <= len(wished) else "",
            )

    def clean(self):
        told = [value for value in super().clean().values() if value]
        for name, value in list(self.cleaned_data.items()):
            if value and told.count(value) > 1:
                self.add_error(name, _("You wished for this project twice."))
        return self.cleaned_data

    def project_ids(self) -> list[int]:
        """Ids of the projects in the round, the dearest first."""
        return [int(value) for value in self.cleaned_data.values() if value]


class RanksForm(forms.Form):
    """A unit's yes: how many teams it takes in all, and for each of its projects how it likes each team."""

    capacity = django_forms.IntegerField(
        label=_("How many teams can you take in all?"), min_value=1, max_value=MOST_TEAMS
    )

    def __init__(self, *args, projects=(), teams=(), said=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.pairs = [(project, team) for project, _words in projects for team, _name, _more in teams]
        several = len(projects) > 1
        levels = [str(level) for level in range(1, max(len(teams), 1) + 1)]
        for project, project_words in projects:
            for team, name, more in teams:
                self.fields[_name(project, team)] = django_forms.ChoiceField(
                    label=f"{name} → {project_words}" if several else name,
                    help_text=more,
                    choices=[
                        (AFTER_THE_OTHERS, _("After the others")),
                        *zip(levels, levels, strict=True),
                        (NOT_WANTED, _("Not this team")),
                    ],
                    initial=(said or {}).get((project, team), AFTER_THE_OTHERS),
                )

    def levels(self) -> dict[tuple[int, int], int]:
        """Level by (project, team); 1 for the best."""
        told = {pair: self.cleaned_data[_name(*pair)] for pair in self.pairs}
        return {pair: int(value) for pair, value in told.items() if value.isdecimal()}

    def refused(self) -> list[tuple[int, int]]:
        """Pairs of (project, team) that are not wanted."""
        return [pair for pair in self.pairs if self.cleaned_data[_name(*pair)] == NOT_WANTED]


def _name(project, team):
    return f"level_{project}_{team}"
