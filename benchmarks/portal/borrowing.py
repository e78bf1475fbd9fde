"""Fills a database with samples by lenders' packages, applications and a lender's book, up to a number of each.

Run as a process of its own: ``python -m benchmarks.portal.borrowing PACKAGES APPLICATIONS``. Rows come from a fixed seed, by the models.
The sample bank is the largest lender: a fifth of all applications are its own, and a book as long as they are.
"""

import random
import sys
from datetime import timedelta
from decimal import Decimal

import django

django.setup()

from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402
from stdnum import luhn  # noqa: E402

from benchmarks.portal.filling import AT_ONCE  # noqa: E402
from benchmarks.portal.lending import enter_paid_out, make_book, make_branches, make_packages  # noqa: E402
from virtualclusters.areas.finance import models  # noqa: E402
from virtualclusters.capabilities.wallet.models import Dossier, Grant, Wallet  # noqa: E402
from virtualclusters.config.samples.making import organisation_of  # noqa: E402
from virtualclusters.exchange.engagements.models import Engagement, Milestone, Party  # noqa: E402
from virtualclusters.foundation.time import day_in_india  # noqa: E402
from virtualclusters.network.organisations.models import Unit, YearlyCheckIn  # noqa: E402

SEED = 20261122
UNITS = 10_000
LARGEST = Decimal("0.2")
"""The part of all applications that the largest lender has."""
STANDS = {
    ("received", "asked", "publisher"): 6,
    ("documents", "shortlisted", "publisher"): 6,
    ("query", "shortlisted", "answerer"): 3,
    ("visit", "shortlisted", "publisher"): 2,
    ("decision", "shortlisted", "publisher"): 3,
    ("sanctioned", "agreed", "publisher"): 3,
    ("disbursed", "under_way", "publisher"): 27,
    ("closed", "declined", ""): 35,
    ("closed", "withdrawn", ""): 10,
    ("closed", "closed", ""): 5,
}
"""Of a hundred applications so many stand so: stage, phase, whose turn."""
SANCTIONED = {"sanctioned", "disbursed"}


def main(packages, applications):
    """Fill; what the samples brought counts for nothing."""
    chance, now = random.Random(SEED), timezone.now()
    branches = make_branches(chance, now)
    units = list(Unit.objects.filter(organisation__kind="enterprise", closed_at=None).order_by("pk")[:UNITS])
    offered = make_packages(packages, branches, chance, now)
    _check_ins(units, chance, now)
    _Applications(offered, branches[0], units, chance, now).write(applications)
    lender = branches[0].organisation
    make_book(lender, int(applications * LARGEST), chance, now)
    enter_paid_out(lender, chance, now)


def _check_ins(units, chance, now):
    """What two thirds of the units say of their last year."""
    sales, investments = (
        YearlyCheckIn._meta.get_field("sales").choices,
        YearlyCheckIn._meta.get_field("investment").choices,
    )
    said = {"said_at": now, "said_by": _somebody(), "year": now.year - 1}
    rows = [
        YearlyCheckIn(
            organisation=unit.organisation,
            sales=chance.choice(sales)[0],
            investment=chance.choice(investments)[0],
            **said,
        )
        for unit in units
        if chance.random() < 0.66
    ]
    YearlyCheckIn.objects.bulk_create(rows, AT_ONCE, ignore_conflicts=True)


def _somebody():
    return organisation_of("honey").memberships.order_by("pk").first().person


class _Applications:
    """Applications with all rows that verbs write beside them."""

    def __init__(self, offered, branch, units, chance, now):
        self.own = [one for one in offered if one.unit_id == branch.pk]
        self.others = [one for one in offered if one.unit_id != branch.pk]
        self.units, self.chance, self.now, self.person = units, chance, now, _somebody()
        self.taken, self.numbers = set(), set()
        self.wallets = dict(zip((one.pk for one in units), self._wallets(), strict=True))

    def _wallets(self):
        return Wallet.objects.bulk_create([Wallet(opened_at=self.now) for _one in self.units], AT_ONCE)

    def write(self, count):
        own = int(count * LARGEST)
        for begin in range(0, count, AT_ONCE):
            many = min(AT_ONCE, count - begin)
            with transaction.atomic():
                self._batch([self._pair(self.own if begin + n < own else self.others) for n in range(many)])

    def _pair(self, packages):
        while True:
            package, unit = self.chance.choice(packages), self.chance.choice(self.units)
            if (package.pk, unit.pk) not in self.taken:
                self.taken.add((package.pk, unit.pk))
                return package, unit

    def _batch(self, pairs):
        stands = self.chance.choices(list(STANDS), list(STANDS.values()), k=len(pairs))
        talks = Engagement.objects.bulk_create(
            [self._talk(package, unit, stand) for (package, unit), stand in zip(pairs, stands, strict=True)]
        )
        sides = {"answerer": lambda talk: talk.lead, "publisher": lambda talk: talk.opportunity.unit}
        Party.objects.bulk_create(
            Party(engagement=talk, side=side, role="principal", unit=unit(talk))
            for talk in talks
            for side, unit in sides.items()
        )
        dossiers = Dossier.objects.bulk_create([self._dossier(talk) for talk in talks])
        grants = Grant.objects.bulk_create([self._grant(*pair) for pair in zip(talks, dossiers, strict=True)])
        told = zip(talks, stands, dossiers, grants, strict=True)
        loans = models.LoanApplication.objects.bulk_create([self._loan(*one) for one in told])
        Milestone.objects.bulk_create(
            Milestone(engagement=one, code="received", done_at=one.opened_at) for one in talks
        )
        self._ends(loans)

    def _talk(self, package, unit, stand):
        _stage, phase, turn = stand
        at = self.now - timedelta(days=self.chance.randrange(1, 25), minutes=self.chance.randrange(1_440))
        return Engagement(
            opportunity=package,
            lead=unit,
            opened_by="answerer",
            phase=phase,
            turn=turn,
            due_at=self.now + timedelta(days=30) if turn else None,
            opened_at=at,
            moved_at=at,
            agreed_at=at if phase in ("agreed", "under_way", "closed") else None,
            ended_at=None if turn else self.now,
            end_reason={"declined": "papers", "withdrawn": "cost"}.get(phase, ""),
        )

    def _dossier(self, talk):
        made = {"made_by": self.person, "made_at": talk.opened_at, "facts_as_of": talk.opened_at}
        return Dossier(wallet=self.wallets[talk.lead_id], purpose="A roasting oven", facts={"name": "sample"}, **made)

    def _grant(self, talk, dossier):
        until = talk.opened_at + timedelta(days=60)
        reader = talk.opportunity.unit.organisation.name
        return Grant(dossier=dossier, reader=reader, given_by=self.person, given_at=talk.opened_at, until=until)

    def _loan(self, talk, stand, dossier, grant):
        stage, phase, _turn = stand
        rupees = Decimal(self.chance.randrange(1, 50) * 100_000)
        yes = {
            "sanctioned_at": talk.opened_at,
            "sanctioned_amount": rupees,
            "sanctioned_rate": 10,
            "sanctioned_months": 36,
        }
        yes |= {"accepted_at": talk.opened_at}
        return models.LoanApplication(
            engagement=talk,
            lender=talk.opportunity.unit.organisation,
            number=self._number(),
            amount=rupees,
            months=36,
            purpose="machines",
            facility="term_loan",
            dossier=dossier,
            grant=grant,
            received_at=talk.opened_at,
            stage=stage,
            stage_since=talk.opened_at + timedelta(hours=self.chance.randrange(1, 24)),
            decide_by=day_in_india(talk.opened_at) + timedelta(days=20),
            **(yes if stage in SANCTIONED or phase == "closed" else {}),
        )

    def _number(self):
        while True:
            digits = str(self.chance.randrange(10**8, 10**9))
            if digits not in self.numbers:
                self.numbers.add(digits)
                return digits + luhn.calc_check_digit(digits)

    def _ends(self, loans):
        """The money of those paid out, and the ways back of those declined."""
        today, noted = day_in_india(self.now), {"noted_by": self.person, "noted_at": self.now}
        paid = [one for one in loans if one.stage == "disbursed" or one.engagement.phase == "closed"]
        models.Disbursement.objects.bulk_create(
            models.Disbursement(application=one, amount=one.amount, paid_on=today, **noted) for one in paid
        )
        no = {"way_to_fix": "Bring the returns of a year.", "come_back_on": today + timedelta(days=60)}
        no |= {"declined_by": self.person, "declined_at": self.now}
        reasons = models.DeclineReason.values
        models.Decline.objects.bulk_create(
            models.Decline(application=one, reason=self.chance.choice(reasons), **no)
            for one in loans
            if one.engagement.phase == "declined"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
