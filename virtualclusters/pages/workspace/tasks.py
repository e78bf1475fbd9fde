"""The profile as a list of tasks, each with a status in words."""

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from virtualclusters.network.organisations.financial_year import last_full_year
from virtualclusters.network.organisations.models import CapabilityWords, OrganisationKind
from virtualclusters.network.organisations.profile_parts import PARTS, part_of
from virtualclusters.network.organisations.queries import chips_of
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.ui.components import Task

Part = CapabilityWords.Part
OF_ENTERPRISES = (
    Part.PRODUCTS,
    Part.MACHINES,
    Part.MATERIALS,
    Part.SERVICES,
    Part.SKILLS,
    Part.CERTIFICATES,
    Part.NEEDS,
)
OF_OTHERS = (Part.SERVICES, Part.MACHINES, Part.SKILLS, Part.CERTIFICATES, Part.NEEDS)


def parts_for(kind):
    """The parts that a kind of organisation has on its task list."""
    return OF_ENTERPRISES if kind == OrganisationKind.ENTERPRISE else OF_OTHERS


def tasks_of(unit, *, actor, at):
    """The tasks of a unit's profile, in the order of use."""
    grouped = by_part(unit.pk)
    tasks = [_part_task(unit, part, grouped.get(part, [])) for part in parts_for(unit.organisation.kind)]
    tasks += [*_capacity_tasks(unit, grouped), _place_task(unit), _facts_task(unit.organisation)]
    if actor.may(OrganisationPermission.CHECK_IN_GIVE) and unit.organisation.kind == OrganisationKind.ENTERPRISE:
        tasks.append(_check_in_task(unit.organisation, at))
    return [*tasks, *_verification_task(unit.organisation)]


def by_part(unit_id):
    """The chips of a unit by the part in which they stand."""
    grouped = {}
    for chips in chips_of([unit_id], language=get_language())[unit_id].values():
        for chip in chips:
            grouped.setdefault(part_of(role=chip.role, kind=chip.kind), []).append(chip)
    return grouped


def _part_task(unit, part, chips):
    names = ", ".join(chip.name for chip in chips[:3])
    more = _("%(names)s and %(count)s more") % {"names": names, "count": len(chips) - 3} if len(chips) > 3 else names
    return Task(part.label, reverse("profile_part", args=[unit.pk, part]), _status(bool(chips)), bool(chips), more)


def _capacity_tasks(unit, grouped):
    chips = [chip for part, row in PARTS.items() if row.has_capacity for chip in grouped.get(part, [])]
    if not chips:
        return []
    missing = sum(chip.capacity is None for chip in chips)
    status = ngettext("%(count)s missing", "%(count)s missing", missing) % {"count": missing} if missing else _("Done")
    return [Task(_("How much a month"), reverse("profile_capacity", args=[unit.pk]), status, not missing)]


def _place_task(unit):
    where = ", ".join(filter(None, [unit.district, unit.pin]))
    return Task(
        _("Address"), reverse("profile_place", args=[unit.pk]), _status(bool(unit.address)), bool(unit.address), where
    )


def _facts_task(organisation):
    open_facts = [
        organisation.manufactures,
        organisation.women_owned,
        organisation.sc_st_owned,
        organisation.started_year,
    ]
    known = (
        not any(fact is None for fact in open_facts)
        if organisation.kind == OrganisationKind.ENTERPRISE
        else bool(organisation.about)
    )
    return Task(_("About the business"), reverse("profile_facts"), _status(known), known)


def _check_in_task(organisation, at):
    year = last_full_year(at)
    given = organisation.check_ins.filter(year=year).exists()
    label = _("Yearly figures %(from)s–%(to)s") % {"from": year, "to": str(year + 1)[2:]}
    return Task(label, reverse("check_in"), _status(given), given, _("Rough figures will do, and you need not say."))


def _verification_task(organisation):
    try:
        href = reverse("papers")
    except NoReverseMatch:
        return []
    return [
        Task(
            _("Numbers and papers"),
            href,
            _("See"),
            True,
            _("Udyam, GST, FSSAI: a checked number makes others trust you."),
        )
    ]


def _status(done):
    return _("Done") if done else _("To do")
